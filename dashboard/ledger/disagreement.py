"""Who contradicts whom: which figures of one indicator may be held against each other, and what they span.

Figures about different places are no disagreement, nor are those about different times; nothing here is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from dashboard.ledger.questions import Record

WINDOW = pd.Timedelta(days=45)  # how far apart two days may lie that counts of a stock are about
AROUND = ("all", "stated", "about")


def around(figures: pd.DataFrame, day: date, which: str) -> pd.DataFrame:
    """Keep all figures, those stated within WINDOW before `day`, or those about a time within WINDOW of it."""
    at = pd.Timestamp(day)
    if which == "stated":
        return figures[figures["stated_on"] >= at - WINDOW]
    if which == "about":
        return figures[(figures["period_end"] >= at - WINDOW) & (figures["period_start"] <= at + WINDOW)]
    return figures


def latest(rows: Iterable[Record], counting: str) -> list[list[Record]]:
    """Return each claimant's figures about one place on one basis, the newest first, the newest of them alike.

    A change within a period has no older and newer: there, each period stands alone. Lists are in the order in which
    `rows` first names them. Two figures of the same claimant, day and statement both stand as newest: see `newest`.
    """
    found: dict[tuple[Any, ...], list[Record]] = {}
    for row in rows:
        period = (row["period_start"], row["period_end"]) if counting == "within_period" else ()
        unnamed = "" if row["claimant_id"] else row["id"]  # two who are not named need not be one
        found.setdefault((row["claimant_id"], unnamed, row["place_id"], row["basis"], *period), []).append(row)
    return [sorted(same, key=_age, reverse=True) for same in found.values()]


def newest(same: list[Record]) -> list[Record]:
    """Return those of one claimant's figures (newest first) that nothing newer of his replaces."""
    return [row for row in same if _age(row) == _age(same[0])]


def _age(row: Record) -> tuple[Any, Any]:
    return row["period_end"], row["stated_on"]


def comparable(rows: Iterable[Record], counting: str) -> list[list[Record]]:
    """Return the figures that can be held against each other, those with several voices first, then the latest first.

    About one place; changes about the same period; of stocks and running counts each claimant's newest, about a day
    within WINDOW of the newest of all. Every group has one figure at least.
    """
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for same in latest(rows, counting):
        for row in newest(same):
            period = (row["period_start"], row["period_end"]) if counting == "within_period" else ()
            groups.setdefault((row["place_id"], *period), []).append(row)
    kept = [_at_one_time(group) for group in groups.values()]
    return sorted(kept, key=lambda group: (len(group) > 1, max(_age(row) for row in group)), reverse=True)


def _at_one_time(group: list[Record]) -> list[Record]:
    """Keep each claimant's newest figures, whatever their basis, and those near enough in time to the newest of all."""
    last: dict[str, tuple[Any, Any]] = {}
    for row in group:
        who = row["claimant_id"] or row["id"]
        last[who] = max(last.get(who, _age(row)), _age(row))
    end = max(row["period_end"] for row in group)
    return [
        row for row in group if _age(row) == last[row["claimant_id"] or row["id"]] and row["period_end"] >= end - WINDOW
    ]
