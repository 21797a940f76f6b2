"""Where German clauses begin: what stands in brackets, or is only a name in quotation marks, parts none."""

from __future__ import annotations

from dashboard.reading.speech.grammar import QUOTES, REACH, is_boundary
from dashboard.reading.text.tokens import Tokens

# The longest name in quotation marks and the longest remark in brackets, in tokens.
_QUOTED, _BRACKETED = 7, 10
_PARTING = frozenset(",.:;!?\n")


def clause_start(cut: Tokens, first: int, index: int) -> int:
    """Return the first token of the clause that `index` stands in, not before `first` and within reach.

    "(ÖVP)" and the name in "Der „Spiegel“ berichtete" are passed over; a quotation that is told is not.
    """
    limit = max(first, index - REACH)
    at = index
    while at > limit:
        before = at - 1
        if cut.words[before] == ")":
            opening = _bracket(cut, before, limit)
        elif cut.words[before] in QUOTES:
            opening = _quoted_name(cut, before, limit, adjacent=at == index)
        else:
            opening = -1
        if opening >= 0:
            at = opening
        elif is_boundary(cut, before):
            return at
        else:
            at = before
    return at


def _bracket(cut: Tokens, closing: int, limit: int) -> int:
    """Return where the bracket opens that closes at `closing`, or -1."""
    for at in range(closing - 1, max(limit, closing - _BRACKETED), -1):
        if cut.words[at] == "(":
            return at
        if cut.words[at] == ")":
            break
    return -1


def _quoted_name(cut: Tokens, closing: int, limit: int, *, adjacent: bool) -> int:
    """Return where a name opens that closes at `closing`, or -1 if that is a quotation or the mark opens one.

    Of marks `adjacent` to the verb, only those behind an article or a noun are of a name: "das Blatt „X“ schrieb".
    """
    if not cut.touch(closing - 1):
        return -1
    for at in range(closing - 2, max(limit, closing - _QUOTED), -1):
        if cut.words[at] in _PARTING:
            return -1
        if cut.words[at] in QUOTES:
            before, inside = cut.words[at - 1], cut.words[at + 1]
            if not (cut.touch(at) and before[0].isalpha()) or cut.touch(at - 1):
                return -1
            named = inside[0].isupper() and (before[0].isupper() or not before.endswith(("t", "te", "ten")))
            return at if named or not adjacent else -1
    return -1
