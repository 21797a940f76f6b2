"""The data page: every table as known on the day, searchable, with the codebook's words for each column."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views.exhibits import csv
from dashboard.views.request import Request


@dataclass(frozen=True)
class TableView:
    """One table: its rows, what its columns mean, and how many rows there are in all and were found."""

    name: str
    title: str
    description: str
    rows: pd.DataFrame
    csv: str
    columns: dict[str, str]
    codebook: str
    total: int
    known: int


def names(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the tables a reader can choose, with their titles; the figures first, as they are the heart."""
    tables = ledger.contract.tables
    first = {"figures": tables["figures"], **tables}
    return {name: table.title[request.language] for name, table in first.items()}


def table(ledger: Ledger, request: Request, name: str, search: str) -> TableView:
    """Prepare one table: rows known on the day in which every searched word occurs, case aside."""
    words = request.words
    schema = ledger.contract[name]
    whole = ledger.table(name)
    rows = _as_known(ledger, name, request)
    known = len(rows)
    shown = rows[list(schema.names)]
    for spec in schema.fields:
        if spec.type == "date":
            shown = shown.assign(**{spec.name: shown[spec.name].dt.strftime("%Y-%m-%d")})
    # A row is searched as it would stand in the file; the tables hold no line breaks, a check sees to that.
    found = csv(shown, header=False).casefold().splitlines()
    lines = pd.Series(found, index=shown.index, dtype="str")
    for word in search.casefold().split():
        lines = lines[lines.str.contains(word, regex=False)]
    shown = shown.loc[lines.index]
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
    return TableView(
        name=name,
        title=schema.title[request.language],
        description=schema.description[request.language],
        rows=shown.reset_index(drop=True),
        csv=csv(shown),
        columns={one.name: one.description[request.language] for one in schema.fields},
        codebook=render("codebook", words, fields=fields),
        total=len(whole),
        known=known,
    )


def _as_known(ledger: Ledger, name: str, request: Request) -> pd.DataFrame:
    """Return the rows of a table a reader of the day could have; people, places and indicators are always there."""
    whole = ledger.table(name)
    if "known_from" in whole:
        return questions.known_by(whole, request.day)
    if name == "documents":
        return whole[whole["published_on"] <= pd.Timestamp(request.day)]
    return whole
