"""Changes: what became known between two days, as a list to read, as CSV, and as text for an e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from dashboard.drawing.markup import render
from dashboard.drawing.wording import Words
from dashboard.ledger.changes import KINDS
from dashboard.ledger.tables import Ledger
from dashboard.views import rows
from dashboard.views.change_items import Days, Item, items
from dashboard.views.exhibits import csv
from dashboard.views.request import Request

MODES = ("list", "side")
COUNTED = {
    "revised": "changes.revised",
    "reversed": "changes.reversed",
    "new": "changes.new",
    "event": "changes.event",
    "doubt": "changes.doubt",
}
NUMBERS = ("low", "best", "high", "old_low", "old_best", "old_high")
PARTS = ("as_written", "low", "best", "high", "bound", "unit", "period_start", "period_end")


@dataclass(frozen=True)
class Clock:
    """The days a reader can compare the board's with: the story's, and from whichever to the last with news.

    `usual` is the one where none is named: the story's, if it lies before the board's; else the day before. The board
    never shows by itself what became known after its own day.
    """

    story_day: date
    last_day: date
    usual: date


def clock(ledger: Ledger, request: Request) -> Clock:
    """Return the days to compare the board's day with."""
    before = date.fromordinal(request.day.toordinal() - 1)
    usual = ledger.story_day if ledger.story_day < request.day else before
    return Clock(ledger.story_day, ledger.last_day, usual)


@dataclass(frozen=True)
class Listing:
    """What became known between two days: the list (HTML), and on demand its CSV and its text."""

    html: str
    found: tuple[Item, ...]
    days: Days
    ledger: Ledger
    headline: str

    @property
    def name(self) -> str:
        """The name under which its files are saved, without the ending: both days, and the language."""
        days = self.days
        return f"lagebild-changes-{days.earlier}-{days.later}-{days.request.language}"

    @cached_property
    def csv(self) -> str:
        """The changes as CSV: the new row and, with `old_` before their names, the parts of the one it replaces."""
        words = self.days.request.words
        table = pd.DataFrame([_record(self.ledger, item, words) for item in self.found])
        return csv(table.astype({name: "float64" for name in NUMBERS if name in table}))

    @cached_property
    def text(self) -> str:
        """The list as plain text that is Markdown as well, for an e-mail."""
        words = self.days.request.words
        lines = [self.headline, words("chart.as_of", day=words.day(self.days.later))]
        kind = ""
        for item in self.found:
            if item.change.kind != kind:
                kind = item.change.kind
                lines += ["", f"## {words.of('change_kind', kind)}", ""]
            lines.append(_line(item, words))
        return "\n".join(lines) + "\n"


def listing(
    ledger: Ledger, request: Request, since: date, kinds: tuple[str, ...] = (), topics: tuple[str, ...] = ()
) -> Listing:
    """List what became known between the board's day and another, whichever is the earlier; no choice shows all."""
    days, words = Days.of(request, since), request.words
    found = tuple(
        item
        for item in items(ledger, days)
        if (not kinds or item.change.kind in kinds) and (not topics or item.topic in topics)
    )
    by_kind = {kind: [item for item in found if item.change.kind == kind] for kind in KINDS}
    earlier, later = words.day(days.earlier), words.day(days.later)
    if not found:
        key = "changes.nothing_chosen" if kinds or topics else "changes.nothing"
        text = words(key, earlier=earlier, later=later)
        return Listing(render("empty", words, text=text), (), days, ledger, text)
    counts = [words.count(COUNTED[kind], len(some)) for kind, some in by_kind.items() if some]
    headline = words("changes.headline", day=earlier, counts=", ".join(counts))
    groups = [
        {
            "name": words.of("change_kind", kind),
            "items": [
                {
                    "known": words.short_day(item.change.known_from),
                    "topic": words.of("change_topic", item.topic),
                    "item": item,
                }
                for item in some
            ],
        }
        for kind, some in by_kind.items()
        if some
    ]
    html = render("changes", words, title=headline, groups=groups)
    return Listing(html, found, days, ledger, headline)


def _line(item: Item, words: Words) -> str:
    """Return a change as one line of text."""
    said = " → ".join(one["said"] for one in item.amounts)
    head = ": ".join(part for part in (item.title, said) if part)
    if item.change.kind == "doubt":
        head = f"{item.mark[1]}: {item.title}"
    source = ": ".join(part for part in (item.page, item.link) if part)  # an address that ends in a stop is another
    parts = [f"{head}.", *(f"{one}." for one in (item.said,) if one), *item.notes, source]
    return f"- {words.short_day(item.change.known_from)}: {' '.join(part for part in parts if part)}"


def _record(ledger: Ledger, item: Item, words: Words) -> dict[str, object]:
    """Return a change as a row of the CSV; what a kind of change does not have stays empty."""
    change, row, old = item.change, item.row, item.old or {}
    claimed, counted = "claimant_id" in row, "indicator_id" in row
    return {
        "kind": change.kind,
        "known_from": change.known_from.isoformat(),
        "id": change.new,
        "old_id": change.old,
        "title": item.title,
        **{name: row.get(name) for name in PARTS},
        **{f"old_{name}": old.get(name) for name in PARTS},
        "indicator_id": row.get("indicator_id", ""),
        "indicator": words.pick(ledger.find("indicators", row["indicator_id"]), "label") if counted else "",
        "claimant_id": row.get("claimant_id", ""),
        "claimant": rows.claimant_of(ledger, row, words) if claimed else "",
        "period": rows.period_of(row, words) if counted else "",
        "status": row.get("status", row.get("verdict", "")),
        "document_id": row["document_id"],
        "document_url": ledger.find("documents", row["document_id"])["url"],
    }
