"""The words around a figure that tell its kind, read from the tables once, and whether a story is one of war."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# So many different words of war make a story one of war; one does in a text of up to so many words.
WARLIKE = 2
SHORT = 150
# So near the next figure of a list stands.
LISTED = 14


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The words around a figure; what each of them is for, the tables say beside them."""

    war: frozenset[str]
    vehicles: frozenset[str]
    aircraft: frozenset[str]
    fleet: frozenset[str]
    armed: tuple[str, ...]
    lost: frozenset[str]
    anybody: frozenset[str]
    men: frozenset[str]
    squads: frozenset[str]
    groups: frozenset[str]
    armies: frozenset[str]
    military: frozenset[str]
    ambiguous: frozenset[str]
    remains: frozenset[str]
    of_dead: frozenset[str]
    victims: Phrases
    captives: frozenset[str]
    captivity: Phrases
    amounts: frozenset[str]
    losses: frozenset[str]
    deployed: frozenset[str]
    also: frozenset[str]
    against: frozenset[str]
    among: Phrases
    of: frozenset[str]


@cache
def context_words(language: str) -> ContextWords:
    """Return the words of a language."""
    rows = table(language, "contexts")
    vehicles, persons = rows["vehicles"], rows["persons"]
    said = table(language, "nouns")["anaphora"]

    def of(name: str) -> frozenset[str]:
        return frozenset(listed(persons[name]))

    return ContextWords(
        frozenset(listed(rows["story"]["war"])),
        frozenset(listed(vehicles["units"])),
        frozenset(listed(vehicles["aircraft"])),
        frozenset(listed(vehicles["fleet"])),
        listed(vehicles["armed"]),
        frozenset(listed(vehicles["lost"])),
        of("anybody"),
        frozenset(listed(said["men"])),
        of("squads"),
        of("groups"),
        of("armies"),
        of("military"),
        of("ambiguous"),
        of("remains"),
        of("of_dead"),
        Phrases((phrase, "") for phrase in listed(persons["victims"])),
        of("captives"),
        Phrases((phrase, "") for phrase in listed(persons["captivity"])),
        of("amounts"),
        of("losses"),
        of("deployed"),
        frozenset((*listed(said["also"]), ",")),
        frozenset((*listed(said["compared"]), *listed(said["shared"]))) - {","},
        Phrases((phrase, "") for phrase in listed(said["among"])),
        frozenset(listed(said["of"])),
    )


class Story:
    """A section of text, asked whether it tells of war; the words are looked for once, and only if asked."""

    def __init__(self, cut: Tokens, words: ContextWords) -> None:
        """Take the section and the words of its language."""
        self.cut, self.words = cut, words
        self.found: int | None = None

    def _count(self) -> int:
        if self.found is None:
            self.found = len(self.words.war & self.cut.forms)
        return self.found

    def is_war(self) -> bool:
        """Whether several words of war stand in the section, or one in a short text."""
        return self._count() >= (WARLIKE if len(self.cut) > SHORT else 1)

    def is_peace(self) -> bool:
        """Whether none stands there."""
        return not self._count()
