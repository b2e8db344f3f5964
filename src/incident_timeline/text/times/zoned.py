"""The zone word after a clock time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from incident_timeline.moments.zones import instants_of, zone_info
from incident_timeline.text.times.time_words import ZONES

__all__ = ["zone_and_fold"]

# Australian accounts print these for zones of their own.
_AUSTRALIAN = frozenset({"est", "edt", "cst", "cdt"})


def zone_and_fold(
    word: str, clock: datetime | None, zone: str
) -> tuple[str, int | None]:
    """The zone that a time is told in, and which of two such times is meant.

    A word for the account's own zone, in summer or winter, tells which of the two
    times an autumn night has; "EST" of a July evening is the local time all the same.
    Any other word makes the zone its own.
    """
    if not word or clock is None:
        return zone, None
    if word == "utc" or word not in ZONES:
        return "UTC" if word == "utc" else f"{word[:3]}:{word[-2:]}", None
    if zone.startswith("Australia/") and word in _AUSTRALIAN:
        return zone, None
    hours = ZONES[word]
    if hours not in _hours_of(zone, clock.year):
        sign, minutes = "-" if hours < 0 else "+", round(abs(hours) * 60)
        return f"{sign}{minutes // 60:02}:{minutes % 60:02}", None
    return zone, _fold(clock, zone, hours)


def _fold(clock: datetime, zone: str, hours: float) -> int | None:
    """Which of the two times at which the clocks show the same, if there are two."""
    instants = instants_of(clock, zone)
    if len(instants) < 2:  # noqa: PLR2004  an hour that happens twice
        return None
    first = instants[0].astimezone(zone_info(zone)).utcoffset()
    return 0 if first == timedelta(hours=hours) else 1


def _hours_of(zone: str, year: int) -> set[float]:
    """The hours from UTC at which the clocks of *zone* stand in winter and summer."""
    offsets = (
        datetime(year, month, 1, tzinfo=UTC).astimezone(zone_info(zone)).utcoffset()
        for month in (1, 7)
    )
    return {offset.total_seconds() / 3600 for offset in offsets if offset is not None}
