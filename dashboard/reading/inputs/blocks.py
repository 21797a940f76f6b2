"""A tree of XHTML, HTML or NITF to the blocks of a story. What a tag means is in tables, not in code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.reading.inputs.xml import Element, local

_SPACE = re.compile(r"[ \t\r\n\f]+")  # what markup collapses; a space that must not break is kept


@dataclass(frozen=True, slots=True)
class Markup:
    """What the elements of a language mean: those that begin and end a block, cells, line breaks, and what is no story.

    Every other element is part of the line it stands in. `texts`, where given, are the only elements whose text counts;
    `signs` are elements that stand for a sign.
    """

    blocks: frozenset[str]
    cells: frozenset[str]
    breaks: frozenset[str]
    left_out: frozenset[str]
    texts: frozenset[str] = frozenset()
    signs: Mapping[str, str] = field(default_factory=dict)


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SHARED = _names("p ul ol li dl dt dd table thead tbody tfoot tr caption hr pre")
WEB = Markup(
    blocks=_SHARED
    | _names("html body main article section div header h1 h2 h3 h4 h5 h6 blockquote address aside details summary")
    | _names("fieldset form hgroup center"),
    cells=_names("td th"),
    breaks=_names("br"),
    left_out=_names("head script style template noscript iframe object svg math audio video canvas nav footer figure")
    | _names("picture img button select textarea input time"),
)
NITF = Markup(
    blocks=_SHARED | _names("body.content block hl1 hl2 bq credit note abstract"),
    cells=_names("td th"),
    breaks=_names("br"),
    left_out=_names("media byline nitf-table-metadata"),
)
# The tree that trafilatura makes of a page: TEI names, `lb` a line break, `head` a heading.
ARTICLE = Markup(
    blocks=_names("body p head list item table row quote code div main section article ul li"),
    cells=_names("cell"),
    breaks=_names("lb"),
    left_out=_names("graphic"),
)


def blocks(root: Element, markup: Markup) -> list[str]:
    """Return the text of each block of a tree, in its order, white space collapsed; empty blocks are left out."""
    from lxml import etree  # ty: ignore[missing-module-member]

    gathered = _Gathered()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element).lower()
        if event == "start":
            if name in markup.left_out:
                walk.skip_subtree()
                continue
            gathered.meet(name, markup, begins=True)
            gathered.add(markup.signs.get(name))
            if not markup.texts or name in markup.texts:
                gathered.add(element.text)
        else:
            if name not in markup.left_out:
                gathered.meet(name, markup, begins=False)
            if element is not root and not markup.texts:
                gathered.add(element.tail)
    gathered.end_block()
    return gathered.blocks


class _Gathered:
    """The blocks so far, and the one being gathered: lines of cells of pieces of text."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.lines: list[list[list[str]]] = [[[]]]
        self.cells_open = 0

    def add(self, text: str | None) -> None:
        if text:
            self.lines[-1][-1].append(text)

    def meet(self, name: str, markup: Markup, *, begins: bool) -> None:
        if name in markup.cells:
            self.cells_open += 1 if begins else -1
            if begins:
                self.lines[-1].append([])
        elif name in markup.breaks:
            if begins and self.cells_open:
                self.add(" ")
            elif begins:
                self.lines.append([[]])
        elif name in markup.blocks:
            if self.cells_open:  # a paragraph inside a cell does not end the row
                self.add(" ")
            else:
                self.end_block()

    def end_block(self) -> None:
        lines = ("\t".join(filter(None, map(_collapsed, line))) for line in self.lines)
        if block := "\n".join(filter(None, lines)):
            self.blocks.append(block)
        self.lines = [[[]]]


def _collapsed(pieces: list[str]) -> str:
    return _SPACE.sub(" ", "".join(pieces)).strip(" ")
