"""The package that new-parser writes: it passes at once, and nothing is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import incident_timeline

Run = Callable[..., Any]
HOUSE = Path(incident_timeline.__path__[0]).parent


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(home: Path) -> set[str]:
    paths = (one for one in home.rglob("*") if one.is_file())
    return {one.relative_to(home).as_posix() for one in paths}


def installed(home: Path) -> None:
    """Do what ``pip install -e`` does, without a network."""
    project = tomllib.loads((home / "pyproject.toml").read_text("utf-8"))["project"]
    info = home / "src" / f"{project['name']}-{project['version']}.dist-info"
    info.mkdir()
    head = f"Name: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\n{head}", "utf-8")
    lines = [
        line
        for group, entries in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{k} = {v}" for k, v in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")


@pytest.mark.thorough
def test_the_package_passes_its_own_tests_at_once(run: Run, here: Path) -> None:
    assert run("new-parser", "unit-log").status == 0
    home = here / "unit-log"
    installed(home)
    paths = os.pathsep.join((str(home / "src"), str(HOUSE)))
    unmeasured = {k: v for k, v in os.environ.items() if k[:8] != "COVERAGE"}
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=home,
        env=unmeasured | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tested.returncode == 0, tested.stdout
    assert " passed" in tested.stdout


def test_each_file_is_told_and_no_name_is_left_open(run: Run, here: Path) -> None:
    ran = run("new-parser", "unit_log", "--into", "mine/logs")
    home = here / "mine" / "logs"
    assert files(home) == {
        "README.md",
        "pyproject.toml",
        "src/unit_log/__init__.py",
        "src/unit_log/py.typed",
        "tests/sample.unit-log",
        "tests/test_unit_log.py",
    }
    told = "".join(ran.out.split())
    for one in files(home):
        assert "$" not in (home / one).read_text("utf-8"), one
        assert f"written:mine/logs/{one}" in told
    assert "cdmine/logs" in told


def test_a_repository_without_files_is_empty(run: Run, here: Path) -> None:
    (here / "unit-log" / ".git").mkdir(parents=True)
    assert run("new-parser", "unit-log").status == 0
    assert "README.md" in files(here / "unit-log")


def test_what_stands_already_is_not_overwritten(run: Run, here: Path) -> None:
    (here / "unit-log").mkdir()
    (here / "unit-log" / "README.md").write_text("mine", "utf-8")
    ran = run("new-parser", "unit-log")
    assert ran.status == 2
    assert "unit-log isn't empty: name another with --into DIR" in ran.err
    assert files(here) == {"unit-log/README.md"}


def test_a_file_is_no_directory(run: Run, here: Path) -> None:
    (here / "notes").write_text("mine", "utf-8")
    ran = run("new-parser", "unit-log", "--into", "notes")
    assert ran.status == 2
    assert "notes is no directory" in ran.err
    assert (here / "notes").read_text("utf-8") == "mine"


SHAPE = "is no name of a parser, lower-case words joined by '-' or '_'"


@pytest.mark.parametrize(
    ("name", "reason", "proposed"),
    [
        ("Unit Log", SHAPE, "unit_log"),
        ("UnitLog", SHAPE, "unit_log"),
        ("7th", SHAPE, "my_7th"),
        ("журнал", SHAPE, "unit_log"),
        ("Über\x1b[31m", SHAPE, "uber_31m"),
        ("", SHAPE, "unit_log"),
        ("a" * 51, "is longer than 50 characters", "a" * 40),
        ("class", "is a word of Python's own", "my_class"),
        ("match", "is a word of Python's own", "my_match"),
        ("calendar", "is a module of Python's own", "my_calendar"),
        ("press-release", "is the name of a parser", "my_press_release"),
        ("hypothesis", "is a module that is installed", "my_hypothesis"),
    ],
)
def test_a_bad_name_is_refused_with_the_reason_and_another(
    run: Run, here: Path, name: str, reason: str, proposed: str
) -> None:
    ran = run("new-parser", name)
    assert ran.status == 2
    assert reason in ran.err
    assert f"try '{proposed}'" in ran.err
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert list(here.iterdir()) == []


def test_where_the_proposal_is_taken_too_it_is_numbered(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("my_json", "my_json_2"):
        (here / f"{name}.py").touch()
    monkeypatch.syspath_prepend(here)
    assert "try 'my_json_3'" in run("new-parser", "json").err
