"""Putting numbers together: the sum or the series of figures a reader picks, or every reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.drawing import claims as claims_chart
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.drawing.wording import NBSP, Words
from dashboard.ledger import questions, sums
from dashboard.ledger.questions import Record
from dashboard.ledger.sums import Reason, Refusal, Series, Sum
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.claims import TOPICS
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, sources
from dashboard.views.request import Request

HOW = ("add", "join")
# Reasons that show what differs group by group, and what tells the groups apart.
GROUPED = {
    "indicators": "indicator_id",
    "bases": "basis",
    "claimants": "claimant_id",
    "places": "place_id",
    "units": "unit",
}


@dataclass(frozen=True)
class Answer:
    """What the board says to a wish to put figures together; a chart only where they form a series."""

    text: str
    exhibit: Exhibit | None = None


def options(ledger: Ledger, request: Request, indicator_id: str) -> dict[str, str]:
    """Return all known figures with labels, those of the chosen indicator first; no two labels are alike."""
    known = questions.known_by(ledger.figures, request.day)
    topics = {row["id"]: TOPICS.index(row["topic"]) for row in ledger.indicators.to_dict("records")}
    found = ledger.records("figures", known)
    found.sort(key=lambda row: (row["period_start"], row["period_end"], row["claimant_id"], row["id"]))
    found.sort(key=lambda row: (row["indicator_id"] != indicator_id, topics[row["indicator_id"]], row["indicator_id"]))
    labels: dict[str, str] = {}
    for row in found:
        label = _label(ledger, row, request.words)
        labels[row["id"]] = f"{label} [{row['id']}]" if label in labels.values() else label
    return labels


def unusable(request: Request, unknown: tuple[str, ...], over: tuple[str, ...]) -> str:
    """Name what was asked for and cannot be used: ids of no figure known on the day, and those beyond the limit.

    An id known later is as unknown as one that never was.
    """
    return render("combine_unusable", request.words, day=request.words.day(request.day), unknown=unknown, over=over)


def answer(ledger: Ledger, request: Request, figure_ids: tuple[str, ...], how: str) -> Answer:
    """Add figures (`how` is "add") or put them in a series ("join"), or say why not.

    Ids of no figure known on the day are passed over here: `unusable` names them.
    """
    figures = sums.candidates(ledger, figure_ids, request.day)
    found = sums.together(figures) if how == "add" else sums.joined(figures)
    match found:
        case Refusal():
            return Answer(_refusal(ledger, request, found, how))
        case Sum():
            return Answer(_sum(ledger, request, found))
        case Series():
            return _series(ledger, request, found)


def _label(ledger: Ledger, row: Record, words: Words) -> str:
    """Return what a reader knows a figure by; for a retelling also who retells it."""
    indicator = words.pick(ledger.find("indicators", row["indicator_id"]), "label")
    place = rows.place_of(ledger, row, words)
    parts = [words.amount(row), rows.period_of(row, words), rows.claimant_of(ledger, row, words)]
    if row["restates"]:
        parts.append(words("combine.retold", page=rows.source_of(ledger, row["document_id"], words)))
    where = "" if place in indicator else f", {place}"
    # Readers search by typing, and no keyboard types the space that keeps a number and its unit on one line.
    return f"{', '.join(parts)}: {indicator}{where}".replace(NBSP, " ")


def _named(ledger: Ledger, request: Request, figure_id: str) -> dict[str, Any]:
    """Return a figure as the answers list it: its number as a link, and what it is about."""
    row, words = ledger.find("figures", figure_id), request.words
    return {
        "said": words.amount(row),
        "receipt": links.receipt(request, figure_id),
        "claimant": rows.claimant_of(ledger, row, words),
        "period": rows.period_of(row, words),
        "valid": None,
    }


def _refusal(ledger: Ledger, request: Request, found: Refusal, how: str) -> str:
    """Say every reason in a sentence, each with the figures it is about."""
    words = request.words
    reasons = [
        {"sentence": words.of("reason", one.code), "groups": _groups(ledger, request, one)} for one in found.reasons
    ]
    if found.reasons[0].code == "few":
        title = words("combine.few")
        reasons = reasons[1:]
    else:
        title = words.count("combine.not_added" if how == "add" else "combine.not_joined", len(reasons))
    return render("combine_refusal", words, title=title, reasons=reasons)


def _groups(ledger: Ledger, request: Request, reason: Reason) -> list[dict[str, Any]]:
    """Return the figures of a reason, under what tells them apart where that is the reason."""
    named = {one: _named(ledger, request, one) for one in reason.ids}
    column = GROUPED.get(reason.code)
    if reason.code == "superseded":
        figures = sums.candidates(ledger, reason.ids, request.day)
        for figure_id, valid in zip(figures["id"], figures["valid"], strict=True):
            named[figure_id]["valid"] = _named(ledger, request, valid)
    if column == "claimant_id":
        named = {one: figure | {"claimant": ""} for one, figure in named.items()}  # the group's name says it
    if column is None:
        return [{"name": "", "figures": list(named.values())}]
    groups: dict[str, list[dict[str, Any]]] = {}
    for figure_id in reason.ids:
        value = ledger.find("figures", figure_id)[column]
        groups.setdefault(_value_name(ledger, column, value, request.words), []).append(named[figure_id])
    return [{"name": name, "figures": figures} for name, figures in groups.items()]


def _value_name(ledger: Ledger, column: str, value: str, words: Words) -> str:
    match column:
        case "indicator_id":
            return words.pick(ledger.find("indicators", value), "label")
        case "claimant_id":
            return words.pick(ledger.find("actors", value), "name") if value else words("claim.unnamed")
        case "place_id":
            return words.pick(ledger.find("places", value), "name")
        case "basis":
            return words.of("arrived", value)
    return words.unit(value) or words.of("unit_name", value)


def _sum(ledger: Ledger, request: Request, found: Sum) -> str:
    """Say a sum with its bound, what it stands on, and which times it leaves out."""
    words = request.words
    row = ledger.find("figures", found.ids[0])
    return render(
        "combine_sum",
        words,
        amount=said(found, words),
        bound=found.bound,
        about=words.count(
            "combine.sum_of",
            len(found.ids),
            label=words.pick(ledger.find("indicators", row["indicator_id"]), "label"),
            claimant=rows.claimant_of(ledger, row, words),
            place=rows.place_of(ledger, row, words),
            period=words.period(found.start, found.end),
        ),
        gaps=", ".join(words.period(first, last) for first, last in found.gaps),
        figures=[_named(ledger, request, one) for one in found.ids],
    )


def said(found: Sum, words: Words) -> str:
    """Say a sum as a figure is said; ends that are only approximate are called so."""
    row = {"low": found.low, "best": found.best, "high": found.high, "bound": found.bound, "unit": found.unit}
    if not found.approximate or found.best is not None:
        return words.amount(row)
    ends = {"low": found.low, "high": found.high}
    numbers = {end: words.number(value) for end, value in ends.items() if value is not None}
    key = "range" if len(numbers) == 2 else "at_least" if "low" in numbers else "up_to"
    return words.of("rough", key).format(**numbers) + words.amount(row).removeprefix(words.amount(row, with_unit=False))


def _series(ledger: Ledger, request: Request, found: Series) -> Answer:
    """Draw figures that may stand on one line, in order of time, and list them."""
    words = request.words
    figures = ledger.figures.set_index("id", drop=False).loc[list(found.ids)].reset_index(drop=True)
    kept = ledger.records("figures", figures)
    indicator = ledger.find("indicators", kept[0]["indicator_id"])
    shown = rows.claims(ledger, figures, request, found.unit)
    shown["label"] = [rows.period_of(row, words) for row in kept]
    caption = Caption(
        language=request.language,
        title=words(
            "combine.series_title",
            first=words.amount(kept[0]),
            start=rows.period_of(kept[0], words),
            last=words.amount(kept[-1]),
            end=rows.period_of(kept[-1], words),
        ),
        subtitle=words(
            "combine.series_sub",
            label=words.pick(indicator, "label"),
            claimant=rows.claimant_of(ledger, kept[0], words),
            place=rows.place_of(ledger, kept[0], words),
        ),
        note=words("chart.marks"),
        source=sources(ledger, figures, request),
    )
    name = file_name(request, "series", indicator["id"])
    picture = claims_chart.claims(shown, caption, request.look, name=name, alt=alt(caption, shown, words))
    text = render("combine_series", words, title=words.count("combine.joined", len(kept)))
    return Answer(text, exhibit(ledger, picture, figures, request))
