"""Laws: what a statutory rule rests on, where it holds, and between which dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from incident_timeline.errors import InvalidRecordError
from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info

__all__ = ["Law", "covers", "in_force", "local_days"]

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
        since: The first day on which it is known to have held.
        until: The last day on which it held; ``None`` while it holds. Both are days of
            the zone of what is judged.
        limit: The time that it allows, where it sets a clock; whether that is counted
            in whole days or to the minute is for the rule to know.

    Raises:
        InvalidRecordError: If it ended before it began.

    >>> law = Law(jurisdiction="US-TX", provision="Code art. 1", says="within 30 days",
    ...           url="https://example.org", since=date(2015, 9, 1))
    >>> law.until is None
    True
    """

    jurisdiction: str
    provision: str
    says: str
    url: str
    since: date
    until: date | None = None
    limit: timedelta | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            reason = f"comes before since {self.since}"
            raise InvalidRecordError("Law", "until", self.until, reason)


@lru_cache(maxsize=256)
def covers(wide: str, narrow: str) -> bool:
    """Whether the law of one jurisdiction holds in another; codes of ISO 3166.

    >>> covers("US", "US-TX"), covers("GB-EAW", "GB-ENG"), covers("US-TX", "US-CA")
    (True, True, False)
    """
    wide, place = wide.upper(), narrow.upper()
    if place == wide or place.startswith(f"{wide}-"):
        return True
    outer = _WITHIN.get("-".join(place.split("-", 2)[:2]))
    return outer is not None and covers(wide, outer)


def in_force(laws: Iterable[Law], jurisdiction: str, moment: Moment) -> Law | None:
    """The law of a jurisdiction that held at a moment, whatever reading of it is true.

    The day is that of the moment's own zone. ``None`` where no law held throughout, or
    where a bound is open.

    >>> law = Law(jurisdiction="GB-EAW", provision="rule 8", says="within six months",
    ...           url="https://example.org", since=date(2013, 7, 25))
    >>> found = in_force([law], "GB-WLS", Moment.on("2014-12-23", zone="Europe/London"))
    >>> found is law
    True
    >>> in_force([law], "GB-WLS", Moment.on("2013-07-24", zone="Europe/London"))
    """
    here = [
        law for law in laws if jurisdiction and covers(law.jurisdiction, jurisdiction)
    ]
    days = local_days(moment) if here else None
    if days is None:
        return None
    first, last = days
    for law in here:
        if law.since <= first and (law.until is None or last <= law.until):
            return law
    return None


def local_days(moment: Moment) -> tuple[date, date] | None:
    """The first and the last local day that a moment can fall on; both bounds known."""
    first, last = moment.earliest_utc, moment.latest_utc
    if moment.zone is None or first is None or last is None:
        return None
    zone = zone_info(moment.zone)
    return first.astimezone(zone).date(), last.astimezone(zone).date()
