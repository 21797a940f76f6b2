"""What the rows must say together: bounds, quotes, days, revisions. Each rule yields every fault it finds.

The rules take typed rows (`files.Table`), not DataFrames, because a fault has to name the line it stands on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard.ledger import mending, naming
from dashboard.ledger.files import Fault, Row, Table
from dashboard.ledger.units import convertible

# Which of low, best, high a bound asks for (True), forbids (False) or leaves open (None).
BOUND_VALUES: dict[str, tuple[bool | None, bool | None, bool | None]] = {
    "exact": (True, True, True),
    "about": (False, True, False),
    "nearly": (False, True, False),
    "more_than": (True, False, False),
    "at_least": (True, False, False),
    "up_to": (False, False, True),
    "less_than": (False, False, True),
    "range": (True, False, True),
    "vague": (True, False, True),
}
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
COORDINATE_DECIMALS = 5  # of a degree, about a metre


@dataclass(frozen=True)
class Package:
    """All tables, the project folder their files belong to, and the day of the check."""

    tables: dict[str, Table]
    root: Path
    today: date

    def rows(self, name: str) -> list[Row]:
        """Return the sound rows of a table."""
        return self.tables[name].rows

    def fault(self, table: str, row: Row, column: str, message: str) -> Fault:
        """Make a fault of a row of `table`."""
        return Fault(self.tables[table].schema.path, row.line, column, message)

    @cached_property
    def by_id(self) -> dict[str, dict[Any, Row]]:
        """Rows by table and key."""
        return {name: {row[table.schema.key]: row for row in table.rows} for name, table in self.tables.items()}

    def find(self, table: str, key: Any) -> Row | None:
        """Return the row with this key, if there is one."""
        return self.by_id[table].get(key)

    def known_from(self, row: Row) -> Any:
        """Return the day a row of figures, events, holders or appearances could be known, or None."""
        document = self.find("documents", row["document_id"])
        return document["published_on"] if document else None

    def kept(self, row: Row) -> bool | None:
        """Whether the document of a row is kept here as a file; None if the document's own row could not be read."""
        document = self.find("documents", row["document_id"])
        return None if document is None else document["file"] is not None

    @cached_property
    def texts(self) -> dict[Any, str]:
        """Text of every document kept as a file, by document id; unreadable ones are left to `files_are_unchanged`."""
        found = {}
        for row in self.rows("documents"):
            if row["file"]:
                try:
                    found[row["id"]] = (self.root / str(row["file"])).read_bytes().decode("utf-8")
                except (OSError, UnicodeDecodeError):
                    continue
        return found


Rule = Callable[[Package], Iterator[Fault]]


def bounds_fit_values(package: Package) -> Iterator[Fault]:
    """Every bound carries the values it needs and no others, in order."""
    for row in package.rows("figures"):
        bound = str(row["bound"])
        if bound not in BOUND_VALUES:
            message = f'"{bound}" is a bound nobody gave a meaning; add it to BOUND_VALUES in dashboard/ledger/rules.py'
            yield package.fault("figures", row, "bound", message)
            continue
        for column, wanted in zip(("low", "best", "high"), BOUND_VALUES[bound], strict=True):
            if wanted is True and row[column] is None:
                yield package.fault("figures", row, column, f"is empty, but the bound {bound} needs it")
            if wanted is False and row[column] is not None:
                yield package.fault("figures", row, column, f"{row[column]:g} does not go with the bound {bound}")
        values: list[Any] = [row[column] for column in ("low", "best", "high") if row[column] is not None]
        if values != sorted(values):
            yield package.fault("figures", row, "low", "low, best and high are not in order")
        if bound == "exact" and len(set(values)) > 1:
            yield package.fault("figures", row, "bound", "exact, but low, best and high differ")
        if bound in ("range", "vague") and len(values) == 2 and values[0] == values[1]:
            yield package.fault("figures", row, "bound", f"{bound}, but both ends are the same")


def units_fit_indicators(package: Package) -> Iterator[Fault]:
    """A figure's unit is its indicator's, or can be converted to it."""
    for row in package.rows("figures"):
        indicator = package.find("indicators", row["indicator_id"])
        if indicator and not convertible(str(row["unit"]), str(indicator["unit"])):
            yield package.fault("figures", row, "unit", f'"{row["unit"]}" cannot be drawn as {indicator["unit"]}')


def quotes_stand_in_files(package: Package) -> Iterator[Fault]:
    """Words quoted from a document kept here stand at their offsets, letter for letter."""
    for table in ("figures", "appearances", "reservations"):
        for row in package.rows(table):
            yield from _quote(package, table, row)
    for row in package.rows("figures"):
        if (row["record_start"] is None) != (row["record_end"] is None):
            yield package.fault("figures", row, "record_start", "and record_end go together")
        elif row["record_start"] is not None and (package.kept(row) is False or not row["record_since"]):
            yield package.fault("figures", row, "record_start", "needs a document kept here and record_since")


def _quote(package: Package, table: str, row: Row) -> Iterator[Fault]:
    start: Any = row["quote_start"]
    end: Any = row["quote_end"]
    text = package.texts.get(row["document_id"])
    kept = package.kept(row)
    if (start is None) != (end is None):
        yield package.fault(table, row, "quote_start", "and quote_end go together")
    elif start is None:
        if kept:
            yield package.fault(table, row, "quote_start", "is empty, but the document is kept here: give the place")
    elif kept is False:
        yield package.fault(table, row, "quote_start", "is given, but the document is not kept here")
    elif text is not None and text[start:end] != row["as_written"]:
        found = text[start:end].replace("\n", " ")[:60]
        yield package.fault(
            table, row, "quote_start", f'"{row["as_written"]}" does not stand at {start}:{end}; there stands "{found}"'
        )


def files_are_unchanged(package: Package) -> Iterator[Fault]:
    """A document's file is there and its bytes are those the table vouches for."""
    for row in package.rows("documents"):
        if not row["file"]:
            continue
        try:
            found = hashlib.sha256((package.root / str(row["file"])).read_bytes()).hexdigest()
        except OSError as error:
            yield package.fault("documents", row, "file", f'"{row["file"]}" cannot be read ({error.strerror})')
            continue
        if found != row["sha256"]:
            yield package.fault(
                "documents", row, "sha256", f"the file's bytes hash to {found}: documents are never edited"
            )
        elif row["id"] not in package.texts:
            yield package.fault("documents", row, "file", f'"{row["file"]}" is not UTF-8')


def documents_are_complete(package: Package) -> Iterator[Fault]:
    """A story has its file and a title; a report its publisher and link; an inferred day its reason."""
    needs = {"story": ("file", "sha256", "title_en"), "report": ("publisher", "url")}
    for row in package.rows("documents"):
        kind = str(row["kind"])
        if kind not in needs:
            yield package.fault("documents", row, "kind", f'"{kind}" is neither story nor report')
        for column in needs.get(kind, ()):
            if not row[column]:
                yield package.fault("documents", row, column, f"is empty, but a {kind} needs it")
        if row["published_basis"] == "inferred" and not row["published_reason"]:
            yield package.fault(
                "documents", row, "published_reason", "is empty, but the day is inferred: say from what"
            )


def a_story_is_on_the_table(package: Package) -> Iterator[Fault]:
    """The board is about a story; without one it has no day to open on."""
    documents = package.tables["documents"]
    if documents.rows and not documents.faults and all(row["kind"] != "story" for row in documents.rows):
        message = "no story: one document must be of the kind story"
        yield Fault(documents.schema.path, 0, "kind", message)


def days_are_of_this_century(package: Package) -> Iterator[Fault]:
    """Every day of every table lies where a slip of the finger does not lead; nothing is published in the future."""
    for name, table in package.tables.items():
        for column in (one.name for one in table.schema.fields if one.type == "date"):
            published = (name, column) == ("documents", "published_on")
            last, until = (package.today, "today") if published else (LATEST, str(LATEST))
            for row in table.rows:
                if row[column] is not None and not EARLIEST <= _day(row[column]) <= last:
                    yield package.fault(name, row, column, f"{row[column]} is not between {EARLIEST} and {until}")


def counts_are_of_what_was_over(package: Package) -> Iterator[Fault]:
    """What is counted over a period ends by the day it is published, and a record is since a day before the period."""
    for row in package.rows("figures"):
        indicator = package.find("indicators", row["indicator_id"])
        counted = indicator is not None and indicator["counting"] in ("within_period", "cumulative")
        known = package.known_from(row)
        if counted and _before(known, row["period_end"]):
            message = f"{row['period_end']} is after {known}, the day its document was published"
            yield package.fault("figures", row, "period_end", message)
        if _before(row["period_start"], row["record_since"]):
            message = f"{row['record_since']} is after period_start {row['period_start']}"
            yield package.fault("figures", row, "record_since", message)


def days_are_plausible(package: Package) -> Iterator[Fault]:
    """Nothing is stated or happens after it was published, or ends before it begins."""
    for table, column in (("figures", "stated_on"), ("events", "happened_on"), ("holders", "evidence_on")):
        for row in package.rows(table):
            known = package.known_from(row)
            if known and _day(row[column]) > known:
                yield package.fault(
                    table, row, column, f"{row[column]} is after {known}, the day its document was published"
                )
    for table, first, last in (("figures", "period_start", "period_end"), ("events", "happened_on", "ended_on")):
        for row in package.rows(table):
            if row[last] is not None and _day(row[last]) < _day(row[first]):
                yield package.fault(table, row, last, f"{row[last]} is before {first} {row[first]}")


def _day(value: Any) -> date:
    return value


def revisions_are_sound(package: Package) -> Iterator[Fault]:
    """A revision replaces an earlier figure of the same kind, and no figure is replaced twice."""
    replaced: dict[Any, Row] = {}
    for row in package.rows("figures"):
        old = package.find("figures", row["supersedes"])
        if not old:
            continue
        for column in ("claimant_id", "indicator_id", "place_id"):
            if row[column] != old[column]:
                yield package.fault("figures", row, "supersedes", f'"{old["id"]}" has another {column} ({old[column]})')
        if _before(package.known_from(row), package.known_from(old)):
            yield package.fault("figures", row, "supersedes", f'"{old["id"]}" was known later than this figure')
        if _apart(row, old):
            yield package.fault("figures", row, "supersedes", f'"{old["id"]}" is about another time')
        if row["supersedes"] in replaced:
            yield package.fault(
                "figures",
                row,
                "supersedes",
                f'"{old["id"]}" is already superseded in line {replaced[row["supersedes"]].line}',
            )
        replaced[row["supersedes"]] = row


def retellings_are_sound(package: Package) -> Iterator[Fault]:
    """A figure restates one of the same indicator that could be known by then."""
    for row in package.rows("figures"):
        old = package.find("figures", row["restates"])
        if not old:
            continue
        if row["indicator_id"] != old["indicator_id"]:
            yield package.fault(
                "figures", row, "restates", f'"{old["id"]}" counts something else ({old["indicator_id"]})'
            )
        if _before(package.known_from(row), package.known_from(old)):
            yield package.fault("figures", row, "restates", f'"{old["id"]}" was not known yet')


def chains_have_an_end(package: Package) -> Iterator[Fault]:
    """Rows that point to rows of their own table (revisions, places in places) never lead back to themselves."""
    chains = (("figures", "supersedes"), ("figures", "restates"), ("places", "within_id"), ("actors", "org_id"))
    for table, column in chains:
        for row in package.rows(table):
            seen, at = set(), row
            while at is not None and at[column] is not None and at["id"] not in seen:
                seen.add(at["id"])
                at = package.find(table, at[column])
            if at is not None and at["id"] == row["id"] and at["id"] in seen:
                yield package.fault(table, row, column, f'"{row[column]}" leads back to this row')


def _apart(one: Row, other: Row) -> bool:
    """Whether two periods have no day in common; a period that runs backwards is blamed by `days_are_plausible`."""
    if any(_before(row["period_end"], row["period_start"]) for row in (one, other)):
        return False
    return _before(one["period_end"], other["period_start"]) or _before(other["period_end"], one["period_start"])


def _before(one: Any, other: Any) -> bool:
    return one is not None and other is not None and one < other


def appearances_name_one_thing(package: Package) -> Iterator[Fault]:
    """An appearance belongs to a figure, an event or a speaker, and to one of them only."""
    for row in package.rows("appearances"):
        if sum(row[one] is not None for one in ("figure_id", "event_id", "actor_id")) != 1:
            message = "exactly one of figure_id, event_id and actor_id must be given"
            yield package.fault("appearances", row, "figure_id", message)


def reservations_have_evidence(package: Package) -> Iterator[Fault]:
    """A reservation without a document behind it is an opinion."""
    if package.tables["evidence"].faults:
        return  # the row that backs it may be the one that could not be read
    backed = {row["reservation_id"] for row in package.rows("evidence")}
    for row in package.rows("reservations"):
        if row["id"] not in backed:
            yield package.fault("reservations", row, "id", f'"{row["id"]}" has no row in evidence.csv')


def treaty_steps_are_single(package: Package) -> Iterator[Fault]:
    """Each step of the treaty's path is one event."""
    seen: dict[Any, Row] = {}
    for row in package.rows("events"):
        step = row["treaty_step"]
        if step and step in seen:
            yield package.fault("events", row, "treaty_step", f'"{step}" stands already in line {seen[step].line}')
        seen.setdefault(step, row)


def coordinates_can_be_traced(package: Package) -> Iterator[Fault]:
    """Only a town has coordinates; they come whole, with their source, and no finer than a metre."""
    for row in package.rows("places"):
        lat: Any = row["lat"]
        lon: Any = row["lon"]
        sources = [row[column] for column in ("geonames_id", "coordinates_url") if row[column] is not None]
        if lat is None and lon is None:
            if row["coordinates_url"] is not None:
                yield package.fault("places", row, "coordinates_url", "names a page, but there are no coordinates")
            continue
        for column, value in (("lat", lat), ("lon", lon)):
            if value is None:
                yield package.fault("places", row, column, "is empty: a latitude and a longitude go together")
            elif round(value, COORDINATE_DECIMALS) != value:
                yield package.fault("places", row, column, f"has more than {COORDINATE_DECIMALS} decimals")
        if row["kind"] != "town":
            yield package.fault("places", row, "kind", f"{row['kind']}, but only a town has coordinates")
        if len(sources) != 1:
            message = "coordinates need one source: a GeoNames id or the page they were taken from"
            yield package.fault("places", row, "coordinates_url", message)


RULES: tuple[Rule, ...] = (
    bounds_fit_values,
    units_fit_indicators,
    quotes_stand_in_files,
    files_are_unchanged,
    documents_are_complete,
    a_story_is_on_the_table,
    days_are_of_this_century,
    days_are_plausible,
    counts_are_of_what_was_over,
    revisions_are_sound,
    retellings_are_sound,
    chains_have_an_end,
    appearances_name_one_thing,
    reservations_have_evidence,
    treaty_steps_are_single,
    coordinates_can_be_traced,
    *mending.RULES,
    *naming.RULES,
)
