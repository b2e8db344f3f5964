"""What the scorers of the corpus call: this library's answers in the scorers' terms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.text.times import find_times
from incident_timeline.timeline import Order, Timeline, solve
from tests.corpus.score import annotated_kind

Time = tuple[int, int, str | None, str | None, str | None]


def times(text: str, published: str, timezone: str) -> list[Time]:
    """The time mentions of *text*: start, end, value, qualifier and part of day."""
    found: list[Time] = []
    for mention in find_times(text, published=published or None, zone=timezone):
        moment = mention.moment
        if moment is None:
            found.append((mention.start, mention.end, None, None, None))
            continue
        part = moment.part.value if moment.part else None
        found.append(
            (mention.start, mention.end, moment.stated, moment.qualifier.value, part)
        )
    return found


def events(text: str, published: str | None, timezone: str) -> dict[str, Any]:
    """The events of *text*, and whether one is certain to come before another."""
    day = date.fromisoformat(published) if published else None
    parsed = PRESS_RELEASE.parse(Document(text, published=day, zone=timezone))
    incident = parsed.incidents[0]
    found = [
        {
            "kind": annotated_kind(event.kind),
            "start": event.citations[0].start,
            "end": event.citations[0].end,
            "value": event.start.stated or None,
        }
        for event in incident.events
    ]
    return {"events": found, "before": _before(solve(incident))}


def _before(timeline: Timeline) -> Callable[[int, int], bool | None]:
    ids = [event.id for event in timeline.incident.events]

    def before(first: int, second: int) -> bool | None:
        if timeline.before(ids[first], ids[second]) is Order.CERTAIN:
            return True
        if timeline.before(ids[second], ids[first]) is Order.CERTAIN:
            return False
        return None

    return before
