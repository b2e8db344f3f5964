"""Selectors: codes, their beginnings and names, and which of them wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

__all__ = ["EVERY", "Coded", "closest", "specificity"]

EVERY: Final = "ALL"


class Coded(Protocol):
    """Whatever has a code and a name: a rule, a finding, what a parser reports."""

    @property
    def code(self) -> str:
        """Its code."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...


def specificity(selector: str, one: Coded) -> int:
    """How closely a selector names a code; 0 where it doesn't.

    A selector is a code, the beginning of codes, a name, or ``ALL``. Small letters do
    for a code.

    >>> from incident_timeline.checks import RULES
    >>> rule = RULES[0]
    >>> [specificity(word, rule) for word in ("ALL", "TL1", "tl101", rule.name, "TL2")]
    [1, 4, 6, 6, 0]
    """
    if selector == EVERY:
        return 1
    if selector == one.name:
        return 1 + len(one.code)
    is_beginning = selector != "" and one.code.startswith(selector.upper())
    return 1 + len(selector) if is_beginning else 0


def closest(selectors: Iterable[str], one: Coded) -> int:
    """How closely the closest of some selectors names a code; 0 where none does."""
    return max((specificity(selector, one) for selector in selectors), default=0)
