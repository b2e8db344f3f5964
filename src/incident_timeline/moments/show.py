"""Bounds as a person reads them: local time, no finer than it has to be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from incident_timeline.moments.moment import Moment
from incident_timeline.moments.zones import zone_info

__all__ = ["bounds_text", "duration_text", "local_text", "span_text"]

_TICK = timedelta(microseconds=1)
_LAST_SECOND = 59
_MINUTE = timedelta(minutes=1)
_UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def local_text(instant: datetime, zone: str, *, ends: bool = False) -> str:
    """An instant in local time, to the second, and to the minute where that is whole.

    Microseconds are left out, so a bound is never shown tighter than it is. With
    *ends*, the last second of a minute is shown as that minute.

    >>> from datetime import UTC
    >>> local_text(datetime(2023, 11, 23, 20, 45, tzinfo=UTC), "Europe/London")
    '2023-11-23 20:45'
    """
    local = instant.astimezone(zone_info(zone))
    is_whole = local.second == 0 or (ends and local.second == _LAST_SECOND)
    clock = local.time().isoformat("minutes" if is_whole else "seconds")
    return f"{local.date().isoformat()} {clock}"


def bounds_text(moment: Moment) -> str:
    """The bounds of a moment in its own zone, both inclusive.

    >>> print(bounds_text(Moment.shortly_before("2023-11-23T21:00", zone="UTC")))
    2023-11-23 20:45 to 20:59
    >>> print(bounds_text(Moment.on("2023-11-23", zone="Europe/London")))
    2023-11-23
    >>> print(bounds_text(Moment.since("2008", zone="Europe/London")))
    from 2008-01-01 00:00
    """
    zone, earliest, latest = moment.zone, moment.earliest_utc, moment.latest_utc
    if zone is None or (earliest is None and latest is None):
        return "not known"
    first = None if earliest is None else local_text(earliest, zone)
    last = None if latest is None else local_text(latest, zone, ends=True)
    if earliest is None or first is None:
        return f"until {last}"
    if latest is None or last is None:
        return f"from {first}"
    if latest - earliest < _MINUTE:  # within one minute its seconds matter
        last = local_text(latest, zone, ends=not earliest.second)
    offset, last_offset = _offset(earliest, zone), _offset(latest, zone)
    is_whole = first.endswith(" 00:00") and last.endswith(" 23:59")
    if offset != last_offset and first[:10] == last[:10] and not is_whole:
        return f"{first} {offset} to {last[11:]} {last_offset}"
    return _both(first, last)


def span_text(moments: Iterable[Moment]) -> str:
    """From the first to the last bound of several moments, in the first one's zone.

    >>> call = Moment.at("2023-11-23T19:59", zone="Europe/London")
    >>> span_text([call, Moment.shortly_before("2023-11-23T21:00", zone="UTC")])
    '2023-11-23 19:59 to 20:59 Europe/London'
    """
    zoned = [one for one in moments if one.zone is not None]
    bounds = (bound for one in zoned for bound in (one.earliest_utc, one.latest_utc))
    known = sorted(bound for bound in bounds if bound is not None)
    if not known:
        return "no times"
    zone = zoned[0].zone
    whole = Moment(earliest_utc=known[0], latest_utc=known[-1], zone=zone)
    return f"{bounds_text(whole)} {zone}"


def _offset(instant: datetime, zone: str) -> str:
    return instant.astimezone(zone_info(zone)).strftime("%z")


def _both(first: str, last: str) -> str:
    day, clock = first.split(" ")
    last_day, last_clock = last.split(" ")
    is_whole = clock == "00:00" and last_clock == "23:59"
    if is_whole:
        return day if day == last_day else f"{day} to {last_day}"
    if first == last:
        return first
    return f"{first} to {last_clock if day == last_day else last}"


def duration_text(duration: timedelta) -> str:
    """A duration in words, in its two largest units; "minus" where negative.

    >>> duration_text(timedelta(hours=1, minutes=1))
    '1 hour 1 minute'
    """
    sign = "minus " if duration < timedelta() else ""
    size = abs(duration)
    if timedelta() < size < timedelta(seconds=1):
        return f"{sign}{size // _TICK} microseconds"
    words: list[str] = []
    rest = size // timedelta(seconds=1)
    for name, seconds in _UNITS:
        count, rest = divmod(rest, seconds)
        if count:
            words.append(f"{count} {name}{'' if count == 1 else 's'}")
    return sign + (" ".join(words[:2]) or "0 minutes")
