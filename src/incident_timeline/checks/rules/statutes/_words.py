"""What the words of an event say, where its kind alone doesn't tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case
from incident_timeline.model import Event

__all__ = ["says"]


def says(case: Case, event: Event, words: re.Pattern[str]) -> bool:
    """Whether an event's summary, quotes or the names of its parties have a match."""
    return any(words.search(text) for text in _texts(case, event))


def _texts(case: Case, event: Event) -> Iterator[str]:
    yield event.summary
    for citation in event.citations:
        yield citation.quote
    for one in event.participants:
        party = case.incident.party(one.party_id)
        yield party.name
        yield party.description
