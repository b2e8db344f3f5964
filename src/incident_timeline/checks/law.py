"""Laws: what a statutory rule rests on, where it holds, and between which dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import frozen

from incident_timeline.moments import Moment

__all__ = ["Law", "covers", "in_force"]

_WITHIN = {"GB-ENG": "GB-EAW", "GB-WLS": "GB-EAW", "GB-EAW": "GB-UKM"}
_WITHIN |= {"GB-SCT": "GB-UKM", "GB-NIR": "GB-UKM"}


@frozen(kw_only=True, order=False)
class Law:
    """One provision as it stood between two dates, by which events are judged.

    Attributes:
        jurisdiction: Where it holds: an ISO 3166 code such as ``GB-EAW`` or ``US-TX``.
        provision: The act or instrument and its article, as lawyers cite it.
        says: The words that matter, as they stand at the address.
        url: Where they were read.
        since: The first day on which it held.
        until: The last day on which it held; ``None`` while it holds.
        limit: The time that it allows, where it sets a clock.
    """

    jurisdiction: str
    provision: str
    says: str
    url: str
    since: date
    until: date | None = None
    limit: timedelta | None = None


def covers(wide: str, narrow: str) -> bool:
    """Whether the law of one jurisdiction holds in another; codes of ISO 3166.

    >>> covers("US", "US-TX"), covers("GB-EAW", "GB-ENG"), covers("US-TX", "US-CA")
    (True, True, False)
    """
    place = narrow.upper()
    while place:
        if place == wide.upper():
            return True
        place = _WITHIN.get(place) or place.rpartition("-")[0]
    return False


def in_force(laws: Iterable[Law], jurisdiction: str, moment: Moment) -> Law | None:
    """The law of a jurisdiction that held at a moment, whatever reading of it is true.

    The day is that of the moment's own zone. ``None`` where no law held throughout, or
    where a bound is open.
    """
    days = _days(moment)
    if days is None:
        return None
    first, last = days
    for law in laws:
        held = law.since <= first and (law.until is None or last <= law.until)
        if held and covers(law.jurisdiction, jurisdiction):
            return law
    return None


def _days(moment: Moment) -> tuple[date, date] | None:
    first, last = moment.earliest, moment.latest
    if first is None or last is None:
        return None
    return first.date(), last.date()
