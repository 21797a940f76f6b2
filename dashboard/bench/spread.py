"""Repeated measurements as median and spread. A mean would hide the one slow rerun in twenty that readers notice."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


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


def slope(values: Sequence[tuple[float, float]]) -> float:
    """Return the rise of y per x along the straight line nearest to the points; 0 with fewer than three points."""
    if len(values) < 3:
        return 0.0
    return statistics.linear_regression(*zip(*values, strict=True)).slope
