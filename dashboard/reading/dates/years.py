"""Years, spans of years and decades: "2022/23", "des vergangenen Jahres", "the 1990s", "années 90"."""

from __future__ import annotations

from dashboard.reading.dates.line import Line
from dashboard.reading.dates.points import Point
from dashboard.reading.dates.words import DateWords

_DASHES = frozenset("-‐‑–—/")
YEARS = range(1900, 2100)
# Years so long ago are told where a preposition stands before and nothing that they may count after.
PAST_YEARS = range(1700, 1900)
OLD_YEARS = range(1000, 2100)
# Years that stories speak of; another number of four digits needs a word that makes it one.
LIKELY = range(1990, 2036)


def relative_year(line: Line, words: DateWords, index: int) -> tuple[int, int] | None:
    """Return how many years from now the year named at a token is ("des vergangenen Jahres"), and the token after."""
    for _ in range(4):
        if line.lower(index) not in words.roles["links"] and line.lower(index) not in words.roles["articles"]:
            break
        if words.at("adjectives", line, index):
            break
        index += 1
    if (known := words.at("deictics", line, index)) and known[0][0] == "Y":
        return int(known[0][1:]), known[1]
    adjective = words.at("adjectives", line, index)
    unit = words.at("units", line, adjective[1] if adjective else index)
    if unit is None or unit[0] != "Y":
        return None
    if adjective:
        return int(adjective[0]), unit[1]
    after = words.at("after_adjectives", line, unit[1])
    return (int(after[0]), after[1]) if after else None


def year_point(line: Line, words: DateWords, index: int, *, sure: bool = False) -> Point | None:
    """Read a year or a span of years ("2022/23", "2006-2024"); `sure` where the words before say that it is one."""
    number = line.number(index)
    if number is None or len(line.words[index]) != 4 or number not in OLD_YEARS:
        return None
    last, stop = _last_year(line, index, number)
    first = index
    if (before := words.before("year_words", line, index)) is not None:
        first, sure = before[1], True
    if not (sure or last) and not _is_year(line, words, index, number):
        return None
    if line.touch(stop - 1) and (line.words[stop][0].isalnum() or line.words[stop] in "%€$£"):
        return None
    if last:
        return Point(first, stop, "YY", year=number, last=last)
    return Point(first, stop, "Y", year=number)


def _last_year(line: Line, index: int, number: int) -> tuple[int | None, int]:
    """Return the second year of a span written without spaces, and the token after the span."""
    if line.word(index + 1) in _DASHES and line.touch(index) and line.touch(index + 1):
        second = line.number(index + 2)
        if second is not None and number in YEARS:
            full = second if len(line.words[index + 2]) == 4 else number // 100 * 100 + second
            if len(line.words[index + 2]) in (2, 4) and number < full <= number + 100:
                return full, index + 3
    return None, index + 1


def _is_year(line: Line, words: DateWords, index: int, number: int) -> bool:
    before, after = line.lower(index - 1), line.lower(index + 1)
    if before in words.roles["year_labels"] or after in words.roles["year_counted"]:
        return False
    alone = not line.word(index + 1)[:1].isalnum() and not goes_on(line, index)
    if number not in YEARS:
        return alone and number in PAST_YEARS and before in words.roles["year_long_ago"]
    if (line.touch(index - 1) and before[:1] != "\n" and before not in "(['\"„“«»–-/’") or goes_on(line, index):
        return False
    if before == "." and words.value("year_labels", line.lower(index - 2)):
        return False
    counted = line.numerals.get(index)
    if counted is not None and counted.stop > index + 1:
        # "2014 bis 2021" is a range of years unless its end counts something.
        end = counted.stop - 1
        if counted.sort != "range" or line.number(end) not in YEARS or _counts(line, words, end):
            return False
        if line.lower(end + 1) in words.roles["year_counted"]:
            return False
    if words.before("year_before", line, index):
        return True
    likely, counts = number in LIKELY and number != 2000, _counts(line, words, index)
    if words.before("year_softly", line, index) or words.before("leads", line, index):
        return likely or not counts
    following = line.word(index + 1)
    if words.nouns_capital and following[:1].islower() and number % 100:
        return True
    if alone and before.startswith(words.participles) and before.endswith(words.participle_endings):
        return True  # "gebaut 1964,"
    if counts or not likely:
        return False
    if line.opens(index):
        return following[:1].islower()
    return line.capital(index - 1) or not before.isalpha() or not following[:1].isalpha()


def _counts(line: Line, words: DateWords, index: int) -> bool:
    """Whether the word after a number is likely what it counts."""
    following = line.word(index + 1)
    if not following[:1].isalpha():
        return False
    if words.nouns_capital:
        return following[0].isupper()
    if following[0].isupper() or line.lower(index + 1) in words.roles["year_no_nouns"]:
        return False
    return len(following) > 3 and following[-1] in "sx"


def decade(line: Line, words: DateWords, index: int) -> Point | None:
    """Read "1990er Jahre", "the 1990s", "années 1990", "neunziger Jahre"."""
    first, place = index, index
    if (before := words.at("decade_before", line, index)) is not None:
        place = before[1]
    number = line.number(place)
    if number is not None:
        stop = place + 1
        if before is None:
            if not line.touch(place) or line.lower(stop) not in words.roles["decade_signs"]:
                return None
            stop += 1
        if len(line.words[place]) == 2 and before is None and not words.nouns_capital:
            if line.word(place - 1) not in ("'", "’", "‘"):
                return None
            first = place - 1
        if number < 100:
            number += 1900 if number >= 30 else 2000
        if number % 10 or number not in range(1000, 2100) or len(line.words[place]) == 3:
            return None
    elif (word := words.value("decade_words", line.lower(place))) is not None:
        noun = words.at("decade_nouns", line, place + 1)
        if (
            before is None
            and noun is None
            and not line.lowers[place].endswith(tuple(words.roles["decade_nouns"]) or "-")
        ):
            return None
        number, stop = 1900 + int(word), place + 1
    else:
        return None
    noun = words.at("decade_nouns", line, stop)
    return Point(first, noun[1] if noun else stop, "DE", year=number)


def goes_on(line: Line, index: int) -> bool:
    """Whether digits go on after a token: "2024.5", "2024%"."""
    return line.touch(index) and (line.words[index + 1][0].isalnum() or line.words[index + 1] in "%€$")
