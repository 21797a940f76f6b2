"""A reading for people at a terminal: the text with figures and dates marked, and a table of the figures."""

from __future__ import annotations

import sys

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dashboard.reading.inputs import Received
from dashboard.reading.reader import Figure, Reading

# The width of what is not printed to a terminal.
PIPED = 120
# Columns whose words should not be broken on a narrow terminal.
WIDTHS = {"as written": 18, "read as": 10}
DECIMALS = 4
# A table with more rows is printed plainly.
LONGEST = 2000
STYLES = {"figure": "bold black on yellow", "date": "black on cyan", "source": "bold magenta"}
SIGNS = {None: "", "~": "about ", "~<": "nearly ", "~>": "a little over ", ">": "more than ", ">=": "at least "}


def show(name: str, received: Received, reading: Reading, console: Console | None = None) -> None:
    """Print a reading: where it comes from, the marked text, the figures, the dates."""
    console = console or Console(highlight=False, width=None if sys.stdout.isatty() else PIPED)
    day = f"published {reading.published.isoformat()}"
    if received.published == reading.published and received.published_from:
        day += f" ({received.published_from})"
    console.print(Text(f"{name}: {received.format}, {reading.language}, {day}", style="bold"))
    console.print(Padding(marked(reading), (1, 2)))
    for table in (figures(reading), dates(reading), *([remarks(reading)] if reading.statuses else [])):
        _print(console, table)


def _print(console: Console, table: Table) -> None:
    """Print a table; a long one without a layout, row by row, as measuring its cells takes half a minute."""
    if table.row_count <= LONGEST:
        console.print(table)
        return
    console.print(Text(str(table.title), style="bold"))
    rows = zip(*(column.cells for column in table.columns), strict=True)
    headings = (str(column.header) for column in table.columns)
    console.file.write("\t".join(headings) + "\n")
    for row in rows:
        console.file.write("\t".join(_readable(" ".join(str(cell).split())) for cell in row) + "\n")


def _readable(text: str) -> str:
    """Return a text, of the same length, with a sign for each control character but the ends of lines and tabs."""
    text = text.replace("\r\n", " \n")
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "\N{REPLACEMENT CHARACTER}" for sign in text)


def marked(reading: Reading) -> Text:
    """Return the text with figures, dates and sources in colours; control characters show as signs."""
    text = Text(_readable(reading.text))
    for claim in reading.attributions:
        text.stylize(STYLES["source"], claim.source_start, claim.source_end)
    for one in reading.dates:
        text.stylize(STYLES["date"], one.start, one.end)
    for figure in reading.figures:
        text.stylize(STYLES["figure"], figure.quantity.start, figure.quantity.end)
    return text


def figures(reading: Reading) -> Table:
    """Return the figures as a table: where, as written, as read, kind, place, who says so, how sure it is."""
    table = _table(
        counted(len(reading.figures), "figure"), "at", "as written", "read as", "kind", "of", "says", "status"
    )
    for figure in reading.figures:
        table.add_row(*map(Text, _cells(reading, figure)))
    return table


def dates(reading: Reading) -> Table:
    """Return the dates as a table: where, as written, first and last day or length, and how it is used."""
    table = _table(counted(len(reading.dates), "date"), "at", "as written", "from", "to", "used as")
    for one in reading.dates:
        first, last = (one.iso_start, one.iso_end) if one.iso_start else (one.timex, "")
        cells = (str(one.start), reading.text[one.start : one.end], first or "", last or "", one.mod or "")
        table.add_row(*map(Text, cells))
    return table


def remarks(reading: Reading) -> Table:
    """Return the words of the text that say how sure it is, as a table: where, as written, what they say."""
    table = _table(f"{counted(len(reading.statuses), 'remark')} on how sure it is", "at", "as written", "says")
    for one in reading.statuses:
        table.add_row(*map(Text, (str(one.start), one.surface, one.status.replace("_", " "))))
    return table


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(
            heading, justify="right" if heading == "at" else "left", min_width=WIDTHS.get(heading), overflow="fold"
        )
    return table


def _cells(reading: Reading, figure: Figure) -> tuple[str, ...]:
    quantity = figure.quantity
    scope = reading.text[figure.scope.start : figure.scope.end] if figure.scope else ""
    unit = (quantity.unit or "").replace("_", " ") + (f" per {quantity.per}" if quantity.per else "")
    more = " more" if quantity.increment else ""
    return (
        str(quantity.start),
        quantity.surface,
        f"{value(quantity.low, quantity.high, quantity.qualifier)} {unit}{more}".strip(),
        quantity.kind,
        scope,
        figure.claim.source if figure.claim else "",
        figure.status.status.replace("_", " ") if figure.status else "",
    )


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 figure", "5 figures"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def value(low: float | None, high: float | None, qualifier: str | None) -> str:
    """Return a value with its bound in words: "nearly 500", "200 to 900", "up to 12"."""
    if low is None or high is None:
        words = {"<": "less than ", "<=": "up to "} | SIGNS
        bound = high if low is None else low
        return words[qualifier] + ("" if bound is None else _number(bound))
    return SIGNS.get(qualifier, "") + (_number(low) if low == high else f"{_number(low)} to {_number(high)}")


def _number(number: float) -> str:
    """Return a number with its thousands told apart; what has no end, as two thirds, to four decimals."""
    exact = f"{number:,.12g}"
    return exact if len(exact.partition(".")[2]) <= DECIMALS else f"{number:,.{DECIMALS}f}"
