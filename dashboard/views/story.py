"""The start page: the story's figures in large type, what others said by the day, and what to mind before printing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing import claims as drawing
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import rows, sentences
from dashboard.views.request import Request
from dashboard.views.rows import Exhibit

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
    stories = documents[(documents["kind"] == "story") & (documents["published_on"] <= pd.Timestamp(request.day))]
    if stories.empty:
        day = words.day(ledger.story_day)
        headline = render("unknown", words, title=words("story.not_yet_title"), text=words("story.not_yet", day=day))
        return StoryView(False, headline, (), "", "", "")
    document = stories.sort_values("published_on").iloc[-1]
    figures = questions.of_document(questions.known_by(ledger.figures, request.day), document["id"])
    topics = ledger.indicators.set_index("id")["topic"]
    large = figures[figures["indicator_id"].map(topics) != "treaty"].sort_values("quote_start")
    reservations = questions.of_document(questions.known_by(ledger.reservations, request.day), document["id"])
    doubts = reservations[reservations["verdict"] != "confirmed"]
    sound = reservations[reservations["verdict"] == "confirmed"]
    return StoryView(
        known=True,
        headline=_headline(ledger, document, large, request),
        statements=tuple(_statement(ledger, figure, doubts, request) for _, figure in large.iterrows()),
        cautions=render("cautions", words, groups=_groups(ledger, doubts, request), title=words("story.cautions"), lead=words.count("story.cautions_lead", len(doubts), day=words.day(request.day))),
        sound=render("cautions", words, groups=_groups(ledger, sound, request), title="", lead=""),
        sound_label=words.count("story.sound", len(sound)),
    )


def _headline(ledger: Ledger, document: pd.Series, large: pd.DataFrame, request: Request) -> str:
    """Return the title, the story's figures at a glance, and what has been confirmed."""
    words = request.words
    actors = ledger.actors.set_index("id")
    labels = ledger.indicators.set_index("id")
    tiles = [
        {
            "id": row["id"],
            "amount": words.amount(row, with_unit=False),
            "unit": words.unit(row["unit"]),
            "indicator": words.pick(labels.loc[row["indicator_id"]], "label"),
            "claimant": words.pick(actors.loc[row["claimant_id"]], "name") if row["claimant_id"] else words("claim.unnamed"),
            "stated": words.short_day(row["stated_on"]),
            "status": row["status"],
        }
        for row in large.to_dict("records")
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
        reason=words.pick({"reason_en": document["published_reason"], "reason_de": document["published_reason_de"]}, "reason"),
        silence=sentences.silence(days, words),
        calm=all(days.values()),
    )


def _statement(ledger: Ledger, figure: pd.Series, doubts: pd.DataFrame, request: Request) -> Statement:
    words = request.words
    indicator = ledger.indicators.set_index("id").loc[figure["indicator_id"]]
    actors = ledger.actors.set_index("id")
    claimant = actors.loc[figure["claimant_id"]] if figure["claimant_id"] else None
    document = ledger.documents.set_index("id").loc[figure["document_id"]]
    mine = doubts[doubts["figure_id"] == figure["id"]]
    card = render(
        "statement",
        words,
        id=figure["id"],
        indicator=words.pick(indicator, "label"),
        amount=words.amount(figure, with_unit=False),
        unit=words.unit(figure["unit"]),
        as_written=figure["as_written"],
        language=document["language"],
        claimant=words.pick(claimant, "name") if claimant is not None else words("claim.unnamed"),
        role=words.pick(claimant, "role") if claimant is not None else "",
        stated=words.day(figure["stated_on"]),
        period=words.period(figure["period_start"].date(), figure["period_end"].date()),
        status=figure["status"],
        bound=figure["bound"],
        record=words("story.record", month=words.month(figure["record_since"])) if not pd.isna(figure["record_since"]) else "",
        note=words.pick({"note_en": figure["note"], "note_de": figure["note_de"]}, "note"),
        doubts=[{"title": words.pick(row, "title"), "verdict": row["verdict"]} for row in mine.to_dict("records")],
    )
    return Statement(card, _others(ledger, figure, indicator, request))


def _others(ledger: Ledger, figure: pd.Series, indicator: pd.Series, request: Request) -> Exhibit:
    """Draw what others said about the same thing by the day; older versions stay, faded."""
    words, look = request.words, request.look
    known = questions.known_by(ledger.figures, request.day)
    known = known[~known["document_id"].isin(ledger.documents.loc[ledger.documents["kind"] == "story", "id"])]
    near = questions.near(known, figure).sort_values(["stated_on", "known_from", "id"])
    name = f"lagebild-{figure['id']}-{request.day}-{request.language}"
    said = words.amount(figure)
    if near.empty:
        return Exhibit(None, render("empty", words, text=words("story.nobody_else", day=words.day(request.day))), "", name)
    latest = near[~near["id"].isin(questions.superseded_by(ledger.figures, request.day).index)]
    found = questions.spread(questions.in_unit(latest, indicator["unit"]))
    table = rows.claims(ledger, near, request, indicator["unit"])
    label = words.pick(indicator, "label")
    caption = Caption(
        language=request.language,
        title=sentences.claims(latest, words, indicator["unit"]),
        subtitle=words("story.others", label=label, day=words.day(request.day)),
        note=" ".join(part for part in (sentences.openness(found, words), words("chart.marks")) if part),
        source=rows.sources(ledger, near, request),
    )
    picture = drawing.claims(
        table,
        caption,
        look,
        name=name,
        alt=alt(caption, table, words),
        share=SHARE,
        reference=figure.to_dict() | _converted(figure, indicator["unit"]),
        reference_label=words("story.reference", said=said),
    )
    listed, csv = rows.records(ledger, near, request)
    return Exhibit(picture, render("rows", words, rows=listed), csv, name)


def _converted(figure: pd.Series, unit: str) -> dict[str, Any]:
    one = questions.in_unit(figure.to_frame().T, unit).iloc[0]
    return {end: one[end] for end in ("low", "best", "high")}


def alt(caption: Caption, table: pd.DataFrame, words: Any) -> str:
    """Return a chart's text for those who cannot see it: the takeaway, then every row."""
    listed = "; ".join(f"{label}: {said}" for label, said in zip(table["label"], table["said"], strict=True))
    return words("chart.alt", title=caption.title, subtitle=caption.subtitle, rows=listed)


def _groups(ledger: Ledger, reservations: pd.DataFrame, request: Request) -> list[dict[str, Any]]:
    """Return reservations by verdict, the gravest first, each with its evidence known by the day."""
    words = request.words
    documents = ledger.documents.set_index("id")
    evidence = questions.known_by(ledger.evidence, request.day)
    groups = []
    for verdict in VERDICTS:
        chosen = reservations[reservations["verdict"] == verdict].sort_values("quote_start")
        items = []
        for row in chosen.to_dict("records"):
            backing = evidence[evidence["reservation_id"] == row["id"]].sort_values("known_from")
            items.append(
                {
                    "id": row["id"],
                    "title": words.pick(row, "title"),
                    "text": words.pick(row, "text"),
                    "passage": row["as_written"],
                    "language": documents.loc[row["document_id"], "language"],
                    "known": words.day(row["known_from"]),
                    "evidence": [
                        {
                            "says": words.pick(one, "says"),
                            "page": rows.source_of(documents.loc[one["document_id"]], words),
                            "link": documents.loc[one["document_id"], "url"],
                            "day": words.short_day(one["known_from"]),
                        }
                        for one in backing.to_dict("records")
                    ],
                }
            )
        if items:
            groups.append({"verdict": verdict, "items": items})
    return groups
