"""Citations: two checked by hand, one for every figure, and texts that would break a careless format."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.drawing.bibliography import TEX, Reference, address, bibtex, csl_json, plain
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import build
from dashboard.views import citations
from dashboard.views.request import Request

STORY, DECEMBER, LATEST = date(2024, 11, 6), date(2024, 12, 5), date(2026, 3, 31)
SIGNS = ("{", "}", "\\", "}}", '"', "'", "%", "&", "_", "#", "$", "~", "^", "@misc{x,", "\\end{document}", "</script>")
ODD = ("\n", "\r", "\t", "\0", "\u200f", "\u202e", "\u2066", "\N{NO-BREAK SPACE}", "ü", "11.000", "„“", "كورسك", "🚁")
PIECES = st.sampled_from((*SIGNS, *ODD))
HOSTILE = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join))
# What of csl-data.json 1.0.2 (citation-style-language/schema) the citations use.
TEXTS = {"title", "container-title", "URL", "language", "note"}
KINDS = {"dataset", "webpage", "article"}


def parsed(text):
    """Read BibTeX as BibTeX does, braces counted whatever stands before them: entries by key, fields by name."""
    entries = {}
    place = 0
    while (place := text.find("@", place)) >= 0:
        start = re.compile(r"@misc\{([^\s,{}]+),\n").match(text, place)
        assert start, text[place : place + 40]
        fields, place = {}, start.end()
        while not text.startswith("}", place):
            name = re.compile(r"  (\w+) = ").match(text, place)
            assert name, text[place : place + 40]
            place = name.end()
            if text[place] == "{":
                end, depth = place, 0
                while True:
                    depth += {"{": 1, "}": -1}.get(text[end], 0)
                    end += 1
                    if not depth:
                        break
                fields[name[1]] = text[place + 1 : end - 1]
            else:
                end = text.index(",", place)
                fields[name[1]] = text[place:end]
                assert fields[name[1]].isalpha()
            assert text.startswith(",\n", end)
            place = end + 2
        place += 1
        assert text.startswith("\n", place)
        assert start[1] not in entries
        entries[start[1]] = fields
    return entries


def untex(text):
    """Return what a BibTeX field says, its outer braces off."""
    inner = re.fullmatch(r"\{(.*)\}", text)
    text = inner[1] if inner else text
    signs = {code: chr(sign) for sign, code in TEX.items()}
    return re.sub("|".join(re.escape(code) for code in signs), lambda found: signs[found[0]], text)


def sound(items):
    """See that items are CSL data as their schema asks."""
    for item in items:
        assert set(item) <= {"id", "type", "author", "issued"} | TEXTS
        assert item["id"] and item["title"]
        assert item["type"] in KINDS
        assert all(isinstance(item[name], str) and item[name] for name in TEXTS & set(item))
        assert all(set(name) == {"literal"} and name["literal"] for name in item.get("author", []))
        if "issued" in item:
            ((year, *rest),) = item["issued"]["date-parts"]
            date(year, *[*rest, 1, 1][:2])
    assert len({item["id"] for item in items}) == len(items)


# --- two by hand -----------------------------------------------------------------------------------------------------


def test_the_storys_11000_is_cited_with_its_speaker_its_page_and_the_story(ledger):
    found = citations.figure(ledger, Request(STORY, "de"), "story-nk-kursk-11000")
    assert found.sentence_de == (
        "Wolodymyr Selenskyj, 4. November 2024, nach der Meldung vom 6. November 2024 (Tag erschlossen): 11.000 "
        "(Nordkoreanische Soldaten in Kursk); gibt wieder: Wolodymyr Selenskyj, 4. November 2024, nach LIGA.net, "
        "4. November 2024: 11.000 (Nordkoreanische Soldaten in Kursk); Stand 6. November 2024; "
        "Lagebild, Zeilen story-nk-kursk-11000, zelensky-nk-kursk-2024-11-04."
    )
    assert found.sentence_en == (
        "Volodymyr Zelensky, 4 November 2024, according to the story of 6 November 2024 (day inferred): 11,000 "
        "(North Korean soldiers in Kursk); restates: Volodymyr Zelensky, 4 November 2024, according to LIGA.net, "
        "4 November 2024: 11,000 (North Korean soldiers in Kursk); as of 6 November 2024; "
        "Lagebild, rows story-nk-kursk-11000, zelensky-nk-kursk-2024-11-04."
    )
    assert found.bibtex == (
        f"""@misc{{lagebild-story-nk-kursk-11000-2024-11-06,
  author = {{{{Lagebild}}}},
  title = {{{{11.000 (Nordkoreanische Soldaten in Kursk)}}}},
  language = {{de}},
  note = {{{found.sentence_de}}},
}}

@misc{{story-2024-11-06,
  title = {{{{Agenturmeldung zur Vertragsabstimmung und den nordkoreanischen Soldaten}}}},
  year = {{2024}},
  month = nov,
  language = {{de}},
  note = {{Veröffentlicht: 6. November 2024 (Tag erschlossen). Wortlaut: „11.000 nordkoreanische Soldaten“.}},
}}

@misc{{liga-net-2024-11-04-2,
  author = {{{{LIGA.net}}}},
  title = {{{{[Seite ohne erfassten Titel: „11,000 of them“]}}}},
  howpublished = {{LIGA.net}},
  year = {{2024}},
  month = nov,
  url = {{https://news.liga.net/en/politics/news/zelenskyy-11-000-north-korean-troops-now-in-russias-kursk-region}},
  language = {{en}},
  note = {{Veröffentlicht: 4. November 2024. Wortlaut: „11,000 of them“.}},
}}
"""
    )


def test_octobers_610_is_cited_with_its_page_and_month(ledger):
    found = citations.figure(ledger, Request(DECEMBER, "en"), "afp-net-gain-2024-10")
    assert found.sentence_de == (
        "AFP-Auswertung von ISW-Daten, 2. Dezember 2024, nach The Moscow Times (AFP), 2. Dezember 2024: 610 km² "
        "(Russischer Nettogewinn in der Ukraine, Oktober 2024); Stand 5. Dezember 2024; "
        "Lagebild, Zeile afp-net-gain-2024-10."
    )
    assert found.sentence_en == (
        "AFP analysis of ISW data, 2 December 2024, according to The Moscow Times (AFP), 2 December 2024: 610 km² "
        "(Net Russian gain in Ukraine, October 2024); as of 5 December 2024; Lagebild, row afp-net-gain-2024-10."
    )
    assert json.loads(found.csl_json) == [
        {
            "id": "lagebild-afp-net-gain-2024-10-2024-12-05",
            "type": "dataset",
            "title": "610 km² (Net Russian gain in Ukraine, October 2024)",
            "author": [{"literal": "Lagebild"}],
            "language": "en",
            "note": found.sentence_en,
        },
        {
            "id": "moscow-times-2024-12-02",
            "type": "webpage",
            "title": "[Page, title not recorded: “610 square kilometers”]",
            "author": [{"literal": "AFP"}],
            "issued": {"date-parts": [[2024, 12, 2]]},
            "container-title": "The Moscow Times",
            "URL": "https://www.themoscowtimes.com/2024/12/02/"
            "russias-november-advance-in-ukraine-largest-since-march-2022-afp-analysis-a87202",
            "language": "en",
            "note": "Published: 2 December 2024. In the words: “610 square kilometers”.",
        },
    ]


# --- what a citation must not hide -----------------------------------------------------------------------------------


def test_what_the_story_rounded_is_cited_with_the_number_it_came_from_and_as_our_attribution(ledger):
    said = citations.figure(ledger, Request(DECEMBER, "de"), "story-net-gain-500").sentence_de
    assert said.startswith("AFP-Auswertung von ISW-Daten (von uns zugeordnet), 6. November 2024, nach der Meldung")
    assert "fast 500 km² (Russischer Nettogewinn in der Ukraine, Oktober 2024); gibt wieder: AFP-Auswertung" in said
    assert "478 km² (Russischer Nettogewinn in der Ukraine, 1. bis 27. Oktober 2024)" in said
    assert "; ersetzt durch 610 km², Zeile afp-net-gain-2024-10" in said


def test_two_who_say_the_same_number_are_each_cited_with_their_own_day_and_page(ledger):
    said = citations.figure(ledger, Request(DECEMBER, "de"), "story-kursk-area-several-hundred").sentence_de
    story, _, original = said.partition("; gibt wieder: ")
    assert story.startswith("Wolodymyr Selenskyj, 4. November 2024, nach der Meldung")
    assert original.startswith("AFP, 6. November 2024, nach French in Normandy (AFP)")
    assert "Selenskyj" not in original


def test_a_replaced_figure_says_by_what_once_that_is_known(ledger):
    old = "afp-net-gain-2024-10-to-27"
    assert "replaced" not in citations.figure(ledger, Request(STORY, "en"), old).sentence_en
    said = citations.figure(ledger, Request(DECEMBER, "en"), old).sentence_en
    assert "; replaced by 610 km², row afp-net-gain-2024-10; as of 5 December 2024" in said


def test_a_figure_nobody_put_a_name_to_says_so_and_who_passes_one_on_is_named(ledger):
    assert citations.figure(ledger, Request(STORY, "de"), "story-treaty-parties").sentence_de.startswith(
        "ohne Urheber,"
    )
    said = citations.figure(ledger, Request(STORY, "en"), "nis-nk-planned-12000-2024-10-18").sentence_en
    assert said.startswith("NIS, 18 October 2024, passed on by Yonhap, according to The Nation (AFP), 19 October 2024:")


def test_a_page_of_a_month_has_no_day(tiny):
    tiny.set("figures", "gain-to-27", document_id="council-report", stated_on="2024-10-28")
    tiny.set("figures", "story-gain", restates="")
    tiny.set("appearances", "gain-again", document_id="december-report")
    (*_, page) = json.loads(
        citations.figure(build(tiny.check()), Request(date(2024, 12, 5), "en"), "gain-to-27").csl_json
    )
    assert page["issued"] == {"date-parts": [[2024, 11]]}
    assert "Published: November 2024." in page["note"]


def test_what_nobody_could_know_on_the_day_is_not_cited(ledger):
    with pytest.raises(ValueError, match="known from 2024-12-02"):
        citations.figure(ledger, Request(STORY, "de"), "afp-net-gain-2024-10")
    with pytest.raises(ValueError, match="as of 2024-11-06"):
        citations.chart(ledger, Request(STORY, "de"), "Titel", ledger.figures)
    with pytest.raises(ValueError, match="some figures"):
        citations.chart(ledger, Request(STORY, "de"), "Titel", ledger.figures.iloc[:0])
    with pytest.raises(KeyError):
        citations.figure(ledger, Request(STORY, "de"), "no-such-figure")


# --- all of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_figure_yields_a_citation_with_its_row_its_day_its_amount_and_its_speaker(ledger, language):
    day, keys = LATEST, set()
    for row in ledger.records("figures", ledger.figures):
        found = citations.figure(ledger, Request(day, language), row["id"])
        for said, words in ((found.sentence_de, Words("de")), (found.sentence_en, Words("en"))):
            assert re.search(rf"\b{row['id']}[,.]", said)
            assert words.day(day) in said
            assert plain(words.amount(row)) in said
            assert words.day(row["stated_on"]) in said or row["restates"]
            if row["claimant_id"]:
                assert said.startswith(words.pick(ledger.find("actors", row["claimant_id"]), "name"))
        entries, items = parsed(found.bibtex), json.loads(found.csl_json)
        sound(items)
        assert list(entries) == [item["id"] for item in items]
        assert row["document_id"] in entries
        url = ledger.find("documents", row["document_id"])["url"]
        assert entries[row["document_id"]].get("url", "") == address(url)
        board = next(iter(entries.values()))
        assert untex(board["note"]) == (found.sentence_de if language == "de" else found.sentence_en)
        keys.add(items[0]["id"])
    assert len(keys) == len(ledger.figures)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_chart_is_cited_with_all_its_rows_and_each_page_once(ledger, language):
    known = questions.known_by(ledger.figures, STORY)
    for indicator, figures in known.groupby("indicator_id"):
        found = citations.chart(ledger, Request(STORY, language), f"Title of {indicator}", figures)
        board, *pages = json.loads(found.csl_json)
        sound([board, *pages])
        assert [page["id"] for page in pages] == list(dict.fromkeys(figures["document_id"]))
        assert all(re.search(rf"\b{key}[,.]", board["note"]) for key in figures["id"])
        assert board["title"] == f"Title of {indicator}"
        assert "Stand 6. November 2024" in found.sentence_de
        assert "as of 6 november 2024" in found.sentence_en.casefold()
        assert list(parsed(found.bibtex)) == [board["id"], *(page["id"] for page in pages)]


def test_the_key_of_a_chart_follows_its_rows_and_its_day_not_its_title_or_their_order(ledger):
    known = questions.known_by(ledger.figures, STORY)

    def key(figures, day=STORY, title="A", language="de"):
        return json.loads(citations.chart(ledger, Request(day, language), title, figures).csl_json)[0]["id"]

    assert key(known) == key(known.iloc[::-1], title="B", language="en")
    assert len({key(known), key(known.iloc[1:]), key(known, DECEMBER)}) == 3


# --- texts that hold anything ----------------------------------------------------------------------------------------


@given(title=HOSTILE, author=HOSTILE, container=HOSTILE, url=HOSTILE, note=HOSTILE)
def test_whatever_a_text_holds_the_entry_can_be_read_and_says_it(title, author, container, url, note):
    one = Reference("key-1", "webpage", title, author, container, STORY, url=url, note=note)
    other = Reference("key-2", "dataset", "Next")
    text = bibtex([one, other])
    assert text.count("{") == text.count("}")
    entries = parsed(text)
    assert list(entries) == ["key-1", "key-2"]
    for name, said in (("title", title), ("author", author), ("howpublished", container), ("note", note)):
        assert untex(entries["key-1"].get(name, "")) == plain(said)
    assert re.fullmatch(r"[!-~]*", entries["key-1"].get("url", ""))
    for line in (entries["key-1"].get(name, "") for name in ("title", "author", "howpublished", "note")):
        assert not re.search(r"(?<!\\)[%&_#$]", line)


@given(title=HOSTILE, author=HOSTILE, container=HOSTILE, url=HOSTILE, note=HOSTILE)
def test_whatever_a_text_holds_the_json_is_valid_and_says_it_on_one_line(title, author, container, url, note):
    one = Reference("key-1", "webpage", title, author, container, STORY, url=url, note=note)
    (item,) = json.loads(csl_json([one]))
    assert item["title"] == plain(title)
    assert item.get("note", "") == plain(note)
    assert item["issued"] == {"date-parts": [[2024, 11, 6]]}
    for text in (item["title"], item.get("note", "")):
        assert not re.search("[\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


@given(text=HOSTILE)
def test_a_text_made_plain_stays_so(text):
    assert plain(plain(text)) == plain(text)
    plain(text).encode()


@pytest.mark.parametrize("hostile", ['}, evil = {1}, x = "\\', "100% {of} $x_1$ & #~^\\", "\u202eevil\u200f\u2066"])
def test_a_hostile_document_yields_readable_citations(tiny, hostile):
    tiny.set("documents", "october-report", publisher=hostile, agency=hostile)
    tiny.set("figures", "gain-to-27", as_written=hostile)
    tiny.set("actors", "mapper", name_en=hostile, name_de=hostile)
    ledger = build(tiny.check())
    request = Request(date(2024, 12, 31), "en")
    found = citations.figure(ledger, request, "gain-to-27")
    entries = parsed(found.bibtex)
    assert list(entries) == ["lagebild-gain-to-27-2024-12-31", "october-report"]
    assert untex(entries["october-report"]["howpublished"]) == plain(hostile)
    sound(json.loads(found.csl_json))
    everything = citations.chart(ledger, request, hostile, ledger.figures)
    assert len(parsed(everything.bibtex)) == 1 + ledger.figures["document_id"].nunique()
