"""Who says what: all claimants of one indicator side by side, with bounds, sides and how they came by their number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

import pandas as pd

from dashboard.drawing import claims as claims_chart
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption
from dashboard.drawing.wording import Words
from dashboard.ledger import disagreement, questions
from dashboard.ledger.questions import Record
from dashboard.ledger.spreads import spread
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows, sentences, spreads
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, records, sources
from dashboard.views.request import Request

FIRST = "nk-troops-kursk"  # what the page shows first: the number the story leads with
TOPICS = ("troops", "casualties", "arms", "territory", "kursk", "treaty")
BASES = ("measured", "estimated", "stated")
# Who fights, who stands behind those who fight or watches them as a state, who looks on, and who reports.
CAMPS: dict[str, tuple[str, ...]] = {
    "party": ("ukraine", "russia", "north_korea"),
    "state": ("south_korea", "united_states", "western"),
    "observer": ("monitor",),
    "media": ("media",),
}
OUTLIER = 12.0  # times the median: beyond, a number would press all others to the edge of the chart


@dataclass(frozen=True)
class Entry:
    """A row of the table: a claimant's newest figure of its kind, and his earlier ones, the newest first."""

    row: Record
    earlier: tuple[Record, ...]


def choices(ledger: Ledger, request: Request) -> dict[str, str]:
    """Return the indicators of which a figure is known, with topic and label; empty if nothing is known."""
    known = questions.known_by(ledger.figures, request.day)
    words = request.words
    found = [ledger.find("indicators", one) for one in dict.fromkeys(known["indicator_id"])]
    labels = {row["id"]: words.pick(row, "label") for row in found}
    found.sort(key=lambda row: (row["id"] != FIRST, TOPICS.index(row["topic"]), labels[row["id"]]))
    return {
        row["id"]: words("claims.choice", topic=words.of("topic", row["topic"]), label=labels[row["id"]])
        for row in found
    }


def head(ledger: Ledger, request: Request, indicator_id: str, around: str) -> str:
    """Say what the claims span, who has a side, and how the numbers came about."""
    words = request.words
    indicator = ledger.find("indicators", indicator_id)
    label, unit = words.pick(indicator, "label"), indicator["unit"]
    entries = _entries(ledger, request, indicator_id, around)
    if not entries:
        return render("empty", words, text=_nothing(label, request, around))
    known = questions.known_by(ledger.figures, request.day)
    groups = disagreement.comparable([entry.row for entry in entries], indicator["counting"])
    said = []
    for group in groups:
        if len(group) > 1 or group is groups[0]:
            figures = known[known["id"].isin([row["id"] for row in group])]
            said.append(
                {
                    "sentence": spreads.between(ledger, figures, words, unit),
                    "where": rows.place_of(ledger, group[0], words),
                    "when": _when(group, indicator["counting"], words),
                    "openness": _openness(figures, words, unit),
                }
            )
    return render(
        "claims_head",
        words,
        label=label,
        description=words.pick(indicator, "description"),
        first=said[0],
        others=said[1:],
        alone=len(groups) - len(said),
        sides=sides(ledger, [entry.row for entry in entries], words),
        bases=_bases([entry.row for entry in entries], words),
    )


def table(ledger: Ledger, request: Request, indicator_id: str, around: str) -> str:
    """List every claimant with what, how, when, where and through whom he says it, by how the number came about."""
    words = request.words
    entries = _entries(ledger, request, indicator_id, around)
    if not entries:
        return ""
    known = questions.known_by(ledger.figures, request.day)
    ready = {row["id"]: row for row in records(ledger, known[known["indicator_id"] == indicator_id], request)}
    groups = [
        {
            "name": words.of("arrived", basis),
            "number": words.number(len(chosen)),
            "rows": [
                ready[entry.row["id"]]
                | _who(ledger, entry.row, request)
                | {"earlier": [ready[row["id"]] for row in entry.earlier]}
                for entry in chosen
            ],
        }
        for basis in BASES
        if (chosen := [entry for entry in entries if entry.row["basis"] == basis])
    ]
    return render(
        "claims_table",
        words,
        groups=groups,
        title=words.pick(ledger.find("indicators", indicator_id), "label"),
        relayed=any(entry.row["relayed_by_id"] for entry in entries),
        earlier=any(entry.earlier for entry in entries),
    )


def chart(ledger: Ledger, request: Request, indicator_id: str, around: str) -> Exhibit:
    """Draw every claim of the table, earlier ones faded, under headings that say how the numbers came about."""
    words = request.words
    name = file_name(request, "claims", indicator_id, *([] if around == "all" else [around]))
    indicator = ledger.find("indicators", indicator_id)
    label, unit = words.pick(indicator, "label"), indicator["unit"]
    entries = _entries(ledger, request, indicator_id, around)
    drawn = [row for entry in entries for row in (entry.row, *entry.earlier)]
    older = {row["id"] for entry in entries for row in entry.earlier}
    beyond = _beyond(drawn)
    order = [row["id"] for row in drawn if row["id"] not in beyond]
    figures = ledger.figures.set_index("id", drop=False).loc[order].reset_index(drop=True)
    if figures.empty:
        return nothing_yet(request, name, _nothing(label, request, around))
    if not spreads.shares_unit(figures, unit):
        return nothing_yet(request, name, words("between.units"))
    group = disagreement.comparable([entry.row for entry in entries], indicator["counting"])[0]
    kept = ledger.records("figures", figures)
    shown = rows.claims(ledger, figures, request, unit)
    shown["heading"] = [words.of("arrived", one) for one in figures["basis"]]
    shown["faded"] = [one in older for one in figures["id"]]
    shown["label"] = [_label(ledger, row, group[0]["place_id"], indicator["counting"], words) for row in kept]
    main = ledger.figures[ledger.figures["id"].isin([row["id"] for row in group])]
    notes = [_left_out(ledger, [row for row in drawn if row["id"] in beyond], words), words("chart.marks")]
    caption = Caption(
        language=request.language,
        title=words(
            "claims.chart_title",
            label=f"{label}, {place}" if (place := rows.place_beside(ledger, group[0], label, words)) else label,
            when=_when(group, indicator["counting"], words),
            spread=sentences.claims(ledger, main, words, unit),
        ),
        subtitle=words("claims.chart_sub", unit=words.of("unit_name", unit)),
        note=" ".join(part for part in notes if part),
        source=sources(ledger, figures, request),
    )
    picture = claims_chart.claims(shown, caption, request.look, name=name, alt=alt(caption, shown, words))
    found = exhibit(ledger, picture, figures, request)
    return Exhibit(found.picture, "", found.rows, found.name, of_figures=True)  # the page itself lists the rows


def sides(ledger: Ledger, claims: list[Record], words: Words) -> str:
    """Say how many of the claims come from whom: "3 Angaben: 2 von Beteiligten (Ukraine 2), 1 von Beobachtern."."""
    counted = Counter(rows.side_of(ledger, row) for row in claims)
    parts = []
    for camp, members in CAMPS.items():
        if number := sum(counted[side] for side in members):
            named = ", ".join(f"{words.of('party', side)} {counted[side]}" for side in members if counted[side])
            said = words.of("camp", camp).format(n=words.number(number))
            parts.append(f"{said} ({named})" if len(members) > 1 else said)
    return words.count("claims.sides", len(claims), parts=", ".join(parts))


def _bases(claims: list[Record], words: Words) -> str:
    counted = Counter(row["basis"] for row in claims)
    parts = [words.of("how_many", basis).format(n=words.number(counted[basis])) for basis in BASES if counted[basis]]
    return words("claims.bases", parts=", ".join(parts))


def _entries(ledger: Ledger, request: Request, indicator_id: str, around: str) -> list[Entry]:
    """Return the rows of the table: by basis, in each the newest first; a retelling is no claim of its own."""
    known = questions.known_by(ledger.figures, request.day)
    of_indicator = questions.without_retellings(known[known["indicator_id"] == indicator_id])
    chosen = disagreement.around(of_indicator, request.day, around)
    replaced = questions.superseded(ledger.figures, request.day)
    valid = [row for row in ledger.records("figures", chosen) if row["id"] not in replaced]
    before = {row["id"]: row["supersedes"] for row in ledger.records("figures", of_indicator)}
    entries = []
    for same in disagreement.latest(valid, ledger.find("indicators", indicator_id)["counting"]):
        first, *others = disagreement.newest(same)
        older = same[1 + len(others) :]
        versions = [ledger.find("figures", one) for row in same for one in _versions(row["id"], before)]
        entries.append(Entry(first, tuple(versions + older)))
        entries += [Entry(row, ()) for row in others]
    newest_first = sorted(entries, key=lambda one: (one.row["period_end"], one.row["stated_on"]), reverse=True)
    return sorted(newest_first, key=lambda one: BASES.index(one.row["basis"]))


def _versions(figure_id: str, before: dict[str, str]) -> list[str]:
    found = []
    while figure_id := before.get(figure_id, ""):
        found.append(figure_id)
    return found


def _who(ledger: Ledger, row: Record, request: Request) -> dict[str, Any]:
    """Return the claimant's role and side, who passes the figure on, and where its passage is to be read."""
    words = request.words
    actor = ledger.find("actors", row["claimant_id"]) if row["claimant_id"] else None
    relay = ledger.find("actors", row["relayed_by_id"]) if row["relayed_by_id"] else None
    side = rows.side_of(ledger, row)
    return {
        "role": words.pick(actor, "role") if actor else "",
        "side": side.replace("_", "-"),
        "side_name": words.of("party", side),
        "relayed": words.pick(relay, "name") if relay else "",
        "passage": links.document(request, row["document_id"], at=row["id"]),
    }


def _when(group: list[Record], counting: str, words: Words) -> str:
    """Say which time the figures of a group are about: their common period, or their days from first to last."""
    if counting == "within_period":
        return rows.period_of(group[0], words)
    days = [row["period_end"].date() for row in group]
    return words.period(min(days), max(days))


def _label(ledger: Ledger, row: Record, usual: str, counting: str, words: Words) -> str:
    """Return what a claim is called beside its mark: the time it is about, as short as can be, the claimant, where."""
    start, end = row["period_start"].date(), row["period_end"].date()
    time = words.short_day(end)
    if counting == "within_period" and start != end:
        time = words.period(start, end)
        if time == words("period.from_to", start=words.day(start), end=words.day(end)):
            time = words("period.from_to", start=words.short_day(start), end=words.short_day(end))
    where = "" if row["place_id"] == usual else f" ({rows.place_of(ledger, row, words)})"
    return f"{time}, {rows.claimant_of(ledger, row, words)}{where}"


def _openness(figures: pd.DataFrame, words: Words, unit: str) -> str:
    """Say how many of several claims leave an end open or give no number."""
    if len(figures) == 1 or not spreads.shares_unit(figures, unit):
        return ""
    return sentences.openness(spread(questions.in_unit(figures, unit)), words)


def _nothing(label: str, request: Request, around: str) -> str:
    words = request.words
    key = "chart.nothing_yet" if around == "all" else "claims.nothing_around"
    return words(key, label=label, day=words.day(request.day))


def _beyond(drawn: list[Record]) -> set[str]:
    """Return the figures so far from all others that they would press them to the edge of the chart."""
    sizes = {row["id"]: abs(rows.spot(row)) for row in drawn if row["bound"] not in ("range", "vague")}
    if len(sizes) < 5:
        return set()
    limit = OUTLIER * median(sizes.values())
    return {one for one, size in sizes.items() if size > limit > 0}


def _left_out(ledger: Ledger, left: list[Record], words: Words) -> str:
    if not left:
        return ""
    named = "; ".join(
        words(
            "claims.one_left_out",
            said=words.amount(row),
            claimant=rows.claimant_of(ledger, row, words),
            period=rows.period_of(row, words),
        )
        for row in left
    )
    return words("claims.left_out", named=named)
