"""The contract of the tables: what a broken `datapackage.json` leads to, and how a column reads its cells."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboard.ledger.schema import READERS, Field, read_contract
from dashboard.ledger.tables import build

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
            lambda tiny: change(tiny, lambda content: content["resources"][0].update(path=["a.csv", "b.csv"])),
            id="a table in two files",
        ),
        pytest.param(lambda tiny: change(tiny, lambda content: content["resources"][0].pop("name")), id="no name"),
        pytest.param(
            lambda tiny: change(tiny, first_field(constraints={"minimum": "1"})), id="a minimum that is a text"
        ),
        pytest.param(
            lambda tiny: change(tiny, first_field(constraints={"maximum": "1"})), id="a maximum that is a text"
        ),
        pytest.param(lambda tiny: change(tiny, first_field(constraints={"enum": [1, 2]})), id="an enum of numbers"),
        pytest.param(
            lambda tiny: change(tiny, first_field(constraints={"pattern": "("})), id="a pattern does not close"
        ),
    ],
)
def test_however_the_contract_is_broken_the_check_reports_and_does_not_fall_over(tiny, edit):
    edit(tiny)
    assert "datapackage.json" in {fault.file for fault in tiny.check().faults}


def keys_as_lists(content):
    """Write every key as a list of one name, as Table Schema also allows."""
    for resource in content["resources"]:
        schema = resource["schema"]
        schema["primaryKey"] = [schema["primaryKey"]]
        for one in schema["foreignKeys"]:
            one["fields"] = [one["fields"]]
            one["reference"]["fields"] = [one["reference"]["fields"]]


def test_keys_written_as_lists_of_one_name_mean_the_same(tiny):
    before = read_contract(tiny.root / "data")
    change(tiny, keys_as_lists)
    assert read_contract(tiny.root / "data") == before
    assert tiny.check().faults == ()
    assert build(tiny.check()).find("figures", "gain-to-27")["best"] == 478


@pytest.mark.parametrize("own", ["", None])
def test_a_reference_to_no_other_table_is_one_to_the_own(tiny, own):
    before = read_contract(tiny.root / "data")

    def edit(content):
        for resource in content["resources"]:
            for one in resource["schema"]["foreignKeys"]:
                if one["reference"]["resource"] == resource["name"]:
                    one["reference"]["resource"] = own

    change(tiny, edit)
    assert read_contract(tiny.root / "data") == before


@pytest.mark.parametrize(
    ("schema", "saying"),
    [
        ({"primaryKey": "name_en"}, 'the primaryKey of actors is "name_en", but the board finds rows by "id"'),
        ({"primaryKey": ["name_en"]}, 'the primaryKey of actors is "name_en"'),
        ({"primaryKey": ["id", "kind"]}, 'the primaryKey of actors must be one field, not ["id", "kind"]'),
        ({"primaryKey": []}, "the primaryKey of actors must be one field, not []"),
        ({"primaryKey": None}, "the primaryKey of actors must be one field, not null"),
        (
            {"foreignKeys": [{"fields": ["org_id", "side"], "reference": {"resource": "actors", "fields": "id"}}]},
            'must be one field, not ["org_id", "side"]',
        ),
        (
            {"foreignKeys": [{"fields": "org", "reference": {"resource": "actors", "fields": "id"}}]},
            'actors has no field "org", but names it as a key',
        ),
        (
            {"foreignKeys": [{"fields": "org_id", "reference": {"resource": "actors", "fields": ["kind"]}}]},
            'actors refers with org_id to "kind" of actors; only "id" can be referred to',
        ),
        (
            {"foreignKeys": [{"fields": "org_id", "reference": {"resource": "bodies", "fields": "id"}}]},
            "describes no table bodies",
        ),
    ],
)
def test_a_key_the_board_cannot_ask_by_is_a_fault_that_says_so(tiny, schema, saying):
    change(tiny, lambda content: content["resources"][1]["schema"].update(schema))
    faults = tiny.check().faults
    assert [fault.file for fault in faults] == ["datapackage.json"]
    assert saying in faults[0].message


@pytest.mark.parametrize(
    "extra",
    [
        {"name": "photos", "path": ["one.jpg", "two.jpg"]},
        {"name": "sources", "path": "sources.csv", "schema": {"fields": [{"name": "id", "type": "geopoint"}]}},
    ],
    ids=["files", "a table"],
)
def test_what_else_lies_in_the_package_is_left_alone(tiny, extra):
    change(tiny, lambda content: content["resources"].append(extra))
    report = tiny.check()
    assert report.faults == ()
    ledger = build(report)
    assert extra["name"] not in ledger.contract.tables
    assert ledger.find("actors", "koehler")


def test_a_table_described_twice_is_a_fault(tiny):
    change(tiny, lambda content: content["resources"].append(content["resources"][1]))
    assert [fault.message for fault in tiny.check().faults] == ["describes the table actors twice"]


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
