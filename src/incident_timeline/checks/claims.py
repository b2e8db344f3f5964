"""What a record's quotes are worth: a claim about a person is never more than these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from incident_timeline.model import (
    CustodyStep,
    Event,
    Evidence,
    Investigation,
    Party,
    Severity,
)
from incident_timeline.timeline.sharing import is_denied, is_weak
from incident_timeline.vocabulary import WORDS_BY_STRENGTH, Force

__all__ = ["STATED", "is_told", "strength", "weigh"]

Cited = CustodyStep | Event | Evidence | Investigation | Party


def strength(word: str) -> int:
    """How firmly a word of certainty supports a claim, from 1; 0 for all others."""
    return WORDS_BY_STRENGTH.index(word) + 1 if word in WORDS_BY_STRENGTH else 0


STATED: Final = strength(Force.STATED)
"""What a plain statement supports."""


def is_told(record: Cited) -> bool:
    """Whether some source says that it was so; a record without quotes is taken so."""
    return not is_denied(record.citations)


def weigh(severity: Severity, records: Iterable[Cited]) -> Severity:
    """A severity, or implausible where one of the records is no more than alleged."""
    weak = any(is_weak(record.citations) for record in records)
    return max(severity, Severity.IMPLAUSIBLE, key=_rank) if weak else severity


def _rank(severity: Severity) -> int:
    return severity.rank
