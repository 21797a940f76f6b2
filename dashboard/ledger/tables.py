"""Typed tables of the data layer, ready to be asked. Reading and judging the files is `checks` and `files`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.ledger.checks import Report
from dashboard.ledger.files import Table
from dashboard.ledger.schema import Contract

# pandas dtype of each Table Schema type: gaps stay gaps, and whole numbers stay whole. Texts and numbers are kept in
# plain NumPy types, which pandas stores in one block a type: selecting rows of a wide table is then five times as fast.
DTYPES = {"string": "object", "number": "float64", "integer": "Int64", "boolean": "boolean", "date": "datetime64[s]"}


@dataclass(frozen=True)
class Ledger:
    """All tables as DataFrames, one row per record, columns as in the contract.

    `figures`, `events`, `holders`, `appearances`, `evidence` and `reservations` carry one column more, `known_from`:
    the first day a reader could know the row: its document's day; for a reservation, its earliest evidence, and for
    its evidence, the evidence's own document, but neither before the story they doubt was published. `corrections` go
    by the board's own clock (`corrected_on`) and have none.
    `texts` are the documents kept as files, as received, by document id. Nobody changes a table in place.
    """

    contract: Contract
    documents: pd.DataFrame
    actors: pd.DataFrame
    places: pd.DataFrame
    indicators: pd.DataFrame
    aliases: pd.DataFrame
    figures: pd.DataFrame
    events: pd.DataFrame
    appearances: pd.DataFrame
    holders: pd.DataFrame
    reservations: pd.DataFrame
    evidence: pd.DataFrame
    corrections: pd.DataFrame
    texts: Mapping[str, str]

    def table(self, name: str) -> pd.DataFrame:
        """Return the table called `name` in the contract."""
        return getattr(self, self.contract[name].name)

    @cached_property
    def _records(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {
            name: {record["id"]: record for record in self.table(name).to_dict("records")}
            for name in self.contract.tables
        }

    def find(self, table: str, key: str) -> dict[str, Any]:
        """Return one row of a table as a record; KeyError if there is none. Nobody changes it in place."""
        return self._records[table][key]

    def records(self, table: str, rows: pd.DataFrame) -> list[dict[str, Any]]:
        """Return rows of a table as records, in their order: ready-made, where `DataFrame.to_dict` builds them anew."""
        found = self._records[table]
        return [found[key] for key in rows["id"]]

    @cached_property
    def corrected(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """The board's corrections by table and row, the newest first; of one day's, in the order of the file."""
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        newest = self.corrections.sort_values("corrected_on", ascending=False, kind="stable")
        for one in self.records("corrections", newest):
            found.setdefault((one["table"], one["row_id"]), []).append(one)
        return found

    @cached_property
    def stories(self) -> frozenset[str]:
        """Ids of the documents that are stories on the table, not reports about them."""
        return frozenset(self.documents.loc[self.documents["kind"] == "story", "id"])

    @cached_property
    def first_day(self) -> date:
        """First day on which anything could be known."""
        return self.documents["published_on"].min().date()

    @cached_property
    def last_day(self) -> date:
        """Last day on which anything new became known."""
        return self.documents["published_on"].max().date()

    @cached_property
    def story_day(self) -> date:
        """Day of the newest story on the table."""
        return self.documents.loc[self.documents["kind"] == "story", "published_on"].max().date()


def build(report: Report) -> Ledger:
    """Make a ledger of a report without faults; ValueError if it has any."""
    if report.faults or report.tables is None or report.contract is None:
        raise ValueError(f"{len(report.faults)} faults: a ledger is made of sound tables only")
    frames = {name: frame(table) for name, table in report.tables.items()}
    published = frames["documents"].set_index("id")["published_on"]
    for name in ("figures", "events", "holders", "appearances", "evidence"):
        frames[name]["known_from"] = frames[name]["document_id"].map(published).astype("datetime64[s]")
    evidence, reservations = frames["evidence"], frames["reservations"]
    doubted = reservations.set_index("id")["document_id"].map(published).astype("datetime64[s]")
    own_day, story_day = evidence["known_from"], evidence["reservation_id"].map(doubted).astype("datetime64[s]")
    evidence["known_from"] = own_day.where(own_day >= story_day, story_day)
    first = evidence.groupby("reservation_id")["known_from"].min()
    reservations["known_from"] = reservations["id"].map(first).astype("datetime64[s]")
    return Ledger(contract=report.contract, texts=report.texts, **frames)


def frame(table: Table) -> pd.DataFrame:
    """Return the rows of one table as a DataFrame typed by its schema."""
    columns = {}
    for spec in table.schema.fields:
        cells = [row[spec.name] for row in table.rows]
        if spec.type == "string":
            cells = ["" if cell is None else cell for cell in cells]
        columns[spec.name] = pd.Series(cells, dtype=DTYPES[spec.type])
    return pd.DataFrame(columns).copy()  # copied into as few blocks as there are types
