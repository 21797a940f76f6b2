"""Troops: soldiers by scope and claimant, casualties, Russian troops in Kursk, and arms; every claim a row of its own."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.claims import claims
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import rows, sentences
from dashboard.views.request import Request
from dashboard.views.rows import Exhibit
from dashboard.views.story import alt
from dashboard.views.territory import nothing_yet

SCOPES = ("kursk", "russia", "elsewhere", "expected")
# Indicators of North Korean soldiers by scope: shown under headings, never added or joined.
BY_SCOPE = {
    "kursk": ("nk-troops-kursk",),
    "russia": ("nk-troops-russia", "nk-troops-sent", "nk-troops-additional"),
    "elsewhere": ("nk-troops-elsewhere", "nk-construction-troops"),
    "expected": ("nk-troops-expected",),
}
CASUALTIES = ("nk-casualties", "nk-casualties-month", "nk-killed", "nk-wounded", "nk-repatriated-wounded")
RUSSIAN = ("russian-troops-kursk", "russian-nk-troops-kursk")
ARMS = ("containers-sent", "shells-sent", "shell-capacity", "munitions-sent", "missiles-used", "artillery-pieces-sent", "ship-voyages", "shells-per-year", "share-of-russian-shells", "missile-failure-share")


def soldiers(ledger: Ledger, request: Request, scope: str) -> Exhibit:
    """Draw what is said about North Korean soldiers for one scope."""
    return _claims(ledger, request, BY_SCOPE[scope], f"nk-troops-{scope}", "troops.soldiers_title", with_story=True)


def casualties(ledger: Ledger, request: Request) -> Exhibit:
    """Draw what is said about North Korean killed and wounded."""
    return _claims(ledger, request, CASUALTIES, "nk-casualties", "troops.casualties_title")


def russian_troops(ledger: Ledger, request: Request) -> Exhibit:
    """Draw what is said about Russian soldiers in Kursk."""
    return _claims(ledger, request, RUSSIAN, "russian-troops-kursk", "troops.russian_title")


def arms(ledger: Ledger, request: Request, indicator_id: str) -> Exhibit:
    """Draw what is said about one kind of North Korean arms for Russia."""
    return _claims(ledger, request, (indicator_id,), indicator_id, "troops.arms_title")


def arms_choices(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the arms indicators a reader can choose, with their labels."""
    labels = ledger.indicators.set_index("id")
    return {one: request.words.pick(labels.loc[one], "label") for one in ARMS}


def _claims(
    ledger: Ledger, request: Request, indicator_ids: tuple[str, ...], slug: str, title: str, *, with_story: bool = False
) -> Exhibit:
    """Draw the claims of several indicators as groups in one picture, by day of statement within each."""
    words = request.words
    name = f"lagebild-{slug}-{request.day}-{request.language}"
    known = questions.known_by(ledger.figures, request.day)
    chosen = known[known["indicator_id"].isin(indicator_ids)]
    story = chosen[chosen["document_id"].isin(ledger.documents.loc[ledger.documents["kind"] == "story", "id"])]
    chosen = questions.without_retellings(chosen)
    if chosen.empty:
        return nothing_yet(request, name)
    order = {one: place for place, one in enumerate(indicator_ids)}
    chosen = chosen.assign(order=chosen["indicator_id"].map(order)).sort_values(["order", "stated_on", "known_from", "id"])
    indicators = ledger.indicators.set_index("id")
    unit = indicators.loc[indicator_ids[0], "unit"]
    table = rows.claims(ledger, chosen, request, unit)
    if chosen["indicator_id"].nunique() > 1:
        table["heading"] = [words.pick(indicators.loc[one], "label") for one in chosen["indicator_id"]]
    main = chosen[chosen["indicator_id"] == chosen["indicator_id"].iloc[0]]
    valid = main[~main["id"].isin(questions.superseded_by(ledger.figures, request.day).index)]
    label = words.pick(indicators.loc[main["indicator_id"].iloc[0]], "label")
    caption = Caption(
        language=request.language,
        title=words(title, label=label, spread=sentences.claims(valid, words, unit)),
        subtitle=words("troops.sub", labels=_listed(chosen, indicators, words), unit=words.of("unit_name", unit), start=words.day(chosen["stated_on"].min()), end=words.day(chosen["stated_on"].max())),
        note=" ".join(part for part in (sentences.openness(questions.spread(chosen), words), words("chart.marks")) if part),
        source=rows.sources(ledger, chosen, request),
    )
    own = story[story["indicator_id"] == main["indicator_id"].iloc[0]].sort_values("quote_start")
    reference = own.iloc[-1] if with_story and not own.empty and chosen["indicator_id"].nunique() == 1 else None
    picture = claims(
        table,
        caption,
        request.look,
        name=name,
        alt=alt(caption, table, words),
        reference=None if reference is None else reference.to_dict(),
        reference_label="" if reference is None else words("story.reference", said=words.amount(reference)),
    )
    record, csv = rows.records(ledger, chosen[ledger.figures.columns], request)
    return Exhibit(picture, render("rows", words, rows=record), csv, name)


def _listed(chosen: pd.DataFrame, indicators: pd.DataFrame, words: Words) -> str:
    return "; ".join(words.pick(indicators.loc[one], "label") for one in dict.fromkeys(chosen["indicator_id"]))
