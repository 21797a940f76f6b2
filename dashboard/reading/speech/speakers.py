"""Who spoke last: what "he", "the ministry" no longer named, or "the same figures" stand for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import names_person, run_of_names
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# A pronoun refers to somebody named at most so many sentences before, out of so many last named.
_SENTENCES, _NAMED = 8, 8
# How much of a sentence is searched for people.
_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as it was named, in tokens, and the sentence it was named in."""

    name: Span
    sentence: int


class Speakers:
    """The sources named last, the latest first."""

    def __init__(self, cut: Tokens, parts: Sentences, grammar: Grammar) -> None:
        """Begin with nobody named."""
        self._cut, self._parts, self._grammar = cut, parts, grammar
        self._named: deque[Speaker] = deque(maxlen=_NAMED)

    def add(self, name: Span, sentence: int) -> None:
        """Remember a source that was just named."""
        self._named.appendleft(Speaker(name, sentence))

    def last(self, sentence: int) -> Span | None:
        """Return who was named last, unless that is too long ago."""
        return self.meant("same", sentence, 0)

    def meant(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the name that a pronoun at `token` stands for, or None if there is none near.

        Somebody who spoke is meant before somebody who is only named in this sentence or the two before.
        """
        if not word or self._grammar.has("unresolved", word):
            return None
        for speaker in self._named:
            if sentence - speaker.sentence > _SENTENCES:
                break
            if self._fits(word, speaker.name):
                return speaker.name
        return None if word == "same" else self._head(word, sentence, token)

    def _fits(self, word: str, name: Span) -> bool:
        has = self._grammar.has
        if has("person_pronouns", word):
            return not self._is_body(name)
        if has("body_pronouns", word):
            return self._is_body(name) or not self._is_person(name)
        return self._agrees(word, name)

    def _agrees(self, word: str, name: Span) -> bool:
        """Whether article and pronoun are of one gender; a person's name without an article may be of any."""
        has, article = self._grammar.has, self._cut.lowers[name[0]]
        for gender in ("masculine", "feminine", "neuter"):
            if has(f"{gender}_pronouns", word):
                if has("determiners", article):
                    return has(gender, article) or self._cut.words[name[0] + 1] == "'"
                return not self._is_body(name)
        return True

    def _is_body(self, name: Span) -> bool:
        """Whether a name is that of a body and not of one of its people: "the ministry", not "the ministry's chief"."""
        lowers, has = self._cut.lowers, self._grammar.has
        return any(has("bodies", lowers[at]) for at in range(*name)) and not self._is_person(name)

    def _is_person(self, name: Span) -> bool:
        """Whether a title stands in a name, or it is a plain name of two or three words that is no body's."""
        if names_person(self._cut, self._grammar, *name):
            return not self._heads_body(name)
        lowers, words, grammar = self._cut.lowers, self._cut.words, self._grammar
        plain = all(words[at][0].isupper() for at in range(*name)) and not grammar.has("determiners", lowers[name[0]])
        bodies = any(grammar.has("bodies", lowers[at]) for at in range(*name))
        return plain and not bodies and 2 <= name[1] - name[0] <= 3

    def _heads_body(self, name: Span) -> bool:
        """Whether an English name ends with a body: "Ukraine's General Staff" is nobody's title."""
        return self._grammar.has("body_heads", self._cut.lowers[name[1] - 1])

    def _head(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the person named last before a pronoun, in its sentence or the two before."""
        for number in range(sentence, max(-1, sentence - 3), -1):
            first, stop = self._parts.bounds(number)
            for name in self._people(first, min(stop, token, first + _TOKENS)):
                if self._fits(word, name):
                    return name
        return None

    def _people(self, first: int, stop: int) -> list[Span]:
        """Return the people named between two tokens, the one at the head first, then the last named first."""
        found: list[Span] = []
        german = self._grammar.language == "de"  # where two capitals in a row may be any nouns
        at = first
        while at < stop:
            end = run_of_names(self._cut, self._grammar, at, stop)
            if (
                end > at + 1
                and self._is_person((at, end))
                and (not german or names_person(self._cut, self._grammar, at, end))
            ):
                found.append((at, end))
            at = max(end, at + 1)
        if found and found[0][0] <= first + 1:
            return [found[0], *reversed(found[1:])]
        return found[::-1]
