"""Where quotation marks open and close: pairs of tokens, whatever the style of the house."""

from __future__ import annotations

from bisect import bisect_right

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import QUOTES, Grammar
from dashboard.reading.text.tokens import Tokens

# A quotation runs over no more than so many tokens; what seems longer lacks its closing mark.
LONGEST = 400
# "Und weiter wörtlich": what leads to another quotation, in tokens.
_LINK = 4
_GUILLEMETS = frozenset("«»")


def quotations(cut: Tokens, hits: list[int]) -> list[Span]:
    """Return the quotations as pairs of the tokens that open and close them, in order; none overlap.

    `hits` are tokens that include all quotation marks. The same mark may open and close („A“, "A", »A«, «A»), so marks
    take turns, but guillemets keep the direction of the first; a new paragraph begins with none open.
    """
    words = cut.words
    found: list[Span] = []
    opened = -1
    opening = next((words[at] for at in hits if words[at] in _GUILLEMETS), "")
    for at in hits:
        if words[at] not in QUOTES:
            continue
        if opened >= 0 and (at - opened > LONGEST or "\n" in cut.text[cut.ends[opened] : cut.starts[at]]):
            opened = -1
        if words[at] == "„" or words[at] == opening:
            opened = at
        elif words[at] in _GUILLEMETS and opened < 0:
            continue
        elif opened < 0:
            opened = at
        else:
            found.append((opened, at))
            opened = -1
    return found


def behind_link(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return where a quotation opens behind "Und weiter:", or `first`."""
    at = first
    while at < min(stop, first + _LINK) and grammar.has("goes_on", cut.lowers[at]):
        at += 1
    return at + 1 if first < at < stop - 1 and cut.words[at] == ":" and cut.words[at + 1] in QUOTES else first


def quotation_around(quoted: list[Span], token: int) -> Span | None:
    """Return the quotation that a token stands in, its marks included."""
    place = bisect_right(quoted, (token, len(quoted) + token + LONGEST)) - 1
    if place >= 0 and quoted[place][0] <= token <= quoted[place][1]:
        return quoted[place]
    return None
