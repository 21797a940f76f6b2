"""What a noun counts: "Kampfdrohnen" drones, "soldats" persons, "sq km" square kilometres."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.reading.text.phrases import Phrases
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.traits import Traits, traits
from dashboard.reading.vocabulary import common_table, listed, table

# A German compound is searched for a known last part of at least this many letters.
SHORTEST_PART = 4
LONGEST_WORD = 50
# Only words of so many letters are professions by their ending: no "twist", no "Frist".
SHORTEST_PROFESSION = 8
_GERMAN_ENDINGS = ("", "n", "en", "e", "er", "ern", "s", "es", "nen", "innen", "in")
# Units of one letter are written small and right after digits; "M" and "T" are something else.
_SMALL = frozenset(("m", "t", "l", "g", "c", "h", "p"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun known to the tables: its unit and, for persons, which ones ("troops", "casualties", "people")."""

    unit: str
    persons: str = ""


@dataclass(slots=True)
class Nouns:
    """The nouns of a language."""

    language: str
    traits: Traits
    known: dict[str, Noun]
    measures: Phrases
    compounds: Phrases
    plurals: frozenset[str]
    not_plural: frozenset[str]
    singular: dict[str, str]
    accents: dict[str, str]
    person_endings: tuple[str, ...]

    def measure(self, cut: Tokens, first: int) -> tuple[int, str] | None:
        """Return where a measure stops that begins at token `first`, and its unit: "km²", "sq miles", "%"."""
        found = self.measures.at(cut, first)
        if found and found[0] == first + 1 and cut.lowers[first] in _SMALL:
            # "une quinzaine l'été"
            return found if cut.words[first] == cut.lowers[first] and cut.lower(first + 1) != "'" else None
        return found

    def is_plural(self, word: str) -> bool:
        """Whether an English word can be a plural noun."""
        if word in self.plurals:
            return True
        if word.endswith("men") and len(word) > 4 and word not in self.not_plural:
            return True
        if word.endswith("is"):  # "Israelis"
            return word[:-1] in self.known
        return len(word) > 2 and word[-1] == "s" and word[-2:] not in ("ss", "us") and word not in self.not_plural


@cache
def nouns(language: str) -> Nouns:
    """Return the nouns of a language, made from its tables `things` and `nouns` once."""
    rows, named = table(language, "nouns"), table(language, "things")
    known: dict[str, Noun] = {}
    phrases: list[tuple[str, str]] = []
    for persons, entries in named["persons"].items():
        for word in listed(entries):
            known.setdefault(word, Noun("person", persons))
            phrases += [(_key(word, language), persons)] if " " in word else []
    for unit, entries in named["things"].items():
        for word in listed(entries):
            known.setdefault(word, Noun(unit))
            phrases += [(_key(word, language), unit)] if " " in word or "'" in word else []
    measures = [(phrase, unit) for unit, entries in rows["measures"].items() for phrase in listed(entries)]
    plurals = rows.get("plurals", {})
    return Nouns(
        language,
        traits(language),
        known,
        Phrases(measures),
        Phrases(phrases),
        frozenset(listed(plurals.get("words", ""))),
        frozenset(listed(plurals.get("not_plural", ""))),
        rows.get("singular", {}),
        rows.get("accents", {}),
        listed(rows["person_endings"]["words"]),
    )


def _key(phrase: str, language: str) -> str:
    """Return a phrase with its first word as a text's is looked up: "poids lourds" by "poid"."""
    first, space, rest = phrase.partition(" ")
    return f"{singular(first, language)}{space}{rest}" if traits(language).head_first else phrase


@lru_cache(maxsize=65_536)
def noun(word: str, language: str) -> Noun | None:
    """Return what the tables know of a noun in any of its forms (looked-up spelling), None if nothing."""
    words = nouns(language)
    if not word or len(word) > LONGEST_WORD:
        return None
    if words.traits.compound_nouns:
        return _german(word, words.known) or _by_ending(word, words)
    found = words.known.get(word)
    single = singular(word, language)
    if found is None:
        found = words.known.get(single)
    if found is None and "-" in word:
        last = word.rpartition("-")[2]
        found = words.known.get(last) or words.known.get(singular(last, language))
    for letter in words.accents.get(word[0], "") if found is None else "":
        # "cinq Etats": capitals often go without their accent.
        found = found or words.known.get(letter + word[1:]) or words.known.get(letter + single[1:])
    return found or _by_ending(single, words)


def _by_ending(word: str, words: Nouns) -> Noun | None:
    """Return a person where a word that no table knows ends as names of professions do: "seismologists"."""
    if len(word) < SHORTEST_PROFESSION or not word.endswith(words.person_endings):
        return None
    return Noun("person", "people")


def countable(word: str, language: str) -> Noun | None:
    """Return what is known of a noun; where a plural tells it by its ending, an unknown one counts itself: "tanks"."""
    known = noun(word, language)
    if (
        known is None
        and traits(language).plural_ending == "s or es"
        and len(word) > 3
        and nouns(language).is_plural(word)
    ):
        return Noun(singular(word, language))
    return known


def singular(word: str, language: str) -> str:
    """Return the singular of an English or French plural as far as its ending tells; other words as they are."""
    ending = traits(language).plural_ending
    if ending == "s or es":
        return _english_singular(word, nouns(language).singular)
    if ending == "s or x":
        if word.endswith("aux") and len(word) > 4 and not word.endswith("eaux"):
            return word[:-3] + "al"
        return word[:-1] if word[-1:] in "sx" and len(word) > 3 else word
    return word


def _english_singular(word: str, irregular: dict[str, str]) -> str:
    listed_as = irregular.get(word)
    if listed_as:
        return listed_as
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        return f"{first}-{_english_singular(last, irregular)}"
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "tzes", "oes")):
        return word[:-2]
    if word.endswith("uses") and not word.endswith(("ouses", "auses")):
        return word[:-2]  # "minibuses"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def _german(word: str, known: dict[str, Noun]) -> Noun | None:
    """Look up a German noun: as it is, without its ending, or by the last known part of the compound."""
    for ending in _GERMAN_ENDINGS:  # "U-Boote"
        if word.endswith(ending) and (found := known.get(word.removesuffix(ending))):
            return found
    last = word.rpartition("-")[2] or word
    for start in range(max(len(last) - SHORTEST_PART, 0) + 1):
        part = last[start:]
        for ending in _GERMAN_ENDINGS:
            if part.endswith(ending) and len(part) - len(ending) >= (2 if not start else SHORTEST_PART):
                found = known.get(part.removesuffix(ending) if ending else part)
                if found is not None:
                    return found
    return known.get(word)


@cache
def kinds() -> dict[str, str]:
    """Return the kind of every unit that is not simply a count (Q9 of the annotation rules)."""
    return {unit: kind for kind, entries in common_table("units")["kinds"].items() for unit in listed(entries)}


@cache
def models() -> dict[str, str]:
    """Return the units of weapons by the letters their models begin with ("f": aircraft, for F-16)."""
    return {letters: unit for unit, entries in common_table("units")["models"].items() for letters in listed(entries)}


@cache
def civil_models() -> frozenset[str]:
    """Return the letters of models that are no weapons: "60 A320neo"."""
    return frozenset(listed(common_table("units")["civil_models"]["names"]))


@cache
def millimetres() -> frozenset[str]:
    """Return the words for millimetres, in which calibres are told."""
    return frozenset(listed(common_table("units")["calibres"]["words"]))


@cache
def hundredths() -> dict[str, tuple[str, ...]]:
    """Return the currencies that hundredths may be of, by the name before "cent" in their unit."""
    return {name: listed(codes) for name, codes in common_table("units")["hundredths"].items()}


@cache
def numbered_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names that end with a number ("Stoxx 600") and those that begin with one ("737 Max")."""
    rows = common_table("units")["numbered_names"]
    return listed(rows["ending"]), listed(rows["beginning"])


@cache
def sums() -> frozenset[str]:
    """Return the units that, told in millions, are sums of money: loans, savings."""
    return frozenset(listed(common_table("units")["sums"]["units"]))


@cache
def currency_prefixes() -> dict[str, str]:
    """Return the currencies by their short forms before a sum: "Rs 41 crore"."""
    return common_table("units")["currency_prefixes"]
