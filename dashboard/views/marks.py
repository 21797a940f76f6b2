"""The mark of a row the board once showed wrongly: where it leads. What it says is in the templates."""

from __future__ import annotations

from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links
from dashboard.views.request import Request


def mended(ledger: Ledger, request: Request, table: str, row_id: str) -> str:
    """Return the address of a row's corrections in the log; empty for the rows that never had any."""
    if not questions.corrections_of(ledger, table, row_id):
        return ""
    return links.page(request, "corrections", row=row_id)
