"""A reading for people at a terminal: the text with figures and dates marked, and a table of the figures."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dashboard.reading.inputs import Received
from dashboard.reading.reader import Figure, Reading

STYLES = {"figure": "bold black on yellow", "date": "black on cyan", "source": "bold magenta"}
SIGNS = {None: "", "~": "about ", "~<": "nearly ", "~>": "a little over ", ">": "more than ", ">=": "at least "}


def show(name: str, received: Received, reading: Reading, console: Console | None = None) -> None:
    """Print a reading: where it comes from, the marked text, the figures, the dates."""
    console = console or Console(highlight=False)
    day = f"published {reading.published.isoformat()}"
    if received.published == reading.published and received.published_from:
        day += f" ({received.published_from})"
    console.print(Text(f"{name}: {received.format}, {reading.language}, {day}", style="bold"))
    console.print(Padding(marked(reading), (1, 2)))
    console.print(figures(reading))
    console.print(dates(reading))


def marked(reading: Reading) -> Text:
    """Return the text with figures, dates and sources in colours; control characters show as signs."""
    text = Text(
        "".join(sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}" for sign in reading.text)
    )
    for claim in reading.attributions:
        text.stylize(STYLES["source"], claim.source_start, claim.source_end)
    for one in reading.dates:
        text.stylize(STYLES["date"], one.start, one.end)
    for figure in reading.figures:
        text.stylize(STYLES["figure"], figure.quantity.start, figure.quantity.end)
    return text


def figures(reading: Reading) -> Table:
    """Return the figures as a table: where, as written, value, unit, kind, place, who says so, how sure it is."""
    table = Table(title=f"{len(reading.figures)} figures", title_justify="left", header_style="bold")
    for heading in ("at", "as written", "value", "unit", "kind", "where or of whom", "says", "status"):
        table.add_column(heading, justify="right" if heading in ("at", "value") else "left", overflow="fold")
    for figure in reading.figures:
        table.add_row(*map(Text, _cells(reading, figure)))
    return table


def dates(reading: Reading) -> Table:
    """Return the dates as a table: where, as written, first and last day or length, and how it is used."""
    table = Table(title=f"{len(reading.dates)} dates", title_justify="left", header_style="bold")
    for heading in ("at", "as written", "from", "to", "used as"):
        table.add_column(heading, justify="right" if heading == "at" else "left", overflow="fold")
    for one in reading.dates:
        days = (one.iso_start, one.iso_end) if one.iso_start else (one.timex, "")
        table.add_row(
            *map(Text, (str(one.start), reading.text[one.start : one.end], *(day or "" for day in days), one.mod or ""))
        )
    return table


def _cells(reading: Reading, figure: Figure) -> tuple[str, ...]:
    quantity = figure.quantity
    scope = reading.text[figure.scope.start : figure.scope.end] if figure.scope else ""
    return (
        str(quantity.start),
        quantity.surface,
        value(quantity.low, quantity.high, quantity.qualifier) + (" more" if quantity.increment else ""),
        (quantity.unit or "") + (f" per {quantity.per}" if quantity.per else ""),
        quantity.kind,
        scope,
        figure.claim.source if figure.claim else "",
        figure.status.status.replace("_", " ") if figure.status else "",
    )


def value(low: float | None, high: float | None, qualifier: str | None) -> str:
    """Return a value with its bound in words: "nearly 500", "200 to 900", "up to 12"."""
    if low is None or high is None:
        words = {"<": "less than ", "<=": "up to "} | SIGNS
        return words[qualifier] + f"{low if high is None else high:,.12g}"
    return SIGNS.get(qualifier, "") + (f"{low:,.12g}" if low == high else f"{low:,.12g} to {high:,.12g}")
