"""The public names: what a release promises to keep."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import iter_modules

import pytest

import incident_timeline
from docs._generate import ROOMS, homes, signatures

HERE = Path(__file__).parent
PROMISED = (HERE / "public_names.txt").read_text(encoding="utf-8").split()
REFERENCE = HERE.parent / "docs" / "reference"
NAMES = incident_timeline.__all__
NAME = incident_timeline.__name__


def test_the_public_names_are_the_promised_ones() -> None:
    assert list(NAMES) == PROMISED


def test_the_public_names_are_sorted_and_unique() -> None:
    assert list(NAMES) == sorted(set(NAMES), key=rank)


def rank(name: str) -> tuple[bool, bool, str]:
    """Constants, then classes, then functions: the order that ruff keeps too."""
    return not name.isupper(), not name[0].isupper(), name


@pytest.mark.parametrize("name", PROMISED)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert hasattr(incident_timeline, name)


@pytest.mark.parametrize("name", PROMISED)
def test_every_public_class_and_function_says_what_it_is(name: str) -> None:
    value = getattr(incident_timeline, name)
    if inspect.isclass(value) or inspect.isroutine(value):
        assert (value.__doc__ or "").strip()


def test_the_reference_has_an_entry_for_every_public_name() -> None:
    pages = [page.read_text("utf-8") for page in REFERENCE.glob("names/*.md")]
    entry = re.compile(
        r"^\.\. (?:auto\w+|py:data):: incident_timeline\.(\w+)$", re.MULTILINE
    )
    entries = [name for page in pages for name in entry.findall(page)]
    assert sorted(entries, key=rank) == PROMISED


def test_the_first_page_of_the_reference_links_every_public_name() -> None:
    page = (REFERENCE / "api.md").read_text("utf-8")
    row = re.compile(r"^\| \{py:obj\}`~incident_timeline\.(\w+)` \| \S", re.MULTILINE)
    assert row.findall(page) == PROMISED


def test_every_public_package_has_a_page_in_the_reference() -> None:
    rooms = {
        info.name
        for info in iter_modules(incident_timeline.__path__)
        if not info.name.startswith("_") and info.name != "cli"
    }
    assert {room.partition(".")[0] for room in ROOMS} == rooms


def test_every_name_of_a_room_stands_in_the_reference_once() -> None:
    told = [home for names in homes().values() for home in names.values()]
    assert len(told) == len(set(told))
    for room in ROOMS:
        module = import_module(f"incident_timeline.{room}")
        for name in module.__all__:
            homes_of_it = {f"{NAME}.{name}", f"{NAME}.{room}.{name}"}
            assert homes_of_it & set(told), name


def test_signatures_are_the_promised_ones() -> None:
    promised = (HERE / "public_signatures.txt").read_text(encoding="utf-8")
    reason = "see docs/reference/compatibility.md, then run `make schema`"
    assert signatures() == promised, reason


def test_the_installed_version_is_told_by_the_changelog() -> None:
    changelog = (HERE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version('incident-timeline')}]" in changelog
