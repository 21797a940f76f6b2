"""Phrases of several words found among tokens: the longest one that ends, or begins, at a place."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.reading.text.tokens import Tokens, tokens


class Phrases:
    """A set of phrases, each with what it means; they are looked up by their last or first word."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Take pairs of phrase and meaning; a phrase is cut into tokens as a text is."""
        # By the last word, then by the one before it, as many phrases end with the same one ("de"); none: "".
        self.by_last: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        self.by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, meaning in entries:
            words = tokens(phrase).lowers
            before = words[-2] if len(words) > 1 else ""
            self.by_last.setdefault(words[-1], {}).setdefault(before, []).append((words, meaning))
            self.by_first.setdefault(words[0], []).append((words, meaning))
        for found in (*self.by_first.values(), *(one for ends in self.by_last.values() for one in ends.values())):
            found.sort(key=lambda pair: -len(pair[0]))

    def before(self, cut: Tokens, stop: int) -> tuple[int, str] | None:
        """Return where the longest phrase begins that ends right before token `stop`, and its meaning."""
        if stop < 1:
            return None
        lowers = cut.lowers
        # Few words end a phrase, and the end of the text is met seldom enough to be an exception.
        try:
            ends = self.by_last.get(lowers[stop - 1])
        except IndexError:
            return None
        if ends is None:
            return None
        for words, meaning in ends.get(lowers[stop - 2], ()) if stop > 1 else ():
            first = stop - len(words)
            if first >= 0 and lowers[first:stop] == words:
                return first, meaning
        for _, meaning in ends.get("", ()):
            return stop - 1, meaning
        return None

    def at(self, cut: Tokens, first: int) -> tuple[int, str] | None:
        """Return where the longest phrase stops that begins at token `first`, and its meaning."""
        if first < 0:
            return None
        lowers = cut.lowers
        try:
            begun = self.by_first.get(lowers[first])
        except IndexError:
            return None
        if begun is None:
            return None
        for words, meaning in begun:
            stop = first + len(words)
            if len(words) == 1 or lowers[first:stop] == words:
                return stop, meaning
        return None
