"""From an incident to statements: each with the rows that it adds to the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from attrs import frozen

from incident_timeline.model import Event, Incident, Link
from incident_timeline.moments import (
    Assumption,
    Precision,
    duration_text,
    local_text,
)
from incident_timeline.moments.bounds import FIRST, LAST
from incident_timeline.moments.qualify import is_soft
from incident_timeline.timeline.answers import Statement, StatementKind
from incident_timeline.timeline.axioms import Axiom
from incident_timeline.vocabulary import AllenRelation as R
from incident_timeline.vocabulary import Role

__all__ = [
    "ORIGIN",
    "Row",
    "Said",
    "affected",
    "duration",
    "earliest_instant",
    "latest_instant",
    "microseconds",
    "said",
]

ORIGIN = -1
_TICK = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Gaps that are stated can lead out of what a moment can hold.
_FIRST, _LAST = (FIRST - _EPOCH) // _TICK, (LAST - _EPOCH) // _TICK
_LEAST, _GREATEST = timedelta.min // _TICK, timedelta.max // _TICK
_AFFECTED = frozenset({Role.AFFECTED_PERSON, Role.INJURED_PERSON})


@frozen(order=False)
class Row:
    """``least <= t[b] - t[a] <= greatest`` in microseconds; ``None`` is open."""

    a: int
    b: int
    least: int | None
    greatest: int | None


@frozen(order=False)
class Said:
    """A statement and its rows."""

    statement: Statement
    rows: tuple[Row, ...]


def microseconds(instant: datetime) -> int:
    """An instant as whole microseconds since 1970, in UTC."""
    return (instant - _EPOCH) // _TICK


def earliest_instant(count: int | None) -> datetime | None:
    """The earliest bound so many microseconds after 1970, open or at most the last."""
    return None if count is None or count < _FIRST else _instant(min(count, _LAST))


def latest_instant(count: int | None) -> datetime | None:
    """The latest bound so many microseconds after 1970, open or at least the first."""
    return None if count is None or count > _LAST else _instant(max(count, _FIRST))


def duration(count: int) -> timedelta:
    """So many microseconds, or as many as a duration can hold."""
    return min(max(count, _LEAST), _GREATEST) * _TICK


def _instant(count: int) -> datetime:
    return _EPOCH + count * _TICK


def said(incident: Incident, axioms: Iterable[Axiom]) -> Iterator[Said]:
    """Every statement of an incident that says something about its order.

    The start of the event at index *i* is point *2i*, its end point *2i + 1*.
    """
    places = {event.id: i for i, event in enumerate(incident.events)}
    moments = (one for event in incident.events for one in (event.start, event.end))
    zones = {one.zone for one in moments if one is not None and one.zone is not None}
    zoned = len(zones) > 1
    for i, event in enumerate(incident.events):
        yield from _of_moment(event, i, is_end=False, zoned=zoned)
        yield _span(event, i)
        if event.end is not None:
            yield from _of_moment(event, i, is_end=True, zoned=zoned)
        if event.part_of_id is not None:
            yield _part(event, i, incident.event(event.part_of_id), places)
    for i, link in enumerate(incident.links):
        yield _of_link(incident, link, i, places)
    for axiom in axioms:
        yield from _of_axiom(incident, axiom, places)


def _of_moment(event: Event, i: int, *, is_end: bool, zoned: bool) -> Iterator[Said]:
    moment = event.end if is_end and event.end is not None else event.start
    zone = moment.zone
    if zone is None:
        return
    where, point = f"events[{i}].{'end' if is_end else 'start'}", 2 * i + is_end
    name = f"{event.kind} {'ended' if is_end else 'was'}"
    tail = f" {zone}" if zoned else ""
    tail += f" ({moment.text!r})" if moment.text else ""
    early, late = is_soft(moment.qualifier)
    is_loose = (
        moment.precision is Precision.PART_OF_DAY or Assumption.DAY in moment.assumed
    )
    if (earliest := moment.earliest_utc) is not None:
        text = f"{name} not before {local_text(earliest, zone)}{tail}"
        row = Row(ORIGIN, point, microseconds(earliest), None)
        yield _moment_said(event, where, text, row, is_vague=early or is_loose)
    if (latest := moment.latest_utc) is not None:
        text = f"{name} not after {local_text(latest, zone, ends=True)}{tail}"
        row = Row(ORIGIN, point, None, microseconds(latest))
        yield _moment_said(event, where, text, row, is_vague=late or is_loose)


def _moment_said(
    event: Event, where: str, text: str, row: Row, *, is_vague: bool
) -> Said:
    statement = Statement(
        kind=StatementKind.MOMENT,
        where=where,
        text=text,
        subject_ids=(event.id,),
        is_vague=is_vague,
        citations=event.citations,
    )
    return Said(statement, (row,))


def _span(event: Event, i: int) -> Said:
    statement = Statement(
        kind=StatementKind.SPAN,
        where="",
        text=f"{event.kind} does not end before it starts",
        subject_ids=(event.id,),
    )
    return Said(statement, (Row(2 * i, 2 * i + 1, 0, None),))


def _part(event: Event, i: int, whole: Event, places: dict[str, int]) -> Said:
    outer = places[whole.id]
    statement = Statement(
        kind=StatementKind.PART,
        where=f"events[{i}].part_of_id",
        text=f"{event.kind} is a part of {whole.kind}",
        subject_ids=(event.id, whole.id),
        citations=event.citations,
    )
    rows = (
        Row(2 * outer, 2 * i, 0, None),
        Row(2 * i + 1, 2 * outer + 1, 0, None),
    )
    return Said(statement, rows)


def _of_link(incident: Incident, link: Link, i: int, places: dict[str, int]) -> Said:
    event, other = incident.event(link.event_id), incident.event(link.other_id)
    quotes = "".join(f" ({one.quote!r})" for one in link.citations[:1] if one.quote)
    relation = link.relation.value.replace("_", " ")
    statement = Statement(
        kind=StatementKind.LINK,
        where=f"links[{i}]",
        text=f"{event.kind}{_gap_text(link)} {relation} {other.kind}{quotes}",
        subject_ids=(event.id, other.id),
        # "Immediately" says no more than how long at most; a gap of both sides is told.
        is_vague=link.greatest is not None and link.least is None,
        citations=link.citations,
    )
    a, b = places[event.id], places[other.id]
    if link.relation in _CONVERSES:
        a, b = b, a
    relation = _CONVERSES.get(link.relation, link.relation)
    if relation is R.BEFORE:
        # A gap is told from an event that has no end as from an instant.
        has_end = incident.events[a].end is not None
        return Said(statement, (_before(link, 2 * a + has_end, 2 * b),))
    return Said(statement, _allen(relation, a, b))


def _gap_text(link: Link) -> str:
    least = "" if link.least is None else f" at least {duration_text(link.least)}"
    if link.greatest is None:
        return least
    return f"{least}{' and' if least else ''} at most {duration_text(link.greatest)}"


def _before(link: Link, first: int, second: int) -> Row:
    least = 1 if link.least is None else max(1, link.least // _TICK)
    greatest = None if link.greatest is None else max(least, link.greatest // _TICK)
    return Row(first, second, least, greatest)


def _allen(relation: R, a: int, b: int) -> tuple[Row, ...]:
    """The rows of Allen's relation *a* to *b*, on their starts and ends."""
    points = {"a": 2 * a, "A": 2 * a + 1, "b": 2 * b, "B": 2 * b + 1}
    return tuple(
        Row(points[first], points[last], least, greatest)
        for first, last, least, greatest in _ALLEN[relation]
    )


_CONVERSES = {
    relation.converse: relation
    for relation in (R.BEFORE, R.MEETS, R.OVERLAPS, R.STARTS, R.DURING, R.FINISHES)
}
# Small letters are starts, capitals ends: the second is so much later than the first.
_ALLEN: dict[R, tuple[tuple[str, str, int, int | None], ...]] = {
    R.MEETS: (("A", "b", 0, 0),),
    R.OVERLAPS: (("a", "b", 1, None), ("b", "A", 1, None), ("A", "B", 1, None)),
    R.STARTS: (("a", "b", 0, 0), ("A", "B", 1, None)),
    R.DURING: (("b", "a", 1, None), ("A", "B", 1, None)),
    R.FINISHES: (("b", "a", 1, None), ("A", "B", 0, 0)),
    R.EQUALS: (("a", "b", 0, 0), ("A", "B", 0, 0)),
}


def _of_axiom(
    incident: Incident, axiom: Axiom, places: dict[str, int]
) -> Iterator[Said]:
    earlier = [one for kind in axiom.earlier for one in incident.events_of_kind(kind)]
    for later in incident.events_of_kind(axiom.later):
        meant, is_same_party = _meant(later, earlier)
        if len(meant) != 1:
            continue
        statement = Statement(
            kind=StatementKind.AXIOM,
            where="",
            text=axiom.text,
            subject_ids=(meant[0].id, later.id),
            is_vague=not (is_same_party and axiom.is_certain),
        )
        row = Row(2 * places[meant[0].id], 2 * places[later.id], 0, None)
        yield Said(statement, (row,))


def _meant(later: Event, earlier: list[Event]) -> tuple[list[Event], bool]:
    """The events that *later* can answer to; whether they affect its own party."""
    wanted = affected(later)
    same = [one for one in earlier if wanted & affected(one)]
    untold = [one for one in earlier if not (wanted and affected(one))]
    return [*same, *untold], bool(same)


def affected(event: Event) -> frozenset[str]:
    """The parties that an event affects."""
    return frozenset(
        one.party_id for one in event.participants if one.role in _AFFECTED
    )
