"""The rule on events that may be told twice: TL506."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from attrs import frozen

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.moments import bounds_text
from incident_timeline.vocabulary import EventKind

__all__ = ["possible_duplicate"]

_ANOTHER = re.compile(
    r"\W{0,3}(?:\w{1,20}\s{1,3}){0,2}"
    r"(?:second|third|fourth|another|further|additional)\b(?!\s{1,3}later)",
    re.IGNORECASE,
)
_NARROW = timedelta(hours=1)
_FIRST = datetime.min.replace(tzinfo=UTC)
_Key = tuple[object, ...]


@frozen
class _Timed:
    earliest: datetime
    latest: datetime
    event: Event
    place: int


def _told_twice() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("Police were called at 19:59. The call came at 19:59.")
    draft.event("call", "2023-11-23T19:59", quote="Police were called at 19:59")
    draft.event("call", "2023-11-23T19:59", quote="The call came at 19:59")
    return draft.incident()


@rule(
    "TL506",
    name="possible-duplicate",
    severity=Severity.IMPLAUSIBLE,
    since="0.1.0",
    source="Open records of police shootings had to be corrected for such pairs.",
    witness=_told_twice,
)
def possible_duplicate(case: Case) -> Iterator[Hit]:
    """Events that one source may have told twice.

    ## What it does

    Groups the events of one kind that the same source tells of the same parties, place
    and items, and reports those whose starts are known to within an hour and overlap.

    ## Why it matters

    Counts and durations go wrong when a summary at the head of a page and the account
    below it are read as two events.

    ## What it leaves alone

    Events of different sources; events that a stated link or `part_of_id` tells apart;
    "about 01:18" and "about 01:21", which state two times in the same way; words that
    begin by telling the event apart ("a second call"); times as wide as an evening;
    kind `other`; events without a citation.

    ## Mend

    Keep one event with the quotes of both, or state what tells them apart: parties,
    place, or a link.

    ## Example

    > Police were called at 19:59. [...] The call came at 19:59.
    """
    groups: dict[_Key, list[_Timed]] = {}
    for place, event in enumerate(case.incident.events):
        if len(case.incident.events_of_kind(event.kind)) == 1:
            continue
        timed = _timed(event, place)
        if timed is not None:
            groups.setdefault(_key(event), []).append(timed)
    links = _links(case.incident) if groups else {}
    for group in groups.values():
        for cluster in _clusters(group):
            events = _not_apart(cluster, links)
            if len(events) > 1 and not _are_stated_apart(events):
                yield _hit(case, events)


def _links(incident: Incident) -> dict[str, set[str]]:
    links: dict[str, set[str]] = {}
    for link in incident.links:
        links.setdefault(link.event_id, set()).add(link.other_id)
        links.setdefault(link.other_id, set()).add(link.event_id)
    return links


def _timed(event: Event, place: int) -> _Timed | None:
    """An event with its bounds, where it is of those that are compared."""
    earliest, latest = event.start.earliest_utc, event.start.latest_utc
    if earliest is None or latest is None or latest - earliest > _NARROW:
        return None
    if event.kind == EventKind.OTHER or not event.citations or _is_another(event):
        return None
    return _Timed(earliest, latest, event, place)


def _is_another(event: Event) -> bool:
    """Whether its words begin by telling it apart: "a second caller rang"."""
    words = (event.summary, *(one.quote for one in event.citations))
    return any(map(_ANOTHER.match, words))


def _key(event: Event) -> _Key:
    return (
        event.kind,
        event.citations[0].source_id,
        frozenset(one.party_id for one in event.participants),
        frozenset(event.evidence_ids),
        event.place,
        event.part_of_id,
    )


def _clusters(group: Iterable[_Timed]) -> Iterator[list[_Timed]]:
    """Those whose bounds overlap, by a sweep over their earliest bounds."""
    cluster: list[_Timed] = []
    reach = _FIRST
    for timed in sorted(group, key=lambda one: one.earliest):
        if timed.earliest > reach:
            yield cluster
            cluster = []
        cluster.append(timed)
        reach = max(reach, timed.latest)
    yield cluster


def _not_apart(cluster: list[_Timed], links: Mapping[str, set[str]]) -> list[Event]:
    """The events of a cluster, as told, without those linked with one another."""
    ids = {one.event.id for one in cluster}
    told = sorted(cluster, key=lambda one: one.place)
    return [one.event for one in told if ids.isdisjoint(links.get(one.event.id, ()))]


def _are_stated_apart(events: list[Event]) -> bool:
    """Whether all state a time in the same way, and each another one."""
    starts = [event.start for event in events]
    ways = {(one.qualifier, one.precision) for one in starts}
    return len(ways) == 1 and len({one.stated for one in starts}) == len(starts)


def _hit(case: Case, events: list[Event]) -> Hit:
    first, *others = events
    when = bounds_text(first.start)
    return case.hit(
        first,
        "",
        f"{len(events)} events of kind {first.kind} ({when}) may be one told twice",
        others=others,
        mend="keep one event with the quotes of all, or state what tells them apart",
    )
