"""The head after a numeral: a measure, a model, a word grown together with it, or a noun phrase."""

from __future__ import annotations

from functools import cache

from dashboard.reading.figures.heads import degrees
from dashboard.reading.figures.heads.noun_phrases import Head, english, french, german
from dashboard.reading.figures.heads.nouns import millimetres, models, noun, nouns
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import traits
from dashboard.reading.vocabulary import listed, table

# How many words the noun behind a model's name may have.
AFTER_MODEL = 4


def after_token(cut: Tokens, place: int, numeral: Numeral, language: str) -> Head | None:
    """Return the head of a numeral's phrase if it begins at the token `place`, after words like "or so"."""
    word = cut.word(place)
    if word in ("-", "‐", "‑") and cut.touch(place - 1) and cut.touch(place):
        return _hyphened(cut, place + 1, language)
    if word[:1].isdecimal():
        place = _after_calibre(cut, place)
    elif (after := _after_of(cut, place, numeral, language)) != place:
        place = _after_calibre(cut, after) if cut.word(after)[:1].isdecimal() else after
    measured = nouns(language).measure(cut, place)
    if measured and not (measured[1] == "KRW" and numeral.low < 100):
        return Head(measured[0], measured[1])
    if numeral.sort in ("times", "fraction"):
        return None
    if degrees.is_degree_letter(cut, numeral, place, language):
        return Head(place + 1, "degree")
    if cut.word(place)[:1].isupper() and (model := _model(cut, place, numeral, language)):
        return model
    if _acts(cut, place, numeral, language):
        return None
    known = traits(language)
    find = german if known.capitalised_nouns else french if known.head_first else english
    return find(cut, place, numeral)


def _hyphened(cut: Tokens, place: int, language: str) -> Head | None:
    """Read "500-kilometre-long", "40-prozentig", "3.000-Mann-Armee": the first part of the word after the hyphen."""
    whole = cut.lowers[place]
    measured = nouns(language).measure(cut, place)
    if measured:
        return Head(*measured)
    first = whole.partition("-")[0]
    found = nouns(language).measures.by_first.get(first, ())
    for words, unit in found:
        if len(words) == 1 or whole.split("-")[: len(words)] == words:  # "a 25-basis-point cut"
            return Head(place + 1, unit)
    if tail := tail_unit(whole, language):
        return Head(place + 1, tail, "people" if tail == "person" else "")
    known = noun(first, language)
    counted = traits(language).hyphened_heads
    if known is not None and (known.persons or counted == "listed"):
        return Head(place + 1, known.unit, known.persons)
    if counted == "any" and first.isalpha() and len(first) > 2:
        return Head(place + 1, known.unit if known else first, known=known is not None)
    return None


def tail_unit(tail: str, language: str) -> str | None:
    """Return the unit of what has grown together with its number: "zwölfköpfig", "ten-member", "Milliarden-Euro-"."""
    for unit, ends in table(language, "numbers")["tail_units"].items():
        if tail.startswith(listed(ends)):
            return unit
    first = tail.partition("-")[0]
    for words, unit in nouns(language).measures.by_first.get(first, ()):
        if len(words) == 1:
            return unit
    if traits(language).hyphened_heads != "any":
        return None
    known = noun(first, language)
    return known.unit if known else first if len(first) > 2 and first.isalpha() else None


def _after_of(cut: Tokens, place: int, numeral: Numeral, language: str) -> int:
    """Skip "of", "de", "d'" or "von" between a numeral that is a noun and what it counts."""
    word = cut.lower(place)
    of, not_of, counting = _of(language)
    if word not in of:
        return place
    after = place + 1 + (word == "d")
    if counting == "vague":
        return after if numeral.sort == "vague" and cut.word(after)[:1].isalpha() else place
    if numeral.sort in ("vague", "round") or numeral.magnitude > 1 or numeral.low == 12:
        return place if cut.lower(after) in not_of else after
    if counting == "any" and cut.words[place - 1][-1].isalpha() and noun(cut.lower(after), language) is not None:
        return after  # "un demi-million de réfugiés", "vingt mille de ses hommes"
    return place


@cache
def _of(language: str) -> tuple[frozenset[str], frozenset[str], str]:
    """Return the words that lead to what a number counts, those before which they do not, and behind which numbers."""
    rows = table(language, "nouns")["modifiers"]
    return frozenset(listed(rows["of"])), frozenset(listed(rows["not_of"])), traits(language).of_behind


def _acts(cut: Tokens, place: int, numeral: Numeral, language: str) -> bool:
    """Whether what follows is what those counted did, and to what: "how many of the 12 carried bombs"."""
    verbs, leads = _acting(language)
    if cut.lower(place) not in verbs or place != numeral.stop or not leads.before(cut, numeral.first):
        return False
    done_to = noun(cut.lower(place + 1), language)
    persons = done_to is not None and done_to.unit == "person"  # "40 of the 60 fired workers"
    return nouns(language).is_plural(cut.lower(place + 1)) and not persons


@cache
def _acting(language: str) -> tuple[frozenset[str], Phrases]:
    rows = table(language, "nouns").get("acting", {})
    return frozenset(listed(rows.get("verbs", ""))), Phrases((phrase, "") for phrase in listed(rows.get("leads", "")))


def _after_calibre(cut: Tokens, place: int) -> int:
    """Skip a calibre that begins with the digits at `place`: "9 million 152-mm shells", "300,000 155mm shells"."""
    unit = place + 1 + (cut.word(place + 1) in ("-", "‑"))
    return unit + 1 if cut.lower(unit) in millimetres() and cut.touch(place) else place


def _model(cut: Tokens, place: int, numeral: Numeral, language: str) -> Head | None:
    """Read a weapon by its model, which has a capital: "12 F-16", "quatre Leopard 2"; the noun after it goes first."""
    word = cut.word(place)
    unit = models().get(cut.lower(place)) or (models().get(cut.lower(place)[:-1]) if word[-1:] == "s" else None)
    if unit is None:
        return None
    stop = place + 1
    if cut.word(stop) in ("-", "‐", "‑") and cut.touch(stop - 1) and cut.touch(stop):
        stop += 1
    if not cut.word(stop)[:1].isdecimal():
        # Without a number only names of some length are clear: "18 Himars", "31 Abrams tanks".
        return _model_or_noun(cut, stop, unit, numeral, language) if len(word) > 3 else None
    # The number may say more than the letters: an M1 is a tank, an M777 a howitzer.
    unit = models().get(cut.lower(place) + cut.lower(stop)) or unit
    stop = _code_end(cut, stop + 1)
    if cut.word(stop)[:1].isupper() and cut.lower(stop) in models():
        stop += 1  # "31 M1A1 Abrams"
    return _model_or_noun(cut, stop, unit, numeral, language)


def _code_end(cut: Tokens, stop: int) -> int:
    """Return where the code of a model ends that goes on with what touches it: "M1A1", "2000-5", "F-16-" of a jet."""
    while cut.touch(stop - 1):
        word = cut.word(stop)
        if word[:1].isalnum():
            stop += 1
        elif word in ("-", "‑") and cut.touch(stop):
            stop += 1
            if not cut.word(stop)[:1].isdecimal():
                break
        else:
            break
    return stop


def _model_or_noun(cut: Tokens, stop: int, unit: str, numeral: Numeral, language: str) -> Head:
    """Return the head of a weapon named by its model: the noun behind it, or what the model is."""
    known = traits(language)
    if not known.capitalised_nouns and not known.head_first and cut.word(stop)[:1].islower():
        # "two Bradley infantry fighting vehicles"
        return english(cut, stop, numeral, min(stop + AFTER_MODEL, len(cut))) or Head(stop, unit)
    following = noun(cut.lower(stop), language)
    if following is not None and (cut.word(stop)[:1].isupper() or not known.capitalised_nouns):
        return Head(stop + 1, following.unit, following.persons)
    return Head(stop, unit)
