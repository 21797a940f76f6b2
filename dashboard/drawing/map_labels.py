"""Writes on the map: claims beside their circles, boxes beside their place, then names; nothing over anything else.

Everything is placed in desk pixels of the plotting area, origin lower left, and handed to Plotly as shifts from points
on the ground, so that it stays with its place when the map is moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, degrees, pi, sqrt
from typing import Any

import pandas as pd

from dashboard.drawing.claims import FLOORS
from dashboard.drawing.map_frame import NEAR, Frame
from dashboard.drawing.moments import Box
from dashboard.drawing.picture import ADVANCE, Chart, escape, opening
from dashboard.drawing.style import SERIF, Look

TYPE = 13.5
LINE = TYPE * 1.35
NAMES: dict[str, tuple[float, str, int]] = {
    "country": (19.0, "quiet", 600),
    "region": (13.5, "quiet", 400),
    "town": (12.5, "quiet", 400),
}
UPPER_ENDS = ("less_than", "nearly", "up_to")
SMALLEST = 26  # px: circles with a smaller radius share one label


class Writer:
    """Writes on one map and remembers what is taken."""

    def __init__(self, chart: Chart, frame: Frame, look: Look, *, halo: bool) -> None:
        """Start on an empty picture; with `halo`, writing has a veil behind it that keeps it legible on shading."""
        self.chart, self.frame, self.look = chart, frame, look
        self.behind = {"bgcolor": veil(look.colour("map_front"), 0.35)} if halo else {}
        self.taken: list[Box] = []  # by marks and writing
        self.written: list[Box] = []
        self.unwilling: list[Box] = []  # points of towns that only orient: covered if there is no other room

    def keep_clear(self, table: pd.DataFrame, size: float = 16) -> None:
        """Keep marks at the points of a table free of writing."""
        for x, y in zip(table["x"], table["y"], strict=True):
            px, py = self.frame.pixel(x, y)
            self.taken.append(Box(px - size / 2, py - size / 2, size, size))

    def rather_not(self, table: pd.DataFrame, size: float) -> None:
        """Keep the points of a table free of claims and boxes if there is other room."""
        for x, y in zip(table["x"], table["y"], strict=True):
            px, py = self.frame.pixel(x, y)
            self.unwilling.append(Box(px - size / 2, py - size / 2, size, size))

    def claims(self, areas: pd.DataFrame, together: tuple[str, ...]) -> None:
        """Write claimed areas, largest first, in a column beside their circles, each with a line to its rim.

        Where the circles are too small to be told apart, the lines of `together` are said of all of them. Rows without
        an `id` are yardsticks and stand under their own circle.
        """
        if areas.empty:
            return
        for row in areas.to_dict("records"):
            x, y = self.frame.pixel(row["x"], row["y"])
            reach = _reach(row) * self.frame.scale
            self.taken.append(Box(x - reach, y - reach, 2 * reach, 2 * reach))
        claims = areas[areas["id"] != ""].sort_values("high", ascending=False)
        for _, claimed in claims.groupby("id", sort=False):
            self._around(claimed.to_dict("records"), together)
        if self.look.screen == "phone":  # no room for words: the key has them
            return
        for row in areas[areas["id"] == ""].to_dict("records"):
            px, py = self.frame.pixel(row["x"], row["y"])
            reach = _reach(row) * self.frame.scale
            wide = width(row["said"], TYPE)
            box = Box(px - wide / 2, py - reach - LINE - 2, wide, LINE)
            self._write(box, (row["x"], row["y"] - _reach(row)), row["said"], TYPE, row["role"], 600)

    def _around(self, claimed: list[dict[str, Any]], together: tuple[str, ...]) -> None:
        """Write the claims around one place, the largest first."""
        x, y = self.frame.pixel(claimed[0]["x"], claimed[0]["y"])
        outer = _reach(claimed[0]) * self.frame.scale
        if self.look.screen == "phone":
            self._pin({**claimed[0], "bound": "exact"}, (x + outer, y), 90)
        elif outer < SMALLEST and len(claimed) > 1:
            hover = "<br><br>".join(row["hover"] for row in claimed)
            every = {**claimed[0], "hover": hover, "bound": "exact", "opens": claimed[0]["opens_all"]}
            self._beside(x, y, outer, [{**every, "said": line} for line in together], leads=1)
        else:
            self._beside(x, y, outer, claimed)

    def _beside(
        self, x: float, y: float, outer: float, claimed: list[dict[str, Any]], leads: int | None = None
    ) -> None:
        """Write claims in a column right of a point, or left of it where there is no room, and lead each to its rim.

        With `leads`, only as many of them, from the first.

        On the rim stands a mark to be pointed at; it points outwards where the claim is a lower end, inwards where it
        is an upper one.
        """
        for broken in (False, True):  # rather in two lines each than not at all
            texts = [row["said"].replace(" (", "\n(", 1).split("\n") if broken else [row["said"]] for row in claimed]
            wide = max(width(line, TYPE) for lines in texts for line in lines)
            high = sum(len(lines) for lines in texts) * LINE + 4 * len(texts)
            sides = (x + outer + 16, x - outer - 16 - wide)
            columns = [Box(left, y - high / 2 + up, wide, high) for up in (0, 30, -30, 60, -60) for left in sides]
            column = self._best(columns)
            if column is not None:
                break
        else:  # the key has the words
            self._pin(claimed[0], (x + outer, y), 90)
            return
        right = column.x > x
        top = column.y + high
        for number, (row, lines) in enumerate(zip(claimed, texts, strict=True)):
            reach = _reach(row) * self.frame.scale
            tall = len(lines) * LINE
            box = Box(column.x, top - tall, wide, tall)
            top -= tall + 4
            middle = box.y + tall / 2
            up = max(-0.92, min(0.92, (middle - y) / reach)) * reach
            aside = (1 if right else -1) * sqrt(reach**2 - up**2)
            rim = (x + aside, y + up) if leads is None or number < leads else None
            if rim is not None:
                self._pin(row, rim, degrees(atan2(aside, up)))
            bold = {"weight": 600}
            self._lead_to(box, rim or (x + aside, y + up), lines, bold, row["opens"], line=rim is not None)

    def _pin(self, row: dict[str, Any], at: tuple[float, float], outwards: float) -> None:
        """Mark the rim of an area; `outwards` is the direction away from its centre, in degrees from north."""
        x, y = self.frame.ground(*at)
        lower, upper = row["bound"] in FLOORS, row["bound"] in UPPER_ENDS
        self.chart.add_scatter(
            x=[x],
            y=[y],
            mode="markers",
            marker={
                "symbol": "triangle-up" if lower or upper else "circle",
                "angle": outwards + (180 if upper else 0),
                "size": self.look.size(11 if lower or upper else 7),
                "color": self.look.colour(row["role"]),
            },
            customdata=[row["opens"]],
            text=[row["hover"]],
            hovertemplate="%{text}<extra></extra>",
        )

    def boxes(self, troops: pd.DataFrame) -> None:
        """Write what is said about soldiers in a box near the place, led to it: a range of claims, never one number."""
        for number, row in enumerate(troops.to_dict("records")):
            x, y = self.frame.pixel(row["x"], row["y"])
            # Where there is no room for words the key has them; on a map of the whole front for one place only.
            if self.look.screen == "phone" or (number and self.frame.scale < NEAR):
                self._sign(row)
                continue
            wide = max(width(line, TYPE) for line in row["lines"]) + 14
            high = len(row["lines"]) * LINE + 12
            box = self._room(x, y, wide, high)
            if box is None:
                self._sign(row)
                continue
            frame: dict[str, Any] = {
                "bgcolor": self.look.colour("background"),
                "bordercolor": self.look.colour("ink"),
                "borderwidth": self.look.size(1.5),
                "borderpad": self.look.size(5),
                "hovertext": row["hover"],
            }
            self._lead_to(box, (x, y), row["lines"], {}, row["opens"], **frame)

    def _sign(self, row: dict[str, Any]) -> None:
        """Mark a place of which something is said; the words are in the key. Beside the point, where a town may be."""
        x, y = self.frame.pixel(row["x"], row["y"])
        around = [(15, 9), (-15, 9), (15, -9), (-15, -9), (0, 19), (0, -19), (24, 0), (-24, 0)]
        boxes = [Box(x + dx - 8, y + dy - 8, 16, 16) for dx, dy in around]
        box = self._best(boxes) or boxes[0]
        self.taken.append(box)
        east, north = self.frame.ground(box.x + 8, box.y + 8)
        self.chart.add_scatter(
            x=[east],
            y=[north],
            mode="markers",
            marker={
                "symbol": "hexagon2",
                "size": self.look.size(13),
                "color": self.look.colour("background"),
                "line": {"color": self.look.colour("ink"), "width": self.look.size(2.2)},
            },
            customdata=[row["opens"]],
            text=[row["hover"]],
            hovertemplate="%{text}<extra></extra>",
        )

    def _room(self, x: float, y: float, wide: float, high: float) -> Box | None:
        """Return the nearest free place for a box around a point, if there is one not too far."""
        for far in (18, 36, 60, 90):  # rather over the point of a town than far away
            beside = [(x + far, y - high / 2), (x - far - wide, y - high / 2)]
            across = [(x - wide / 2, y + far), (x - wide / 2, y - far - high)]
            spots = [Box(left, bottom + up, wide, high) for up in (0, 45, -45, 90, -90) for left, bottom in beside]
            spots += [Box(left + right, bottom, wide, high) for right in (0, 90, -90) for left, bottom in across]
            if (best := self._best(spots)) is not None:
                return best
        return None

    def _best(self, boxes: list[Box]) -> Box | None:
        """Return the first free box, if possible one that covers no town."""
        free = [one for one in boxes if self._free(one)]
        clear = (one for one in free if not any(one.hits(other) for other in self.unwilling))
        return next(clear, free[0] if free else None)

    def _free(self, box: Box) -> bool:
        return self.frame.holds(box) and not any(box.hits(other) for other in self.taken)

    def names(self, wanted: Iterable[dict[str, Any]]) -> None:
        """Write names at their points in the order given, and leave out what finds no room: a name afar would mislead.

        Rows: `x`, `y`, `text`, `size`, `role` (of colour), `weight`; `kind` of `NAMES` for what only orients; `around`,
        the radius in km of what is drawn around the point, if anything is.
        """
        named = []
        for row in (row for row in wanted if self.frame.shows(row["x"], row["y"])):
            x, y = self.frame.pixel(row["x"], row["y"])
            if row.get("kind") == "town" and any(Box(x - 3, y - 3, 6, 6).hits(one) for one in self.written):
                continue  # its point is covered
            wide, high = width(row["text"], row["size"]), row["size"] * 1.3
            spots = _spots(wide, high, row.get("kind", "town"), row.get("around", 0.0) * self.frame.scale)
            boxes = (Box(x + dx, y + dy, wide, high) for dx, dy in spots)
            box = next((one for one in boxes if self._free(one)), None)
            if box is not None:
                named.append(row)
                serif = row.get("kind") == "country"
                self._write(
                    box, (row["x"], row["y"]), row["text"], row["size"], row["role"], row["weight"], serif=serif
                )
        dots = [row for row in named if row.get("kind") == "town"]
        if dots:
            self.chart.add_scatter(
                x=[row["x"] for row in dots],
                y=[row["y"] for row in dots],
                mode="markers",
                marker={"symbol": "circle", "size": self.look.size(4), "color": self.look.colour("quiet")},
                hoverinfo="skip",
            )

    def _write(
        self,
        box: Box,
        at: tuple[float, float],
        text: str,
        size: float,
        role: str,
        weight: int,
        *,
        serif: bool = False,
    ) -> None:
        """Write a line into a box near a point of the ground; it keeps its distance in pixels on a wider screen."""
        x, y = self.frame.pixel(*at)
        left = box.x + box.width <= x
        family = {"family": SERIF} if serif else {}
        heavy = {"weight": weight} if weight != 400 else {}
        self.chart.add_annotation(
            x=at[0],
            y=at[1],
            xanchor="right" if left else "left",
            yanchor="bottom",
            xshift=self.look.size((box.x + box.width if left else box.x) - x),
            yshift=self.look.size(box.y - y),
            text=escape(text),
            showarrow=False,
            borderpad=0,
            **self.behind,
            font={"size": self.look.size(size), "color": self.look.colour(role), **heavy, **family},
        )
        self.taken.append(box)
        self.written.append(box)

    def _lead_to(
        self,
        box: Box,
        at: tuple[float, float],
        lines: list[str],
        font: dict[str, Any],
        opens: str,
        *,
        line: bool = True,
        **more: Any,
    ) -> None:
        """Write lines into a box, led to from a pixel by a thin line (Plotly's arrow without a head)."""
        x, y = at
        east, north = self.frame.ground(x, y)
        across, ax = _toward(box.x, box.width, x, ("left", "center", "right"))
        up, ay = _toward(box.y, box.height, y, ("bottom", "middle", "top"))
        self.chart.add_annotation(
            x=east,
            y=north,
            ax=self.look.size(ax - x),
            ay=-self.look.size(ay - y),
            xanchor=across,
            yanchor=up,
            text="<br>".join(escape(one) for one in lines),
            align="right" if across == "right" and not more else "left",
            arrowhead=0,
            arrowwidth=self.look.size(1),
            arrowcolor=self.look.colour("quiet") if line else "rgba(0,0,0,0)",
            font={"size": self.look.size(TYPE), "color": self.look.colour("ink"), **font},
            **(more or self.behind),
            **opening(opens),
        )
        self.taken.append(box)
        self.written.append(box)


def _toward(start: float, length: float, point: float, names: tuple[str, str, str]) -> tuple[str, float]:
    """Return the side of a stretch that faces a point, by name, and where it is; the middle if the point is inside."""
    before, middle, after = names
    if start >= point:
        return before, start
    if start + length <= point:
        return after, start + length
    return middle, start + length / 2


def _spots(wide: float, high: float, kind: str, around: float) -> list[tuple[float, float]]:
    """Return where a name may stand from its point: around a town, across the middle of a region or a country.

    `around` (px) is the radius of what is drawn around the point.
    """
    if around:
        return [(-wide / 2, around + 4), (-wide - around - 4, -high / 2), (-wide / 2, -around - high - 4)]
    if kind == "town":
        ends = [(9, -high / 2), (-wide - 9, -high / 2), (-wide / 2, 9), (-wide / 2, -high - 9)]
        return [*ends, (6, 6), (6, -high - 6), (-wide - 6, 6), (-wide - 6, -high - 6)]
    return [(-wide / 2 + dx, -high / 2 + dy) for dy in (0, 18, -18, 34, -34) for dx in (0, 24, -24)]


def width(text: str, size: float) -> float:
    """Return how wide a text may become at a type size, in pixels."""
    return len(text) * size * ADVANCE["sans"] * 1.06 + 4


def veil(colour: str, opacity: float) -> str:
    """Return a colour with an opacity, as Plotly takes it."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:.2f})"


def largest_around(areas: pd.DataFrame) -> dict[str, float]:
    """Return the radius in km of the largest area around each place that has one."""
    return areas.groupby("id")["high"].max().map(lambda size: sqrt(size / pi)).to_dict() if len(areas) else {}


def _reach(row: dict[str, Any]) -> float:
    return sqrt(float(row["high"]) / pi)
