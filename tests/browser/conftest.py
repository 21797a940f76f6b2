"""A running board and windows on it that keep account of every request, error and complaint.

All servers run on copies of the project, so nothing a test does to the data touches the real ones.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)

from dashboard.drawing.wording import LANGUAGES, Words

ROOT = Path(__file__).parents[2]
NEEDED = ("dashboard", "data", "seeds", "assets", ".streamlit")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
CHECKED = ("claims", "changes", "revisions", "document", "corrections")  # the pages in the menu
PATIENCE = 20_000  # milliseconds for anything a reader would call slow; a test that passes never waits that long
# On a deep link Streamlit asks for these below the page's path first, gets a 404 and then finds the right ones.
HARMLESS = ("/_stcore/health", "/_stcore/host-config")
PHONE: dict[str, Any] = {
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/148.0.0.0 Mobile Safari/537.36",
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
ERRORS = ".stException, .lb-faults, [data-testid='stAlertContentError'], [role='dialog']"

expect.set_options(timeout=PATIENCE)
# Texts in charts that reach over the edge of their picture, by more than a hair's breadth.
CUT_OFF = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
  const edge = chart.querySelector('svg.main-svg').getBoundingClientRect()
  return [...chart.querySelectorAll('svg.main-svg text')].filter(text => {
    const box = text.getBoundingClientRect()
    return box.width && (box.left < edge.left - 1 || box.right > edge.right + 1
      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1)
  }).map(text => text.textContent)
})"""
# Pairs of lines of text in one chart that stand on each other: their boxes share more than leading is high.
OVERWRITTEN = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
  const texts = [...chart.querySelectorAll('svg.main-svg text')]
  const lines = texts
    .flatMap(text => text.querySelector('tspan.line') ? [...text.querySelectorAll('tspan.line')] : [text])
    .map(line => [line.textContent, line.getBoundingClientRect()]).filter(([, box]) => box.width)
  return lines.flatMap(([said, a], place) => lines.slice(place + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
    .map(([other]) => `${said} | ${other}`))
})"""
# Anything in the page that stands out to the right of the window and cannot be scrolled into it.
STICKING_OUT = """() => {
  const main = document.querySelector('.stMain'), root = document.documentElement
  const wide = [root, main].filter(one => one.scrollWidth > one.clientWidth).map(one => one.tagName)
  const scrolls = '.lb-scroll, [data-testid=stDataFrame]'
  return wide.concat([...main.querySelectorAll('.lb *, .stElementContainer, .js-plotly-plot')]
    .filter(one => !one.closest(scrolls) && one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.className || one.tagName))
}"""
SIGHT = {"cut off": CUT_OFF, "written over": OVERWRITTEN, "sticking out": STICKING_OUT}


class Server:
    """A board running on a folder of its own, on a free port of the loopback."""

    def __init__(self, root: Path) -> None:
        """Start it and wait until it says where it can be reached."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.root, self.url = root, f"http://127.0.0.1:{port}"
        self.log: list[str] = []
        command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.address", "127.0.0.1"]
        self._process = subprocess.Popen(
            [*command, "--server.port", str(port)],
            cwd=root,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._said_where = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        started = self._said_where.wait(60)
        if not started or self._process.poll() is not None:
            self.stop()
            raise RuntimeError("the server did not start:\n" + "".join(self.log))

    def stop(self) -> None:
        """End it, by its own number, and read what it said last."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(10)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.log.append(line)
            if self.url in line and "URL" in line:
                self._said_where.set()
        self._said_where.set()


class Window:
    """One reader's window on the board."""

    def __init__(self, page: Page, url: str, language: str) -> None:
        """`language` is the one the window is expected to speak."""
        self.page, self.url, self.words = page, url, Words(language)

    def settle(self) -> None:
        """Wait until the page is written and no script is running."""
        expect(self.page.locator(".lb h1, .lb h2").first).to_be_visible()
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def heads(self, text: str) -> None:
        """Wait until the page's first heading says `text`."""
        expect(self.page.locator(".lb h1, .lb h2").first).to_have_text(text)

    def address(self) -> dict[str, str]:
        """Return what the address bar says: `path` and the parameters."""
        parts = urlsplit(self.page.url)
        return {"path": parts.path} | {name: values[-1] for name, values in parse_qs(parts.query).items()}

    def addressed(self, **wanted: str) -> None:
        """Wait until the address bar says what is wanted."""

        def fits(url: str) -> bool:
            parts = urlsplit(url)
            said = {"path": parts.path} | {name: values[-1] for name, values in parse_qs(parts.query).items()}
            return wanted.items() <= said.items()

        self.page.wait_for_url(fits, timeout=PATIENCE)

    def visit(self, name: str) -> None:
        """Go to a page by its entry in the top navigation."""
        title = self.words(f"page.{name}")
        navigation = self.page.get_by_test_id("stTopNav")
        if name in CHECKED:
            navigation.get_by_text(self.words("page.check"), exact=True).click()
            self.page.get_by_role("menuitem", name=title, exact=True).click()
        else:
            navigation.get_by_role("link", name=title, exact=True).click()
        self.addressed(path="/" if name == "story" else f"/{name}", lang=self.words.language)
        if name not in CHECKED:  # those stand in a menu that closes
            expect(navigation.locator("a[aria-current=page]")).to_have_text(title)
        self.settle()

    def press(self, name: str) -> None:
        """Press one of the day's quick choices."""
        self.page.get_by_role("button", name=self.words(f"frame.{name}")).click()

    def speak(self, language: str) -> None:
        """Switch the language; from now on the window is expected to speak it."""
        self.page.get_by_role("radio", name=self.words(f"frame.{language}")).click()
        self.words = Words(language)

    def choose(self, label: str, place: int) -> None:
        """Choose an option of a list by its place, with the keyboard's help.

        The list closes when the page scrolls under it: first bring it into view and let two frames pass.
        """
        box = self.page.get_by_role("combobox", name=label)
        box.focus()
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        box.press("ArrowDown")
        self.page.get_by_role("option").nth(place).click()

    def day(self) -> Locator:
        """Return the element that holds the day in the frame as YYYY-MM-DD."""
        return self.page.locator(".st-key-as_of input[type=date]")

    def chart(self, key: str, said: str = "") -> Locator:
        """Return a chart by its key, if it says `said` to those who cannot see it."""
        saying = f'[aria-label*="{said}"]' if said else ""
        return self.page.locator(f".st-key-chart_{key} [role=figure]{saying}")

    def tells(self, key: str, said: str, *, instead_of: str = "") -> None:
        """Wait until a chart says `said` and no longer what it said before."""
        expect(self.chart(key, said)).to_have_count(1)
        if instead_of:
            expect(self.chart(key, instead_of)).to_have_count(0)

    def drawn(self, number: int) -> Locator:
        """Wait until that many charts are drawn; return them."""
        charts = self.page.locator(".js-plotly-plot")
        expect(charts).to_have_count(number)
        for place in range(number):
            expect(charts.nth(place).locator("svg.main-svg").first).to_be_visible()
        return charts

    def out_of_sight(self) -> list[str]:
        """Return what cannot be read or seen: texts cut off or written over in charts, parts beside the window."""
        return [f"{kind}: {one}" for kind, find in SIGHT.items() for one in self.page.evaluate(find)]

    def sound(self) -> None:
        """See that nothing on the page is an error."""
        expect(self.page.locator(ERRORS)).to_have_count(0)


class Windows:
    """Opens windows on one board and keeps what they ask for and what goes wrong in them."""

    def __init__(self, browser: Browser, url: str, contexts: dict[Any, BrowserContext]) -> None:
        """`contexts` are kept for later tests: a browser that has seen the board opens it twice as fast."""
        self._browser, self.url, self._contexts = browser, url, contexts
        self._opened: list[Page] = []
        self._fresh: list[BrowserContext] = []
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def open(
        self,
        path: str = "/",
        *,
        locale: str = "de-DE",
        size: tuple[int, int] = (1440, 900),
        scheme: str = "light",
        phone: bool = False,
        fresh: bool = False,
        **parameters: str,
    ) -> Window:
        """Open the board in a window of its own and wait until the page is written.

        The language expected is the address's, else the locale's. `fresh` is a browser that has never seen the board.
        """
        page = self.blank(locale=locale, size=size, scheme=scheme, phone=phone, fresh=fresh)
        asked = parameters.get("lang")
        language = asked if asked in LANGUAGES else "de" if locale.startswith("de") else "en"
        window = Window(page, self.url, language)
        page.goto(self.url + path + (f"?{urlencode(parameters)}" if parameters else ""))
        # A click between the first run and the browser's report would be overtaken by the report's run of the old page.
        page.wait_for_function("() => document.documentElement.dataset.seen")
        window.settle()
        return window

    def blank(
        self,
        *,
        locale: str = "de-DE",
        size: tuple[int, int] = (1440, 900),
        scheme: str = "light",
        phone: bool = False,
        fresh: bool = False,
    ) -> Page:
        """Open an empty window that is watched like all others."""
        context = None if fresh else self._contexts.get((locale, phone))
        if context is None:
            context = self._browser.new_context(locale=locale, **PHONE if phone else {})
            context.set_default_timeout(PATIENCE)
            if fresh:
                self._fresh.append(context)
            else:
                self._contexts[locale, phone] = context
        page = context.new_page()
        self._opened.append(page)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("response", self._answered)
        return page

    @property
    def strangers(self) -> list[str]:
        """Requests to any host but the board's own; what the page makes itself (data:, blob:) leaves no machine."""
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob", "about")
            and urlsplit(url).netloc != urlsplit(self.url).netloc
        ]

    def close(self) -> None:
        """Close every window opened."""
        for page in self._opened:
            page.close()
        for context in self._fresh:
            context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not self._harmless(message.location.get("url", "")):
            self.complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not self._harmless(response.url):
            self.complaints.append(f"{response.status}: {response.url}")

    def _harmless(self, url: str) -> bool:
        page, found, rest = urlsplit(url).path.rpartition("/_stcore/")
        return page.count("/") == 1 and f"{found}{rest}" in HARMLESS


def copy_project(target: Path) -> Path:
    """Copy what the board needs to run; returns the target."""
    for name in NEEDED:
        shutil.copytree(ROOT / name, target / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    return target


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a Chromium: the one LAGEBILD_CHROMIUM names, else Playwright's own."""
    path = os.environ.get("LAGEBILD_CHROMIUM") or None
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        except Error as error:
            first = str(error).splitlines()[0]
            pytest.fail(f"No Chromium: set LAGEBILD_CHROMIUM, or playwright install chromium ({first})", pytrace=False)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running board on the project's data, the same for all tests that leave the data alone."""
    server = Server(copy_project(tmp_path_factory.mktemp("board")))
    yield server
    server.stop()
    assert "Traceback" not in "".join(server.log), "".join(server.log)


@pytest.fixture(scope="session")
def kept_contexts() -> dict[Any, BrowserContext]:
    """Return the browser contexts tests share, by what sets them apart; windows themselves are never shared."""
    return {}


@pytest.fixture
def windows(chromium: Browser, board: Server, kept_contexts: dict[Any, BrowserContext]) -> Iterator[Windows]:
    """Return what opens windows on the shared board; afterwards none may have complained or asked a third party."""
    opened = Windows(chromium, board.url, kept_contexts)
    yield opened
    opened.close()
    assert opened.complaints == []
    assert opened.strangers == []


@pytest.fixture
def unwatched_windows(chromium: Browser, board: Server) -> Iterator[Windows]:
    """Return what opens windows whose complaints and requests the test itself judges."""
    opened = Windows(chromium, board.url, {})
    yield opened
    opened.close()


@pytest.fixture
def windows_without_webgl(chromium: Browser, board: Server) -> Iterator[Windows]:
    """Return what opens windows on the shared board in a browser that has no WebGL."""
    path = os.environ.get("LAGEBILD_CHROMIUM") or None
    bare = chromium.browser_type.launch(executable_path=path, args=[*FLAGS, "--disable-3d-apis"])
    opened = Windows(bare, board.url, {})
    yield opened
    opened.close()
    bare.close()
    assert opened.complaints == []
    assert opened.strangers == []


@pytest.fixture
def copied_project(tmp_path: Path) -> Path:
    """Return a copy of the project whose data a test may break."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def board_on(chromium: Browser) -> Iterator[Callable[[Path], Windows]]:
    """Return a function that starts a board on a folder and returns what opens windows on it."""
    running: list[tuple[Server, Windows]] = []

    def start(root: Path) -> Windows:
        server = Server(root)
        running.append((server, Windows(chromium, server.url, {})))
        return running[-1][1]

    yield start
    for server, opened in running:
        opened.close()
        server.stop()
    for server, opened in running:
        assert opened.complaints == []
        assert opened.strangers == []
        assert "Traceback" not in "".join(server.log), "".join(server.log)
