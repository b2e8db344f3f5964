"""Strategies for whole incidents, and for what solving them gives."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from incident_timeline.checks import Rule
from incident_timeline.model import Incident
from incident_timeline.strategies._asking import Asked, asked
from incident_timeline.strategies._loose import loose_incident
from incident_timeline.strategies._noting import note, note_number
from incident_timeline.strategies._placing import ground
from incident_timeline.strategies._planted import FAULTS, contradictory_incident
from incident_timeline.strategies._rows import drawn
from incident_timeline.strategies._sound import sound_incident
from incident_timeline.strategies._window import Bound
from incident_timeline.strategies._witnesses import variations, varied
from incident_timeline.timeline import Timeline, solve

__all__ = ["incidents", "timelines"]


@st.composite
def incidents(  # noqa: PLR0913  a keyword for each guarantee
    draw: st.DrawFn,
    *,
    min_events: int = 0,
    max_events: int = 12,
    kinds: Sequence[str] | None = None,
    zone: str | None = None,
    zones: Sequence[str] | None = None,
    within: tuple[Bound, Bound] | None = None,
    consistent: bool = False,
    inconsistent: bool = False,
    finding: str | Rule | None = None,
) -> Incident:
    """Incidents of *min_events* to *max_events* events: any that can be constructed.

    By default times, links, custody and quotes may contradict each other. What is
    asked for beyond that is so by construction; nothing is drawn and thrown away.
    Shrinks to few events of the first kind, each an exact minute in the first zone,
    and nothing else.

    Args:
        draw: Given by Hypothesis.
        min_events: The least number of events.
        max_events: The greatest; 100 at most.
        kinds: What the events may be; by default of every kind and of unknown ones.
        zone: The one zone in which all is told.
        zones: The zones in which it is told, several at once; in place of *zone*.
        within: Two dates, times with a zone, or Moments, inclusive: whatever an event's
            start or end allows lies between them. Dates are of the first zone, and
            of the years 100 to 9900. With *consistent* or *finding*, days that are
            taken for fillers, such as 1970-01-01, are left out.
        consistent: No conflict when solved, and no fault that a check reports as an
            error.
        inconsistent: At least one conflict when solved, planted in a consistent one.
            Shrinks to an event that ends before it starts.
        finding: A rule, or the code of one of this library's. Of all rules that
            ``check`` goes by, it alone has something to say, with the verdict
            ``certain``: its witness, varied where it doesn't look. A rule that is not
            this library's must have a witness, and then speaks. Shrinks to the witness.

    Raises:
        InvalidArgument: When drawn from, if two of these can't both be had, or if one
            is of another type or out of its range.

    >>> from hypothesis import find
    >>> print(find(incidents(consistent=True, min_events=2), lambda one: True))
    Incident: 2 events, 2024-01-01 00:01 to 00:02 UTC
    >>> late = find(incidents(finding="TL103"), lambda one: True)
    >>> [event.kind for event in late.events]
    ['shots', 'death_pronouncement']
    """
    what = asked(
        min_events=min_events,
        max_events=max_events,
        zone=zone,
        zones=zones,
        kinds=kinds,
        within=within,
        consistent=consistent,
        inconsistent=inconsistent,
        finding=finding,
    )
    if what.rule is not None:
        return _noted(_with_finding(draw, what, what.rule))
    is_growing = consistent or inconsistent
    rows = draw(drawn(what.kinds, what.least, what.most, growing=is_growing))
    told = rows, what.all_zones, what.window
    if inconsistent:
        return _noted(contradictory_incident(*told, draw(FAULTS)))
    return _noted(sound_incident(*told) if consistent else loose_incident(*told))


def _with_finding(draw: st.DrawFn, what: Asked, rule: Rule) -> Incident:
    there = len(ground(rule).witness.events)
    least, most = max(0, what.least - there), what.most - there
    variation = draw(variations(least, most))
    note(f"finding: {rule.code}")
    return varied(rule, variation, least=least, zones=what.zones, window=what.window)


def _noted(incident: Incident) -> Incident:
    note_number("events", len(incident.events))
    for name in ("parties", "evidence", "investigations", "sources", "links"):
        if getattr(incident, name):
            note(f"has {name}")
    return incident


def timelines(  # noqa: PLR0913  the same keywords
    *,
    min_events: int = 0,
    max_events: int = 12,
    kinds: Sequence[str] | None = None,
    zone: str | None = None,
    zones: Sequence[str] | None = None,
    within: tuple[Bound, Bound] | None = None,
    consistent: bool = False,
    inconsistent: bool = False,
    finding: str | Rule | None = None,
) -> st.SearchStrategy[Timeline]:
    """Solved incidents: what :func:`incidents` draws with the same keywords.

    *within* is of the times that are told: solving narrows them, and may widen none.

    >>> from hypothesis import find
    >>> print(find(timelines(inconsistent=True), lambda one: True))
    Incident: 1 event, 2024-01-01 00:01 UTC, 1 conflict
    """
    told = incidents(
        min_events=min_events,
        max_events=max_events,
        kinds=kinds,
        zone=zone,
        zones=zones,
        within=within,
        consistent=consistent,
        inconsistent=inconsistent,
        finding=finding,
    )
    return told.map(_solved)


def _solved(incident: Incident) -> Timeline:
    timeline = solve(incident)
    note("consistent" if timeline.is_consistent else "in conflict")
    return timeline
