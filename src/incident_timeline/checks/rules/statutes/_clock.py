"""Clocks: the last instant that a law allows, and what comes after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.law import Law, local_days
from incident_timeline.checks.verdicts import gap_text, texts
from incident_timeline.model import Event, Verdict
from incident_timeline.moments import Moment, Precision, bounds_text
from incident_timeline.moments.bounds import FIRST, LAST
from incident_timeline.moments.zones import last_instant, zone_info

__all__ = [
    "dated",
    "elapsed",
    "first",
    "first_of",
    "last",
    "last_day",
    "last_of",
    "late",
    "told",
]

_WEEKDAYS = 5
_OPEN = Moment.unknown()
Limit = Callable[[datetime, str], datetime]


def told(case: Case, *kinds: str) -> tuple[Event, ...]:
    """The events of some kinds, but for those that are only denied."""
    events = (one for kind in kinds for one in case.incident.events_of_kind(kind))
    return tuple(one for one in events if is_told(one))


def first(events: tuple[Event, ...]) -> Event:
    """The first of some events, by the earliest time of each."""
    return min(events, key=lambda one: one.start.earliest_utc or FIRST)


def last(events: tuple[Event, ...]) -> Event:
    """The last of some events, by the latest time of each."""
    return max(events, key=lambda one: one.start.latest_utc or FIRST)


def first_of(moments: Iterable[Moment]) -> Moment:
    """When the first of several moments comes; open where one of them is."""
    return _choice(tuple(moments), min)


def last_of(moments: Iterable[Moment]) -> Moment:
    """When the last of several moments comes; open where one of them is."""
    return _choice(tuple(moments), max)


def _choice(
    moments: tuple[Moment, ...], choose: Callable[[list[datetime]], datetime]
) -> Moment:
    earliest = [one.earliest_utc for one in moments if one.earliest_utc is not None]
    latest = [one.latest_utc for one in moments if one.latest_utc is not None]
    if not moments or len(earliest) + len(latest) < 2 * len(moments):
        return _OPEN
    return Moment(
        earliest_utc=choose(earliest),
        latest_utc=choose(latest),
        zone=moments[0].zone,
        precision=Precision.RANGE,
    )


def last_day(
    moment: Moment, days: int = 0, *, months: int = 0, rests: bool = False
) -> Moment:
    """The end of the local day that comes so many days and months after a moment's.

    With *rests*, a last day at a weekend gives way to the Monday after it.
    """

    def limit(instant: datetime, zone: str) -> datetime:
        day = instant.astimezone(zone_info(zone)).date()
        day = _months_later(day, months) + timedelta(days=days)
        while rests and day.weekday() >= _WEEKDAYS:
            day += timedelta(days=1)
        return last_instant(datetime.combine(day, time.max), zone)

    return _due(moment, limit)


def elapsed(moment: Moment, duration: timedelta) -> Moment:
    """The instant that comes so much elapsed time after a moment."""
    return _due(moment, lambda instant, _: instant + duration)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last of it where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    start = day.replace(year=day.year + years, month=month + 1, day=1)
    following = (start + timedelta(days=31)).replace(day=1)
    return min(start + timedelta(days=day.day - 1), following - timedelta(days=1))


def _due(moment: Moment, limit: Limit) -> Moment:
    zone, earliest, latest = moment.zone, moment.earliest_utc, moment.latest_utc
    if zone is None or earliest is None or latest is None:
        return _OPEN
    return Moment(
        earliest_utc=min(limit(earliest, zone), LAST),
        latest_utc=min(limit(latest, zone), LAST),
        zone=zone,
        precision=Precision.RANGE,
    )


def dated(one: Moment, other: Moment) -> tuple[str, str]:
    """Two moments in local time; with their offsets where their zones differ."""
    if one.zone == other.zone:
        return bounds_text(one), bounds_text(other)
    return texts(one, other)


def late(
    case: Case,
    law: Law,
    act: Event,
    trigger: Event,
    *,
    due: Moment,
    verdict: Verdict,
    mend: str,
) -> Hit:
    """A hit for an event that comes after the last day that a law allows."""
    when, then = dated(act.start, trigger.start)
    verb = "comes" if verdict is Verdict.CERTAIN else "may come"
    gap = gap_text(due, act.start)
    days = local_days(due)
    day = days and days[verdict is Verdict.CERTAIN]
    return case.hit(
        act,
        "start",
        f"{act.kind} ({when}) {verb} {gap}after {day}, the last day that"
        f" {law.provision} allows after {trigger.kind} ({then})",
        others=(trigger,),
        verdict=verdict,
        mend=mend,
    )
