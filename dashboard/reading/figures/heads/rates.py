"""What a figure is reckoned for: "500 dollars par mois", "täglich 40 Tonnen", "$65 a barrel", "140 Euro je
Megawattstunde".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.reading.figures.drafts import Draft
from dashboard.reading.figures.heads.kinds import PERIODS, kind_of
from dashboard.reading.figures.heads.nouns import noun, nouns, singular
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# How many words may stand between a figure and its period, behind it and before it.
BEHIND = 7
BEFORE = 9
# How far before a price its ware may stand.
PRICED_WITHIN = 14
# Words behind its first that a period may have.
LONGEST = 4
# How many words may stand between a period and the figure behind it: "am Tag noch 400 Granaten".
HEDGED = 2
# How far before a figure the thing it is reckoned for may stand within a clause: "pro Frontkilometer noch acht".
NEAR = 4
# Between two figures that share a period: "25,000 shells a month from just under 9,000".
SHARED = 8
_QUOTES = frozenset('„“”«»"')
_CLAUSE_ENDS = frozenset(".;:!?\n,–—")
# What money is told for with an article alone: "60 dollars le baril".
_PRICED = frozenset(
    ("barrel", "tonne", "litre", "kg", "gram", "MWh", "kWh", "m2", "m3", "hectare", "pound", "gallon", "ounce")
)


@dataclass(frozen=True, slots=True)
class _Words:
    """Periods and wares: without the last word of a period (`ends`) or a ware in sight nothing more is looked for."""

    direct: Phrases
    told: Phrases
    close: Phrases
    ends: frozenset[str]
    wares: frozenset[str]
    subjects: frozenset[str]
    per: frozenset[str]
    hedges: frozenset[str]
    articles: frozenset[str]
    heads: frozenset[str]
    apiece: frozenset[str]
    not_per: frozenset[str]
    no_rate_before: frozenset[str]
    no_rate_behind: frozenset[str]
    shared: frozenset[str]
    also: frozenset[str]
    of_them: Phrases
    capitalised: bool
    any_noun: bool


@cache
def _words(language: str) -> _Words:
    rows, said = table(language, "contexts")["rates"], table(language, "nouns")
    told = [(phrase, unit) for unit in PERIODS for phrase in listed(rows[unit])]
    behind = [(phrase, unit) for unit, entries in said["per"].items() for phrase in listed(entries)]
    periods = dict(behind)
    # "l'an", "im Monat" stand in the table of what follows a figure at once: their unit is that of the noun in them.
    close = [
        (phrase, unit)
        for phrase in listed(rows["close"])
        if (unit := periods.get(phrase) or _period(phrase.split()[-1].rpartition("'")[2], language))
    ]
    nearby = dict(close)
    anywhere = Phrases({**dict(told), **{phrase: unit for phrase, unit in behind if phrase not in nearby}}.items())
    beside = Phrases(close)
    return _Words(
        Phrases({**nearby, **dict(told), **periods}.items()),
        anywhere,
        beside,
        frozenset((*anywhere.by_last, *beside.by_last)),
        frozenset(phrase.split()[0] for unit in _PRICED for phrase in listed(said["measures"].get(unit, ""))),
        frozenset(listed(rows["subjects"])),
        frozenset(listed(rows["per"])),
        frozenset(listed(rows["hedges"])),
        frozenset(listed(rows["articles"])),
        frozenset(listed(rows["heads"])),
        frozenset(listed(rows["apiece"])),
        frozenset(listed(rows["not_per"])),
        frozenset(listed(rows["no_rate_before"])),
        frozenset(listed(rows["no_rate_behind"])),
        frozenset(listed(said["anaphora"]["shared"])),
        frozenset(listed(said["anaphora"]["also"])),
        Phrases((phrase, "") for phrase in listed(said["anaphora"]["of_them"])),
        traits(language).capitalised_nouns,
        traits(language).hyphened_heads == "any",
    )


def _period(word: str, language: str) -> str | None:
    known = noun(word, language)
    return known.unit if known is not None and known.unit in PERIODS else None


def take(cut: Tokens, drafts: Sequence[Draft], language: str) -> None:
    """Give each figure the period or thing it is reckoned for, if the words around it say so."""
    words = _words(language)
    for place, draft in enumerate(drafts):
        if draft.per or draft.unit == "year_old":
            continue
        if draft.unit == "times":  # "elfmal pro Woche"
            often = words.direct.at(cut, draft.stop)
            draft.per = often[1] if often and not _is_year(cut, often[0]) else None
            continue
        begin = drafts[place - 1].stop if place else 0
        end = drafts[place + 1].first if place + 1 < len(drafts) else len(cut)
        kind = kind_of(draft.unit, draft.persons)
        draft.per = (
            _behind(cut, draft, kind, words, language, end)
            or _before(cut, draft, kind, begin, words)
            or _opens(cut, draft, begin, words, language)
        )
        if not draft.per and kind == "money":
            draft.per = _priced(cut, draft, begin, words, language)
    for place, draft in enumerate(drafts):
        if draft.elided and not draft.per and draft.unit:
            draft.per = _shared(cut, drafts, place, words)


def _behind(cut: Tokens, draft: Draft, kind: str, words: _Words, language: str, end: int) -> str | None:
    """Return what a figure is reckoned for by the words right behind it, or by a period later in its clause."""
    stop = draft.stop
    # Only sums of money are reckoned for a currency: "36,57 hryvnias pour un dollar".
    if (found := words.direct.at(cut, stop)) and (kind == "money" or found[1] in PERIODS):
        return found[1] if cut.lower(found[0]) not in words.no_rate_behind and not _is_year(cut, found[0]) else None
    if reckoned := _per_noun(cut, draft.stop, words, language, money=kind == "money"):
        return reckoned
    if kind == "percent":
        return None
    if words.ends.isdisjoint(cut.lowers[stop : stop + BEHIND + LONGEST]):
        return None
    for place in range(stop, min(stop + BEHIND, end, len(cut))):
        if cut.words[place][0] in _CLAUSE_ENDS or cut.words[place] == ")":
            return None
        if cut.lowers[place] in words.also and noun(cut.lower(place + 1), language) is None:
            return None  # "beschäftigt 1.800 Menschen und stellt jährlich 75.000 Tonnen her"
        found = words.told.at(cut, place) or (words.close.at(cut, place) if place < stop + 3 else None)
        if found is None:
            continue
        following = cut.lower(found[0])
        if cut.lower(place - 1) in words.no_rate_before or following in words.no_rate_behind:
            return None
        # "daily" before a noun describes it.
        single = found[0] - place == 1 and words.any_noun and following[:1].isalpha()
        return None if single and noun(following, language) is not None else found[1]
    return None


def _is_year(cut: Tokens, place: int) -> bool:
    """Whether a year stands at a token: "im Jahr 2020" is a date."""
    return len(cut.word(place)) == 4 and cut.word(place).isdecimal()


def _per_noun(cut: Tokens, stop: int, words: _Words, language: str, *, money: bool) -> str | None:
    """Return the thing a figure is reckoned for: "per household", "je Megawattstunde", "a barrel", "le baril"."""
    word, place = cut.lower(stop), stop + 1
    if money and word in words.apiece:
        return "piece"
    article = word in words.articles
    if word not in words.per and not (article and money):
        return None
    place += cut.word(place) == "'"
    after = cut.lower(place)
    if not after[:1].isalpha() or after in words.not_per:
        return None
    if after in words.heads:
        return _also_per(cut, place + 1, words, language) or "person"
    measured = nouns(language).measure(cut, place)
    if measured:
        unit = measured[1]
        return unit if not article or words.any_noun or unit in _PRICED else None
    if words.capitalised and not cut.word(place)[0].isupper():
        return None
    known = noun(after, language)
    if known is None:
        ends = not cut.word(place + 1)[:1].isalpha()  # "$5.72 a bushel,"
        named = words.any_noun and (not article or ends) and len(after) > 2
        return singular(after, language) if named else None
    if article and not words.any_noun and known.unit not in _PRICED:
        return None
    return known.unit


def _also_per(cut: Tokens, place: int, words: _Words, language: str) -> str | None:
    """Return the period that is told besides the persons: "pro Kopf und Monat", "par habitant et par an"."""
    if cut.lower(place) not in words.also:
        return None
    found = words.direct.at(cut, place + 1)
    return found[1] if found else _period(cut.lower(place + 1), language)


def _opens(cut: Tokens, draft: Draft, begin: int, words: _Words, language: str) -> str | None:
    """Return the thing told before a figure in its clause: "Je Aktie verdiente der Konzern 1,20 Euro".

    It stands behind no earlier figure, whose own it would be, and opens its clause or stands right before the figure.
    """
    since = max(draft.first - BEFORE, begin + (begin > 0))
    if words.per.isdisjoint(cut.lowers[since : draft.first]):
        return None
    for place in range(draft.first - 1, since - 1, -1):
        if cut.words[place][0] in ".:;!?\n":
            return None
        if cut.lowers[place] in words.per:
            ahead = cut.word(place - 1)
            opens = not ahead or ahead[0] in _CLAUSE_ENDS or ahead in _QUOTES
            # Without capitals "par groupes de quatre" and the like cannot be told from rates.
            near = words.capitalised and draft.first - place <= NEAR
            return _per_noun(cut, place, words, language, money=False) if opens or near else None
    return None


def _before(cut: Tokens, draft: Draft, kind: str, begin: int, words: _Words) -> str | None:
    """Return the period told before a figure in its clause: "Täglich würden 500 bis 600 Personen weggebracht"."""
    if words.ends.isdisjoint(cut.lowers[max(draft.first - BEFORE - 1, begin) : draft.first]):
        return None
    if kind == "percent":
        return None
    close = draft.first
    while close > draft.first - HEDGED and cut.lower(close - 1) in words.hedges:
        close -= 1  # "am Tag noch 400 Granaten"
    if (found := words.close.before(cut, close)) and found[0] >= begin:
        return found[1]
    for place in range(draft.first, max(draft.first - BEFORE, begin), -1):
        found = words.told.before(cut, place)
        if found and found[0] >= begin:
            # What stands right behind an earlier figure is that one's.
            begin += begin > 0 and cut.word(begin) == ")"
            return found[1] if found[0] > begin or begin == 0 else None
        if cut.words[place - 1] == "," and (opened := words.told.before(cut, place - 1)):
            # "Chaque jour, une quarantaine d'enfants meurent"
            return opened[1] if opened[0] == 0 or cut.words[opened[0] - 1][0] in ".!?\n" else None
        if cut.words[place - 1][0] in _CLAUSE_ENDS:
            return None
    return None


def _priced(cut: Tokens, draft: Draft, begin: int, words: _Words, language: str) -> str | None:
    """Return what a price is told for as the subject of its sentence: "Le litre de gazole coûte 1,62 euro"."""
    since = max(draft.first - PRICED_WITHIN, begin - 1, 0)
    if words.wares.isdisjoint(cut.lowers[since : draft.first]):
        return None
    for place in range(draft.first - 1, since, -1):
        if cut.words[place][0] in ".;!?\n":
            return None
        opens = cut.lower(place - 1) in words.subjects or (
            cut.word(place - 1) == "'" and cut.lower(place - 2) in words.subjects
        )
        # What stands right behind an earlier figure is that one's: "3,50 € le kilo et 5 € la voiture".
        if (
            opens
            and (place - 1 > begin or begin == 0)
            and (measured := nouns(language).measure(cut, place))
            and measured[1] in _PRICED
        ):
            return measured[1]
    return None


def _shared(cut: Tokens, drafts: Sequence[Draft], place: int, words: _Words) -> str | None:
    """Return the period of a neighbour that an elided figure is held against or listed with."""
    draft = drafts[place]
    for other in (drafts[place - 1] if place else None, drafts[place + 1] if place + 1 < len(drafts) else None):
        if other is None or other.per is None or other.unit != draft.unit:
            continue
        first, stop = (other.stop, draft.first) if other.first < draft.first else (draft.stop, other.first)
        between = cut.lowers[first:stop]
        if other.per == "hour" and other.unit in ("km", "mi") and len(between) <= SHARED:
            return other.per  # "120 km/h, voire 150": both are speeds
        price = other.per not in PERIODS and kind_of(draft.unit, "") == "money"
        if len(between) > SHARED * (2 if price else 1) or not all(
            word[0].isalnum() or word in (",", "(", "'") for word in between
        ):
            continue
        if other.first < draft.first and words.of_them.before(cut, draft.first):
            continue
        if price or between[-1:] == ["("] or any(word in words.shared for word in between):
            return other.per
    return None
