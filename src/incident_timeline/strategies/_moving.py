"""An incident told anew: at another time, in another zone, with other ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import attrs
from attrs import evolve

from incident_timeline._record import Record
from incident_timeline.errors import NonexistentTimeError
from incident_timeline.model import Incident
from incident_timeline.moments import Moment

__all__ = ["all_moments", "is_plain", "moved", "renamed"]

R = TypeVar("R", bound=Record)
_DATE_LENGTH = len("2024-01-01")
_ID_FIELDS = ("_id", "_ids")


def _mapped(
    value: Any, moments: Callable[[Moment], Moment], ids: Callable[[str], str]
) -> Any:
    """A record with each moment and each id in it replaced, however deep."""
    if isinstance(value, Moment):
        return moments(value)
    if isinstance(value, tuple):
        return tuple(_mapped(one, moments, ids) for one in value)
    if not isinstance(value, Record):
        return value
    changed = {}
    for field in attrs.fields(type(value)):
        name, old = field.alias, getattr(value, field.name)
        if field.name == "id" or field.name.endswith(_ID_FIELDS):
            changed[name] = _renamed(old, ids)
        else:
            changed[name] = _mapped(old, moments, ids)
    return type(value)(**changed)


def _renamed(old: Any, ids: Callable[[str], str]) -> Any:
    if isinstance(old, tuple):
        return tuple(map(ids, old))
    return ids(old) if old else old


def _same(moment: Moment) -> Moment:
    return moment


def renamed(incident: Incident, ids: Mapping[str, str]) -> Incident:
    """The incident with other ids, wherever they stand; its own stays."""
    found: Incident = _mapped(incident, _same, lambda one: ids.get(one, one))
    return evolve(found, id=incident.id)


def moved(incident: Incident, shift: timedelta, zone: str | None) -> Incident | None:
    """The incident *shift* later by its clocks, in *zone* where one is given.

    ``None`` where a clock would then show a time twice, or not at all, so that a
    moment would no longer be as wide as it was.
    """
    wide = True

    def moment(old: Moment) -> Moment:
        nonlocal wide
        new = _restated(old, shift, zone)
        wide = wide and new is not None
        return old if new is None else new

    found: Incident = _mapped(incident, moment, str)
    return found if wide else None


def _restated(old: Moment, shift: timedelta, zone: str | None) -> Moment | None:
    if old.is_unknown or old.zone is None:
        return old
    stated = _later(old.stated, shift)
    try:
        new = Moment.from_stated(
            stated,
            zone=zone or old.zone,
            qualifier=old.qualifier,
            part=old.part,
            text=old.text,
            assumed=old.assumed,
        )
    except NonexistentTimeError:
        return None
    return new if new.width == old.width else None


def _later(stated: str, shift: timedelta) -> str:
    """A stated day or clock time, so much later, at its own precision."""
    if len(stated) == _DATE_LENGTH:
        return (date.fromisoformat(stated) + shift).isoformat()
    later = datetime.fromisoformat(stated) + shift
    return later.isoformat(timespec="microseconds")[: len(stated)]


def all_moments(incident: Incident) -> tuple[Moment, ...]:
    """Every moment of the incident, wherever it stands, the unknown ones among them."""
    found: list[Moment] = []

    def note(moment: Moment) -> Moment:
        found.append(moment)
        return moment

    _mapped(incident, note, str)
    return tuple(found)


def is_plain(moment: Moment) -> bool:
    """Whether a moment is just what it states: a day or a clock time, and no words."""
    if moment.is_unknown:
        return not moment.text
    if moment.text or moment.zone is None or len(moment.stated) < _DATE_LENGTH:
        return False
    try:
        same = _restated(moment, timedelta(), None)
    except ValueError:  # a range, or what this calendar has not
        return False
    return same is not None and same.latest_utc == moment.latest_utc
