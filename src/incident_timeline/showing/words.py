"""The words that every showing of an incident shares."""

from __future__ import annotations

from collections.abc import Iterator

from incident_timeline.model import Citation, Finding, Incident, Verdict
from incident_timeline.timeline import Timeline

__all__ = [
    "certainty",
    "count",
    "doubted",
    "heading",
    "note",
    "short",
    "spans",
    "spoken",
    "who_says",
    "zones_of",
]


def short(quote: str, limit: int = 160) -> str:
    """Words on one line, cut where they are long."""
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= limit else one_line[: limit - 1] + "…"


def count(number: int, word: str) -> str:
    """A number of things, in words."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def spoken(term: str) -> str:
    """A term as it is read: ``first_aid`` is first aid."""
    return term.replace("_", " ")


def heading(incident: Incident) -> str:
    """What an incident is called: its title, or a source's, or its id."""
    titles = (source.title for source in incident.sources if source.title)
    return incident.title or next(titles, "") or incident.id or "Incident"


def zones_of(incident: Incident) -> list[str]:
    """The zones in which times are told, each once."""
    zones = (event.start.zone for event in incident.events)
    return list(dict.fromkeys(zone for zone in zones if zone is not None))


def note(incident: Incident, state: str) -> str:
    """How many events, in which zones, in what state."""
    zones = zones_of(incident)
    zone = f"times in {', '.join(zones)}" if zones else "no times"
    events = count(len(incident.events), "event")
    return f"{events}, {zone}, {state}; both ends of a range are meant"


def doubted(timeline: Timeline) -> set[str]:
    """The events of conflicts, whose bounds are those stated."""
    return {one for conflict in timeline.conflicts for one in conflict.subject_ids}


def spans(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """The spans that people ask for and how long they were; none of a conflict."""
    without = doubted(timeline)
    for phase in timeline.phases():
        if without.isdisjoint((phase.first.id, phase.second.id)):
            yield phase.name, str(phase.elapsed)


def who_says(incident: Incident, citation: Citation) -> str:
    """Who says so, and how surely."""
    source = incident.source(citation.source_id)
    own = source.publisher or (
        len(incident.sources) > 1 and (source.title or source.id)
    )
    return f"{citation.attributed_to or own or 'the account'}, {citation.force}"


def certainty(finding: Finding) -> str:
    """The severity of a finding, and whether it is only possible."""
    possible = "" if finding.verdict is Verdict.CERTAIN else "possible "
    return f"{possible}{finding.severity.value}"
