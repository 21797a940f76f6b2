"""A claim as it is found in one sentence: who, by which word, and where what is claimed begins."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(slots=True)
class Claim:
    """One cue with its source, in tokens (half-open).

    `source` is None if the text only says "he" or "the same": then `stands_for` holds that word ("" if there is none).
    `content` is where the claim begins if it follows the cue, or None if the cue stands within or behind it, like "laut
    Polizei" and ", sagte er". `end` is where the claim ends at the latest, or None. `leading` is whether the cue opens
    its clause, so that nothing before it belongs to it. `quoted` is whether the cue stands behind a quotation,
    `backwards` whether the sentence before is claimed ("Das teilte die Polizei mit"). `partner` is the preposition that
    the figure follows ("sprach von"), or -1; the cue of an `elided` claim stands before, with another source.
    `ambiguous` is whether the verb may do something else than say. `answer` is who answers in an interview, if it is
    "we" who say so.
    """

    source: Span | None
    cue: Span
    sort: str
    content: int | None = None
    end: int | None = None
    stands_for: str = ""
    leading: bool = False
    quoted: bool = False
    backwards: bool = False
    partner: int = -1
    elided: bool = False
    ambiguous: bool = False
    answer: Span | None = None

    @property
    def extent(self) -> Span:
        """Return the tokens from the first to the last of source and cue."""
        if self.source is None:
            return self.cue
        if self.elided:
            return self.source
        return min(self.source[0], self.cue[0]), max(self.source[1], self.cue[1])
