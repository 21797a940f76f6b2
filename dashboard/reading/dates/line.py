"""The tokens of a text as they are read for dates: with their sentences and numerals at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens


@dataclass(slots=True)
class Line:
    """Parallel lists of tokens, those of `cut`; `numerals` finds what is counted by its first token."""

    cut: Tokens
    text: str
    lowers: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    numerals: dict[int, Numeral]
    parts: Sentences

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.lowers)

    def lower(self, index: int) -> str:
        """Return the form of a token to look up, or nothing before the first and after the last."""
        if index < 0:
            return ""
        try:
            return self.lowers[index]
        except IndexError:
            return ""

    def word(self, index: int) -> str:
        """Return a token as written, or nothing before the first and after the last."""
        if index < 0:
            return ""
        try:
            return self.words[index]
        except IndexError:
            return ""

    def touch(self, index: int) -> bool:
        """Whether the tokens `index` and `index + 1` stand together without a space."""
        if index < 0:
            return False
        try:
            return self.ends[index] == self.starts[index + 1]
        except IndexError:
            return False

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def opens(self, index: int) -> bool:
        """Whether a token is the first of a sentence."""
        return self.parts.firsts[self.parts.number(index)] == index

    def number(self, index: int) -> int | None:
        """Return a token of one to four plain digits as a number."""
        if index < 0 or index >= len(self.words) or not "0" <= (word := self.words[index])[0] <= "9":
            return None
        return int(word) if len(word) <= 4 and word.isascii() and word.isdigit() else None


def line(cut: Tokens, parts: Sentences, found: Sequence[Numeral]) -> Line:
    """Return the tokens of a text as a line."""
    return Line(cut, cut.text, cut.lowers, cut.words, cut.starts, cut.ends, {one.first: one for one in found}, parts)
