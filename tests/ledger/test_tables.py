"""Typed tables: the rows of the files, and from which day each could be known."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.ledger.tables import build
from dashboard.ledger.units import convertible, factor


def known_from(table):
    """Return the day each row of a table could be known, by id."""
    return {row.id: row.known_from.date() for row in table.itertuples()}


def test_a_row_is_known_from_the_day_its_document_was_published(tiny):
    ledger = build(tiny.check())
    assert known_from(ledger.figures)["gain-to-27"] == date(2024, 10, 28)
    assert known_from(ledger.figures)["story-soldiers"] == date(2024, 11, 6)  # stated on the 5th
    assert known_from(ledger.events)["council-vote"] == date(2024, 11, 30)  # happened on the 6th
    assert known_from(ledger.appearances)["gain-again"] == date(2024, 11, 30)
    assert known_from(ledger.holders)["south-december"] == date(2024, 12, 2)


def test_a_reservation_is_known_from_its_earliest_evidence(tiny):
    tiny.copy("evidence", "gain-revised-december", id="gain-revised-november", document_id="council-report")
    assert known_from(build(tiny.check()).reservations) == {
        "gain-revised": date(2024, 11, 30),
        "vote-is-due": date(2024, 11, 30),
    }


def test_no_doubt_and_no_evidence_is_known_before_the_story_it_is_about(tiny):
    tiny.copy("evidence", "gain-revised-december", id="gain-revised-october", document_id="october-report")
    ledger = build(tiny.check())
    assert known_from(ledger.evidence) == {
        "gain-revised-december": date(2024, 12, 2),
        "gain-revised-october": date(2024, 11, 6),  # published on 28 October, nine days before the story
        "vote-is-due-journal": date(2024, 11, 30),
    }
    assert known_from(ledger.reservations)["gain-revised"] == date(2024, 11, 6)


def test_no_row_of_the_real_data_points_to_a_document_published_after_the_row_is_known(ledger):
    published = ledger.documents.set_index("id")["published_on"]
    tables = [name for name in ledger.contract.tables if "known_from" in ledger.table(name)]
    assert set(tables) == {"figures", "events", "appearances", "holders", "reservations", "evidence"}
    early = []
    for name in tables:
        references = ledger.contract[name].references
        for row in ledger.table(name).to_dict("records"):
            for reference in references:
                target = ledger.find(reference.table, row[reference.field]) if row[reference.field] else {}
                document = target.get("id") if reference.table == "documents" else target.get("document_id")
                if document and not published[document] <= row["known_from"]:
                    early.append(f"{name} {row['id']}: {reference.field} leads to {document}")
    assert early == []


def test_gaps_stay_gaps_and_values_have_the_type_of_their_column(tiny):
    figures = build(tiny.check()).figures.set_index("id")
    assert pd.isna(figures.loc["story-gain", "low"])
    assert figures.loc["story-gain", "best"] == 500
    assert pd.isna(figures.loc["gain-to-27", "quote_start"])
    assert figures.loc["story-gain", "quote_start"] == 162
    assert figures.loc["gain-to-27", "note"] == ""
    assert figures.loc["story-gain", "record_since"] == pd.Timestamp("2022-03-01")
    assert pd.isna(figures.loc["gain-to-27", "record_since"])
    assert build(tiny.check()).holders.set_index("id")["inferred"].to_dict() == {
        "south-october": False,
        "south-december": True,
    }


def test_columns_stand_as_in_the_contract_with_known_from_at_the_end(tiny):
    ledger = build(tiny.check())
    for name, schema in ledger.contract.tables.items():
        columns = list(ledger.table(name).columns)
        assert columns[: len(schema.names)] == list(schema.names)
        assert columns[len(schema.names) :] in ([], ["known_from"])


def test_a_record_can_be_found_by_its_key(tiny):
    ledger = build(tiny.check())
    assert ledger.find("actors", "koehler")["name_de"] == "Ministerin Köhler"
    assert [row["id"] for row in ledger.records("figures", ledger.figures.iloc[[2, 0]])] == ["gain-to-27", "story-gain"]
    with pytest.raises(KeyError):
        ledger.find("actors", "nobody")


def test_a_ledger_knows_its_days_and_stories(tiny):
    ledger = build(tiny.check())
    assert (ledger.first_day, ledger.story_day, ledger.last_day) == (
        date(2024, 10, 28),
        date(2024, 11, 6),
        date(2024, 12, 2),
    )
    assert ledger.stories == {"story"}


def test_no_ledger_is_made_of_tables_with_faults(tiny):
    tiny.set("figures", "gain-to-27", best="many")
    with pytest.raises(ValueError, match="1 faults"):
        build(tiny.check())


def test_no_ledger_is_made_without_a_contract(tiny):
    (tiny.root / "data" / "datapackage.json").unlink()
    with pytest.raises(ValueError, match="sound tables only"):
        build(tiny.check())


def test_a_square_mile_is_the_square_of_the_international_mile():
    assert factor("mi2", "km2") == pytest.approx(2.589988110336, abs=1e-12)
    assert factor("km2", "km2") == 1
    assert convertible("person", "person")
    assert not convertible("km2", "mi2")
    with pytest.raises(ValueError, match="shell cannot be converted to missile"):
        factor("shell", "missile")
