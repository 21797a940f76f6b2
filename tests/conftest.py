"""What many tests share: the real data, a tiny sound data package to break, and everything the pages show."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dashboard.address import EARLIEST
from dashboard.drawing.picture import Picture
from dashboard.geography.atlas import read_atlas
from dashboard.geography.extents import SECTIONS
from dashboard.ledger.checks import Report, check
from dashboard.ledger.disagreement import AROUND
from dashboard.ledger.tables import Ledger, build
from dashboard.views import (
    changes,
    claims,
    combining,
    corrections,
    kursk,
    map_layers,
    places,
    revisions,
    sides,
    story,
    tables,
    territory,
    timeline,
    troops,
)
from dashboard.views import map as map_view
from dashboard.views.exhibits import Exhibit
from dashboard.views.request import Request

PROJECT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "fixtures" / "tiny"


@dataclass(frozen=True)
class Package:
    """A data package on disk that a test may break: its folder holds `data/` and `seeds/`."""

    root: Path
    today: date = date(2025, 1, 31)  # the day on which it is checked: after all that happens in it

    def file(self, table: str) -> Path:
        """Return where a table is kept."""
        return self.root / "data" / f"{table}.csv"

    def rows(self, table: str) -> list[list[str]]:
        """Return a table cell by cell, the header first."""
        return list(csv.reader(io.StringIO(self.file(table).read_text(encoding="utf-8"), newline="")))

    def write(self, table: str, rows: list[list[str]]) -> None:
        """Write a table in canonical form."""
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.file(table).write_bytes(out.getvalue().encode())

    def line(self, table: str, key: str) -> int:
        """Return the number of the line on which the row with this id stands; ValueError if there is none."""
        return [row[0] for row in self.rows(table)].index(key) + 1

    def set(self, table: str, key: str, /, **cells: str) -> None:
        """Overwrite cells of the row with this id."""
        rows = self.rows(table)
        row = rows[self.line(table, key) - 1]
        for column, text in cells.items():
            row[rows[0].index(column)] = text
        self.write(table, rows)

    def copy(self, table: str, key: str, /, **cells: str) -> None:
        """Add a copy of the row with this id at the end, with some cells changed."""
        rows = self.rows(table)
        self.write(table, [*rows, list(rows[self.line(table, key) - 1])])
        rows = self.rows(table)
        for column, text in cells.items():
            rows[-1][rows[0].index(column)] = text
        self.write(table, rows)

    def remove(self, table: str, key: str) -> None:
        """Take the row with this id out."""
        self.write(table, [row for row in self.rows(table) if row[0] != key])

    def edit(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Change the bytes of a file, named from the package's root."""
        path = self.root / name
        path.write_bytes(change(path.read_bytes()))

    def check(self) -> Report:
        """Check the package."""
        return check(self.root, self.today)


@pytest.fixture
def tiny(tmp_path: Path) -> Package:
    """Return a sound data package of a few rows, free to be broken.

    Its story has umlauts and an emoji before every quote, so that code points, bytes and UTF-16 units differ. The
    contract is the project's own, copied at this moment.
    """
    shutil.copytree(TINY, tmp_path / "tiny")
    shutil.copy(PROJECT / "data" / "datapackage.json", tmp_path / "tiny" / "data")
    return Package(tmp_path / "tiny")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project, which holds `data/`, `seeds/` and `dashboard/`."""
    return PROJECT


@pytest.fixture(scope="session")
def report() -> Report:
    """Return what the check finds in the real data, once for all tests."""
    return check(PROJECT)


@pytest.fixture(scope="session")
def ledger(report: Report) -> Ledger:
    """Return the real data; nobody changes them in place."""
    return build(report)


ATLAS = read_atlas(PROJECT / "data" / "geo")


def war_map(ledger: Ledger, request: Request, section: str, layers: tuple[str, ...], place: str) -> Exhibit:
    """Draw the map as its page does, with the newest period of gains."""
    known = map_layers.Known(ledger, request)
    period = next(iter(known.periods), "")
    return map_view.war_map(ledger, request, known, ATLAS, section, layers, period, place)


def key(ledger: Ledger, request: Request) -> str:
    """Return the map's key with every layer shown."""
    known = map_layers.Known(ledger, request)
    return map_view.key(ledger, request, known, map_layers.LAYERS, next(iter(known.periods), ""))


def since_usual(ledger: Ledger, request: Request, make: Callable[..., Any], *choices: Any) -> Any:
    """Return a comparison of the request's day with the one its page compares it with where none is named."""
    return make(ledger, request, changes.clock(ledger, request).usual, *choices)


def since_ever(ledger: Ledger, request: Request, make: Callable[..., Any], *choices: Any) -> Any:
    """Return a comparison with the first day the board knows."""
    return make(ledger, request, EARLIEST, *choices)


# Indicators with many claimants, several places, open ends, vague figures, two units, and numbers below zero.
CONTESTED = ("nk-troops-kursk", "nk-killed", "kursk-area-held", "russian-gain", "russian-net-gain")
# Figures that have a sum, that are versions and retellings of one another, and that have nothing in common.
PICKED = (
    ("afp-net-gain-2024-08", "afp-net-gain-2024-09"),
    ("afp-net-gain-2024-10", "afp-net-gain-2024-10-to-27", "story-net-gain-500"),
    ("zelensky-nk-kursk-2024-11-04", "deepstate-gain-2024-11-v2", "afp-kursk-area-several-hundred-en"),
)

# Every view the pages ask for, with all its choices: (function, choices).
VIEWS: tuple[tuple[Callable[..., Any], tuple[tuple[Any, ...], ...]], ...] = (
    (story.story, ((),)),
    (territory.monthly, tuple((span,) for span in territory.SPANS)),
    (territory.other_counts, tuple((span,) for span in territory.SPANS)),
    (territory.years, ((),)),
    (kursk.claims, tuple((one,) for one in kursk.KURSK)),
    (kursk.choices, ((),)),
    (troops.soldiers, tuple((scope,) for scope in troops.SCOPES)),
    (troops.casualties, ((),)),
    (troops.russian_troops, ((),)),
    (troops.arms, tuple((one,) for one in troops.ARMS)),
    (troops.arms_choices, ((),)),
    (timeline.treaty, ((),)),
    (timeline.overview, tuple((span, kinds) for span in timeline.SPANS for kinds in (timeline.KINDS, ("treaty",)))),
    (timeline.listing, tuple((span, kinds) for span in timeline.SPANS for kinds in (timeline.KINDS, ("treaty",)))),
    (tables.names, ((),)),
    (corrections.log, ((), ("story-nk-8000",))),
    (corrections.rows_as_csv, ((),)),
    (claims.choices, ((),)),
    *(
        (view, (*((one, "all") for one in CONTESTED), *((CONTESTED[0], which) for which in AROUND[1:])))
        for view in (claims.head, claims.chart, claims.table)
    ),
    (combining.options, ((CONTESTED[0],),)),
    (combining.answer, tuple((picked, how) for picked in PICKED for how in combining.HOW)),
    (war_map, (*((one, map_layers.LAYERS, "kursk-oblast") for one in SECTIONS), ("front", (), ""))),
    (map_view.held, ((),)),
    (key, ((),)),
    (since_usual, ((changes.listing,), (sides.sides,))),
    (since_ever, ((changes.listing,), (sides.sides,), (changes.listing, ("event",), ("treaty", "arms")))),
    (revisions.first_and_latest, ((),)),
    (revisions.histories, ((),)),
    (revisions.retold, ((),)),
    (places.choices, (("",),)),
    (places.belongings, (("",), ("kursk-oblast",), ("pokrovsk",))),
)


@dataclass(frozen=True)
class Shown:
    """What one view puts on the screen: its name, the HTML and other texts, charts, and the CSV files it offers."""

    name: str
    texts: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    csvs: tuple[str, ...] = ()


def unfold(name: str, view: Any) -> Iterator[Shown]:
    """Take a view apart into what a reader sees of it; TypeError for a kind of view no test knows."""
    match view:
        case str():
            yield Shown(name, (view,))
        case dict():
            yield Shown(name, tuple(view.values()))
        case Exhibit():
            pictures = (view.picture,) if view.picture else ()
            csvs = (view.csv,) if len(view.rows) else ()
            yield Shown(name, (view.table, view.name, *(one.alt for one in pictures)), pictures, csvs)
        case changes.Listing():
            yield Shown(name, (view.html, view.name, view.text, view.csv))  # its CSV is no part of a table
        case combining.Answer():
            yield Shown(name, (view.text,))
            if view.exhibit is not None:
                yield from unfold(f"{name} series", view.exhibit)
        case story.StoryView():
            yield Shown(name, (view.headline, view.cautions, view.sound, view.sound_label))
            for number, statement in enumerate(view.statements):
                yield Shown(f"{name} card {number}", (statement.card,))
                yield from unfold(f"{name} statement {number}", statement.exhibit)
        case _:
            raise TypeError(f"{name} is a {type(view).__name__}: say in tests/conftest.py what a reader sees of it")


def named(make: Callable[..., Any], choices: tuple[Any, ...]) -> str:
    """Return what tests call a view with its choices."""
    return " ".join([make.__name__, *(getattr(one, "__name__", str(one)) for one in choices)])


def prepare(ledger: Ledger, request: Request) -> tuple[Shown, ...]:
    """Prepare every view of every page but the data page, with all its choices."""
    return tuple(
        shown
        for make, choices in VIEWS
        for chosen in choices
        for shown in unfold(named(make, chosen), make(ledger, request, *chosen))
    )


@pytest.fixture(scope="session")
def everything() -> Callable[[Ledger, Request], tuple[Shown, ...]]:
    """Return the function that prepares every view, for tests that bring a ledger of their own."""
    return prepare


@pytest.fixture(scope="session")
def shown(ledger: Ledger) -> Callable[[Request], tuple[Shown, ...]]:
    """Return a function that gives every view of the real data for a request, each made once for all tests."""
    return cache(lambda request: prepare(ledger, request))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run browser tests last: while Playwright's loop runs in this thread, no other test can start one of its own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
