"""What is asked of an incident, once it is known that it can be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from attrs import frozen
from hypothesis.errors import InvalidArgument

from incident_timeline.checks import Rule
from incident_timeline.errors import UnknownZoneError
from incident_timeline.model import Event
from incident_timeline.moments import check_zone
from incident_timeline.strategies._moments import ZONES
from incident_timeline.strategies._placing import ground
from incident_timeline.strategies._window import Bound, Window, cleared, window
from incident_timeline.strategies._witnesses import rule_of
from incident_timeline.strategies._words import KINDS

__all__ = ["Asked", "asked"]

_A_SECOND = timedelta(seconds=1)
_TOLD_AFTER = timedelta(days=33)  # no later than that, a sound course is published
_MOST = 100  # events; more are too much for one example


@frozen
class Asked:
    """What is asked, of which every part can be had with every other.

    Attributes:
        least: The least number of events.
        most: The greatest.
        kinds: What they may be.
        zones: The zones asked for; ``None`` leaves them open.
        window: What every event lies within.
        rule: The rule that is to speak.
    """

    least: int
    most: int
    kinds: tuple[str, ...]
    zones: tuple[str, ...] | None
    window: Window | None
    rule: Rule | None

    @property
    def all_zones(self) -> tuple[str, ...]:
        """The zones asked for; without any, all."""
        return ZONES if self.zones is None else self.zones


def asked(  # noqa: PLR0913  the keywords of a strategy, checked together
    *,
    min_events: int,
    max_events: int,
    zone: str | None,
    zones: Sequence[str] | None,
    kinds: Sequence[str] | None,
    within: tuple[Bound, Bound] | None,
    consistent: bool,
    inconsistent: bool,
    finding: str | Rule | None,
) -> Asked:
    """What is asked.

    Raises:
        InvalidArgument: If two of the keywords can't both be had; names them.
    """
    _refuse_pairs(
        ("zone", zone is not None, "zones", zones is not None),
        ("consistent", consistent, "inconsistent", inconsistent),
        ("finding", finding is not None, "consistent", consistent),
        ("finding", finding is not None, "inconsistent", inconsistent),
        ("finding", finding is not None, "kinds", kinds is not None),
    )
    _refuse_others("number", int, min_events=min_events, max_events=max_events)
    _refuse_others("bool", bool, consistent=consistent, inconsistent=inconsistent)
    if max(min_events, max_events) > _MOST:
        message = f"min_events and max_events are {_MOST:,} at most"
        raise InvalidArgument(message)
    if not 0 <= min_events <= max_events:
        message = f"min_events={min_events} to max_events={max_events} is no range"
        raise InvalidArgument(message)
    one_or_all = ("zones", zones) if zone is None else ("zone", (zone,))
    own_zones = _known(_words(*one_or_all))
    span = window(within, (own_zones or ZONES)[0]) if within is not None else None
    if span is not None and (consistent or finding is not None):
        span = cleared(span, _TOLD_AFTER if consistent else timedelta())
    found = Asked(
        least=max(min_events, inconsistent),
        most=max_events,
        kinds=_kinds(_words("kinds", kinds)) or KINDS,
        zones=own_zones,
        window=span,
        rule=None if finding is None else rule_of(finding),
    )
    _refuse_few(found, inconsistent=inconsistent)
    if consistent or inconsistent:
        _refuse_short(found)
    return found


def _refuse_others(what: str, kind: type[int], **given: object) -> None:
    """Refuse what is of another type; a bool is no number."""
    for name, value in given.items():
        if type(value) is not kind:
            message = f"{name}={value!r} is no {what}"
            raise InvalidArgument(message)


def _refuse_pairs(*pairs: tuple[str, bool, str, bool]) -> None:
    for one, is_one, other, is_other in pairs:
        if is_one and is_other:
            message = f"{one}= and {other}= can't both be had: give one of them"
            raise InvalidArgument(message)


def _words(name: str, words: Sequence[str] | None) -> tuple[str, ...] | None:
    if words is None:
        return None
    found = () if isinstance(words, str) or not isinstance(words, Iterable) else words
    told = tuple(found)
    if not told or not all(isinstance(one, str) for one in told):
        message = f"{name}={words!r} must hold one word or more"
        raise InvalidArgument(message)
    return told


def _kinds(kinds: tuple[str, ...] | None) -> tuple[str, ...] | None:
    for kind in kinds or ():
        try:
            Event(kind=kind)
        except ValueError as error:
            message = f"kinds has {kind!r}: {error}"
            raise InvalidArgument(message) from None
    return kinds


def _known(zones: tuple[str, ...] | None) -> tuple[str, ...] | None:
    for zone in zones or ():
        try:
            check_zone(zone)
        except UnknownZoneError as error:
            raise InvalidArgument(str(error)) from None
    return zones


def _refuse_few(found: Asked, *, inconsistent: bool) -> None:
    needed, what = int(inconsistent), "inconsistent=True"
    if found.rule is not None:
        needed = len(ground(found.rule).witness.events)
        what = f"finding={found.rule.code!r}"
    if found.most < needed:
        message = f"{what} needs events: max_events={found.most} is below {needed}"
        raise InvalidArgument(message)


def _refuse_short(found: Asked) -> None:
    """Refuse a window in which a course of events has no room to be one."""
    if found.window is not None and found.window.length < found.most * _A_SECOND:
        message = (
            f"within is {found.window.length} long, and a course of up to"
            f" max_events={found.most} needs a second for each"
        )
        raise InvalidArgument(message)
