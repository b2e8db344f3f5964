"""From an incident to rows of a network, each numbered by the statement it is of.

The event at place *i* has its start at point *2i* and its end at *2i + 1*. Its
statements have the numbers from *6i* on, those of links and then of axioms follow, so
that a number says by itself what it is of: a statement is put into words only when
somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cached_property

from incident_timeline.model import Event, Incident, Link
from incident_timeline.model.incident import incident_of
from incident_timeline.moments import Moment
from incident_timeline.moments.bounds import FIRST, LAST
from incident_timeline.timeline.axioms import Axiom
from incident_timeline.timeline.network import ORIGIN
from incident_timeline.timeline.sharing import Groups, is_denied
from incident_timeline.vocabulary import AllenRelation as R

__all__ = [
    "EARLIEST",
    "LATEST",
    "PART",
    "SLOTS",
    "SPAN",
    "Heard",
    "Row",
    "allen_rows",
    "duration",
    "earliest_instant",
    "hear",
    "latest_instant",
    "microseconds",
]

Row = tuple[int, int, int | None, int | None, int]
"""``least <= t[b] - t[a] <= greatest`` in microseconds, by the statement *reason*."""

SLOTS = 6
"""How many statements of its own an event can have."""
EARLIEST, LATEST, SPAN, PART = 0, 1, 2, 5
"""Which of them: those of the start, the span, and two on for those of the end."""
_END = 3

_APART = frozenset({R.BEFORE, R.AFTER})
_TICK = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Gaps that are stated can lead out of what a moment can hold.
_FIRST, _LAST = (FIRST - _EPOCH) // _TICK, (LAST - _EPOCH) // _TICK
_LEAST, _GREATEST = timedelta.min // _TICK, timedelta.max // _TICK


class Heard:
    """The rows of an incident, and what its axioms join.

    Attributes:
        incident: The incident.
        rows: One or more a statement.
        joined: What each axiom joins: itself, the places of the earlier and the later
            event, and whether they share beyond doubt what it names.
        denied: The places of events that are only denied; nothing is drawn from them.
        places: The place of each event by its id.
    """

    def __init__(self, incident: Incident) -> None:
        events = incident.events
        self.incident = incident
        self.rows: list[Row] = []
        self.joined: list[tuple[Axiom, int, int, bool]] = []
        self.places: dict[str, int] = {one.id: i for i, one in enumerate(events)}
        denied = (i for i, one in enumerate(events) if is_denied(one.citations))
        self.denied: set[int] = set(denied)

    @cached_property
    def is_zoned(self) -> bool:
        """Whether times in several zones are told, so that each must name its own."""
        moments = (m for one in self.incident.events for m in (one.start, one.end))
        return len({one.zone for one in moments if one and one.zone}) > 1

    @cached_property
    def zone(self) -> str:
        """The zone of the first event that has one."""
        zones = (one.start.zone for one in self.incident.events)
        return next((zone for zone in zones if zone is not None), "UTC")

    def name(self, event: Event) -> str:
        """What an event is called: its kind, and its id where several are of it."""
        alike = self.incident.events_of_kind(event.kind)
        return f"{event.kind} ({event.id})" if len(alike) > 1 else event.kind

    @cached_property
    def told_ends(self) -> frozenset[int]:
        """The points of ends of which more is said than that a start precedes them.

        Those of links too, but for what is merely before or after.
        """
        said = (row for row in self.rows if row[4] not in self.laws)
        spans = (one for one in self.incident.links if one.relation not in _APART)
        linked = (name for one in spans for name in (one.event_id, one.other_id))
        return frozenset(
            {
                *(point for row in said for point in row[:2] if point & 1),
                *(2 * self.places[name] + 1 for name in linked),
            }
        )

    @property
    def first_axiom(self) -> int:
        """The number from which on they are of axioms."""
        return SLOTS * len(self.incident.events) + len(self.incident.links)

    @property
    def points(self) -> int:
        """How many points there are: the start and the end of each event."""
        return 2 * len(self.incident.events)

    @property
    def laws(self) -> range:
        """The numbers of what no source can change: no event ends before it starts."""
        return range(SPAN, SLOTS * len(self.incident.events), SLOTS)


def microseconds(instant: datetime) -> int:
    """An instant as whole microseconds since 1970, in UTC."""
    since = instant - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


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


def hear(incident: Incident, axioms: Iterable[Axiom]) -> Heard:
    """Every row that an incident's statements, and these axioms, come to."""
    heard = Heard(incident_of(incident))
    rows, denied = heard.rows, heard.denied
    for i, event in enumerate(incident.events):
        first = SLOTS * i
        rows.append((2 * i, 2 * i + 1, 0, None, first + SPAN))
        if i in denied:
            continue
        _window(rows, event.start, 2 * i, first)
        if event.end is not None:
            _window(rows, event.end, 2 * i + 1, first + _END)
        if event.part_of_id is not None:
            _part(heard, event.part_of_id, i)
    for j, link in enumerate(incident.links, SLOTS * len(incident.events)):
        rows.extend([(*row, j) for row in _of_link(heard, link)])
    _join(heard, axioms)
    return heard


def _window(rows: list[Row], moment: Moment, point: int, first: int) -> None:
    if moment.earliest_utc is not None:
        count = microseconds(moment.earliest_utc)
        rows.append((ORIGIN, point, count, None, first + EARLIEST))
    if moment.latest_utc is not None:
        count = microseconds(moment.latest_utc)
        rows.append((ORIGIN, point, None, count, first + LATEST))


def _part(heard: Heard, whole_id: str, i: int) -> None:
    outer = heard.places[whole_id]
    if outer not in heard.denied:
        reason = SLOTS * i + PART
        heard.rows.append((2 * outer, 2 * i, 0, None, reason))
        heard.rows.append((2 * i + 1, 2 * outer + 1, 0, None, reason))


Gap = tuple[int, int, int | None, int | None]


def _of_link(heard: Heard, link: Link) -> Iterable[Gap]:
    a, b = heard.places[link.event_id], heard.places[link.other_id]
    if a in heard.denied or b in heard.denied or is_denied(link.citations):
        return ()
    if link.relation in _CONVERSES:
        a, b = b, a
    relation = _CONVERSES.get(link.relation, link.relation)
    if relation is R.BEFORE:
        # A gap is told from an event that has no end as from an instant.
        has_end = heard.incident.events[a].end is not None
        return (_before(link, 2 * a + has_end, 2 * b),)
    return allen_rows(relation, a, b)


def _before(link: Link, first: int, second: int) -> Gap:
    least = 1 if link.least is None else max(1, link.least // _TICK)
    greatest = None if link.greatest is None else max(least, link.greatest // _TICK)
    return first, second, least, greatest


def allen_rows(relation: R, a: int, b: int) -> Iterator[Gap]:
    """The rows of Allen's relation *a* to *b*, on their starts and ends."""
    points = {"a": 2 * a, "A": 2 * a + 1, "b": 2 * b, "B": 2 * b + 1}
    for first, last, least, greatest in _ALLEN[relation]:
        yield points[first], points[last], least, greatest


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


def _join(heard: Heard, axioms: Iterable[Axiom]) -> None:
    groups = Groups(heard.incident, heard.denied)
    kinds = groups.kinds
    reason = heard.first_axiom
    for axiom in axioms:
        if axiom.later not in kinds or kinds.keys().isdisjoint(axiom.earlier):
            continue
        least = axiom.least // _TICK
        greatest = None if axiom.greatest is None else axiom.greatest // _TICK
        for later in kinds[axiom.later]:
            only, is_shared = groups.meant(axiom, later)
            if only is not None:
                heard.rows.append((2 * only, 2 * later, least, greatest, reason))
                heard.joined.append((axiom, only, later, is_shared))
                reason += 1
