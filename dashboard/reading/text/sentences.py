"""Where sentences and paragraphs end: which tokens stand together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»“)]›")
_OPENING = frozenset("\"'„“«‘‚([•-–—›‹*·")


@dataclass(slots=True)
class Sentences:
    """Sentences as ranges of tokens: `firsts[n]` is the first token of sentence n, it ends before `stops[n]`.

    `paragraphs[n]` is the number of the paragraph that sentence n stands in. A line end belongs to the sentence before.
    """

    firsts: list[int]
    paragraphs: list[int]
    stops: list[int]

    def __len__(self) -> int:
        """Return the number of sentences."""
        return len(self.firsts)

    def number(self, token: int) -> int:
        """Return the number of the sentence that a token stands in."""
        return bisect_right(self.firsts, token) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the first token of a sentence and the one after its last."""
        return self.firsts[number], self.stops[number]


def sentences(cut: Tokens, language: str) -> Sentences:
    """Return the sentences of a text.

    A full stop ends one unless it belongs to an abbreviation, an initial or an ordinal; a line end does.
    """
    starters, abbreviations, months = (_words(language, role) for role in ("starters", "abbreviations", "months"))
    before_ordinals = _words(language, "before_ordinals")
    dotted_ordinals = traits(language).dotted_ordinals
    firsts, paragraphs, paragraph = ([0], [0], 0) if len(cut) else ([], [], 0)
    tokens, lowers, count = cut.words, cut.lowers, len(cut)
    for index in cut.places([form for form in cut.unlike_words if form in _ENDS or form[0] == "\n"]):
        word = tokens[index]
        if word[0] == "\n":
            paragraph += 1
        else:
            after = index + 1
            while (
                after < count
                and tokens[after] in _CLOSING
                and (cut.ends[after - 1] == cut.starts[after] or tokens[after] in "»)")
            ):
                after += 1
            if after >= count or tokens[after][0] == "\n":
                continue
            following = tokens[after]
            if cut.ends[after - 1] == cut.starts[after] or not (
                following[0].isupper() or following[0].isdigit() or following in _OPENING
            ):
                continue
            if word == "." and after == index + 1:
                before, previous = cut.word(index - 1), cut.lower(index - 1)
                speed = cut.word(index - 2) == "/"  # "120 km/h."
                if (
                    cut.touch(index - 1)
                    and not speed
                    and (previous in abbreviations or (len(before) == 1 and before.isupper()))
                ):
                    continue
                if dotted_ordinals and before.isdigit() and len(before) <= 3 and lowers[after] in months:
                    continue
                hyphened = cut.touch(index - 2) and cut.word(index - 2) in "-‐‑"
                ordinal = (
                    dotted_ordinals
                    and not hyphened
                    and before.isdigit()
                    and len(before) <= 2
                    and following[0].isupper()
                    # "der 47. Brigade", but "nötig seien 58. Minister Roth"
                    and (not cut.lower(index - 2).isalpha() or cut.lower(index - 2) in before_ordinals)
                )
                if ordinal and lowers[after] not in starters:
                    continue
            index = after - 1
        if index + 1 < count and index + 1 > firsts[-1]:
            firsts.append(index + 1)
            paragraphs.append(paragraph)
    return Sentences(firsts, paragraphs, [*firsts[1:], count])


def sentence_starters(language: str) -> frozenset[str]:
    """Return the words that begin a sentence after a number and a full stop, where the number may be an ordinal."""
    return _words(language, "starters")


@cache
def _words(language: str, role: str) -> frozenset[str]:
    return frozenset(listed(table(language, "sentences").get(role, "")))
