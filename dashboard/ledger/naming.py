"""Rules for `aliases.csv`: another name says whom or what it stands for, and never stands for two of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dashboard.ledger.files import Fault, Row

if TYPE_CHECKING:
    from dashboard.ledger.rules import Package

ALIASES = "aliases"
# What an alias can stand for: the columns of its names there, and the kinds of alias that go with it.
TARGETS: dict[str, tuple[str, tuple[str, str], tuple[str, ...]]] = {
    "actor_id": ("actors", ("name_en", "name_de"), ("name", "surname", "role", "capital")),
    "place_id": ("places", ("name_en", "name_de"), ("name", "phrase")),
    "indicator_id": ("indicators", ("label_en", "label_de"), ("phrase",)),
}
OF_PERSONS = ("surname", "role")


def aliases_stand_for_one_thing(package: Package) -> Iterator[Fault]:
    """An alias stands for an actor, a place or an indicator; a name of two things has two rows."""
    for row in package.rows(ALIASES):
        if sum(row[column] is not None for column in TARGETS) != 1:
            message = f"exactly one of {', '.join(TARGETS)} must be given"
            yield package.fault(ALIASES, row, next(iter(TARGETS)), message)


def kinds_of_aliases_fit(package: Package) -> Iterator[Fault]:
    """Only persons have surnames and roles, only bodies a seat, and what an indicator has is phrases."""
    for row, column in _judged(package):
        table, _, kinds = TARGETS[column]
        target = package.find(table, row[column])
        if row["kind"] not in kinds:
            yield package.fault(ALIASES, row, "kind", f'"{row["kind"]}" does not go with {column}')
        elif target is None or table != "actors" or row["kind"] == "name":
            continue
        elif (target["kind"] == "person") != (row["kind"] in OF_PERSONS):
            message = f'"{row["kind"]}" does not go with "{target["id"]}", a {target["kind"]}'
            yield package.fault(ALIASES, row, "kind", message)


def aliases_add_a_name(package: Package) -> Iterator[Fault]:
    """An alias repeats neither the name its row has already, in either language, nor another alias of it."""
    seen: dict[tuple[str, Any, str], list[Row]] = {}
    for row, column in _judged(package):
        table, names, _ = TARGETS[column]
        target, name = package.find(table, row[column]), _folded(row["name"])
        if target is not None and name in {_folded(target[one]) for one in names}:
            message = f'"{row["name"]}" is its own name in {package.tables[table].schema.path}: leave it out'
            yield package.fault(ALIASES, row, "name", message)
        before = seen.setdefault((column, row[column], name), [])
        for other in (one for one in before if _meet(one, row)):
            yield package.fault(ALIASES, row, "name", f'"{row["name"]}" stands already in line {other.line}')
        before.append(row)


def names_tell_things_apart(package: Package) -> Iterator[Fault]:
    """Within a language no name stands for two actors or two places; phrases may belong to several indicators."""
    own = {column: _own_names(package, column) for column in ("actor_id", "place_id")}
    seen: dict[tuple[str, str], list[Row]] = {}
    for row, column in _judged(package):
        if column not in own:
            continue
        name = _folded(row["name"])
        for other in sorted(own[column].get(name, set()) - {row[column]}):
            yield package.fault(ALIASES, row, "name", f'"{row["name"]}" is the name of "{other}"')
        before = seen.setdefault((column, name), [])
        for one in before:
            if one[column] != row[column] and _meet(one, row):
                message = f'"{row["name"]}" stands for "{one[column]}" in line {one.line}'
                yield package.fault(ALIASES, row, "name", message)
        before.append(row)


def surnames_tell_persons_apart(package: Package) -> Iterator[Fault]:
    """A surname that another person on the list has too tells nobody: such a person is known by the full name only."""
    persons = [row for row in package.rows("actors") if row["kind"] == "person"]
    words = [(row["id"], {*_folded(row["name_en"]).split(), *_folded(row["name_de"]).split()}) for row in persons]
    for row, _ in _judged(package):
        if row["kind"] == "surname":
            for other, having in words:
                if other != row["actor_id"] and having.issuperset(_folded(row["name"]).split()):
                    yield package.fault(ALIASES, row, "name", f'"{row["name"]}" is a name of "{other}" as well')


def _judged(package: Package) -> Iterator[tuple[Row, str]]:
    """Yield the aliases that stand for one thing, with the column that says for which."""
    for row in package.rows(ALIASES):
        given = [column for column in TARGETS if row[column] is not None]
        if len(given) == 1:
            yield row, given[0]


def _own_names(package: Package, column: str) -> dict[str, set[Any]]:
    """Return the ids of the rows that have a name, by that name."""
    table, names, _ = TARGETS[column]
    found: dict[str, set[Any]] = {}
    for row in package.rows(table):
        for name in names:
            found.setdefault(_folded(row[name]), set()).add(row["id"])
    return found


def _meet(one: Row, other: Row) -> bool:
    """Whether two aliases can stand in a text of the same language; an empty language is any."""
    return one["language"] is None or other["language"] is None or one["language"] == other["language"]


def _folded(name: Any) -> str:
    return str(name).casefold()


RULES = (
    aliases_stand_for_one_thing,
    kinds_of_aliases_fit,
    aliases_add_a_name,
    names_tell_things_apart,
    surnames_tell_persons_apart,
)
