"""Made-up rows in the shapes of open data sets, and what is read from them."""

from __future__ import annotations

import csv
from io import StringIO

from incident_timeline.model import Event, Incident
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.table import TABLE, TableParser, mappings

Row = dict[str, str]


def table(header: str, *rows: Row, end: str = "\r\n") -> str:
    """A table with a header as it is published, and rows that leave cells out."""
    names = next(csv.reader([header]))
    text = StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(names)
    for row in rows:
        assert set(row) <= set(names), set(row) - set(names)
        writer.writerow([row.get(name, "") for name in names])
    return text.getvalue()


def read(name: str, told: str | bytes) -> Parsed:
    """What a mapping makes of a table that it recognises."""
    parser = TableParser(mappings()[name])
    text = parser.decode(told) if isinstance(told, bytes) else told
    assert parser.sniff(text) > 0.9
    assert TABLE.sniff(text) > 0.9
    return parser.parse(Document(text))


def found(parsed: Parsed) -> list[tuple[str, str]]:
    """The findings: their codes, and what each is about."""
    return [(one.code, one.raw) for one in parsed.findings]


def events(parsed: Parsed, kind: str) -> list[Event]:
    """The events of a kind, in order."""
    every = [event for one in parsed.incidents for event in one.events]
    return [event for event in every if event.kind == kind]


def times(parsed: Parsed, kind: str) -> list[str]:
    """How the times of the events of a kind are stated, as precisely as they are."""
    return [event.start.stated for event in events(parsed, kind)]


def items(incident: Incident) -> list[tuple[str, str]]:
    """The items of evidence of an incident, and how sure each is."""
    return [(one.item_type, one.status) for one in incident.evidence]


def people(incident: Incident) -> list[tuple[str, str]]:
    """The names and descriptions of an incident's people, as far as they are told."""
    return [
        (one.name or "", one.description or "")
        for one in incident.parties
        if one.kind == "person"
    ]


def ages(incident: Incident) -> list[tuple[int | None, int | None]]:
    """The bounds of the ages of an incident's parties."""
    return [(one.age.least, one.age.greatest) for one in incident.parties if one.age]
