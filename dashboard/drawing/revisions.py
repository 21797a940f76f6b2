"""Revised figures: one row each, the value first published hollow, the latest filled, both labelled.

The line between the two is solid where they may be subtracted and dotted where they are not about the same thing. Each
unit has a scale of its own that begins at zero; the numbers stand beside the marks, so no axis is drawn.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.claims import BARS
from dashboard.drawing.picture import ADVANCE, Caption, Chart, Picture, axis, compose, escape, opening, wrap
from dashboard.drawing.style import MARKERS, Look

TYPE, LINE = 14.0, 14.0 * 1.3
GAP, AIR = 14.0, 16.0  # desk pixels between a mark and its number, and above and below a row's text
STROKE = 26.0  # desk pixels of a row on a phone that are left for its marks, below its text
Row = tuple[dict[str, Any], dict[str, Any]]  # the value first published, and the latest


def dumbbells(table: pd.DataFrame, caption: Caption, look: Look, *, name: str, alt: str) -> Picture:
    """Draw one row per figure, in the order of the table, under a heading per unit.

    Two rows of the table make one of the picture: the value first published, then the latest. Columns: `label`,
    `heading` (rows of one unit stand together), `low`, `best`, `high` (numbers or missing, of the heading's unit),
    `bound`, `said` (the number in words), `side`, `same` (whether the two may be subtracted), `hover` and `opens`.
    """
    records = list(table.to_dict("records"))
    rows: list[Row] = list(zip(records[::2], records[1::2], strict=True))
    above = look.screen == "phone"
    left = {"phone": 6.0, "tablet": 230.0}.get(look.screen, 400.0)
    room = look.width() / look.scale - left - 8
    labels = [wrap(first["label"], look.size(room if above else left - 16), look.size(TYPE)).lines for first, _ in rows]
    chart = Chart()
    headings = list(dict.fromkeys(first["heading"] for first, _ in rows))
    depth = 0.0  # desk pixels from the top
    for number, heading in enumerate(headings, start=1):
        depth += AIR if number > 1 else 0
        _text(chart, look, f"<b>{escape(heading)}</b>", depth + LINE / 2 + 4, left)
        depth += LINE + 12
        chosen = [(row, lines) for row, lines in zip(rows, labels, strict=True) if row[0]["heading"] == heading]
        start, end = _reach([row for row, _ in chosen], room)
        letter = "" if number == 1 else str(number)
        scale = axis(look, range=[start, end], showticklabels=False)
        chart.update(**{f"xaxis{letter}": scale if number == 1 else scale | {"overlaying": "x"}})
        for row, lines in chosen:
            height = len(lines) * LINE + AIR + (STROKE if above else 0)
            text = depth + (len(lines) * LINE + AIR) / 2 if above else depth + height / 2
            _text(chart, look, "<br>".join(escape(line) for line in lines), text, left)
            _row(chart, row, depth + height - STROKE / 2 if above else text, f"x{letter}", look)
            depth += height
    chart.update(yaxis=axis(look, range=[depth, 0], showticklabels=False))
    return compose(chart, caption, look, plot_height=depth, name=name, alt=alt, left=left, right=8, bottom=0)


def _text(chart: Chart, look: Look, text: str, y: float, left: float) -> None:
    """Write a heading or a row's label where rows begin."""
    chart.add_annotation(
        text=text,
        x=0,
        xref="paper",
        y=y,
        xshift=-look.size(left),
        xanchor="left",
        yanchor="middle",
        align="left",
        showarrow=False,
        borderpad=0,
        font={"size": look.size(TYPE), "color": look.colour("ink")},
    )


def _ends(row: dict[str, Any]) -> list[float]:
    return [float(row[end]) for end in ("low", "best", "high") if not pd.isna(row[end])]


def _needed(row: dict[str, Any]) -> float:
    """Return the desk pixels a number takes beside its mark."""
    return len(row["said"]) * TYPE * ADVANCE["sans"] * 1.1 + GAP


def _reach(rows: list[Row], room: float) -> tuple[float, float]:
    """Return the ends of a scale that begins at zero and leaves room for the numbers on both sides of the marks."""
    start, end = 0.0, max(max(_ends(one)) for row in rows for one in row) or 1.0
    for _ in range(4):  # each end moves what the other needs, ever less
        for row in rows:
            lower, upper = _sorted(row)
            share = min(_needed(upper) / room, 0.45)
            end = max(end, (max(_ends(upper)) - share * start) / (1 - share))
            share = min(_needed(lower) / room, 0.45)
            start = min(start, (min(_ends(lower)) - share * end) / (1 - share))
    return start, end


def _sorted(row: Row) -> Row:
    """Return the two values of a row by size, the first published one on the left if they are equal."""
    first, latest = row
    return (latest, first) if min(_ends(latest)) < min(_ends(first)) else row


def _row(chart: Chart, row: Row, y: float, xref: str, look: Look) -> None:
    first, latest = row
    lower, upper = _sorted(row)
    colour = look.colour(latest["side"])
    chart.add_shape(
        type="line",
        x0=max(_ends(lower)),
        x1=min(_ends(upper)),
        y0=y,
        y1=y,
        xref=xref,
        layer="below",
        line={"color": colour, "width": look.size(2), "dash": "solid" if latest["same"] else "dot"},
    )
    for one, size, fill in ((first, 15, look.colour("background")), (latest, 10, colour)):
        bar = one["bound"] in BARS
        if bar:
            chart.add_shape(
                type="rect",
                x0=_ends(one)[0],
                x1=_ends(one)[-1],
                y0=y - look.size(5) / look.scale,
                y1=y + look.size(5) / look.scale,
                xref=xref,
                fillcolor=fill if one["bound"] == "range" else "rgba(0,0,0,0)",
                line={"color": colour, "width": look.size(1.6), "dash": "dot" if one["bound"] == "vague" else "solid"},
            )
        chart.add_scatter(
            x=[sum(_ends(one)) / len(_ends(one))],
            y=[y],
            xaxis=xref,
            mode="markers",
            marker={
                "symbol": MARKERS[one["side"]],
                "size": look.size(size),
                "color": [fill],
                "line": {"color": colour, "width": look.size(2)},
                "opacity": [0 if bar else 1],  # a bar speaks for itself: its mark is only there to be pointed at
            },
            customdata=[one["opens"]],
            text=[one["hover"]],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )
    for one, side, anchor in ((lower, -1, "right"), (upper, 1, "left")):
        chart.add_annotation(
            x=min(_ends(one)) if side < 0 else max(_ends(one)),
            xref=xref,
            y=y,
            xshift=look.size(side * (GAP - 2)),
            text=escape(one["said"]) if one is first else f"<b>{escape(one['said'])}</b>",
            showarrow=False,
            xanchor=anchor,
            yanchor="middle",
            font={"size": look.size(TYPE), "color": look.colour("quiet" if one is first else "ink")},
            **opening(one["opens"]),
        )
