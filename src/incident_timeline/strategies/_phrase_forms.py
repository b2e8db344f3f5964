"""The forms of a time phrase: each fills its words from one instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from attrs import evolve, frozen

from incident_timeline.moments import PartOfDay, Qualifier
from incident_timeline.moments.zones import instants_of, zone_info
from incident_timeline.strategies._dialects import (
    HOURS_24,
    MONTHS,
    NOON,
    WEEKDAYS,
    Dialect,
    clock_text,
    date_text,
)
from incident_timeline.strategies._picker import Picker

__all__ = ["FORMS", "Form", "Phrased", "Told", "is_steady", "shown"]

_BENT = (
    ("", Qualifier.EXACT),
    ("about ", Qualifier.ABOUT),
    ("around ", Qualifier.ABOUT),
    ("approximately ", Qualifier.ABOUT),
    ("shortly before ", Qualifier.SHORTLY_BEFORE),
    ("just before ", Qualifier.SHORTLY_BEFORE),
    ("shortly after ", Qualifier.SHORTLY_AFTER),
    ("just after ", Qualifier.SHORTLY_AFTER),
    ("before ", Qualifier.BEFORE),
    ("after ", Qualifier.AFTER),
    ("by ", Qualifier.BY),
    ("until ", Qualifier.UNTIL),
    ("since ", Qualifier.SINCE),
)
_UPRIGHT = frozenset({Qualifier.EXACT, Qualifier.ABOUT})  # "at" stands before these
_PARTS = {
    "morning": PartOfDay.MORNING,
    "afternoon": PartOfDay.AFTERNOON,
    "evening": PartOfDay.EVENING,
    "night": PartOfDay.NIGHT,
}
_COUNTS = (
    ("ten minutes", 10),
    ("5 minutes", 5),
    ("twenty minutes", 20),
    ("about 15 minutes", 15),
    ("half an hour", 30),
    ("an hour", 60),
    ("two hours", 120),
)
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_NEAR_DAYS = 6  # a lone weekday means the last one


def shown(local: datetime, zone: str) -> datetime:
    """A local time that the clocks of a zone do show: never one that they skip."""
    return local if instants_of(local, zone) else local + timedelta(hours=1)


def is_steady(day: date, zone: str) -> bool:
    """Whether the clocks of a zone go on evenly for a day and the night after it."""
    noons = (datetime.combine(day + n * _DAY, time(NOON)) for n in (-1, 0, 1))
    local = [instants_of(noon, zone)[0].astimezone(zone_info(zone)) for noon in noons]
    return len({noon.utcoffset() for noon in local}) == 1


@frozen(kw_only=True)
class Told:
    """What a form is filled from: an instant, who writes it, and what it is told after.

    Attributes:
        local: The instant, by the clocks of the zone.
        dialect: How it is written.
        zone: The zone.
        pick: Further choices.
        clock_form: The form of its clock times.
        date_form: The form of its dates.
    """

    local: datetime
    dialect: Dialect
    zone: str
    pick: Picker
    clock_form: str
    date_form: str

    @property
    def day(self) -> date:
        """The day of the instant."""
        return self.local.date()

    def clock(self, local: datetime | None = None) -> str:
        """A time of day, always in a form of the same kind."""
        return clock_text(self.clock_form, (local or self.local).time())

    def date(self, day: date | None = None) -> str:
        """A date with its year."""
        return date_text(self.date_form, day or self.day)


@frozen
class Phrased:
    """A phrase, and what it states."""

    lead: str
    words: str
    stated: str
    qualifier: Qualifier = Qualifier.EXACT
    part: PartOfDay | None = None
    before: str = ""


def _minute(local: datetime) -> str:
    return local.isoformat(timespec="minutes")


def _bent(told: Told) -> tuple[str, Qualifier, str]:
    """A bend, what it means, and the word before it."""
    words, qualifier = told.pick.of(_BENT)
    return words, qualifier, "at " if qualifier in _UPRIGHT else ""


def _clock_on_date(told: Told) -> Phrased:
    bend, qualifier, lead = _bent(told)
    words = f"{bend}{told.clock()} on {told.date()}"
    return Phrased(lead, words, _minute(told.local), qualifier)


def _date_at_clock(told: Told) -> Phrased:
    bend = told.pick.of(("", "about "))
    qualifier = Qualifier.ABOUT if bend else Qualifier.EXACT
    words = f"{told.date()} at {bend}{told.clock()}"
    return Phrased("on ", words, _minute(told.local), qualifier)


def _clock_on_near_date(told: Told) -> Phrased:
    bend, qualifier, lead = _bent(told)
    near = date_text(told.pick.of(told.dialect.near), told.day)
    words = f"{bend}{told.clock()} on {near}"
    return Phrased(lead, words, _minute(told.local), qualifier)


def _whole_date(told: Told) -> Phrased:
    bend, qualifier = told.pick.of(
        (("", Qualifier.EXACT), *((b, q) for b, q in _BENT if q not in _UPRIGHT))
    )
    return Phrased(
        "" if bend else "on ", f"{bend}{told.date()}", str(told.day), qualifier
    )


def _near_date(told: Told) -> Phrased:
    near = date_text(told.pick.of(told.dialect.near), told.day)
    return Phrased("on ", near, str(told.day))


def _month(told: Told) -> Phrased:
    words = f"{MONTHS[told.day.month - 1]} {told.day.year}"
    return Phrased("in ", words, f"{told.day:%Y-%m}")


def _year(told: Told) -> Phrased:
    return Phrased("in ", str(told.day.year), f"{told.day:%Y}")


def _part(told: Told) -> Phrased:
    name = told.pick.of(tuple(_PARTS))
    words = f"the {name} of {told.date()}"
    return Phrased("on ", words, str(told.day), part=_PARTS[name])


def _weekday(told: Told) -> Phrased:
    name = told.pick.of(("", *_PARTS))
    words = " ".join(filter(None, (WEEKDAYS[told.day.weekday()], name)))
    part = _PARTS[name] if name else None
    return Phrased("on ", words, str(told.day), part=part)


def _clock_on_weekday(told: Told) -> Phrased:
    bend, qualifier, lead = _bent(told)
    words = f"{bend}{told.clock()} on {WEEKDAYS[told.day.weekday()]}"
    return Phrased(lead, words, _minute(told.local), qualifier)


def _yesterday(told: Told) -> Phrased:
    words, part = told.pick.of(
        (
            ("yesterday", None),
            ("yesterday evening", PartOfDay.EVENING),
            ("last night", PartOfDay.NIGHT),
            ("yesterday morning", PartOfDay.MORNING),
        )
    )
    return Phrased("", words, str(told.day), part=part)


def _clock_range(told: Told) -> Phrased:
    opening, joint = told.pick.of((("between ", " and "), ("from ", " to ")))
    start = told.local.replace(hour=told.local.hour % 21)
    end = start + told.pick.of((15, 30, 90)) * _MINUTE
    words = f"{opening}{told.clock(start)}{joint}{told.clock(end)} on {told.date()}"
    return Phrased("", words, f"{_minute(start)}/{_minute(end)}")


def _shared_half(told: Told) -> Phrased:
    start = told.local.replace(hour=told.local.hour % 11, minute=0) + timedelta(hours=1)
    late = told.pick.below(2) == 1 and start.hour < NOON - 1
    half = timedelta(hours=NOON) if late else timedelta()
    end = start + timedelta(hours=1)
    suffix = "pm" if late or end.hour == NOON else "am"
    opening, joint = told.pick.of((("between ", " and "), ("from ", " to ")))
    words = f"{opening}{start.hour}{joint}{end.hour}{suffix} on {told.date()}"
    return Phrased("", words, f"{_minute(start + half)}/{_minute(end + half)}")


def _early_hours(told: Told) -> Phrased:
    words = f"the early hours of {told.date()}"
    return Phrased("in ", words, str(told.day), part=PartOfDay.MORNING)


def _told_twice(told: Told) -> Phrased:
    when = told.local.time()
    first = clock_text(told.pick.of(HOURS_24), when)
    again = clock_text(told.pick.of(("{h}:{M:02} {dotted}", "{h}.{M:02}{ap}")), when)
    words = f"{first} ({again}) on {told.date()}"
    return Phrased("at ", words, _minute(told.local))


def _zoned(told: Told) -> Phrased:
    name = instants_of(told.local, told.zone)[0].astimezone(zone_info(told.zone))
    words = f"{told.clock()} {name.tzname()} on {told.date()}"
    return Phrased("at ", words, _minute(told.local))


def _noon(told: Told) -> Phrased:
    words = f"{told.pick.of(('noon', 'midday', '12 noon'))} on {told.date()}"
    return Phrased("at ", words, _minute(datetime.combine(told.day, time(NOON))))


def _date_range(told: Told) -> Phrased:
    end = told.day + told.pick.of((1, 2, 40)) * _DAY
    words = f"between {told.date()} and {told.date(end)}"
    return Phrased("", words, f"{told.day}/{end}")


def _before(told: Told) -> str:
    """A sentence that tells the instant in full, for a phrase that counts on it."""
    return f"Police were called at {told.clock()} on {told.date()}. "


def _later_clock(told: Told) -> Phrased:
    bend, qualifier, lead = _bent(told)
    later = told.local + told.pick.of((0, 7, 25, 130)) * _MINUTE
    words = f"{bend}{told.clock(later)}"
    return Phrased(lead, words, _minute(later), qualifier, before=_before(told))


def _offset(told: Told) -> Phrased:
    words, minutes = told.pick.of(_COUNTS)
    later = told.local + minutes * _MINUTE
    about = Qualifier.ABOUT if words.startswith("about") else Qualifier.EXACT
    return Phrased("", f"{words} later", _minute(later), about, before=_before(told))


def _next_day(told: Told) -> Phrased:
    words, days, part = told.pick.of(
        (
            ("the next day", 1, None),
            ("the following day", 1, None),
            ("the following morning", 1, PartOfDay.MORNING),
            ("the day before", -1, None),
            ("that evening", 0, PartOfDay.EVENING),
            ("two days later", 2, None),
        )
    )
    day = told.day + days * _DAY
    noon = datetime.combine(told.day, time(NOON))
    return Phrased(
        "", words, str(day), part=part, before=_before(evolve(told, local=noon))
    )


@frozen
class Form:
    """A form, and when its text can appear.

    Attributes:
        fill: Fills it from an instant.
        least: The least days from the instant's to the day of publication.
        most: The most of them.
        is_double: Whether it tells two clock times, between which none may change.
    """

    fill: Callable[[Told], Phrased]
    least: int = 1
    most: int = 180
    is_double: bool = False


FORMS = (
    Form(_clock_on_date, least=0),
    Form(_date_at_clock, least=0),
    Form(_clock_on_near_date),
    Form(_clock_on_weekday, most=_NEAR_DAYS),
    Form(_whole_date, least=0),
    Form(_near_date),
    Form(_month, least=31),
    Form(_year, least=31),
    Form(_part),
    Form(_weekday, most=_NEAR_DAYS),
    Form(_yesterday, most=1),
    Form(_clock_range, is_double=True),
    Form(_date_range, least=41),
    Form(_shared_half, is_double=True),
    Form(_early_hours),
    Form(_told_twice),
    Form(_zoned),
    Form(_noon),
    Form(_later_clock, least=2, is_double=True),
    Form(_offset, least=2, is_double=True),
    Form(_next_day, least=3),
)
"""Every form, the plainest first."""
