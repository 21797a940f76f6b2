"""Two days side by side: what was known of each indicator on the one and on the other."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.drawing.markup import render
from dashboard.drawing.wording import Words
from dashboard.ledger import changes
from dashboard.ledger.tables import Ledger
from dashboard.views import rows
from dashboard.views.change_items import OF_FIGURES, Days
from dashboard.views.request import Request


def sides(ledger: Ledger, request: Request, since: date, topics: tuple[str, ...] = ()) -> str:
    """Return a table of what differs between the board's day and another, by topic and indicator; no choice: all.

    A row holds the latest figure of one claimant for one indicator and place on each day, or the two versions of a
    revised one. Only rows that differ are listed.
    """
    days, words = Days.of(request, since), request.words
    found: dict[str, list[dict[str, Any]]] = {}
    for pair in changes.side_by_side(ledger.figures, days.earlier, days.later):
        row = _row(ledger, pair, days)
        found.setdefault(row.pop("topic"), []).append(row)
    groups = [
        {"name": words.of("change_topic", topic), "rows": sorted(found[topic], key=_order)}
        for topic in OF_FIGURES
        if topic in found and (not topics or topic in topics)
    ]
    earlier, later = words.day(days.earlier), words.day(days.later)
    if not groups:
        key = "changes.nothing_chosen" if topics else "changes.same_values"
        return render("empty", words, text=words(key, earlier=earlier, later=later))
    number = sum(len(group["rows"]) for group in groups)
    return render(
        "sides",
        words,
        title=words.count("changes.side_title", number, earlier=earlier, later=later),
        earlier=earlier,
        later=later,
        groups=groups,
    )


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["indicator"], row["claimant"], row["place"], not row["revised"]


def _row(ledger: Ledger, pair: changes.Pair, days: Days) -> dict[str, Any]:
    words = days.request.words
    new = ledger.find("figures", pair.new)
    indicator = ledger.find("indicators", new["indicator_id"])
    label = words.pick(indicator, "label")
    return {
        "topic": indicator["topic"],
        "indicator": label,
        "claimant": rows.claimant_of(ledger, new, words),
        "place": rows.place_beside(ledger, new, label, words),
        "revised": pair.revised,
        "mark": words.of("change_mark", "revised" if pair.revised else "later" if pair.old else "new"),
        "old": _cell(ledger.find("figures", pair.old), days, words) if pair.old else None,
        "new": _cell(new, days, words),
    }


def _cell(row: dict[str, Any], days: Days, words: Words) -> dict[str, str]:
    period, known = rows.period_of(row, words), words.short_day(row["known_from"])
    return {**days.amount(row, words), "period": period, "known": words("changes.known", day=known)}
