"""The reader against annotated stories: the story on the table, those it was made with, those it never saw."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dashboard.bench.reader import MEASURES, SETS, STORIES, bench, total
from dashboard.bench.scoring import Score, score
from dashboard.bench.stories import StoryError, stories, story
from dashboard.reading.reader import as_json, read
from dashboard.reading.vocabulary import LANGUAGES

ROOT = Path(__file__).parents[2]


@cache
def measured(name: str) -> Score:
    """Return the score of a set of stories in all languages."""
    whole = Score()
    for language in LANGUAGES:
        whole.add(total(stories(ROOT / STORIES / language / name)))
    return whole


@cache
def seed() -> Score:
    """Return the score of the story on the table."""
    (one,) = stories(ROOT / STORIES / "seed")
    return score(one, as_json(read(one.text, one.published), one.id))


def test_the_annotated_story_is_the_one_received():
    (one,) = stories(ROOT / STORIES / "seed")
    assert one.text == next((ROOT / "seeds").glob("000_*.txt")).read_bytes().decode("utf-8")


def test_the_story_gives_all_its_figures_dates_and_speakers():
    figures, dates, sources = seed().figures, seed().dates, seed().sources
    assert (figures.gold, figures.hit, figures.wrong) == (5, 5, 0)
    assert figures.right["all"] == 5
    assert (dates.gold, dates.hit, dates.wrong) == (14, 14, 0)
    assert dates.right["value"] == 14
    assert (sources.gold, sources.named, sources.right) == (2, 2, 2)


GOALS = [measure for measure in MEASURES if measure.goal is not None]


# What the reader never saw is to show how it does elsewhere: held to no more than that nothing falls far, lest somebody
# work on it until it passes. `read --bench` says whether the goals are met there.
UNSEEN_MARGIN = 0.03


@pytest.mark.parametrize("measure", GOALS, ids=lambda one: one.name)
@pytest.mark.parametrize(("name", "margin"), [("development", 0), ("unseen", UNSEEN_MARGIN)])
def test_the_goals_are_met(name, margin, measure):
    assert measure.value(measured(name)) >= measure.goal - margin


@pytest.mark.parametrize("measure", GOALS, ids=lambda one: one.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_goals_are_met_in_every_language_the_reader_is_made_with(language, measure):
    assert measure.value(total(stories(ROOT / STORIES / language / "development"))) >= measure.goal


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_third_of_twenty_and_more_stories_per_language_was_kept_apart(language):
    counts = [len(list((ROOT / STORIES / language / name).glob("*.txt"))) for name in SETS]
    assert sum(counts) >= 20
    assert counts[1] * 3 >= sum(counts)


def test_every_annotated_figure_has_words_of_its_own():
    for path in (ROOT / STORIES).rglob("*.txt"):
        one = story(path.read_text(encoding="utf-8"), path.name)
        ends = 0
        for figure in one.figures:
            assert ends <= figure.start <= figure.core[0] < figure.core[1] <= figure.end
            ends = figure.end


def test_the_measures_are_printed_for_both_sets_apart(capsys, monkeypatch):
    monkeypatch.setattr("dashboard.bench.reader.speeds", lambda found, usual: [])
    assert bench(ROOT) == 0
    said = capsys.readouterr().out
    assert said.index("development:") < said.index("unseen:")
    assert said.count("figures found  ") == 2


def test_without_stories_nothing_is_measured(tmp_path, capsys):
    assert bench(tmp_path) == 2
    assert "no annotated stories" in capsys.readouterr().err


PLAIN = "id: a\nlanguage: de\npublished: 2024-11-06\n\n"


def test_an_annotation_is_read_from_the_text():
    one = story(PLAIN + "Im ⟦⟪Mai⟫|@2024-05-01..2024-05-31⟧ kamen ⟦fast ⟪5⟫ Kilo|5 kg count ~< +⟧, ⟦F-16|-⟧.", "a")
    assert one.text == "Im Mai kamen fast 5 Kilo, F-16."
    (figure,) = one.figures
    assert one.text[figure.start : figure.end] == "fast 5 Kilo"
    assert one.text[slice(*figure.core)] == "5"
    assert (figure.qualifier, figure.increment, figure.unit) == ("~<", True, "kg")
    assert one.dates[0].intervals == (("2024-05-01", "2024-05-31"),)
    assert one.ignored == ((26, 30),)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("⟦5|5 kg weight⟧", "weight"),
        ("⟦5|5 kg count ~<<⟧", "~<<"),
        ("⟦5|five kg count⟧", "five"),
        ("⟦5 Kilo", "bracket"),
        ("⟦Mai|@2024-05-31..2024-05-01⟧", "ends before"),
        ("⟦bald|@?⟧", "minor"),
        ("⟦5|5 kg count by:Niemand⟧", "Niemand"),
    ],
)
def test_an_annotation_without_meaning_is_refused_with_its_place(body, said):
    with pytest.raises(StoryError, match=f"a.txt.*{said}"):
        story(PLAIN + body, "a.txt")


GOLD = PLAIN + "⟦am ⟪Montag⟫|@2024-11-04⟧ kamen ⟦fast ⟪500⟫ Soldaten|500 person troops ~< by:Kiew⟧ laut Kiew, ⟦F-16|-⟧."


def answer(**changes: object) -> dict[str, list[dict]]:
    """Return a perfect answer to `GOLD`, its figure changed."""
    row = {"start": 16, "end": 33, "surface": "fast 500 Soldaten", "value_low": 500, "value_high": 500}
    row |= {"unit": "person", "qualifier": "~<", "kind": "troops", "claimant": "Kiew"}
    return {
        "quantities": [row | changes],
        "dates": [
            {"start": 3, "end": 9, "surface": "Montag", "iso_start": "2024-11-04", "iso_end": "2024-11-04", "mod": None}
        ],
    }


def test_a_perfect_answer_scores_one():
    made = score(story(GOLD, "a"), answer())
    assert [measure.value(made) for measure in MEASURES] == pytest.approx([1.0] * len(MEASURES))
    assert made.notes == []


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"value_low": 501, "value_high": 501}, "value"),
        ({"unit": "soldier"}, "unit"),
        ({"qualifier": None}, "qualifier"),
        ({"kind": "count"}, "kind"),
    ],
)
def test_what_is_wrong_is_counted_and_named(changes, wrong):
    made = score(story(GOLD, "a"), answer(**changes))
    assert made.figures.right[wrong] == 0
    assert made.figures.right["all"] == (wrong == "kind")
    assert any(note.startswith(f"a: {wrong} of") for note in made.notes)


def test_a_wrong_claimant_lowers_precision_and_a_missing_one_does_not():
    wrong, missing = score(story(GOLD, "a"), answer(claimant="Moskau")), score(story(GOLD, "a"), answer(claimant=""))
    assert (wrong.sources.named, wrong.sources.right) == (1, 0)
    assert (missing.sources.named, missing.sources.gold) == (0, 1)


@pytest.mark.parametrize(
    ("read_name", "gold_name", "same"),
    [
        ("Der ukrainische Präsident Wolodymyr Melnyk", "Wolodymyr Melnyk", True),
        ("Melnyk", "Wolodymyr Melnyk", True),
        ("Kiew", "Kiew", True),
        ("UN", "UN", True),
        ("Ilse Maas", "Ilse Maas, Analystin", True),
        ("l'ONU", "ONU", True),
        ("Ukraine", "Luftwaffe der Ukraine", False),
        ("Ärzte", "Ärzte ohne Grenzen", False),
        ("der", "Luftwaffe der Ukraine", False),
        ("le général", "le général Doubenko", False),
    ],
)
def test_a_claimant_is_the_same_by_its_whole_name_or_the_surname(read_name, gold_name, same):
    text = GOLD.replace("by:Kiew", f"by:{gold_name}").replace("laut Kiew", f"laut {gold_name}")
    made = score(story(text, "a"), answer(claimant=read_name))
    assert made.sources.right == same


def test_the_claimant_of_a_missed_figure_is_missed():
    made = score(story(GOLD, "a"), {"quantities": [], "dates": []})
    assert (made.sources.gold, made.sources.named) == (1, 0)


def test_readings_on_labels_do_not_count_and_others_are_wrong():
    one = story(GOLD, "a")
    label = {"start": one.ignored[0][0], "end": one.ignored[0][1], "surface": "F-16"}
    stray = {"start": 10, "end": 15, "surface": "kamen"}
    read_too_much = answer()
    read_too_much["quantities"] += [label, stray]
    made = score(one, read_too_much)
    assert (made.figures.hit, made.figures.wrong) == (1, 1)


def test_any_true_interval_counts_for_a_vague_figure():
    one = story(PLAIN + "⟦⟪Hunderte⟫ Soldaten|200..900 person troops vague⟧", "a")
    row = {
        "start": 0,
        "end": 17,
        "surface": "Hunderte Soldaten",
        "unit": "person",
        "qualifier": "vague",
        "kind": "troops",
    }
    for low, high, right in ((100, 1000, 1), (200, 900, 1), (200, None, 1), (50, 900, 0), (200, 5000, 0)):
        made = score(one, {"quantities": [row | {"value_low": low, "value_high": high}], "dates": []})
        assert made.figures.right["value"] == right
