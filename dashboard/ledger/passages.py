"""Where rows stand in a document's text. Offsets are code points, half open, into the text as received.

The text is never changed: whoever joins the pieces has it back, whatever it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger

Kind = Literal["figure", "date", "speaker", "reservation"]
# A sentence ends at its sign, closing quotes included, before white space and a capital, digit or opening quote. A
# point after a number is a German ordinal ("31. Oktober") or a bullet, and ends nothing.
_END = re.compile(r"(?<![0-9])[.!?…]+[”“’\"'»)\]]*(?=\s+[\"„“‚»(\[•]*[A-ZÄÖÜÀ-ÞА-ЯІЇЄҐ0-9])")


@dataclass(frozen=True, order=True)
class Mark:
    """A row's words in a text: from `start` up to `end`, what kind of row it is, and its id.

    For a date or a speaker the id is that of the appearance.
    """

    start: int
    end: int
    kind: Kind
    id: str


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks; `begins` are those of them that start here."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


def marks_in(ledger: Ledger, document_id: str, day: date) -> list[Mark]:
    """Return the marks of a document as known on `day`, in the order of the text; none for a page not kept here."""
    found: list[Mark] = []
    for table, kind in (("figures", "figure"), ("reservations", "reservation"), ("appearances", "date")):
        rows = questions.of_document(questions.known_by(ledger.table(table), day), document_id)
        for row in ledger.records(table, rows.dropna(subset=["quote_start"])):
            found.append(Mark(int(row["quote_start"]), int(row["quote_end"]), _kind(kind, row), row["id"]))
    return sorted(found)


def _kind(kind: Any, row: dict[str, Any]) -> Kind:
    return "speaker" if row.get("actor_id") and kind == "date" else kind


def pieces(text: str, marks: list[Mark]) -> list[Piece]:
    """Cut `text` at the ends of all marks, which may overlap; ValueError for a mark that is not inside the text."""
    for one in marks:
        if not 0 <= one.start < one.end <= len(text):
            raise ValueError(f"{one.id} stands at {one.start}:{one.end} of a text of {len(text)} signs")
    cuts = sorted({0, len(text), *(one.start for one in marks), *(one.end for one in marks)})
    found = []
    for start, end in pairwise(cuts):
        over = tuple(one for one in marks if one.start <= start and one.end >= end)
        found.append(Piece(text[start:end], start, over, tuple(one for one in over if one.start == start)))
    return found


def paragraphs(text: str, marks: list[Mark]) -> list[list[Piece]]:
    """Cut `text` into pieces, line by line; the line ends themselves belong to no piece."""
    lines: list[list[Piece]] = []
    breaks = [found.span() for found in re.finditer(r"\r\n|\n|\r", text)]
    begun: set[Mark] = set()
    start = 0
    for end, following in [*breaks, (len(text), len(text))]:
        inside = [one for one in marks if max(one.start, start) < min(one.end, end)]
        moved = {
            Mark(max(0, one.start - start), min(end, one.end) - start, one.kind, one.id): one for one in sorted(inside)
        }
        line = []
        for piece in pieces(text[start:end], list(moved)):
            begins = tuple(moved[one] for one in piece.begins if moved[one] not in begun)
            begun.update(begins)
            line.append(Piece(piece.text, piece.start + start, tuple(moved[one] for one in piece.marks), begins))
        lines.append(line)
        start = following
    return lines


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence, or the sentences, around `start`:`end` begin and end; never beyond their line."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = [place for place in (text.find("\n", end), text.find("\r", end)) if place >= 0]
    last = min([*ends, len(text)])
    begin = first
    for found in _END.finditer(text[first:last]):
        stop = begin + found.end()
        if stop <= start:
            first = stop
        elif stop >= end:
            last = stop
            break
    while first < start and text[first].isspace():
        first += 1
    return first, last
