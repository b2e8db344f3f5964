"""What a narrative leaves out of an incident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from incident_timeline.model import Citation, Event, Evidence, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.serialisers._escape import plain
from incident_timeline.serialisers._losses import losses_of, records_in
from incident_timeline.serialisers.narrative._sentences import items_of, points_back
from incident_timeline.serialisers.narrative._templates import TEMPLATES
from incident_timeline.vocabulary import EventKind

__all__ = ["narrative_losses"]

_PRONOUNCED = re.compile(r"\b(?:pronounc|declar|confirm|certif|record)", re.IGNORECASE)
_RECOVERY: Final = EventKind.EVIDENCE_RECOVERY  # whose sentence names its items
BLURRED: Final = "how some times are stated, and in which zone: words allow more"
_PAGES: Final = "how times are stated: zone, qualifier, precision and what was assumed"


def narrative_losses(
    incident: Incident, links: Iterable[Link], *, is_blurred: bool
) -> tuple[str, ...]:
    """A phrase for each sort of thing that the narrative leaves out.

    *links* are those that it tells; *is_blurred* says that the words for some times
    allow more than the times.
    """
    found = {one for one in losses_of(incident) if one != _PAGES}
    found.update(one for r in records_in(incident) for one in _of_record(r))
    if is_blurred:
        found.add(BLURRED)
    told = {link.id for link in links}
    if any(link.id not in told for link in incident.links):
        found.add("stated order that no words between two neighbours tell")
    if incident.id or any(True for _ in incident.records):
        found.add("the ids of records, and the kinds of parties and items")
    if any(items_of(incident, e) for e in incident.events if e.kind != _RECOVERY):
        found.add("which events concern which items, but for their recovery")
    is_cited = any(isinstance(one, Citation) for one in records_in(incident))
    if is_cited and len(incident.sources) > 1:
        found.add("which source says what, where there are several")
    return tuple(sorted(found))


def _of_record(record: Any) -> Iterator[str]:
    if isinstance(record, Moment) and (record.text or record.assumed):
        yield "in which words times are told by their sources, and what was assumed"
    if isinstance(record, Citation) and record.quote:
        yield "the quotes of sources"
    if isinstance(record, Event):
        yield from _of_event(record)
    if isinstance(record, Evidence) and record.citations:
        yield "who says so of parties, items, investigations and stated order"
    if isinstance(record, Link) and record.citations:
        yield "who says so of parties, items, investigations and stated order"


def _of_event(event: Event) -> Iterator[str]:
    if event.summary and event.kind in TEMPLATES:
        yield "summaries of events whose kind says what happened"
    elif points_back(plain(event.summary)):
        yield "what happened, where only a quote with a pronoun tells it"
    told_dead = event.summary and not _PRONOUNCED.search(event.summary)
    if event.kind == EventKind.DEATH_PRONOUNCEMENT and told_dead:
        yield "that a source says 'died', and not 'pronounced dead'"
    if event.part_of_id is not None:
        yield "which events are parts of others"
    voices = {(one.attributed_to, one.force) for one in event.citations}
    if len(voices) > 1:
        yield "who else tells of an event, and how firmly"
