"""Claims side by side: one row a claim, its bound drawn, its number in words. Never averaged, never joined.

A dot is a number; an arrow says that the wording leaves that end open (*more than*, *up to*); a bar is a range; a
hollow bar is a vague figure. Measured or confirmed numbers are filled, stated and estimated ones hollow.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.picture import ADVANCE, Caption, Chart, Picture, axis, compose, escape, opening, wrap
from dashboard.drawing.style import MARKERS, Look

ROW, STACKED = 34.0, 47.0  # desk pixels a claim takes: at least, and with its label above it
TYPE = 14.0
LIFT = 11.0  # desk pixels from a mark up to a label above it
GAP, ARROW = 14.0, 24.0  # desk pixels between a mark and its number, and the length of an open end
BARS = ("range", "vague")
FLOORS = ("more_than", "at_least")
# Which way a bound leaves its number open, as a share of the arrow's length: right is positive.
OPEN = {"more_than": 1.0, "at_least": 1.0, "up_to": -1.0, "less_than": -1.0, "nearly": -0.7}


def claims(
    table: pd.DataFrame,
    caption: Caption,
    look: Look,
    *,
    name: str,
    alt: str,
    share: float = 1.0,
    reference: dict[str, Any] | None = None,
    reference_label: str = "",
) -> Picture:
    """Draw one row per claim, in the order of the table.

    Columns: `label`, `low`, `best`, `high` (numbers or missing, one unit), `bound`, `said` (the number in words),
    `side`, `solid` (measured or confirmed), `faded` (superseded or older), `hover`, `opens` (the address a click leads
    to), and `heading` (rows with a new heading start a group; may be empty). `reference` is the story's own figure
    (low, best, high, bound, opens), drawn as a line or band.
    """
    left = _label_width(look, share)
    rows = list(table.to_dict("records"))
    positions, headings = _layout(rows)
    span = _reach(rows, reference)
    chart = Chart()
    lowest = min([0.0, *(value for row in rows for value in _ends(row))])
    start = lowest and lowest - 0.04 * (span - lowest)  # left of zero where a number is
    right = _right_end(rows, span, look.width(share) / look.scale - left - 8, start)
    if reference is not None:
        _reference(chart, reference, reference_label, look, right)
    for side in dict.fromkeys(row["side"] for row in rows):
        chosen = [(row, y) for row, y in zip(rows, positions, strict=True) if row["side"] == side]
        _bars(chart, chosen, side, look)
        _dots(chart, chosen, side, look)
    banded = reference is not None and reference["bound"] in BARS
    _numbers(chart, rows, positions, look, "rgba(0,0,0,0)" if banded else look.colour("background"))
    _headings(chart, headings, look, left, look.width(share))
    depth = (positions[-1] if positions else 0) + 0.75
    top_room = 0.75 if reference is None else 1.5
    chart.update_axes(
        "x", **axis(look, lines=True, range=[start, right], nticks=5 if left < 200 else 7, tickformat=",~f")
    )
    above = look.screen == "phone"
    labels = [_row_label(row, look, look.width(share) / look.scale if above else left) for row in rows]
    if above:
        _labels_above(chart, labels, positions, look)
    ticks: dict[str, Any] = {"showticklabels": False} if above else {"tickvals": positions, "ticktext": labels}
    chart.update_axes("y", **axis(look, range=[depth, -top_room], ticklabelstandoff=round(look.size(8)), **ticks))
    chart.update_axes("y", tickfont={"size": look.size(TYPE), "color": look.colour("ink")})
    tallest = max([1, *(label.count("<br>") + 1 for label in labels)])
    lines = tallest * TYPE * 1.3
    height = (STACKED + lines - TYPE * 1.3 if above else max(ROW, lines + 6)) * (depth + top_room)
    return compose(chart, caption, look, plot_height=height, name=name, alt=alt, share=share, left=left, right=8)


def _headings(chart: Chart, headings: list[tuple[str, float]], look: Look, left: float, width: float) -> None:
    for text, y in headings:
        lines = wrap(text, width, look.size(TYPE) * 1.06).lines[:2]
        chart.add_annotation(
            text="<br>".join(f"<b>{escape(line)}</b>" for line in lines),
            x=0,
            xref="paper",
            y=y - 0.15 * (len(lines) - 1),  # two lines keep off the label that stands above the next mark
            xshift=-look.size(left),
            xanchor="left",
            yanchor="middle",
            align="left",
            showarrow=False,
            font={"size": look.size(TYPE), "color": look.colour("ink")},
        )


def _label_width(look: Look, share: float) -> float:
    return {"phone": 6.0, "tablet": 200.0}.get(look.screen, 210.0 if share < 1 else 330.0)


def _row_label(row: dict[str, Any], look: Look, left: float) -> str:
    """Return a row's label, wrapped; the day stands first where there is room for one line, else last and quiet."""
    lines = wrap(str(row["label"]), look.size(left - 18), look.size(TYPE)).lines
    return "<br>".join(escape(line) for line in lines)


def _labels_above(chart: Chart, labels: list[str], positions: list[float], look: Look) -> None:
    """Write each row's label above its mark, so that a phone's whole width is left for the numbers."""
    for label, y in zip(labels, positions, strict=True):
        chart.add_annotation(
            text=label,
            x=0,
            xref="paper",
            y=y,
            yshift=look.size(LIFT),
            xanchor="left",
            yanchor="bottom",
            align="left",
            showarrow=False,
            bgcolor=look.colour("background"),
            borderpad=1,
            font={"size": look.size(TYPE), "color": look.colour("quiet")},
        )


def _right_end(rows: list[dict[str, Any]], span: float, width: float, start: float) -> float:
    """Return the right end of an axis from `start` that leaves every number in words room, in `width` pixels."""
    needed = [span * 1.08]
    for row in rows:
        text = len(str(row["said"])) * TYPE * ADVANCE["sans"] + GAP + (ARROW if row["bound"] in FLOORS else 0)
        needed.append(start + (max(_ends(row)) - start) / max(0.35, 1 - text / width))
    return max(needed)


def _layout(rows: list[dict[str, Any]]) -> tuple[list[float], list[tuple[str, float]]]:
    """Return the y position of each row, and headings with theirs."""
    positions, headings = [], []
    at, heading = 0.0, ""
    for row in rows:
        if row.get("heading", "") != heading:
            heading = row["heading"]
            headings.append((heading, at))
            at += 1
        positions.append(at)
        at += 1
    return positions, headings


def _ends(row: dict[str, Any]) -> list[float]:
    return [float(row[end]) for end in ("low", "best", "high") if not pd.isna(row[end])]


def _reach(rows: list[dict[str, Any]], reference: dict[str, Any] | None) -> float:
    """Return the right end of the axis: the largest number shown."""
    values = [value for row in [*rows, *([reference] if reference else [])] for value in _ends(row)]
    return max([*values, 1.0])


def _reference(chart: Chart, row: dict[str, Any], label: str, look: Look, right: float) -> None:
    """Draw the story's own figure over all rows; near the ends of an axis up to `right` its label leans inwards."""
    colour = look.colour("story")
    values = _ends(row)
    if row["bound"] in BARS:
        line = {"color": colour, "width": look.size(1.5), "dash": "dash"}
        chart.add_upright(values[0], values[-1], line=line, fillcolor=colour, opacity=0.13)
    else:
        chart.add_upright(values[0], line={"color": colour, "width": look.size(2), "dash": "dash"})
    middle = (values[0] + values[-1]) / 2
    share = middle / right
    chart.add_annotation(
        x=middle,
        y=1,
        yref="paper",
        text=f"<b>{escape(label)}</b>",
        showarrow=False,
        yanchor="top",
        xanchor="left" if share < 0.25 else "right" if share > 0.75 else "center",
        font={"color": colour, "size": look.size(13.5)},
        bgcolor=look.colour("background"),
        **opening(row["opens"]),
    )


def _bars(chart: Chart, rows: list[tuple[dict[str, Any], float]], side: str, look: Look) -> None:
    """Draw ranges as bars, vague figures as hollow bars, and the open ends of bounds as arrows."""
    colour = look.colour(side)
    for row, y in rows:
        if row["bound"] in BARS:
            chart.add_shape(
                type="rect",
                x0=_ends(row)[0],
                x1=_ends(row)[-1],
                y0=y - 0.17,
                y1=y + 0.17,
                line={"color": colour, "width": look.size(1.6), "dash": "dot" if row["bound"] == "vague" else "solid"},
                fillcolor=colour if row["bound"] == "range" and row["solid"] else "rgba(0,0,0,0)",
                opacity=0.45 if row["faded"] else 1,
            )
        elif reach := OPEN.get(row["bound"]):
            chart.add_annotation(
                x=_spot(row),
                y=y,
                ax=look.size(reach * ARROW),
                ay=0,
                text="",
                showarrow=True,
                arrowside="start",
                startarrowhead=2,
                startarrowsize=1,
                arrowwidth=look.size(2),
                arrowcolor=colour,
                opacity=0.45 if row["faded"] else 1,
            )


def _dots(chart: Chart, rows: list[tuple[dict[str, Any], float]], side: str, look: Look) -> None:
    spots = [(row, y, _spot(row)) for row, y in rows]
    colour = look.colour(side)
    chart.add_scatter(
        x=[x for _, _, x in spots],
        y=[y for _, y, _ in spots],
        mode="markers",
        marker={
            "symbol": MARKERS[side],
            "size": look.size(12),
            "color": [colour if row["solid"] else look.colour("background") for row, _, _ in spots],
            "line": {"color": colour, "width": look.size(2)},
            # A bar speaks for itself: its mark is only there to be pointed at.
            "opacity": [0 if row["bound"] in BARS else 0.45 if row["faded"] else 1 for row, _, _ in spots],
        },
        customdata=[row["opens"] for row, _, _ in spots],
        text=[row["hover"] for row, _, _ in spots],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
    )


def _spot(row: dict[str, Any]) -> float:
    """Return where a claim's mark stands: its number, or the middle of a bar."""
    if row["bound"] in BARS:
        return sum(_ends(row)) / 2
    return float(next(row[end] for end in ("best", "low", "high") if not pd.isna(row[end])))


def _numbers(chart: Chart, rows: list[dict[str, Any]], positions: list[float], look: Look, ground: str) -> None:
    """Write each number in words to the right of everything drawn in its row, on a ground that covers lines behind."""
    for row, y in zip(rows, positions, strict=True):
        chart.add_annotation(
            x=max(_ends(row)),
            y=y,
            xshift=look.size(GAP - 4 + (ARROW if row["bound"] in FLOORS else 0)),
            text=escape(str(row["said"])),
            showarrow=False,
            xanchor="left",
            yanchor="middle",
            align="left",
            bgcolor=ground,
            borderpad=1,
            **opening(row["opens"]),
            font={"size": look.size(TYPE), "color": look.colour("quiet" if row["faded"] else "ink")},
        )
