"""Figures of the ledger as rows a chart, a table or a card can take: names resolved, bounds said, sources linked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.drawing.picture import escape
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links
from dashboard.views.request import Request


def claims(ledger: Ledger, figures: pd.DataFrame, request: Request, unit: str) -> pd.DataFrame:
    """Return figures as rows for the claims charts, in `unit`, in the order given.

    Columns as `drawing.claims` and `drawing.moments` take them, plus `claimant`, and `short`, a label without the day.
    """
    words = request.words
    replaced = questions.replacements(ledger.figures, request.day)
    drawn = questions.in_unit(figures, unit)
    usual = figures["place_id"].mode()
    ends = zip(drawn["low"], drawn["best"], drawn["high"], strict=True)
    rows = []
    for row, (low, best, high) in zip(ledger.records("figures", figures), ends, strict=True):
        claimant = claimant_of(ledger, row, words)
        elsewhere = "" if row["place_id"] in set(usual) else f" ({place_of(ledger, row, words)})"
        said = words.amount(row)  # in the unit of the wording, while the mark stands in the chart's
        outdated = superseded_by(ledger, replaced.get(row["id"]), words)
        since = ledger.find("figures", replaced[row["id"]])["known_from"] if outdated else None
        rows.append(
            {
                "label": f"{words.short_day(row['stated_on'])} {claimant}{elsewhere}",
                "short": f"{words.amount(row, with_unit=row['unit'] != unit)} {claimant}{elsewhere}",
                "claimant": claimant,
                "heading": "",
                "low": low,
                "best": best,
                "high": high,
                "bound": row["bound"],
                "said": words("claim.outdated", said=said, day=words.short_day(since)) if since else said,
                "side": side_of(ledger, row),
                "solid": row["basis"] == "measured" or row["status"] == "confirmed",
                "faded": row["id"] in replaced,
                "on": row["period_end"],
                "hover": hover(ledger, row, said, claimant, words, outdated),
                "opens": links.mark(row["id"]),
            }
        )
    return pd.DataFrame(rows)


def spot(row: Mapping[str, Any]) -> float:
    """Return the number a figure is drawn at: itself, or the end its wording gives. Not for vague figures."""
    return float(next(row[end] for end in ("best", "low", "high") if not pd.isna(row[end])))


def first_version(ledger: Ledger, row: dict[str, Any]) -> dict[str, Any]:
    """Return the version of a figure that was published first: what it supersedes in the end, or itself."""
    while row["supersedes"]:
        row = ledger.find("figures", row["supersedes"])
    return row


def superseded_by(ledger: Ledger, successor_id: str | None, words: Words) -> str:
    """Say since when a figure is superseded and by what, given the id of its next version; empty without one."""
    if not successor_id:
        return ""
    row = ledger.find("figures", successor_id)
    return words("claim.superseded", day=words.short_day(row["known_from"]), said=words.amount(row))


def hover(ledger: Ledger, row: Mapping[str, Any], said: str, claimant: str, words: Words, outdated: str = "") -> str:
    """Return what a chart's mark says when pointed at: number, words, speaker, page, status; one fact a line."""
    page = source_of(ledger, row["document_id"], words)
    lines = [
        words("claim.quoted", text=row["as_written"]),
        words("claim.by", claimant=claimant, day=words.day(row["stated_on"])),
        words("claim.about", place=place_of(ledger, row, words), period=period_of(row, words)),
        words("claim.page", page=page, day=words.day(row["known_from"])),
        f"{words.of('status', row['status'])}, {words.of('basis', row['basis'])}",
        *([outdated] if outdated else []),
    ]
    return "<br>".join([f"<b>{escape(said)}</b>", *(escape(line) for line in lines)])


def claimant_of(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    """Return the name of who states a figure, or that nobody is named."""
    return (
        words.pick(ledger.find("actors", row["claimant_id"]), "name") if row["claimant_id"] else words("claim.unnamed")
    )


def place_of(ledger: Ledger, row: Mapping[str, Any], words: Words) -> str:
    """Return the name of the place a figure is about."""
    return words.pick(ledger.find("places", row["place_id"]), "name")


def place_beside(ledger: Ledger, row: Mapping[str, Any], label: str, words: Words) -> str:
    """Return the place a figure is about, or nothing where the label of its indicator names it, oblast or not."""
    place = place_of(ledger, row, words)
    bare = place.removeprefix("Oblast ").removesuffix(" oblast")
    return "" if bare in label else place


def period_of(row: Mapping[str, Any], words: Words) -> str:
    """Return the period a figure is about, as people say it."""
    return words.period(row["period_start"].date(), row["period_end"].date())


def side_of(ledger: Ledger, row: Mapping[str, Any]) -> str:
    """Return whose side the claimant is on; where nobody is named, that of whoever published it."""
    return ledger.find("actors", row["claimant_id"])["side"] if row["claimant_id"] else "media"


def source_of(ledger: Ledger, document_id: str, words: Words) -> str:
    """Return a document's publisher, with the house whose text it carries."""
    document = ledger.find("documents", document_id)
    name = document["publisher"] or words.pick(document, "title")
    return words("claim.carries", publisher=name, agency=document["agency"]) if document["agency"] else name
