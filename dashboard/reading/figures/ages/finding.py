"""How old someone is: "18 Jahre alt", "the 45-year-old", "âgé de 30 ans", "Anna Meier (45)"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dashboard.reading.figures import bounds
from dashboard.reading.figures.ages import rows
from dashboard.reading.figures.ages.told import OLDEST, closes, closing_words, is_near_age, is_person, is_told
from dashboard.reading.figures.heads.nouns import noun
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import Traits, traits
from dashboard.reading.vocabulary import listed, table

# A number alone between commas after a name is an age from here on, after a name in brackets, too.
YOUNGEST_APPOSED = 10
# "À 71 ans, il court": somebody does something at that age, not for so long.
YOUNGEST_AT = 16
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class _Words:
    after: Phrases
    before: Phrases
    joined: frozenset[str]
    years: frozenset[str]
    lasting: tuple[str, ...]
    has: frozenset[str]
    children: frozenset[str]
    joins: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    ago: frozenset[str]
    at: frozenset[str]
    some: frozenset[str]
    introducing: frozenset[str]
    # Most numbers stand neither behind a word or sign that may come before an age nor before one that may follow it.
    leading: frozenset[str]
    following: frozenset[str]
    traits: Traits


@cache
def _words(language: str) -> _Words:
    rows = table(language, "labels")["ages"]
    before, after = (Phrases((phrase, "") for phrase in listed(rows[key])) for key in ("before", "after"))
    years, joins = frozenset(listed(rows["years"])), frozenset(listed(rows["joins"]))
    introducing = frozenset((*before.by_last, *joins, *bounds.last_words(language)))
    return _Words(
        after=after,
        before=before,
        joined=frozenset(listed(rows["joined"])),
        years=years,
        lasting=listed(rows["lasting"]),
        has=frozenset(listed(rows["has"])),
        children=frozenset(listed(rows["children"])),
        joins=joins,
        articles=frozenset(listed(table(language, "labels")["told_ages"]["articles"])),
        of=frozenset(listed(rows["of"])),
        ago=frozenset(listed(rows["ago"])),
        at=frozenset(listed(rows["at"])),
        some=frozenset(listed(rows["some"])),
        introducing=introducing,
        leading=introducing | {",", "("},
        following=frozenset((*after.by_first, *years, *joins, *closing_words(language))),
        traits=traits(language),
    )


def age(cut: Tokens, numeral: Numeral, language: str) -> int | None:
    """Return the token before which an age's phrase stops, None if the numeral is no age."""
    if not 0 < numeral.high <= OLDEST or numeral.sort not in ("point", "range"):
        return None
    words, stop = _words(language), numeral.stop
    follower = cut.lower(stop)
    amidst = (
        follower.isalpha() and follower not in words.following and cut.lower(numeral.first - 1) not in words.leading
    )
    if amidst and not numeral.tail:
        return None
    if numeral.tail:
        return stop if numeral.tail in words.joined and not _lasts(cut, stop, words) else None
    if cut.word(stop) in _HYPHENS and cut.touch(stop - 1) and cut.touch(stop):
        return stop + 2 if cut.lower(stop + 1) in words.joined and not _lasts(cut, stop + 2, words) else None
    if found := words.after.at(cut, stop):
        return stop + 1 if words.traits.age_adjective_apart else found[0]
    years = cut.lower(stop) in words.years
    if (years or not words.traits.years_tell_ages) and _is_introduced(cut, numeral, words, language):
        return stop + 1 if years else stop
    if years and words.traits.years_tell_ages:
        if _is_age(cut, numeral, words, language):
            return stop + 1
        return rows.end(cut, numeral, language)
    shared = stop == numeral.first + 1 and cut.lower(stop) in words.joins
    if shared and cut.word(stop + 1)[:1].isalnum() and cut.lower(stop + 2) in words.years:  # "enfants de 8 et 11 ans"
        return stop if age(cut, replace(numeral, stop=stop + 2), language) else None
    if row := rows.end(cut, numeral, language):
        return row
    if years and is_near_age(cut, numeral.first, language):
        return stop + 1
    return stop if _is_apposition(cut, numeral, words.articles) or is_told(cut, numeral, language) else None


def _lasts(cut: Tokens, place: int, words: _Words) -> bool:
    """Whether what follows is a time and no person: "eine vierjährige Haftstrafe"."""
    following = cut.lower(place)
    return bool(following) and following.endswith(words.lasting)


def _is_introduced(cut: Tokens, numeral: Numeral, words: _Words, language: str) -> bool:
    """Whether words before tell an age: "im Alter von 36 und 61", "aged 24 and 31", "children under five"."""
    if cut.lower(numeral.first - 1) not in words.introducing:
        return False
    if words.before.before(cut, numeral.first):
        return True
    first = bounds.before(cut, numeral.first, language).first
    if first < numeral.first and words.before.before(cut, first):
        return True
    after = cut.lower(numeral.stop)
    whom = first - 2 if cut.word(first - 1) == "(" else first - 1
    if cut.lower(whom) in words.children and (after in words.years or closes(cut, numeral.stop, language)):
        return first < numeral.first
    # The second of two ages.
    if cut.lower(numeral.first - 1) in words.joins and cut.word(numeral.first - 2)[:1].isalnum():
        return words.before.before(cut, numeral.first - 2) is not None
    return False


def _is_age(cut: Tokens, numeral: Numeral, words: _Words, language: str) -> bool:
    """Whether "N ans" is an age: of a person, after a name, with "avoir"; not the length of a war or sentence."""
    if cut.lower(numeral.first - 1) in words.joins and cut.word(numeral.first - 2).isdecimal():
        return _is_age(cut, replace(numeral, first=numeral.first - 2), words, language)  # "de 8 et 11 ans"
    first = bounds.before(cut, numeral.first, language).first
    before, earlier = cut.lower(first - 1), cut.lower(first - 2)
    if before == "'":
        before, earlier = earlier, cut.lower(first - 3)
    lasts = cut.lower(numeral.stop + 1) in words.of and cut.lower(numeral.stop + 2) in words.lasting
    if earlier in words.ago or lasts:
        return False  # "il y a cinq ans", "dix ans de prison"
    if before in words.has or (before in words.some and (numeral.sort == "range" or first < numeral.first)):
        return True
    if is_near_age(cut, first, language):
        return True
    following = cut.word(numeral.stop + 1)
    if before in words.at and following == "," and numeral.low >= YOUNGEST_AT:
        return not cut.word(first - 2)[:1].isalnum()  # "À 71 ans, il court."
    if before in words.of:
        known = noun(earlier, language)
        if known is not None:
            return known.unit == "person"
        return earlier.isalpha() and earlier not in words.lasting and numeral.low >= YOUNGEST_APPOSED
    if numeral.sort != "point" or before not in (",", "(") or following not in (",", ")", "."):
        return False
    if following == "," and before == "," and numeral.low >= YOUNGEST_AT and cut.lower(first - 2) not in words.lasting:
        return True  # "le n° 2 du parti, 57 ans, était là"
    return cut.word(first - 2)[:1].isupper() or is_person(cut, first - 2, language)


def _is_apposition(cut: Tokens, numeral: Numeral, articles: frozenset[str]) -> bool:
    """Whether a bare number stands after a name in brackets or between commas: "Meier (45)", "John Smith, 45,"."""
    if not numeral.bare or numeral.low < YOUNGEST_APPOSED or numeral.stop - numeral.first > 1:
        return False
    around = (cut.word(numeral.first - 1), cut.word(numeral.stop))
    name = cut.word(numeral.first - 2)
    if around == (",", ",") and name == "." and cut.touch(numeral.first - 3):  # "Marat G., 34, spent"
        initial = cut.word(numeral.first - 3)
        return len(initial) == 1 and initial.isupper() and cut.word(numeral.first - 4)[:1].isupper()
    if around == ("(", ")"):
        before = cut.word(numeral.first - 3)
        return name[:1].isupper() and before[:1].isupper() and name.isalpha() and before.lower() not in articles
    return around == (",", ",") and name[:1].isupper() and not cut.word(numeral.stop + 1)[:1].isdecimal()
