"""Addresses within the board: where a number, a passage or a page is to be read. Every one is a link of its own.

An address that starts with a question mark stays on the page it stands on; any other leads to a page. In the board
`dashboard.doors` follows them without loading the page anew; opened in a new tab or sent to someone they work alike,
as they carry day and language.
"""

from __future__ import annotations

from urllib.parse import urlencode

from dashboard.views.request import Request


def mark(figure_id: str) -> str:
    """Return what a chart's mark opens: the figure's receipt, over whatever page the chart stands on."""
    return f"?figure={figure_id}"


def place(place_id: str) -> str:
    """Return what a mark on the map opens that stands for a place."""
    return f"?place={place_id}"


def receipt(request: Request, figure_id: str) -> str:
    """Return the address of a figure's receipt, over the page the link stands on."""
    return page(request, "", figure=figure_id)


def document(request: Request, document_id: str, at: str = "") -> str:
    """Return the address of a document's page; `at` is the id of the row whose passage is to be shown."""
    return page(request, "document", document=document_id, at=at)


def page(request: Request, name: str, **choices: str) -> str:
    """Return the address of a page with day, language and choices; an empty name stays on the page."""
    name = "./" if name == "story" else name  # the first page has no path of its own
    chosen = {key: one for key, one in choices.items() if one}
    return f"{name}?{urlencode({'as_of': request.day.isoformat(), 'lang': request.language, **chosen})}"
