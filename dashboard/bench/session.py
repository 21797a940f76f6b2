"""A reader's browser without the picture: opens the board, moves between views, and times each rerun.

What a browser does by itself between a reader's actions (the watch over the data, every few seconds) is left out.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import websockets
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.bench import protocol
from dashboard.bench.cache import MessageCache
from dashboard.bench.views import View

START = "/"
PATIENCE = 20.0  # seconds; a reader would have left long before


class BoardError(RuntimeError):
    """The board answered, but not with a page: an error box, a script that broke, or no data."""


@dataclass(frozen=True)
class Rerun:
    """One rerun: seconds from asking to the script's end, bytes sent by the server, bytes of each chart's JSON."""

    seconds: float
    sent: int
    charts: tuple[int, ...]


class Session:
    """One open session. `connection` is its websocket; `url` is the board's address."""

    def __init__(self, connection: Any, url: str) -> None:
        """Start before the first page is asked for."""
        self.connection = connection
        self.url = url
        self.cache = MessageCache()
        self.pages: dict[str, str] = {}  # path in the address: hash
        self.query = ""
        self._view: View | None = None
        self._page_hash = ""
        self._charts: list[int] = []
        self._failures: list[str] = []

    @property
    def at(self) -> View:
        """The view shown now; RuntimeError if the session has not been opened."""
        if self._view is None:
            raise RuntimeError("open the session first")
        return self._view

    @property
    def day(self) -> date:
        """The as-of day shown now."""
        return self.at.day

    async def open(self) -> Rerun:
        """Have the start page drawn, on the day the board itself chooses."""
        run = await self._rerun()
        shown = protocol.parameter(self.query, "as_of")
        if not shown or not self.pages:
            raise BoardError("the board shows no page; `python -m dashboard check` may say why")
        self._view = View(START, date.fromisoformat(shown))
        return run

    async def show(self, view: View) -> Rerun:
        """Go to a view: another page as if its link were clicked, another day as if the address were changed.

        Neither changed means the same page again; both changed are two actions, of which the last is returned. So are
        another page and choices of its own.
        """
        now, run = self.at, None
        if view.path != now.path:
            self.query = ""  # the browser drops the parameters; the board writes them again
            self._page_hash = self.pages[view.path]
            run = await self._rerun()
        if view.day != now.day or view.page != view.path or run is None:
            self.query = view.query
            run = await self._rerun()
        if (shown := protocol.parameter(self.query, "as_of")) != view.day.isoformat():
            raise BoardError(f"asked for {view.day}, but the board shows {shown or 'no day'}")
        self._view = view
        return run

    async def _rerun(self) -> Rerun:
        asked = protocol.rerun(self.url, self.query, self._page_hash, self.cache.keys()).SerializeToString()
        self._charts, self._failures, sent = [], [], 0
        start = time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await self.connection.send(asked)
            acknowledge_at_once(self.connection)
            ended = None
            while ended is None:
                data = await self.connection.recv()
                sent += len(data)
                ended = self._take(ForwardMsg.FromString(data))
        seconds = time.perf_counter() - start
        self.cache.end_run()
        if ended != protocol.FINISHED or self._failures:
            raise BoardError("; ".join(self._failures) or f"the script ended with status {ended}")
        return Rerun(seconds, sent, tuple(self._charts))

    def _take(self, message: ForwardMsg) -> int | None:
        """Take from a message what a browser would remember; return how the script ended, if this says so."""
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            return None if message.script_finished == protocol.STARTED_OVER else message.script_finished
        if kind == "new_session":
            self._page_hash = message.new_session.page_script_hash or self._page_hash
            self.cache.max_age = message.new_session.config.max_cached_message_age
            self._charts.clear()
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash or self._page_hash
            self.pages = {f"/{page.url_pathname}": page.page_script_hash for page in message.navigation.app_pages}
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "ref_hash":
            self._drawn(self.cache.hit(message.ref_hash))
        elif kind == "delta":
            self._drawn(chart := protocol.chart_bytes(message))
            self._failures += filter(None, [protocol.failure(message)])
            if message.metadata.cacheable:
                self.cache.keep(message.hash, chart)
        return None

    def _drawn(self, chart: int | None) -> None:
        if chart is not None:
            self._charts.append(chart)


def acknowledge_at_once(connection: Any) -> None:
    """Make the kernel acknowledge what it receives as it does for a reader, who has been idle for a second or more.

    In the bench's tight loop it would wait 40 ms for something to send along, and the server would wait with it.
    """
    raw = connection.transport.get_extra_info("socket")
    if raw is not None and hasattr(socket, "TCP_QUICKACK"):  # Linux only
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


@asynccontextmanager
async def session(url: str) -> AsyncGenerator[Session]:
    """Connect to the board at `url`, and disconnect at the end."""
    stream = f"ws://{urlsplit(url).netloc}/_stcore/stream"
    async with websockets.connect(
        stream,
        origin=websockets.Origin(url.rstrip("/")),
        subprotocols=[websockets.Subprotocol("streamlit")],
        max_size=None,
        open_timeout=PATIENCE,
        close_timeout=2,
        ping_interval=None,
    ) as connection:
        yield Session(connection, url)
