"""Validates the whole data layer and reports every fault at once; only suspicion warns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.ledger import naming
from dashboard.ledger.files import Fault, Row, Table, read_tables
from dashboard.ledger.rules import RULES, Package
from dashboard.ledger.schema import Contract, ContractError, read_contract

NEEDED = ("documents", "actors", "places", "indicators", "figures")  # without rows of these there is nothing to show


@dataclass(frozen=True)
class Report:
    """What a check found: faults forbid the data, suspicions do not. `tables` is None if the contract is unusable."""

    faults: tuple[Fault, ...]
    suspicions: tuple[Fault, ...] = ()
    contract: Contract | None = None
    tables: dict[str, Table] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)  # of the documents kept as files, by id

    @property
    def counts(self) -> dict[str, int]:
        """Rows per table."""
        return {name: len(table.rows) for name, table in (self.tables or {}).items()}


def check(root: Path, today: date | None = None) -> Report:
    """Check the data package in `root/data` and the documents it quotes.

    Cells are judged first; rules that compare rows run on what could be read, so that one wrong cell does not hide
    the other faults. `today` is the last day on which anything can have been published.
    """
    folder = root / "data"
    try:
        contract = read_contract(folder)
    except ContractError as error:
        return Report((Fault("datapackage.json", error.line, "", str(error)),))
    tables = read_tables(folder, contract)
    package = Package(tables, root, today or date.today())
    faults = [fault for table in tables.values() for fault in table.faults]
    unread = {fault.file for fault in faults}
    nothing = list(needed_tables_have_rows(package))
    faults += nothing
    unread |= {fault.file for fault in nothing}
    for name, table in tables.items():
        faults += keys_are_unique(name, table, package)
        faults += references_resolve(name, table, package, unread)
        faults += languages_go_together(name, table, package)
    for rule in RULES:
        faults += rule(package)
    if not unread:  # with an unread or lost row, what it points to would look like an orphan
        faults += no_row_is_orphaned(package)
    warned = tuple(sorted(suspicions(package)))
    return Report(tuple(sorted(set(faults))), warned, contract, tables, package.texts)


def keys_are_unique(name: str, table: Table, package: Package) -> Iterator[Fault]:
    """No two rows share a key."""
    seen: dict[Any, Row] = {}
    key = table.schema.key
    for row in table.rows:
        if row[key] in seen:
            yield package.fault(name, row, key, f'"{row[key]}" stands already in line {seen[row[key]].line}')
        seen.setdefault(row[key], row)


def needed_tables_have_rows(package: Package) -> Iterator[Fault]:
    """A table that others point to has rows; what follows for those others is not said again for each of them."""
    for name, table in package.tables.items():
        if table.rows or table.faults:
            continue
        pointing = sum(
            row[reference.field] is not None
            for other in package.tables.values()
            for reference in other.schema.references
            if reference.table == name
            for row in other.rows
        )
        if pointing or name in NEEDED:
            used = f", but {pointing} references lead to it" if pointing else ", but the board needs some"
            yield Fault(table.schema.path, 0, "", f"has no rows{used}; restore them from the repository")


def references_resolve(name: str, table: Table, package: Package, unread: set[str]) -> Iterator[Fault]:
    """Every reference leads to a row; where the other table could not be read whole, it is not blamed."""
    for reference in table.schema.references:
        target = package.tables[reference.table]
        if target.schema.path in unread:
            continue
        for row in table.rows:
            value = row[reference.field]
            if value is not None and not package.find(reference.table, value):
                message = f'"{value}" is no {target.schema.key} in {target.schema.path}'
                yield package.fault(name, row, reference.field, message)


def languages_go_together(name: str, table: Table, package: Package) -> Iterator[Fault]:
    """A text that has a German column is written in both languages or in neither."""
    names = table.schema.names
    pairs = [(one.removesuffix("_de") + end, one) for one in names if one.endswith("_de") for end in ("", "_en")]
    for other, german in pairs:
        if other in names:
            for row in table.rows:
                if (row[other] is None) != (row[german] is None):
                    empty, full = (other, german) if row[other] is None else (german, other)
                    yield package.fault(name, row, empty, f"is empty, but {full} is filled: write both languages")


def no_row_is_orphaned(package: Package) -> Iterator[Fault]:
    """Documents, actors, places and indicators are there because a row needs them; a mere name for them does not."""
    used: dict[str, set[Any]] = {name: set() for name in ("documents", "actors", "places", "indicators")}
    for table in (one for name, one in package.tables.items() if name != naming.ALIASES):
        for reference in table.schema.references:
            if reference.table in used:
                used[reference.table] |= {row[reference.field] for row in table.rows}
    for name, keys in used.items():
        for row in package.rows(name):
            if row["id"] not in keys and not (name == "documents" and row["kind"] == "story"):
                yield package.fault(name, row, "id", f'"{row["id"]}" is used by no row: remove it or use it')


def suspicions(package: Package) -> Iterator[Fault]:
    """Yield rows that look like a retelling entered twice: same claimant, indicator, place, period and values."""
    seen: dict[tuple[Any, ...], Row] = {}
    columns = ("claimant_id", "indicator_id", "place_id", "period_start", "period_end", "low", "best", "high", "bound")
    for row in package.rows("figures"):
        if row["restates"]:
            continue
        look = tuple(row[column] for column in columns)
        if look in seen:
            yield package.fault(
                "figures",
                row,
                "id",
                f'"{row["id"]}" looks like "{seen[look]["id"]}" again: a retelling is an appearance',
            )
        seen.setdefault(look, row)
