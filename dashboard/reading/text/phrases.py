"""Phrases of several words found among tokens: the longest one that ends, or begins, at a place."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.reading.text.tokens import Tokens, tokens


class Phrases:
    """A set of phrases, each with what it means; they are looked up by their last or first word."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Take pairs of phrase and meaning; a phrase is cut into tokens as a text is."""
        self.by_last: dict[str, list[tuple[list[str], str]]] = {}
        self.by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, meaning in entries:
            words = tokens(phrase).lowers
            self.by_last.setdefault(words[-1], []).append((words, meaning))
            self.by_first.setdefault(words[0], []).append((words, meaning))
        for index in (self.by_last, self.by_first):
            for found in index.values():
                found.sort(key=lambda pair: -len(pair[0]))

    def before(self, cut: Tokens, stop: int) -> tuple[int, str] | None:
        """Return where the longest phrase begins that ends right before token `stop`, and its meaning."""
        for words, meaning in self.by_last.get(cut.lower(stop - 1), ()):
            first = stop - len(words)
            if len(words) == 1 or (first >= 0 and cut.lowers[first:stop] == words):
                return first, meaning
        return None

    def at(self, cut: Tokens, first: int) -> tuple[int, str] | None:
        """Return where the longest phrase stops that begins at token `first`, and its meaning."""
        for words, meaning in self.by_first.get(cut.lower(first), ()):
            stop = first + len(words)
            if len(words) == 1 or cut.lowers[first:stop] == words:
                return stop, meaning
        return None
