"""Changes month by month as bars: what was first published, what is valid now, and where nothing was published."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.drawing.picture import ADVANCE, Caption, Chart, Picture, axis, compose, escape, opening
from dashboard.drawing.style import Look

PLOT, BAR_ROW = 380.0, 26.0
LEAST_BAR = 34.0  # desk pixels a month needs to carry its number upright


def monthly_bars(
    table: pd.DataFrame,
    caption: Caption,
    look: Look,
    *,
    name: str,
    alt: str,
    clip: float | None = None,
) -> Picture:
    """Draw one bar a month; on narrow screens the months run downwards.

    Columns: `label` (month as shown), `value` (number or missing), `said`, `whole` (covers the month), `soft` (the
    wording is not exact), `story` (the month the story speaks of), `first` (first published value where it was revised,
    else missing), `first_number`, `first_said`, `stated` (the story's own number, else missing), `stated_short`,
    `stated_said`, `gap` (no figure was published; a mere spacer has neither value nor gap), `hover`, and the addresses
    a click leads to: `opens`, `first_opens`, `stated_opens`. Bars above `clip` are cut, drawn with a break and labelled
    with their full number.
    """
    rows = list(table.to_dict("records"))
    lying = look.width() / look.scale / max(1, len(rows)) < LEAST_BAR
    top = _top(rows, clip)
    chart = Chart()
    _bars(chart, rows, look, top, lying)
    _firsts(chart, rows, look, lying)
    _first_numbers(chart, rows, look, lying)
    _gaps(chart, rows, look, lying)
    _numbers(chart, rows, look, top, lying)
    for index, row in enumerate(rows):
        if not pd.isna(row["value"]) and row["value"] > top:
            _break(chart, index, top, look, lying)
    spots = list(range(len(rows)))
    ticks: dict[str, Any] = {"tickvals": spots, "ticktext": [escape(str(row["label"])) for row in rows]}
    low = min([0.0, *(float(row["value"]) * 1.15 for row in rows if not pd.isna(row["value"]))])
    if lying:
        chart.update_axes(
            "y", **axis(look, range=[len(rows) - 0.4, -0.6], ticklabelstandoff=round(look.size(9)), **ticks)
        )
        left = 78.0 if look.screen == "phone" else 100.0
        end = max(top * 1.42, _label_end(rows, top, look.width() / look.scale - left))
        chart.update_axes("x", **axis(look, lines=True, range=[low, end], nticks=5, tickformat=",~f"))
        return compose(
            chart,
            caption,
            look,
            plot_height=BAR_ROW * len(rows) + 20,
            name=name,
            alt=alt,
            left=left,
        )
    chart.update_axes("x", **axis(look, range=[-0.6, len(rows) - 0.4], ticklabelstandoff=round(look.size(6)), **ticks))
    chart.update_axes("y", **axis(look, lines=True, range=[low, top * 1.12], nticks=6, tickformat=",~f"))
    return compose(chart, caption, look, plot_height=PLOT, name=name, alt=alt, left=48, bottom=46)


def _top(rows: list[dict[str, Any]], clip: float | None) -> float:
    values = [float(row[key]) for row in rows for key in ("value", "first", "stated") if not pd.isna(row[key])]
    return min(max([*values, 1.0]), clip) if clip else max([*values, 1.0])


def _label_end(rows: list[dict[str, Any]], top: float, room: float) -> float:
    """Return how far a lying axis has to reach, in its unit, for the story's own number to fit beside its line."""
    sized = [
        (min(float(row["stated"]), top), len(str(row["stated_short"])) * 13 * ADVANCE["sans"] * 1.15 + 24)
        for row in rows
        if not pd.isna(row["stated"])
    ]
    return max([value / (1 - min(0.7, width / room)) for value, width in sized], default=0.0)


def _xy(lying: bool, along: list[Any], up: list[Any]) -> dict[str, list[Any]]:
    return {"x": up, "y": along} if lying else {"x": along, "y": up}


def _bars(chart: Chart, rows: list[dict[str, Any]], look: Look, top: float, lying: bool) -> None:
    shown = [(index, row) for index, row in enumerate(rows) if not pd.isna(row["value"])]
    colours = [look.colour("story" if row["story"] else "monitor") for _, row in shown]
    chart.add_bar(
        **_xy(lying, [index for index, _ in shown], [min(float(row["value"]), top) for _, row in shown]),
        orientation="h" if lying else "v",
        width=0.75,
        marker={
            "color": colours,
            "line": {"color": colours, "width": look.size(1.5)},
            # Hatched: the number does not cover the whole month, or its wording is not exact.
            "pattern": {
                "shape": ["" if row["whole"] and not row["soft"] else "/" for _, row in shown],
                "fgcolor": colours,
                "bgcolor": look.colour("background"),
                "fillmode": "overlay",
                "size": look.size(6),
                "solidity": 0.45,
            },
        },
        customdata=[row["opens"] for _, row in shown],
        text=[row["hover"] for _, row in shown],
        hovertemplate="%{text}<extra></extra>",
        textposition="none",
    )


def _firsts(chart: Chart, rows: list[dict[str, Any]], look: Look, lying: bool) -> None:
    """Mark the value first published (diamond) and the story's own number (line) in their month."""
    for key, symbol, role in (("first", "diamond", "ink"), ("stated", "line-ns" if lying else "line-ew", "ink")):
        shown = [(index, row) for index, row in enumerate(rows) if not pd.isna(row[key])]
        if shown:
            chart.add_scatter(
                **_xy(lying, [index for index, _ in shown], [float(row[key]) for _, row in shown]),
                mode="markers",
                marker={
                    "symbol": symbol,
                    "size": look.size(11 if key == "first" else 26),
                    "color": look.colour("background"),
                    "line": {"color": look.colour(role), "width": look.size(2 if key == "first" else 3)},
                },
                customdata=[row[f"{key}_opens"] for _, row in shown],
                text=[row[f"{key}_said"] for _, row in shown],
                hovertemplate="%{text}<extra></extra>",
            )


def _first_numbers(chart: Chart, rows: list[dict[str, Any]], look: Look, lying: bool) -> None:
    """Write the value first published beside its diamond, so that both values can be read without pointing."""
    for index, row in enumerate(rows):
        if pd.isna(row["first"]):
            continue
        along, up = (float(row["first"]), index) if lying else (index, float(row["first"]))
        chart.add_annotation(
            x=along,
            y=up,
            xshift=-look.size(12) if lying else 0,
            yshift=0 if lying else -look.size(10),
            xanchor="right" if lying else "center",
            yanchor="middle" if lying else "top",
            text=escape(str(row["first_number"])),
            showarrow=False,
            borderpad=1,
            **opening(row["first_opens"]),
            bgcolor=look.colour("background"),
            font={"size": look.size(11.5), "color": look.colour("ink")},
        )


def _gaps(chart: Chart, rows: list[dict[str, Any]], look: Look, lying: bool) -> None:
    """Say "no published figure" where there is none: a cross on the base line, never a zero bar."""
    gaps = [index for index, row in enumerate(rows) if row["gap"]]
    if gaps:
        chart.add_scatter(
            **_xy(lying, gaps, [0] * len(gaps)),
            mode="markers",
            marker={
                "symbol": "x-thin",
                "size": look.size(8),
                "line": {"color": look.colour("quiet"), "width": look.size(1.5)},
            },
            text=[rows[index]["hover"] for index in gaps],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )


def _numbers(chart: Chart, rows: list[dict[str, Any]], look: Look, top: float, lying: bool) -> None:
    """Write each valid number at the end of its bar; where the story's own line lies above, inside the bar."""
    room = look.width() / look.scale / max(1, len(rows))
    for index, row in enumerate(rows):
        if pd.isna(row["value"]):
            continue
        value = max(0.0, min(float(row["value"]), top))
        inside = not pd.isna(row["stated"]) and value <= float(row["stated"])
        text = escape(str(row["said"]))
        if not lying and room < 62:
            text = text.replace(" ", "<br>", 1)
        shift = look.size(-5 if inside else 4 if pd.isna(row["first"]) else 9)
        chart.add_annotation(
            **_at(lying, index, value),
            xshift=shift if lying else 0,
            yshift=0 if lying else shift,
            xanchor=("right" if inside else "left") if lying else "center",
            yanchor="middle" if lying else ("top" if inside else "bottom"),
            text=f"<b>{text}</b>" if row["story"] else text,
            showarrow=False,
            borderpad=1,
            bgcolor=look.colour("background") if inside else "rgba(0,0,0,0)",
            **opening(row["opens"]),
            font={"size": look.size(13), "color": look.colour("story" if row["story"] else "ink")},
        )
        if inside:
            chart.add_annotation(
                **_at(lying, index, float(row["stated"])),
                xshift=look.size(8) if lying else 0,
                yshift=0 if lying else look.size(4),
                xanchor="left" if lying else "center",
                yanchor="middle" if lying else "bottom",
                text=f"<b>{escape(str(row['stated_short']))}</b>",
                showarrow=False,
                borderpad=0,
                **opening(row["stated_opens"]),
                font={"size": look.size(13), "color": look.colour("story")},
            )


def _at(lying: bool, along: float, up: float) -> dict[str, float]:
    return {"x": up, "y": along} if lying else {"x": along, "y": up}


def _break(chart: Chart, index: int, top: float, look: Look, lying: bool) -> None:
    """Draw the two light strokes that say a bar is cut."""
    for at in (0.80, 0.84):
        a, b = {"v0": top * at, "v1": top * (at + 0.03)}.values()
        ends = (
            {"x0": a, "x1": b, "y0": index - 0.5, "y1": index + 0.5}
            if lying
            else {"x0": index - 0.5, "x1": index + 0.5, "y0": a, "y1": b}
        )
        chart.add_shape(type="line", line={"color": look.colour("background"), "width": look.size(4)}, **ends)
