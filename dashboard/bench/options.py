"""What to measure and how often; nothing heavy is imported here, as the command line's help reads it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """How much is measured.

    `repeats` are reruns of each page; `changes` the reruns over which memory is watched, after half as many to settle;
    `crowd` the sessions opened to see what one of them costs.
    """

    starts: int = 5
    repeats: int = 30
    readers: tuple[int, ...] = (10, 50, 100)
    seconds: float = 15.0
    changes: int = 4000
    crowd: int = 40

    @property
    def longest(self) -> float:
        """Seconds after which something must have gone wrong: several times what a slow computer needs."""
        return 60 + 30 * self.starts + 4 * self.repeats + len(self.readers) * (self.seconds + 60) + self.changes * 0.15


# Under a minute: enough to see a gross mistake, too little to compare two versions.
QUICK = Options(starts=2, repeats=8, readers=(10, 100), seconds=5.0, changes=600, crowd=20)


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bench` to its parser; those not given follow `Options`, or `QUICK` with --quick."""
    usual = Options()
    parser.add_argument("--quick", action="store_true", help="a short version, under a minute")
    parser.add_argument("--starts", type=_count, metavar="N", help=f"cold starts (default {usual.starts})")
    parser.add_argument(
        "--repeats", type=_count, metavar="N", help=f"reruns per page, first and repeated (default {usual.repeats})"
    )
    readers = ",".join(str(one) for one in usual.readers)
    parser.add_argument("--readers", type=_counts, metavar="N,N", help=f"readers at the same time (default {readers})")
    parser.add_argument(
        "--seconds", type=_seconds, metavar="S", help=f"seconds for each number of readers (default {usual.seconds:g})"
    )
    parser.add_argument(
        "--changes", type=_count, metavar="N", help=f"reruns over which memory is watched (default {usual.changes})"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all results to FILE as well")
    parser.add_argument("--strict", action="store_true", help="leave with 1 if a goal was missed")


def read(arguments: argparse.Namespace) -> Options:
    """Return what was asked for."""
    base = QUICK if arguments.quick else Options()
    return Options(
        starts=arguments.starts or base.starts,
        repeats=arguments.repeats or base.repeats,
        readers=arguments.readers or base.readers,
        seconds=arguments.seconds or base.seconds,
        changes=arguments.changes or base.changes,
        crowd=base.crowd,
    )


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 100,000")
    return number


def _counts(text: str) -> tuple[int, ...]:
    numbers = tuple(_count(one) for one in text.split(","))
    if max(numbers) > 500:
        raise argparse.ArgumentTypeError("one process cannot play more than 500 readers truthfully")
    return numbers


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= 600:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 600")
    return number
