"""Incidents changed in ways that most rules must not mind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from attrs import evolve, fields

from incident_timeline._record import Record
from incident_timeline.errors import InvalidMomentError
from incident_timeline.model import Event, Evidence, Incident, Party
from incident_timeline.moments import Moment

__all__ = [
    "COLLECTIONS",
    "UNRELATED",
    "beside",
    "changed",
    "copies",
    "extended",
    "narrowed",
    "renamed",
    "reordered",
    "retimed",
    "shifted",
    "widened",
]

R = TypeVar("R", bound=Record)
Change = Callable[[str, Any], Any]

COLLECTIONS: Final = (
    *("events", "parties", "evidence", "investigations", "sources", "links"),
)
UNRELATED: Final = ("unrelated event", "unrelated party", "unrelated item")
"""The ids of what :func:`extended` adds."""


def changed(record: R, change: Change) -> R:
    """A record with *change* made to every field, and to those of records in it.

    *change* takes the name of a field and its value, or one of its values.
    """
    known = (one.name for one in fields(type(record)) if one.name[0] != "_")
    values = {name: _changed(getattr(record, name), change, name) for name in known}
    return evolve(record, **values)


def _changed(value: Any, change: Change, name: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(one, change, name) for one in value)
    value = change(name, value)
    is_made_of_parts = isinstance(value, Record) and not isinstance(value, Moment)
    return changed(value, change) if is_made_of_parts else value


def renamed(incident: Incident, name: Callable[[str], str]) -> Incident:
    """The incident with the id of every record, and every reference, as *name* says."""

    def change(field: str, value: Any) -> Any:
        is_id = field == "id" or field.endswith(("_id", "_ids"))
        return name(value) if is_id and value else value

    collections: dict[str, Any] = {
        one: tuple(changed(record, change) for record in getattr(incident, one))
        for one in COLLECTIONS
    }
    return evolve(incident, **collections)


def retimed(incident: Incident, change: Callable[[Moment], Moment]) -> Incident:
    """The incident with *change* made to every moment."""
    return changed(
        incident,
        lambda _, value: change(value) if isinstance(value, Moment) else value,
    )


def shifted(incident: Incident, gap: timedelta) -> Incident | None:
    """The incident with all bounds moved alike, or ``None`` beyond the calendar.

    The words stay: what they say isn't a matter of the clock.
    """

    def moved(one: Moment) -> Moment:
        return evolve(one.shift(gap), stated=one.stated, text=one.text)

    try:
        return retimed(incident, moved)
    except InvalidMomentError:
        return None


def narrowed(incident: Incident, tenths: tuple[int, int]) -> Incident:
    """The incident with the bounds of every closed moment drawn in to a part of it."""
    first, last = tenths

    def drawn_in(one: Moment) -> Moment:
        earliest, width = one.earliest_utc, one.width
        if earliest is None or width is None:
            return one
        bounds = (earliest + width * first // 10, earliest + width * last // 10)
        return evolve(one, earliest_utc=bounds[0], latest_utc=bounds[1])

    return retimed(incident, drawn_in)


def widened(incident: Incident, sooner: timedelta, later: timedelta) -> Incident | None:
    """The incident with every moment's bounds let out, or ``None`` beyond the calendar.

    Words and what was stated stay.
    """

    def let_out(one: Moment) -> Moment:
        return evolve(
            one,
            earliest_utc=_moved(one.earliest_utc, -sooner),
            latest_utc=_moved(one.latest_utc, later),
        )

    try:
        return retimed(incident, let_out)
    except (InvalidMomentError, OverflowError):
        return None


def _moved(bound: datetime | None, gap: timedelta) -> datetime | None:
    return None if bound is None else bound + gap


def reordered(incident: Incident, names: Iterable[str]) -> Incident:
    """The incident with some of its collections told backwards."""
    turned: dict[str, Any] = {one: getattr(incident, one)[::-1] for one in names}
    return evolve(incident, **turned)


def extended(incident: Incident) -> Incident:
    """The incident with an event, a party and an item that have to do with nothing."""
    event, party, item = UNRELATED
    return evolve(
        incident,
        events=(*incident.events, Event(id=event, kind="x-other:unrelated")),
        parties=(*incident.parties, Party(id=party)),
        evidence=(*incident.evidence, Evidence(id=item, item_type="knife")),
    )


def beside(one: Incident, other: Incident) -> Incident:
    """An incident with the records of both; its own facts are those of the first."""
    return _joined(one, [one, renamed(other, "other {}".format)])


def copies(incident: Incident, count: int) -> Incident:
    """An incident with every record *count* times over, each time under other ids."""
    parts = [renamed(incident, f"{i} {{}}".format) for i in range(count)]
    return _joined(incident, parts)


def _joined(incident: Incident, parts: Sequence[Incident]) -> Incident:
    collections: dict[str, Any] = {
        each: tuple(record for part in parts for record in getattr(part, each))
        for each in COLLECTIONS
    }
    return evolve(incident, **collections)
