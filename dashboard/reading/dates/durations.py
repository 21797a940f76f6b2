"""How long something takes: "zwei Wochen", "48 hours", "dreitägig", "within a month"; and "three days ago"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.words import DateWords

_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
# Units that TIMEX3 has no letter of its own for, in years.
YEARS_IN = {"DE": 10, "CE": 100}
MONTHS_IN = {"Q": 3, "H": 6}
# What half of a unit is said in: two and a half years are two years and six months.
_SMALLER = {"Y": ("M", 12), "TH": ("TM", 60)}
# The units from the largest on: in one duration they follow each other so.
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
# More of a unit than this is a figure, and no time that anything takes.
_MOST = {"TH": 10_000, "D": 5_000, "W": 1_000, "M": 1_000, "Y": 3_000}


@dataclass(slots=True)
class Duration:
    """A duration over the tokens `first` up to, not including, `stop`: from `low` to `high` times `unit`.

    `rest` is what more it takes in smaller units ("and six months"); `whole` is the TIMEX3 value of one that is said in
    other words; `adjective` is true of "dreitägig" and "three-day".
    """

    first: int
    stop: int
    low: float
    high: float
    unit: str
    minor: bool = False
    whole: str = ""
    adjective: bool = False
    rest: tuple[tuple[float, str], ...] = ()

    @property
    def timex(self) -> str:
        """Return the TIMEX3 value: "P2W"; both ends of a range."""
        if self.whole:
            return self.whole
        low = named(self.low, self.unit)
        if self.rest:
            return _together([low, *(named(amount, unit) for amount, unit in self.rest)])
        return low if self.low == self.high else f"{low}/{named(self.high, self.unit)}"


def named(amount: float, unit: str) -> str:
    """Return a duration as TIMEX3 has it."""
    if unit in YEARS_IN:
        amount, unit = amount * YEARS_IN[unit], "Y"
    if unit in MONTHS_IN:
        amount, unit = amount * MONTHS_IN[unit], "M"
    smaller, count = _SMALLER.get(unit, ("", 0))
    if smaller and amount % 1 and (amount * count) % 1 == 0:
        whole, part = divmod(amount * count, count)
        part_named = named(part, smaller)
        return _together([named(whole, unit), part_named]) if whole else part_named
    number = f"{amount:.0f}" if amount % 1 == 0 else f"{amount:.4g}"
    return f"PT{number}{_CLOCK_UNITS[unit]}" if unit in _CLOCK_UNITS else f"P{number}{unit}"


def _together(pieces: list[str]) -> str:
    """Return durations as one: "P5D" and "PT19H" are "P5DT19H"."""
    days = "".join(piece[1:] for piece in pieces if not piece.startswith("PT"))
    hours = "".join(piece[2:] for piece in pieces if piece.startswith("PT"))
    return f"P{days}T{hours}" if hours else f"P{days}"


def duration(line: Line, words: DateWords, index: int) -> Duration | None:
    """Return the duration that begins at a token."""
    if line.lower(index) in words.lasting_words:
        if (whole := words.at("whole_durations", line, index)) is not None:
            return Duration(index, whole[1], 1, 1, "", whole=whole[0])
        if (joined := words.value("joined_durations", line.lower(index))) is not None:
            number, unit = joined.split()
            if unit == "Y" and not _is_thing(line, words, index, digits=False):
                return None
            return Duration(index, index + 1, float(number), float(number), unit, adjective=True)
        part = words.at("fractions", line, index)
        if part is not None and (unit := words.at("units", line, part[1]) or words.at("plurals", line, part[1])):
            amount = float(part[0])
            return None if unit[0] == "WE" else Duration(index, unit[1], amount, amount, unit[0])
    if (numeral := line.numerals.get(index)) is not None:
        if not numeral.tail and line.lower(numeral.stop) not in words.after_digits:
            return None  # most numbers are figures
        return _counted(line, words, index)
    if (one := words.at("ones", line, index)) is not None:
        return _one(line, words, index, one[1])
    if "-" in line.lowers[index]:
        return _hyphenated(line, words, index)
    return None


def _unit(line: Line, words: DateWords, index: int, amount: float) -> tuple[str, int] | None:
    """Return the unit after a number, past at most two adjectives, and the token after it.

    Behind an adjective more than one needs the plural: "12 past weeks", but not "up from 12 last week".
    """
    for past in range(3):
        unit = words.at("plurals", line, index)
        if unit is None and not (past and amount > 1):
            unit = words.at("units", line, index)
        if unit is not None:
            return unit
        adjective = words.at("unit_adjectives", line, index)
        if adjective is None:
            return None
        index = adjective[1]
    return None


def _counted(line: Line, words: DateWords, index: int) -> Duration | None:
    """Return the duration that a numeral begins, unless it is absurdly long."""
    if line.word(index - 1) == ":" and line.touch(index - 1):
        return None  # "29:45 Minuten"
    found = _measure(line, words, index)
    if found is None or found.high > _MOST.get(found.unit, found.high):
        return None
    return _with_rest(line, words, found)


def _with_rest(line: Line, words: DateWords, found: Duration) -> Duration:
    """Add the smaller units that follow: "drei Jahre und sechs Monate", "two hours, 15 minutes"."""
    if found.low != found.high or found.adjective or found.whole or found.minor:
        return found
    while found.unit in _ORDER:
        joined = words.at("connector_listed", line, found.stop)
        numeral = line.numerals.get(joined[1] if joined else found.stop)
        if numeral is None or numeral.sort != "point" or numeral.tail:
            break
        unit = words.at("plurals", line, numeral.stop) or words.at("units", line, numeral.stop)
        last = found.rest[-1][1] if found.rest else found.unit
        if unit is None or unit[0] not in _ORDER or _ORDER.index(unit[0]) <= _ORDER.index(last):
            break
        if _is_age(line, words, found.first, unit):
            break
        found = replace(found, stop=unit[1], rest=(*found.rest, (numeral.low, unit[0])))
    return found


def _measure(line: Line, words: DateWords, index: int) -> Duration | None:
    numeral = line.numerals[index]
    if numeral.sort not in ("point", "round", "range", "vague"):
        return None
    low, high, stop = numeral.low, numeral.high, numeral.stop
    if numeral.tail:
        pieces = numeral.tail.split("-")
        known = words.value("units", pieces[0]) or words.value("plurals", pieces[0])
        if known is None or any(piece in words.roles["age_after"] for piece in pieces[1:]):
            return None
        return Duration(index, stop, low, high, known, adjective=True)
    if line.word(stop) == "-" and line.touch(stop - 1) and line.touch(stop):
        return _after_hyphen(line, words, index, stop + 1)
    unit = _unit(line, words, stop, high)
    if unit is None and numeral.sort == "point":
        second = _range_end(line, words, stop)
        if second is None:
            return None
        high, stop = line.numerals[second].high, line.numerals[second].stop
        if line.word(stop) == "-" and line.touch(stop - 1):
            stop += 1
        unit = _unit(line, words, stop, high)
        if high < low:
            return None
    if unit is None or unit[0] == "WE" or _is_age(line, words, index, unit):
        return None
    if unit[0] == "TH" and (words.at("clock_words", line, stop) or words.at("clock_afternoon", line, stop)):
        return None  # "deux heures du matin"
    if numeral.stop == index + 1 and line.lowers[index] in words.roles["ones"] and low == high == 1:
        return _single(line, words, index, unit)
    after = words.at("after_units", line, unit[1])
    if after is not None:
        low, high = low + float(after[0]), high + float(after[0])
    stop = after[1] if after else unit[1]
    if (lasting := words.at("lasting", line, stop)) is not None:
        stop = lasting[1]
    return Duration(_with_sum(line, words, index), stop, low, high, unit[0], minor=numeral.sort == "vague")


def _with_sum(line: Line, words: DateWords, index: int) -> int:
    """Return where "die ersten neun Monate" begins: at the adjective."""
    before = words.before("sum_before", line, index)
    if before is None or line.lower(before[1] - 1) in words.roles["sum_not_after"]:
        return index
    return before[1]


def _range_end(line: Line, words: DateWords, index: int) -> int | None:
    """Return the second number of "zwei bis drei Tage", "two or three days"."""
    joined = words.at("connector_range", line, index) or words.at("connector_listed", line, index)
    if joined is None or line.word(index) == ",":
        return None
    second = line.numerals.get(joined[1])
    return joined[1] if second is not None and second.sort == "point" and not second.tail else None


def _after_hyphen(line: Line, words: DateWords, index: int, place: int) -> Duration | None:
    """Read "48-hour", "72-stündig", "90-Tage-Frist"; "18-jährige" is an age."""
    numeral, word = line.numerals[index], line.lower(place)
    if (unit := words.value("joined_units", word)) is not None:
        if unit == "Y" and not _is_thing(line, words, place, digits=True):
            return None
        return Duration(index, place + 1, numeral.low, numeral.high, unit, adjective=True)
    pieces = word.split("-")
    unit = words.value("units", pieces[0]) or words.value("plurals", pieces[0])
    if unit is None or any(piece in words.roles["age_after"] for piece in pieces[1:]):
        return None
    if line.word(place + 1) == "-" and line.lower(place + 2) in words.roles["age_after"]:
        return None
    return Duration(index, place + 1, numeral.low, numeral.high, unit, adjective=True)


def _hyphenated(line: Line, words: DateWords, index: int) -> Duration | None:
    """Read "Drei-Tage-Frist", "three-day": a number word and a unit in one."""
    pieces = line.lowers[index].split("-", 3)
    number = words.value("numbers", pieces[0])
    if number is None:
        return None
    unit = words.value("units", pieces[1]) or words.value("plurals", pieces[1])
    if unit is None or any(piece in words.roles["age_after"] for piece in pieces[2:]):
        return None
    return Duration(index, index + 1, float(number), float(number), unit, adjective=True)


def _one(line: Line, words: DateWords, index: int, place: int) -> Duration | None:
    unit = words.at("units", line, place)
    if unit is None and (adjective := words.at("unit_adjectives", line, place)):
        unit = words.at("units", line, adjective[1])
    if unit is None or unit[0] in ("WE", "Q", "H") or _is_age(line, words, index, unit):
        return None
    return _single(line, words, index, unit)


def _single(line: Line, words: DateWords, index: int, unit: tuple[str, int]) -> Duration:
    """Return one unit; without a word beside it that makes it a measure it is vague: "eines Tages", "500 a day"."""
    stop = unit[1]
    cued = words.before("cue_before", line, index) or words.at("cue_after", line, stop)
    minor = not cued and (unit[0].lower() not in words.roles["cue_plain"] or _is_rate(line, index))
    extra = 0.0
    if (after := words.at("after_units", line, stop)) is not None:
        extra, stop, minor = float(after[0]), after[1], False
    if (lasting := words.at("lasting", line, stop)) is not None:
        stop, minor = lasting[1], False
    return Duration(index, stop, 1 + extra, 1 + extra, unit[0], minor=minor)


def _is_rate(line: Line, index: int) -> bool:
    """Whether a number stands so near before "a day" that something is counted by the day."""
    for near in range(index - 1, max(index - 6, -1), -1):
        if line.words[near] in ",.;:\n(":
            return False
        if near in line.numerals or line.words[near][0].isdigit():
            return True
    return False


def _is_age(line: Line, words: DateWords, index: int, unit: tuple[str, int]) -> bool:
    if unit[0] not in ("Y", "M", "W", "D"):
        return False
    after = unit[1]
    if words.at("age_after", line, after) or words.before("age_before", line, index):
        return True
    if line.word(after) == "-" and line.lower(after + 1) in words.roles["age_after"]:
        return True
    if line.lower(index - 1) in words.roles["age_of"] and line.lower(index - 2) in words.roles["age_persons"]:
        return True
    if unit[0] != "Y" or line.word(index - 1) != "," or line.word(after) not in (",", ")"):
        return False
    return line.capital(index - 2) or line.lower(index - 2) in words.roles["age_persons"]


def _is_thing(line: Line, words: DateWords, index: int, *, digits: bool) -> bool:
    """Whether "dreijährig" says how long a thing takes, and not how old somebody is."""
    following = line.lower(index + 1)
    if following in words.roles["age_things"]:
        return True
    return not digits and not line.capital(index) and following not in words.roles["age_persons"]
