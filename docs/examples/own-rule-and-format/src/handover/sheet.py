"""A format of one's own: a sheet of events as CSV, which opens in any spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from attrs import fields, frozen, has

from incident_timeline import Event, Incident, Moment, Serialised, solve

__all__ = ["HANDOVER", "Handover"]

COLUMNS = ("earliest", "latest", "time as told", "what", "summary", "where", "quote")

CITATIONS = (
    "of citations all but the first quote: which source it is in, where it stands,"
    " to whom it is attributed and how firmly it is said"
)


@frozen
class Handover:
    """Writes one row for each event, in the order that was worked out."""

    name: str = "handover"
    suffix: str = ".handover.csv"
    media_type: str = "text/csv"

    def serialise(self, incident: Incident) -> Serialised:
        """Write the sheet; what it has no column for is told as a loss."""
        sheet = StringIO(newline="")
        rows = csv.writer(sheet)
        rows.writerow(COLUMNS)
        for event in solve(incident).events:
            rows.writerow([cell(one) for one in row(event)])
        return Serialised(sheet.getvalue(), tuple(sorted(set(losses(incident)))))


HANDOVER = Handover()


def row(event: Event) -> Iterator[str]:
    """Yield what each column says of an event."""
    for bound in (event.start.earliest, event.start.latest):
        yield "" if bound is None else bound.isoformat()
    yield from (event.start.text, event.kind, event.summary, event.place)
    yield event.citations[0].quote if event.citations else ""


def cell(text: str) -> str:
    """Show a text on one line; what a spreadsheet would run stays a text."""
    line = "".join(one if one.isprintable() else " " for one in text)
    return f"'{line}" if line.lstrip().startswith(("=", "+", "-", "@")) else line


def losses(incident: Incident) -> Iterator[str]:
    """Yield a phrase for each sort of thing that the sheet leaves out."""
    kept = {
        "the incident's title": incident.title,
        "the incident's id": incident.id,
        "the incident's jurisdiction": incident.jurisdiction,
        "the parties": incident.parties,
        "the evidence": incident.evidence,
        "the investigations": incident.investigations,
        "the sources": incident.sources,
        "the links between events": incident.links,
        "fields that this version does not know": has_unknown(incident),
    }
    yield from (phrase for phrase, value in kept.items() if value)
    for event in incident.events:
        yield from lost_of(event)


def lost_of(event: Event) -> Iterator[str]:
    """Yield what the sheet leaves out of an event."""
    kept = {
        "the ids of events": event.id,
        "when events ended": event.end,
        "who took part, and in which role": event.participants,
        "which evidence an event concerns": event.evidence_ids,
        "which events are parts of others": event.part_of_id,
        CITATIONS: event.citations,
        "how times are stated: zone, precision, what is assumed": is_told(event.start),
    }
    yield from (phrase for phrase, value in kept.items() if value)


def has_unknown(value: object) -> bool:
    """Whether a record, or one in it, holds fields of a later version."""
    if isinstance(value, tuple):
        return any(map(has_unknown, value))
    kind: type[object] = type(value)
    if not has(kind):
        return False
    inner = (getattr(value, one.name) for one in fields(kind))
    return bool(getattr(value, "extra", None)) or any(map(has_unknown, inner))


def is_told(moment: Moment) -> bool:
    """Whether anything is known of a moment, be it only its words."""
    return moment != Moment.unknown()
