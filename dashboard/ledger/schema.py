"""The contract of the tables, read from `data/datapackage.json` (Frictionless Data Package, Table Schema).

Nothing else in the project repeats a field's name list, type, enum or description: whoever needs one asks here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

LONGEST = 15  # signs of a number; as many digits a float still holds exactly

Value = str | int | float | bool | date | None


class ContractError(ValueError):
    """`datapackage.json` itself cannot be used; `line` is where, 0 for the file as a whole."""

    def __init__(self, message: str, line: int = 0) -> None:
        """`message` says what is wrong and the way out."""
        super().__init__(message)
        self.line = line


KEY = "id"  # the column by which the board finds a row of any table

# The tables the board asks for by name.
TABLES = (
    "documents",
    "actors",
    "places",
    "indicators",
    "aliases",
    "figures",
    "events",
    "appearances",
    "holders",
    "reservations",
    "evidence",
    "corrections",
)


def _number(text: str) -> float:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(text)
    return float(text)


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]+", text):
        raise ValueError(text)
    return int(text)


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


# How a cell of each Table Schema type is read, and what to write instead when it cannot be.
READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "a text"),
    "number": (_number, "a number (digits, a decimal point, no grouping)"),
    "integer": (_integer, "a whole number"),
    "boolean": (_boolean, "true or false"),
    "date": (_date, "a date (YYYY-MM-DD)"),
}


@dataclass(frozen=True)
class Field:
    """One column: its type, its constraints, and what it means in both languages."""

    name: str
    type: str
    title: dict[str, str]
    description: dict[str, str]
    example: str
    bad_example: str
    required: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None

    def read(self, text: str) -> Value:
        """Return the typed value of a non-empty cell; raise ValueError with a reason a curator can act on."""
        if self.type in ("number", "integer") and len(text) > LONGEST:
            raise ValueError(f"is longer than {LONGEST} signs; a good value is {self.example}")
        reader, wanted = READERS[self.type]
        try:
            value = reader(text)
        except (ValueError, KeyError):
            raise ValueError(f"is not {wanted}; a good value is {self.example}") from None
        if self.enum and text not in self.enum:
            raise ValueError(f"is not one of {', '.join(self.enum)}")
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise ValueError(f"does not fit the pattern {self.pattern}; a good value is {self.example}")
        if self.minimum is not None and isinstance(value, int | float) and value < self.minimum:
            raise ValueError(f"is below {self.minimum:g}")
        if self.maximum is not None and isinstance(value, int | float) and value > self.maximum:
            raise ValueError(f"is above {self.maximum:g}")
        return value


@dataclass(frozen=True)
class Reference:
    """A foreign key: `field` holds the key of a row of `table`."""

    field: str
    table: str


@dataclass(frozen=True)
class TableSchema:
    """One table: its file, its columns in order, its key and its references."""

    name: str
    path: str
    title: dict[str, str]
    description: dict[str, str]
    fields: tuple[Field, ...]
    key: str
    references: tuple[Reference, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Column names in the order of the file."""
        return tuple(one.name for one in self.fields)

    def field(self, name: str) -> Field:
        """Return the column called `name`; KeyError if the table has none."""
        return next((one for one in self.fields if one.name == name), None) or _missing(self.name, name)


def _missing(table: str, name: str) -> Any:
    raise KeyError(f"{table} has no column {name}")


@dataclass(frozen=True)
class Contract:
    """The tables of the data package the board asks for; others may lie beside them and are left alone."""

    tables: dict[str, TableSchema] = field(default_factory=dict)

    def __getitem__(self, name: str) -> TableSchema:
        """Return one table's schema; KeyError if the contract has no such table."""
        return self.tables[name]


def read_contract(folder: Path) -> Contract:
    """Read `folder/datapackage.json`.

    Raises ContractError if the file is missing, is no JSON, or lacks something every table needs.
    """
    try:
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        found = [_table(one) for one in package["resources"] if one["name"] in TABLES]
    except OSError as error:
        raise ContractError(f"cannot be read ({error.strerror}); restore it from the repository") from error
    except UnicodeDecodeError as error:
        raise ContractError(f"is not UTF-8 (byte {error.start}); save it again as UTF-8") from error
    except json.JSONDecodeError as error:
        raise ContractError(f"is not JSON ({error.msg})", error.lineno) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise ContractError(f"a table or field is not described as Table Schema asks: {error}") from error
    except re.error as error:
        raise ContractError(f"the pattern {error.pattern!r} is no regular expression ({error.msg})") from error
    tables = {table.name: table for table in found}
    if len(tables) < len(found):
        twice = next(table.name for table in found if sum(other.name == table.name for other in found) > 1)
        raise ContractError(f"describes the table {twice} twice")
    referred = {reference.table for table in tables.values() for reference in table.references}
    for name in (*TABLES, *sorted(referred)):
        if name not in tables:
            raise ContractError(f"describes no table {name}, which the board needs")
    return Contract(tables)


def _table(resource: dict[str, Any]) -> TableSchema:
    name, path, schema = resource["name"], resource["path"], resource["schema"]
    if not isinstance(path, str):
        raise ContractError(f"the path of {name} is not one file name")
    key = _one(schema["primaryKey"], f"the primaryKey of {name}")
    if key != KEY:
        raise ContractError(f'the primaryKey of {name} is "{key}", but the board finds rows by "{KEY}"')
    fields = tuple(_field(one) for one in schema["fields"])
    references = tuple(_reference(name, one) for one in schema["foreignKeys"])
    for column in (key, *(one.field for one in references)):
        if column not in {one.name for one in fields}:
            raise ContractError(f'{name} has no field "{column}", but names it as a key')
    return TableSchema(
        name=name,
        path=path,
        title=_both(resource, "title"),
        description=_both(resource, "description"),
        fields=fields,
        key=key,
        references=references,
    )


def _reference(table: str, spec: dict[str, Any]) -> Reference:
    """Read a foreign key; a reference to no resource or to "" is one to the own table, as Table Schema has it."""
    column = _one(spec["fields"], f"fields of a foreignKey of {table}")
    target = spec["reference"].get("resource") or table
    wanted = _one(spec["reference"]["fields"], f"the fields {table} refers to with {column}")
    if wanted != KEY:
        raise ContractError(f'{table} refers with {column} to "{wanted}" of {target}; only "{KEY}" can be referred to')
    return Reference(column, target)


def _one(names: Any, what: str) -> str:
    """Return the one field a key is made of; Table Schema allows a name or a list of names."""
    found = names if isinstance(names, list) else [names]
    if len(found) != 1 or not isinstance(found[0], str):
        raise ContractError(f"{what} must be one field, not {json.dumps(names)}")
    return found[0]


def _field(spec: dict[str, Any]) -> Field:
    constraints = spec.get("constraints", {})
    if spec["type"] not in READERS:
        raise KeyError(f"a known type for {spec['name']}")
    re.compile(constraints.get("pattern", ""))
    for end in ("minimum", "maximum"):
        if not isinstance(constraints.get(end, 0), int | float):
            raise ContractError(f"the {end} of {spec['name']} is not a number")
    if not all(isinstance(one, str) for one in constraints.get("enum", ())):
        raise ContractError(f"the enum of {spec['name']} holds something other than texts")
    return Field(
        name=spec["name"],
        type=spec["type"],
        title=_both(spec, "title"),
        description=_both(spec, "description"),
        example=spec["example"],
        bad_example=spec["badExample"],
        required=constraints.get("required", False),
        enum=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern", ""),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
    )


def _both(spec: dict[str, Any], key: str) -> dict[str, str]:
    return {"en": spec[key], "de": spec[f"{key}_de"]}
