"""The receipt of a figure: everything the board knows of one number."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.ledger.tables import Ledger
from dashboard.views.request import Request


@dataclass(frozen=True)
class Receipt:
    """What the drawer shows."""

    title: str
    body: str


def receipt(ledger: Ledger, request: Request, figure_id: str) -> Receipt:
    """Prepare the receipt of a figure."""
    return Receipt(figure_id, f"<p>{ledger.find('figures', figure_id)['as_written']}</p>")
