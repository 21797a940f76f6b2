"""What a text is about to count before it names a number: "Combien d'obus ...?", "Bei den Drohnen ist es umgekehrt"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dashboard.reading.figures.heads.nouns import Noun, countable
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# How many sentences before a figure its topic may be named, and how far behind the opening words the noun stands.
SENTENCES_BACK = 3
WORDS_BACK = 90
REACH = 4


class Topic(NamedTuple):
    """A noun a text is about to count, and the token it stands at."""

    noun: Noun
    place: int


class _Words(NamedTuple):
    how_many: Phrases
    opening: Phrases
    capitalised: bool


@cache
def _words(language: str) -> _Words:
    rows = table(language, "contexts")["asked"]
    return _Words(
        Phrases((phrase, "") for phrase in listed(rows["how_many"])),
        Phrases((phrase, "") for phrase in listed(rows["topics"])),
        traits(language).capitalised_nouns,
    )


def topic(cut: Tokens, parts: Sentences, figure: int, language: str) -> Topic | None:
    """Return the last topic named before the token `figure`: asked for with "how many", or opening a sentence."""
    words = _words(language)
    here = parts.number(figure)
    asks = not cut.forms.isdisjoint(words.how_many.by_first)
    for sentence in range(here, max(here - SENTENCES_BACK, -1), -1):
        first, stop = parts.bounds(sentence)
        stop = min(stop, figure)
        if stop < figure - WORDS_BACK:
            return None
        for place in range(stop - 1, max(first, figure - WORDS_BACK) - 1, -1) if asks else ():
            asked = words.how_many.at(cut, place) if cut.lowers[place] in words.how_many.by_first else None
            if asked and (found := _noun(cut, asked[0], stop, words, language)):
                return found
        while first < stop and not cut.words[first][0].isalnum():
            first += 1
        opened = words.opening.at(cut, first)
        if opened and (found := _noun(cut, opened[0], min(opened[0] + 2, stop), words, language)):
            return found
    return None


def _noun(cut: Tokens, first: int, stop: int, words: _Words, language: str) -> Topic | None:
    """Return the first noun known to the tables from a token on."""
    for place in range(first, min(first + REACH, stop)):
        word = cut.words[place]
        if not word[0].isalpha():
            return None
        if words.capitalised and not word[0].isupper():
            continue
        known = countable(cut.lowers[place], language)
        if known is not None:
            return Topic(known, place)
    return None
