"""The pages of codes, as files."""

from __future__ import annotations

from collections.abc import Iterable

from incident_timeline.checks.explain import Page
from incident_timeline.checks.rules import RULES

__all__ = ["pages"]

_HEAD = """\
# All codes

Each code has a page that says what is reported, why it matters, what is left alone and
what would mend it. A code is never reused.

| code | name | severity |
|---|---|---|
"""


def pages(rules: Iterable[Page] = RULES) -> dict[str, str]:
    """Every page by its file name, and ``index.md``, which lists them."""
    listed = sorted(rules, key=lambda one: one.code)
    rows = (
        f"| [{one.code}]({one.code}.md) | {one.name} | {one.severity.value} |\n"
        for one in listed
    )
    found = {f"{one.code}.md": one.page for one in listed}
    return {"index.md": _HEAD + "".join(rows), **found}
