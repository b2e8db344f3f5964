"""Times in words: no more precise than they are stated, and no less."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from attrs import define, field

from incident_timeline.errors import InvalidMomentError, NonexistentTimeError
from incident_timeline.moments import Moment, PartOfDay, Precision, Qualifier
from incident_timeline.moments.zones import zone_info

__all__ = ["Clock", "Times", "day_text", "until"]

Clock = Literal["24h", "12h"]

_TICK = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)
_LAST_SECOND = 59
_NOON = 12
# What the clock of a zone shows as a minute or finer; whole hours are a range.
_POINT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)?)?")
_MONTH_LENGTH = len("2024-01")
_DAY_LENGTH = len("2024-01-01")
_DAYS: Final = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)  # not strftime's: those change with the locale
_MONTHS: Final = (
    "January February March April May June July August September October November"
    " December"
).split()
_BENT: Final = {
    Qualifier.BEFORE: "before",
    Qualifier.AFTER: "after",
    Qualifier.SHORTLY_BEFORE: "shortly before",
    Qualifier.SHORTLY_AFTER: "shortly after",
    Qualifier.BY: "by",
    Qualifier.UNTIL: "until",
    Qualifier.SINCE: "since",
}


def day_text(day: date) -> str:
    """A day as a press release writes it.

    >>> day_text(date(2023, 11, 23))
    'Thursday 23 November 2023'
    """
    return f"{_DAYS[day.weekday()]} {day.day} {_month_text(day)}"


def _month_text(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year:04}"


def until(words: str) -> str:
    """The words for an end, from those for the same time as a start.

    >>> until("at about 21:10"), until("shortly before 21:00")
    ('until about 21:10', 'until some time shortly before 21:00')
    """
    first, _, rest = words.partition(" ")
    if first == "until":
        return words
    if first == "by":
        return f"until no later than {rest}"
    return (
        f"until {rest}" if first in ("at", "on", "in") else f"until some time {words}"
    )


@define
class Times:
    """Tells the times of one account, each day once until another one is told.

    Attributes:
        zone: The zone in which all are told.
        clock: ``24h`` ("20:30") or ``12h`` ("8.30pm").
        is_blurred: Whether some words allowed more than the moment they told.
    """

    zone: str | None
    clock: Clock
    is_blurred: bool = False
    _day: date | None = field(default=None, init=False)
    _last: time | None = field(default=None, init=False)

    def tell(self, moment: Moment) -> str:
        """The words for a moment, preposition and all; empty where it is not known.

        >>> times = Times("Europe/London", "12h")
        >>> times.tell(Moment.shortly_before("2023-11-23T21:00", zone="Europe/London"))
        'shortly before 9pm on Thursday 23 November 2023'
        >>> times.tell(Moment.by("2023-11-23T21:30", zone="Europe/London"))
        'by 9.30pm'
        """
        if moment.is_unknown or self.zone is None:
            return ""
        again = self._restated(moment)
        if again is None:
            self.is_blurred |= bool(moment.stated) or not _is_range(moment)
            return self._bounds(moment)
        self.is_blurred |= moment.precision is Precision.INSTANT
        self.is_blurred |= moment.precision is not again.precision
        self.is_blurred |= _span(again) != _span(moment)
        return self._stated(moment) or self._bounds(moment)

    def _restated(self, moment: Moment) -> Moment | None:
        """What a moment's stated value means by itself, if that can be told here."""
        if not moment.stated or moment.zone is None or moment.zone != self.zone:
            return None
        try:
            return Moment.from_stated(
                moment.stated,
                zone=moment.zone,
                qualifier=moment.qualifier,
                part=moment.part,
            )
        except (InvalidMomentError, NonexistentTimeError):
            return None

    @property
    def day(self) -> date | None:
        """The day of the clock time told last; nothing after another sort of time."""
        return self._day

    def forget(self) -> None:
        """Tell the day again with the next time."""
        self._day = self._last = None

    def _stated(self, moment: Moment) -> str:
        """A moment by the value that it states, where words can say that."""
        first, slash, last = moment.stated.partition("/")
        if slash:
            return self._range(first, last, moment.qualifier)
        if not _POINT.fullmatch(first):
            return ""
        qualifier = moment.qualifier
        if moment.part is PartOfDay.OVERNIGHT:
            return self._overnight(first) if qualifier is Qualifier.EXACT else ""
        point = self._point(first, moment.part)
        if qualifier in _BENT:
            return f"{_BENT[qualifier]} {point}"
        return f"{_preposition(first, about=qualifier is Qualifier.ABOUT)} {point}"

    def _overnight(self, day: str) -> str:
        self.forget()
        return f"overnight on {day_text(date.fromisoformat(day))}"

    def _point(self, stated: str, part: PartOfDay | None = None) -> str:
        """A year, month, day, part of a day or clock time, without preposition."""
        if len(stated) > _DAY_LENGTH:
            return self._clock(datetime.fromisoformat(stated))
        self.forget()
        if len(stated) == _DAY_LENGTH:
            day = day_text(date.fromisoformat(stated))
            return f"the {part.value} of {day}" if part else day
        if len(stated) == _MONTH_LENGTH:
            return _month_text(date.fromisoformat(f"{stated}-01"))
        return stated

    def _clock(self, local: datetime) -> str:
        """A clock time, and its day where that is not the one told last."""
        shown = _shown(local.time(), self.clock)
        day, last = self._day, self._last
        self._day, self._last = local.date(), local.time()
        if day == local.date() and last is not None and last <= local.time():
            return shown
        return f"{shown} on {day_text(local.date())}"

    def _range(self, first: str, last: str, qualifier: Qualifier) -> str:
        ends = [one for one in (first, last) if one != ".."]
        bent = qualifier not in (Qualifier.EXACT, Qualifier.ABOUT)
        if bent or not all(map(_POINT.fullmatch, ends)):
            return ""
        about = "about " if qualifier is Qualifier.ABOUT else ""
        if last == "..":
            return f"from {about}{self._point(first)}"
        if first == "..":
            return f"by {about}{self._point(last)}"
        return self._between(first, last, about)

    def _between(self, first: str, last: str, about: str = "") -> str:
        """Two points; of two clock times on one day, the day is told last."""
        clocks = len(first) > _DAY_LENGTH and len(last) > _DAY_LENGTH
        if not clocks or first[:_DAY_LENGTH] != last[:_DAY_LENGTH]:
            start = self._point(first)
            return f"between {about}{start} and {about}{self._point(last)}"
        start = self._clock(datetime.fromisoformat(first))
        shown, on, day = start.partition(" on ")
        end = self._clock(datetime.fromisoformat(last))
        return f"between {about}{shown} and {about}{end}{on}{day}"

    def _bounds(self, moment: Moment) -> str:
        """A moment by its bounds, in the zone of the account."""
        first = self._local(moment.earliest_utc)
        last = self._local(moment.latest_utc)
        if first is None or last is None:
            known = first or last
            assert known is not None  # noqa: S101  an unknown moment is told before
            word = "by" if first is None else "from"
            return f"{word} {self._clock(_whole(known, ends=first is None))}"
        if first.time() == time() and last + _TICK == _midnight(last):
            return self._days(first.date(), last.date())
        start, end = _whole(first), _whole(last, ends=True)
        if start >= end:  # or the clocks went back between
            return f"at {self._clock(start)}"
        return self._between(start.isoformat(), end.isoformat())

    def _days(self, first: date, last: date) -> str:
        self.forget()
        if first == last:
            return f"on {day_text(first)}"
        return f"between {day_text(first)} and {day_text(last)}"

    def _local(self, instant: datetime | None) -> datetime | None:
        if instant is None or self.zone is None:
            return None
        return instant.astimezone(zone_info(self.zone)).replace(tzinfo=None)


def _is_range(moment: Moment) -> bool:
    return moment.precision is Precision.RANGE


def _span(moment: Moment) -> tuple[datetime | None, datetime | None]:
    return moment.earliest_utc, moment.latest_utc


def _midnight(local: datetime) -> datetime:
    return datetime.combine(local.date(), time()) + timedelta(days=1)


def _whole(local: datetime, *, ends: bool = False) -> datetime:
    """To the second, and to the minute where a bound is the minute's own."""
    whole = local.replace(microsecond=0)
    return whole.replace(second=0) if ends and local.second == _LAST_SECOND else whole


def _preposition(stated: str, *, about: bool) -> str:
    if len(stated) > _DAY_LENGTH:
        return "at about" if about else "at"
    if len(stated) == _DAY_LENGTH:
        return "on or about" if about else "on"
    return "around" if about else "in"


def _shown(when: time, clock: Clock) -> str:
    """A time of day, to the second where it has seconds."""
    if clock == "24h":
        return when.isoformat("seconds" if when.second else "minutes")
    if when == time(_NOON):
        return "noon"
    half = "am" if when.hour < _NOON else "pm"
    hour = when.hour % _NOON or _NOON
    if when.second:
        return f"{hour}:{when.minute:02}:{when.second:02}{half}"
    return f"{hour}.{when.minute:02}{half}" if when.minute else f"{hour}{half}"
