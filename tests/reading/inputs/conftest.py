"""What the tests of the inputs share: files as newsrooms send them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.reading.inputs import Received, receive

FILES = Path(__file__).parent / "files"


@pytest.fixture
def sent() -> Callable[[str], Received]:
    """Return what is received of one of the files beside this module, by name."""
    return lambda name: receive(FILES / name)
