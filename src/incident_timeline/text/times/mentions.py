"""The time finder: every expression that places something on calendar or clock."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Moment, check_zone
from incident_timeline.moments.zones import zone_info
from incident_timeline.text.times.reader import read
from incident_timeline.text.times.remarks import Remark

__all__ = ["TimeMention", "find_times"]

_FIRST_YEAR, _LAST_YEAR = 3, 9997


@frozen(kw_only=True)
class TimeMention:
    """A time expression, where it stands, and the moment that it means.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; ``text[start:end]`` is :attr:`text`.
        text: The words themselves, qualifier included.
        moment: What they mean; nothing where they name no time that can be.
        resolved_from: Where its date comes from: ``stated``, ``year`` (stated but for
            its year), ``weekday``, ``publication``, ``previous mention``, ``event`` or
            ``apposition``; ``nothing`` where the text leaves out what it needs.
        remarks: What is shaky about it; without a moment they say why.
        is_heading: Whether it begins its line and heads what follows.
        is_dateline: Whether it follows a place name at the head of a paragraph.

    >>> find_times("He rang at 9pm on 3 May 2024.", zone="UTC")[0].text
    '9pm on 3 May 2024'
    """

    start: int
    end: int
    text: str
    moment: Moment | None
    resolved_from: str
    remarks: tuple[Remark, ...] = ()
    is_heading: bool = False
    is_dateline: bool = False


def find_times(
    text: str, *, published: str | date | Moment | None = None, zone: str
) -> tuple[TimeMention, ...]:
    """Every time expression of an English text, in order; none overlap.

    A careful reader's rules fill in what is left out. A year comes from *published*;
    a lone weekday lies on one of the seven days up to it; a clock time without a date
    belongs to the day told last, and past midnight where the telling shows it. Ages,
    durations, statutes and telephone numbers are left out. Each moment says in
    ``assumed`` what was filled in. The time it takes grows linearly with the text.

    Args:
        text: The account.
        published: The day on which it appeared, in *zone*.
        zone: The IANA name of the zone in which the account speaks. In American ones
            ``06/07/2024`` has its month first; what the text itself shows of its
            order goes before that, and a date that stays open says
            ``day_month_order`` in ``assumed``.

    Raises:
        InvalidMomentError: If *published* is not a date.
        UnknownZoneError: If there is no such zone.

    >>> told = "Officers came on Thursday, 23 November. Shots were fired at 21:00hrs."
    >>> times = find_times(told, published="2023-11-24", zone="Europe/London")
    >>> [(time.text, time.moment.stated) for time in times]
    [('Thursday, 23 November', '2023-11-23'), ('21:00hrs', '2023-11-23T21:00')]
    """
    check_zone(zone)
    return tuple(
        TimeMention(
            start=start,
            end=end,
            text=text[start:end],
            moment=moment,
            resolved_from=reading.how,
            remarks=reading.remarks,
            is_heading=standing.is_heading,
            is_dateline=standing.is_dateline,
        )
        for start, end, reading, moment, standing in read(
            text, _day(published, zone), zone
        )
    )


def _day(published: str | date | Moment | None, zone: str) -> date | None:
    if published is None:
        return None
    if isinstance(published, Moment):
        instant = published.earliest_utc
        day = None if instant is None else instant.astimezone(zone_info(zone)).date()
    elif isinstance(published, date):
        day = date(published.year, published.month, published.day)
    else:
        day = _iso_day(published)
    if day is not None and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        message = f"{day} is no day of publication: give a year from 3 to 9997"
        raise InvalidMomentError(message, value=str(day))
    return day


def _iso_day(value: str) -> date:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        message = f"{value[:40]!r} is no date: write it as '2023-11-24'"
        raise InvalidMomentError(message, value=value[:40]) from None
