"""How sure a text is of what it tells: denied, alleged, not independently verified."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from dashboard.reading.speech.attribution import Attribution
from dashboard.reading.speech.grammar import grammar
from dashboard.reading.speech.sources import opens_with_nobody
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

# How many words "…" in a phrase stands for at most.
_GAP = 6
# A remark about what was said before bears on at most so many sentences of the paragraph before it.
_BEFORE = 3
# A sentence with a remark of its own about the one before has at most so many tokens, and is surely one if it has
# fewer than `_SHORT`. Of one sentence, no more than `_MOST` remarks are kept and
# `_TRIED` words looked at.
_WITHIN, _SHORT, _MOST, _TRIED = 30, 12, 8, 40
# How many statuses before an offset are looked at.
_NEAR = 12
_BEGIN = attrgetter("bears_start")
# Remarks about one sentence alone.
_ABOUT_ONE = frozenset(("denied", "not_confirmed", "neither_confirmed_nor_denied"))
# Remarks that are often made in a sentence of their own, about the one before.
_LOOKING_BACK = frozenset(
    (
        "not_independently_verified",
        "not_confirmed",
        "neither_confirmed_nor_denied",
        "declined_to_comment",
        "denied",
        "confirmed",
        "contradictory",
        "unclear",
    )
)


class Status(NamedTuple):
    """A remark on how sure something is. Offsets are code points; `surface` is the text from `start` to `end`.

    `status` is its code: near_certain, confirmed, not_confirmed, neither_confirmed_nor_denied,
    not_independently_verified, denied, alleged, suspected, declined_to_comment, unclear, contradictory. It bears on
    what stands from `bears_start` to `bears_end`: its sentence, and the ones before if it is about what they say;
    or one sentence before it alone.
    """

    surface: str
    start: int
    end: int
    status: str
    bears_start: int
    bears_end: int


class _Phrase(NamedTuple):
    """A remark as the table has it: its parts, "…" for a gap and "*" at an open end, and its code.

    `words` are those of the parts that stand in a text as they are, if the phrase does.
    """

    parts: tuple[str, ...]
    status: str
    words: frozenset[str]


def statuses(cut: Tokens, parts: Sentences, language: str, claims: Sequence[Attribution] = ()) -> list[Status]:
    """Return the remarks on how sure a text is, in order; of two on the same words, the longer.

    `claims` are those of the text: what a sentence of its own denies is the nearest before that somebody claims.
    """
    phrases, about, words = _phrases(language), _about(language), grammar(language)
    turned, nobody_behind = table(language, "status")["said_by_nobody"], words.role("nobodies_behind")
    lowers = cut.lowers
    found: list[Status] = []
    behind, sentence, kept, tried = 0, -1, 0, 0
    begins = phrases.keys() & cut.forms
    # Most phrases have a word that is nowhere in the text: what else they need is not looked for.
    possible = {word: [one for one in phrases[word] if one.words <= cut.forms] for word in begins}
    for at in cut.places(begins):
        if at < behind:
            continue
        number = parts.number(at)
        if number != sentence:
            sentence, kept, tried = number, 0, 0
        tried += 1
        if kept >= _MOST or tried > _TRIED:
            continue
        first, stop = parts.bounds(number)
        if not (phrases_here := possible[lowers[at]]):
            continue
        end, code = _longest(lowers, at, stop, phrases_here)
        if end == at:
            continue
        if code in turned and (cut.lower(end) in nobody_behind or opens_with_nobody(cut, words, at, first)):
            code = turned[code]
        begins, ends = first, stop
        if code in _LOOKING_BACK and _looks_back(cut, first, stop, about):
            earliest = _earliest(parts, number)
            begins = parts.firsts[earliest]
            if code in _ABOUT_ONE:
                begins, ends = parts.bounds(_denied(cut, parts, earliest, number, claims))
        found.append(
            Status(
                cut.surface(at, end), cut.starts[at], cut.ends[end - 1], code, cut.starts[begins], cut.ends[ends - 1]
            )
        )
        behind, kept = end, kept + 1
    return found


def status_at(found: Sequence[Status], start: int, end: int) -> Status | None:
    """Return the remark that bears on what stands from `start` to `end`, the one in its own sentence first."""
    nearest = bisect_right(found, end, key=_BEGIN)
    best: Status | None = None
    for one in found[max(0, nearest - _NEAR) : nearest]:
        if (
            one.bears_start <= start
            and end <= one.bears_end
            and (best is None or _distance(one, start) < _distance(best, start))
        ):
            best = one
    return best


def _distance(one: Status, start: int) -> tuple[int, int]:
    return one.bears_end - one.bears_start, abs(one.start - start)


def _looks_back(cut: Tokens, first: int, stop: int, about: frozenset[str]) -> bool:
    """Whether a sentence has nothing of its own to be unsure of: it is short, or names what was said before."""
    length = stop - first
    if length > _WITHIN or any(word[0].isdigit() for word in cut.words[first:stop]):
        return False
    return length <= _SHORT or any(lower in about for lower in cut.lowers[first:stop])


def _denied(cut: Tokens, parts: Sentences, earliest: int, number: int, claims: Sequence[Attribution]) -> int:
    """Return the sentence that sentence `number` denies: the nearest with a claim, else with a number, else any."""
    before = range(number - 1, earliest - 1, -1)
    spoken = (one for one in before if _is_claimed(cut, parts, one, claims))
    counted = (one for one in before if any(word[0].isdigit() for word in cut.words[slice(*parts.bounds(one))]))
    return next(spoken, next(counted, max(number - 1, 0)))


def _is_claimed(cut: Tokens, parts: Sentences, number: int, claims: Sequence[Attribution]) -> bool:
    first, stop = parts.bounds(number)
    start, end = cut.starts[first], cut.ends[stop - 1]
    nearest = bisect_left(claims, end, key=attrgetter("content_start"))
    return any(one.content_end > start and one.sort != "denial" for one in claims[max(0, nearest - _NEAR) : nearest])


def _earliest(parts: Sentences, number: int) -> int:
    """Return the first sentence that a remark in sentence `number` is about: of its paragraph, or of the one before."""
    if number == 0:
        return 0
    earliest = number - 1
    paragraph = parts.paragraphs[earliest]
    while earliest > 0 and number - earliest < _BEFORE and parts.paragraphs[earliest - 1] == paragraph:
        earliest -= 1
    return earliest


def _longest(lowers: list[str], at: int, stop: int, phrases: list[_Phrase]) -> tuple[int, str]:
    """Return the end of the longest phrase that stands at `at`, and its code; `at` if none does."""
    best, code = at, ""
    for phrase in phrases:
        end = _match(lowers, at, stop, phrase.parts)
        if end > best:
            best, code = end, phrase.status
    return best, code


def _match(lowers: list[str], at: int, stop: int, words: tuple[str, ...]) -> int:
    """Return the end of a phrase at `at`, or `at`."""
    here = at
    gap = False
    for word in words:
        if word == "…":
            gap = True
            continue
        limit = min(stop, here + 1 + (_GAP if gap else 0))
        while here < limit and not _is(lowers[here], word):
            here += 1
        if here >= limit:
            return at
        here, gap = here + 1, False
    return here


def _is(lower: str, word: str) -> bool:
    return lower.startswith(word[:-1]) if word[-1] == "*" else lower == word


@cache
def _phrases(language: str) -> dict[str, tuple[_Phrase, ...]]:
    """Return the phrases by their first word."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for code, phrases in table(language, "status")["phrases"].items():
        for phrase in listed(phrases):
            parts = tuple(phrase.replace("'", " ' ").split())
            whole = frozenset(part for part in parts if part != "…" and not part.endswith("*"))
            found[parts[0].rstrip("*")].append(_Phrase(parts, code, whole))
    return {first: tuple(several) for first, several in found.items()}


@cache
def _about(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "status")["about"]["what_was_said"]))
