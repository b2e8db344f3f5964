"""The zone word after a clock time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from incident_timeline.moments.zones import instants_of, zone_info
from incident_timeline.text.times.zones import OFFSETS, PLACES

__all__ = ["Zoned", "zoned"]

# Zone, fold and what is to be said of the word.
Zoned = tuple[str, int | None, str]
# Australian accounts print these for zones of their own.
_AUSTRALIAN = frozenset("est edt cst cdt eastern central".split())


def zoned(  # noqa: PLR0911  a sort of word a line
    word: str, clock: datetime | None, zone: str
) -> Zoned:
    """The zone that a time is told in, which of two such times, and any doubt.

    A word for the account's own zone, in summer or winter, tells which of the two
    times an autumn night has; "EST" of a July evening is the local time all the same.
    Any other word makes the zone its own, and is remarked on.
    """
    if not word or clock is None:
        return zone, None, ""
    if zone.startswith("Australia/") and word in _AUSTRALIAN:
        return zone, None, ""
    if word in PLACES:
        return _at_place(word, clock, zone)
    if word == "utc" or word not in OFFSETS:
        other = "UTC" if word == "utc" else f"{word[:3]}:{word[-2:]}"
        same = _hours(other, clock) == _hours(zone, clock)
        return other, None, "" if same else _said(word, zone)
    hours = OFFSETS[word]
    if hours not in _hours_of(zone, clock.year):
        sign, minutes = "-" if hours < 0 else "+", round(abs(hours) * 60)
        return f"{sign}{minutes // 60:02}:{minutes % 60:02}", None, _said(word, zone)
    instants = instants_of(clock, zone)
    kept = [_hours_at(instant, zone) for instant in instants]
    if hours in kept or not kept:
        fold = kept.index(hours) if len(kept) > 1 else None
        return zone, fold, ""
    told = f"{word.upper()} is not kept there on {clock:%Y-%m-%d}: taken as local time"
    return zone, None, told


def _at_place(word: str, clock: datetime, zone: str) -> Zoned:
    """The time at a place, which may be the account's own under another name."""
    place = PLACES[word]
    if _hours(place, clock) == _hours(zone, clock):
        return zone, None, ""
    return place, None, _said(word, zone)


def _said(word: str, zone: str) -> str:
    shown = word.title() if word in PLACES and len(word) > 3 else word.upper()  # noqa: PLR2004  a name, no initials
    return f"{shown} is not the time of {zone}"


def _hours(zone: str, clock: datetime) -> set[float]:
    return {_hours_at(instant, zone) for instant in instants_of(clock, zone)}


def _hours_at(instant: datetime, zone: str) -> float:
    offset = instant.astimezone(zone_info(zone)).utcoffset() or timedelta()
    return offset.total_seconds() / 3600


def _hours_of(zone: str, year: int) -> set[float]:
    """The hours from UTC at which the clocks of *zone* stand in winter and summer."""
    return {_hours_at(datetime(year, month, 1, tzinfo=UTC), zone) for month in (1, 7)}
