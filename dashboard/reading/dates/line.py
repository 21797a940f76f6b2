"""The tokens of a text as they are read for dates: without the line ends inside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.reading.figures.numeral import Numeral
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens


@dataclass(slots=True)
class Line:
    """Parallel lists of tokens, as in `Tokens`.

    `origin[n]` is the place of token n in the text's own list, or None if both are the same; `numerals` finds what is
    counted by its first token (of this line).
    """

    text: str
    lowers: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    numerals: dict[int, Numeral]
    parts: Sentences
    origin: list[int] | None = None

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.lowers)

    def lower(self, index: int) -> str:
        """Return the form of a token to look up, or nothing before the first and after the last."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def word(self, index: int) -> str:
        """Return a token as written, or nothing before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def touch(self, index: int) -> bool:
        """Whether the tokens `index` and `index + 1` stand together without a space."""
        return index >= 0 and index + 1 < len(self.starts) and self.ends[index] == self.starts[index + 1]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def place(self, index: int) -> int:
        """Return the place of a token of this line in the text's own list."""
        if self.origin is None:
            return index
        return self.origin[index] if index < len(self.origin) else (self.origin[-1] + 1 if self.origin else 0)

    def opens(self, index: int) -> bool:
        """Whether a token is the first of a sentence."""
        place = self.place(index)
        return self.parts.firsts[self.parts.number(place)] == place

    def number(self, index: int) -> int | None:
        """Return a token of one to four plain digits as a number."""
        word = self.word(index)
        return int(word) if 0 < len(word) <= 4 and word.isascii() and word.isdigit() else None


def line(cut: Tokens, parts: Sentences, found: Sequence[Numeral]) -> Line:
    """Return the tokens of a text as a line; only line ends that end no sentence are left out."""
    inner = _inner_line_ends(cut, parts)
    if not inner:
        by_first = {one.first: one for one in found}
        return Line(cut.text, cut.lowers, cut.words, cut.starts, cut.ends, by_first, parts)
    origin = [index for index in range(len(cut)) if index not in inner]
    place = {index: number for number, index in enumerate(origin)}
    by_first = {}
    for one in found:
        if (first := place.get(one.first)) is not None and (last := place.get(one.stop - 1)) is not None:
            by_first[first] = Numeral(first, last + 1, one.low, one.high, one.sort, one.bare)
    return Line(
        cut.text,
        [cut.lowers[index] for index in origin],
        [cut.words[index] for index in origin],
        [cut.starts[index] for index in origin],
        [cut.ends[index] for index in origin],
        by_first,
        parts,
        origin,
    )


def _inner_line_ends(cut: Tokens, parts: Sentences) -> frozenset[int]:
    if "\n" not in cut.text:
        return frozenset()
    firsts = frozenset(parts.firsts)
    return frozenset(
        index
        for index, word in enumerate(cut.words)
        if word[0] == "\n" and 0 < index < len(cut) - 1 and index + 1 not in firsts
    )
