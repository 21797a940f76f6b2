"""Marks in a text: offsets are code points, whatever the text holds, and the text is never changed."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ledger.passages import Mark, marks_in, paragraphs, pieces, sentence

STORY = "story-2024-11-06"
# What breaks offsets counted in bytes or UTF-16 units, and what a browser would swallow or act on.
SIGNS = st.sampled_from(
    [*"abc .\n\r&<>„“", "é", "e\u0301", "🚁", "👨\u200d👩\u200d👧", "\u202e", "\u200f", "\x00", "<script>", "&amp;"]
)
TEXTS = st.lists(SIGNS, min_size=1, max_size=60).map("".join)


@st.composite
def marked(draw):
    """Return a text and marks inside it, which may touch, overlap, hold each other or be the same words."""
    text = draw(TEXTS)
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    return text, [
        Mark(start, draw(st.integers(start + 1, len(text))), "figure", f"f{number}")
        for number, start in enumerate(starts)
    ]


@given(marked())
def test_the_pieces_of_a_text_joined_are_the_text(case):
    text, marks = case
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(marked())
def test_the_pieces_under_a_mark_joined_are_its_words(case):
    text, marks = case
    for mark in marks:
        assert "".join(one.text for one in pieces(text, marks) if mark in one.marks) == text[mark.start : mark.end]


@given(marked())
def test_every_mark_begins_once_and_where_it_starts(case):
    text, marks = case
    begun = [(one, piece.start) for piece in pieces(text, marks) for one in piece.begins]
    assert sorted(begun) == sorted((one, one.start) for one in marks)


@given(marked())
def test_line_by_line_a_text_keeps_every_sign_but_its_line_ends(case):
    text, marks = case
    lines = ["".join(piece.text for piece in line) for line in paragraphs(text, marks)]
    assert lines == re.split(r"\r\n|\n|\r", text)


@given(marked())
def test_line_by_line_every_piece_stands_at_its_offset_under_its_marks(case):
    text, marks = case
    for piece in (piece for line in paragraphs(text, marks) for piece in line):
        end = piece.start + len(piece.text)
        assert text[piece.start : end] == piece.text
        assert (
            set(piece.marks) == {one for one in marks if one.start <= piece.start and end <= one.end} or not piece.text
        )


@given(marked())
def test_no_mark_begins_twice_even_over_several_lines(case):
    text, marks = case
    begun = [one for line in paragraphs(text, marks) for piece in line for one in piece.begins]
    assert len(begun) == len(set(begun))
    seen = {one for one in marks if text[one.start : one.end].strip("\r\n")}
    assert seen <= set(begun)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (3, 2), (2, 6)])
def test_a_mark_outside_its_text_is_refused_by_name(start, end):
    with pytest.raises(ValueError, match="lost stands at"):
        pieces("short", [Mark(start, end, "figure", "lost")])


@given(marked())
def test_a_sentence_holds_its_words_and_stays_on_their_line(case):
    text, marks = case
    for mark in marks:
        first, last = sentence(text, mark.start, mark.end)
        assert 0 <= first <= mark.start < mark.end <= last <= len(text)
        inside = text[mark.start : mark.end]
        if not set(inside) & {"\n", "\r"}:
            assert not set(text[first:last]) & {"\n", "\r"}


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Eins. Zwei Worte hier. Drei.", "Worte", "Zwei Worte hier."),
        ("Er kam am 31. Oktober mit 8.000 Mann. Dann nicht.", "8.000", "Er kam am 31. Oktober mit 8.000 Mann."),
        ("„Nein.“ Danach schwieg er 3 Tage!", "3 Tage", "Danach schwieg er 3 Tage!"),
        ("Sagte sie: „Fast 500 kamen.“ Mehr nicht.", "500", "Sagte sie: „Fast 500 kamen.“"),
        ("ohne Punkt 5", "5", "ohne Punkt 5"),
    ],
)
def test_a_sentence_ends_where_readers_see_it_end(text, words, wanted):
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    assert text[first:last] == wanted


def test_every_mark_of_the_story_stands_on_the_words_of_its_row(ledger):
    text = ledger.texts[STORY]
    marks = marks_in(ledger, STORY, ledger.last_day)
    tables = {"figure": "figures", "reservation": "reservations", "date": "appearances", "speaker": "appearances"}
    assert {one.kind for one in marks} == set(tables)
    for one in marks:
        assert text[one.start : one.end] == ledger.find(tables[one.kind], one.id)["as_written"]


def test_on_the_day_of_the_story_no_later_doubt_is_marked(ledger):
    then = {one.id for one in marks_in(ledger, STORY, date(2024, 11, 6)) if one.kind == "reservation"}
    now = {one.id for one in marks_in(ledger, STORY, ledger.last_day) if one.kind == "reservation"}
    assert "net-gain-revised-610" in now - then
    assert then < now


def test_a_page_that_is_not_kept_has_no_marks(ledger):
    assert marks_in(ledger, "moscow-times-2024-12-02", ledger.last_day) == []
