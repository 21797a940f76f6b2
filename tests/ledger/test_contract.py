"""The contract of the tables: what a broken `datapackage.json` leads to, and how a column reads its cells."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboard.ledger.schema import READERS, Field, read_contract

BOTH = {"en": "", "de": ""}


def change(package, edit):
    """Rewrite the contract of a package after `edit` has changed its content."""
    path = package.root / "data" / "datapackage.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def drop(key):
    """Return an edit that takes a property out of the second table's schema."""
    return lambda content: content["resources"][1]["schema"].pop(key)


def first_field(**properties):
    """Return an edit that overwrites properties of the first field of the first table."""
    return lambda content: content["resources"][0]["schema"]["fields"][0].update(properties)


def test_a_contract_that_is_no_json_is_one_fault_with_its_line(tiny):
    tiny.edit(
        "data/datapackage.json", lambda content: content.replace(b'"name": "lagebild",', b'"name": "lagebild"', 1)
    )
    report = tiny.check()
    assert report.tables is None
    assert len(report.faults) == 1
    assert report.faults[0].file == "datapackage.json"
    assert "datapackage.json:4" in str(report.faults[0])
    assert "is not JSON (Expecting ',' delimiter)" in report.faults[0].message


def test_a_missing_contract_is_one_fault_with_the_way_out(tiny):
    (tiny.root / "data" / "datapackage.json").unlink()
    faults = tiny.check().faults
    assert [fault.file for fault in faults] == ["datapackage.json"]
    assert "No such file or directory" in faults[0].message
    assert "restore it from the repository" in faults[0].message


def test_a_fault_of_the_contract_names_the_file_once(tiny):
    (tiny.root / "data" / "datapackage.json").unlink()
    assert str(tiny.check().faults[0]).count("datapackage.json") == 1


@pytest.mark.parametrize("missing", ["fields", "primaryKey", "foreignKeys"])
def test_a_table_without_a_part_of_its_schema_is_a_fault(tiny, missing):
    change(tiny, drop(missing))
    faults = tiny.check().faults
    assert [fault.file for fault in faults] == ["datapackage.json"]
    assert missing in faults[0].message


@pytest.mark.parametrize("missing", ["title_de", "description", "example", "badExample"])
def test_a_field_without_words_for_the_codebook_is_a_fault(tiny, missing):
    change(tiny, lambda content: content["resources"][0]["schema"]["fields"][0].pop(missing))
    faults = tiny.check().faults
    assert [fault.file for fault in faults] == ["datapackage.json"]
    assert missing in faults[0].message


def test_an_unknown_type_is_a_fault(tiny):
    change(tiny, first_field(type="geopoint"))
    faults = tiny.check().faults
    assert [fault.file for fault in faults] == ["datapackage.json"]
    assert "a known type for id" in faults[0].message


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda tiny: tiny.edit("data/datapackage.json", lambda _: b"\xff\xfe{}"), id="not UTF-8"),
        pytest.param(lambda tiny: change(tiny, lambda content: content["resources"].pop(1)), id="a table is missing"),
        pytest.param(
            lambda tiny: change(tiny, lambda content: content.update(resources=["actors"])), id="tables are names"
        ),
        pytest.param(
            lambda tiny: change(tiny, lambda content: content["resources"][0]["schema"].update(fields=["id"])),
            id="fields are names",
        ),
        pytest.param(
            lambda tiny: change(tiny, first_field(constraints={"pattern": "("})), id="a pattern does not close"
        ),
    ],
)
def test_however_the_contract_is_broken_the_check_reports_and_does_not_fall_over(tiny, edit):
    edit(tiny)
    assert "datapackage.json" in {fault.file for fault in tiny.check().faults}


def test_the_contract_knows_its_tables_columns_and_keys(tiny):
    figures = read_contract(tiny.root / "data")["figures"]
    assert figures.path == "figures.csv"
    assert figures.key == "id"
    assert figures.names[:2] == ("id", "indicator_id")
    assert {(one.field, one.table) for one in figures.references} >= {("supersedes", "figures"), ("place_id", "places")}
    assert figures.field("bound").enum[-1] == "vague"
    with pytest.raises(KeyError, match="figures has no column colour"):
        figures.field("colour")


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("string", "0", "0"),
        ("number", "-1.5", -1.5),
        ("number", "8000", 8000.0),
        ("integer", "162", 162),
        ("boolean", "false", False),
        ("boolean", "true", True),
        ("date", "2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_cell_is_read_by_the_type_of_its_column(type_, text, value):
    read = Field("column", type_, BOTH, BOTH, "", "").read(text)
    assert (type(read), read) == (type(value), value)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        *(("number", text) for text in ("1,5", "1e3", "+1", "inf", ".5", "1.", "1_000", "8 000", "٣")),
        *(("integer", text) for text in ("1.0", "1_0", "0x1", "٣")),
        *(("boolean", text) for text in ("True", "1", "yes")),
        *(("date", text) for text in ("20241106", "2024-W45-3", "2024-2-9", "2023-02-29", "٢٠٢٤-١١-٠٦")),
    ],
)
def test_what_only_looks_like_a_value_is_refused_with_a_good_example(type_, text):
    with pytest.raises(ValueError, match="a good value is GOOD"):
        Field("column", type_, BOTH, BOTH, "GOOD", "").read(text)


def test_every_type_the_contract_uses_can_be_read(root):
    contract = read_contract(root / "data")
    assert {field.type for table in contract.tables.values() for field in table.fields} <= set(READERS)
