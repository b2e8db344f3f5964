"""Where and when an incident begins: a zone of its own, and a time worth testing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from attrs import frozen

from incident_timeline.strategies._moments import BASE
from incident_timeline.strategies._picker import Picker

__all__ = ["Home", "home_of"]

_DAY = timedelta(days=1)
_FOLD = None
# A leap day, days on which clocks change, a day long ago; and the home's own fold.
_DAYS = (0, _FOLD, 59, _FOLD, -279, -8_000)
# From then on, for half an hour or more, clock times happen twice.
_FOLDS = {
    "Europe/London": datetime(2023, 10, 29, 0, 0, tzinfo=UTC),
    "America/New_York": datetime(2023, 11, 5, 5, 0, tzinfo=UTC),
    "Australia/Lord_Howe": datetime(2023, 4, 1, 14, 30, tzinfo=UTC),
    "America/Sao_Paulo": datetime(2019, 2, 17, 1, 0, tzinfo=UTC),
}


@frozen
class Home:
    """Where an incident happened, and when it began.

    Attributes:
        zones: The zones to pick from; half the picks are of its own.
        since: The time, in UTC, from which its events follow each other.
    """

    zones: tuple[str, ...]
    since: datetime


def home_of(picker: Picker, zones: tuple[str, ...]) -> Home:
    """The home that a picker picks; the first zone in 2024, where it has no more."""
    days, zone = picker.of(_DAYS), picker.of(zones)
    since = BASE + (days or 0) * _DAY
    if days is _FOLD and zone in _FOLDS:
        since = _FOLDS[zone]
    return Home((*[zone] * (len(zones) - 1), *zones), since)
