"""Moment: an instant known only to lie between two bounds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from incident_timeline._record import Record, is_text, strings
from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments.bounds import check_order, pick, utc_bound
from incident_timeline.moments.qualify import bend
from incident_timeline.moments.stated import cover
from incident_timeline.moments.words import (
    DEFAULT_VAGUENESS,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
    as_part,
    as_precision,
    as_qualifier,
)
from incident_timeline.moments.written import When, Written, written
from incident_timeline.moments.zones import check_zone, pendulum_zone

if TYPE_CHECKING:
    from pendulum import DateTime

__all__ = ["Moment"]


@frozen(kw_only=True, order=False)
class Moment(Record):
    """An instant known only to lie between two bounds.

    Both bounds are inclusive, held in UTC to the microsecond; ``None`` is an open
    bound. Moments are only partially ordered, so there is no ``<``: ask
    :meth:`precedes` for what must hold and :meth:`may_precede` for what can. Two
    moments are equal where all their fields are, the source's words among them.

    Attributes:
        earliest_utc: The earliest instant that the words allow, in UTC.
        latest_utc: The latest one, in UTC; not before the earliest.
        zone: The zone in which the source speaks: an IANA name or an offset such as
            ``+01:00``; ``None`` only where both bounds are open.
        qualifier: How the source bends the time, such as ``shortly_before``.
        precision: The unit in which the source speaks, such as ``minute``.
        part: The part of the day, where the source names one for want of a clock.
        stated: The value that the source states, in local time: ISO 8601 at the
            stated precision, or a range ``A/B``, ``A/..`` or ``../B``.
        text: The source's own words.
        assumed: What a reader had to fill in, such as ``year``.

    Raises:
        InvalidMomentError: If a bound has no zone, or the bounds are reversed.
        UnknownZoneError: If there is no such zone.

    >>> shots = Moment.shortly_before("2023-11-23T21:00", zone="Europe/London")
    >>> print(shots.earliest, shots.latest)
    2023-11-23 20:45:00+00:00 2023-11-23 20:59:59.999999+00:00
    """

    earliest_utc: datetime | None = None
    latest_utc: datetime | None = None
    zone: str | None = None
    qualifier: Qualifier = field(default=Qualifier.EXACT, converter=as_qualifier)
    precision: Precision = field(default=Precision.INSTANT, converter=as_precision)
    part: PartOfDay | None = field(default=None, converter=as_part)
    stated: str = field(default="", validator=is_text)
    text: str = field(default="", validator=is_text)
    assumed: tuple[str, ...] = field(default=(), converter=strings)

    def __attrs_post_init__(self) -> None:
        if self.zone is not None:
            check_zone(self.zone)
        if self.earliest_utc is not None:
            bound = utc_bound("earliest_utc", self.earliest_utc, self.zone)
            object.__setattr__(self, "earliest_utc", bound)
        if self.latest_utc is not None:
            bound = utc_bound("latest_utc", self.latest_utc, self.zone)
            object.__setattr__(self, "latest_utc", bound)
        check_order(self.earliest_utc, self.latest_utc)

    @property
    def earliest(self) -> DateTime | None:
        """The earliest bound as a pendulum value in the moment's zone; inclusive."""
        return self._shown(self.earliest_utc)

    @property
    def latest(self) -> DateTime | None:
        """The latest bound as a pendulum value in the moment's zone; inclusive."""
        return self._shown(self.latest_utc)

    @property
    def is_unknown(self) -> bool:
        """Whether both bounds are open."""
        return self.earliest_utc is None and self.latest_utc is None

    @property
    def width(self) -> timedelta | None:
        """How far the bounds lie apart; ``None`` where one is open."""
        first, last = self.earliest_utc, self.latest_utc
        return last - first if first and last else None

    def _shown(self, instant: datetime | None) -> DateTime | None:
        if instant is None or self.zone is None:
            return None
        import pendulum  # noqa: PLC0415  loaded on first need

        local = instant.astimezone(pendulum_zone(self.zone))
        return pendulum.DateTime.combine(local.date(), local.timetz())

    def precedes(self, other: Moment) -> bool:
        """Whether every reading of the bounds puts this moment before *other*.

        A strict partial order: never of a moment and itself, never both ways.

        >>> call = Moment.at("2023-11-23T19:59", zone="Europe/London")
        >>> call.precedes(Moment.at("2023-11-23T20:00", zone="Europe/London"))
        True
        """
        if self.latest_utc is None or other.earliest_utc is None:
            return False
        return self.latest_utc < other.earliest_utc

    def may_precede(self, other: Moment) -> bool:
        """Whether some reading of the bounds puts this moment before *other*.

        >>> evening = Moment.on("2023-11-23", part="evening", zone="Europe/London")
        >>> evening.may_precede(evening)
        True
        """
        if self.earliest_utc is None or other.latest_utc is None:
            return True
        return self.earliest_utc < other.latest_utc

    def intersection(self, other: Moment) -> Moment | None:
        """What both moments allow, or ``None`` where they exclude each other.

        The result speaks for no source: it has bounds and this moment's zone alone.
        """
        earliest = pick(max, self.earliest_utc, other.earliest_utc)
        latest = pick(min, self.latest_utc, other.latest_utc)
        if earliest is not None and latest is not None and latest < earliest:
            return None
        return _between(earliest, latest, self.zone or other.zone)

    def hull(self, other: Moment) -> Moment:
        """The narrowest moment that allows all that either allows."""
        earliest = latest = None
        if self.earliest_utc is not None and other.earliest_utc is not None:
            earliest = min(self.earliest_utc, other.earliest_utc)
        if self.latest_utc is not None and other.latest_utc is not None:
            latest = max(self.latest_utc, other.latest_utc)
        return _between(earliest, latest, self.zone or other.zone)

    def shift(self, duration: timedelta) -> Moment:
        """This moment, *duration* of elapsed time later (earlier, if negative).

        Elapsed time, not clock time: an hour over a change of the clocks is an hour.

        Raises:
            InvalidMomentError: If that leaves the calendar.
        """
        try:
            return evolve(
                self,
                earliest_utc=self.earliest_utc and self.earliest_utc + duration,
                latest_utc=self.latest_utc and self.latest_utc + duration,
                stated="",
                text="",
            )
        except OverflowError:
            message = f"{self} shifted by {duration} leaves the calendar"
            raise InvalidMomentError(message, value=str(duration)) from None

    def __str__(self) -> str:
        if self.text or self.is_unknown:
            return self.text or "not known"
        bounds = f"{self.earliest or '..'}/{self.latest or '..'}"
        how = "" if self.qualifier is Qualifier.EXACT else f"{self.qualifier.value} "
        part = "" if self.part is None else f" {self.part.value}"
        return f"{how}{self.stated or bounds}{part}"

    @classmethod
    def from_stated(
        cls,
        stated: str,
        *,
        zone: str,
        qualifier: str = Qualifier.EXACT,
        part: str | None = None,
        text: str = "",
        assumed: tuple[str, ...] = (),
        vagueness: Vagueness = DEFAULT_VAGUENESS,
        fold: int | None = None,
    ) -> Moment:
        """A moment from the value that a source states, in local time.

        *stated* is ISO 8601 at the stated precision, or a range ``A/B``, ``A/..`` or
        ``../B`` of such values. A local time that happens twice, in the autumn,
        covers both unless *fold* (0 the first, 1 the second) says which.

        Raises:
            InvalidMomentError: If the calendar has no such value.
            NonexistentTimeError: If the clocks of *zone* jumped over it.
            UnknownZoneError: If there is no such zone.

        >>> window = Moment.from_stated("2023-11", zone="Europe/London")
        >>> print(window.latest)
        2023-11-30 23:59:59.999999+00:00
        """
        how, part = as_qualifier(qualifier), as_part(part)
        check_zone(zone)
        covered = cover(stated, zone=zone, part=part, vagueness=vagueness, fold=fold)
        earliest, latest = bend(covered, how, vagueness)
        return cls(
            earliest_utc=earliest,
            latest_utc=latest,
            zone=zone,
            qualifier=how,
            precision=covered.precision,
            part=part,
            stated=stated,
            text=text,
            assumed=assumed,
        )

    @classmethod
    def at(
        cls,
        value: When,
        *,
        zone: str | None = None,
        text: str = "",
        fold: int | None = None,
    ) -> Moment:
        """A time as it is stated: text, a date, or a datetime.

        Text is as precise as it is written: ``2023-11-23T19:59`` is the whole
        minute. A datetime is an instant. What carries an offset of its own needs no
        *zone*; with one, it is shown in that zone.

        Raises:
            InvalidMomentError: If it has neither a zone nor an offset.

        >>> Moment.at("2023-11-23T19:59Z").width
        datetime.timedelta(seconds=59, microseconds=999999)
        """
        return cls._stated(value, zone, Qualifier.EXACT, text=text, fold=fold)

    @classmethod
    def about(
        cls,
        value: When,
        *,
        zone: str | None = None,
        text: str = "",
        vagueness: Vagueness = DEFAULT_VAGUENESS,
    ) -> Moment:
        """A time stated with "about": wider on both sides, as *vagueness* says."""
        return cls._stated(value, zone, Qualifier.ABOUT, text=text, vagueness=vagueness)

    @classmethod
    def before(cls, value: When, *, zone: str | None = None, text: str = "") -> Moment:
        """Before a time: the latest bound is the last microsecond before it."""
        return cls._stated(value, zone, Qualifier.BEFORE, text=text)

    @classmethod
    def after(cls, value: When, *, zone: str | None = None, text: str = "") -> Moment:
        """After a time: from a clock time's beginning, or from the end of a date."""
        return cls._stated(value, zone, Qualifier.AFTER, text=text)

    @classmethod
    def by(cls, value: When, *, zone: str | None = None, text: str = "") -> Moment:
        """By a time: the latest bound is that time's end."""
        return cls._stated(value, zone, Qualifier.BY, text=text)

    @classmethod
    def until(cls, value: When, *, zone: str | None = None, text: str = "") -> Moment:
        """Until a time: the latest bound is that time's end."""
        return cls._stated(value, zone, Qualifier.UNTIL, text=text)

    @classmethod
    def since(cls, value: When, *, zone: str | None = None, text: str = "") -> Moment:
        """Since a time: the earliest bound is that time's beginning."""
        return cls._stated(value, zone, Qualifier.SINCE, text=text)

    @classmethod
    def shortly_before(
        cls,
        value: When,
        *,
        zone: str | None = None,
        text: str = "",
        vagueness: Vagueness = DEFAULT_VAGUENESS,
    ) -> Moment:
        """Shortly before a time: at most ``vagueness.shortly`` before its beginning."""
        return cls._stated(
            value, zone, Qualifier.SHORTLY_BEFORE, text=text, vagueness=vagueness
        )

    @classmethod
    def shortly_after(
        cls,
        value: When,
        *,
        zone: str | None = None,
        text: str = "",
        vagueness: Vagueness = DEFAULT_VAGUENESS,
    ) -> Moment:
        """Shortly after a time: at most ``vagueness.shortly`` after its end."""
        return cls._stated(
            value, zone, Qualifier.SHORTLY_AFTER, text=text, vagueness=vagueness
        )

    @classmethod
    def on(
        cls,
        day: str | date,
        *,
        zone: str,
        part: str | None = None,
        text: str = "",
        vagueness: Vagueness = DEFAULT_VAGUENESS,
    ) -> Moment:
        """A day, or a part of one.

        >>> night = Moment.on("2023-11-23", part="night", zone="Europe/London")
        >>> print(night.latest)
        2023-11-24 05:59:59.999999+00:00
        """
        return cls.from_stated(
            str(day), zone=zone, part=part, text=text, vagueness=vagueness
        )

    @classmethod
    def between(
        cls, start: When, end: When, *, zone: str | None = None, text: str = ""
    ) -> Moment:
        """Between two times, both of them included whole; shown in the first's zone.

        >>> Moment.between("2023-11-23T20:30", "2023-11-23T21:00", zone="UTC").stated
        '2023-11-23T20:30/2023-11-23T21:00'
        """
        first, last = cls.at(start, zone=zone), cls.at(end, zone=zone)
        if last.zone != first.zone:
            last = cls.at(end, zone=first.zone)
        return cls(
            earliest_utc=first.earliest_utc,
            latest_utc=last.latest_utc,
            zone=first.zone,
            precision=Precision.RANGE,
            stated=f"{first.stated}/{last.stated}",
            text=text,
        )

    @classmethod
    def unknown(cls, text: str = "") -> Moment:
        """A time of which nothing is known; *text* is what the source says of it."""
        return cls(qualifier=Qualifier.UNKNOWN, precision=Precision.UNKNOWN, text=text)

    @classmethod
    def _stated(
        cls,
        value: When,
        zone: str | None,
        qualifier: Qualifier,
        *,
        text: str = "",
        vagueness: Vagueness = DEFAULT_VAGUENESS,
        fold: int | None = None,
    ) -> Moment:
        what: Written = written(value, zone)
        return cls.from_stated(
            what.stated,
            zone=what.zone,
            qualifier=qualifier,
            text=text,
            vagueness=vagueness,
            fold=fold if what.fold is None else what.fold,
        )


def _between(
    earliest: datetime | None, latest: datetime | None, zone: str | None
) -> Moment:
    if earliest is None and latest is None:
        return Moment.unknown()
    return Moment(
        earliest_utc=earliest,
        latest_utc=latest,
        zone=zone,
        precision=Precision.RANGE,
    )
