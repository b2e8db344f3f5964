"""What a person sees of an incident: its events in order, and the time between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from incident_timeline.cli.screen import count, short, text
from incident_timeline.model import Citation, Event, Incident
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.timeline import Timeline, solve

__all__ = ["incident_view"]

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_AND_MORE = re.compile(r"(\d{4}-\d\d-\d\d) ", re.ASCII)


def incident_view(incident: Incident) -> RenderableType:
    """An incident: title, events in the computed order, and the time between them."""
    timeline = solve(incident)
    return Group(
        text(_title(incident), "bold"),
        text(_about(incident, timeline), "dim"),
        _events(timeline),
        *_spans(timeline),
    )


def _title(incident: Incident) -> str:
    titles = (source.title for source in incident.sources if source.title)
    return incident.title or next(titles, "") or incident.id or "Incident"


def _about(incident: Incident, timeline: Timeline) -> str:
    zones = _zones(incident)
    zone = f"times in {', '.join(zones)}" if zones else "no times"
    state = "consistent" if timeline.is_consistent else "in conflict"
    events = count(len(incident.events), "event")
    return f"{events}, {zone}, {state}; both ends of a range are meant"


def _zones(incident: Incident) -> list[str]:
    zones = (event.start.zone for event in incident.events)
    return list(dict.fromkeys(zone for zone in zones if zone is not None))


def _doubted(timeline: Timeline) -> set[str]:
    """The events of conflicts, whose bounds are those stated."""
    return {one for conflict in timeline.conflicts for one in conflict.subject_ids}


def _events(timeline: Timeline) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, highlight=False)
    table.add_column("when", max_width=19, style="cyan")
    table.add_column("what", max_width=16, overflow="fold", style="bold")
    table.add_column("in whose words, and how sure", overflow="fold", ratio=1)
    day, zoned = "", len(_zones(timeline.incident)) > 1
    doubted = _doubted(timeline)
    for event in timeline.events:
        bounds = event.start if event.id in doubted else timeline.bounds(event)
        when, day = _when(bounds, day)
        when += f"\n{bounds.zone}" if zoned and bounds.zone else ""
        when += "\nin conflict" if event.id in doubted else ""
        table.add_row(text(when), text(_what(event)), _words(timeline, event))
    return table


def _when(bounds: Moment, day: str) -> tuple[str, str]:
    """The bounds, without the date where it was shown last; and the date shown."""
    words = bounds_text(bounds)
    shorter = words.replace(f"{day} ", "", 1) if day else words
    dates = _DATE.findall(words)
    return _DATE_AND_MORE.sub(r"\1\n", shorter), dates[-1] if dates else day


def _what(event: Event) -> str:
    return event.kind.replace("_", " ")


def _words(timeline: Timeline, event: Event) -> Text:
    found = Text()
    for citation in event.citations[:2]:
        found.append_text(text(f"“{short(citation.quote)}” – ", ""))
        found.append_text(text(f"{_who(timeline, citation)}\n", "dim"))
    if event.start.text:
        found.append_text(text(f"time as told: {event.start.text}\n", "green"))
    found.rstrip()
    return found


def _who(timeline: Timeline, citation: Citation) -> str:
    sources = timeline.incident.sources
    source = timeline.incident.source(citation.source_id)
    own = source.publisher or (len(sources) > 1 and (source.title or source.id))
    return f"{citation.attributed_to or own or 'the account'}, {citation.force}"


def _spans(timeline: Timeline) -> Iterator[RenderableType]:
    doubted = _doubted(timeline)
    for phase in timeline.phases():
        if doubted.isdisjoint((phase.first.id, phase.second.id)):
            yield Text.assemble((f"{phase.name}: ", "bold"), str(phase.elapsed))
