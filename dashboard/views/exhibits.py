"""A chart together with what has to go with it: source line, alt text, its rows as a table and as CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption, Picture
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.marks import mended
from dashboard.views.request import Request


@dataclass(frozen=True)
class Exhibit:
    """A chart with its rows as a table (HTML) and as CSV; `picture` is None where nothing was known yet."""

    picture: Picture | None
    written: str | Callable[[], str]  # the table, or what writes it; empty where the page itself lists the rows
    rows: pd.DataFrame
    name: str
    of_figures: bool = False  # whether the rows are figures, which can be cited

    @cached_property
    def table(self) -> str:
        """The rows as HTML; written when first asked for, as few readers open it."""
        return self.written if isinstance(self.written, str) else self.written()

    @cached_property
    def csv(self) -> str:
        """The rows as CSV with the ledger's own columns; written when first asked for."""
        return csv(self.rows)


def exhibit(ledger: Ledger, picture: Picture, figures: pd.DataFrame, request: Request) -> Exhibit:
    """Put a chart of figures together with those figures."""

    def table() -> str:
        return render("rows", request.words, rows=records(ledger, figures, request))

    return Exhibit(picture, table, figures[ledger.figures.columns], picture.name, of_figures=True)


def csv(table: pd.DataFrame, header: bool = True) -> str:
    """Return rows as CSV in the form the ledger's own files have."""
    truths = {
        name: table[name].map({True: "true", False: "false"}) for name in table.columns[table.dtypes == "boolean"]
    }
    table = table.assign(**truths)
    return table.to_csv(index=False, header=header, lineterminator="\n", date_format="%Y-%m-%d", float_format="%.15g")


def nothing_yet(request: Request, name: str, text: str) -> Exhibit:
    """Return the exhibit for a day on which nothing of the kind was known; `text` says what is missing."""
    return Exhibit(None, render("empty", request.words, text=text), pd.DataFrame(), name)


def file_name(request: Request, *parts: str) -> str:
    """Return the name under which a picture or its rows are saved: what, as of when, in which language."""
    return "-".join(["lagebild", *parts, request.day.isoformat(), request.language])


def sources(ledger: Ledger, rows_: pd.DataFrame, request: Request) -> str:
    """Return the source line of a chart: the pages most rows stand on, and the as-of day."""
    words = request.words
    publishers = pd.Series([ledger.find("documents", one)["publisher"] for one in rows_["document_id"]], dtype="str")
    names = list(publishers.replace("", words("claim.story")).value_counts().index)
    listed = ", ".join(names[:3])
    more = len(names) - 3
    text = words.count("chart.source_more", more, names=listed) if more > 0 else words("chart.source", names=listed)
    return f"{text} {words('chart.as_of', day=words.day(request.day))}"


def alt(caption: Caption, table: pd.DataFrame, words: Words) -> str:
    """Return a chart's text for those who cannot see it: the takeaway, then every row (`label`, `said`)."""
    listed = "; ".join(f"{label}: {said}" for label, said in zip(table["label"], table["said"], strict=True))
    return words("chart.alt", title=caption.title, subtitle=caption.subtitle, rows=listed)


def records(ledger: Ledger, figures: pd.DataFrame, request: Request) -> list[dict[str, Any]]:
    """Return figures as the rows of a readable table."""
    words = request.words
    replaced = questions.replacements(ledger.figures, request.day)
    return [
        {
            "id": row["id"],
            "superseded": rows.superseded_by(ledger, replaced.get(row["id"]), words),
            "said": words.amount(row),
            "receipt": links.receipt(request, row["id"]),
            "as_written": row["as_written"],
            "language": ledger.find("documents", row["document_id"])["language"],
            "indicator": words.pick(ledger.find("indicators", row["indicator_id"]), "label"),
            "claimant": rows.claimant_of(ledger, row, words),
            "stated": words.short_day(row["stated_on"]),
            "period": words.period(row["period_start"].date(), row["period_end"].date()),
            "place": words.pick(ledger.find("places", row["place_id"]), "name"),
            "status": words.of("status", row["status"]),
            "page": rows.source_of(ledger, row["document_id"], words),
            "link": ledger.find("documents", row["document_id"])["url"],
            "known": words.short_day(row["known_from"]),
            "mended": mended(ledger, request, "figures", row["id"]),
        }
        for row in ledger.records("figures", figures)
    ]
