"""The command line: `python -m dashboard check`, `codebook`, `ground`, `read`, `bench`. The board is `app.py`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard import names
from dashboard.bench import options
from dashboard.reading import command as reading

ROOT = Path(__file__).parents[1]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; argparse leaves with 2 where the command line is wrong."""
    arguments = parser().parse_args(argv)
    if arguments.command == "check":
        return check(arguments.root)
    if arguments.command == "codebook":
        return write_codebook(ROOT)
    if arguments.command == "ground":
        return draw_ground(ROOT)
    if arguments.command == "read":
        return read(arguments)
    # Streamlit takes half a second to import: only a command that needs it pays for it.
    from dashboard.bench.run import bench

    return bench(ROOT, options.read(arguments), json_file=arguments.json, strict=arguments.strict)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="python -m dashboard", description="Lagebild: looks after the data, measures the board."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checks = commands.add_parser(
        "check",
        help="check the tables against their contract",
        description="Check every table in data/ against data/datapackage.json and the documents in seeds/. "
        "Names all faults at once, one a line; leaves with 1 if there are any. Suspicions go to standard error.",
    )
    checks.add_argument(
        "--root",
        type=Path,
        default=ROOT,
        metavar="DIR",
        help="folder that holds data/ and seeds/ (default: this project)",
    )
    commands.add_parser(
        "codebook",
        help="write the codebook's field lists from the contract",
        description="Write the field lists of data/README.md anew from data/datapackage.json; the prose stays.",
    )
    commands.add_parser(
        "ground",
        help="draw the map's ground from data/geo",
        description="Draw the still pictures under the map, land, water and borders of each section in both themes, "
        "from data/geo into assets/static/map. To be run after the layers in data/geo have changed.",
    )
    reads = commands.add_parser(
        "read",
        help="read the figures, dates and speakers of a story",
        description="Read stories and print every figure and date with its exact place, bound, unit, speaker and "
        "status: marked in the text with tables, or with --json as one object a file (offsets are code points of the "
        "decoded text; value_low and value_high in unit; qualifier null, ~ about, ~< nearly, ~> a little over, > more "
        "than, >= at least, < less than, <= up to, range, vague). A file that cannot be read gets one line on standard "
        "error, the others are read, and the command leaves with 1.",
    )
    reading.add(reads)
    measures = commands.add_parser(
        "bench",
        help="measure speed and memory on this computer",
        description="Start the board on a free port of this computer, measure it as browsers would use it, stop it. "
        "Takes two to three minutes; keep the computer idle meanwhile.",
    )
    options.add(measures)
    return top


def read(arguments: argparse.Namespace) -> int:
    """Read stories, or measure the reader on the annotated ones."""
    if arguments.bench or arguments.misses:
        from dashboard.bench import reader

        if arguments.files:
            print("read: --bench measures the annotated stories and takes no files", file=sys.stderr)
            return 2
        return reader.bench(ROOT, misses=arguments.misses)
    return reading.run(arguments, lambda: names.register(ROOT))


def write_codebook(root: Path) -> int:
    """Write the field lists of the codebook under `root` anew; say whether anything changed."""
    from dashboard.ledger import codebook, schema

    path = root / "data" / "README.md"
    before = path.read_text(encoding="utf-8")
    after = codebook.renewed(before, schema.read_contract(root / "data"))
    path.write_text(after, encoding="utf-8")
    print("data/README.md: written anew" if after != before else "data/README.md: up to date")
    return 0


def draw_ground(root: Path) -> int:
    """Draw the map's ground under `root` anew and name each picture with its size."""
    from dashboard.drawing import basemap

    for path in basemap.draw_all(root / "data" / "geo", root / "assets" / "static" / "map"):
        print(f"{path.relative_to(root)}: {path.stat().st_size / 1000:.0f} kB")
    return 0


def check(root: Path) -> int:
    """Print the faults of the data under `root` and return 1, or their counts and return 0."""
    from dashboard.ledger import checks

    report = checks.check(root)
    for suspicion in report.suspicions:
        print(f"suspicion: {suspicion}", file=sys.stderr)
    for fault in report.faults:
        print(fault)
    if report.faults:
        return 1
    print(f"data: {counted(report.counts)}; no faults")
    return 0


def counted(counts: Mapping[str, int]) -> str:
    """Return rows per table in words: "188 documents, 90 actors"."""
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


if __name__ == "__main__":
    sys.exit(main())
