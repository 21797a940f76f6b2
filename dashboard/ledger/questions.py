"""Questions to the data: pure functions of tables and days. They know neither Streamlit nor Plotly.

Two clocks run here. A figure is *about* a period (`period_start`, `period_end`) and it is *known from* a day
(`known_from`). Every question that takes a `day` answers as a reader of that day could have: rows known later are
not there at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.ledger.tables import Ledger
from dashboard.ledger.units import factor

Record = dict[str, Any]  # one row, with the values of its table's columns


def known_by(table: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the rows of any table with `known_from` that could be known on `day`, in their order."""
    return table[table["known_from"] <= pd.Timestamp(day)]


def superseded(figures: pd.DataFrame, day: date) -> set[str]:
    """Return the ids of the figures whose replacement could be known on `day`."""
    return set(successors(figures, day))


def successors(figures: pd.DataFrame, day: date) -> dict[str, str]:
    """Return, by the id of each figure replaced by `day`, the id of the figure that replaced it: the next version."""
    last = pd.Timestamp(day).to_datetime64()
    rows = zip(figures["supersedes"], figures["id"], figures["known_from"].to_numpy(), strict=True)
    return {old: new for old, new, known_from in rows if old and known_from <= last}


def replacements(figures: pd.DataFrame, day: date) -> dict[str, str]:
    """Return, by the id of each figure that no longer stands on `day`, the id of the next version.

    A retelling no longer stands when the figure it retells was replaced.
    """
    after = successors(figures, day)
    retold = zip(figures["id"], figures["restates"], strict=True)
    return after | {one: after[original] for one, original in retold if original in after and one not in after}


def replacement(figures: pd.DataFrame, figure_id: str, day: date) -> str:
    """Return the id of the last version that stands on `day` instead of a figure; empty if it still stands itself."""
    found, after = "", replacements(figures, day)
    while figure_id in after:
        found = figure_id = after[figure_id]
    return found


def current(figures: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the latest version of each figure that could be known on `day`.

    A figure drops out only when one that supersedes it is itself known by then.
    """
    known = known_by(figures, day)
    return known[~known["id"].isin(superseded(figures, day))]


def versions(figures: pd.DataFrame, figure_id: str, day: date) -> pd.DataFrame:
    """Return all versions of the figure `figure_id` known by `day`, first published first.

    The chain is followed both ways along `supersedes`; KeyError if no figure has this id.
    """
    known = known_by(figures, day)
    after = {old: new for old, new in zip(known["supersedes"], known["id"], strict=True) if old}
    before = dict(zip(figures["id"], figures["supersedes"], strict=True))
    if figure_id not in before:
        raise KeyError(figure_id)
    chain = [figure_id]
    while before[chain[0]]:
        chain.insert(0, before[chain[0]])
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    return known.set_index("id", drop=False).reindex(chain).dropna(subset=["known_from"]).reset_index(drop=True)


def by_claimant(figures: pd.DataFrame, claimant_id: str) -> pd.DataFrame:
    """Return the figures stated by one actor."""
    return figures[figures["claimant_id"] == claimant_id]


def of_document(table: pd.DataFrame, document_id: str) -> pd.DataFrame:
    """Return the rows that stand in one document."""
    return table[table["document_id"] == document_id]


def without_retellings(figures: pd.DataFrame) -> pd.DataFrame:
    """Leave out figures that restate another one, so that no claim counts twice.

    What they restate is always known by then (a check sees to that), also where it has been revised since.
    """
    return figures[figures["restates"] == ""]


def series(figures: pd.DataFrame, indicator_id: str, basis: str, claimant_id: str, day: date) -> pd.DataFrame:
    """Return what one claimant gave for one indicator on one basis, latest versions as of `day`, by period.

    The three together are what may be compared along time; anything else is a different series.
    """
    rows = without_retellings(current(figures, day))
    mine = (rows["indicator_id"] == indicator_id) & (rows["basis"] == basis) & (rows["claimant_id"] == claimant_id)
    return rows[mine].sort_values(["period_start", "period_end"])


def months_only(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep figures about one calendar month, whole or from its first day on; adds `month` and `whole_month`."""
    start, end = figures["period_start"], figures["period_end"]
    in_month = (start.dt.day == 1) & (start.dt.to_period("M") == end.dt.to_period("M"))
    # A month on which less than three weeks had passed is not yet that month's figure.
    in_month &= end.dt.day >= 21
    rows = figures[in_month]
    return rows.assign(
        month=rows["period_start"],
        whole_month=rows["period_end"] == rows["period_start"] + pd.offsets.MonthEnd(0),
    )


def near(figures: pd.DataFrame, figure: Mapping[str, Any], days: int = 60) -> pd.DataFrame:
    """Return the figures to hold one figure against: same indicator, about the same time.

    For changes within a period the periods have to overlap; for a stock, the statements lie at most `days` apart.
    """
    same = figures[(figures["indicator_id"] == figure["indicator_id"]) & (figures["id"] != figure["id"])]
    if figure["period_start"] != figure["period_end"]:
        inside = (same["period_start"] >= figure["period_start"]) & (same["period_end"] <= figure["period_end"])
        return same[inside & (same["place_id"] == figure["place_id"])]
    apart = (same["stated_on"] - figure["stated_on"]).abs()
    return same[apart <= pd.Timedelta(timedelta(days=days))]


def in_unit(figures: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return the figures with low, best and high in `unit`; `as_written` keeps the original.

    ValueError if a row's unit has no fixed ratio to it.
    """
    if (figures["unit"] == unit).all():
        return figures
    ratio = figures["unit"].map(lambda one: factor(one, unit)).astype("float64")
    return figures.assign(**{end: figures[end] * ratio for end in ("low", "best", "high")}, unit=unit)


CONFIDENCE = {"high": 0, "medium": 1, "low": 2}


def holders_on(holders: pd.DataFrame, day: date) -> dict[str, list[Record]]:
    """Return, by place, the statements about who held it that could be known on `day`, the weightiest first.

    The newest evidence weighs most; of the same day's evidence the more confident, and then what is not only claimed by
    one side. Statements that disagree all stay in the list.
    """
    rows = known_by(holders, day)
    rows = rows[rows["evidence_on"] <= pd.Timestamp(day)]
    found: dict[str, list[Record]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(row["place_id"], []).append(row)
    for statements in found.values():
        statements.sort(key=lambda row: (CONFIDENCE[row["confidence"]], row["holder"] == "claimed_by_russia"))
        statements.sort(key=lambda row: row["evidence_on"], reverse=True)
    return found


def treaty_path(events: pd.DataFrame, day: date, steps: tuple[str, ...]) -> list[tuple[str, Record | None]]:
    """Return each step of the treaty in order with its event, or None where none was known on `day`."""
    known = known_by(events, day)
    found = {row["treaty_step"]: row for row in known[known["treaty_step"] != ""].to_dict("records")}
    return [(step, found.get(step)) for step in steps]


def acknowledgements(ledger: Ledger, sides: tuple[str, ...], day: date) -> dict[str, Record | None]:
    """Return, for each side, the first event known by `day` in which it confirmed the deployment, or None."""
    events = known_by(ledger.events, day)
    events = events[(events["kind"] == "troops") & (events["status"] == "confirmed") & (events["actor_id"] != "")]
    rows = events.sort_values("happened_on").to_dict("records")
    side_of = {row["actor_id"]: ledger.find("actors", row["actor_id"])["side"] for row in rows}
    return {one: next((row for row in rows if side_of[row["actor_id"]] == one), None) for one in sides}


def corrections_of(ledger: Ledger, table: str, row_id: str) -> list[Record]:
    """Return the board's own corrections of one row, the newest first; empty for nearly every row.

    They go by the board's own clock and know no as-of day: who may see the row may see what was wrong with it.
    """
    return ledger.corrected.get((table, row_id), [])


def withdraws(correction: Mapping[str, Any]) -> bool:
    """Whether a correction says that its row was taken out: it names no column, and nothing is right."""
    return not correction["column"] and not correction["right"]
