"""CSV files to typed rows, with every fault named by file, line and column. What rows say together is `rules`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.ledger.schema import Contract, TableSchema, Value

QUOTED = 60  # characters of a wrong cell that are quoted


@dataclass(frozen=True, order=True)
class Fault:
    """Something a curator has to mend, and where it stands. `line` 0 means the file as a whole, `file` "" all files."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        """Return the fault as one line: place, column, message. Without a file it is about the data as a whole."""
        place = (f"data/{self.file}" if self.file else "data") + (f":{self.line}" if self.line else "")
        return f"{place} {self.column}: {self.message}" if self.column else f"{place}: {self.message}"


@dataclass(frozen=True)
class Row:
    """One record: its line in the file and its typed cells (None where the cell is empty)."""

    line: int
    cells: dict[str, Value]

    def __getitem__(self, name: str) -> Value:
        """Return one cell."""
        return self.cells[name]


@dataclass
class Table:
    """The rows of one file that could be read, and the faults of those that could not."""

    schema: TableSchema
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, column: str, message: str) -> None:
        """Note a fault of this table."""
        self.faults.append(Fault(self.schema.path, line, column, message))


def read_tables(folder: Path, contract: Contract) -> dict[str, Table]:
    """Read every table of the contract from `folder`; a table with faults still holds its sound rows."""
    return {name: read_table(folder, schema) for name, schema in contract.tables.items()}


def read_table(folder: Path, schema: TableSchema) -> Table:
    """Read one CSV file cell by cell against its schema."""
    table = Table(schema)
    try:
        text = (folder / schema.path).read_bytes().decode("utf-8")
    except OSError as error:
        table.fault(0, "", f"cannot be read ({error.strerror}); restore the file from the repository")
        return table
    except UnicodeDecodeError as error:
        table.fault(0, "", f"is not UTF-8 (byte {error.start}); save it again as UTF-8")
        return table
    records = list(_records(text, table))
    if not records:
        table.fault(1, "", f"is empty; the first line must be {','.join(schema.names)}")
        return table
    (_, header), *body = records
    if tuple(header) != schema.names:
        table.fault(1, "", f"header is not {','.join(schema.names)}")
        return table
    for line, cells in body:
        _read_record(table, line, cells)
    if not table.faults:
        _check_form(table, text, [header, *(cells for _, cells in body)])
    return table


def _records(text: str, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            table.fault(line, "", f"is not CSV ({error})")
            return
        yield line, cells
        line = reader.line_num + 1


def _read_record(table: Table, line: int, cells: list[str]) -> None:
    schema = table.schema
    if len(cells) != len(schema.fields):
        table.fault(line, "", f"has {len(cells)} cells instead of {len(schema.fields)}; a comma may need quotes")
        return
    values: dict[str, Value] = {}
    sound = True
    for spec, text in zip(schema.fields, cells, strict=True):
        problem = _problem(spec.required, text)
        if not problem and text:
            try:
                values[spec.name] = spec.read(text)
            except ValueError as error:
                problem = f'"{_short(text)}" {error}'
        if problem:
            table.fault(line, spec.name, problem)
            sound = False
        values.setdefault(spec.name, None)
    if sound:
        table.rows.append(Row(line, values))


def _short(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def _problem(required: bool, text: str) -> str:
    if required and not text:
        return "is empty but required"
    if text != text.strip():
        return f'"{_short(text)}" has spaces around it'
    if any(ord(sign) < 32 or sign == "\x7f" for sign in text):
        return "holds a control character or a line break"
    return ""


def _check_form(table: Table, text: str, records: list[list[str]]) -> None:
    """Hold the file to the one form that keeps version control readable: LF, quotes only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(records)
    wanted = out.getvalue().split("\n")
    for number, (is_, should) in enumerate(zip(text.split("\n"), wanted, strict=False), start=1):
        if is_ != should:
            table.fault(number, "", "is not in canonical form (LF line ends, quotes only where needed)")
    if text.count("\n") != len(records):
        table.fault(len(records), "", "the file must end with exactly one line end")
