"""Who spoke last: what "he", "the ministry" no longer named, or "the same figures" stand for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from dashboard.reading.claims import Span
from dashboard.reading.grammar import Grammar
from dashboard.reading.names import german_phrase, is_name, run_of_names
from dashboard.reading.sentences import Sentences
from dashboard.reading.tokens import Tokens

# A pronoun refers to somebody named at most so many sentences before, out of so many last named.
_SENTENCES, _NAMED = 8, 8


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

        Somebody who spoke is meant before somebody who only stands at the head of this sentence or the one before.
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
        has, lowers = self._grammar.has, self._cut.lowers
        if has("person_pronouns", word) or has("masculine_pronouns", word):
            if self._is_body(name):
                return has("masculine_pronouns", word) and self._agrees(word, name) and has("masculine_bodies", "yes")
            return self._agrees(word, name)
        if has("body_pronouns", word):
            return self._is_body(name) or not self._is_person(name)
        if has("feminine_pronouns", word):
            return self._agrees(word, name)
        del lowers
        return True

    def _agrees(self, word: str, name: Span) -> bool:
        """Whether article and pronoun are of one gender; a name without an article is of any."""
        has, article = self._grammar.has, self._cut.lowers[name[0]]
        if not has("determiners", article):
            return True
        gender = "masculine" if has("masculine_pronouns", word) else "feminine"
        if not has(f"{gender}_pronouns", word) or not self._grammar.role(gender):
            return True
        return has(gender, article) or article == "l"

    def _is_body(self, name: Span) -> bool:
        """Whether a name is that of a body and not of one of its people: "the ministry", not "the ministry's chief"."""
        lowers, has = self._cut.lowers, self._grammar.has
        for at in range(*name):
            if has("bodies", lowers[at]):
                rest = range(at + 1, name[1])
                return not any(has("people", lowers[after]) for after in range(*name)) and not (
                    any(lowers[after] == "'" for after in rest) and self._ends_in_name(name)
                )
            if has("people", lowers[at]):
                return False
        return False

    def _ends_in_name(self, name: Span) -> bool:
        return name[1] - name[0] > 2 and all(self._cut.words[at][0].isupper() for at in range(name[1] - 2, name[1]))

    def _is_person(self, name: Span) -> bool:
        return any(self._grammar.has("people", self._cut.lowers[at]) for at in range(*name)) or self._ends_in_name(name)

    def _head(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the person at the head of this sentence or of the one before."""
        for number in (sentence, sentence - 1):
            if number < 0:
                break
            first, stop = self._parts.bounds(number)
            stop = min(stop, token)
            if stop - first < 2:
                continue
            name = self._at(first, stop)
            if name and self._fits(word, name) and not self._is_body(name):
                return name
        return None

    def _at(self, first: int, stop: int) -> Span | None:
        if self._grammar.language == "de":
            end = german_phrase(self._cut, self._grammar, first, stop)
            return (first, end) if end > first and self._is_person((first, end)) else None
        if not is_name(self._cut, self._grammar, first):
            return None
        end = run_of_names(self._cut, self._grammar, first, stop)
        return (first, end) if end > first + 1 else None
