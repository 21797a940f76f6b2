"""The names the board has for actors, places and indicators, handed to the reader, which knows nothing of the board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.reading.registers import Indicator, Names, Register, adjectives, is_described

if TYPE_CHECKING:
    from dashboard.ledger.tables import Ledger

LANGUAGES = ("name_de", "name_en")


def register(root: Path) -> Register:
    """Return the names in the data under `root`.

    Raises:
        ValueError: the data has faults; `python -m dashboard check` names them.
    """
    # pandas takes half a second to import, and most readings need no names.
    from dashboard.ledger import checks, tables

    return of_ledger(tables.build(checks.check(root)))


def of_ledger(ledger: Ledger) -> Register:
    """Return the names of a ledger: those of its rows and their aliases."""
    return Register(
        Names.of(_names(ledger, "actors", "actor_id")),
        Names.of(_names(ledger, "places", "place_id")),
        tuple(_indicators(ledger)),
    )


def _names(ledger: Ledger, table: str, target: str) -> Iterator[tuple[str, str]]:
    for row in getattr(ledger, table).to_dict("records"):
        for column in LANGUAGES:
            yield row[column], row["id"]
    for alias in ledger.aliases.to_dict("records"):
        if alias[target]:
            yield alias["name"], alias[target]


def _indicators(ledger: Ledger) -> Iterator[Indicator]:
    phrases: dict[str, list[str]] = {}
    for alias in ledger.aliases.to_dict("records"):
        if alias["indicator_id"]:
            phrases.setdefault(alias["indicator_id"], []).append(alias["name"])
    countries = _countries(ledger)
    for row in ledger.indicators.to_dict("records"):
        # Persons are counted by many; what is sent or taken its own phrases tell.
        owners = [
            owner
            for name, owner in countries.items()
            if row["unit"] == "person" and is_described(row["label_en"], name)
        ]
        yield Indicator(row["id"], row["unit"], row["scope"], tuple(phrases.get(row["id"], ())), tuple(owners))


def _countries(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Return all names of each country that is an actor, its adjectives among them, by its English name."""
    places = set(ledger.places["id"][ledger.places["kind"] == "country"])
    found = {}
    for row in ledger.actors.to_dict("records"):
        if row["id"] in places:
            aliases = ledger.aliases[(ledger.aliases["actor_id"] == row["id"]) & (ledger.aliases["kind"] == "name")]
            names = (*(row[column] for column in LANGUAGES), *aliases["name"])
            found[row["name_en"]] = (*names, *adjectives(names))
    return found
