"""Repeated measurements as median and spread. A mean would hide the one slow rerun in twenty that readers notice."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True)
class Spread:
    """Median, 5th and 95th percentile of `count` measurements; with few of them the ends lie close to the extremes."""

    median: float
    low: float
    high: float
    count: int


def spread(values: Sequence[float]) -> Spread:
    """Summarise measurements, percentiles interpolated between neighbours; ValueError if there are none."""
    if not values:
        raise ValueError("nothing was measured")
    return Spread(statistics.median(values), percentile(values, 5), percentile(values, 95), len(values))


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value below which `percent` of 1 to 99 per cent of the values lie."""
    if len(values) == 1:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the rise of y per x: the median of the slopes between all pairs of points (Theil-Sen).

    Memory is asked of the system in large steps; one step does not make a trend here, steady growth does. 0 with fewer
    than three points. Each x occurs once.
    """
    if len(points) < 3:
        return 0.0
    return statistics.median((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2))
