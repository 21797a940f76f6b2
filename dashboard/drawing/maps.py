"""The map: marks on a still ground. Towns by holder, claimed areas to scale, gains by region, soldiers at a place.

All positions are kilometres on the equal-area plane of `geography.projection`, so that a circle's area is the area it
stands for. The ground is a picture named by its address; nothing here needs a map service or WebGL.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.map_frame import NEAR, SHARE, Frame
from dashboard.drawing.map_labels import NAMES, TYPE, Writer, largest_around, veil
from dashboard.drawing.picture import Caption, Chart, Picture, axis, compose
from dashboard.drawing.style import Look
from dashboard.geography.extents import SECTIONS

BUTTONS = 130.0  # px: Plotly's buttons to enlarge and save
SECTOR = 26.0  # px: the sign of a sector, wide enough to stand around a town's mark
RING = 28.0  # px: the ring around the chosen place
# Shape and role of each holder; hollow where the holder is only inferred.
HOLDERS: dict[str, tuple[str, str]] = {
    "ukraine": ("circle", "ukraine"),
    "russia": ("square", "russia"),
    "contested": ("diamond", "ink"),
    "claimed_by_russia": ("square-x-open", "russia"),
    "unknown": ("circle-x-open", "quiet"),
}


def war_map(
    view: str,
    caption: Caption,
    look: Look,
    *,
    name: str,
    alt: str,
    labels: pd.DataFrame,
    gains: pd.DataFrame,
    areas: pd.DataFrame,
    holders: pd.DataFrame,
    troops: pd.DataFrame,
    handles: pd.DataFrame,
    together: tuple[str, ...],
    chosen: tuple[float, float] | None = None,
) -> Picture:
    """Draw the layers that have rows, in the order gains, areas, towns, soldiers.

    All tables but `handles` have `x` and `y` (km); those of layers also `id` (of a place) and `hover`. `labels`:
    `text`, `kind` (country, region, town). `gains`: `rings` (lists of (x, y); none for a sector), `share` (0 to 1 of
    the largest, missing = no published figure), `said`. `areas`: `rings` (outline, then hole), `high` (km²), `bound`,
    `said`, `role`, `vague`. `holders`: `holder`, `inferred`, `text`. `troops`: `lines` (texts). `handles`: `id`,
    `hover` and `points` all over a region, to be pointed at. `together` says in lines of all areas what they span;
    `chosen` is where the chosen place is ringed.
    """
    frame = Frame(SECTIONS[view], look)
    chart = Chart()
    _ground(chart, view, look)
    _handles(chart, frame, handles)
    _gains(chart, gains, look)
    _areas(chart, areas, look)
    _towns(chart, holders, look, 13 if frame.scale > NEAR else 10)
    _ring(chart, chosen, look)
    _write(Writer(chart, frame, look, halo=len(gains) > 0), labels, gains, holders, areas, troops, together, chosen)
    chart.update_axes("x", **axis(look, range=frame.xs, showticklabels=False))
    chart.update_axes("y", **axis(look, range=frame.ys, showticklabels=False, scaleanchor="x"))
    movable = look.screen != "phone"  # there a finger on the map moves the page
    picture = compose(
        chart,
        caption,
        look,
        plot_height=frame.height,
        name=name,
        alt=alt,
        share=SHARE,
        left=0,
        right=0,
        bottom=4,
        buttons=BUTTONS if movable else 0,
    )
    if movable:
        _movable(chart, frame)
    return picture


def in_picture(view: str, look: Look, table: pd.DataFrame) -> list[bool]:
    """Return for each row whether its point is inside the picture of a section on a kind of screen."""
    frame = Frame(SECTIONS[view], look)
    return [frame.shows(x, y) for x, y in zip(table["x"], table["y"], strict=True)]


def _movable(chart: Chart, frame: Frame) -> None:
    """Let the reader move and enlarge the map, but not beyond what the ground shows."""
    west, south, east, north = frame.section.ground
    chart.update_axes("x", fixedrange=False, minallowed=west, maxallowed=east)
    chart.update_axes("y", fixedrange=False, minallowed=south, maxallowed=north)
    chart.update(dragmode="pan")


def _ground(chart: Chart, view: str, look: Look) -> None:
    west, south, east, north = SECTIONS[view].ground
    chart.update(
        images=[
            {
                "source": f"app/static/map/{view}-{look.theme}.svg",
                "xref": "x",
                "yref": "y",
                "x": west,
                "y": north,
                "sizex": east - west,
                "sizey": north - south,
                "sizing": "stretch",
                "layer": "below",
            }
        ]
    )


def _gains(chart: Chart, gains: pd.DataFrame, look: Look) -> None:
    """Shade regions with a published figure by its size; hatch those without one."""
    for row in (row for row in gains.to_dict("records") if row["rings"]):
        none = pd.isna(row["share"])
        colour = look.colour("quiet" if none else "russia")
        xs, ys = _parted(row["rings"])
        fill: dict[str, Any] = (
            {
                "fillpattern": {
                    "shape": "/",
                    "fgcolor": veil(colour, 0.5),
                    "bgcolor": "rgba(0,0,0,0)",
                    "size": look.size(9),
                    "solidity": 0.12,
                }
            }
            if none
            else {"fillcolor": veil(colour, 0.12 + 0.33 * float(row["share"]))}
        )
        chart.add_scatter(
            x=xs,
            y=ys,
            mode="lines",
            fill="toself",
            line={"color": colour, "width": look.size(1)},
            hoverinfo="skip",
            **fill,
        )
    # What is said of the region, to be pointed at beside its number; the handles around it name the region only.
    said = gains[gains["said"] != ""] if len(gains) else gains
    _points(chart, said, size=look.size(40))
    sectors = said[[not rings for rings in said["rings"]]] if len(said) else said
    if len(sectors):
        line = {"color": look.colour("russia"), "width": look.size(2.5)}
        marker = {"symbol": "triangle-up-open", "size": look.size(SECTOR), "color": look.colour("russia"), "line": line}
        chart.add_scatter(x=list(sectors["x"]), y=list(sectors["y"]), mode="markers", marker=marker, hoverinfo="skip")


def _parted(rings: list[list[tuple[float, float]]]) -> tuple[list[float | None], list[float | None]]:
    """Return rings as one line, parted by gaps."""
    points: list[tuple[float | None, float | None]] = [one for ring in rings for one in [*ring, (None, None)]]
    return [x for x, _ in points], [y for _, y in points]


def _points(chart: Chart, table: pd.DataFrame, size: float) -> None:
    """Add unseen points that can be pointed at and clicked."""
    if len(table):
        chart.add_scatter(
            x=list(table["x"]),
            y=list(table["y"]),
            mode="markers",
            marker={"size": size, "opacity": 0},
            customdata=list(table["opens"]),
            text=list(table["hover"]),
            hovertemplate="%{text}<extra></extra>",
        )


def _handles(chart: Chart, frame: Frame, handles: pd.DataFrame) -> None:
    """Make the regions' whole surface answer to the pointer: Plotly tells clicks on points only.

    What a click leads to stands once, in the trace's legend group.
    """
    west, south, east, north = frame.section.ground
    for row in handles.to_dict("records"):
        points = [(x, y) for x, y in row["points"] if west <= x <= east and south <= y <= north]
        if points:
            chart.add_scatter(
                x=[x for x, _ in points],
                y=[y for _, y in points],
                mode="markers",
                marker={"size": 1, "opacity": 0},
                legendgroup=row["opens"],
                hovertemplate=f"{row['hover']}<extra></extra>",
            )


def _areas(chart: Chart, areas: pd.DataFrame, look: Look) -> None:
    """Draw claimed areas as circles of that size around one point; a vague one as the ring between its ends."""
    for row in areas.to_dict("records"):
        colour = look.colour(row["role"])
        xs, ys = _parted(row["rings"])
        line = {"color": colour, "width": look.size(1.5 if row["vague"] else 2.2)}
        fill = {"fill": "toself", "fillcolor": veil(colour, 0.12)} if row["vague"] else {}
        line |= {"dash": "dot"} if row["vague"] else {}
        chart.add_scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip", **fill)


def _towns(chart: Chart, holders: pd.DataFrame, look: Look, size: float) -> None:
    if holders.empty:
        return
    # What is certain and common first: a contested town is not to lie under its neighbour's mark.
    holders = holders.sort_values("holder", key=lambda column: column.map(list(HOLDERS)[::-1].index), ascending=False)
    rows = holders.to_dict("records")
    marks = [HOLDERS[row["holder"]] for row in rows]
    colours = [look.colour(role) for _, role in marks]
    chart.add_scatter(
        x=list(holders["x"]),
        y=list(holders["y"]),
        mode="markers",
        marker={
            "symbol": [symbol for symbol, _ in marks],
            "size": look.size(size),
            "color": [
                look.colour("background") if row["inferred"] and not symbol.endswith("open") else colour
                for row, (symbol, _), colour in zip(rows, marks, colours, strict=True)
            ],
            "line": {"color": colours, "width": look.size(2.2)},
        },
        customdata=list(holders["opens"]),
        text=list(holders["hover"]),
        hovertemplate="%{text}<extra></extra>",
    )


def _ring(chart: Chart, at: tuple[float, float] | None, look: Look) -> None:
    if at is not None:
        line = {"color": look.colour("story"), "width": look.size(3)}
        marker = {"symbol": "circle-open", "size": look.size(RING), "line": line, "color": look.colour("story")}
        chart.add_scatter(x=[at[0]], y=[at[1]], mode="markers", marker=marker, hoverinfo="skip")


def _write(
    writer: Writer,
    labels: pd.DataFrame,
    gains: pd.DataFrame,
    holders: pd.DataFrame,
    areas: pd.DataFrame,
    troops: pd.DataFrame,
    together: tuple[str, ...],
    chosen: tuple[float, float] | None,
) -> None:
    """Write claims, boxes and gains, then the names: towns with a mark first, then what orients."""
    said = gains[gains["said"] != ""] if len(gains) else gains
    writer.keep_clear(holders)
    writer.keep_clear(said[[not rings for rings in said["rings"]]] if len(said) else said, SECTOR)
    writer.rather_not(labels[labels["kind"] == "town"], 8)
    writer.claims(areas, together)
    writer.boxes(troops)
    loud = {"size": 17.0, "role": "ink", "weight": 700}
    marked = {"size": TYPE, "role": "ink", "weight": 600}
    wanted: list[dict[str, Any]] = []
    for row in said.to_dict("records"):
        where = {"kind": "region"} if row["rings"] else {"around": SECTOR / 2 / writer.frame.scale}
        wanted.append({"x": row["x"], "y": row["y"], "text": row["said"], **loud, **where})
    around = largest_around(areas)
    for row in holders.to_dict("records"):
        ring = RING / 2 / writer.frame.scale if chosen == (row["x"], row["y"]) else 0.0
        place = {"x": row["x"], "y": row["y"], "around": max(ring, around.get(row["id"], 0.0))}
        wanted.append({"text": row["text"], **place, **marked})
    for row in labels.to_dict("records"):
        size, role, weight = NAMES[row["kind"]]
        wanted.append({**row, "size": size, "role": role, "weight": weight})
    writer.names(wanted)
