"""The only module that keeps things: the ledger as last loaded, and what was prepared from it.

Data are read and checked once per change of a file in `data/` or `seeds/`, for all readers together. A broken change
leaves the last good ledger in place. What a page shows is prepared once per (view, day, language, theme, screen,
choice) and handed out ready-made; a rerun then costs little more than sending it.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from dashboard.geography.atlas import Atlas, read_atlas
from dashboard.ledger.checks import check
from dashboard.ledger.files import Fault
from dashboard.ledger.tables import Ledger, build
from dashboard.views.request import Request

ROOT = Path(__file__).parents[1]
LOOK_EVERY = 2.0  # seconds between looks at the files' dates; open sessions ask every few seconds
KEEP = 600  # prepared views kept; one takes about 0.15 MB, all of them some 90 MB of the 0.7 GB small hosts have
LOG = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Board:
    """The data as they stand: the last good ledger (None if there never was one) and the faults of the newest files."""

    ledger: Ledger | None
    faults: tuple[Fault, ...]
    version: int


class Store:
    """Holds the board of one project folder and what was prepared from it; shared by all sessions and thread-safe."""

    def __init__(self, root: Path) -> None:
        """`root` is the folder that holds `data/` and `seeds/`."""
        self.root = root
        self._lock = threading.RLock()
        self._signature: tuple[tuple[str, int, int], ...] = ()
        self._looked = float("-inf")
        self._board = Board(None, (), 0)
        self._atlas: Atlas | None = None
        self._ready: OrderedDict[tuple[Any, ...], Future[Any]] = OrderedDict()

    def board(self) -> Board:
        """Return the board, reloaded if a file has changed since it was last looked at."""
        if time.monotonic() - self._looked < LOOK_EVERY:
            return self._board
        with self._lock:
            if time.monotonic() - self._looked >= LOOK_EVERY:
                signature = self._sign()
                if signature != self._signature:
                    self._load()
                    self._signature = signature
                self._looked = time.monotonic()
        return self._board

    def prepared(self, make: Callable[..., T], request: Request, *choices: Any) -> T:
        """Return `make(ledger, request, *choices)`, made at most once per board, request and choices.

        Readers who ask for the same thing at the same time wait for the one who makes it.
        """
        board = self.board()
        key = (board.version, make, request, choices)
        with self._lock:
            found = self._ready.get(key)
            mine = found is None
            if found is None:
                found = self._ready[key] = Future()
                while len(self._ready) > KEEP:
                    self._ready.popitem(last=False)
            else:
                self._ready.move_to_end(key)
        if mine:
            try:
                found.set_result(make(board.ledger, request, *choices))
            except BaseException as error:  # noqa: BLE001 - handed on to everyone who waits for it, and raised below
                with self._lock:
                    self._ready.pop(key, None)
                found.set_exception(error)
        return found.result()

    def atlas(self) -> Atlas:
        """Return the map's regions and names, read once: they change only with the code."""
        with self._lock:
            if self._atlas is None:
                self._atlas = read_atlas(self.root / "data" / "geo")
        return self._atlas

    def passing(self, make: Callable[..., T], request: Request, *choices: Any) -> T:
        """Return `make(ledger, request, *choices)`, made anew and not kept: for what hardly anyone asks for twice.

        A searched table is such a thing: kept, the searches of a few readers would push out everybody's views.
        """
        return make(self.board().ledger, request, *choices)

    def _sign(self) -> tuple[tuple[str, int, int], ...]:
        """Return names, dates and sizes of all files the ledger stands on."""
        files = [*self.root.glob("data/*.csv"), *self.root.glob("data/*.json"), *self.root.glob("seeds/*")]
        signs = []
        for path in sorted(files):
            try:
                stat = path.stat()
            except OSError:  # replaced at this moment, or not ours to see; a later look sees the new one
                continue
            signs.append((path.name, stat.st_mtime_ns, stat.st_size))
        return tuple(signs)

    def _load(self) -> None:
        ledger = self._board.ledger
        try:
            report = check(self.root)
            faults = report.faults
            if not faults:
                ledger = build(report)
        except Exception as error:  # whatever it is, the readers keep the last good data
            LOG.exception("the check of %s failed", self.root)
            faults = (Fault("", 0, "", f"the check itself failed ({type(error).__name__}: {error}); see the log"),)
        changed = ledger is not self._board.ledger
        self._board = Board(ledger, faults, self._board.version + changed)
        if changed:
            self._ready.clear()
            # What was built up to now stays for good: keep it out of every later collection.
            gc.collect()
            gc.freeze()


_STORES: dict[Path, Store] = {}


def store(root: Path = ROOT) -> Store:
    """Return the store of a project folder, the same for all sessions of this process."""
    return _STORES.setdefault(root, Store(root))
