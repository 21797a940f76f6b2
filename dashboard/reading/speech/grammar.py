"""The small words of a language by what they do in a sentence: what the search for speakers steers by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import Traits, traits
from dashboard.reading.vocabulary import listed, table

# Signs at which a clause may end. A full stop inside a sentence belongs to an abbreviation.
SIGNS = frozenset(',;:„“”"«»()[]–—…•?!›‹\n')
QUOTES = frozenset('„“”"«»›‹')
# How far anything is looked for, in tokens: no clause of a newsroom is longer.
REACH = 40


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words by role, looked up by their folded form; see the tables `words/<language>/speech.toml`."""

    language: str
    roles: defaultdict[str, frozenset[str]]
    # What can neither be an adjective nor begin a name.
    small: frozenset[str]
    traits: Traits
    # What words for people end with, and what stands before "eyes" and the like.
    people_endings: tuple[str, ...] = ()
    eyes_before: tuple[str, ...] = ()
    # What adjectives before a noun end with, and verbs in the past; nothing where that tells nothing.
    adjective_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    # What words end with that name an account and whose it is: "UN-Angaben".
    compound_accounts: tuple[str, ...] = ()
    # What verbs of speech that no table knows end with, behind a quotation: in one word, and as participles.
    tag_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    # What participles behind a document end with: "un sondage mené", "une étude publiée".
    made_endings: tuple[str, ...] = ()
    # What names of documents end with: "Jahresbericht".
    document_endings: tuple[str, ...] = ()
    # What words before "as" end with that tell in what role: "callers posing as officers".
    posing: tuple[str, ...] = ()
    # What participles end with that tell what came of something: ", sending shares down".
    result_endings: tuple[str, ...] = ()
    # What verbs end with that begin a clause behind "und".
    clause_endings: tuple[str, ...] = ()
    # What words end with that name nothing that could speak: "Luftangriff".
    lifeless_endings: tuple[str, ...] = ()
    # What names of bodies end with, and of bodies that are named with their town.
    body_endings: tuple[str, ...] = ()
    seated_endings: tuple[str, ...] = ()
    # What words end with that are measured and say nothing: "Fehlertoleranz", "Schadenshöhe".
    measure_endings: tuple[str, ...] = ()
    # What participles of the perfect end with and begin with: "getötet".
    perfect_endings: tuple[str, ...] = ()
    perfect_beginnings: tuple[str, ...] = ()

    def has(self, role: str, word: str) -> bool:
        """Whether a word has this role in the language; a role that the language has no words for has none."""
        return word in self.roles[role]

    def role(self, role: str) -> frozenset[str]:
        """Return the words of a role."""
        return self.roles[role]


_ENDINGS = (
    "people_endings",
    "eyes_before",
    "adjective_endings",
    "past_endings",
    "compound_accounts",
    "tag_endings",
    "participle_endings",
    "made_endings",
    "document_endings",
    "posing",
    "result_endings",
    "clause_endings",
    "lifeless_endings",
    "body_endings",
    "seated_endings",
    "measure_endings",
    "perfect_endings",
    "perfect_beginnings",
)
_NOTHING: frozenset[str] = frozenset()
_SMALL = (
    "determiners",
    "prepositions",
    "skips",
    "starters",
    "pronouns",
    "openers",
    "and",
    "having",
    "passive",
    "modals",
    "linkers",
    "verbs_like_adjectives",
    "relatives",
)


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language: built once, to be treated as read-only."""
    words = table(language, "speech")
    phrase: dict[str, Any] = words["phrase"]
    roles = defaultdict[str, frozenset[str]](frozenset)
    roles.update((role, frozenset(listed(forms))) for role, forms in phrase.items())
    roles["reported"] = frozenset(listed(words["reported"]["strong"]) + listed(words["reported"]["weak"]))
    small = frozenset[str]().union(*(roles[role] for role in _SMALL))
    endings = (listed(phrase.get(key, "")) for key in _ENDINGS)
    return Grammar(language, roles, small, traits(language), *endings)


@cache
def first_words(language: str, role: str) -> frozenset[str]:
    """Return the words that the phrases of a role begin with: most searches end at them."""
    return frozenset(phrase.split()[0] for phrase in grammar(language).role(role))


def is_boundary(cut: Tokens, index: int) -> bool:
    """Whether a clause may end at a token: a sign, or a dash that stands free."""
    word = cut.words[index]
    return word[0] in SIGNS or (word == "-" and not (cut.touch(index) or cut.touch(index - 1)))


def is_dash(cut: Tokens, index: int) -> bool:
    """Whether a token is a dash that stands free."""
    return cut.words[index] in "–—-" and not (cut.touch(index) and cut.touch(index - 1))


def clause_start(cut: Tokens, first: int, index: int, openers: frozenset[str] = _NOTHING) -> int:
    """Return the first token of the clause that `index` stands in, not before `first` and within reach."""
    lowers, words = cut.lowers, cut.words
    for before in range(index - 1, max(first, index - REACH) - 1, -1):
        word = words[before]
        if word[0] in SIGNS or lowers[before] in openers or (word == "-" and is_boundary(cut, before)):
            return before + 1
    return max(first, index - REACH)


def next_boundary(cut: Tokens, index: int, stop: int) -> int:
    """Return the next token at which the clause may end, or `stop`, or where the search ends."""
    limit = min(stop, index + REACH)
    for after in range(index, limit):
        if is_boundary(cut, after):
            return after
    return limit
