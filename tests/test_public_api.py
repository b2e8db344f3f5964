"""The public names: what a release promises to keep."""

from __future__ import annotations

import inspect
import re
from importlib.metadata import version
from pathlib import Path

import pytest

import incident_timeline

HERE = Path(__file__).parent
PROMISED = (HERE / "public_names.txt").read_text(encoding="utf-8").split()
REFERENCE = HERE.parent / "docs" / "reference" / "api.md"
NAMES = incident_timeline.__all__


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
    text = REFERENCE.read_text(encoding="utf-8")
    entries = re.findall(
        r"^\.\. auto\w+:: incident_timeline\.(\w+)$", text, re.MULTILINE
    )
    assert sorted(entries, key=rank) == PROMISED


def test_the_installed_version_is_told_by_the_changelog() -> None:
    changelog = (HERE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{version('incident-timeline')}]" in changelog
