"""Explain: the page of a code, be it a rule's or a parser's."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Protocol

from incident_timeline.checks.rules import RULES
from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Severity

__all__ = ["Explained", "Page", "explain"]


class Page(Protocol):
    """Whatever has a code and a page: a rule, or what a parser reports."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        ...

    @property
    def page(self) -> str:
        """What it says of itself, in Markdown."""
        ...


class Explained(Protocol):
    """What has a code, and says of itself what it is: a rule, a law of a kit."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def page(self) -> str:
        """What it says of itself, in Markdown."""
        ...


def explain(code: str, rules: Iterable[Explained] = RULES) -> str:
    """The page of a code, in Markdown; capitals and small letters are alike.

    Raises:
        UnknownReferenceError: If none of the rules has that code.

    >>> explain("TL101").splitlines()[0]
    '# TL101 event-ends-before-start'
    """
    known = {one.code: one for one in rules}
    found = known.get(code.upper())
    if found is None:
        near = get_close_matches(code.upper(), known, n=3, cutoff=0.5)
        codes = f"the nearest are {', '.join(near)}" if near else "none is like it"
        message = f"{shown(code)} is the code of nothing here; {codes}"
        raise UnknownReferenceError(message, wanted=code)
    return found.page
