"""The data page: every table as known on the day, searchable, with the codebook's words for each column."""

from __future__ import annotations

import io
from csv import reader
from dataclasses import dataclass

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views.exhibits import csv
from dashboard.views.request import Request

PAGE = 50  # rows shown at once; the CSV has them all
LINK = 44  # characters of a link that are shown; a longer text gets room to wrap


@dataclass(frozen=True)
class TableView:
    """One table: a page of its rows as HTML, all found rows as CSV, and what its columns mean."""

    title: str
    head: str
    rows: str
    csv: str
    codebook: str
    found: int

    @property
    def pages(self) -> int:
        """How many pages the rows found take; at least one."""
        return max(1, -(-self.found // PAGE))


def names(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the tables a reader can choose, with their titles; the figures first, as they are the heart."""
    tables = ledger.contract.tables
    first = {"figures": tables["figures"], **tables}
    return {name: table.title[request.language] for name, table in first.items()}


def table(ledger: Ledger, request: Request, name: str, search: str, page: int = 1) -> TableView:
    """Prepare one table: rows known on the day that hold every searched word, case aside; `page` counts from 1."""
    words = request.words
    schema = ledger.contract[name]
    known = _as_known(ledger, name, request)
    found = _searched(known[list(schema.names)], search)
    fields = [
        {
            "name": one.name,
            "type": one.type,
            "required": one.required,
            "enum": one.enum,
            "description": one.description[request.language],
            "example": one.example,
            "bad_example": one.bad_example,
        }
        for one in schema.fields
    ]
    shown = found.iloc[(page - 1) * PAGE : page * PAGE]
    kinds = [one.type in ("number", "integer") for one in schema.fields]
    cells = [[_cell(*pair) for pair in zip(row, kinds, strict=True)] for row in reader(io.StringIO(csv(shown, False)))]
    return TableView(
        title=schema.title[request.language],
        head=render(
            "table_head",
            words,
            description=schema.description[request.language],
            found=len(found),
            known=words.number(len(known)),
            total=words.number(len(ledger.table(name))),
        ),
        rows=render("table", words, title=schema.title[request.language], fields=fields, rows=cells),
        csv=csv(found),
        codebook=render("codebook", words, fields=fields),
        found=len(found),
    )


def _cell(text: str, number: bool) -> tuple[str, str, str]:
    """Return a cell's CSS class, its text as shown, and its link, if it is one."""
    if text.startswith(("https://", "http://")):
        return "", text if len(text) <= LINK else f"{text[:LINK]}…", text
    return "lb-num" if number else "lb-text" if len(text) > LINK else "", text, ""


def _searched(rows: pd.DataFrame, search: str) -> pd.DataFrame:
    """Keep the rows that hold every word, searched as they would stand in the file (which has no line breaks)."""
    lines = pd.Series(csv(rows, header=False).casefold().splitlines(), index=rows.index, dtype="str")
    for word in search.casefold().split():
        lines = lines[lines.str.contains(word, regex=False)]
    return rows.loc[lines.index]


def _as_known(ledger: Ledger, name: str, request: Request) -> pd.DataFrame:
    """Return the rows of a table a reader of the day could have; people, places and indicators are always there."""
    whole = ledger.table(name)
    if "known_from" in whole:
        return questions.known_by(whole, request.day)
    if name == "documents":
        return whole[whole["published_on"] <= pd.Timestamp(request.day)]
    return whole
