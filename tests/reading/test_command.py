"""`python -m dashboard read`: what it prints, and what it says of files it cannot read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dashboard import __main__ as command_line

ROOT = Path(__file__).parents[2]
SEED = next((ROOT / "seeds").glob("000_*.txt"))


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    """Run the command and return its code and what it printed to both streams."""
    code = command_line.main(["read", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_json_has_the_fields_and_offsets_of_the_annotation_rules(capsys):
    code, out, err = run(capsys, str(SEED), "--published", "2024-11-06", "--json")
    answer = json.loads(out)
    text = SEED.read_bytes().decode("utf-8")
    assert (code, err) == (0, "")
    assert list(answer) == ["id", "language", "published", "quantities", "dates", "attributions", "statuses"]
    assert (answer["id"], answer["language"], answer["published"]) == (SEED.stem, "de", "2024-11-06")
    area = next(row for row in answer["quantities"] if row["unit"] == "km2" and row["qualifier"] == "~<")
    assert text[area["start"] : area["end"]] == area["surface"] == "fast 500 Quadratkilometer"
    assert (area["value_low"], area["value_high"], area["kind"]) == (500, 500, "area")
    october = next(row for row in answer["dates"] if row["surface"] == "Im Oktober")
    assert (october["iso_start"], october["iso_end"], october["timex"]) == ("2024-10-01", "2024-10-31", "2024-10")
    speaker = next(row for row in answer["attributions"] if "Selenskyj" in (row["source"] or ""))
    assert text[speaker["content_start"] : speaker["content_end"]] == speaker["content"]
    assert "neither_confirmed_nor_denied" in [row["status"] for row in answer["statuses"]]


def test_for_people_the_text_is_printed_with_tables_of_figures_and_dates(capsys):
    code, out, _ = run(capsys, str(SEED), "--published", "2024-11-06")
    assert code == 0
    assert "fast 500 Quadratkilometer" in " ".join(out.split())
    assert "nearly 500 km2" in " ".join(out.split())
    assert "5 figures" in out
    assert "14 dates" in out


def test_without_a_day_of_publication_nothing_is_guessed(capsys):
    code, out, err = run(capsys, str(SEED))
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert SEED.name in err
    assert "--published" in err


def test_bad_files_get_a_line_each_and_the_others_are_read(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"body_text": ', encoding="utf-8")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    good = tmp_path / "good.txt"
    good.write_text("Die Armee hat am Montag nach eigenen Angaben 500 Soldaten verloren.", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("empty.txt", "missing.txt", "bad.json", "old.doc")]
    code, out, err = run(capsys, *files, str(good), "--published", "2024-11-06", "--json")
    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["good"]
    lines = err.splitlines()
    assert len(lines) == 4
    for line, name in zip(lines, ("empty.txt", "missing.txt", "bad.json", "old.doc"), strict=True):
        assert line.startswith("read: ")
        assert f"{name}: " in line


def test_a_language_that_the_words_contradict_is_kept_and_warned_of(tmp_path, capsys):
    story = tmp_path / "story.txt"
    story.write_text(
        "Nach Angaben der Regierung wurden am Montag in der Region fast 300 Soldaten und 40 Zivilisten verletzt."
    )
    code, out, err = run(capsys, str(story), "--published", "2024-11-06", "--language", "fr", "--json")
    assert (code, json.loads(out)["language"]) == (0, "fr")
    assert err == f"read: {story}: read as French, but it looks like German; if it is, say --language de\n"
    assert run(capsys, str(story), "--published", "2024-11-06", "--language", "de", "--json")[2] == ""


def test_a_wire_item_brings_its_own_day_and_language_and_its_text_is_printed_with_it(tmp_path, capsys):
    item = tmp_path / "item.json"
    item.write_text(
        json.dumps(
            {
                "uri": "urn:x-test:1",
                "type": "text",
                "language": "fr-FR",
                "versioncreated": "2024-11-06T08:00:00+01:00",
                "headline": "Koursk",
                "body_text": "Environ 11 000 soldats ont été déployés lundi.",
            }
        ),
        encoding="utf-8",
    )
    code, out, _ = run(capsys, str(item), "--json")
    answer = json.loads(out)
    assert code == 0
    assert (answer["language"], answer["published"]) == ("fr", "2024-11-06")
    (row,) = answer["quantities"]
    assert answer["text"][row["start"] : row["end"]] == row["surface"] == "Environ 11 000 soldats"
    assert answer["dates"][0]["iso_start"] == "2024-11-04"


def test_candidates_are_rows_in_the_columns_of_the_board(capsys):
    code, out, _ = run(capsys, str(SEED), "--published", "2024-11-06", "--candidates")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert len(rows) == 5
    columns = (ROOT / "data/figures.csv").read_text(encoding="utf-8").split("\n")[0].split(",")
    shared = ("claimant_id", "place_id", "as_written", "low", "best", "high", "bound", "unit", "status", "quote_start")
    assert set(shared) <= set(columns) & set(rows[0])


def test_control_characters_of_a_text_do_not_reach_the_terminal(tmp_path, capsys):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Die Armee hat \x1b[2J 500 Soldaten \x07 verloren, und das ist nicht alles.", encoding="utf-8")
    code, out, _ = run(capsys, str(hostile), "--published", "2024-11-06", "--language", "de")
    assert code == 0
    assert "\x1b[2J" not in out
    assert "\x07" not in out
    assert "500 Soldaten" in out


def test_markup_in_a_text_is_shown_and_not_followed(tmp_path, capsys):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text("Die Armee hat [red]500 Soldaten[/red] und [link=x]mehr[/link] verloren.", encoding="utf-8")
    _, out, _ = run(capsys, str(hostile), "--published", "2024-11-06", "--language", "de")
    assert "[red]500 Soldaten[/red]" in out


@pytest.mark.parametrize("day", ["6.11.2024", "2024-13-01", "gestern"])
def test_a_day_that_is_none_is_refused_with_the_form_it_needs(day, capsys):
    with pytest.raises(SystemExit) as left:
        command_line.main(["read", str(SEED), "--published", day])
    assert left.value.code == 2
    assert "2024-11-06" in capsys.readouterr().err


def test_no_file_is_a_mistake_that_says_what_is_missing(capsys):
    code, _, err = run(capsys)
    assert code == 2
    assert "name at least one file" in err


def test_the_heading_of_candidates_does_not_depend_on_the_first_file(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out, _ = run(
        capsys, str(tmp_path / "empty.txt"), str(SEED), str(SEED), "--published", "2024-11-06", "--candidates"
    )
    assert code == 1
    assert out.startswith("file,indicator_id,")
    assert out.count("file,indicator_id,") == 1
    assert len(list(csv.DictReader(io.StringIO(out)))) == 10


def test_the_measures_take_no_files(capsys):
    code, _, err = run(capsys, str(SEED), "--bench")
    assert code == 2
    assert "takes no files" in err
