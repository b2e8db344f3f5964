"""Running the command line in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from incident_timeline.__main__ import main


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]

ACCOUNT = (
    "A neighbour in Mill Lane rang 999 at 19:59hrs on Thursday, 23 November.\n\n"
    "Shortly before 21:00hrs an officer opened fire. A man was declared dead in the"
    " street at 21:30hrs.\n"
)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    def ran(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["incident-timeline", *map(str, arguments)])
        status = main()
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode(), err.decode())

    return ran


@pytest.fixture
def account(tmp_path: Path) -> Path:
    path = tmp_path / "account.txt"
    path.write_text(ACCOUNT, encoding="utf-8")
    return path


@pytest.fixture
def read(run: Run) -> Run:
    """Read a file that was published on 24 November 2023 in London."""

    def ran(*arguments: object) -> Ran:
        known = ("--published", "2023-11-24", "--zone", "Europe/London")
        return run("read", *arguments, *known)

    return ran
