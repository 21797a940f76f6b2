"""`python -m dashboard bench`: starts the board, takes every measure in order, stops it, and reports."""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from dashboard.bench.options import Options

if TYPE_CHECKING:
    from dashboard.bench.report import Result

NEEDED = ("psutil", "websockets")


def bench(root: Path, options: Options, *, json_file: Path | None = None, strict: bool = False) -> int:
    """Measure the project at `root`, print the report, and return the exit code.

    0 measured, 1 a goal missed (only if `strict`), 2 could not be measured, 130 interrupted.
    """
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        print(f"bench needs {' and '.join(missing)}: pip install -e '.[test]'", file=sys.stderr)
        return 2
    # These need the packages asked for above.
    from dashboard.bench import report
    from dashboard.bench.server import StartError
    from dashboard.bench.session import BoardError

    about = surroundings(options)
    try:
        with stopped_in_order():
            results = measured(root, options, date.today())
    except (BoardError, StartError, TimeoutError, ConnectionError) as error:
        print(f"bench: {error or 'took too long, stopped'}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("bench: interrupted, the board has been stopped", file=sys.stderr)
        return 130
    print(", ".join(f"{name} {value}" for name, value in about["on"].items()), end="\n\n")
    print(report.table(results), end="\n\n")
    print(report.verdict(results))
    if json_file:
        json_file.write_text(report.to_json(results, about), encoding="utf-8")
    return 1 if strict and any(result.met is False for result in results) else 0


def measured(root: Path, options: Options, today: date) -> list[Result]:
    """Take every measure and return all results; the board is stopped when this returns or raises."""
    from dashboard.bench import measures
    from dashboard.bench.server import started

    healthy, drawn = [], []
    for number in range(options.starts):
        say(f"cold start {number + 1} of {options.starts}")
        with started(root) as server:
            healthy.append(server.seconds)
            drawn.append(asyncio.run(measures.first_page(server)))
    results = measures.starts(healthy, drawn)
    with started(root) as server:
        results += asyncio.run(while_running(server, options, today))
    return results


async def while_running(server: Any, options: Options, today: date) -> list[Result]:
    """Take the measures that need one running board, within a time that bounds them all."""
    from dashboard.bench import measures

    async with asyncio.timeout(options.longest):
        say("pages")
        results = await measures.pages(server, options.repeats, today)
        say(f"memory over {options.changes:,} reruns")
        kept = await measures.memory(server, options.changes, options.crowd, today)
        for count in options.readers:
            say(f"{count} readers for {options.seconds:g} s")
            results += await measures.readers(server, count, options.seconds, today)
        return results + kept


def surroundings(options: Options) -> dict[str, Any]:
    """Return what the figures depend on besides the board."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "on": {
            "Streamlit": version("streamlit"),
            "Python": platform.python_version(),
            "uvloop": installed("uvloop"),
            "processors": os.cpu_count(),
        },
        "options": asdict(options),
    }


def installed(package: str) -> str:
    """Return a package's version, or "missing"."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def say(step: str) -> None:
    """Tell whoever waits what is being done, apart from the report."""
    print(f"{step} ...", file=sys.stderr, flush=True)


@contextmanager
def stopped_in_order() -> Generator[None]:
    """Turn a request to end this process into an exception, so that the board is stopped on the way out."""

    def leave(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    kinds = [signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__]
    before = {kind: signal.signal(kind, leave) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
