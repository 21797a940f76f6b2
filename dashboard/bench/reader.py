"""`python -m dashboard read --bench`: how well and how fast the reader reads.

Measured on annotated stories in `tests/reading/stories`: those it was developed with, and those nobody looked
at meanwhile, apart. What is printed is measured in this run; nothing is remembered.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.bench.scoring import Score, score
from dashboard.bench.stories import Story, StoryError, stories
from dashboard.reading.reader import as_json, read
from dashboard.reading.vocabulary import LANGUAGES

STORIES = Path("tests") / "reading" / "stories"
SETS = ("development", "unseen")
# The length of a story in code points, and how many of them a second one core should read.
STORY, PER_SECOND = 4_500, 200
# A text of twenty kilobytes, and how many times as long the same text may take that many times over: five megabytes.
SHORT, RATIO = 20_000, 250


@dataclass(frozen=True)
class Measure:
    """One measured share with the least it should be, None where we only want to know."""

    name: str
    value: Callable[[Score], float]
    goal: float | None = None


MEASURES = (
    Measure("figures found", lambda made: made.figures.f1(), 0.97),
    Measure("figures: value right", lambda made: made.figures.f1("value"), 0.95),
    Measure("figures: value, unit and bound right", lambda made: made.figures.f1("all"), 0.88),
    Measure("dates found", lambda made: made.dates.f1(), 0.96),
    Measure("dates: interval right", lambda made: made.dates.f1("value"), 0.93),
    Measure("source of a figure: precision", lambda made: made.sources.precision, 0.85),
    Measure("source of a figure: F1", lambda made: made.sources.f1, 0.60),
    Measure("figures found: exact words", lambda made: made.figures.share("exact")),
    Measure("figures found: kind right", lambda made: made.figures.share("kind")),
    Measure("figures found: increment right", lambda made: made.figures.share("increment")),
    Measure("figures found: rate right", lambda made: made.figures.share("per")),
    Measure("dates found: exact words", lambda made: made.dates.share("exact")),
    Measure("dates found: modifier right", lambda made: made.dates.share("modifier")),
)


def bench(root: Path, *, misses: bool = False) -> int:
    """Print the measures; with `misses` also what was missed in the development set. Return 2 without stories."""
    try:
        sets = {name: list(_stories(root, name)) for name in SETS}
    except StoryError as error:
        print(f"read: {error}", file=sys.stderr)
        return 2
    if not all(sets.values()):
        print(f"read: no annotated stories under {STORIES}; run this in the project's folder", file=sys.stderr)
        return 2
    for name, found in sets.items():
        made = {language: total(one for one in found if one.language == language) for language in LANGUAGES}
        whole = Score()
        for one in made.values():
            whole.add(one)
        counts = f"{len(found)} stories, {whole.figures.gold} figures, {whole.dates.gold} dates"
        print(f"{name}: {counts}\n{table(made | {'all': whole})}\n")
        if misses and name == "development":
            print("\n".join(whole.notes), end="\n\n")
    print("\n".join(speeds(sets["development"], list(stories(root / STORIES / "seed")))))
    return 0


def total(found: Iterator[Story]) -> Score:
    """Return the score of stories together."""
    whole = Score()
    for one in found:
        whole.add(score(one, as_json(read(one.text, one.published, one.language), one.id)))
    return whole


def table(made: dict[str, Score]) -> str:
    """Return the measures of scores side by side, the last against the goals."""
    lines = [f"  {'':<38}" + "".join(f"{name:>8}" for name in made) + "    goal"]
    for measure in MEASURES:
        values = [measure.value(one) for one in made.values()]
        cells = "".join(f"{value:8.3f}" for value in values)
        if measure.goal is not None:
            below = [name for name, value in zip(made, values, strict=True) if value < measure.goal and name != "all"]
            cells += f" {measure.goal:7.2f}  {'met' if values[-1] >= measure.goal else 'missed'}"
            cells += f", missed in {', '.join(below)}" if below else ""
        lines.append(f"  {measure.name:<38}{cells}")
    return "\n".join(lines)


def speeds(found: list[Story], usual: list[Story]) -> Iterator[str]:
    """Yield lines that tell the speed: stories a second, and how time grows with length.

    `found` are short stories crowded with figures, `usual` those of the usual crowd: the story on the table.
    """
    for one in usual:
        seconds = min(_seconds(one.text, one.language, times=20) for _ in range(3))
        yield f"  the story on the table: {1 / seconds:.0f} times a second on one core"
    for language in LANGUAGES:
        text = _of_length(found, language, STORY)
        seconds = min(_seconds(text, language, times=20) for _ in range(3))
        verdict = "met" if 1 / seconds >= PER_SECOND else "missed"
        count = f"{1 / seconds:.0f} texts of {STORY / 1000} kB crowded with figures a second"
        yield f"  {language}: {count} (goal {PER_SECOND}: {verdict})"
    text = _of_length(found, "de", SHORT)
    short = _seconds(text, "de", times=100)  # as the long one: no best of several
    # The same text, as another may be fuller of figures. It brings no new words: what is kept of words helps both.
    long = _seconds(text * RATIO, "de", times=1)
    verdict = "met" if long / short <= RATIO else "missed"
    times = f"{long / short:.0f} times {SHORT // 1000} kB"
    yield f"  {SHORT * RATIO / 1e6:.0f} MB take {long:.1f} s, {times} (goal {RATIO}: {verdict})"


def _stories(root: Path, name: str) -> Iterator[Story]:
    for language in LANGUAGES:
        yield from stories(root / STORIES / language / name)


def _of_length(found: list[Story], language: str, length: int) -> str:
    text = "\n\n".join(one.text for one in found if one.language == language)
    return (text * (length // len(text) + 1))[:length]


def _seconds(text: str, language: str, times: int) -> float:
    """Return the seconds of one core that reading a text takes; what else runs on the machine is not counted."""
    start = time.process_time()
    for _ in range(times):
        read(text, date(2024, 11, 6), language)
    return (time.process_time() - start) / times
