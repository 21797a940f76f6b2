"""Dates in whole sentences of our own, a file per language (`dates/<language>.txt`, which tells its format)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.reading.dates.holidays import holiday
from dashboard.reading.reader import as_json, read
from dashboard.reading.vocabulary import LANGUAGES

FOLDER = Path(__file__).parent / "dates"
PUBLISHED = date(2024, 11, 6)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_in_sentences_are_the_days_they_mean(language: str) -> None:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if not line.startswith("#")]
    assert len(sentences) > 200
    wrong = {line: faults for line in sentences if (faults := _faults(line, language))}
    assert not wrong, "\n".join(f"{line}\n    {'; '.join(faults)}" for line, faults in wrong.items())


def _faults(line: str, language: str) -> list[str]:
    """Return what is read otherwise than a line says."""
    text, *wanted = (part.strip().replace("\\n", "\n") for part in line.split(" | "))
    found: list[dict[str, Any]] = as_json(read(text, PUBLISHED, language), "own")["dates"]
    faults, told, place = [], set(), 0
    for one in wanted if wanted != ["nothing"] else []:
        words, _, meaning = one.partition("=")
        days, _, modifier = meaning.partition("@")
        place = max(text.find(words, place), text.find(words))
        there = [number for number, one in enumerate(found) if one["start"] < place + len(words) and place < one["end"]]
        told.update(there)
        if days != "?" and "?" not in days.split("/or/"):
            read_as = [_meaning(found[number]) for number in there]
            if len(there) != 1 or read_as[0] not in days.split("/or/"):
                faults.append(f"{words}: {read_as}")
            elif modifier and found[there[0]]["mod"] != modifier:
                faults.append(f"{words}: {found[there[0]]['mod']}")
        place += 1
    return faults + [f"{one['surface']!r} too" for number, one in enumerate(found) if number not in told]


def _meaning(one: dict[str, Any]) -> str:
    if one["iso_start"] is None:
        return one["timex"]
    return one["iso_start"] if one["iso_start"] == one["iso_end"] else f"{one['iso_start']}..{one['iso_end']}"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2024, date(2024, 12, 25)),
        ("11-22>3", 2024, date(2024, 11, 28)),
        ("11-22>3", 2023, date(2023, 11, 23)),
        ("10-L>6", 2024, date(2024, 10, 27)),
        ("02-L>3", 2024, date(2024, 2, 29)),
        ("E0", 2024, date(2024, 3, 31)),
        ("E+1", 2025, date(2025, 4, 21)),
        ("E-2", 2019, date(2019, 4, 19)),
        ("E+49", 2038, date(2038, 6, 13)),
        ("O0", 2024, date(2024, 5, 5)),
        ("O0", 2025, date(2025, 4, 20)),
        ("02-30", 2024, None),
    ],
)
def test_a_holiday_has_its_day_by_its_rule(rule: str, year: int, day: date | None) -> None:
    assert holiday(rule, year) == day
