"""Figures of the ledger as tidy rows a chart, a table or a card can take: names resolved, bounds said, sources linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing.picture import Picture, escape
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views.request import Request


@dataclass(frozen=True)
class Exhibit:
    """A chart with its rows as a table (HTML) and as CSV text; `picture` is None where nothing was known yet."""

    picture: Picture | None
    table: str
    csv: str
    name: str


def claims(ledger: Ledger, figures: pd.DataFrame, request: Request, unit: str) -> pd.DataFrame:
    """Return figures as rows for the claims charts, in `unit`, in the order given.

    Columns as `drawing.claims` and `drawing.moments` take them, plus `id`, `claimant`, `stated_on`, `link`, `publisher`.
    """
    words = request.words
    actors = ledger.actors.set_index("id")
    documents = ledger.documents.set_index("id")
    replaced = set(questions.superseded_by(ledger.figures, request.day).index)
    rows = []
    for original, row in zip(
        figures.to_dict("records"), questions.in_unit(figures, unit).to_dict("records"), strict=True
    ):
        actor = actors.loc[row["claimant_id"]] if row["claimant_id"] else None
        claimant = words.pick(actor, "name") if actor is not None else words("claim.unnamed")
        document = documents.loc[row["document_id"]]
        said = words.amount(original)
        rows.append(
            {
                "id": row["id"],
                "label": f"{words.short_day(row['stated_on'])} {claimant}",
                "short": f"{words.amount(original, with_unit=False)} {claimant}",
                "claimant": claimant,
                "heading": "",
                "low": row["low"],
                "best": row["best"],
                "high": row["high"],
                "bound": row["bound"],
                "said": said,
                "side": actor["side"] if actor is not None else "media",
                "solid": row["basis"] == "measured" or row["status"] == "confirmed",
                "faded": row["id"] in replaced,
                "on": row["period_end"],
                "stated_on": row["stated_on"],
                "hover": hover(original, said, claimant, document, words),
                "publisher": source_of(document, words),
                "link": document["url"],
            }
        )
    columns = ["id", "label", "low", "best", "high", "bound", "said", "side", "solid", "faded", "hover", "heading", "on", "stated_on"]
    return pd.DataFrame(rows) if rows else pd.DataFrame(columns=columns)


def spot(row: Mapping[str, Any]) -> float:
    """Return the number a figure is drawn at: itself, or the end its wording gives. Not for ranges and vague figures."""
    return float(next(row[end] for end in ("best", "low", "high") if not pd.isna(row[end])))


def hover(row: dict[str, Any], said: str, claimant: str, document: pd.Series, words: Words) -> str:
    """Return what a chart's mark says when pointed at: number, words, speaker, page, status; one fact a line."""
    lines = [
        f"<b>{escape(said)}</b>",
        escape(words("claim.quoted", text=row["as_written"])),
        escape(words("claim.by", claimant=claimant, day=words.day(row["stated_on"]))),
        escape(words("claim.about", period=words.period(row["period_start"].date(), row["period_end"].date()))),
        escape(words("claim.page", page=source_of(document, words), day=words.day(row["known_from"]))),
        escape(f"{words.of('status', row['status'])}, {words.of('basis', row['basis'])}"),
    ]
    return "<br>".join(lines)


def source_of(document: pd.Series, words: Words) -> str:
    """Return a document's publisher, with the house whose text it carries."""
    name = document["publisher"] or words.pick(document, "title")
    return words("claim.carries", publisher=name, agency=document["agency"]) if document["agency"] else name


def sources(ledger: Ledger, figures: pd.DataFrame, request: Request) -> str:
    """Return the source line of a chart: the pages most rows stand on, and the as-of day."""
    words = request.words
    documents = ledger.documents.set_index("id").loc[list(figures["document_id"])]
    names = list(documents["publisher"].replace("", words("claim.story")).value_counts().index)
    listed = ", ".join(names[:3])
    text = words.count("chart.source_more", len(names) - 3, names=listed) if len(names) > 3 else words("chart.source", names=listed)
    return f"{text} {words('chart.as_of', day=words.day(request.day))}"


def records(ledger: Ledger, figures: pd.DataFrame, request: Request) -> tuple[list[dict[str, Any]], str]:
    """Return the rows of a chart for its table, and the same rows as CSV with the ledger's own columns."""
    words = request.words
    actors = ledger.actors.set_index("id")
    documents = ledger.documents.set_index("id")
    places = ledger.places.set_index("id")
    listed = []
    for row in figures.to_dict("records"):
        document = documents.loc[row["document_id"]]
        listed.append(
            {
                "id": row["id"],
                "said": words.amount(row),
                "as_written": row["as_written"],
                "language": document["language"],
                "claimant": words.pick(actors.loc[row["claimant_id"]], "name") if row["claimant_id"] else words("claim.unnamed"),
                "stated": words.short_day(row["stated_on"]),
                "period": words.period(row["period_start"].date(), row["period_end"].date()),
                "place": words.pick(places.loc[row["place_id"]], "name"),
                "status": words.of("status", row["status"]),
                "page": source_of(document, words),
                "link": document["url"],
                "known": words.short_day(row["known_from"]),
            }
        )
    return listed, figures.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")
