"""What sets one language apart from another in its grammar, as data: the tables `words/<language>/traits.toml`.

A place in the reader that works differently for some languages asks for the trait that is the reason, never for the
language by its name. What a single word can mean is no trait; it stands in the tables of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, get_args, get_type_hints

from dashboard.reading.vocabulary import table


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of a language. What each of them is, its table says with an example."""

    # How words are written.
    capitalised_nouns: bool
    capitalised_days: bool
    compound_nouns: bool
    plural_ending: Literal["declined", "s or es", "s or x"]
    # Numbers.
    dotted_ordinals: bool
    one_word_numbers: bool
    and_before_one: bool
    vigesimal: bool
    counted_collectives: bool
    letters_before_nouns: bool
    numbers_in_names: bool
    # What a number counts.
    of_behind: Literal["vague", "nouns", "any"]
    hyphened_heads: Literal["listed", "any", "persons"]
    age_adjective_apart: bool
    years_tell_ages: bool
    # Phrases.
    case_marking: bool
    head_first: bool
    articles_before_titles: bool
    numbers_after_of: bool
    # Clauses.
    verb_second: bool
    clause_bracket: bool
    comma_before_clauses: bool
    free_inversion: bool


@cache
def traits(language: str) -> Traits:
    """Return the traits of a language: read once, to be kept by whoever asks for them in a loop.

    Raises:
        ValueError: the reader does not know the language, or its table is not right.
    """
    return checked(language, table(language, "traits"))


def checked(language: str, rows: Mapping[str, Any]) -> Traits:
    """Return the traits written in a table.

    Raises:
        ValueError: a trait is missing, has no such value, or is none; the message names it and the table.
    """
    where = f"words/{language}/traits.toml"
    names = [one.name for one in fields(Traits)]
    if missing := [name for name in names if name not in rows]:
        raise ValueError(f"{where}: missing: {', '.join(missing)}")
    if unknown := [name for name in rows if name not in names]:
        raise ValueError(f"{where}: no such trait: {', '.join(unknown)}")
    for name, kind in get_type_hints(Traits).items():
        values = (True, False) if kind is bool else get_args(kind)
        if not any(type(rows[name]) is type(value) and rows[name] == value for value in values):
            allowed = "true or false" if kind is bool else " or ".join(f'"{value}"' for value in values)
            raise ValueError(f"{where}: {name} is {allowed}, not {rows[name]!r}")
    return Traits(**rows)
