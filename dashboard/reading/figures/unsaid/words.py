"""The words by which a figure without a head is told what it counts, read from the tables once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a figure without a head; what each of them is for, the tables say beside them."""

    of_them: Phrases
    among: Phrases
    bought: frozenset[str]
    counts: frozenset[str]
    counting: dict[str, str]
    tolls: frozenset[str]
    inhabited: frozenset[str]
    shared: frozenset[str]
    also: frozenset[str]
    of: frozenset[str]
    partitive: frozenset[str]
    spent: frozenset[str]
    owners: frozenset[str]
    compared: frozenset[str]
    people_do: frozenset[str]
    men: frozenset[str]
    capitalised_nouns: bool
    stops: frozenset[str]
    head_first: bool
    plural_tells: bool
    people_get: Phrases
    people_only: frozenset[str]
    crowds: frozenset[str]
    pieces: frozenset[str]
    downed: Phrases
    respectively: frozenset[str]
    us: frozenset[str]
    pronouns: frozenset[str]
    are: frozenset[str]
    whole: frozenset[str]
    eldest: frozenset[str]
    above: frozenset[str]
    clitics: frozenset[str]
    hurt: tuple[str, ...]
    held: frozenset[str]
    held_phrases: Phrases
    prepositions: frozenset[str]
    priced: frozenset[str]
    paid: frozenset[str]
    reaching: frozenset[str]
    apiece: frozenset[str]
    in_all: Phrases
    aboard: Phrases
    votes: frozenset[str]
    each: frozenset[str]
    that_is: frozenset[str]
    that_of: Phrases


@cache
def elision_words(language: str) -> Words:
    """Return the words of a language."""
    rows, around = table(language, "nouns"), table(language, "contexts")
    said, asked, persons = rows["anaphora"], around["asked"], around["persons"]

    def words(entries: str) -> frozenset[str]:
        return frozenset(listed(entries))

    return Words(
        of_them=Phrases((phrase, "") for phrase in listed(said["of_them"])),
        among=Phrases((phrase, "") for phrase in listed(said["among"])),
        bought=words(said["bought"]),
        counts=words(said["counts"]),
        counting={word: unit for unit, entries in rows["counting"].items() for word in listed(entries)},
        tolls=words(said["tolls"]),
        inhabited=words(said["inhabited"]),
        shared=words(said["shared"]),
        also=words(said["also"]),
        of=words(said["of"]),
        partitive=words(said["partitive"]),
        spent=words(said.get("spent", "")),
        owners=words(said["owners"]),
        compared=words(said["compared"]),
        people_do=words(said["people_do"]),
        men=words(said["men"]),
        capitalised_nouns=traits(language).capitalised_nouns,
        stops=words(rows["modifiers"]["stops"]),
        head_first=traits(language).head_first,
        plural_tells=traits(language).plural_ending == "s or es",
        people_get=Phrases((phrase, "") for phrase in listed(asked["people_get"])),
        people_only=words(asked["people_only"]),
        crowds=words(persons["crowds"]) | words(persons["squads"]),
        pieces=words(asked["pieces"]),
        downed=Phrases((phrase, "") for phrase in listed(asked["downed"])),
        respectively=words(asked["respectively"]),
        us=words(asked["us"]),
        pronouns=words(asked["pronouns"]),
        are=words(asked["are"]),
        whole=words(asked["whole"]),
        eldest=words(asked["eldest"]),
        above=words(asked["above"]),
        clitics=words(asked["clitics"]),
        hurt=tuple(verb for verb in listed(rows["casualty_verbs"]["words"]) if len(verb) > 4),
        in_all=Phrases((phrase, "") for phrase in listed(asked["in_all"])),
        aboard=Phrases((phrase, "") for phrase in listed(asked["aboard"])),
        held=words(asked["held"]),
        held_phrases=Phrases((phrase, "") for phrase in listed(asked["held"]) if " " in phrase),
        prepositions=words(asked["prepositions"]),
        priced=words(asked["priced"]),
        paid=words(asked["paid"]),
        reaching=words(asked["reaching"]),
        apiece=words(around["rates"]["apiece"]),
        votes=words(asked["votes"]),
        each=words(asked["each"]),
        that_is=words(asked["that_is"]),
        that_of=Phrases((phrase, "") for phrase in listed(asked["that_of"])),
    )
