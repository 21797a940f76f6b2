"""What single words say of numbers: values, compounds, magnitudes, parts, multiples. One lexicon a language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dashboard.reading.traits import Traits, traits
from dashboard.reading.vocabulary import listed, table

# No number word is longer ("siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig" has 65 letters).
LONGEST = 70


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word can say; None, or False, what it cannot.

    `value` is a number; `magnitude` multiplies what stands before it; `vague` is the base of a plural nobody counted;
    `group` a dozen; `round` a collective of about so many; `part` a fraction; `times` a multiple. `tail` is what
    follows the number within the same word ("four-year-old": "year-old").
    """

    value: float | None = None
    magnitude: float | None = None
    vague: float | None = None
    group: float | None = None
    round: float | None = None
    part: float | None = None
    times: float | None = None
    half: bool = False
    alone: bool = False
    tail: str = ""


@dataclass(slots=True)
class Lexicon:
    """The number words of a language; `meanings` are those listed, `few` the words that make a magnitude vague."""

    language: str
    traits: Traits
    meanings: dict[str, Meaning]
    few: frozenset[tuple[str, ...]]
    few_last: frozenset[str]
    articles: frozenset[str]
    words: dict[str, dict]
    bound: dict[str, float]
    tails: tuple[str, ...]
    times: frozenset[str]
    endings: tuple[str, ...]
    compound_half: str
    compound_and: str
    compound_big: str
    compound_hundred: str
    half_joined: frozenset[str]
    half_added: frozenset[str]
    of: frozenset[str]
    ordinal_suffixes: frozenset[str]
    letters: dict[str, float]
    measured: frozenset[str]
    each: frozenset[str]
    parted: frozenset[str]
    meaning: Callable[[str], Meaning | None] = field(default=lambda word: None)

    def value(self, word: str) -> float | None:
        """Return the value of a number word or compound ("zweieinhalbtausend": 2500), None if it is none."""
        if not word or len(word) > LONGEST:
            return None
        if word in self.bound:
            return self.bound[word]
        known = self.meanings.get(word)
        if known is not None and known.value is not None:
            return known.value
        if "-" in word:
            return self._hyphened(word)
        return self._compound(word) if self.compound_big else None

    def _compound(self, word: str) -> float | None:
        """Take a German compound apart at its largest part: thousands, hundreds, a half, "und"."""
        for part, factor in ((self.compound_big, 1000), (self.compound_hundred, 100)):
            before, found, after = word.partition(part)
            if not found:
                continue
            times = self.value(before) if before else 1
            rest = self.value(after.removeprefix(self.compound_and)) if after else 0
            if times is None or rest is None or times >= 1000 or rest >= factor:
                return None
            return times * factor + rest
        if word.endswith(self.compound_half):
            whole = self.value(word.removesuffix(self.compound_half))
            return None if whole is None or whole >= 100 else whole + 0.5
        units, found, tens = word.partition(self.compound_and)
        if found:
            low, high = self.value(units), self.value(tens)
            if low is not None and high is not None and 1 <= low <= 9 and 20 <= high <= 90 and high % 10 == 0:
                return low + high
        # "siebzehn" and its like are listed; "fünfzehnhundert" was split above.
        return None

    def _hyphened(self, word: str) -> float | None:
        """Put together "twenty-five", "quatre-vingt-dix-sept", "one-and-a-half", "two-hundred"."""
        total, current = 0.0, 0.0
        parts = word.split("-")
        if parts[-3:] == ["and", "a", "half"]:
            whole = self.value("-".join(parts[:-3]))
            return None if whole is None else whole + 0.5
        for number, part in enumerate(parts):
            known = self.meanings.get(part)
            value = self.bound.get(part) or (known.value if known else None)
            if value is not None and value == 20 and current == 4:
                current = 80  # quatre-vingt
            elif value is not None:
                if current % 10 and value < 100 and current < 100 and current:
                    return None
                current += value
            elif known is not None and known.magnitude is not None and number:
                if known.magnitude == 100:
                    current = (current or 1) * 100
                else:
                    total, current = total + (current or 1) * known.magnitude, 0
            elif part != self.compound_and or not number:
                return None
        return total + current or None


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, made from its table `numbers` once."""
    words = table(language, "numbers")
    few = frozenset(tuple(entry.split()) for entry in listed(words["few"]["words"]))
    made = Lexicon(
        language,
        traits(language),
        _meanings(words),
        few,
        frozenset(entry[-1] for entry in few),
        frozenset(listed(words["articles"]["words"])),
        words,
        words["bound"],
        listed(words["tails"]["words"]),
        frozenset(listed(words["times"]["words"])),
        listed(words["times"]["endings"]),
        words["compounds"]["half"],
        words["compounds"]["and"],
        words["compounds"]["big"],
        words["compounds"]["hundred"],
        frozenset(listed(words["half"]["joined"])),
        frozenset(listed(words["half"]["added"])),
        frozenset(listed(words["of"]["words"])),
        frozenset(listed(words["ordinals"]["suffixes"])),
        words["letters"],
        frozenset(listed(words["measured"]["words"])),
        frozenset(listed(words["alone"]["each"])),
        frozenset(listed(words["half"]["measures"])),
    )
    made.meaning = lru_cache(maxsize=65_536)(lambda word: _meaning(made, word))
    return made


def _meanings(words: dict[str, dict]) -> dict[str, Meaning]:
    roles: dict[str, dict] = {}
    sections = (
        ("values", "value"),
        ("magnitudes", "magnitude"),
        ("vague", "vague"),
        ("groups", "group"),
        ("rounds", "round"),
        ("parts", "part"),
    )
    for section, role in sections:
        for word, value in words[section].items():
            roles.setdefault(word, {})[role] = float(value)
    for word, value in words["times"].items():
        if not isinstance(value, str):
            roles.setdefault(word, {})["times"] = float(value)
    for word in listed(words["half"]["words"]):
        roles.setdefault(word, {})["half"] = True
    for word in listed(words["alone"]["words"]):
        roles[word]["alone"] = True
    return {word: Meaning(**known) for word, known in roles.items()}


def _meaning(words: Lexicon, word: str) -> Meaning | None:
    """Return what a word that is not listed by itself may still say: a compound, or nothing."""
    if word in words.meanings:
        return words.meanings[word]
    if word in words.bound or len(word) < 4 or len(word) > LONGEST or not word[0].isalpha():
        return None
    if word in words.half_joined:
        known = words.meanings.get(word.rpartition("-")[2])
        size = 1.0 if known is None else known.magnitude or known.group or known.round or 1.0
        last = word.rpartition("-")[2]
        tail = "" if known is not None or last in words.articles else last  # "demi-degré"
        return Meaning(value=size / 2, round=None, tail=tail)
    if (value := words.value(word)) is not None:
        return Meaning(value=value)
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        part, times = words.meanings.get(last), words.value(first)
        if part is not None and part.part is not None and times is not None:
            # "dix-huitième" is an ordinal, no ten eighths.
            return Meaning(part=part.part * times, alone=True) if part.part * times < 1 else None
        if last in words.endings and times is not None:
            return Meaning(times=times)
        if last in words.parted and (known := words.meanings.get(first)) is not None and known.part:
            return Meaning(value=known.part, tail=last)  # "quarter-point"
        return _with_tail(words, word)
    for ending in words.endings:
        if word.endswith(ending) and (value := words.value(word.removesuffix(ending))) is not None and value > 1:
            return Meaning(times=value)
    for ending in words.tails:
        if not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        if (value := words.value(stem)) is not None:
            return Meaning(value=value, tail=ending)
        if ending in words.parted and (known := words.meanings.get(stem)) is not None and known.part:
            return Meaning(value=known.part, tail=ending)  # "Viertelpunkt"
    return None


def _with_tail(words: Lexicon, word: str) -> Meaning | None:
    """Return the longest number that a hyphenated word begins with: "twenty-five-year-old"."""
    parts = word.split("-")
    for count in range(len(parts) - 1, 0, -1):
        value = words.value("-".join(parts[:count]))
        tail = "-".join(parts[count:])
        if value is not None and value > 0:
            if words.tails == ("*",) or parts[count] in words.tails:
                return Meaning(value=value, tail=tail)
            return None
    return None
