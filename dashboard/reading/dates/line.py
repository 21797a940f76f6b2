"""The tokens of a text as they are read for dates: with their sentences and numerals at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens


@dataclass(slots=True)
class Line(Tokens):
    """The tokens of a text; `numerals` finds what is counted by its first token."""

    numerals: dict[int, Numeral] = field(kw_only=True)
    parts: Sentences = field(kw_only=True)

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
    return Line(
        cut.text,
        cut.starts,
        cut.ends,
        cut.words,
        cut.lowers,
        cut.forms,
        cut.unlike_words,
        cut.index(),
        numerals={one.first: one for one in found},
        parts=parts,
    )
