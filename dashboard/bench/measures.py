"""The measuring itself. Each measure returns its results; none prints, and none knows how the board is started."""

from __future__ import annotations

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date
from random import Random

from websockets.exceptions import WebSocketException

from dashboard.bench.report import Result, of_spread
from dashboard.bench.server import Server
from dashboard.bench.session import BoardError, Rerun, Session, session
from dashboard.bench.spread import percentile, slope, spread
from dashboard.bench.views import View, days_around, next_view

# What we want of the board on two cores, in the unit of the line.
START_GOAL = 2.5
FIRST_GOAL, AGAIN_GOAL = 60.0, 15.0
CHART_GOAL = 60.0
# Choices that make a page draw all it has; the bare page shows less.
HEAVIEST = ("/map?layers=holders,areas,gains,troops",)
# A page with a figure's receipt open over it, which every figure's link asks for.
RECEIPT, RECEIPT_GOAL = "/territory?figure=story-net-gain-500", 150.0
READERS_GOAL, READERS_UP_TO = 150.0, 100
GROWTH_GOAL = 1.0  # MiB in 1,000 reruns

THINK = 2.0  # seconds between a reader's actions, on average
SHORT_LIST = 4  # days readers move among; all their views have been drawn before
ARRIVE_EVERY = 0.02  # seconds between two readers' arrivals
SAMPLES = 30  # looks at memory
MIB = 2**20


@dataclass(frozen=True)
class Drawn:
    """What was measured on one page: reruns that drew a new view, and reruns that drew the same view again."""

    first: tuple[Rerun, ...]
    again: tuple[Rerun, ...]


async def first_page(server: Server) -> float:
    """Return the seconds from a server's start to its first page, which is when it reads the data."""
    start = time.perf_counter()
    async with session(server.url) as reader:
        await reader.open()
    return server.seconds + time.perf_counter() - start


def starts(healthy: Sequence[float], drawn: Sequence[float]) -> list[Result]:
    """Return the results of cold starts, in seconds."""
    return [
        of_spread("Cold start", "to the first healthy answer", "s", spread(healthy), START_GOAL),
        of_spread("Cold start", "to the first page drawn", "s", spread(drawn)),
    ]


async def pages(server: Server, repeats: int, today: date) -> list[Result]:
    """Measure each page: a view nobody has asked for yet, then the same view again; and how large the charts are."""
    found = {}
    async with session(server.url) as reader:
        story_day = await _warm(reader)
        days = days_around(story_day, repeats + 1, today)[1:]
        also = (one for one in (*HEAVIEST, RECEIPT) if View(one, story_day).path in reader.pages)
        for page in (*reader.pages, *also):
            found[page] = await _draw(reader, page, days)
    return [line(page, drawn) for line in PAGE_LINES for page, drawn in found.items()]


async def _warm(reader: Session) -> date:
    """Show every page once, so that what is done once in a server's life is done; returns the day shown."""
    await reader.open()
    day = reader.day
    for page in reader.pages:
        await reader.show(View(page, day))
    return day


async def _draw(reader: Session, page: str, days: Sequence[date]) -> Drawn:
    first, again = [], []
    await reader.show(View(page, reader.day))  # arrive; what counts is the change of the day
    for day in days:
        first.append(await reader.show(View(page, day)))
        again.append(await reader.show(View(page, day)))
    return Drawn(tuple(first), tuple(again))


def _goal(page: str, goal: float) -> float:
    return RECEIPT_GOAL if page == RECEIPT else goal


def _first(page: str, drawn: Drawn) -> Result:
    times = spread([run.seconds * 1000 for run in drawn.first])
    return of_spread("Rerun, a view drawn for the first time", page, "ms", times, _goal(page, FIRST_GOAL))


def _again(page: str, drawn: Drawn) -> Result:
    times = spread([run.seconds * 1000 for run in drawn.again])
    return of_spread("Rerun, the same view again", page, "ms", times, _goal(page, AGAIN_GOAL))


def _largest(page: str, drawn: Drawn) -> Result:
    sizes = [chart / 1000 for run in drawn.first for chart in run.charts]
    return Result("Largest chart of any day, JSON", page, "KB", max(sizes, default=0.0), goal=CHART_GOAL)


def _together(page: str, drawn: Drawn) -> Result:
    return of_spread(
        "Charts of a page together, JSON", page, "KB", spread([sum(run.charts) / 1000 for run in drawn.first])
    )


def _sent(page: str, drawn: Drawn) -> Result:
    return of_spread("Sent to the browser, first time", page, "KB", spread([run.sent / 1000 for run in drawn.first]))


def _sent_again(page: str, drawn: Drawn) -> Result:
    return of_spread("Sent to the browser, again", page, "KB", spread([run.sent / 1000 for run in drawn.again]))


PAGE_LINES = (_first, _again, _largest, _together, _sent, _sent_again)


async def memory(server: Server, changes: int, crowd: int, today: date) -> list[Result]:
    """Measure what a session costs, and whether a session that goes on and on makes the server grow."""
    before, after, rise = await _growth(server, changes, today)
    each = await _of_sessions(server, crowd)
    section = "Memory"
    return [
        Result(section, "of a session", "MiB", each, count=crowd),
        Result(section, f"before {changes:,} reruns of one session", "MiB", before),
        Result(section, "after them", "MiB", after),
        Result(section, "growth in 1,000 reruns", "MiB", rise, count=changes, goal=GROWTH_GOAL),
    ]


async def _growth(server: Server, changes: int, today: date) -> tuple[float, float, float]:
    """Return resident MiB before and after many reruns of prepared views, and the growth in 1,000 reruns."""
    chance = Random(1)
    samples = []
    async with session(server.url) as reader:
        days = await _prepare(reader, today)
        for _ in range(changes // 2):  # until the allocator has what it needs
            await reader.show(next_view(reader.at, list(reader.pages), days, chance))
        for turn in range(changes + 1):
            if turn % max(1, changes // SAMPLES) == 0:
                samples.append((turn / 1000, server.memory() / MIB))
            await reader.show(next_view(reader.at, list(reader.pages), days, chance))
    return samples[0][1], samples[-1][1], slope(samples)


async def _of_sessions(server: Server, crowd: int) -> float:
    """Return the MiB one session adds, each having seen every page."""
    async with AsyncExitStack() as stack:
        before = server.memory()
        for _ in range(crowd):
            await _warm(await stack.enter_async_context(session(server.url)))
        return (server.memory() - before) / crowd / MIB


async def _prepare(reader: Session, today: date) -> tuple[date, ...]:
    """Have every page drawn on the days readers will move among, and return those days."""
    story_day = await _warm(reader)
    days = days_around(story_day, SHORT_LIST, today)
    for day in days:
        for page in reader.pages:
            await reader.show(View(page, day))
    return days


@dataclass
class Crowd:
    """Several readers at once: the days they move among, when they may start and must leave, and what they met with."""

    days: Sequence[date]
    go: asyncio.Event = field(default_factory=asyncio.Event)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    reruns: list[float] = field(default_factory=list)  # seconds of each
    errors: Counter[str] = field(default_factory=Counter)


async def readers(server: Server, count: int, seconds: float, today: date) -> list[Result]:
    """Let `count` readers use the board for `seconds`, each acting every two seconds on average."""
    async with session(server.url) as first:
        crowd = Crowd(await _prepare(first, today))
    async with asyncio.TaskGroup() as group:
        arrived = [asyncio.Event() for _ in range(count)]
        for number, here in enumerate(arrived):
            group.create_task(_read(server.url, crowd, Random(number), here))
            await asyncio.sleep(ARRIVE_EVERY)
        for here in arrived:
            await here.wait()
        # Our own collector must not stop the clock of a reader who waits.
        gc.collect()
        gc.freeze()
        start, worked = time.perf_counter(), server.processor()
        crowd.go.set()
        await asyncio.sleep(seconds)
        crowd.stop.set()
        lasted, worked = time.perf_counter() - start, server.processor() - worked
    return _crowd_lines(count, crowd, lasted, worked)


async def _read(url: str, crowd: Crowd, chance: Random, arrived: asyncio.Event) -> None:
    """Be one reader: arrive, and from `go` to `stop` think and act in turn. An error ends the visit and is counted."""
    try:
        async with session(url) as reader:
            await reader.open()
            arrived.set()
            await crowd.go.wait()
            while not await _leaving(chance, crowd.stop):
                run = await reader.show(next_view(reader.at, list(reader.pages), crowd.days, chance))
                crowd.reruns.append(run.seconds)
    except (BoardError, KeyError, OSError, TimeoutError, WebSocketException) as error:
        crowd.errors[f"{type(error).__name__}: {error}"] += 1
    finally:
        arrived.set()


async def _leaving(chance: Random, stop: asyncio.Event) -> bool:
    """Think for a while; return whether it is time to leave."""
    try:
        async with asyncio.timeout(chance.expovariate(1 / THINK)):
            return await stop.wait()
    except TimeoutError:
        return False


def _crowd_lines(count: int, crowd: Crowd, lasted: float, worked: float) -> list[Result]:
    section = f"{count} readers at the same time"
    goal = READERS_GOAL if count <= READERS_UP_TO else None
    times = [seconds * 1000 for seconds in crowd.reruns]
    errors = [Result(section, f"error: {text[:80]}", "", often) for text, often in crowd.errors.most_common(3)]
    if not times:
        return [Result(section, "errors", "", crowd.errors.total(), goal=0), *errors]
    return [
        of_spread(section, "rerun", "ms", spread(times)),
        Result(section, "rerun, p95", "ms", percentile(times, 95), count=len(times), goal=goal),
        Result(section, "reruns", "a second", len(times) / lasted),
        Result(section, "processor time of a rerun", "ms", worked / len(times) * 1000),
        Result(section, "errors", "", crowd.errors.total(), goal=0),
        *errors,
    ]
