"""How well a reader did on annotated stories, by the scoring section of the annotation rules.

One-to-one matching: a figure or date read hits an annotated one if it overlaps its core. What was read on minor items,
on names and labels, figures on durations and dates on ages count neither way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.bench.stories import Day, Figure, Story

ARTICLES = frozenset(
    (
        *("der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "eines"),
        *("the", "a", "an", "le", "la", "les", "l", "du", "un", "une", "son", "sa"),
    )
)
# Between a name and what it belongs to.
LINKS = ARTICLES | frozenset(("von", "vom", "aus", "in", "im", "of", "for", "at", "from", "de", "d"))


@dataclass(slots=True)
class Tally:
    """Counts over stories: `gold` core items annotated, `hit` of them found, `wrong` read where nothing is.

    `right` has a count of hits by what of them is right: exact, value, unit, qualifier, kind, all.
    """

    gold: int = 0
    hit: int = 0
    wrong: int = 0
    right: dict[str, int] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add the counts of `other`."""
        self.gold, self.hit, self.wrong = self.gold + other.gold, self.hit + other.hit, self.wrong + other.wrong
        for name, count in other.right.items():
            self.right[name] = self.right.get(name, 0) + count

    def f1(self, name: str | None = None) -> float:
        """Return F1 of finding, or of finding and having `name` right."""
        good = self.hit if name is None else self.right.get(name, 0)
        return 2 * good / (self.hit + self.wrong + self.gold) if good else 0.0

    def share(self, name: str) -> float:
        """Return the share of hits that have `name` right."""
        return self.right.get(name, 0) / self.hit if self.hit else 0.0


@dataclass(slots=True)
class Sources:
    """Counts of claimants of figures: `named` by the reader, `gold` annotated, `right` both and alike.

    A claimant of a figure that was missed is missed, one of a figure read in vain is wrong.
    """

    named: int = 0
    gold: int = 0
    right: int = 0

    def add(self, other: Sources) -> None:
        """Add the counts of `other`."""
        self.named, self.gold, self.right = self.named + other.named, self.gold + other.gold, self.right + other.right

    @property
    def precision(self) -> float:
        """Return the share of named claimants that are right."""
        return self.right / self.named if self.named else 0.0

    @property
    def f1(self) -> float:
        """Return F1 of naming the right claimant."""
        return 2 * self.right / (self.named + self.gold) if self.right else 0.0


@dataclass(slots=True)
class Score:
    """What came of one story, or of several: figures, dates, claimants, and in words what was missed or wrong."""

    figures: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    sources: Sources = field(default_factory=Sources)
    notes: list[str] = field(default_factory=list, repr=False)

    def add(self, other: Score) -> None:
        """Add the counts and notes of `other`."""
        self.figures.add(other.figures)
        self.dates.add(other.dates)
        self.sources.add(other.sources)
        self.notes += other.notes


def score(story: Story, read: Mapping[str, Sequence[Mapping]]) -> Score:
    """Return how well `read`, the reader's answer in the form of the command's JSON, fits a story."""
    made = Score()
    pairs = _matched(read["quantities"], story.figures)
    ages = [figure for figure in story.figures if figure.unit == "year_old"]
    durations = [day for day in story.dates if day.duration]
    made.figures = _tally(story, read["quantities"], story.figures, pairs, durations, made.notes)
    hits = set(pairs.values())
    made.sources.gold += sum(
        bool(one.claimant) for place, one in enumerate(story.figures) if place not in hits and not one.minor
    )
    made.sources.named += sum(
        bool(one.get("claimant")) for i, one in enumerate(read["quantities"]) if i not in pairs and _in_vain(story, one)
    )
    for index, figure in pairs.items():
        if not story.figures[figure].minor:
            _rate_figure(made, story, read["quantities"][index], story.figures[figure])
    pairs = _matched(read["dates"], story.dates)
    made.dates = _tally(story, read["dates"], story.dates, pairs, ages, made.notes)
    for index, day in pairs.items():
        if not story.dates[day].minor:
            _rate_day(made, story, read["dates"][index], story.dates[day])
    return made


def _matched(read: Sequence[Mapping], gold: Sequence[Figure] | Sequence[Day]) -> dict[int, int]:
    """Return which annotated item each one read hits; exact spans first, then those that share most."""
    candidates = []
    for i, one in enumerate(read):
        for j, other in enumerate(gold):
            if max(one["start"], other.core[0]) < min(one["end"], other.core[1]):
                shared = min(one["end"], other.end) - max(one["start"], other.start)
                whole = max(one["end"], other.end) - min(one["start"], other.start)
                candidates.append((other.minor, not _is_exact(one, other), -shared / whole, i, j))
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _is_exact(one: Mapping, other: Figure | Day) -> bool:
    return (one["start"], one["end"]) in ((other.start, other.end), other.core)


def _tally(
    story: Story,
    read: Sequence[Mapping],
    gold: Sequence[Figure] | Sequence[Day],
    pairs: Mapping[int, int],
    others: Sequence[Figure] | Sequence[Day],
    notes: list[str],
) -> Tally:
    core = {place for place, item in enumerate(gold) if not item.minor}
    hits = {place for place in pairs.values() if place in core}
    excused = [*story.ignored, *((item.start, item.end) for item in gold if item.minor)]
    excused += [(item.start, item.end) for item in others]
    tally = Tally(gold=len(core), hit=len(hits))
    for index, one in enumerate(read):
        if index not in pairs and not any(max(one["start"], a) < min(one["end"], b) for a, b in excused):
            tally.wrong += 1
            notes.append(f"{story.id}: read in vain {one['surface']!r} in {_around(story, one['start'], one['end'])}")
    for place in sorted(core - hits):
        item = gold[place]
        notes.append(f"{story.id}: missed {story.text[item.start : item.end]!r} in {_around(story, *item.core)}")
    tally.right["exact"] = sum(_is_exact(read[i], gold[j]) for i, j in pairs.items() if j in hits)
    return tally


def _in_vain(story: Story, one: Mapping) -> bool:
    """Whether what was read stands on nothing that excuses it."""
    durations = [(day.start, day.end) for day in story.dates if day.duration]
    excused = [*story.ignored, *((figure.start, figure.end) for figure in story.figures if figure.minor), *durations]
    return not any(max(one["start"], a) < min(one["end"], b) for a, b in excused)


def _around(story: Story, start: int, end: int) -> str:
    return repr(story.text[max(start - 40, 0) : end + 30])


def _rate_figure(made: Score, story: Story, one: Mapping, gold: Figure) -> None:
    right = {
        "value": _same_value(one, gold),
        "unit": one.get("unit") == gold.unit,
        "qualifier": one.get("qualifier") == gold.qualifier,
        "kind": one.get("kind") == gold.kind,
        "increment": bool(one.get("increment")) == gold.increment,
        "per": one.get("per") == gold.per,
    }
    right["all"] = right["value"] and right["unit"] and right["qualifier"]
    for name, is_right in right.items():
        made.figures.right[name] = made.figures.right.get(name, 0) + is_right
        if not is_right and name != "all":
            has = (one.get("value_low"), one.get("value_high")) if name == "value" else one.get(name)
            wants = (gold.low, gold.high) if name == "value" else getattr(gold, name)
            around = _around(story, gold.start, gold.end)
            made.notes.append(f"{story.id}: {name} of {one['surface']!r} is {wants}, read {has} in {around}")
    named, wanted = one.get("claimant") or "", gold.claimant
    made.sources.named += bool(named)
    made.sources.gold += bool(wanted)
    is_same = bool(named and wanted) and _same_name(named, wanted)
    made.sources.right += is_same
    if bool(named or wanted) and not is_same:
        made.notes.append(
            f"{story.id}: claimant of {one['surface']!r} is {wanted or 'nobody'!r}, read {named or 'nobody'!r}"
        )


def _same_name(read: str, gold: str) -> bool:
    """Whether a claimant read is the annotated one: it holds all its words in a row, or is the name it ends with.

    Articles before a name do not count, and of a name with an apposition ("Ilse Maas, a shipping analyst") one side
    will do. "Selenskyj" is "Wolodymyr Selenskyj", but "Ukraine" is not the "Luftwaffe der Ukraine", nor are "Ärzte"
    the "Ärzte ohne Grenzen".
    """
    found = _words_of(read)
    return bool(found) and any(_names(found, _words_of(side)) for side in (gold, *gold.split(",")))


def _names(found: list[str], wanted: list[str]) -> bool:
    if any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1)):
        return bool(wanted)
    before = wanted[: -len(found)]
    return wanted[-len(found) :] == found and bool(before) and before[-1] not in LINKS


def _words_of(name: str) -> list[str]:
    """Return the words of a name without the articles before it; "UN" is none, "un" is."""
    words = re.findall(r"\w+", name)
    while words and words[0].lower() in ARTICLES and not (len(words[0]) > 1 and words[0].isupper()):
        words = words[1:]
    return [word.casefold() for word in words]


def _same_value(one: Mapping, gold: Figure) -> bool:
    low, high = one.get("value_low"), one.get("value_high")
    tolerance = 1e-3 if gold.unit == "fraction" else 1e-6

    def same(a: float | None, b: float | None) -> bool:
        return a == b if a is None or b is None else abs(a - b) <= tolerance * max(1.0, abs(b))

    if same(low, gold.low) and same(high, gold.high):
        return True
    if gold.qualifier == "vague":
        # Any true interval between the base and ten times the base will do.
        base = (gold.low or 0) / 2
        within = high is None or (low is not None and high > low and (gold.high is None or high <= base * 10 + 1e-9))
        return low is not None and low >= base - 1e-9 and within
    if gold.qualifier in (">", ">="):
        return same(low, gold.low) and (high is None or same(high, gold.high))
    if gold.qualifier in ("<", "<="):
        return same(high, gold.high) and (low in (None, 0) or same(low, gold.low))
    return False


def _rate_day(made: Score, story: Story, one: Mapping, gold: Day) -> None:
    interval = ((one.get("iso_start") or "")[:10], (one.get("iso_end") or one.get("iso_start") or "")[:10])
    right = {
        "value": bool(gold.duration and one.get("timex") == gold.duration) or interval in gold.intervals,
        "modifier": one.get("mod") == gold.modifier,
    }
    for name, is_right in right.items():
        made.dates.right[name] = made.dates.right.get(name, 0) + is_right
        if not is_right:
            wants = (gold.duration or gold.intervals) if name == "value" else gold.modifier
            has = (interval, one.get("timex")) if name == "value" else one.get("mod")
            around = _around(story, gold.start, gold.end)
            made.notes.append(f"{story.id}: date {name} of {one['surface']!r} is {wants}, read {has} in {around}")
