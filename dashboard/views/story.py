"""The start page: the story's figures in large type, what others said by the day, and what to mind before printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing import claims as drawing
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.ledger import questions
from dashboard.ledger.spreads import spread
from dashboard.ledger.tables import Ledger
from dashboard.ledger.units import factor
from dashboard.views import links, rows, sentences
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, sources
from dashboard.views.marks import mended
from dashboard.views.request import Request
from dashboard.views.reservations import cautions

# Doubts first, the gravest on top; what held up comes last.
VERDICTS = ("contradicted", "mistranslated", "revised", "incomplete", "disputed", "confirmed")
SHARE = 0.56  # of the page's width the chart beside a statement takes


@dataclass(frozen=True)
class Statement:
    """One figure of the story: the card, and the chart of what others said."""

    card: str
    exhibit: Exhibit


@dataclass(frozen=True)
class StoryView:
    """Everything the start page shows; `known` is False on days before the story was published."""

    known: bool
    headline: str
    statements: tuple[Statement, ...]
    cautions: str
    sound: str
    sound_label: str


def story(ledger: Ledger, request: Request) -> StoryView:
    """Prepare the start page for a day."""
    words = request.words
    documents = ledger.documents
    known = documents[documents["id"].isin(ledger.stories) & (documents["published_on"] <= pd.Timestamp(request.day))]
    if known.empty:
        day = words.day(ledger.story_day)
        headline = render("unknown", words, title=words("story.not_yet_title"), text=words("story.not_yet", day=day))
        return StoryView(False, headline, (), "", "", "")
    document = ledger.find("documents", known.sort_values("published_on")["id"].iloc[-1])
    figures = questions.of_document(questions.known_by(ledger.figures, request.day), document["id"])
    large = [
        row
        for row in ledger.records("figures", figures.sort_values("quote_start"))
        if ledger.find("indicators", row["indicator_id"])["topic"] != "treaty"
    ]
    reservations = questions.of_document(questions.known_by(ledger.reservations, request.day), document["id"])
    doubts = reservations[reservations["verdict"] != "confirmed"]
    sound = reservations[reservations["verdict"] == "confirmed"]
    return StoryView(
        known=True,
        headline=_headline(ledger, document, large, request),
        statements=tuple(_statement(ledger, figure, doubts, request) for figure in large),
        cautions=render(
            "cautions",
            words,
            groups=_groups(ledger, doubts, request),
            title=words("story.cautions"),
            lead=words.count("story.cautions_lead", len(doubts), day=words.day(request.day)),
        ),
        sound=render("cautions", words, groups=_groups(ledger, sound, request), title="", lead=""),
        sound_label=words.count("story.sound", len(sound)),
    )


def _headline(ledger: Ledger, document: Mapping[str, Any], large: list[dict[str, Any]], request: Request) -> str:
    """Return the title, the story's figures at a glance, and what has been confirmed."""
    words = request.words
    tiles = [
        {
            "receipt": links.receipt(request, row["id"]),
            "amount": words.amount(row, with_unit=False),
            "unit": words.unit(row["unit"]),
            "indicator": words.pick(ledger.find("indicators", row["indicator_id"]), "label"),
            "claimant": rows.claimant_of(ledger, row, words),
            "attributed": row["claimant_inferred"] is True,
            "stated": words.short_day(row["stated_on"]),
            "status": row["status"],
            "superseded": _superseded(ledger, row, request),
            "mended": mended(ledger, request, "figures", row["id"]),
        }
        for row in large
    ]
    confirmed = questions.acknowledgements(ledger, ("russia", "north_korea"), request.day)
    days = {side: None if event is None else event["happened_on"].date() for side, event in confirmed.items()}
    return render(
        "headline",
        words,
        title=words.count("story.title", len(large)),
        tiles=tiles,
        story=words.pick(document, "title"),
        day=words.day(document["published_on"]),
        inferred=document["published_basis"] == "inferred",
        reason=words.pick(document, "published_reason"),
        silence=sentences.silence(days, words),
        calm=all(days.values()),
    )


def _statement(ledger: Ledger, figure: dict[str, Any], doubts: pd.DataFrame, request: Request) -> Statement:
    words = request.words
    since = figure["record_since"]
    card = render(
        "statement",
        words,
        id=figure["id"],
        receipt=links.receipt(request, figure["id"]),
        mended_at=mended(ledger, request, "figures", figure["id"]),
        indicator=words.pick(ledger.find("indicators", figure["indicator_id"]), "label"),
        amount=words.amount(figure, with_unit=False),
        unit=words.unit(figure["unit"]),
        as_written=figure["as_written"],
        language=ledger.find("documents", figure["document_id"])["language"],
        claimant=rows.claimant_of(ledger, figure, words),
        attributed=figure["claimant_inferred"] is True,
        role=words.pick(ledger.find("actors", figure["claimant_id"]), "role") if figure["claimant_id"] else "",
        stated=words.day(figure["stated_on"]),
        period=words.period(figure["period_start"].date(), figure["period_end"].date()),
        status=figure["status"],
        superseded=_superseded(ledger, figure, request),
        bound=figure["bound"],
        record="" if pd.isna(since) else words("story.record", month=words.month(since)),
        note=words.pick(figure, "note"),
        doubts=[
            {"title": words.pick(row, "title"), "verdict": row["verdict"]}
            for row in ledger.records("reservations", doubts[doubts["figure_id"] == figure["id"]])
        ],
    )
    return Statement(card, _others(ledger, figure, request))


def _superseded(ledger: Ledger, figure: dict[str, Any], request: Request) -> str:
    """Say since when the figure, or what it retells, is superseded and by what; empty while it stands."""
    newest = questions.replacement(ledger.figures, figure["id"], request.day)
    return rows.superseded_by(ledger, newest, request.words)


def _others(ledger: Ledger, figure: dict[str, Any], request: Request) -> Exhibit:
    """Draw what others said about the same thing by the day; older versions stay, faded."""
    words = request.words
    indicator = ledger.find("indicators", figure["indicator_id"])
    unit = indicator["unit"]
    known = questions.known_by(ledger.figures, request.day)
    known = known[~known["document_id"].isin(ledger.stories)]
    near = questions.near(known, figure).sort_values(["stated_on", "known_from", "id"])
    name = file_name(request, figure["id"])
    if near.empty:
        text = words("story.nobody_else", label=words.pick(indicator, "label"), day=words.day(request.day))
        return nothing_yet(request, name, text)
    latest = near[~near["id"].isin(questions.superseded(ledger.figures, request.day))]
    table = rows.claims(ledger, near, request, unit)
    said = sentences.comparable(ledger, latest)
    openness = sentences.openness(spread(questions.in_unit(said, unit)), words)
    label = words.pick(indicator, "label")
    caption = Caption(
        language=request.language,
        title=words("story.title_others", label=label, spread=sentences.claims(ledger, said, words, unit)),
        subtitle=words("story.others", label=label, day=words.day(request.day)),
        note=" ".join(part for part in (openness, words("chart.marks")) if part),
        source=sources(ledger, near, request),
    )
    ratio = factor(figure["unit"], unit)
    picture = drawing.claims(
        table,
        caption,
        request.look,
        name=name,
        alt=alt(caption, table, words),
        share=SHARE,
        reference={one: figure[one] * ratio for one in ("low", "best", "high")}
        | {"bound": figure["bound"], "opens": links.mark(figure["id"])},
        reference_label=words("story.reference", said=words.amount(figure)),
    )
    return exhibit(ledger, picture, near, request)


def _groups(ledger: Ledger, reservations: pd.DataFrame, request: Request) -> list[dict[str, Any]]:
    """Return reservations by verdict, the gravest first."""
    items = cautions(ledger, ledger.records("reservations", reservations.sort_values("quote_start")), request)
    grouped = ({"verdict": one, "items": [item for item in items if item["verdict"] == one]} for one in VERDICTS)
    return [group for group in grouped if group["items"]]
