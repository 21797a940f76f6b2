"""The receipt of a figure: who said it, in which words, since when known, what others said, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.drawing.markup import render, visible
from dashboard.drawing.wording import Words
from dashboard.ledger import passages, questions
from dashboard.ledger.tables import Ledger
from dashboard.ledger.units import factor
from dashboard.views import links, rows
from dashboard.views.request import Request

# What a receipt says of a figure, in the order an editor asks.
FIELDS = ("claimant", "relayed", "stated", "indicator", "read", "record", "period", "place", "status", "known")
OTHERS = 12  # claims by others that are listed; the page of all claims has the rest


@dataclass(frozen=True)
class Receipt:
    """What the drawer shows: whose receipt, a title, the receipt, and whether there is a figure to cite."""

    figure_id: str
    title: str
    body: str
    known: bool


def receipt(ledger: Ledger, request: Request, figure_id: str) -> Receipt:
    """Prepare the receipt of a figure; for one unknown, or not yet known on the day, it says so and shows the way."""
    words = request.words
    if figure_id not in set(ledger.figures["id"]):
        body = render("unknown", words, title="", text=words("receipt.unknown"))
        return Receipt("", words("receipt.unknown_title"), body, False)
    row = ledger.find("figures", figure_id)
    indicator = ledger.find("indicators", row["indicator_id"])
    title = words.pick(indicator, "label")
    if row["known_from"] > pd.Timestamp(request.day):
        there = Request(row["known_from"].date(), request.language)
        body = render(
            "receipt_later",
            words,
            day=words.day(request.day),
            known=words.day(row["known_from"]),
            there=links.receipt(there, figure_id),
        )
        return Receipt(figure_id, title, body, False)
    body = render(
        "receipt",
        words,
        amount=words.amount(row, with_unit=False),
        unit=words.unit(row["unit"]),
        status=row["status"],
        quotes=words("claim.quoted", text="|").split("|"),
        wording=_wording(ledger, row, request),
        replaced=_replaced(ledger, row, request),
        facts=_facts(ledger, row, indicator, request),
        note=words.pick(row, "note"),
        source=_source(ledger, row, request),
        versions=_versions(ledger, row, request),
        told=_told(ledger, row, request),
        doubts=_doubts(ledger, row, request),
        mended=_mended(ledger, row, request),
        others=_others(ledger, row, request),
        every=links.page(request, "claims", indicator=row["indicator_id"]),
        id=figure_id,
        day=words.day(request.day),
    )
    return Receipt(figure_id, title, body, True)


def _wording(ledger: Ledger, row: dict[str, Any], request: Request) -> dict[str, Any]:
    """Return the words of the figure: within their sentence where the document is kept here, else by themselves."""
    found: dict[str, Any] = {
        "language": ledger.find("documents", row["document_id"])["language"],
        "before": [],
        "exact": visible(row["as_written"]),
        "after": [],
        "place": "",
    }
    text = ledger.texts.get(row["document_id"])
    if text is not None:
        start, end = int(row["quote_start"]), int(row["quote_end"])
        first, last = passages.sentence(text, start, end)
        found["before"], found["exact"] = visible(text[first:start]), visible(text[start:end])
        found["after"] = visible(text[end:last])
        found["place"] = links.document(request, row["document_id"], row["id"])
    return found


def _replaced(ledger: Ledger, row: dict[str, Any], request: Request) -> dict[str, Any] | None:
    """Return what superseded the figure, or the one it retells, by the day; None if it still stands."""
    newest = questions.replacement(ledger.figures, row["id"], request.day)
    return _version(ledger, ledger.find("figures", newest), request) if newest else None


def _version(ledger: Ledger, row: dict[str, Any], request: Request) -> dict[str, Any]:
    words = request.words
    return {
        "id": row["id"],
        "receipt": links.receipt(request, row["id"]),
        "said": words.amount(row),
        "as_written": row["as_written"],
        "period": rows.period_of(row, words),
        "known": words.day(row["known_from"]),
        "page": rows.source_of(ledger, row["document_id"], words),
    }


def _versions(ledger: Ledger, row: dict[str, Any], request: Request) -> list[dict[str, Any]]:
    """Return all versions, of the figure or the one it retells, known by the day; empty if there is only one."""
    history = questions.versions(ledger.figures, row["restates"] or row["id"], request.day)
    if len(history) < 2:
        return []
    return [
        _version(ledger, one, request) | {"here": one["id"] == row["id"]} for one in ledger.records("figures", history)
    ]


def _facts(
    ledger: Ledger, row: dict[str, Any], indicator: dict[str, Any], request: Request
) -> list[tuple[str, str, str]]:
    """Return the name, value and remark of each of FIELDS the row says something of."""
    words = request.words
    relayed = ledger.find("actors", row["relayed_by_id"]) if row["relayed_by_id"] else None
    said = {
        "claimant": (rows.claimant_of(ledger, row, words), _standing(ledger, row, words)),
        "relayed": (words.pick(relayed, "name"), words.pick(relayed, "role")) if relayed else ("", ""),
        "stated": (words.day(row["stated_on"]), ""),
        "indicator": (words.pick(indicator, "label"), words.pick(indicator, "description")),
        "read": (words.amount(row), _reading(row, indicator["unit"], words)),
        "record": ("" if pd.isna(row["record_since"]) else words.month(row["record_since"]), ""),
        "period": (rows.period_of(row, words), words.of("counting", indicator["counting"])),
        "place": (rows.place_of(ledger, row, words), ""),
        "status": (words.of("status", row["status"]), words.of("basis", row["basis"])),
        "known": (words.day(row["known_from"]), ""),
    }
    return [(words.of("receipt_field", name), *said[name]) for name in FIELDS if said[name][0]]


def _standing(ledger: Ledger, row: dict[str, Any], words: Words) -> str:
    """Say in which role and on whose side the claimant speaks, and whether that it is he is our attribution."""
    if not row["claimant_id"]:
        return ""
    actor = ledger.find("actors", row["claimant_id"])
    attributed = words("receipt.attributed") if row["claimant_inferred"] is True else ""
    return "; ".join(part for part in (words.pick(actor, "role"), words.of("side", actor["side"]), attributed) if part)


def _reading(row: dict[str, Any], unit: str, words: Words) -> str:
    """Say what the board makes of the wording: its bound, the ends it reckons with, and the number in `unit`."""
    parts = [words.of("meaning", row["bound"])]
    if row["bound"] == "vague":
        low, high = words.number(row["low"]), words.number(row["high"])
        parts.append(words("receipt.ends", ends=words("bound.range", low=low, high=high)))
    if row["unit"] != unit:
        ratio = factor(row["unit"], unit)
        ends = {end: None if pd.isna(row[end]) else round(row[end] * ratio) for end in ("low", "best", "high")}
        parts.append(words("receipt.converted", said=words.amount({**row, **ends, "unit": unit})))
    return "; ".join(parts)


def _source(ledger: Ledger, row: dict[str, Any], request: Request) -> dict[str, Any]:
    words = request.words
    document = ledger.find("documents", row["document_id"])
    return {
        "page": rows.source_of(ledger, document["id"], words),
        "link": document["url"],
        "published": words.day(document["published_on"]),
        "basis": words.of("published", document["published_basis"]),
        "reason": words.pick(document, "published_reason"),
        "place": links.document(request, document["id"], row["id"] if document["id"] in ledger.texts else ""),
    }


def _told(ledger: Ledger, row: dict[str, Any], request: Request) -> list[dict[str, Any]]:
    """Return where else the same claim stands: what it restates, who restates it, other pages with their words."""
    words = request.words
    known = questions.known_by(ledger.figures, request.day)
    ids = [row["restates"]] if row["restates"] else []
    ids += [one["id"] for one in ledger.records("figures", known[known["restates"] == row["id"]])]
    if row["restates"]:
        siblings = known[(known["restates"] == row["restates"]) & (known["id"] != row["id"])]
        ids += list(siblings["id"])
    found = [
        _version(ledger, one, request) | {"note": "", "place": links.document(request, one["document_id"], one["id"])}
        for one in (ledger.find("figures", one) for one in ids)
    ]
    appearances = questions.known_by(ledger.appearances, request.day)
    appearances = appearances[
        (appearances["figure_id"] == row["id"]) & (appearances["document_id"] != row["document_id"])
    ]
    found += [
        {
            "receipt": "",
            "said": "",
            "as_written": one["as_written"],
            "known": words.day(one["known_from"]),
            "page": rows.source_of(ledger, one["document_id"], words),
            "note": words.pick(one, "note"),
            "place": links.document(request, one["document_id"]),
        }
        for one in ledger.records("appearances", appearances)
    ]
    return found


def _doubts(ledger: Ledger, row: dict[str, Any], request: Request) -> list[dict[str, Any]]:
    words = request.words
    known = questions.known_by(ledger.reservations, request.day)
    return [
        {
            "verdict": one["verdict"],
            "title": words.pick(one, "title"),
            "place": links.document(request, one["document_id"], one["id"]),
        }
        for one in ledger.records("reservations", known[known["figure_id"] == row["id"]])
    ]


def _mended(ledger: Ledger, row: dict[str, Any], request: Request) -> list[dict[str, Any]]:
    """Return what the board itself once showed wrongly of the figure, newest first."""
    words = request.words
    return [
        {
            "day": words.day(one["corrected_on"]),
            "reason": words.pick(one, "reason"),
            "place": links.page(request, "corrections", row=row["id"]),
        }
        for one in questions.corrections_of(ledger, "figures", row["id"])
    ]


def _others(ledger: Ledger, row: dict[str, Any], request: Request) -> list[dict[str, Any]]:
    """Return what others said about the same thing near that day, newest first; versions and retellings left out."""
    words = request.words
    known = questions.without_retellings(questions.current(ledger.figures, request.day))
    same = set(questions.versions(ledger.figures, row["restates"] or row["id"], request.day)["id"])
    near = questions.near(known[~known["id"].isin(same)], row).sort_values("stated_on", ascending=False)
    return [
        _version(ledger, one, request)
        | {
            "claimant": rows.claimant_of(ledger, one, words),
            "stated": words.short_day(one["stated_on"]),
            "place": "" if one["place_id"] == row["place_id"] else rows.place_of(ledger, one, words),
        }
        for one in ledger.records("figures", near.head(OTHERS))
    ]
