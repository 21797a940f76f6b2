"""A document's page: the text as received with every row in place, hostile or not; or what came from a page."""

import hashlib
import html
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from dashboard.drawing.wording import LANGUAGES
from dashboard.ledger.tables import build
from dashboard.views.document import LAYERS, choices, document
from dashboard.views.request import Request

STORY = "story-2024-11-06"
# The one tag each of our own templates may bring; anything else came from the document.
OURS = {"div", "section", "p", "span", "a", "sup", "q", "details", "summary", "ul", "li"}


class Lines(HTMLParser):
    """Collects the text of each line of a document, without the numbers of its notes, and every tag there is."""

    def __init__(self):
        super().__init__()
        self.lines, self.tags, self.inside, self.number = [], set(), False, False

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        classes = dict(attrs).get("class") or ""
        if tag == "p" and "lb-text" in classes:
            self.inside = True
            self.lines.append("")
        if tag == "sup":
            self.number = True

    def handle_endtag(self, tag):
        if tag == "p":
            self.inside = False
        if tag == "sup":
            self.number = False

    def handle_data(self, data):
        if self.inside and not self.number:
            self.lines[-1] += data


def read(markup):
    """Return the parsed lines of a document's page."""
    lines = Lines()
    lines.feed(markup)
    return lines


@pytest.mark.parametrize("layers", [LAYERS, (), ("figure",), ("date", "reservation")])
def test_the_story_reads_as_received_whatever_is_marked(ledger, layers):
    view = document(ledger, Request(ledger.last_day), STORY, layers, "")
    assert read(view.body).lines == ledger.texts[STORY].split("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_date_speaker_and_doubt_of_the_story_has_its_place(ledger, language):
    body = document(ledger, Request(ledger.last_day, language), STORY, LAYERS, "").body
    placed = re.findall(r'id="at-([a-z0-9-]+)"', body)
    rows = [
        row["id"]
        for name in ("figures", "appearances", "reservations")
        for row in ledger.records(name, ledger.table(name))
        if row["document_id"] == STORY
    ]
    assert sorted(placed) == sorted(rows)


def test_a_figure_in_the_text_and_in_the_margin_opens_its_receipt(ledger):
    body = html.unescape(document(ledger, Request(date(2024, 11, 6)), STORY, LAYERS, "").body)
    assert body.count("figure=story-net-gain-500") == 2
    link = 'href="?as_of=2024-11-06&lang=de&figure=story-net-gain-500"'
    assert re.search(rf'class="lb-go [^"]*lb-is-figure [^"]*lb-as-estimated[^"]*" {re.escape(link)}', body)


def test_the_row_asked_for_is_lit_and_its_note_is_open(ledger):
    request = Request(ledger.last_day)
    figure = document(ledger, request, STORY, LAYERS, "story-net-gain-500").body
    assert len(re.findall(r"lb-here", figure)) == 1
    doubt = document(ledger, request, STORY, LAYERS, "icbm-was-short-range").body
    assert re.search(r'<details class="lb-doubt lb-here" open>', doubt)
    assert "lb-here" not in document(ledger, request, STORY, LAYERS, "").body


def test_the_row_asked_for_is_marked_whatever_else_is_not(ledger):
    body = document(ledger, Request(ledger.last_day), STORY, (), "story-net-gain-500").body
    assert re.search(r"lb-here[^>]*>fast 500 Quadratkilometer<", body)
    assert len(re.findall(r'id="at-', body)) == 1


def test_a_note_carries_verdict_evidence_and_links(ledger):
    body = document(ledger, Request(ledger.last_day, "de"), STORY, LAYERS, "two-states-mistranslated").body
    note = re.search(r"<details[^>]* open>(.*?)</details>", body, re.DOTALL)[1]
    assert "falsch übersetzt" in note
    assert re.search(r'<a href="https://[^"]+" target="_blank" rel="noopener noreferrer">', note)


def test_a_date_says_the_day_of_its_event_and_words_about_a_figure_only_whose_they_are(ledger):
    seen = re.sub(r"<[^>]+>", "", document(ledger, Request(date(2024, 11, 6), "en"), STORY, LAYERS, "").body)
    assert "am Montagabend 4 November 2024" in seen
    assert "seit März 2022 belongs to ‘almost 500\xa0km²’" in seen
    assert "seit März 2022 October 2024" not in seen


def test_before_it_was_published_a_document_is_not_shown_but_the_way_to_its_day_is(ledger):
    view = document(ledger, Request(date(2024, 11, 5)), STORY, LAYERS, "")
    assert "Oberhaus" not in view.body
    assert "as_of=2024-11-06" in view.body
    assert not view.marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_lists_what_the_board_took_from_it_and_leads_to_it(ledger, language):
    request = Request(ledger.last_day, language)
    for row in ledger.records("documents", ledger.documents):
        if row["id"] in ledger.texts:
            continue
        view = document(ledger, request, row["id"], LAYERS, "")
        assert f'href="{html.escape(row["url"])}"' in view.head
        taken = sum(
            (ledger.table(name)["document_id"] == row["id"]).sum()
            for name in ("figures", "events", "holders", "appearances", "evidence")
        )
        assert len(re.findall(r"<li>|<tr><td", view.body)) == taken > 0, row["id"]


def test_documents_are_offered_stories_first_then_the_newest_and_none_from_the_future(ledger):
    offered = list(choices(ledger, Request(date(2024, 11, 6)), ""))
    assert offered[0] == STORY
    days = [ledger.find("documents", one)["published_on"] for one in offered]
    assert max(days) <= days[0]
    assert days[1:] == sorted(days[1:], reverse=True)
    assert len(set(choices(ledger, Request(ledger.last_day), "").values())) == len(ledger.documents)


def test_before_the_first_document_none_is_offered_and_one_asked_for_is_kept(ledger):
    assert list(choices(ledger, Request(date(2022, 1, 1)), "")) == [""]
    assert list(choices(ledger, Request(date(2022, 1, 1)), STORY)) == [STORY]


HOSTILE = {
    "a script": "<script>alert('500')</script>",
    "markup": '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">500</a><!-- -->',
    "Markdown": "# *500* [link](javascript:alert(1)) $x^2$ :material/home: `code`",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &nbsp;",
    "templates": "{{ 7*7 }} {% raw %} ${x}",
    "right to left": "\u202eevil\u202c \u2067x\u2069 \u200fشمال\u200f",
    "emoji": "🚁👨\u200d👩\u200d👧\U0001f1fa\U0001f1e6",
    "combining signs": "Zahl e\u0301\u0323 Z\u0337\u0310",
    "controls": "NUL\x00 bell\x07 escape\x1b delete\x7f",
    "odd spaces": "a\u00a0b\u2028c\u2029d\ufeffe\tf",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_document_is_shown_as_text_and_breaks_no_offset(tiny, kind):
    """The evil text stands before everything and right behind the figure's words, so that all offsets move."""
    evil, behind = HOSTILE[kind], 187
    old = (tiny.root / "seeds" / "tiny.txt").read_text(encoding="utf-8")
    text = f"{evil}\n{old[:behind]}{evil}{old[behind:]}"
    tiny.edit("seeds/tiny.txt", lambda _: text.encode())
    tiny.set("documents", "story", sha256=hashlib.sha256(text.encode()).hexdigest())
    for table in ("figures", "appearances", "reservations"):
        header, *rows = tiny.rows(table)
        for row in rows:
            cells = dict(zip(header, row, strict=True))
            for column in ("quote_start", "quote_end", "record_start", "record_end"):
                if cells.get(column):
                    moved = len(evil) + 1 + (len(evil) if int(cells[column]) > behind else 0)
                    tiny.set(table, cells["id"], **{column: str(int(cells[column]) + moved)})
    report = tiny.check()
    assert report.faults == ()
    body = document(build(report), Request(date(2025, 1, 1), "en"), "story", LAYERS, "").body
    parsed = read(body)
    named = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
    assert parsed.lines == [named.sub(lambda one: f"U+{ord(one[0]):04X}", line) for line in text.split("\n")]
    assert parsed.tags <= OURS
    assert re.search(r'<a class="lb-go lb-is-figure[^>]*>([^<]*)<', body)[1] == "mehreren hundert Soldaten"
    assert ">fast 500 Quadratkilometer<" in body
