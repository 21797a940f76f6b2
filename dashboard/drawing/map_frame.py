"""How a section of the map fits a screen: what is shown of it, and where a point of the ground stands."""

from __future__ import annotations

from dashboard.drawing.moments import Box
from dashboard.drawing.style import Look
from dashboard.geography.extents import Section

NEAR = 1.5  # px per km: a closer map than that of the whole front
HEIGHTS = {"phone": 400.0, "tablet": 560.0, "desk": 560.0, "wide": 680.0, "wall": 680.0}
SHARE = 0.64  # of the page's width; what belongs to a chosen place stands beside the map


class Frame:
    """What a screen shows of a section: ranges in kilometres, and how many desk pixels a kilometre is."""

    def __init__(self, section: Section, look: Look) -> None:
        """Fit a section to a kind of screen."""
        self.section = section
        self.width = look.width(SHARE) / look.scale
        self.height = HEIGHTS[look.screen]
        # Never more than the ground has: 1.86 half widths high, 2.5 wide.
        self.scale = max(self.height / (1.86 * section.half), self.width / (2.5 * section.half))
        self.xs = [section.x - self.width / self.scale / 2, section.x + self.width / self.scale / 2]
        self.ys = [section.y - self.height / self.scale / 2, section.y + self.height / self.scale / 2]

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands in the plotting area, in desk pixels from its lower left corner."""
        return (x - self.xs[0]) * self.scale, (y - self.ys[0]) * self.scale

    def ground(self, x: float, y: float) -> tuple[float, float]:
        """Return which point of the ground, in kilometres, stands at a pixel."""
        return self.xs[0] + x / self.scale, self.ys[0] + y / self.scale

    def shows(self, x: float, y: float) -> bool:
        """Whether the point is inside the picture."""
        return self.xs[0] <= x <= self.xs[1] and self.ys[0] <= y <= self.ys[1]

    def holds(self, box: Box) -> bool:
        """Whether a box is wholly inside the picture."""
        return box.x >= 0 and box.y >= 0 and box.x + box.width <= self.width and box.y + box.height <= self.height
