"""A text cut into tokens: words, numbers and signs, each with its place. Nothing is understood here.

The tokens are parallel lists, not objects: a text of several megabytes stays cheap to walk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, chain

from dashboard.reading.text.wrapping import inner_line_ends

# One alternative each, none of which can give back what it took: time grows with the length of the text and no faster.
# A word keeps inner hyphens ("vingt-cinq", "US-Soldaten"), combining marks, soft hyphens and zero-width signs.
# A number keeps the separators inside it ("11.000", "5,5"); spaces that group digits are a matter of numerals.
# Signs nobody sees: direction marks, joiners, soft hyphens. Alone they are no token.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LETTERS = r"[^\W\d_]++(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060][^\W\d_]*+)*+"
# Most tokens are plain words with one of a few signs behind: these are told at first sight.
_PLAIN = r"[a-zA-ZÀ-ÖØ-öø-ÿ]++(?=[ \n,.])"
_TOKEN = re.compile(
    rf"(?! )({_PLAIN}|[Aa]ujourd['’]hui|{_LETTERS}(?:[-‐‑]{_LETTERS})*+"
    r"|\d++(?:[.,'’]\d+)*+|\n+"
    rf"|[^\s{_INVISIBLE}])"
)
# What must not decide whether a word is known: kept in the text, left out of what is looked up.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
_UNUSUAL = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060‐‑’]")


@dataclass(slots=True)
class Tokens:
    """The tokens of `text`, in order; the lists have the same length.

    `starts` and `ends` are offsets in code points (half-open); `words` the tokens as written; `lowers` the forms to
    look up (lower case, composed, without soft hyphens, straight apostrophe and hyphen); `forms` each of these once:
    what is asked of every word is asked of them, as a text says most of its words several times. `unlike_words` are
    those of the forms that are not letters alone: numbers, signs and what is joined by a hyphen.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    forms: frozenset[str] = frozenset()
    unlike_words: tuple[str, ...] = ()
    _index: dict[str, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.starts)

    def index(self) -> dict[str, list[int]]:
        """Return the places of every form, in order; made when first asked for, as phrases of a table need none."""
        if not self._index:
            known: dict[str, list[int]] = {form: [] for form in self.forms}
            for place, lower in enumerate(self.lowers):
                known[lower].append(place)
            self._index = known
        return self._index

    def places(self, forms: Iterable[str]) -> list[int]:
        """Return where tokens of these forms stand, in order; each of the forms is one of the text's, given once."""
        known = self.index()
        return sorted(chain.from_iterable([known[form] for form in forms]))

    def touch(self, index: int) -> bool:
        """Whether the tokens `index` and `index + 1` stand together without a space."""
        if index < 0:
            return False
        try:
            return self.ends[index] == self.starts[index + 1]
        except IndexError:
            return False

    def between(self, index: int) -> str:
        """Return what stands between the tokens `index` and `index + 1`: spaces, or nothing."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def lower(self, index: int) -> str:
        """Return the form of a token to look up, or nothing before the first and after the last."""
        # Asked more often than anything else: the end of the text is met seldom enough to be an exception.
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

    def surface(self, first: int, stop: int) -> str:
        """Return the text from token `first` up to, not including, token `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]


def tokens(text: str, start: int = 0, stop: int | None = None) -> Tokens:
    """Cut `text`, or what stands from `start` to `stop`, into tokens; all offsets are those of the whole text.

    Line ends become tokens of their own, other spaces none. The line ends within the paragraphs of a text that was
    wrapped at a fixed width are spaces.
    """
    section = text[start:stop]
    # In turns: what stands between two tokens, and a token. Where one ends, the next begins.
    pieces: list[str] = _TOKEN.split(section)
    bounds = list(accumulate(map(len, pieces), initial=start))
    words, starts, ends = pieces[1::2], bounds[1:-1:2], bounds[2::2]
    if "\n" in section and (left_out := inner_line_ends(words, starts, section, start)):
        kept = [at for at in range(len(words)) if at not in left_out]
        words, starts, ends = [words[at] for at in kept], [starts[at] for at in kept], [ends[at] for at in kept]
    cut = Tokens(text, starts, ends, words)
    unusual = set(_UNUSUAL.findall(section))
    if not unusual:
        cut.lowers.extend(map(str.lower, words))
    elif words and unusual == {"’"}:  # the one that French and English copy is full of
        # All at once: no token has a space in it.
        cut.lowers.extend(" ".join(words).lower().replace("’", "'").split(" "))
    else:
        cut.lowers.extend([word.lower() if word.isascii() else folded(word) for word in words])
    cut.forms = frozenset(cut.lowers)
    cut.unlike_words = tuple([form for form in cut.forms if not form.isalpha()])
    return cut


def folded(word: str) -> str:
    """Return a word as the tables know it: lower case, composed, without invisible signs."""
    if _UNUSUAL.search(word):
        seen = unicodedata.normalize("NFC", _UNSEEN.sub("", word)) or word
        return seen.translate({0x2010: "-", 0x2011: "-", 0x2019: "'"}).lower()
    return word.lower()
