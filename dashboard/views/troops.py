"""Troops: soldiers by scope and claimant, casualties, Russian troops in Kursk, and arms; every claim has its row."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.claims import claims
from dashboard.drawing.picture import Caption
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.spreads import spread
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows, sentences
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, sources
from dashboard.views.request import Request

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
ARMS = (
    "containers-sent",
    "shells-sent",
    "shell-capacity",
    "munitions-sent",
    "missiles-used",
    "artillery-pieces-sent",
    "ship-voyages",
    "shells-per-year",
    "share-of-russian-shells",
    "missile-failure-share",
)


def soldiers(ledger: Ledger, request: Request, scope: str) -> Exhibit:
    """Draw what is said about North Korean soldiers for one scope."""
    return _claims(ledger, request, BY_SCOPE[scope], f"nk-troops-{scope}", with_story=True)


def casualties(ledger: Ledger, request: Request) -> Exhibit:
    """Draw what is said about North Korean killed and wounded."""
    return _claims(ledger, request, CASUALTIES, "nk-casualties")


def russian_troops(ledger: Ledger, request: Request) -> Exhibit:
    """Draw what is said about Russian soldiers in Kursk."""
    return _claims(ledger, request, RUSSIAN, "russian-troops-kursk")


def arms(ledger: Ledger, request: Request, indicator_id: str) -> Exhibit:
    """Draw what is said about one kind of North Korean arms for Russia."""
    return _claims(ledger, request, (indicator_id,), indicator_id)


def arms_choices(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the arms indicators a reader can choose, with their labels."""
    return {one: _label(ledger, one, request.words) for one in ARMS}


def _label(ledger: Ledger, indicator_id: str, words: Words) -> str:
    return words.pick(ledger.find("indicators", indicator_id), "label")


def _claims(
    ledger: Ledger, request: Request, indicator_ids: tuple[str, ...], slug: str, *, with_story: bool = False
) -> Exhibit:
    """Draw the claims of several indicators as groups in one picture, by day of statement within each.

    The title speaks of the first indicator that has claims; numbers of different indicators share no sentence.
    """
    words = request.words
    name = file_name(request, slug)
    known = questions.known_by(ledger.figures, request.day)
    known = known[known["indicator_id"].isin(indicator_ids)]
    chosen = questions.without_retellings(known)
    if chosen.empty:
        label = _label(ledger, indicator_ids[0], words)
        return nothing_yet(request, name, words("chart.nothing_yet", label=label, day=words.day(request.day)))
    order = chosen["indicator_id"].map(indicator_ids.index)
    chosen = chosen.assign(order=order).sort_values(["order", "stated_on", "known_from", "id"])
    present = list(dict.fromkeys(chosen["indicator_id"]))
    unit = ledger.find("indicators", present[0])["unit"]
    table = rows.claims(ledger, chosen, request, unit)
    if len(present) > 1:
        table["heading"] = [_label(ledger, one, words) for one in chosen["indicator_id"]]
    main = chosen[chosen["indicator_id"] == present[0]]
    valid = main[~main["id"].isin(questions.superseded(ledger.figures, request.day))]
    said = sentences.comparable(ledger, valid)
    openness = sentences.openness(spread(questions.in_unit(said, unit)), words)
    caption = Caption(
        language=request.language,
        title=words(
            "troops.title_claims",
            label=_label(ledger, present[0], words),
            when=sentences.when(said, words),
            spread=sentences.claims(ledger, said, words, unit),
        ),
        subtitle=_subtitle(chosen, [_label(ledger, one, words) for one in present], unit, words),
        note=" ".join(part for part in (openness, words("chart.marks")) if part),
        source=sources(ledger, chosen, request),
    )
    own = ledger.records("figures", known[known["document_id"].isin(ledger.stories)].sort_values("quote_start"))
    reference = own[-1] if with_story and own and len(present) == 1 else None
    picture = claims(
        table,
        caption,
        request.look,
        name=name,
        alt=alt(caption, table, words),
        reference={**reference, "opens": links.mark(reference["id"])} if reference else None,
        reference_label=words("story.reference", said=words.amount(reference)) if reference else "",
    )
    return exhibit(ledger, picture, chosen, request)


def _subtitle(chosen: pd.DataFrame, labels: list[str], unit: str, words: Words) -> str:
    first, last = chosen["stated_on"].min(), chosen["stated_on"].max()
    listed, counted, start = "; ".join(labels), words.of("unit_name", unit), words.day(first)
    if first == last:
        return words("troops.sub_day", labels=listed, unit=counted, start=start)
    return words("troops.sub", labels=listed, unit=counted, start=start, end=words.day(last))
