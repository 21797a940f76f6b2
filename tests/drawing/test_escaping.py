"""Text from documents and tables is hostile until shown as text: in templates, in charts, and on every page."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pandas as pd
import pytest

from dashboard.drawing.claims import claims
from dashboard.drawing.markup import TEMPLATES, render, stylesheet
from dashboard.drawing.moments import lanes, over_time
from dashboard.drawing.months import monthly_bars
from dashboard.drawing.panels import month_panels
from dashboard.drawing.picture import Caption
from dashboard.drawing.revisions import dumbbells
from dashboard.drawing.style import Look
from dashboard.drawing.wording import Words
from dashboard.views import tables
from dashboard.views.request import Request

HOSTILE = '<script>alert(1)</script> & <b>bold</b> <img src=x onerror="alert(2)">'
LIVE = re.compile(r"<script|<img|<b>bold", re.IGNORECASE)
LATEST = date(2026, 3, 31)
CAPTION = Caption(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
DAY = pd.Timestamp("2024-11-06")


def texts(node):
    """Yield every text in a chart's specification."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts(value)


def is_safe(text):
    """Whether nothing of the hostile text has come alive; words that a wrapped line splits count as well."""
    return not LIVE.search(text) and "& " not in text


@pytest.fixture(scope="module")
def hostile(ledger):
    """Return the real data with hostile words for every text that people write; ids and values stay as they are."""
    written = re.compile(
        r"(title|name|role|label|description|text|says)_(en|de)|note(_de)?|as_written|publisher|agency"
    )
    changed = {}
    for name in ledger.contract.tables:
        table = ledger.table(name)
        columns = [
            column for column in filter(written.fullmatch, table.columns) if name != "documents" or "_" not in column
        ]
        changed[name] = table.assign(
            **{column: table[column].where(table[column] == "", HOSTILE) for column in columns}
        )
    return dataclasses.replace(ledger, **changed)


@pytest.fixture(scope="module", params=[(date(2024, 11, 6), "desk"), (LATEST, "phone")], ids=str)
def views(request, hostile, everything):
    """Return every view of the hostile data on a day and a screen."""
    day, screen = request.param
    return everything(hostile, Request(day, "en", "light", screen))


def test_no_page_lets_text_from_the_tables_come_alive(views):
    assert any("&lt;script&gt;" in text for view in views for text in view.texts)
    for view in views:
        for text in view.texts:
            if text.startswith("<div"):  # the others, such as file names and alt texts, are set as plain text
                assert is_safe(text), f"{view.name}: {text[:200]}"


def test_no_chart_lets_text_from_the_tables_come_alive(views):
    specs = [(view.name, text) for view in views for picture in view.pictures for text in texts(picture.chart.spec())]
    assert any("&lt;script&gt;" in text for _, text in specs)
    assert [f"{name}: {text[:120]}" for name, text in specs if not is_safe(text)] == []


def test_the_codebook_lets_no_text_come_alive(ledger):
    table = ledger.contract["figures"]
    field = dataclasses.replace(table.fields[0], description={"en": HOSTILE, "de": HOSTILE}, example=HOSTILE)
    figures = dataclasses.replace(table, fields=(field, *table.fields[1:]))
    contract = dataclasses.replace(ledger.contract, tables={**ledger.contract.tables, "figures": figures})
    view = tables.table(dataclasses.replace(ledger, contract=contract), Request(LATEST, "en"), "figures", "")
    assert "&lt;script&gt;" in view.codebook
    assert is_safe(view.codebook)


def test_the_data_page_lets_no_text_come_alive(hostile):
    for name in hostile.contract.tables:
        view = tables.table(hostile, Request(LATEST, "de"), name, "")
        for markup in (view.head, view.rows, view.codebook):
            assert is_safe(markup), name
    assert "&lt;script&gt;" in tables.table(hostile, Request(LATEST, "de"), "figures", "").rows


def claim(**more):
    """Return a claim for the charts whose every text is hostile."""
    text = dict.fromkeys(("label", "said", "heading"), HOSTILE)
    return {
        "low": 1,
        "best": 1,
        "high": 1,
        "bound": "exact",
        "side": "media",
        "solid": True,
        "faded": False,
        "opens": "?figure=x",
        **text,
        **more,
    }


def month(**more):
    """Return a month for the bars whose every text is hostile but the hovers, which come as markup."""
    texts_ = {
        "label": HOSTILE,
        "said": HOSTILE,
        "first_number": "",
        "first_said": "",
        "stated_short": HOSTILE,
        "stated_said": "",
        **dict.fromkeys(("hover", "opens", "first_opens", "stated_opens"), ""),
    }
    marks = {"whole": True, "soft": False, "story": True, "gap": False, "value": 5.0, "first": 4.0, "stated": 3.0}
    return {**texts_, **marks, **more}


CHARTS = {
    "claims": lambda look: claims(
        pd.DataFrame([claim(hover="", on=DAY)]),
        CAPTION,
        look,
        name="x",
        alt="x",
        reference={"low": 1, "best": 1, "high": 1, "bound": "exact", "opens": ""},
        reference_label=HOSTILE,
    ),
    "dumbbells": lambda look: dumbbells(
        pd.DataFrame([claim(hover="", same=True, opens="")] * 2), CAPTION, look, name="x", alt="x"
    ),
    "over time": lambda look: over_time(
        pd.DataFrame([claim(hover="", on=DAY), claim(hover="", on=DAY + pd.Timedelta(days=200), label="<b>bold</b>")]),
        CAPTION,
        look,
        name="x",
        alt="x",
    ),
    "lanes": lambda look: lanes(
        pd.DataFrame([{"lane": HOSTILE, "on": DAY, "solid": True, "hover": ""}]),
        CAPTION,
        look,
        name="x",
        alt="x",
        story_day=date(2024, 11, 6),
        story_label=HOSTILE,
    ),
    "monthly bars": lambda look: monthly_bars(pd.DataFrame([month()]), CAPTION, look, name="x", alt="x"),
    "panels": lambda look: month_panels(
        pd.DataFrame(
            [
                {"series": HOSTILE, "index": 0, "value": 5, "said": HOSTILE, "side": "media", "solid": True}
                | {"hover": "", "opens": "", "first": 4, "first_said": "", "first_opens": ""}
            ]
        ),
        CAPTION,
        look,
        name="x",
        alt="x",
        months=[HOSTILE],
    ),
}


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("screen", ["phone", "desk", "wall"])
def test_a_chart_escapes_every_text_it_is_given(chart, screen):
    found = list(texts(CHARTS[chart](Look("light", screen)).chart.spec()))
    assert any("&lt;" in text for text in found)
    assert [text[:120] for text in found if not is_safe(text)] == []


def test_every_template_escapes_by_itself():
    for template in TEMPLATES.glob("*.html"):
        source = template.read_text(encoding="utf-8")
        assert "|safe" not in source.replace(" ", ""), template.name
        assert "autoescape" not in source, template.name
        assert "<script" not in source, template.name


def test_what_a_template_is_not_given_is_an_error_and_no_gap():
    with pytest.raises(Exception, match="'lead' is undefined"):
        render("title", Words("en"), title="Story")


def test_markup_says_its_language_to_screen_readers():
    assert render("empty", Words("de"), text="Nichts").startswith('<div class="lb" lang="de">')
    assert render("empty", Words("en"), text="Nothing").startswith('<div class="lb" lang="en">')


def test_the_stylesheet_closes_itself_and_has_a_variable_for_every_role():
    css = stylesheet()
    assert css.startswith("<style>")
    assert css.endswith("</style>")
    assert css.count("<") == 2
    assert "--north-korea: light-dark(#8E2C6B, #E07BBE);" in css


def test_the_stylesheet_uses_only_variables_that_a_role_gives():
    css = stylesheet()
    assert set(re.findall(r"var\((--[a-z-]+)\)", css)) <= set(re.findall(r"^  (--[a-z-]+):", css, re.MULTILINE))
