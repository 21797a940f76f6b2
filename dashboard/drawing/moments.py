"""Events on lanes over time, and claims scattered over time with labels that keep out of each other's way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.drawing.picture import ADVANCE, Caption, Chart, Picture, axis, compose, escape, opening
from dashboard.drawing.style import MARKERS, Look

LANE, PLOT = 42.0, 400.0
BARS = ("range", "vague")


def lanes(
    table: pd.DataFrame, caption: Caption, look: Look, *, name: str, alt: str, story_day: date | None, story_label: str
) -> Picture:
    """Draw one lane per kind of event; every event is a mark on its day, the story's day (if it is known) a line.

    Columns: `lane` (heading), `on` (day), `solid` (confirmed), `hover`.
    """
    names = list(dict.fromkeys(table["lane"]))
    left = {"phone": 92.0, "tablet": 130.0}.get(look.screen, 150.0)
    chart = Chart()
    chart.add_scatter(
        x=[f"{day:%Y-%m-%d}" for day in table["on"]],
        y=[names.index(lane) for lane in table["lane"]],
        mode="markers",
        marker={
            "symbol": "circle",
            "size": look.size(13),
            "color": [look.colour("monitor" if solid else "background") for solid in table["solid"]],
            "line": {"color": look.colour("monitor"), "width": look.size(2)},
            "opacity": 0.9,
        },
        text=list(table["hover"]),
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
    )
    if story_day is not None:
        settings = _dates(table["on"], look, caption)
        start, end = (pd.Timestamp(one) for one in settings["range"])
        # Inside the plot, on the roomier side of its line: above the plot stands the subtitle.
        late = pd.Timestamp(story_day) - start > (end - start) / 2
        chart.add_upright(
            f"{story_day:%Y-%m-%d}", line={"color": look.colour("story"), "width": look.size(2), "dash": "dash"}
        )
        chart.add_annotation(
            x=f"{story_day:%Y-%m-%d}",
            y=1,
            yref="paper",
            text=f"<b>{escape(story_label)}</b>",
            showarrow=False,
            xanchor="right" if late else "left",
            xshift=look.size(-6 if late else 6),
            yanchor="top",
            font={"color": look.colour("story"), "size": look.size(13.5)},
        )
    chart.update_axes(
        "y",
        **axis(
            look,
            lines=True,
            range=[len(names) - 0.5, -0.9],
            tickvals=list(range(len(names))),
            ticktext=[escape(one) for one in names],
        ),
    )
    chart.update_axes("y", tickfont={"size": look.size(14), "color": look.colour("ink")})
    chart.update_axes("x", **axis(look, **_dates(table["on"], look, caption)))
    return compose(
        chart,
        caption,
        look,
        plot_height=LANE * (max(2, len(names)) + 0.3) + 20,
        name=name,
        alt=alt,
        left=left,
        right=24,
    )


def _dates(days: pd.Series, look: Look, caption: Caption) -> dict[str, Any]:
    """Return range and ticks of a time axis with a little air at both ends."""
    first, last = days.min(), days.max()
    air = max(pd.Timedelta(days=2), (last - first) * 0.03)
    return {
        "type": "date",
        "range": [f"{first - air:%Y-%m-%d}", f"{last + air:%Y-%m-%d}"],
        "nticks": 4 if look.screen == "phone" else 9,
        "tickformat": caption.date_format,
    }


@dataclass(frozen=True)
class Box:
    """A label's place in pixels: lower left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def hits(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def place_labels(
    points: list[tuple[float, float]],
    widths: list[float],
    height: float,
    size: tuple[float, float],
    obstacles: tuple[Box, ...] = (),
) -> list[Box | None]:
    """Find a place for each label near its point so that none covers another label or point; None where there is none.

    All in pixels, origin lower left; `size` is the plotting area, `obstacles` are to be kept clear too. Greedy in the
    order given (put the important first): a known heuristic for point-feature labelling (Christensen, Marks and
    Shieber, 1995). Stretching the picture sideways afterwards cannot make two labels meet.
    """
    marks = [*(Box(x - 7, y - 7, 14, 14) for x, y in points), *obstacles]
    placed: list[Box | None] = []
    for (x, y), width in zip(points, widths, strict=True):
        spots = [(9, -height / 2), (-width - 9, -height / 2)]
        spots += [
            (dx, dy)
            for dy in (10, -height - 10, 26, -height - 26, 46, -height - 46, 66, -height - 66, 90)
            for dx in (-width / 2, 2, -width - 2)
        ]
        placed.append(
            next(
                (
                    box
                    for box in (Box(x + dx, y + dy, width, height) for dx, dy in spots)
                    if box.x >= 0
                    and box.x + width <= size[0]
                    and box.y >= 0
                    and box.y + height <= size[1]
                    and not any(box.hits(other) for other in placed if other)
                    and not any(box.hits(mark) for mark in marks)
                ),
                None,
            )
        )
    return placed


def over_time(table: pd.DataFrame, caption: Caption, look: Look, *, name: str, alt: str) -> Picture:
    """Scatter claims over the day they are about, with bounds drawn upright and labels where there is room.

    Columns: `on` (day), `low`, `best`, `high`, `bound`, `label`, `side`, `solid`, `faded`, `hover`,
    `opens` (the address a click leads to).
    """
    chart = Chart()
    rows = list(table.to_dict("records"))
    spots = [_spot(row) for row in rows]
    ends = [float(row[end]) for row in rows for end in ("low", "best", "high") if not pd.isna(row[end])]
    top = max([*ends, 1.0]) * 1.12
    height = PLOT
    left = 52.0
    for side in dict.fromkeys(row["side"] for row in rows):
        mine = [(row, spot) for row, spot in zip(rows, spots, strict=True) if row["side"] == side]
        _upright(chart, mine, side, look, top)
        chart.add_scatter(
            x=[f"{row['on']:%Y-%m-%d}" for row, _ in mine],
            y=[spot for _, spot in mine],
            mode="markers",
            marker={
                "symbol": MARKERS[side],
                "size": look.size(12),
                "color": [look.colour(side if row["solid"] else "background") for row, _ in mine],
                "line": {"color": look.colour(side), "width": look.size(2)},
                "opacity": [0 if row["bound"] in BARS else 0.45 if row["faded"] else 1 for row, _ in mine],
            },
            customdata=[row["opens"] for row, _ in mine],
            text=[row["hover"] for row, _ in mine],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )
    settings = _dates(table["on"], look, caption)
    _labels(chart, rows, spots, look, settings["range"], top, (look.width() / look.scale - left - 20, height))
    chart.update_axes("x", **axis(look, **settings))
    chart.update_axes("y", **axis(look, lines=True, range=[0, top], nticks=6, tickformat=",~f"))
    return compose(chart, caption, look, plot_height=height, name=name, alt=alt, left=left, right=20, bottom=46)


def _spot(row: dict[str, Any]) -> float:
    """Return where a claim's mark stands: its number, or the middle of a range or a vague figure."""
    if row["bound"] in BARS:
        return (float(row["low"]) + float(row["high"])) / 2
    return float(next(row[end] for end in ("best", "low", "high") if not pd.isna(row[end])))


def _upright(chart: Chart, rows: list[tuple[dict[str, Any], float]], side: str, look: Look, top: float) -> None:
    colour = look.colour(side)
    for row, spot in rows:
        day = f"{row['on']:%Y-%m-%d}"
        if row["bound"] in BARS:
            dash = "dot" if row["bound"] == "vague" else "solid"
            ends = [float(row["low"]), float(row["high"])]
            chart.add_scatter(
                x=[day, day],
                y=ends,
                mode="lines",
                line={"color": colour, "width": look.size(3), "dash": dash},
                hoverinfo="skip",
            )
            continue
        reach = {"more_than": 0.05, "at_least": 0.05, "up_to": -0.05, "less_than": -0.05, "nearly": -0.035}.get(
            row["bound"]
        )
        if reach is not None:
            end = max(0.0, spot + reach * top)
            chart.add_scatter(
                x=[day, day],
                y=[spot, end],
                mode="lines+markers",
                line={"color": colour, "width": look.size(2)},
                marker={
                    "symbol": ["circle", "triangle-up" if reach > 0 else "triangle-down"],
                    "size": [0.1, look.size(8)],
                    "color": colour,
                },
                hoverinfo="skip",
            )


def _labels(
    chart: Chart,
    rows: list[dict[str, Any]],
    spots: list[float],
    look: Look,
    span: list[str],
    top: float,
    size: tuple[float, float],
) -> None:
    start, end = (pd.Timestamp(one) for one in span)
    points = [
        ((row["on"] - start) / (end - start) * size[0], spot / top * size[1])
        for row, spot in zip(rows, spots, strict=True)
    ]
    type_size = 13.0
    widths = [len(str(row["label"])) * type_size * ADVANCE["sans"] + 4 for row in rows]
    # Latest first: what is nearest to today matters most and gets its label.
    order = sorted(range(len(rows)), key=lambda index: (bool(rows[index]["faded"]), -points[index][0]))
    bars = tuple(
        Box(x - 4, float(row["low"]) / top * size[1], 8, (float(row["high"]) - float(row["low"])) / top * size[1])
        for row, (x, _) in zip(rows, points, strict=True)
        if row["bound"] in BARS
    )
    boxes = place_labels([points[i] for i in order], [widths[i] for i in order], type_size * 1.25, size, bars)
    for index, box in zip(order, boxes, strict=True):
        if box is None:
            continue
        row, (x, y) = rows[index], points[index]
        # A label that had to move away from its mark is tied to it by a hair line.
        ax, ay = box.x + box.width / 2 - x, -(box.y + box.height / 2 - y)
        away = box.y > y + 16 or box.y + box.height < y - 16
        chart.add_annotation(
            x=f"{row['on']:%Y-%m-%d}",
            y=spots[index],
            ax=look.size(ax),
            ay=look.size(ay),
            xanchor="center",
            yanchor="middle",
            text=escape(str(row["label"])),
            showarrow=True,
            arrowhead=0,
            arrowwidth=look.size(1),
            arrowcolor=look.colour("rule") if away else "rgba(0,0,0,0)",
            standoff=look.size(6),
            borderpad=0,
            **opening(row["opens"]),
            font={"size": look.size(type_size), "color": look.colour("quiet" if row["faded"] else row["side"])},
        )
