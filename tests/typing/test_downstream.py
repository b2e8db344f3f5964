"""A project that is built on this one is typed strictly, by what it is given alone."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import incident_timeline

ROOT = Path(__file__).parent.parent.parent
PROJECT = ROOT / "docs" / "examples" / "downstream"
TYPES = "INCIDENT_TIMELINE_TYPES"  # set by `make wheel-test`: it takes half a minute


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(incident_timeline.__path__[0], "py.typed").exists()


def test_the_project_is_as_short_as_is_promised() -> None:
    lines = (PROJECT / "response_times.py").read_text("utf-8").splitlines()
    assert len(lines) <= 35


@pytest.mark.skipif(TYPES not in os.environ, reason=f"{TYPES} is not set")
def test_the_project_passes_mypy_strictly() -> None:
    assert find_spec("mypy"), "mypy is not installed"
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--explicit-package-bases"),
            *("--config-file=", str(PROJECT.relative_to(ROOT))),
        ],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stdout
