"""The frame every chart shares: title, subtitle, note, source and as-of day stand inside the picture.

An exported PNG so carries all a reader needs to trust it. Positions are computed from the screen class because text
in a picture does not wrap by itself.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass, field
from typing import Any

from dashboard.drawing.style import SANS, SERIF, Look


class Chart:
    """A Plotly chart as plain data: traces and layout as Plotly's schema has them.

    Plotly's own Figure checks every value it is given, which takes forty times as long as all our drawing. The checking
    is done once for all charts, in the tests.
    """

    def __init__(self) -> None:
        """Start with nothing on the picture."""
        self.data: list[dict[str, Any]] = []
        self.layout: dict[str, Any] = {"shapes": [], "annotations": []}

    def add_scatter(self, **trace: Any) -> None:
        """Add a scatter trace."""
        self.data.append({"type": "scatter", **trace})

    def add_bar(self, **trace: Any) -> None:
        """Add a bar trace."""
        self.data.append({"type": "bar", **trace})

    def add_shape(self, **shape: Any) -> None:
        """Add a shape in data coordinates, or as its `xref` and `yref` say."""
        self.layout["shapes"].append(shape)

    def add_annotation(self, **annotation: Any) -> None:
        """Add a text."""
        self.layout["annotations"].append(annotation)

    def add_upright(self, start: Any, end: Any = None, **shape: Any) -> None:
        """Add a line, or a band if there is an end, over the full height of the plotting area."""
        kind = "line" if end is None else "rect"
        self.add_shape(type=kind, x0=start, x1=start if end is None else end, y0=0, y1=1, yref="paper", **shape)

    def update(self, **settings: Any) -> None:
        """Merge settings into the layout, axis by axis."""
        for key, value in settings.items():
            old = self.layout.get(key)
            self.layout[key] = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value

    def update_axes(self, letter: str, **settings: Any) -> None:
        """Merge settings into every x or y axis there is."""
        for key in {f"{letter}axis", *(one for one in self.layout if one.startswith(f"{letter}axis"))}:
            self.update(**{key: settings})

    def spec(self) -> dict[str, Any]:
        """Return the chart as Plotly's JSON schema has it."""
        return {"data": self.data, "layout": self.layout}


@dataclass(frozen=True)
class Caption:
    """What is said around a chart, and in whose language its axes count.

    `title` is the takeaway in a sentence, `subtitle` what is shown, in which unit and when.
    """

    title: str
    subtitle: str
    source: str
    note: str = ""
    language: str = "en"

    @property
    def separators(self) -> str:
        """Decimal sign and grouping for Plotly's own tick labels."""
        return ",." if self.language == "de" else ".,"

    @property
    def date_format(self) -> str:
        """How Plotly writes the days of a time axis."""
        return "%-d.%-m.<br>%Y" if self.language == "de" else "%-d %b<br>%Y"


@dataclass(frozen=True)
class Picture:
    """A finished chart: traces, layout, height in pixels, what it says to those who cannot see it, name and title."""

    chart: Chart
    height: int
    alt: str
    name: str
    title: str = ""


@dataclass
class Lines:
    """Text wrapped for a width, and the height it takes."""

    text: str
    size: float
    leading: float = 1.28
    lines: list[str] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Height in pixels; 0 without text."""
        return len(self.lines) * self.size * self.leading


# Mean advance of a character as a share of the type size, measured generously so that lines never run over.
ADVANCE = {"sans": 0.475, "serif": 0.53}


def wrap(text: str, width: float, size: float, face: str = "sans") -> Lines:
    """Break `text` into lines that fit `width` pixels at type size `size`."""
    signs = max(12, int(width / (size * ADVANCE[face])))
    return Lines(text, size, lines=textwrap.wrap(text, signs, break_long_words=True, break_on_hyphens=False))


def escape(text: str) -> str:
    """Make text from documents safe inside a chart, where Plotly reads a few HTML tags."""
    return html.escape(text, quote=False)


def opening(address: str) -> dict[str, Any]:
    """Return what makes a text in a chart a link: the address a click on it leads to; nothing for an empty one."""
    return {"captureevents": True, "name": address} if address else {}


def compose(
    chart: Chart,
    caption: Caption,
    look: Look,
    *,
    plot_height: float,
    name: str,
    alt: str,
    share: float = 1.0,
    left: float = 10,
    right: float = 10,
    bottom: float = 30,
    buttons: float = 0,
) -> Picture:
    """Put the caption around a chart whose plotting area is `plot_height` pixels high.

    `left`, `right` and `bottom` are the room for axis labels, in desk pixels like `plot_height`; `buttons` is the room
    that the chart's buttons take beside the title, in pixels of the screen. The chart is changed
    in place and returned inside the picture.
    """
    width = look.width(share)
    small = share < 1 or look.screen == "phone"
    title = wrap(caption.title, width - buttons, look.size(19 if small else 23), "serif")
    subtitle = wrap(caption.subtitle, width, look.size(14.5 if small else 16))
    note = wrap(caption.note, width, look.size(13))
    source = wrap(caption.source, width, look.size(13))
    gap = look.size(8)
    top = title.height + gap * 0.5 + subtitle.height + gap * 2
    foot = look.size(bottom) + gap + note.height + source.height + gap
    height = round(top + look.size(plot_height) + foot)
    margin = {"l": look.size(left), "r": look.size(right), "t": top, "b": foot, "pad": 0, "autoexpand": False}
    chart.update(
        height=height,
        margin=margin,
        template={},
        separators=caption.separators,
        showlegend=False,
        paper_bgcolor=look.colour("background"),
        plot_bgcolor=look.colour("background"),
        font={"family": SANS, "size": look.size(14), "color": look.colour("ink")},
        hoverlabel={
            "bgcolor": look.colour("surface"),
            "bordercolor": look.colour("rule"),
            "font": {"family": SANS, "size": look.size(14), "color": look.colour("ink")},
            "align": "left",
            "namelength": -1,
        },
        dragmode=False,
        bargap=0.25,
    )
    chart.update_axes("x", fixedrange=True)
    chart.update_axes("y", fixedrange=True)
    _text(chart, look, title, SERIF, "ink", 1, top, weight=600, margin=margin)
    _text(chart, look, subtitle, SANS, "quiet", 1, top - title.height - gap * 0.5, margin=margin)
    _text(chart, look, note, SANS, "quiet", 0, -foot + source.height + note.height + gap * 0.6, margin=margin)
    _text(chart, look, source, SANS, "quiet", 0, -foot + source.height + gap * 0.4, margin=margin)
    return Picture(chart, height, alt, name, caption.title)


def _text(
    chart: Chart,
    look: Look,
    lines: Lines,
    family: str,
    role: str,
    y: float,
    shift: float,
    *,
    margin: dict[str, float],
    weight: int = 400,
) -> None:
    if not lines.lines:
        return
    chart.add_annotation(
        text="<br>".join(escape(line) for line in lines.lines),
        font={"family": family, "size": lines.size, "color": look.colour(role), "weight": weight},
        xref="paper",
        yref="paper",
        x=0,
        y=y,
        xshift=-margin["l"],
        yshift=shift,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        borderpad=0,
    )


def axis(look: Look, *, lines: bool = False, **more: object) -> dict[str, object]:
    """Return the settings axes share: quiet labels, hair lines only where asked."""
    return {
        "showgrid": lines,
        "gridcolor": look.colour("grid"),
        "gridwidth": look.size(1),
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": look.size(13), "color": look.colour("quiet")},
        "automargin": False,
    } | more
