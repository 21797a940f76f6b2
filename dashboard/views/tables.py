"""The data page: every table as known on the day, searchable, with the codebook's words for each column."""

from __future__ import annotations

import io
from csv import reader
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.ledger import questions
from dashboard.ledger.schema import TableSchema
from dashboard.ledger.tables import Ledger
from dashboard.views import links
from dashboard.views.exhibits import csv
from dashboard.views.marks import mended
from dashboard.views.request import Request

PAGE = 50  # rows shown at once; the CSV has them all
LINK = 44  # characters of a link that are shown; a longer text gets room to wrap
# Columns shown first, where the order of the file does not serve a reader.
FIRST = {"figures": ("id", "as_written", "low", "best", "high", "bound")}
# By which words a row is found that refers to a row of these tables.
NAMES = {
    "actors": ("name_en", "name_de"),
    "places": ("name_en", "name_de"),
    "indicators": ("label_en", "label_de"),
    "documents": ("publisher",),
}


@dataclass(frozen=True)
class TableView:
    """One table: the rows found as pages of HTML and as CSV, and what its columns mean."""

    title: str
    head: str
    codebook: str
    kept: pd.DataFrame
    schema: TableSchema
    publishers: dict[str, str]
    mended: dict[str, str]
    request: Request

    @property
    def found(self) -> int:
        """How many rows were found."""
        return len(self.kept)

    @property
    def pages(self) -> int:
        """How many pages the rows found take; at least one."""
        return max(1, -(-self.found // PAGE))

    @cached_property
    def csv(self) -> str:
        """All rows found, with the columns in the order of the file; written when first asked for."""
        return csv(self.kept)

    @cached_property
    def rows(self) -> str:
        """The first page as HTML; written when first asked for."""
        return self.page(1)

    def page(self, number: int) -> str:
        """Return one page of the rows found as HTML; `number` counts from 1."""
        first = FIRST.get(self.schema.name, ())
        names = [*first, *(name for name in self.schema.names if name not in first)]
        fields = [self.schema.field(name) for name in names]
        leads = {one.field: one.table for one in self.schema.references} | {self.schema.key: self.schema.name}
        if self.schema.name == "figures":
            leads |= dict.fromkeys(("low", "best", "high"), "number")
        shown = self.kept[names].iloc[(number - 1) * PAGE : number * PAGE]
        language = self.request.language
        return render(
            "table",
            self.request.words,
            title=self.title,
            fields=[
                {"name": one.name, "title": one.title[language], "description": one.description[language]}
                for one in fields
            ],
            rows=[
                {
                    "cells": [
                        self._reference(leads.get(one.name, ""), text, row[0])
                        or _cell(text, one.type in ("number", "integer"))
                        for one, text in zip(fields, row, strict=True)
                    ],
                    "mended": self.mended.get(row[0], ""),
                }
                for row in _as_in_the_file(shown)
            ],
        )

    def _reference(self, table: str, text: str, row_id: str) -> tuple[str, str, str, str] | None:
        """Return the cell of a figure's id or number, which opens its receipt, or of a document's id; else None."""
        if text and table == "figures":
            return "", text, links.receipt(self.request, text), ""
        if text and table == "number":
            return "lb-num", text, links.receipt(self.request, row_id), ""
        if text and table == "documents":
            return "", text, links.document(self.request, text), self.publishers.get(text, "")
        return None


def names(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the tables a reader can choose, with their titles; the figures first, as they are the heart."""
    tables = ledger.contract.tables
    first = {"figures": tables["figures"], **tables}
    return {name: table.title[request.language] for name, table in first.items()}


def table(ledger: Ledger, request: Request, name: str, search: str = "") -> TableView:
    """Prepare one table: the rows known on the day in which every searched word stands, case aside."""
    words = request.words
    schema = ledger.contract[name]
    known = as_known(ledger, name, request)[list(schema.names)]
    found = _searched(ledger, schema, known, search)
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
        codebook=render(
            "codebook",
            words,
            fields=[
                {
                    "name": one.name,
                    "title": one.title[request.language],
                    "type": one.type,
                    "required": one.required,
                    "enum": one.enum,
                    "description": one.description[request.language],
                    "example": one.example,
                    "bad_example": one.bad_example,
                }
                for one in schema.fields
            ],
        ),
        kept=found,
        schema=schema,
        publishers={one["id"]: one["publisher"] for one in ledger.records("documents", ledger.documents)},
        mended={row_id: mended(ledger, request, name, row_id) for of, row_id in ledger.corrected if of == name},
        request=request,
    )


def _cell(text: str, number: bool) -> tuple[str, str, str, str]:
    """Return a cell's CSS class, its text as shown, its link, if it is one, and no hint."""
    if text.startswith(("https://", "http://")):
        return "", text if len(text) <= LINK else f"{text[:LINK]}…", text, ""
    return "lb-num" if number else "lb-text" if len(text) > LINK else "", text, "", ""


def _as_in_the_file(rows: pd.DataFrame) -> list[list[str]]:
    """Return rows cell by cell, each as it stands in the file."""
    return list(reader(io.StringIO(csv(rows, header=False))))


def _searched(ledger: Ledger, schema: TableSchema, rows: pd.DataFrame, search: str) -> pd.DataFrame:
    """Keep the rows in which every word stands: in a cell, or in a name, in either language, that a cell refers to."""
    wanted = search.casefold().split()
    if not wanted:
        return rows
    named = [(schema.names.index(one.field), one.table) for one in schema.references if one.table in NAMES]
    hit = []
    for cells in _as_in_the_file(rows):
        resolved = [
            ledger.find(target, cells[column])[name]
            for column, target in named
            if cells[column]
            for name in NAMES[target]
        ]
        text = "\n".join([*cells, *resolved]).casefold()
        hit.append(all(word in text for word in wanted))
    return rows[pd.Series(hit, index=rows.index, dtype="bool")]


def as_known(ledger: Ledger, name: str, request: Request) -> pd.DataFrame:
    """Return the rows of a table a reader of the day could have; people, places, indicators once spoken of."""
    whole = ledger.table(name)
    if "known_from" in whole:
        return questions.known_by(whole, request.day)
    if name == "documents":
        return whole[whole["published_on"] <= pd.Timestamp(request.day)]
    if name == "corrections":
        return _of_known_rows(ledger, whole, request)
    if name == "aliases":
        return _of_what_is_spoken_of(ledger, whole, request)
    return whole[whole["id"].isin(_spoken_of(ledger, name, request))]


def _of_known_rows(ledger: Ledger, corrections: pd.DataFrame, request: Request) -> pd.DataFrame:
    """Keep the corrections of rows known on the day, and those of rows that were withdrawn, which have no day left."""
    rows = ledger.records("corrections", corrections)
    withdrawn = {(one["table"], one["row_id"]) for one in rows if questions.withdraws(one)}
    known = {name: set(as_known(ledger, name, request)["id"]) for name in {one["table"] for one in rows}}
    kept = [one["row_id"] in known[one["table"]] or (one["table"], one["row_id"]) in withdrawn for one in rows]
    return corrections[pd.Series(kept, index=corrections.index, dtype="bool")]


def _of_what_is_spoken_of(ledger: Ledger, aliases: pd.DataFrame, request: Request) -> pd.DataFrame:
    """Keep the other names of people, places and indicators that rows known on the day speak of."""
    kept = pd.Series(False, index=aliases.index)
    for one in ledger.contract["aliases"].references:
        kept |= aliases[one.field].isin(_spoken_of(ledger, one.table, request))
    return aliases[kept]


def _spoken_of(ledger: Ledger, name: str, request: Request) -> set[str]:
    """Return the ids of a table to which rows known on the day refer, directly or by way of another row of it."""
    spoken: set[str] = set()
    within = []
    for schema in ledger.contract.tables.values():
        columns = [one.field for one in schema.references if one.table == name]
        if schema.name == name:
            within = columns
        elif columns and "known_from" in (rows := ledger.table(schema.name)):
            spoken.update(*(questions.known_by(rows, request.day)[column] for column in columns))
    spoken.discard("")
    reached = spoken
    while within and reached:
        reached = {ledger.find(name, key)[column] for key in reached for column in within} - spoken - {""}
        spoken |= reached
    return spoken
