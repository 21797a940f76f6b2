"""Line ends that only break a line: those of text wrapped at a fixed width, and those in the middle of a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

# Lines of a text that was wrapped at a fixed width are about as long as each other and end anywhere.
_WRAPPED_WIDTH = range(45, 101)
# So much of a text tells whether it was wrapped.
_TELLING = 20_000
# So many open lines tell it alone; fewer do if words show that their breaks fall within sentences.
_MANY_LINES = 4
# To each open line that would have had room for the next word come at least so many that had none.
_FULL_TO_LOOSE = 3
# The line before one that begins with such a sign ends a line of a list, however long it is.
_BULLETS = frozenset("–—-•*·▪►■")
_ENDS_A_LINE = frozenset('.!?…:"”“»')
_SENTENCE_ENDS = frozenset(".!?…")
# A sentence that ends within a line, and another begun behind it: no headline has that.
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?][\"”“»]? +[\"„“«]?[^\W\d_]")


def inner_line_ends(words: list[str], starts: list[int], section: str, offset: int) -> set[int]:
    """Return which tokens are line ends within a paragraph of `section`, which begins at `offset` of its text."""
    line_ends, at = [], -1
    for _ in range(words.count("\n")):
        at = words.index("\n", at + 1)
        line_ends.append(at)
    around = [(at, words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "") for at in line_ends]
    # Lines that end in a carriage return leave an empty line two line ends, and neither breaks a line only.
    around = [(at, before, after) for at, before, after in around if before[:1] != "\n" and after[:1] != "\n"]
    if _is_wrapped(section):
        return {at for at, before, _ in around if not _ended(before)}
    full = _full_lines(section)
    return {at for at, before, after in around if _goes_on(before, after) or starts[at] - offset in full}


def _goes_on(before: str, after: str) -> bool:
    """Whether a line was broken in the middle of a sentence: it goes on in lower case, or with digits after a word."""
    if _ended(before):
        return False
    return after[:1].islower() or (after[:1].isdecimal() and before[:1].islower())


def _ended(word: str) -> bool:
    return word[-1:] in _ENDS_A_LINE


def _is_wrapped(text: str) -> bool:
    lines = text[:_TELLING].split("\n")
    open_lines = [len(line.rstrip()) for line, after in pairwise(lines) if _is_open(line, after)]
    filled = sum(1 for line in lines if line.strip())
    return (
        len(open_lines) >= _MANY_LINES
        and len(open_lines) * 2 >= filled
        and max(open_lines) in _WRAPPED_WIDTH
        and sorted(open_lines)[len(open_lines) // 2] in _WRAPPED_WIDTH
    )


def _is_open(line: str, after: str) -> bool:
    """Whether a line ends without a sign that ends it, and another line that is no point of a list follows."""
    following = after.lstrip()
    return bool(following and line.strip()) and not _ended(line.rstrip()) and following[0] not in _BULLETS


def _full_lines(text: str) -> set[int]:
    """Return where the lines of a few end that were broken because the next word had no room on them.

    That they were is believed where a sentence goes on over a line end, or begins in a line that does not end it, and
    where hardly a line was left open with room to spare, as headlines and the lines of a bulletin are.
    """
    lines = text[:_TELLING].split("\n")
    widths = [len(line.rstrip()) for line in lines]
    width = max(widths)
    if width not in _WRAPPED_WIDTH or not any(line.rstrip()[-1:] in _SENTENCE_ENDS for line in lines):
        return set()
    full: set[int] = set()
    loose, shown, end = 0, False, -1
    for place, (line, after) in enumerate(pairwise(lines)):
        end += len(line) + 1
        if not _is_open(line, after):
            continue
        following = after.split(maxsplit=1)[0]
        if widths[place] + 1 + len(following) <= width or widths[place] not in _WRAPPED_WIDTH:
            loose += 1
            continue
        shown = shown or following[0].islower() or _NEXT_SENTENCE.search(line) is not None
        last = line.split()[-1]
        if place or last[0].islower() or last[0].isdecimal() or last[-1] == ",":  # else it may be a headline
            full.add(end)
    return full if shown and loose <= max(1, len(full) // _FULL_TO_LOOSE) else set()
