"""Where in time and space a rule's witness may be told anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NoReturn

from attrs import frozen
from hypothesis.errors import InvalidArgument

from incident_timeline.checks import Rule
from incident_timeline.model import Incident
from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info
from incident_timeline.strategies._moments import ZONES
from incident_timeline.strategies._moving import all_moments, is_plain, moved
from incident_timeline.strategies._picker import Picker
from incident_timeline.strategies._window import Window

__all__ = ["Ground", "ground", "placed"]

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_TO_THE_MINUTE = len("2024-01-01T00:00")
# Whole weeks, so that a weekday stays what it is; over winters and a leap year.
_SHIFTS = tuple(7 * weeks * _DAY for weeks in (0, 1, -2, 27, 60, -105, -521))
_MOST_TRIES = 64


@frozen
class Ground:
    """A rule's witness, and what of it the rule may look at.

    Attributes:
        code: The rule's code.
        witness: The smallest incident on which the rule speaks.
        zones: The zones in which it is told; none, where it has no time.
        is_fixed: Whether its times say what they do on their days and in their zone
            alone: by a law, by their words, or by bounds that are not what is stated.
        is_at_home: Whether its zone belongs to its jurisdiction.
        unit: By what its times may be moved.
        is_dated: Whether each of its events has a time, with two bounds.
    """

    code: str
    witness: Incident
    zones: tuple[str, ...]
    is_fixed: bool
    is_at_home: bool
    unit: timedelta
    is_dated: bool

    @property
    def zone(self) -> str:
        """The zone in which it is told, or one of them; any, where it has no time."""
        return self.zones[0] if self.zones else ZONES[0]


@lru_cache(maxsize=256)
def ground(rule: Rule) -> Ground:
    """What a rule's witness stands on.

    Raises:
        InvalidArgument: If the rule has no witness.
    """
    if rule.witness is None:
        message = f"finding={rule.code!r} has no witness to start from"
        raise InvalidArgument(message)
    witness = rule.witness()
    times = all_moments(witness)
    zones = sorted({one.zone for one in times if one.zone is not None})
    is_fine = all(one.is_unknown or len(one.stated) >= _TO_THE_MINUTE for one in times)
    has_text = any(source.text for source in witness.sources)
    return Ground(
        code=rule.code,
        witness=witness,
        zones=tuple(zones),
        is_fixed=bool(rule.laws) or len(zones) > 1 or not all(map(is_plain, times)),
        is_at_home=bool(witness.jurisdiction),
        unit=_MINUTE if is_fine and not has_text else _DAY,
        is_dated=all(one.width is not None for one in _times(witness)),
    )


def _times(incident: Incident) -> Iterator[Moment]:
    for event in incident.events:
        yield event.start
        if event.end is not None:
            yield event.end


def placed(
    base: Ground,
    picker: Picker,
    zones: Sequence[str] | None,
    window: Window | None,
) -> tuple[Incident, str]:
    """The witness in one of *zones* and in the window, and that zone.

    Raises:
        InvalidArgument: If it can't be told there.
    """
    zone = _zone(base, picker, zones)
    if window is not None and not base.is_dated:
        _refuse(base, "within", "has events without a time")
    for shift in _shifts(base, picker, zone, window):
        is_moved = shift or zone != base.zone
        found = moved(base.witness, shift, zone) if is_moved else base.witness
        if found is not None and _fits(found, window):
            return found, zone
    if window is None and zones is None:
        return base.witness, base.zone
    asked = "zone" if window is None else "within"
    return _refuse(base, asked, "can't be told there")


def _refuse(base: Ground, asked: str, why: str) -> NoReturn:
    message = f"finding={base.code!r} and {asked}: its smallest witness {why}"
    raise InvalidArgument(message)


def _zone(base: Ground, picker: Picker, zones: Sequence[str] | None) -> str:
    """One of the zones asked for; without any, its own or another where it may be."""
    own = base.zone
    is_bound = bool(base.zones) and (base.is_fixed or base.is_at_home)
    if zones is None:
        return own if is_bound else picker.of((own, *ZONES))
    if is_bound and not set(base.zones) <= set(zones):
        _refuse(base, "zone", f"is told in {', '.join(base.zones)} alone")
    return own if is_bound else picker.of(zones)


def _fits(incident: Incident, window: Window | None) -> bool:
    return window is None or all(map(window.holds_event, incident.events))


def _shifts(
    base: Ground, picker: Picker, zone: str, window: Window | None
) -> Iterator[timedelta]:
    """How far the witness may be moved by its clocks, a picked shift first."""
    bounds = ((one.earliest_utc, one.latest_utc) for one in _times(base.witness))
    instants = [one for pair in bounds for one in pair if one is not None]
    if base.is_fixed or not base.zones:
        yield timedelta()
        return
    if window is None or not instants:
        first = picker.below(len(_SHIFTS))
        yield from (*_SHIFTS[first:], *_SHIFTS[:first])
        return
    begins = min(_local(one, base.zone) for one in instants)
    ends = max(_local(one, base.zone) for one in instants)
    least = -((begins - _local(window.first, zone)) // base.unit)
    most = (_local(window.last, zone) - ends) // base.unit
    count = max(0, most - least + 1)
    start = picker.below(max(1, count))
    for i in range(min(count, _MOST_TRIES)):
        yield (least + (start + i) % count) * base.unit


def _local(instant: datetime, zone: str) -> datetime:
    """What the clocks of *zone* show at an instant."""
    return instant.astimezone(zone_info(zone)).replace(tzinfo=None)
