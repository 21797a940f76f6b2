"""Several series over the same months, each in a panel of its own: beside each other, never joined."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing.picture import Caption, Chart, Picture, axis, compose, escape, opening
from dashboard.drawing.style import Look

PANEL, HEAD = 66.0, 34.0
LEAST_TOP = 500.0


def month_panels(
    table: pd.DataFrame, caption: Caption, look: Look, *, name: str, alt: str, months: list[str]
) -> Picture:
    """Draw one row of thin bars per series on a shared axis of months and a shared scale.

    Columns: `series` (heading of the panel), `index` (position in `months`), `value`, `said`, `side`, `solid`, `hover`,
    `opens` (the address a click leads to); where the month was revised `first` (else missing), `first_said` and
    `first_opens` of the value first published.
    `months` are the labels of the shared axis; only the first of each year and quarter is written.
    """
    groups = list(table.groupby("series", sort=False))
    chart = Chart()
    narrow = look.width() / look.scale / max(1, len(months)) < 34
    # One scale for all, and never so small that a lone small count looks large; upright numbers need more air.
    top = max([LEAST_TOP, *table["value"].astype(float)]) * (2.1 if narrow else 1.0)
    low = min([0.0, *table["value"].astype(float)])
    full = (PANEL + HEAD) * max(1, len(groups))
    for number, (series, rows) in enumerate(groups):
        key = "" if number == 0 else str(number + 1)
        end = 1 - (number * (PANEL + HEAD) + HEAD) / full
        colours = [look.colour(side) for side in rows["side"]]
        chart.add_bar(
            x=list(rows["index"]),
            y=[float(value) for value in rows["value"]],
            yaxis=f"y{key}",
            width=0.75,
            marker={
                "color": colours,
                "line": {"color": colours, "width": look.size(1.2)},
                "pattern": {
                    "shape": ["" if solid else "/" for solid in rows["solid"]],
                    "fgcolor": colours,
                    "bgcolor": look.colour("background"),
                    "fillmode": "overlay",
                    "size": look.size(5),
                    "solidity": 0.45,
                },
            },
            customdata=list(rows["opens"]),
            text=list(rows["hover"]),
            hovertemplate="%{text}<extra></extra>",
            textposition="none",
        )
        revised = rows.dropna(subset=["first"])
        if len(revised):
            chart.add_scatter(
                x=list(revised["index"]),
                y=[float(value) for value in revised["first"]],
                yaxis=f"y{key}",
                mode="markers",
                marker={
                    "symbol": "diamond",
                    "size": look.size(8),
                    "color": look.colour("background"),
                    "line": {"color": look.colour("ink"), "width": look.size(1.5)},
                },
                customdata=list(revised["first_opens"]),
                text=list(revised["first_said"]),
                hovertemplate="%{text}<extra></extra>",
            )
        for row in rows.to_dict("records"):
            chart.add_annotation(
                x=row["index"],
                y=max(0.0, float(row["value"])),
                yref=f"y{key}",
                yshift=look.size(2),
                text=escape(str(row["said"])),
                textangle=-90 if narrow else 0,
                showarrow=False,
                yanchor="bottom",
                borderpad=0,
                **opening(row["opens"]),
                font={"size": look.size(11 if narrow else 12), "color": look.colour("quiet")},
            )
        chart.update(
            **{
                f"yaxis{key}": axis(
                    look,
                    domain=[max(0.0, end - PANEL / full), end],
                    range=[low, top],
                    tickvals=[0],
                    ticktext=[""],
                    lines=True,
                )
            }
        )
        chart.add_annotation(
            text=f"<b>{escape(str(series))}</b>",
            x=0,
            xref="paper",
            y=end,
            yref="paper",
            yshift=look.size(HEAD - 8),
            xanchor="left",
            yanchor="top",
            showarrow=False,
            font={"size": look.size(14 if look.screen != "phone" else 13), "color": look.colour("ink")},
        )
    step = 3 if look.screen != "phone" else 6
    spots = [index for index in range(len(months)) if (len(months) - 1 - index) % step == 0]
    chart.update_axes(
        "x",
        **axis(
            look, range=[-0.7, len(months) - 0.3], tickvals=spots, ticktext=[escape(months[index]) for index in spots]
        ),
        anchor="free",
        position=0,
    )
    return compose(chart, caption, look, plot_height=full, name=name, alt=alt, left=6, right=12, bottom=44)
