"""The check of the data: a sound package passes; each rule has copies of it broken in one place that it must name."""

from __future__ import annotations

import hashlib
import inspect
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from dashboard.ledger import checks, mending, naming, rules
from dashboard.ledger.checks import check
from dashboard.ledger.files import Fault
from dashboard.ledger.rules import RULES

CELLS, FORM = "a cell against its column", "the form of the file"


@dataclass(frozen=True)
class Place:
    """Where a fault has to be reported and what it has to say; `row` is an id, a line, or 0 for the whole file."""

    table: str
    row: str | int
    column: str
    saying: str

    def of(self, package: Any) -> tuple[str, int, str]:
        """Return file, line and column as a fault has them."""
        line = package.line(self.table, self.row) if isinstance(self.row, str) else self.row
        return (f"{self.table}.csv", line, self.column)


@dataclass(frozen=True)
class Broken:
    """A copy of the tiny package with one thing wrong, the rule that has to notice, and every fault it has to name."""

    name: str
    rule: Any  # a function of rules.RULES or of checks, or CELLS or FORM
    edit: Callable[[Any], None]
    faults: tuple[Place, ...]

    def __str__(self) -> str:
        """Return the name, for pytest's list."""
        return self.name


def cell(name: str, rule: Any, table: str, row: str, cells: dict[str, str], saying: str, blamed: str = "") -> Broken:
    """Break a row by overwriting cells; the fault is that of the column `blamed`, else of the first one overwritten."""
    place = Place(table, cells.get("id", row), blamed or next(iter(cells)), saying)
    return Broken(name, rule, lambda package: package.set(table, row, **cells), (place,))


def copied(name: str, rule: Any, table: str, row: str, cells: dict[str, str], place: Place) -> Broken:
    """Break a table by adding a copy of a row with some cells changed."""
    return Broken(name, rule, lambda package: package.copy(table, row, **cells), (place,))


def raw(name: str, old: bytes, new: bytes, *faults: tuple[int, str]) -> Broken:
    """Break the file of places by replacing bytes; a fault is a line and what it says."""

    def replace(content: bytes) -> bytes:
        assert old in content, "the copy would not be broken"
        return content.replace(old, new)

    places = tuple(Place("places", line, "", saying) for line, saying in faults)
    return Broken(name, FORM, lambda package: package.edit("data/places.csv", replace), places)


def remove_story_file(package: Any) -> None:
    (package.root / "seeds/tiny.txt").unlink()


def save_story_in_latin_1(package: Any) -> None:
    """Save the story again in another encoding and vouch for those bytes."""
    content = (package.root / "seeds/tiny.txt").read_bytes().decode().replace("🚁", "").encode("latin-1")
    (package.root / "seeds/tiny.txt").write_bytes(content)
    package.set("documents", "story", sha256=hashlib.sha256(content).hexdigest())


def count_in(encoding: str, size: int) -> Callable[[Any], None]:
    """Count the place of a quote in the units of an encoding instead of code points."""

    def edit(package: Any) -> None:
        text = (package.root / "seeds/tiny.txt").read_bytes().decode()
        start = len(text[: text.index("mehreren hundert")].encode(encoding)) // size
        end = start + len("mehreren hundert Soldaten")
        package.set("figures", "story-soldiers", quote_start=str(start), quote_end=str(end))

    return edit


def turn_revision_round(package: Any) -> None:
    package.set("figures", "gain-october", supersedes="")
    package.set("figures", "gain-to-27", supersedes="gain-october")


def empty(table: str) -> Callable[[Any], None]:
    """Leave only the header of a table."""
    return lambda package: package.write(table, package.rows(table)[:1])


def allow(table: str, column: str, value: str) -> Callable[[Any], None]:
    """Add a value to the enumeration of a column in the contract."""

    def edit(package: Any) -> None:
        path = package.root / "data" / "datapackage.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        fields = next(one["schema"]["fields"] for one in content["resources"] if one["name"] == table)
        next(one for one in fields if one["name"] == column)["constraints"]["enum"].append(value)
        path.write_text(json.dumps(content), encoding="utf-8")

    return edit


def new_bound(package: Any) -> None:
    allow("figures", "bound", "roughly")(package)
    package.set("figures", "gain-to-27", bound="roughly")


def new_kind(package: Any) -> None:
    allow("documents", "kind", "leak")(package)
    package.set("documents", "october-report", kind="leak")


def story_as_report(package: Any) -> None:
    package.set("documents", "story", kind="report", publisher="The Wire", url="https://example.org/story")


def name_a_bystander(package: Any) -> None:
    package.copy("actors", "gazette", id="bystander", name_en="The Bystander", name_de="The Bystander")
    package.copy("aliases", "actor-ministry-de-suedstadt", id="bystander", name="Gaffer", actor_id="bystander")


GAIN, SOLDIERS = ("figures", "gain-to-27"), ("figures", "soldiers-range")
MISQUOTED = '"mehreren hundert Soldaten" does not stand at'

CELL_FAULTS = (
    cell("a number with a decimal comma", CELLS, *GAIN, {"best": "1,5"}, '"1,5" is not a number'),
    cell("a number that is none", CELLS, *GAIN, {"best": "nan"}, '"nan" is not a number'),
    cell("a number of 400 digits", CELLS, *GAIN, {"best": "4" * 400}, f'"{"4" * 60}…" is longer than 15 signs'),
    cell("a number of 400 decimals", CELLS, *GAIN, {"best": "0." + "4" * 400}, "is longer than 15 signs"),
    cell("an offset of 20 digits", CELLS, "figures", "story-gain", {"quote_end": "1" * 20}, "is longer than 15 signs"),
    cell("a fraction for a whole number", CELLS, "figures", "story-gain", {"quote_start": "162.0"}, "a whole number"),
    cell("a day the German way", CELLS, "events", "council-vote", {"happened_on": "6.11.2024"}, "(YYYY-MM-DD)"),
    cell("a day no calendar has", CELLS, "events", "council-vote", {"happened_on": "2024-11-31"}, "is not a date"),
    cell("yes for true", CELLS, "holders", "south-october", {"inferred": "yes"}, '"yes" is not true or false'),
    cell("a required cell left empty", CELLS, *GAIN, {"place_id": ""}, "is empty but required"),
    cell("a value the enumeration lacks", CELLS, *GAIN, {"bound": "roughly"}, "is not one of exact, about, nearly"),
    cell(
        "an id that is no slug", CELLS, "holders", "south-october", {"id": "South October"}, "does not fit the pattern"
    ),
    cell("a number below the minimum", CELLS, "places", "south", {"geonames_id": "0"}, "is below 1"),
    cell("a number above the maximum", CELLS, "places", "south", {"lat": "91"}, "is above 90"),
    cell("spaces around a text", CELLS, *GAIN, {"as_written": " 478 sq km"}, "has spaces around it"),
    cell("a no-break space at the end", CELLS, *GAIN, {"as_written": "478 sq km\N{NO-BREAK SPACE}"}, "has spaces"),
    cell("a tab inside a text", CELLS, *GAIN, {"as_written": "478\tsq km"}, "holds a control character"),
    Broken(
        "a line break inside a text",
        CELLS,
        lambda package: package.set("figures", "gain-october", note="The whole\nmonth."),
        (Place("figures", 5, "note", "or a line break"),),
    ),
)

FORM_FAULTS = (
    raw("a header in another order", b"id,kind", b"kind,id", (1, "header is not id,kind,name_en")),
    raw("a byte order mark", b"id,kind", b"\xef\xbb\xbfid,kind", (1, "header is not id,kind,name_en")),
    raw("a cell too many", b",706165", b",706165,1", (3, "has 11 cells instead of 10; a comma may need quotes")),
    raw("an empty line", b"\nsouth", b"\n\nsouth", (3, "has 0 cells instead of 10")),
    raw("an encoding other than UTF-8", "ü".encode(), b"\xfc", (0, "is not UTF-8 (byte ")),
    raw("a quote that never closes", b"The south", b'"The south', (3, "is not CSV")),
    raw("Windows line ends", b"\n", b"\r\n", *((line, "not in canonical form (LF line ends") for line in (1, 2, 3))),
    raw("quotes nobody needs", b"The south", b'"The south"', (3, "quotes only where needed")),
    raw("no line end at the end", b"706165,,,\n", b"706165,,,", (3, "must end with exactly one line end")),
    Broken(
        "an empty file",
        FORM,
        lambda package: package.file("holders").write_bytes(b""),
        (Place("holders", 1, "", "is empty; the first line must be id,place_id"),),
    ),
    Broken(
        "a missing file",
        FORM,
        lambda package: package.file("holders").unlink(),
        (Place("holders", 0, "", "cannot be read (No such file or directory)"),),
    ),
)

TABLE_FAULTS = (
    copied(
        "an id twice",
        checks.keys_are_unique,
        *("holders", "south-october"),
        {"holder": "russia"},
        Place("holders", 4, "id", '"south-october" stands already in line 2'),
    ),
    cell(
        "a reference to nobody",
        checks.references_resolve,
        *("holders", "south-october"),
        {"claimant_id": "nobody"},
        '"nobody" is no id in actors.csv',
    ),
    cell(
        "a revision of nothing",
        checks.references_resolve,
        *("figures", "gain-october"),
        {"supersedes": "gain-to-28"},
        '"gain-to-28" is no id in figures.csv',
    ),
    cell(
        "a note in English only",
        checks.languages_go_together,
        *("figures", "gain-october"),
        {"note_de": ""},
        "is empty, but note is filled",
    ),
    cell(
        "a role in German only",
        checks.languages_go_together,
        *("actors", "koehler"),
        {"role_en": ""},
        "is empty, but role_de is filled",
    ),
    Broken(
        "all figures lost",
        checks.needed_tables_have_rows,
        empty("figures"),
        (Place("figures", 0, "", "has no rows, but 2 references lead to it; restore them from the repository"),),
    ),
    Broken(
        "all documents lost",
        checks.needed_tables_have_rows,
        empty("documents"),
        (Place("documents", 0, "", "has no rows, but 17 references lead to it"),),
    ),
    Broken(
        "all doubts lost, but not what backs them",
        checks.needed_tables_have_rows,
        empty("reservations"),
        (Place("reservations", 0, "", "has no rows, but 2 references lead to it"),),
    ),
    copied(
        "a person nobody needs",
        checks.no_row_is_orphaned,
        *("actors", "gazette"),
        {"id": "bystander"},
        Place("actors", "bystander", "id", '"bystander" is used by no row'),
    ),
    copied(
        "a page nobody cites",
        checks.no_row_is_orphaned,
        *("documents", "council-report"),
        {"id": "uncited"},
        Place("documents", "uncited", "id", '"uncited" is used by no row'),
    ),
    Broken(
        "a person who has nothing but another name",
        checks.no_row_is_orphaned,
        name_a_bystander,
        (Place("actors", "bystander", "id", '"bystander" is used by no row'),),
    ),
)

BOUND_FAULTS = (
    Broken(
        "a bound of the contract the check does not know",
        rules.bounds_fit_values,
        new_bound,
        (
            Place(
                "figures", "gain-to-27", "bound", '"roughly" is a bound nobody gave a meaning; add it to BOUND_VALUES'
            ),
        ),
    ),
    cell(
        "an exact figure without its number", rules.bounds_fit_values, *GAIN, {"best": ""}, "the bound exact needs it"
    ),
    cell(
        "nearly with a lower end",
        rules.bounds_fit_values,
        *("figures", "story-gain"),
        {"low": "480"},
        "480 does not go with the bound nearly",
    ),
    cell(
        "more than with an upper end",
        rules.bounds_fit_values,
        *SOLDIERS,
        {"bound": "more_than"},
        "1000 does not go with the bound more_than",
        blamed="high",
    ),
    Broken(
        "up to with a lower end and no upper one",
        rules.bounds_fit_values,
        lambda package: package.set("figures", "gain-in-miles", low="200", high=""),
        (
            Place("figures", "gain-in-miles", "low", "200 does not go with the bound up_to"),
            Place("figures", "gain-in-miles", "high", "is empty, but the bound up_to needs it"),
        ),
    ),
    cell(
        "a vague figure with a best value",
        rules.bounds_fit_values,
        *("figures", "story-soldiers"),
        {"best": "500"},
        "500 does not go with the bound vague",
    ),
    cell(
        "a range from high to low", rules.bounds_fit_values, *SOLDIERS, {"low": "1000", "high": "700"}, "not in order"
    ),
    cell(
        "an exact figure with two numbers",
        rules.bounds_fit_values,
        *GAIN,
        {"high": "480"},
        "best and high differ",
        "bound",
    ),
    cell(
        "a range without width", rules.bounds_fit_values, *SOLDIERS, {"high": "700"}, "both ends are the same", "bound"
    ),
    cell(
        "soldiers in square kilometres",
        rules.units_fit_indicators,
        *SOLDIERS,
        {"unit": "km2"},
        '"km2" cannot be drawn as person',
    ),
)

QUOTE_FAULTS = (
    cell(
        "a quote one sign too far",
        rules.quotes_stand_in_files,
        *("figures", "story-gain"),
        {"quote_start": "163", "quote_end": "188"},
        'does not stand at 163:188; there stands "ast 500 Quadratkilometer "',
    ),
    cell(
        "a quote with a letter changed",
        rules.quotes_stand_in_files,
        *("appearances", "story-vote"),
        {"as_written": "am mittwoch"},
        '"am mittwoch" does not stand at',
        blamed="quote_start",
    ),
    cell(
        "a passage that reads otherwise",
        rules.quotes_stand_in_files,
        *("reservations", "vote-is-due"),
        {"as_written": "muss am Mittwoch"},
        'there stands "müsse am Mittwoch"',
        blamed="quote_start",
    ),
    Broken(
        "a quote counted in bytes",
        rules.quotes_stand_in_files,
        count_in("utf-8", 1),
        (Place("figures", "story-soldiers", "quote_start", MISQUOTED),),
    ),
    Broken(
        "a quote counted in UTF-16 units",
        rules.quotes_stand_in_files,
        count_in("utf-16-le", 2),
        (Place("figures", "story-soldiers", "quote_start", MISQUOTED),),
    ),
    cell(
        "a quote without an end",
        rules.quotes_stand_in_files,
        *("figures", "story-soldiers"),
        {"quote_end": ""},
        "and quote_end go together",
        blamed="quote_start",
    ),
    cell(
        "a figure of the story without its place",
        rules.quotes_stand_in_files,
        *("figures", "story-soldiers"),
        {"quote_start": "", "quote_end": ""},
        "but the document is kept here: give the place",
    ),
    cell(
        "a place in a page that is not kept",
        rules.quotes_stand_in_files,
        *GAIN,
        {"quote_start": "1", "quote_end": "10"},
        "the document is not kept here",
    ),
    cell(
        "a superlative without an end",
        rules.quotes_stand_in_files,
        *("figures", "story-gain"),
        {"record_end": ""},
        "and record_end go together",
        blamed="record_start",
    ),
    cell(
        "a superlative since nothing",
        rules.quotes_stand_in_files,
        *("figures", "story-gain"),
        {"record_since": ""},
        "needs a document kept here and record_since",
        blamed="record_start",
    ),
)

DOCUMENT_FAULTS = (
    Broken(
        "a story edited by hand",
        rules.files_are_unchanged,
        lambda package: package.edit("seeds/tiny.txt", lambda text: text + b"\n"),
        (Place("documents", "story", "sha256", "documents are never edited"),),
    ),
    Broken(
        "a story that is gone",
        rules.files_are_unchanged,
        remove_story_file,
        (Place("documents", "story", "file", '"seeds/tiny.txt" cannot be read (No such file or directory)'),),
    ),
    Broken(
        "a story that is not UTF-8",
        rules.files_are_unchanged,
        save_story_in_latin_1,
        (Place("documents", "story", "file", '"seeds/tiny.txt" is not UTF-8'),),
    ),
    Broken(
        "a kind of document the check does not know",
        rules.documents_are_complete,
        new_kind,
        (Place("documents", "october-report", "kind", '"leak" is neither story nor report'),),
    ),
    Broken(
        "a board without a story",
        rules.a_story_is_on_the_table,
        story_as_report,
        (Place("documents", 0, "kind", "no story: one document must be of the kind story"),),
    ),
    cell(
        "a report without a link",
        rules.documents_are_complete,
        *("documents", "october-report"),
        {"url": ""},
        "is empty, but a report needs it",
    ),
    cell(
        "a report nobody published",
        rules.documents_are_complete,
        *("documents", "october-report"),
        {"publisher": ""},
        "is empty, but a report needs it",
    ),
    cell(
        "a story without a title",
        rules.documents_are_complete,
        *("documents", "story"),
        {"title_en": "", "title_de": ""},
        "is empty, but a story needs it",
    ),
    cell(
        "an inferred day without a reason",
        rules.documents_are_complete,
        *("documents", "story"),
        {"published_reason": "", "published_reason_de": ""},
        "but the day is inferred: say from what",
    ),
)

DAY_FAULTS = (
    cell(
        "a page from the future",
        rules.days_are_of_this_century,
        *("documents", "council-report"),
        {"published_on": "2025-02-01"},
        "2025-02-01 is not between 2000-01-01 and today",
    ),
    Broken(
        "a page from the last century",
        rules.days_are_of_this_century,
        lambda package: package.set("documents", "council-report", published_on="1999-12-31"),
        (
            Place("documents", "council-report", "published_on", "1999-12-31 is not between 2000-01-01 and today"),
            Place("events", "council-vote", "happened_on", "2024-11-06 is after 1999-12-31"),
        ),
    ),
    cell(
        "a figure from the last century",
        rules.days_are_of_this_century,
        *SOLDIERS,
        {"stated_on": "1999-12-31"},
        "1999-12-31 is not between 2000-01-01 and 2100-12-31",
    ),
    cell(
        "a period that begins in the Middle Ages",
        rules.days_are_of_this_century,
        *SOLDIERS,
        {"period_start": "1024-10-27"},
        "1024-10-27 is not between 2000-01-01 and 2100-12-31",
    ),
    cell(
        "a period that ends in another century",
        rules.days_are_of_this_century,
        *SOLDIERS,
        {"period_end": "2101-01-01"},
        "2101-01-01 is not between 2000-01-01 and 2100-12-31",
    ),
    cell(
        "an event without end",
        rules.days_are_of_this_century,
        *("events", "general-admits"),
        {"ended_on": "9999-12-31"},
        "9999-12-31 is not between",
    ),
    cell(
        "a count of days to come",
        rules.counts_are_of_what_was_over,
        *GAIN,
        {"period_end": "2024-10-29"},
        "2024-10-29 is after 2024-10-28, the day its document was published",
    ),
    cell(
        "a record since a day within its period",
        rules.counts_are_of_what_was_over,
        *("figures", "story-gain"),
        {"record_since": "2024-10-02"},
        "2024-10-02 is after period_start 2024-10-01",
    ),
    cell(
        "a figure stated after it was published",
        rules.days_are_plausible,
        *GAIN,
        {"stated_on": "2024-10-29"},
        "2024-10-29 is after 2024-10-28, the day its document was published",
    ),
    cell(
        "an event reported before it happened",
        rules.days_are_plausible,
        *("events", "treaty-signed"),
        {"happened_on": "2024-10-29"},
        "2024-10-29 is after 2024-10-28",
    ),
    cell(
        "a town held after the report",
        rules.days_are_plausible,
        *("holders", "south-october"),
        {"evidence_on": "2024-10-29"},
        "2024-10-29 is after 2024-10-28",
    ),
    cell(
        "a period that ends before it begins",
        rules.days_are_plausible,
        *GAIN,
        {"period_end": "2024-09-30"},
        "2024-09-30 is before period_start 2024-10-01",
    ),
    cell(
        "an event that ends before it begins",
        rules.days_are_plausible,
        *("events", "general-admits"),
        {"ended_on": "2024-11-30"},
        "2024-11-30 is before happened_on 2024-12-01",
    ),
)

CHAIN_FAULTS = (
    cell(
        "a revision of another time",
        rules.revisions_are_sound,
        *("figures", "gain-october"),
        {"period_start": "2024-10-28"},
        '"gain-to-27" is about another time',
        blamed="supersedes",
    ),
    cell(
        "a revision by somebody else",
        rules.revisions_are_sound,
        *("figures", "gain-october"),
        {"claimant_id": "koehler"},
        '"gain-to-27" has another claimant_id (mapper)',
        blamed="supersedes",
    ),
    cell(
        "a revision of another place",
        rules.revisions_are_sound,
        *("figures", "gain-october"),
        {"place_id": "south"},
        '"gain-to-27" has another place_id (land)',
        blamed="supersedes",
    ),
    cell(
        "a revision of another indicator",
        rules.revisions_are_sound,
        *("figures", "gain-october"),
        {"indicator_id": "soldiers", "unit": "person"},
        '"gain-to-27" has another indicator_id (net-gain)',
        blamed="supersedes",
    ),
    Broken(
        "a revision known before what it revises",
        rules.revisions_are_sound,
        turn_revision_round,
        (Place("figures", "gain-to-27", "supersedes", '"gain-october" was known later than this figure'),),
    ),
    copied(
        "a figure revised twice",
        rules.revisions_are_sound,
        *("figures", "gain-october"),
        {"id": "gain-again", "low": "611", "best": "611", "high": "611"},
        Place("figures", "gain-again", "supersedes", '"gain-to-27" is already superseded in line 5'),
    ),
    cell(
        "a retelling of something else",
        rules.retellings_are_sound,
        *("figures", "story-gain"),
        {"restates": "soldiers-range"},
        '"soldiers-range" counts something else (soldiers)',
    ),
    cell(
        "a retelling of what nobody knew",
        rules.retellings_are_sound,
        *("figures", "story-gain"),
        {"restates": "gain-october"},
        '"gain-october" was not known yet',
    ),
    cell(
        "a figure that revises itself",
        rules.chains_have_an_end,
        *("figures", "gain-october"),
        {"supersedes": "gain-october"},
        '"gain-october" leads back to this row',
    ),
    cell(
        "a figure that retells itself",
        rules.chains_have_an_end,
        *("figures", "story-gain"),
        {"restates": "story-gain"},
        '"story-gain" leads back to this row',
    ),
    cell(
        "a body that speaks for itself",
        rules.chains_have_an_end,
        *("actors", "ministry"),
        {"org_id": "ministry"},
        '"ministry" leads back to this row',
    ),
    Broken(
        "two places within each other",
        rules.chains_have_an_end,
        lambda package: package.set("places", "land", within_id="south"),
        (
            Place("places", "land", "within_id", '"south" leads back to this row'),
            Place("places", "south", "within_id", '"land" leads back to this row'),
        ),
    ),
)

OTHER_FAULTS = (
    cell(
        "an appearance of nothing",
        rules.appearances_name_one_thing,
        *("appearances", "gain-again"),
        {"figure_id": ""},
        "exactly one of figure_id, event_id and actor_id must be given",
    ),
    cell(
        "an appearance of two things",
        rules.appearances_name_one_thing,
        *("appearances", "gain-again"),
        {"event_id": "council-vote"},
        "exactly one of figure_id, event_id and actor_id must be given",
        blamed="figure_id",
    ),
    Broken(
        "a doubt without evidence",
        rules.reservations_have_evidence,
        lambda package: package.remove("evidence", "vote-is-due-journal"),
        (Place("reservations", "vote-is-due", "id", '"vote-is-due" has no row in evidence.csv'),),
    ),
    cell(
        "a step of the treaty taken twice",
        rules.treaty_steps_are_single,
        *("events", "council-vote"),
        {"treaty_step": "signed"},
        '"signed" stands already in line 2',
    ),
)

PAGE = "https://example.org/town"
TOWN = {"kind": "town", "lat": "46.63695", "lon": "32.61458"}
COORDINATE_FAULTS = tuple(
    cell(name, rules.coordinates_can_be_traced, "places", "south", cells, saying, blamed=blamed)
    for name, cells, blamed, saying in (
        ("a latitude without a longitude", {**TOWN, "lon": ""}, "lon", "a latitude and a longitude go together"),
        ("a longitude without a latitude", {**TOWN, "lat": ""}, "lat", "a latitude and a longitude go together"),
        ("a town placed to the decimetre", {**TOWN, "lat": "46.636951"}, "lat", "has more than 5 decimals"),
        ("an oblast reduced to a point", {**TOWN, "kind": "oblast"}, "kind", "only a town has coordinates"),
        ("coordinates out of nowhere", {**TOWN, "geonames_id": ""}, "coordinates_url", "need one source"),
        ("coordinates of two sources", {**TOWN, "coordinates_url": PAGE}, "coordinates_url", "need one source"),
        ("a page that gave no coordinates", {"coordinates_url": PAGE}, "coordinates_url", "no coordinates"),
    )
)

CORRECTION_FAULTS = (
    cell(
        "a correction of nothing",
        mending.corrections_lead_to_rows,
        *("corrections", "miles-day"),
        {"row_id": "gain-in-yards"},
        '"gain-in-yards" is no id in figures.csv',
    ),
    cell(
        "a correction of a row of another table",
        mending.corrections_lead_to_rows,
        *("corrections", "vote-doubt-late"),
        {"table": "evidence"},
        '"vote-is-due" is no id in evidence.csv; of a withdrawn row column and right are empty',
        blamed="row_id",
    ),
    cell(
        "a withdrawn row that still stands",
        mending.corrections_lead_to_rows,
        *("corrections", "vote-doubt-late"),
        {"right": ""},
        'is empty, but "vote-is-due" still stands in reservations.csv',
    ),
    cell(
        "a corrected column of another table",
        mending.corrections_name_columns,
        *("corrections", "miles-day"),
        {"column": "published_on"},
        '"published_on" is no column of figures.csv',
    ),
    cell(
        "a correction the row does not know of",
        mending.what_is_right_stands_in_the_row,
        *("corrections", "miles-day"),
        {"right": "2024-12-03"},
        '"2024-12-03" is not what figures.csv holds in line 6',
    ),
    cell(
        "a correction to what such a cell cannot hold",
        mending.what_is_right_stands_in_the_row,
        *("corrections", "miles-day"),
        {"right": "1 December"},
        '"1 December" is not what figures.csv holds in line 6',
    ),
    cell(
        "a correction to nothing of a cell that is filled",
        mending.what_is_right_stands_in_the_row,
        *("corrections", "miles-day"),
        {"right": ""},
        '"" is not what figures.csv holds in line 6',
    ),
    Broken(
        "a row changed again without a word in the log",
        mending.what_is_right_stands_in_the_row,
        lambda package: package.set("appearances", "gain-again", as_written="480 km²"),
        (Place("corrections", "journal-number-again", "right", '"478 km²" is not what appearances.csv holds'),),
    ),
    cell(
        "an older correction that became the newest",
        mending.what_is_right_stands_in_the_row,
        *("corrections", "journal-number"),
        {"corrected_on": "2025-01-13"},
        '"479 km²" is not what appearances.csv holds in line 3',
        blamed="right",
    ),
    cell(
        "a correction that changes nothing",
        mending.corrections_change_something,
        *("corrections", "journal-number"),
        {"shown": "479 km²"},
        "is what was shown",
        blamed="right",
    ),
    cell(
        "a correction before the mistake",
        mending.corrections_change_something,
        *("corrections", "miles-day"),
        {"corrected_on": "2024-12-09"},
        "2024-12-09 is before shown_from 2024-12-10",
    ),
)

SURNAME, SEAT = ("aliases", "actor-koehler-koehler"), ("aliases", "actor-ministry-de-suedstadt")
TOWN_NAME, PHRASE = ("aliases", "place-south-de-suedstadt"), ("aliases", "indicator-soldiers-de-truppen")

ALIAS_FAULTS = (
    cell(
        "a name of nothing",
        naming.aliases_stand_for_one_thing,
        *SURNAME,
        {"actor_id": ""},
        "exactly one of actor_id, place_id, indicator_id must be given",
    ),
    cell(
        "one row for a town and a government",
        naming.aliases_stand_for_one_thing,
        *SEAT,
        {"place_id": "south"},
        "exactly one of",
        blamed="actor_id",
    ),
    *(
        cell(name, naming.kinds_of_aliases_fit, *row, {"kind": kind}, saying)
        for name, row, kind, saying in (
            ("a phrase for a person", SURNAME, "phrase", '"phrase" does not go with actor_id'),
            ("a person who is a capital", SURNAME, "capital", 'does not go with "koehler", a person'),
            ("a ministry with a surname", SEAT, "surname", 'does not go with "ministry", a body'),
            ("a ministry that is an office of its own", SEAT, "role", 'does not go with "ministry", a body'),
            ("a town that is its own capital", TOWN_NAME, "capital", '"capital" does not go with place_id'),
            ("a name for what is counted", PHRASE, "name", '"name" does not go with indicator_id'),
        )
    ),
    *(
        cell(name, naming.aliases_add_a_name, *row, {"name": text}, "is its own name in")
        for name, row, text in (
            ("the German name of an actor again", SURNAME, "Ministerin Köhler"),
            ("the English name of an actor again", SURNAME, "Minister Köhler"),
            ("the name of a place in capitals", TOWN_NAME, "DER SÜDEN"),
            ("the label of an indicator again", PHRASE, "Soldaten im Süden"),
        )
    ),
    *(
        copied(
            name,
            naming.aliases_add_a_name,
            *("aliases", key),
            {"id": "again", **cells},
            Place("aliases", "again", "name", f"stands already in line {line}"),
        )
        for name, key, line, cells in (
            ("a surname twice", SURNAME[1], 2, {}),
            ("a surname of all languages again in German", SURNAME[1], 2, {"language": "de"}),
            ("a German phrase again in all languages", PHRASE[1], 6, {"language": "", "name": "TRUPPEN"}),
        )
    ),
    cell(
        "a name that is another's own",
        naming.names_tell_things_apart,
        *SEAT,
        {"name": "the Gazette"},
        '"the Gazette" is the name of "gazette"',
    ),
    *(
        copied(
            name,
            naming.names_tell_things_apart,
            *("aliases", key),
            {"id": "other", **cells},
            Place("aliases", "other", "name", saying),
        )
        for name, key, cells, saying in (
            ("a capital of two", SEAT[1], {"actor_id": "gazette"}, 'stands for "ministry" in line 4'),
            ("a town's name for two places", TOWN_NAME[1], {"place_id": "land"}, 'stands for "south" in line 5'),
        )
    ),
    cell(
        "a surname another has in his full name",
        naming.surnames_tell_persons_apart,
        *SURNAME,
        {"name": "north"},
        '"north" is a name of "general" as well',
    ),
)

JUDGED = (
    *TABLE_FAULTS,
    *BOUND_FAULTS,
    *QUOTE_FAULTS,
    *DOCUMENT_FAULTS,
    *DAY_FAULTS,
    *CHAIN_FAULTS,
    *OTHER_FAULTS,
    *COORDINATE_FAULTS,
    *CORRECTION_FAULTS,
    *ALIAS_FAULTS,
)


def generators(module: Any) -> set[Any]:
    """Return the public functions of a module that yield faults."""
    found = inspect.getmembers(module, inspect.isgeneratorfunction)
    return {one for name, one in found if not name.startswith("_") and one.__module__ == module.__name__}


def names(functions: set[Any]) -> list[str]:
    return sorted(one.__name__ for one in functions)


def test_the_tiny_package_is_sound(tiny):
    report = tiny.check()
    assert report.faults == ()
    assert report.suspicions == ()
    assert set(report.counts) == {path.stem for path in (tiny.root / "data").glob("*.csv")}
    assert all(2 <= rows <= 6 for rows in report.counts.values())


@pytest.mark.parametrize("broken", [*CELL_FAULTS, *FORM_FAULTS, *JUDGED], ids=str)
def test_one_thing_broken_is_named_by_file_line_and_column_and_nothing_else_is_blamed(tiny, broken):
    broken.edit(tiny)
    wanted = {place.of(tiny): place.saying for place in broken.faults}
    faults = {(fault.file, fault.line, fault.column): fault.message for fault in tiny.check().faults}
    assert set(faults) == set(wanted)
    for place, saying in wanted.items():
        assert saying in faults[place]


@pytest.mark.parametrize("broken", [one for one in JUDGED if one.rule in RULES], ids=str)
def test_the_rule_a_copy_breaks_is_the_one_that_notices(tiny, broken):
    broken.edit(tiny)
    report = tiny.check()
    found = set(broken.rule(rules.Package(report.tables, tiny.root, tiny.today)))
    assert found
    assert found <= set(report.faults)


def test_every_rule_has_a_broken_copy():
    assert names(set(RULES) - {broken.rule for broken in JUDGED}) == []


def test_every_function_of_the_check_has_a_broken_copy():
    # A suspicion is no fault; it has a test of its own.
    assert names(generators(checks) - {checks.suspicions} - {broken.rule for broken in JUDGED}) == []


def test_every_rule_that_is_written_runs():
    assert names(generators(rules) | generators(mending) | generators(naming)) == names(set(RULES))


def test_an_older_correction_need_not_say_what_the_cell_holds_now(tiny):
    rows = {row[0]: row for row in tiny.rows("corrections")}
    assert rows["journal-number"][5] != rows["journal-number-again"][5]
    assert tiny.check().faults == ()


def test_of_two_corrections_of_a_day_the_upper_one_is_the_newest(tiny):
    tiny.set("corrections", "journal-number", corrected_on="2025-01-12")
    assert tiny.check().faults == ()


def test_what_was_corrected_before_its_row_was_withdrawn_may_stay_in_the_log(tiny):
    tiny.copy("corrections", "miles-day", id="second-day", row_id="soldiers-second")
    assert tiny.check().faults == ()


@pytest.mark.parametrize("broken", ["figures", "appearances", "reservations"])
def test_what_could_not_be_read_is_not_blamed_on_the_corrections(tiny, broken):
    tiny.file(broken).unlink()
    assert [fault.file for fault in tiny.check().faults] == [f"{broken}.csv"]


def test_one_surname_of_two_persons_is_named_by_both_rules_that_know_it(tiny):
    tiny.copy(*SURNAME, id="other", actor_id="general", language="en")
    faults = tiny.check().faults
    assert {(fault.file, fault.line, fault.column) for fault in faults} == {("aliases.csv", 7, "name")}
    assert [fault.message for fault in faults] == [
        '"Köhler" is a name of "koehler" as well',
        '"Köhler" stands for "koehler" in line 2',
    ]


def test_a_name_may_mean_someone_else_in_another_language(tiny):
    tiny.copy(*SEAT, id="other", actor_id="gazette", language="en")
    assert tiny.check().faults == ()


def test_a_town_and_the_government_that_sits_there_may_share_a_name(tiny):
    names = {row[0]: row[1] for row in tiny.rows("aliases")}
    assert names[SEAT[1]] == names[TOWN_NAME[1]]
    tiny.set(*SEAT, name="The South")
    assert tiny.check().faults == ()


def test_a_phrase_may_lead_to_several_indicators(tiny):
    tiny.copy(*PHRASE, id="other", indicator_id="net-gain")
    assert tiny.check().faults == ()


@pytest.mark.parametrize("broken", ["actors", "places", "indicators"])
def test_what_could_not_be_read_is_not_blamed_on_its_other_names(tiny, broken):
    tiny.file(broken).unlink()
    assert [fault.file for fault in tiny.check().faults] == [f"{broken}.csv"]


def test_all_faults_of_a_package_are_reported_at_once(tiny):
    tiny.set("actors", "koehler", side="green")
    tiny.set("events", "council-vote", happened_on="6.11.2024")
    tiny.set("figures", "gain-october", place_id="south")
    tiny.set("figures", "soldiers-range", high="700", unit="km2")
    tiny.set("appearances", "gain-again", figure_id="")
    tiny.set("documents", "october-report", url="", publisher="")
    tiny.set("reservations", "vote-is-due", title_de="")
    tiny.file("holders").unlink()
    tiny.edit("data/indicators.csv", lambda content: content.replace(b"id,topic", b"topic,id"))
    tiny.edit("data/places.csv", lambda content: content.replace(b"\n", b"\r\n"))
    faults = {(fault.file, fault.line, fault.column) for fault in tiny.check().faults}
    assert faults == {
        ("actors.csv", 4, "side"),
        ("events.csv", 3, "happened_on"),
        ("figures.csv", 5, "supersedes"),
        ("figures.csv", 7, "bound"),
        ("appearances.csv", 3, "figure_id"),
        ("documents.csv", 3, "url"),
        ("documents.csv", 3, "publisher"),
        ("reservations.csv", 3, "title_de"),
        ("holders.csv", 0, ""),
        ("indicators.csv", 1, ""),
        *(("places.csv", line, "") for line in (1, 2, 3)),
    }


def test_a_table_without_rows_nobody_points_to_is_no_fault(tiny):
    empty("holders")(tiny)
    tiny.write("appearances", [row for row in tiny.rows("appearances") if row[0] != "story-vote"])
    empty("events")(tiny)
    assert tiny.check().faults == ()


@pytest.mark.parametrize("table", ["documents", "actors", "places", "indicators", "figures"])
def test_an_emptied_table_is_the_one_fault_that_is_named(tiny, table):
    empty(table)(tiny)
    assert [(fault.file, fault.line) for fault in tiny.check().faults] == [(f"{table}.csv", 0)]


def test_the_real_data_without_figures_have_one_fault(tiny, root):
    for name in ("data", "seeds"):
        shutil.rmtree(tiny.root / name)
        shutil.copytree(root / name, tiny.root / name)
    empty("figures")(tiny)
    assert [fault.file for fault in check(tiny.root).faults] == ["figures.csv"]


def test_what_a_period_is_about_may_lie_ahead_if_nothing_is_counted_over_it(tiny):
    tiny.set("figures", "soldiers-range", period_end="2024-12-31")  # a stock expected until then
    assert tiny.check().faults == ()


def test_two_wrong_cells_of_one_row_are_both_named(tiny):
    tiny.set("figures", "gain-to-27", best="many", period_end="soon")
    assert [(fault.line, fault.column) for fault in tiny.check().faults] == [(4, "best"), (4, "period_end")]


def test_lines_are_counted_right_after_a_cell_with_line_breaks(tiny):
    tiny.set("figures", "story-gain", note="Rounded\nfrom\n478.")
    tiny.set("figures", "gain-october", best="many")
    assert [(fault.line, fault.column) for fault in tiny.check().faults] == [(2, "note"), (7, "best")]


def test_a_wrong_cell_does_not_make_its_row_a_stranger_to_others(tiny):
    tiny.set("figures", "gain-to-27", best="many")  # superseded, restated and mentioned by other rows
    assert [fault.column for fault in tiny.check().faults] == ["best"]


def test_a_wrong_cell_of_a_document_is_not_blamed_on_those_who_quote_it(tiny):
    tiny.set("documents", "story", published_on="6.11.2024")
    assert [(fault.file, fault.column) for fault in tiny.check().faults] == [("documents.csv", "published_on")]


def test_a_wrong_cell_of_the_evidence_is_not_blamed_on_the_doubt(tiny):
    tiny.set("evidence", "vote-is-due-journal", says_en="")
    assert [(fault.file, fault.column) for fault in tiny.check().faults] == [("evidence.csv", "says_en")]


def test_faults_are_sorted_by_file_and_line(tiny):
    tiny.set("figures", "soldiers-range", unit="km2")
    tiny.set("figures", "gain-to-27", best="")
    tiny.set("actors", "koehler", role_en="")
    faults = tiny.check().faults
    assert list(faults) == sorted(faults)
    assert [fault.file for fault in faults] == ["actors.csv", "figures.csv", "figures.csv"]


def test_a_fault_reads_as_one_line_with_its_place_first(tiny):
    tiny.set("figures", "gain-to-27", best="1,5")
    assert [str(fault) for fault in tiny.check().faults] == [
        'data/figures.csv:4 best: "1,5" is not a number (digits, a decimal point, no grouping); a good value is 478'
    ]


def test_a_fault_of_no_file_reads_as_one_of_the_data():
    assert str(Fault("", 0, "", "the check itself failed")) == "data: the check itself failed"


def test_a_retelling_entered_twice_is_suspected_but_not_refused(tiny):
    tiny.copy("figures", "soldiers-range", id="soldiers-again", document_id="december-report")
    report = tiny.check()
    assert report.faults == ()
    assert [(one.file, one.line, one.column) for one in report.suspicions] == [("figures.csv", 8, "id")]
    assert '"soldiers-again" looks like "soldiers-range" again' in report.suspicions[0].message


def test_a_figure_that_says_what_it_restates_is_not_suspected(tiny):
    tiny.copy("figures", "soldiers-range", id="soldiers-again", restates="soldiers-range")
    assert tiny.check().suspicions == ()
