"""The command line: what `check` says and leaves with, and that help costs nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dashboard import __main__ as command_line
from dashboard.bench.options import QUICK, Options, read
from dashboard.ledger import checks
from dashboard.ledger.files import Fault

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's data and documents, free to be broken."""
    for folder in ("data", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_sound_data_leave_with_0_and_one_line_of_counts(project, capsys):
    code = command_line.main(["check", "--root", str(project)])
    said = capsys.readouterr()
    assert code == 0
    assert said.out.count("\n") == 1
    assert said.out.startswith("data: ")
    assert f"{len((project / 'data/actors.csv').read_text().splitlines()) - 1} actors" in said.out
    assert said.out.endswith("; no faults\n")


def test_every_fault_has_a_line_of_its_own_and_the_code_is_1(project, capsys):
    actors = project / "data/actors.csv"
    lines = actors.read_text(encoding="utf-8").split("\n")
    actors.write_text(
        "\n".join([lines[0], lines[1].replace(",", " ,", 1), lines[2] + ",", *lines[3:]]), encoding="utf-8"
    )
    code = command_line.main(["check", "--root", str(project)])
    faults = capsys.readouterr().out.splitlines()
    assert code == 1
    assert any(fault.startswith("data/actors.csv:2 ") for fault in faults)
    assert any(fault.startswith("data/actors.csv:3: ") for fault in faults)
    assert all(fault.startswith("data/") for fault in faults)


def test_a_folder_without_data_is_a_fault_not_a_crash(tmp_path, capsys):
    assert command_line.main(["check", "--root", str(tmp_path)]) == 1
    assert "datapackage.json" in capsys.readouterr().out


def test_suspicions_go_to_standard_error_and_do_not_fail(monkeypatch, capsys):
    doubtful = checks.Report((), (Fault("figures.csv", 7, "id", "looks like another one"),))
    monkeypatch.setattr(checks, "check", lambda root: doubtful)
    assert command_line.main(["check"]) == 0
    said = capsys.readouterr()
    assert said.err == "suspicion: data/figures.csv:7 id: looks like another one\n"
    assert "suspicion" not in said.out


def test_counts_are_grouped_by_thousands():
    assert command_line.counted({"documents": 1188, "actors": 90}) == "1,188 documents, 90 actors"


def test_the_command_line_imports_nothing_heavy():
    code = "import json, sys, dashboard.__main__; print(json.dumps(list(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"streamlit", "plotly", "pandas", "psutil", "websockets"} & set(json.loads(said.stdout))


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["bench", "--help"]])
def test_help_is_there_for_every_command(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        command_line.main(arguments)
    assert left.value.code == 0
    assert "usage: python -m dashboard" in capsys.readouterr().out


def test_without_a_command_it_leaves_with_2(capsys):
    with pytest.raises(SystemExit) as left:
        command_line.main([])
    assert left.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def options_of(*arguments: str) -> Options:
    """What `bench` makes of its arguments."""
    return read(command_line.parser().parse_args(["bench", *arguments]))


def test_bench_measures_as_usual_unless_told():
    assert options_of() == Options()
    assert options_of("--quick") == QUICK


def test_what_is_told_stands_over_quick():
    told = options_of("--quick", "--readers", "5,20", "--seconds", "1.5")
    assert (told.readers, told.seconds, told.starts) == ((5, 20), 1.5, QUICK.starts)


@pytest.mark.parametrize(
    "arguments", [["--readers", "0"], ["--readers", "1000"], ["--seconds", "0"], ["--starts", "no"]]
)
def test_bench_refuses_what_cannot_be_measured(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        options_of(*arguments)
    assert left.value.code == 2
    assert arguments[0] in capsys.readouterr().err


def test_an_installed_package_brings_the_tables_and_templates_it_reads():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    package = ROOT / "dashboard"
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    own = {
        path
        for path in files
        if not any(part == "static" or part.startswith(".") for part in path.relative_to(package).parts)
    }
    assert own
    assert own == {path for pattern in settings["package-data"]["dashboard"] for path in package.glob(pattern)}
