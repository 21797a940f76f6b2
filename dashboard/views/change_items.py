"""What became known between two days, told: each change with its words, amounts, receipts and pages."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.drawing.wording import Words
from dashboard.ledger import changes
from dashboard.ledger.changes import Change
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.request import Request

# What a reader can narrow the comparison to: topics of indicators, and where events and other rows belong.
OF_FIGURES = ("territory", "kursk", "troops", "casualties", "arms", "treaty")
TOPICS = (*OF_FIGURES, "politics", "story")
OF_EVENTS = {
    "treaty": "treaty",
    "troops": "troops",
    "statement": "politics",
    "diplomacy": "politics",
    "missile": "arms",
    "war": "territory",
    "data": "territory",
    "south_korea": "politics",
    "united_states": "politics",
}


@dataclass(frozen=True)
class Days:
    """The two days of a comparison, the earlier first, and what links to receipts have to carry.

    The day a reader compares with may lie after the board's: then a receipt is opened as of that later day, and the
    board's own becomes the one compared with.
    """

    earlier: date
    later: date
    turned: bool
    request: Request

    @classmethod
    def of(cls, request: Request, since: date) -> Days:
        """Return the board's day and the one compared with, in order."""
        later = max(request.day, since)
        return cls(min(request.day, since), later, since > request.day, dataclasses.replace(request, day=later))

    def receipt(self, figure_id: str) -> str:
        """Return the address of a figure's receipt over the comparison."""
        since = self.earlier.isoformat() if self.turned else ""
        return links.page(self.request, "", figure=figure_id, since=since)

    def amount(self, row: dict[str, Any], words: Words) -> dict[str, str]:
        """Return a figure's number in words with the address of its receipt."""
        return {"said": words.amount(row), "receipt": self.receipt(row["id"])}


@dataclass(frozen=True)
class Item:
    """One change as it is told. `row` and `old` are rows of the ledger, `old` None where there was nothing before."""

    change: Change
    topic: str
    row: dict[str, Any]
    old: dict[str, Any] | None
    title: str
    amounts: tuple[dict[str, str], ...] = ()
    said: str = ""  # who says it, what it is about
    notes: tuple[str, ...] = ()
    page: str = ""
    link: str = ""
    passage: str = ""  # the address of the doubted passage
    mark: tuple[str, str] = ("", "")  # a status or verdict, as its CSS class and its word


def items(ledger: Ledger, days: Days) -> tuple[Item, ...]:
    """Return everything that became known between two days, by kind, the newest first within each."""
    found = changes.between(ledger, days.earlier, days.later)
    revised = {one for change in found for one in change.steps[:-1]}
    told = [_item(ledger, change, days, revised) for change in found]
    told.sort(key=lambda item: item.change.known_from, reverse=True)
    return tuple(sorted(told, key=lambda item: changes.KINDS.index(item.change.kind)))


def _item(ledger: Ledger, change: Change, days: Days, revised: set[str]) -> Item:
    row = ledger.find(change.table, change.new)
    old = ledger.find(change.table, change.old) if change.old else None
    words = days.request.words
    told: dict[str, Any]
    if change.table == "figures":
        told = _figure(ledger, change, row, old, days, revised)
    elif change.table == "holders":
        told = _holder(ledger, row, old, words)
    elif change.table == "reservations":
        told = _doubt(ledger, row, days)
    else:
        told = _event(ledger, change, row, words)
    page = rows.source_of(ledger, row["document_id"], words)
    link = ledger.find("documents", row["document_id"])["url"]
    told = {"page": page, "link": link, **told}
    return Item(change=change, row=row, old=old, **told)


def _figure(
    ledger: Ledger, change: Change, row: dict[str, Any], old: dict[str, Any] | None, days: Days, revised: set[str]
) -> dict[str, Any]:
    words = days.request.words
    indicator = ledger.find("indicators", row["indicator_id"])
    label = words.pick(indicator, "label")
    place = rows.place_beside(ledger, row, label, words)
    notes = changed_in_words(old, row, words) if old else []
    if change.kind == "new" and row["id"] in revised:
        notes.append(words("changes.revised_since"))
    said = [rows.claimant_of(ledger, row, words), rows.period_of(row, words), *([place] if place else [])]
    return {
        "topic": indicator["topic"],
        "title": label,
        "amounts": tuple(days.amount(ledger.find("figures", one), words) for one in change.steps or (row["id"],)),
        "said": words("changes.said", claimant=said[0], about=", ".join(said[1:])),
        "notes": tuple(notes),
    }


def changed_in_words(old: dict[str, Any], new: dict[str, Any], words: Words) -> list[str]:
    """Return sentences on what a revision changed: by how much, and whether period and bound changed as well."""
    notes = []
    by, _ = changes.difference(old, new)
    if by is not None:
        notes.append(words("changes.difference", said=difference_said(by, new["unit"], words)))
    before, after = rows.period_of(old, words), rows.period_of(new, words)
    if before != after:
        notes.append(words("changes.period", old=before, new=after))
    if old["bound"] != new["bound"]:
        read = (words.of("meaning", one["bound"]) for one in (old, new))
        notes.append(words("changes.bound", old=next(read), new=next(read)))
    return notes


def difference_said(by: float, unit: str, words: Words) -> str:
    """Say a difference with its sign: "+132 km²"."""
    name = words.unit(unit)
    return f"{'+' if by > 0 else ''}{words.number(by)}" + (f"\N{NO-BREAK SPACE}{name}" if name else "")


def _holder(ledger: Ledger, row: dict[str, Any], old: dict[str, Any] | None, words: Words) -> dict[str, Any]:
    assert old is not None  # a first statement about a town turns nothing round
    new, before = words.of("holder", row["holder"]), words.of("holder", old["holder"])
    told = [
        words("changes.holder_said", claimant=rows.claimant_of(ledger, one, words), day=words.day(one["evidence_on"]))
        for one in (old, row)
    ]
    return {
        "topic": "territory",
        "title": words("changes.holder", place=rows.place_of(ledger, row, words), old=before, new=new),
        "said": words("changes.holder_claims", old=told[0], new=told[1]),
        "mark": (row["status"], words.of("status", row["status"])),
    }


def _doubt(ledger: Ledger, row: dict[str, Any], days: Days) -> dict[str, Any]:
    words = days.request.words
    figure = ledger.find("figures", row["figure_id"]) if row["figure_id"] else None
    return {
        "topic": ledger.find("indicators", figure["indicator_id"])["topic"] if figure else "story",
        "title": words.pick(row, "title"),
        "amounts": (days.amount(figure, words),) if figure else (),
        "notes": (words.pick(row, "text"),),
        "passage": links.document(days.request, row["document_id"], at=row["id"]),
        "mark": (row["verdict"], words.of("verdict", row["verdict"])),
        "page": "",
        "link": "",
    }


def _event(ledger: Ledger, change: Change, row: dict[str, Any], words: Words) -> dict[str, Any]:
    day = words.day(row["happened_on"])
    title, said = words.pick(row, "title"), words("changes.happened", day=day)
    if change.kind == "reversed":
        side = ledger.find("actors", row["actor_id"])["side"]
        title, said = words.of("confirmation", side), words("changes.confirmed", title=title, day=day)
    return {
        "topic": OF_EVENTS[row["kind"]],
        "title": title,
        "said": said,
        "mark": (row["status"], words.of("status", row["status"])),
    }
