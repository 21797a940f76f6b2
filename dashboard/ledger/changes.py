"""What became known between two days: revisions, reversals, new figures, events, and our own reservations.

Pure questions of tables and days, like `dashboard.ledger.questions`. "Between" is always after the earlier day, up to
and including the later one, by the day from which a row is known; what a figure is about plays no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import pandas as pd

from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger

Kind = Literal["revised", "reversed", "new", "event", "doubt"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# The sides whose first confirmation of the deployment turns a status round.
SIDES = ("russia", "north_korea")


@dataclass(frozen=True)
class Change:
    """One thing that became known on `known_from`. `new` and `old` are ids of rows of `table`.

    `old` is what `new` takes the place of: the version of a figure or the statement about a town that held on the
    earlier day; empty where there was nothing. `steps` are all versions from `old` to `new`, both included, first
    published first; empty for anything but a revision.
    """

    kind: Kind
    table: str
    known_from: date
    new: str
    old: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """What held on two days in the same row of a comparison: ids of figures, empty where nothing was known."""

    old: str
    new: str
    revised: bool = False  # `new` is a later version of `old`, not merely a later figure


def between(ledger: Ledger, earlier: date, later: date) -> tuple[Change, ...]:
    """Return what became known after `earlier` and up to `later`, by kind and then by day, oldest first.

    Everything stands in it once: an event by which a side confirms the deployment for the first time is a reversal and
    not an event as well. ValueError if the days are in the wrong order.
    """
    _in_order(earlier, later)
    reversals = [*confirmations(ledger, earlier, later), *takeovers(ledger.holders, earlier, later)]
    told = {one.new for one in reversals if one.table == "events"}
    found = [
        *revisions(ledger.figures, earlier, later),
        *reversals,
        *new_figures(ledger.figures, earlier, later),
        *(one for one in _all("event", "events", ledger.events, earlier, later) if one.new not in told),
        *_all("doubt", "reservations", ledger.reservations, earlier, later),
    ]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.known_from, one.new)))


def new_figures(figures: pd.DataFrame, earlier: date, later: date) -> Iterator[Change]:
    """Yield the figures that became known and neither revise nor restate another one; ValueError as in `between`."""
    fresh = figures[(figures["supersedes"] == "") & (figures["restates"] == "")]
    yield from _all("new", "figures", fresh, earlier, later)


def revisions(figures: pd.DataFrame, earlier: date, later: date) -> Iterator[Change]:
    """Yield the figures whose latest version changed, also those first known in between; ValueError as in `between`.

    `old` is the version that held on the earlier day, or else the first one.
    """
    _in_order(earlier, later)
    days = _days(figures)
    for chain in chains(figures, later):
        known = sum(days[one] <= earlier for one in chain)
        if known < len(chain):
            steps = chain[max(known - 1, 0) :]
            yield Change("revised", "figures", days[steps[-1]], steps[-1], steps[0], steps)


def chains(figures: pd.DataFrame, day: date) -> list[tuple[str, ...]]:
    """Return the figures that had more than one version on `day`: their ids, first published first.

    The figure revised last comes last.
    """
    known = questions.known_by(figures, day)
    before = dict(zip(known["id"], known["supersedes"], strict=True))
    replaced = set(before.values())
    days = _days(known)
    found = []
    for last in before:
        if last in replaced or not before[last]:
            continue
        chain = [last]
        while older := before.get(chain[0], ""):
            chain.insert(0, older)
        found.append(tuple(chain))
    return sorted(found, key=lambda chain: (days[chain[-1]], chain[-1]))


def confirmations(ledger: Ledger, earlier: date, later: date) -> Iterator[Change]:
    """Yield the events by which a side confirmed the deployment for the first time; ValueError as in `between`."""
    _in_order(earlier, later)
    then, now = (questions.acknowledgements(ledger, SIDES, day) for day in (earlier, later))
    for side in SIDES:
        event = now[side]
        if then[side] is None and event is not None:
            yield Change("reversed", "events", event["known_from"].date(), event["id"])


def takeovers(holders: pd.DataFrame, earlier: date, later: date) -> Iterator[Change]:
    """Yield the towns whose holder changed, by the weightiest statement of each day; ValueError as in `between`.

    A first statement about a town turns nothing round.
    """
    _in_order(earlier, later)
    then, now = (questions.holders_on(holders, day) for day in (earlier, later))
    for place, statements in now.items():
        new, old = statements[0], then.get(place, [None])[0]
        if old is not None and old["holder"] != new["holder"]:
            yield Change("reversed", "holders", new["known_from"].date(), new["id"], old["id"])


def side_by_side(figures: pd.DataFrame, earlier: date, later: date) -> list[Pair]:
    """Return what differs between two days: the latest figures of each claimant, and revisions.

    A revision of what was known on the earlier day has a row of its own. Retellings are left out; figures of
    nobody named are rows of their own, as they need not come from the same mouth. ValueError as in `between`.
    """
    _in_order(earlier, later)
    then, now = _latest(figures, earlier), _latest(figures, later)
    known = set(questions.known_by(figures, earlier)["id"])
    pairs = {(one.old, one.new): True for one in revisions(figures, earlier, later) if one.old in known}
    for key, new in now.items():
        if (old := then.get(key, "")) != new:
            pairs.setdefault((old, new), False)
    return [Pair(old, new, revised) for (old, new), revised in pairs.items()]


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[float | None, str]:
    """Return by how much a figure changed, in its unit; None and the reason where the two cannot be subtracted.

    The reasons: `unit`, `bound` (one is no plain number) or `period` (they are not about the same days).
    """
    if old["unit"] != new["unit"]:
        return None, "unit"
    if not old["bound"] == new["bound"] == "exact":
        return None, "bound"
    if (old["period_start"], old["period_end"]) != (new["period_start"], new["period_end"]):
        return None, "period"
    return float(new["best"]) - float(old["best"]), ""


def _latest(figures: pd.DataFrame, day: date) -> dict[tuple[str, str, str, str], str]:
    """Return the id of the latest figure on `day` by indicator, claimant, place and kind of period.

    Latest is what is about the most recent time; of several, what was stated last. A month is held against a month,
    never against a quarter.
    """
    rows = questions.without_retellings(questions.current(figures, day))
    rows = rows.sort_values(["period_end", "stated_on", "period_start", "known_from", "id"])
    names = ("indicator_id", "claimant_id", "place_id", "period_start", "period_end", "id")
    return {
        (indicator, claimant or key, place, _kind_of_period(start, end)): key
        for indicator, claimant, place, start, end, key in zip(*(rows[name] for name in names), strict=True)
    }


def _kind_of_period(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """Return what makes two periods alike: a day, some days, a month or so, or the same fixed start."""
    days = (end - start).days + 1
    return "day" if days == 1 else "days" if days < 20 else "month" if days <= 31 else f"since {start:%Y-%m-%d}"


def _all(kind: Kind, name: str, table: pd.DataFrame, earlier: date, later: date) -> Iterator[Change]:
    """Yield every row of a table that became known."""
    _in_order(earlier, later)
    known = table["known_from"]
    rows = table[(known > pd.Timestamp(earlier)) & (known <= pd.Timestamp(later))]
    for key, day in _days(rows).items():
        yield Change(kind, name, day, key)


def _days(table: pd.DataFrame) -> dict[str, date]:
    """Return from which day each row is known, by id."""
    return {key: day.date() for key, day in zip(table["id"], table["known_from"], strict=True)}


def _in_order(earlier: date, later: date) -> None:
    if earlier > later:
        raise ValueError(f"{earlier} is not before {later}: the earlier day comes first")
