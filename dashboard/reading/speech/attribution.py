"""Who says what: every claim of a text with its source, its cue and the words that are claimed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from dashboard.reading.speech.conversation import Conversation, Said
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# How many claims before an offset are looked at: they are in order, and only a few cover one place.
_NEAR = 12
_BEGIN = attrgetter("content_start")


class Attribution(NamedTuple):
    """A claim. Offsets are code points (half-open); `source` is the text of its span, and so is `cue`.

    An empty `source` (its start and end are those of the cue) means that the text names nobody near: the words are
    claimed, but by whom is not known. `sort`: laut, according, indirect, quote, accusation, denial (the content is
    what the source does *not* say) or reported (carried over from the speaker before, whose cue it has).
    """

    source: str
    source_start: int
    source_end: int
    cue: str
    cue_start: int
    cue_end: int
    content_start: int
    content_end: int
    sort: str


def attributions(cut: Tokens, parts: Sentences, language: str) -> list[Attribution]:
    """Return the claims of a text, in the order in which their contents begin.

    A pronoun is resolved to a source named up to eight sentences before (see `Speakers`); else the source is empty.
    """
    found = [_attribution(cut, one) for one in Conversation(cut, parts, language).said()]
    found.sort(key=_BEGIN)
    return found


def claimant_at(found: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """Return who claims what stands from `start` to `end`: of the claims around it, the narrowest.

    None if nobody does (the agency's own voice), if it is denied rather than claimed, or if no name is known.
    """
    nearest = bisect_right(found, start, key=_BEGIN)
    best: Attribution | None = None
    narrowest = 0
    for one in found[max(0, nearest - _NEAR) : nearest]:
        if one.content_end < end or _names(one, start, end):
            continue
        width = one.content_end - one.content_start
        if best is None or width <= narrowest:
            best, narrowest = one, width
    return best if best and best.source and best.sort != "denial" else None


def _names(one: Attribution, start: int, end: int) -> bool:
    """Whether a place is part of the source or the cue itself: "two officials said"."""
    if one.sort == "reported":
        return False
    return (one.source_start <= start and end <= one.source_end) or (one.cue_start <= start and end <= one.cue_end)


def _attribution(cut: Tokens, said: Said) -> Attribution:
    source = said.source or said.cue
    start, end = cut.starts[source[0]], cut.ends[source[1] - 1] - said.spare
    return Attribution(
        cut.text[start:end] if said.source else "",
        start,
        end,
        cut.surface(*said.cue),
        cut.starts[said.cue[0]],
        cut.ends[said.cue[1] - 1],
        cut.starts[said.content[0]],
        cut.ends[said.content[1] - 1],
        said.sort,
    )
