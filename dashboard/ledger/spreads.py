"""What several claims of one indicator and one unit span together, without claiming more than they do.

Nothing here is averaged; a *more than* never becomes an upper end, and a vague figure never lends a number.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

LOWER_BOUNDS = ("more_than", "at_least")
UPPER_BOUNDS = ("up_to", "less_than")
# Which wording names an end where several share its number: the firm ones first, then what leaves that end open.
_FIRM = ("exact", "range", "about", "nearly")
LOW_ORDER = (*_FIRM, "up_to", "less_than", "at_least", "more_than")
HIGH_ORDER = (*_FIRM, "more_than", "at_least", "less_than", "up_to")


@dataclass(frozen=True)
class End:
    """The lowest or highest number stated, and the bound it was stated with."""

    value: float
    bound: str


@dataclass(frozen=True)
class Ends:
    """The two ends of several claims; where both are one number, `bounds` tells how it was said, the firmest first."""

    low: End
    high: End
    bounds: tuple[str, ...]


@dataclass(frozen=True)
class Spread:
    """What several claims span: their ends, None where none gives a number, and how many leave something open.

    `floors` counts claims without an upper end, `ceilings` those without a lower one, `vague` those without a number.
    """

    claims: int
    ends: Ends | None = None
    floors: int = 0
    ceilings: int = 0
    vague: int = 0


def spread(figures: pd.DataFrame) -> Spread:
    """Span the claims of `figures` (one indicator, one unit; columns low, best, high, bound)."""
    bounds = list(figures["bound"])
    return Spread(
        claims=len(bounds),
        ends=_ends(figures),
        floors=sum(bound in LOWER_BOUNDS for bound in bounds),
        ceilings=sum(bound in UPPER_BOUNDS for bound in bounds),
        vague=bounds.count("vague"),
    )


def _ends(figures: pd.DataFrame) -> Ends | None:
    """Return the lowest and the highest number, each with its bound: firm if anyone states it firmly, else open."""
    points = [
        End(float(value), bound)
        for *values, bound in zip(*(figures[name] for name in ("low", "best", "high", "bound")), strict=True)
        if bound != "vague"
        for value in values
        if not pd.isna(value)
    ]
    if not points:
        return None
    bottom, top = min(one.value for one in points), max(one.value for one in points)
    at_bottom = {one.bound for one in points if one.value == bottom}
    at_top = {one.bound for one in points if one.value == top}
    return Ends(
        End(bottom, min(at_bottom, key=LOW_ORDER.index)),
        End(top, min(at_top, key=HIGH_ORDER.index)),
        tuple(one for one in LOW_ORDER if one in at_bottom),
    )
