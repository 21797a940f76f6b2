"""One file as the reader gets it: its text, and what the file itself says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Format = Literal["text", "html", "ninjs", "newsml-g2", "docx"]


@dataclass(frozen=True, slots=True)
class Received:
    """A story and what its file says of it; whatever the file does not say is None, nothing is guessed.

    text: of plain text the file as decoded, sign by sign: line ends, control characters and spaces as they are, only a
        byte order mark is left out, so that offsets hold for the file too. Of every other format the story: its
        headline, then its blocks (paragraphs, headings, list items, rows of tables), with a blank line between blocks,
        a line break inside a block where the file has one, and a tab between the cells of a row.
    format: what the content is, whatever the file is called.
    encoding: of the bytes that were decoded, by its name in the IANA register; None for .docx.
    language: BCP 47, of the content.
    published: the day a reader of the story would call today, as written in the file, in the file's own time zone: a
        stamp in UTC is a day in UTC. It is what "on Monday" is counted from. Wire formats: the day of this version
        (`versionCreated`), because a version's words are those of its own day, and a weekday still means the same
        some days later but not a day earlier; else `firstCreated`, else `contentCreated`; an embargo that ends later
        wins, because the story is written for that day. Web pages: the first publication (JSON-LD `datePublished`,
        `article:published_time` and its kin, a `<time>` of the article), because what pages call modified is mostly
        technical. Plain text and .docx: None.
    published_from: the field that day was taken from, to be shown beside it.
    publisher: who sent or published it, by name or, of a wire, by code.
    title: its headline as one line.
    """

    text: str
    format: Format
    encoding: str | None = None
    language: str | None = None
    published: date | None = None
    published_from: str | None = None
    publisher: str | None = None
    title: str | None = None
