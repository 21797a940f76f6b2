"""Kursk: what claimants say about the area, the settlements and the share held or retaken there, over time."""

from __future__ import annotations

from dashboard.drawing import claims as claims_chart
from dashboard.drawing.moments import over_time
from dashboard.drawing.picture import Caption
from dashboard.ledger import questions
from dashboard.ledger.spreads import spread
from dashboard.ledger.tables import Ledger
from dashboard.views import rows, sentences
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, sources
from dashboard.views.request import Request

KURSK = (
    "kursk-area-held",
    "kursk-area-held-peak",
    "kursk-settlements-held",
    "kursk-area-advances",
    "kursk-area-recaptured",
    "kursk-share-recaptured",
    "kursk-conflict-area",
)


def claims(ledger: Ledger, request: Request, indicator_id: str) -> Exhibit:
    """Draw what claimants say about Kursk for one indicator, over the days the figures are about."""
    words, look = request.words, request.look
    name = file_name(request, indicator_id)
    known = questions.known_by(ledger.figures, request.day)
    chosen = questions.without_retellings(known[known["indicator_id"] == indicator_id]).sort_values(
        ["period_end", "id"]
    )
    if chosen.empty:
        label = words.pick(ledger.find("indicators", indicator_id), "label")
        return nothing_yet(request, name, words("chart.nothing_yet", label=label, day=words.day(request.day)))
    indicator = ledger.find("indicators", indicator_id)
    valid = questions.current(ledger.figures, request.day)
    latest = chosen[chosen["id"].isin(valid["id"])]
    said = sentences.comparable(ledger, latest)
    table = rows.claims(ledger, chosen, request, indicator["unit"])
    openness = sentences.openness(spread(questions.in_unit(said, indicator["unit"])), words)
    label = words.pick(indicator, "label")
    caption = Caption(
        language=request.language,
        title=words(
            "territory.kursk_title",
            label=label,
            when=sentences.when(said, words),
            spread=sentences.claims(ledger, said, words, indicator["unit"]),
        ),
        subtitle=words("territory.kursk_sub", label=label, unit=words.of("unit_name", indicator["unit"])),
        note=" ".join(part for part in (openness, words("chart.marks")) if part),
        source=sources(ledger, chosen, request),
    )
    text = alt(caption, table, words)
    if look.narrow or chosen["period_end"].nunique() < 4:
        picture = claims_chart.claims(table, caption, look, name=name, alt=text)
    else:
        picture = over_time(table.assign(label=table["short"]), caption, look, name=name, alt=text)
    return exhibit(ledger, picture, chosen, request)


def choices(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the Kursk indicators a reader can choose, with their labels."""
    return {one: request.words.pick(ledger.find("indicators", one), "label") for one in KURSK}
