"""The reader: a text and the day it was published go in; its figures, dates and speakers come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from dashboard.reading.dates.reading import Date, dates
from dashboard.reading.figures.numerals import proportions, ranges
from dashboard.reading.figures.numerals.digits import Style, style
from dashboard.reading.figures.numerals.finding import numerals
from dashboard.reading.figures.quantities import Quantity, quantities
from dashboard.reading.figures.scopes import Scope, scopes
from dashboard.reading.speech.attribution import Attribution, attributions, claimant_at
from dashboard.reading.speech.backgrounds import has_words_for_ages, is_background, is_counted
from dashboard.reading.speech.status import Status, status_at, statuses
from dashboard.reading.text.languages import language_of
from dashboard.reading.text.sentences import Sentences, sentences
from dashboard.reading.text.tokens import Tokens, tokens

# More than any story: a text longer than this is refused before it is read.
LONGEST = 10_000_000
# Texts longer than this are read in sections; few stories have a quarter of it.
SECTION = 20_000


class UnreadableError(ValueError):
    """A text that cannot be read; the message says why and what to do."""


class Figure(NamedTuple):
    """A figure with what the text says around it, None where it says nothing, and where its sentence stands."""

    quantity: Quantity
    claim: Attribution | None
    status: Status | None
    scope: Scope | None
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a text, everything in order of appearance; all offsets are code points of `text`.

    `timed` are the dates, durations and clock times; `dates` are those of them that have a place in the calendar or a
    length. The others ("bald", "14 Uhr") nobody has to look at, but no figure must be read in them.
    """

    text: str
    language: str
    published: date
    figures: tuple[Figure, ...]
    timed: tuple[Date, ...]
    attributions: tuple[Attribution, ...]
    statuses: tuple[Status, ...]

    @property
    def dates(self) -> tuple[Date, ...]:
        """Return the dates and durations that can be placed."""
        return tuple(one for one in self.timed if not one.minor)


def read(text: str, published: date, language: str | None = None) -> Reading:
    """Read a text. Time grows with its length, and no faster.

    Args:
        text: the text as it came, never changed; all offsets are code points of it.
        published: the day that "Montag" or "last month" are counted from.
        language: "de", "en" or "fr"; told by the text's own words if None.

    Raises:
        UnreadableError: the text is too long, or its language cannot be told.
        ValueError: there are no tables for `language`.
    """
    if len(text) > LONGEST:
        raise UnreadableError(f"{len(text):,} characters; a story of more than {LONGEST:,} is not read")
    first = tokens(text, 0, SECTION)
    language = language or language_of(first)
    if language is None:
        raise UnreadableError("neither German, English nor French as far as its words tell; name it with --language")
    whole = Reading(text, language, published, (), (), (), ())
    written = style(first, language)
    if len(text) <= SECTION:
        reading = _section(whole, first, written)
    else:
        parts = [_section(whole, tokens(text, start, stop), written) for start, stop in sections(text)]
        reading = replace(
            whole,
            figures=tuple(chain.from_iterable(part.figures for part in parts)),
            timed=tuple(chain.from_iterable(part.timed for part in parts)),
            attributions=tuple(chain.from_iterable(part.attributions for part in parts)),
            statuses=tuple(chain.from_iterable(part.statuses for part in parts)),
        )
    _check(reading)
    return reading


def language_told(text: str) -> str | None:
    """Return the language a text's own words tell: "de", "en" or "fr"; None if they leave doubts."""
    return language_of(tokens(text, 0, SECTION))


def sections(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sections of a text begin and end: one, unless it is much longer than any story.

    A long text is parted between paragraphs if it has any, else between lines, sentences or words. What is read in a
    section does not depend on the others, which keeps time and memory in proportion.
    """
    start = 0
    while len(text) - start > SECTION:
        middle, last = start + SECTION // 2, start + SECTION
        found = (text.rfind(end, middle, last) + len(end) for end in ("\n\n", "\r\n\r\n", "\n", ". ", " "))
        stop = next((place for place in found if place > middle), last)
        yield start, stop
        start = stop
    yield start, len(text)


def _section(whole: Reading, cut: Tokens, written: Style) -> Reading:
    """Return what is read in the tokens of a section; its text writes numbers in the style `written`."""
    language = whole.language
    parts = sentences(cut, language)
    found = ranges.joined(cut, proportions.joined(cut, numerals(cut, language, written), language), language)
    timed = dates(cut, parts, found, language, whole.published)
    read_figures = quantities(cut, parts, found, [(one.first, one.stop) for one in timed], language)
    claims = attributions(cut, parts, language)
    marks = statuses(cut, parts, language, claims)
    ages = {place for one in read_figures if one.unit == "year_old" for place in (one.start, one.end - 1)}
    figures = tuple(
        Figure(
            quantity,
            # Nobody claims an age that comes with the name ("Anna Roth, 45,"), nor what the house adds by itself.
            None if is_background(cut, quantity, language) else _claimant(cut, claims, quantity, language),
            status_at(marks, quantity.start, quantity.end),
            scope,
            *_sentence(cut, parts, quantity.first),
        )
        for quantity, scope in zip(read_figures, scopes(cut, parts, read_figures, language), strict=True)
    )
    apart = tuple(one for one in timed if not ages or ages.isdisjoint(range(one.start, one.end)))
    return Reading(whole.text, language, whole.published, figures, apart, tuple(claims), tuple(marks))


def _claimant(cut: Tokens, claims: list[Attribution], quantity: Quantity, language: str) -> Attribution | None:
    """Return who claims a figure; of ages that present somebody, only those in what is said, not beside who said it."""
    claim = claimant_at(claims, quantity.start, quantity.end)
    if claim is None or not _comes_with_name(cut, quantity, language):
        return claim
    if has_words_for_ages(language):
        return None
    within = claim.content_start >= claim.cue_end or quantity.end <= claim.cue_start
    return claim if within and cut.word(quantity.first - 1) not in (",", "(") else None


def _comes_with_name(cut: Tokens, quantity: Quantity, language: str) -> bool:
    """Whether an age only presents somebody: "the 45-year-old", "Anna Roth, 45,"; not "the oldest was 91"."""
    if quantity.unit != "year_old" or quantity.qualifier is not None:
        return False
    if not quantity.surface.isdecimal():
        return not is_counted(cut, quantity.first, language)
    return cut.word(quantity.first - 1) in (",", "(")


def _sentence(cut: Tokens, parts: Sentences, token: int) -> tuple[int, int]:
    """Return start and end of the sentence a token stands in, without the line ends after it."""
    first, stop = parts.bounds(parts.number(token))
    while stop - 1 > first and cut.words[stop - 1][0] == "\n":
        stop -= 1
    return cut.starts[first], cut.ends[stop - 1]


def _check(reading: Reading) -> None:
    """Hold every span to the text: its surface is what stands there, and nothing overlaps among its like.

    Raises:
        RuntimeError: the reader is wrong; better no answer than a quote from the wrong place.
    """
    last = 0
    for figure in reading.figures:
        quantity = figure.quantity
        if not last <= quantity.start < quantity.end or reading.text[quantity.start : quantity.end] != quantity.surface:
            raise RuntimeError(f"figure {quantity.surface!r} is not at {quantity.start}..{quantity.end}")
        last = quantity.end
    last = 0
    for one in reading.timed:
        if not last <= one.start <= one.core_start < one.core_end <= one.end <= len(reading.text):
            raise RuntimeError(f"date at {one.start}..{one.end} is out of order")
        last = one.end


def as_json(reading: Reading, name: str) -> dict[str, Any]:
    """Return a reading in the form of the annotation rules; `name` is its id. Offsets are code points."""
    return {
        "id": name,
        "language": reading.language,
        "published": reading.published.isoformat(),
        "quantities": [_figure(reading, figure) for figure in reading.figures],
        "dates": [_date(reading, one) for one in reading.dates],
        "attributions": [_attribution(reading, one) for one in reading.attributions],
        "statuses": [
            {"start": one.start, "end": one.end, "surface": one.surface, "status": one.status}
            for one in reading.statuses
        ],
    }


def _figure(reading: Reading, figure: Figure) -> dict[str, Any]:
    quantity = figure.quantity
    row: dict[str, Any] = {
        "start": quantity.start,
        "end": quantity.end,
        "surface": quantity.surface,
        "value_low": plain(quantity.low),
        "value_high": plain(quantity.high),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "kind": quantity.kind,
    }
    if quantity.increment:
        row["increment"] = True
    if quantity.per:
        row["per"] = quantity.per
    if figure.scope:
        row["scope"] = reading.text[figure.scope.start : figure.scope.end]
    if figure.claim:
        row["claimant"] = figure.claim.source
    if figure.status:
        row["status"] = figure.status.status
    return row


def _date(reading: Reading, one: Date) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "surface": reading.text[one.start : one.end],
        "iso_start": one.iso_start,
        "iso_end": one.iso_end,
        "mod": one.mod,
        "timex": one.timex,
    }


def _attribution(reading: Reading, one: Attribution) -> dict[str, Any]:
    return {
        "source": one.source or None,
        "source_start": one.source_start if one.source else None,
        "source_end": one.source_end if one.source else None,
        "cue": one.cue,
        "cue_start": one.cue_start,
        "cue_end": one.cue_end,
        "content": reading.text[one.content_start : one.content_end],
        "content_start": one.content_start,
        "content_end": one.content_end,
        "kind": one.sort,
    }


def plain(value: float | None) -> float | int | None:
    """Return a whole number without its decimals: 8000, not 8000.0."""
    return int(value) if value is not None and value == int(value) else value
