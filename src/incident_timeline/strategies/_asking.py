"""What is asked of an incident, once it is known that it can be had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attrs import frozen
from hypothesis.errors import InvalidArgument

from incident_timeline.checks import Rule
from incident_timeline.errors import UnknownZoneError
from incident_timeline.moments import check_zone
from incident_timeline.strategies._moments import ZONES
from incident_timeline.strategies._placing import ground
from incident_timeline.strategies._window import Bound, Window, window
from incident_timeline.strategies._witnesses import rule_of
from incident_timeline.strategies._words import KINDS

__all__ = ["Asked", "asked"]

_A_SECOND = timedelta(seconds=1)


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
    if not 0 <= min_events <= max_events:
        message = f"min_events={min_events} to max_events={max_events} is no range"
        raise InvalidArgument(message)
    own_zones = _known(_words("zones", zones if zone is None else (zone,)))
    found = Asked(
        least=max(min_events, inconsistent),
        most=max_events,
        kinds=_words("kinds", kinds) or KINDS,
        zones=own_zones,
        window=within and window(within, (own_zones or ZONES)[0]),
        rule=None if finding is None else rule_of(finding),
    )
    _refuse_few(found, inconsistent=inconsistent)
    if consistent or inconsistent:
        _refuse_short(found)
    return found


def _refuse_pairs(*pairs: tuple[str, bool, str, bool]) -> None:
    for one, is_one, other, is_other in pairs:
        if is_one and is_other:
            message = f"{one}= and {other}= can't both be had: give one of them"
            raise InvalidArgument(message)


def _words(name: str, words: Sequence[str] | None) -> tuple[str, ...] | None:
    if words is None:
        return None
    if isinstance(words, str) or not words:
        message = f"{name}={words!r} must hold one word or more"
        raise InvalidArgument(message)
    return tuple(words)


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
