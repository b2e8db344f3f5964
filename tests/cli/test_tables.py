"""Tables on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]

MAPPING = 'name = "mine"\nzone = "UTC"\n[[event]]\nkind = "shots"\nstart = "on"\n'
TABLE = "on,town\n2024-05-03,Springfield\n"


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["read", "show", "check"])
def test_a_table_is_read_by_a_mapping(
    run: Run, table: Path, mapping: Path, command: str
) -> None:
    ran = run(command, table, "--mapping", mapping)
    assert ran.status == 0
    assert "TL670" in ran.out


def test_every_incident_is_shown_up_to_some_number(
    run: Run, tmp_path: Path, mapping: Path
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("on\n" + "2024-05-03\n" * 22, encoding="utf-8")
    ran = run("read", path, "--mapping", mapping)
    assert ran.out.count("shots") == 20
    assert "2 more incidents are not shown" in ran.out
    path.write_text("on\n" + "2024-05-03\n" * 20, encoding="utf-8")
    assert "more incidents" not in run("read", path, "--mapping", mapping).out


def test_a_mapping_is_drafted(run: Run, table: Path, tmp_path: Path) -> None:
    ran = run("read", table, "--suggest-mapping")
    assert ran.status == 0
    assert 'header = ["on", "town"]' in ran.out
    draft = tmp_path / "draft.toml"
    assert run("read", table, "--suggest-mapping", "-o", draft).status == 0
    assert draft.read_text(encoding="utf-8") == ran.out
    assert run("read", table, "--mapping", draft, "--zone", "UTC").status == 0


def test_a_wrong_mapping_is_told_with_its_line(
    run: Run, table: Path, mapping: Path
) -> None:
    mapping.write_text(MAPPING + "strat = 1\n", encoding="utf-8")
    ran = run("read", table, "--mapping", mapping)
    assert ran.status == 2
    assert "mine.toml: line 6: event[1].strat: is no key here; did you" in ran.err


def test_a_mapping_that_is_none_is_told(run: Run, table: Path) -> None:
    ran = run("read", table, "--mapping", "nothing")
    assert ran.status == 2
    assert "no file and no mapping 'nothing'" in ran.err


def test_a_mapping_is_for_tables_only(run: Run, table: Path, mapping: Path) -> None:
    ran = run("read", table, "--mapping", mapping, "--parser", "json")
    assert ran.status == 2
    assert "--mapping is for tables, not for json" in ran.err
    assert run("read", table, "--mapping", mapping, "--parser", "table").status == 0
    assert run("read", table, "--parser", "table").status == 2
