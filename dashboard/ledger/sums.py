"""May these figures be added, or stand on one line? The answer, or every reason why not.

A number nobody stated has to be earned: only figures of one claimant, one indicator, one basis and one place, about
periods that do not overlap, have a sum; and the sum claims no more than its addends: one *more than* among them makes
it a *more than*, a vague one makes it none at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import fsum
from typing import Any

import pandas as pd

from dashboard.ledger.questions import Record, known_by, successors
from dashboard.ledger.spreads import LOWER_BOUNDS, UPPER_BOUNDS
from dashboard.ledger.tables import Ledger
from dashboard.ledger.units import RATES, convertible, factor

ENDS = ("low", "best", "high")
SOFT = ("about", "nearly")  # numbers whose true value may lie on the other side of what is written
LENGTHS = 1.5  # how much longer than the shortest the longest period of one series may be
DAY = timedelta(days=1)
# Every reason to refuse, in the order in which they are given.
REASONS = (
    "few",
    "indicators",
    "bases",
    "claimants",
    "places",
    "units",
    "revision",
    "retelling",
    "superseded",
    "stock",
    "cumulative",
    "rate",
    "overlap",
    "same_time",
    "lengths",
    "starts",
    "vague",
    "ends",
    "cancelling",
)


@dataclass(frozen=True)
class Reason:
    """Why not: one of REASONS, and the ids of the figures it is about, by time."""

    code: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """All reasons why figures are not put together, in the order of REASONS; never empty."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Sum:
    """What figures give together, in `unit`; low, best, high and bound as a figure has them.

    `approximate` says that an addend is only *about* or *nearly* its number, so that every end of a range or a bound
    is so, too. `gaps` are the first and last days of the times between the addends that none of them is about.
    """

    low: float | None
    best: float | None
    high: float | None
    bound: str
    unit: str
    ids: tuple[str, ...]
    approximate: bool
    start: date
    end: date
    gaps: tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Series:
    """Figures that may stand on one line, in order of time, and the unit they share."""

    ids: tuple[str, ...]
    unit: str


def candidates(ledger: Ledger, figure_ids: Iterable[str], day: date) -> pd.DataFrame:
    """Return the figures with these ids that are known on `day`, each once, with what `together` and `joined` ask.

    Columns as in the ledger, plus `counting` (of the indicator), `origin` (the figure all its versions and retellings
    go back to) and `valid` (the version valid on `day`; the figure's own id if that is itself or what it retells).
    """
    known = known_by(ledger.figures, day)
    rows = known[known["id"].isin(list(figure_ids))]
    after = successors(ledger.figures, day)
    counting = [ledger.find("indicators", one)["counting"] for one in rows["indicator_id"]]
    origins, valid = [], []
    for row in ledger.records("figures", rows):
        origins.append(_last(row["id"], lambda one: _before(ledger.find("figures", one))))
        told = _last(row["id"], lambda one: ledger.find("figures", one)["restates"])
        newest = _last(told, lambda one: after.get(one, ""))
        valid.append(row["id"] if newest == told else newest)
    return rows.assign(counting=counting, origin=origins, valid=valid)


def together(figures: pd.DataFrame) -> Sum | Refusal:
    """Add figures (columns as `candidates` gives them), or say everything that speaks against it."""
    rows = _in_time(figures)
    unit = _common_unit(rows)
    reasons = [*_shared(rows, unit), *_against_adding(rows)]
    if reasons or unit is None:
        return Refusal(_ordered(reasons))
    return _added(rows, unit)


def joined(figures: pd.DataFrame) -> Series | Refusal:
    """Put figures (columns as `candidates` gives them) in one series by time, or say everything against it.

    A series is stricter than a list: one value for each time, periods of like length, counts from one start.
    """
    rows = _in_time(figures)
    unit = _common_unit(rows)
    reasons = [*_shared(rows, unit), *_against_joining(rows)]
    if reasons or unit is None:
        return Refusal(_ordered(reasons))
    return Series(tuple(row["id"] for row in rows), unit)


def _last(start: str, following: Callable[[str], str]) -> str:
    """Follow a chain of ids to its end; chains have one, a rule of the ledger sees to it."""
    at = start
    while step := following(at):
        at = step
    return at


def _before(row: Record) -> str:
    """Return the figure a figure retells or revises; empty if none."""
    return row["restates"] or row["supersedes"]


def _in_time(figures: pd.DataFrame) -> list[Record]:
    rows = figures.to_dict("records")
    return sorted(rows, key=lambda row: (row["period_start"], row["period_end"], row["id"]))


def _common_unit(rows: list[Record]) -> str | None:
    """Return the unit all rows are in or can be converted to; None if there is none."""
    units = sorted({row["unit"] for row in rows})
    return next((one for one in units if all(convertible(other, one) for other in units)), None)


def _ids(rows: Iterable[Record]) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows)


def _ordered(reasons: list[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda one: (REASONS.index(one.code), one.ids)))


def _shared(rows: list[Record], unit: str | None) -> Iterator[Reason]:
    """Yield what forbids both adding and joining: too few, of different kinds, or twice the same."""
    if len(rows) < 2:
        yield Reason("few", _ids(rows))
    for code, column in (("indicators", "indicator_id"), ("bases", "basis"), ("places", "place_id")):
        if len({row[column] for row in rows}) > 1:
            yield Reason(code, _ids(rows))
    claimants = {row["claimant_id"] for row in rows}
    if len(rows) > 1 and (len(claimants) > 1 or "" in claimants):  # two who are not named need not be one
        yield Reason("claimants", _ids(rows))
    if rows and unit is None:
        yield Reason("units", _ids(rows))
    for same in _alike(rows, "origin"):
        yield Reason("retelling" if any(row["restates"] for row in same) else "revision", _ids(same))
    if outdated := [row for row in rows if row["valid"] != row["id"]]:
        yield Reason("superseded", _ids(outdated))


def _against_adding(rows: list[Record]) -> Iterator[Reason]:
    for code in ("stock", "cumulative"):
        if found := [row for row in rows if row["counting"] == code]:
            yield Reason(code, _ids(found))
    if rates := [row for row in rows if row["unit"] in RATES]:
        yield Reason("rate", _ids(rates))
    for met in _overlapping([row for row in rows if row["counting"] == "within_period"]):
        yield Reason("overlap", _ids(met))
    if vague := [row for row in rows if row["bound"] == "vague"]:
        yield Reason("vague", _ids(vague))
    floors = [row for row in rows if row["bound"] in LOWER_BOUNDS]
    ceilings = [row for row in rows if row["bound"] in UPPER_BOUNDS]
    if floors and ceilings:
        yield Reason("ends", _ids(row for row in rows if row["bound"] in (*LOWER_BOUNDS, *UPPER_BOUNDS)))
    # The rest of what cancels out would be far more exact than what it was made of.
    signs = {sign for row in rows if row["bound"] != "vague" for sign in _signs(row)}
    if any(row["bound"] in SOFT for row in rows) and signs >= {-1, 1}:
        yield Reason("cancelling", _ids(row for row in rows if row["bound"] != "vague"))


def _against_joining(rows: list[Record]) -> Iterator[Reason]:
    kinds = {row["counting"] for row in rows}
    if len(kinds) == 1:  # of different countings they are different indicators, which is said already
        if kinds == {"cumulative"}:
            met = list(_alike(rows, "period_end"))
            starts = [row for row in rows if row["period_start"] != row["period_end"]]  # else none is named
            if len({row["period_start"] for row in starts}) > 1:
                yield Reason("starts", _ids(starts))
        else:
            met = list(_overlapping(rows))
        for same in met:
            yield Reason("same_time", _ids(same))
    counted = [row for row in rows if row["counting"] == "within_period" and row["unit"] not in RATES]
    lengths = [row["period_end"] - row["period_start"] + DAY for row in counted]
    if lengths and max(lengths) > LENGTHS * min(lengths):
        yield Reason("lengths", _ids(counted))
    if vague := [row for row in rows if row["bound"] == "vague"]:
        yield Reason("vague", _ids(vague))


def _alike(rows: list[Record], column: str) -> Iterator[list[Record]]:
    """Yield the rows that share a value of a column, where two or more do."""
    found: dict[Any, list[Record]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    yield from (same for same in found.values() if len(same) > 1)


def _overlapping(rows: list[Record]) -> Iterator[list[Record]]:
    """Yield the rows (by start) whose periods hang together by common days, where two or more do."""
    met: list[Record] = []
    for row in rows:
        if met and row["period_start"] > max(one["period_end"] for one in met):
            if len(met) > 1:
                yield met
            met = []
        met.append(row)
    if len(met) > 1:
        yield met


def _numbers(row: Record) -> list[float]:
    return [float(row[end]) for end in ENDS if not pd.isna(row[end])]


def _signs(row: Record) -> set[int]:
    return {1 if value > 0 else -1 for value in _numbers(row) if value}


def _added(rows: list[Record], unit: str) -> Sum:
    """Add what may be added: lower ends to lower ends, upper ends to upper ends, and what is open stays open."""
    bounds = [row["bound"] for row in rows]
    ratios = [factor(row["unit"], unit) for row in rows]
    lows = [min(_numbers(row)) * ratio for row, ratio in zip(rows, ratios, strict=True)]
    highs = [max(_numbers(row)) * ratio for row, ratio in zip(rows, ratios, strict=True)]
    low, high, approximate = fsum(lows), fsum(highs), any(bound in SOFT for bound in bounds)
    ends = _ends(bounds, low, high, approximate)
    start, end = rows[0]["period_start"].date(), max(row["period_end"] for row in rows).date()
    return Sum(*ends, unit, _ids(rows), approximate, start, end, _gaps(rows))


def _ends(
    bounds: Sequence[str], low: float, high: float, approximate: bool
) -> tuple[float | None, float | None, float | None, str]:
    """Return low, best, high and bound of a sum whose addends have these bounds.

    A bound is strict (*more than*) if one addend's is, unless another is only approximate.
    """
    if any(bound in LOWER_BOUNDS for bound in bounds):
        return low, None, None, "more_than" if "more_than" in bounds and not approximate else "at_least"
    if any(bound in UPPER_BOUNDS for bound in bounds):
        return None, None, high, "less_than" if "less_than" in bounds and not approximate else "up_to"
    if "range" in bounds:
        return low, None, high, "range"
    if approximate:
        return None, low, None, "about" if "about" in bounds else "nearly"
    return low, low, low, "exact"


def _gaps(rows: list[Record]) -> tuple[tuple[date, date], ...]:
    """Return the times between rows (by start, without overlaps) of which none of them speaks."""
    pairs = pairwise(rows)
    between = [(one["period_end"].date() + DAY, other["period_start"].date() - DAY) for one, other in pairs]
    return tuple((first, last) for first, last in between if first <= last)
