"""Candidates: what was read, in the columns of the board's figures, with ids suggested. An editor decides on them.

What the text does not say, and what a name does not settle, is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.reading.dates.reading import Date
from dashboard.reading.reader import Figure, Reading, plain
from dashboard.reading.registers import Register
from dashboard.reading.vocabulary import listed, table

# The codes of the annotation rules in the words of the board.
BOUNDS = {
    None: "exact",
    "~": "about",
    "~<": "nearly",
    "~>": "more_than",
    ">": "more_than",
    ">=": "at_least",
    "<": "less_than",
    "<=": "up_to",
    "range": "range",
    "vague": "vague",
}
# How far from a figure, in code points, a date in its sentence may stand and still say its period.
PERIOD_WITHIN = 160


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure as a row might have it. Columns of `figures.csv` have their names; days are ISO dates, ids suggested.

    Besides them: `claimant`, `place` as written, `indicator_ids` all that may fit, `sentence` with its offsets, and
    `increment` for a number on top of another one.
    """

    indicator_id: str
    claimant_id: str
    stated_on: str
    period_start: str
    period_end: str
    place_id: str
    as_written: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    bound: str
    unit: str
    status: str
    quote_start: int
    quote_end: int
    claimant: str
    place: str
    indicator_ids: tuple[str, ...]
    increment: bool
    sentence: str
    sentence_start: int
    sentence_end: int


def candidates(reading: Reading, register: Register) -> list[Candidate]:
    """Return a candidate for every figure of a reading that counts something."""
    return [_candidate(reading, figure, register) for figure in reading.figures]


def _candidate(reading: Reading, figure: Figure, register: Register) -> Candidate:
    quantity = figure.quantity
    start, end = figure.sentence_start, figure.sentence_end
    sentence = reading.text[start:end]
    place = reading.text[figure.scope.start : figure.scope.end] if figure.scope and figure.scope.is_place else ""
    place_id = register.places.find(place)
    claimant = figure.claim.source if figure.claim else ""
    unit = f"{quantity.unit}_per_{quantity.per}" if quantity.unit and quantity.per else quantity.unit or ""
    period = _period(reading, figure, start, end)
    stated = _stated_on(reading, figure)
    low, best, high = _values(quantity.low, quantity.high, quantity.qualifier)
    return Candidate(
        register.indicator_of(unit, sentence, place_id),
        register.actors.find(claimant),
        stated.iso_start or "" if stated else "",
        period.iso_start or "" if period else "",
        period.iso_end or "" if period else "",
        place_id,
        quantity.surface,
        plain(low),
        plain(best),
        plain(high),
        BOUNDS[quantity.qualifier],
        unit,
        _status(reading, figure),
        quantity.start,
        quantity.end,
        claimant,
        place,
        tuple(register.indicators_of(unit, sentence, place_id)),
        quantity.increment,
        sentence,
        start,
        end,
    )


def _values(
    low: float | None, high: float | None, qualifier: str | None
) -> tuple[float | None, float | None, float | None]:
    """Return low, best and high as the board has them: an open end is empty, and no best value where none is said."""
    if qualifier is None:
        return low, low, high
    if qualifier in ("~", "~<"):
        return None, low, None
    if qualifier == "~>":
        return low, None, None
    return low, None, high


def _stated_on(reading: Reading, figure: Figure) -> Date | None:
    """Return the day on which the claimant spoke, if it stands beside the words of saying: "sagte am Montag"."""
    claim = figure.claim
    if claim is None or claim.sort == "reported":
        return None
    start, end = min(claim.source_start, claim.cue_start), max(claim.source_end, claim.cue_end)
    for one in reading.dates:
        beside = -2 <= one.start - end <= 3 or -2 <= start - one.end <= 3 or start <= one.start < end
        within = claim.content_start <= one.start and one.end <= claim.content_end
        if beside and not within and one.iso_start and one.iso_start == one.iso_end:
            return one
    return None


def _period(reading: Reading, figure: Figure, start: int, end: int) -> Date | None:
    """Return the date that says when a figure holds: the nearest before it in its sentence, else one right behind it.

    A date of saying is none, nor one that only begins or ends something ("seit März"): that is for the editor.
    """
    quantity, stated = figure.quantity, _stated_on(reading, figure)
    before = [
        one
        for one in reading.dates
        if start <= one.start and one.end <= quantity.start and quantity.start - one.end <= PERIOD_WITHIN
    ]
    after = [one for one in reading.dates if quantity.end <= one.start and one.end <= end]
    if after and "," in reading.text[quantity.end : after[0].start]:
        after = []
    for one in (*reversed(before), *after[:1]):
        if one is not stated and one.iso_start and one.mod not in ("since", "until", "before", "after"):
            return None if _begins_something(reading, one, start) else one
    return None


def _begins_something(reading: Reading, one: Date, start: int) -> bool:
    """Whether an event stands between "since" and the date: "seit ihrer Offensive im August"."""
    words = reading.text[max(start, one.start - 60) : one.start].lower().split()
    return any(word in _since(reading.language) for word in words)


@cache
def _since(language: str) -> frozenset[str]:
    return frozenset(listed(table(language, "candidates")["since"]["words"]))


def _status(reading: Reading, figure: Figure) -> str:
    """Return the status in the words of the board, empty for the agency's own voice."""
    code = figure.status.status if figure.status else ""
    if code in ("denied", "confirmed"):
        return code
    if figure.claim is None:
        return "neither" if code == "neither_confirmed_nor_denied" else ""
    estimates = listed(table(reading.language, "candidates")["estimates"]["beginnings"])
    return "estimated" if figure.claim.cue.lower().startswith(estimates) else "claimed"
