"""What was measured, beside what we want of it: as a table to read and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.bench.spread import Spread

HEAD = ("", "median", "p5 to p95", "of", "goal", "")


@dataclass(frozen=True)
class Result:
    """One line of the report. `low` and `high` are the spread of `count` measurements, None where there is one only.

    `goal` is the most `value` may be, None where we only want to know.
    """

    section: str
    name: str
    unit: str
    value: float
    low: float | None = None
    high: float | None = None
    count: int = 1
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal was reached; None without one."""
        return None if self.goal is None else self.value <= self.goal


def of_spread(section: str, name: str, unit: str, found: Spread, goal: float | None = None) -> Result:
    """Return the result of repeated measurements; the goal is held against their median."""
    return Result(section, name, unit, found.median, found.low, found.high, found.count, goal)


def table(results: Iterable[Result]) -> str:
    """Return the results as a table under their sections' headings."""
    lines: list[tuple[str, ...]] = [HEAD]
    section = ""
    for result in results:
        if result.section != section:
            section = result.section
            lines += [(), (section,)]
        lines.append(cells(result))
    widths = [max(len(line[place]) for line in lines if len(line) == len(HEAD)) for place in range(len(HEAD))]
    return "\n".join(_line(line, widths) for line in lines)


def cells(result: Result) -> tuple[str, ...]:
    """Return a result's cells: name, value, spread, count, goal, verdict."""
    spread = "" if result.low is None or result.high is None else f"{number(result.low)} to {number(result.high)}"
    goal = "" if result.goal is None else f"<= {result.goal:g} {result.unit}".rstrip()
    verdict = {None: "", True: "met", False: "missed"}[result.met]
    value = f"{number(result.value)} {result.unit}".rstrip()
    return (f"  {result.name}", value, spread, f"{result.count:,}" if result.count > 1 else "", goal, verdict)


def number(value: float) -> str:
    """Return a number with about three digits: 12,345; 123; 12.3; 1.23; 0."""
    if value == int(value) and abs(value) < 1_000_000:
        return f"{int(value):,}"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f}"


def verdict(results: Sequence[Result]) -> str:
    """Return in a sentence how many goals were met, and in a line for each section which were missed."""
    with_goal = [result for result in results if result.met is not None]
    missed: dict[str, list[str]] = {}
    for result in with_goal:
        if not result.met:
            missed.setdefault(result.section, []).append(result.name)
    count = len(with_goal) - sum(len(names) for names in missed.values())
    lines = [f"  missed: {section}: {', '.join(names)}" for section, names in missed.items()]
    return "\n".join([f"{count} of {len(with_goal)} goals met.", *lines])


def to_json(results: Iterable[Result], about: Mapping[str, Any]) -> str:
    """Return everything as JSON: what it was measured on, and each result with whether its goal was met."""
    listed = [asdict(result) | {"met": result.met} for result in results]
    return json.dumps({**about, "results": listed}, indent=1, ensure_ascii=False) + "\n"


def _line(line: tuple[str, ...], widths: Sequence[int]) -> str:
    if len(line) < len(widths):
        return " ".join(line)
    left, *numbers, last = line
    middle = "  ".join(cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True))
    return f"{left:<{widths[0]}}  {middle}  {last}".rstrip()
