"""Rules for `corrections.csv`: the log of the board's own mistakes never disagrees with the rows it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dashboard.ledger.files import Fault, Row

if TYPE_CHECKING:
    from dashboard.ledger.rules import Package

LOG = "corrections"


def corrections_lead_to_rows(package: Package) -> Iterator[Fault]:
    """A correction is of a row that is there, or of one that was withdrawn: then nothing is right and it is gone."""
    withdrawn = {(row["table"], row["row_id"]) for row in _judged(package) if _withdraws(row)}
    for row in _judged(package):
        there = package.find(str(row["table"]), row["row_id"]) is not None
        path = package.tables[str(row["table"])].schema.path
        if there and _withdraws(row):
            yield package.fault(LOG, row, "right", f'is empty, but "{row["row_id"]}" still stands in {path}')
        if not there and (row["table"], row["row_id"]) not in withdrawn:
            message = f'"{row["row_id"]}" is no id in {path}; of a withdrawn row column and right are empty'
            yield package.fault(LOG, row, "row_id", message)


def corrections_name_columns(package: Package) -> Iterator[Fault]:
    """A corrected column is one of the corrected row's table."""
    for row in _judged(package):
        schema = package.tables[str(row["table"])].schema
        if row["column"] is not None and row["column"] not in schema.names:
            yield package.fault(LOG, row, "column", f'"{row["column"]}" is no column of {schema.path}')


def what_is_right_stands_in_the_row(package: Package) -> Iterator[Fault]:
    """The newest correction of a cell says what the cell holds now; of one day's, the upper one is the newest."""
    newest: dict[tuple[Any, ...], Row] = {}
    for row in _judged(package):
        cell = (row["table"], row["row_id"], row["column"])
        if row["column"] is not None and (cell not in newest or _day(row) > _day(newest[cell])):
            newest[cell] = row
    for (table, key, column), row in newest.items():
        schema, corrected = package.tables[table].schema, package.find(table, key)
        if corrected is None or column not in schema.names:
            continue  # named by the rules above
        right = row["right"]
        try:
            agrees = (None if right is None else schema.field(column).read(str(right))) == corrected[column]
        except ValueError:  # not what such a cell can hold, so not what it holds
            agrees = False
        if not agrees:
            message = f'"{right or ""}" is not what {schema.path} holds in line {corrected.line}'
            yield package.fault(LOG, row, "right", message)


def corrections_change_something(package: Package) -> Iterator[Fault]:
    """What is right differs from what was shown, and nothing is corrected before it was shown."""
    for row in package.rows(LOG):
        if row["shown"] == row["right"]:
            yield package.fault(LOG, row, "right", "is what was shown: then nothing was corrected")
        if _day(row) < _day(row, "shown_from"):
            message = f"{row['corrected_on']} is before shown_from {row['shown_from']}"
            yield package.fault(LOG, row, "corrected_on", message)


def _judged(package: Package) -> Iterator[Row]:
    """Yield the corrections of tables that could be read whole; a row that is lost otherwise is not blamed on them."""
    for row in package.rows(LOG):
        table = package.tables.get(str(row["table"]))
        if table is not None and table.rows and not table.faults:
            yield row


def _withdraws(row: Row) -> bool:
    return row["column"] is None and row["right"] is None


def _day(row: Row, column: str = "corrected_on") -> Any:
    return row[column]


RULES = (
    corrections_lead_to_rows,
    corrections_name_columns,
    what_is_right_stands_in_the_row,
    corrections_change_something,
)
