"""Dates of a document as it is read: what each time leaves out, and the day it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, frozen

from incident_timeline.errors import InvalidMomentError, shown
from incident_timeline.moments import Assumption, Moment, Qualifier
from incident_timeline.moments.formats import TimeFields, TimeFormat
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.readings import REMARKS

if TYPE_CHECKING:  # slow to load, and needed only for prose
    from incident_timeline.text.times import TimeMention

__all__ = ["Dates", "Manner"]

_BACK: Final = timedelta(hours=6)  # lines that are out of order go back by less
_LATE: Final = timedelta(hours=2)  # and across midnight, by less than this
_DAY: Final = timedelta(days=1)
_DATE: Final = (Assumption.YEAR, Assumption.MONTH, Assumption.DAY)
_AHEAD: Final = 1  # years after publication that an account may tell of
_SHOWN: Final = 4  # forms that are named
_STATED: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d))?)?")


@frozen
class Manner:
    """How a time is meant: its zone, qualifier and fold, and its day where told.

    *reads* is what formats read in place of the words.
    """

    zone: str | None
    qualifier: Qualifier
    fold: int | None
    day: date | None
    reads: str | None = None


@frozen
class _Course:
    """What goes on from one time to the next.

    *eve* is the last clock time of the day before, where midnight was passed.
    """

    day: date | None = None
    clock: timedelta | None = None
    eve: timedelta | None = None

    def is_late(self, clock: timedelta) -> bool:
        """Whether a line was told late: just after midnight, of just before it."""
        if self.clock is None or self.eve is None:
            return False
        return _DAY + self.clock - clock < _LATE and abs(clock - self.eve) < _LATE


class _Remark(NamedTuple):
    """A finding's code and message; *about* is what it is remarked once for."""

    code: str
    message: str
    about: str = ""


@frozen
class _Placed:
    """Fields with their date, what goes on from them, and what there is to remark."""

    fields: TimeFields
    course: _Course
    remarks: tuple[_Remark, ...] = ()


class Dates:
    """Reads times one after the other; what they leave out goes on from the last.

    What is no time after all leaves no trace. *said* holds what is remarked only once.
    """

    def __init__(
        self,
        published: date | None,
        note: Callable[[Piece, str, str], None],
        said: set[str],
    ) -> None:
        self._published = published
        self._note = note
        self._said = said
        self._course = _Course()

    @property
    def day(self) -> date | None:
        """The day that runs."""
        return self._course.day

    def start(self, day: date | None) -> None:
        """Go on from the beginning of a day."""
        self._course = _Course(day)

    def read(
        self, words: Piece, formats: tuple[TimeFormat, ...], how: Manner
    ) -> Moment:
        """The moment that some words mean, or an unknown one and a finding."""
        if not words:
            return Moment.unknown()
        try:
            found = (
                self._formatted(words, formats, how)
                if formats
                else self._told(words, how)
            )
        except InvalidMomentError as error:
            self._note(words, "TL604", f"{shown(words.text)}: {error}")
            found = None
        return found or Moment.unknown(words.text)

    def _formatted(
        self, words: Piece, formats: Iterable[TimeFormat], how: Manner
    ) -> Moment | None:
        fits = (one.read(how.reads or words.text) for one in formats)
        fields = next((one for one in fits if one is not None), None)
        if fields is None:
            forms = " or ".join(repr(one.form) for one in [*formats][:_SHOWN])
            message = f"{shown(words.text)} is no time of the form {forms}"
            self._note(words, "TL655", message)
            return None
        if how.zone is None and not fields.offset:
            self._zoneless(words)
            return None
        placed = self._placed(self._of_century(fields), how.day)
        if placed.fields.year is None:
            message = f"{shown(words.text)} states no date, and none is told before"
            self._note(words, "TL612", message)
            return None
        moment = _moment(words, placed.fields, how)
        self._go_on(words, placed)
        return moment

    def _go_on(self, words: Piece, placed: _Placed) -> None:
        """Take a time as read: only now does it move the day, and is remarked on."""
        self._course = placed.course
        for one in placed.remarks:
            self._remark(words, one)

    def _remark(self, words: Piece, one: _Remark) -> None:
        if one.about not in self._said:
            self._said.update([one.about] if one.about else ())
            self._note(words, one.code, f"{shown(words.text)} {one.message}")

    def _zoneless(self, words: Piece) -> None:
        message = "can't be placed: no zone is given for clock times"
        self._remark(words, _Remark("TL606", message, "zone"))

    def _of_century(self, fields: TimeFields) -> TimeFields:
        """A year of two digits in the century that is not after publication."""
        known, year = self._published, fields.year
        if (
            "century" in fields.assumed
            and known
            and year
            and year > known.year + _AHEAD
        ):
            return evolve(fields, year=year - 100)
        return fields

    def _placed(self, fields: TimeFields, day: date | None) -> _Placed:
        """The fields with their date."""
        if day is not None:  # told elsewhere, and so not assumed
            placed = evolve(fields.placed(day), assumed=fields.assumed)
            return _Placed(placed, self._course)
        if not fields.has_date:
            return self._carried(fields)
        near = self.day or self._published
        placed = fields.placed(near, past=self.day is None)
        stated = placed.full_date
        course = self._course if stated is None else _Course(stated, placed.clock)
        return _Placed(placed, course, _assumed(placed))

    def _carried(self, fields: TimeFields) -> _Placed:
        """A clock time on the day that runs, or the next where the clock went back.

        A line told late, after midnight, is of the day before.
        """
        course, remarks = self._course, list[_Remark]()
        if course.day is None and self._published is not None:
            course = _Course(self._published)
            told = f"states no day: {course.day}, the day of publication, is assumed"
            remarks.append(_Remark("TL613", told))
        clock, before, day = fields.clock, course.clock, course.day
        if clock is None or day is None:
            return _Placed(fields.placed(day), course, tuple(remarks))
        if course.is_late(clock):
            eve = day - _DAY  # there is one, since midnight was passed
            told = f"is taken for the day before, {eve}"
            return _Placed(fields.placed(eve), course, (_Remark("TL653", told),))
        if before is not None and before - clock >= _BACK:
            course = _Course(day + _DAY, eve=before)  # no time is read on the last day
            told = f"is taken for the next day, {course.day}"
            remarks.append(_Remark("TL653", told))
        return _Placed(
            fields.placed(course.day), evolve(course, clock=clock), tuple(remarks)
        )

    def _told(self, words: Piece, how: Manner) -> Moment | None:
        """The one time that the words are, as prose tells it."""
        anchor = how.day or self.day or self._published
        found = _mention(words, anchor, how.zone)
        if found is None:
            message = f"{shown(words.text)} is no time, or more than one"
            self._note(words, "TL655", message)
            return None
        dayless = any(remark.kind == "day" for remark in found.remarks)
        placed = _Placed(TimeFields(), self._course)
        if how.zone and found.moment and not how.day:
            placed = self._along(found.moment, dayless=dayless)
            if dayless:
                found = _mention(words, placed.fields.full_date, how.zone) or found
        for remark in found.remarks:
            if remark.kind != "day":
                message = f"{shown(words.text)}: {remark.message}"
                self._note(words, REMARKS[remark.kind], message)
        if how.zone is None:
            self._zoneless(words)
            return None
        moment = found.moment and _meant(found.moment, how)
        self._go_on(words, placed)
        return moment

    def _along(self, moment: Moment, *, dayless: bool) -> _Placed:
        """Where a time told in prose stands among the others."""
        stated = _STATED.match(moment.stated)
        if stated is None or (Assumption.DAY in moment.assumed and not dayless):
            return _Placed(TimeFields(), self._course)
        hour, minute = (
            None if one is None else int(one) for one in stated.groups()[1:]
        )
        clock = TimeFields(hour=hour, minute=minute)
        if dayless:
            return self._carried(clock)
        return _Placed(clock, _Course(date.fromisoformat(stated[1]), clock.clock))


def _assumed(placed: TimeFields) -> tuple[_Remark, ...]:
    """What there is to remark of a date that was filled in."""
    year = placed.year
    if "month" in placed.assumed:
        told = f"states no month: {year}-{placed.month:02} is assumed"
        return (_Remark("TL605", told, f"month {year}-{placed.month}"),)
    if "year" in placed.assumed:
        told = f"states no year: {year} is assumed"
        return (_Remark("TL605", told, f"year {year}"),)
    if "century" in placed.assumed:
        told = f"states two digits of its year: {year} is assumed"
        return (_Remark("TL605", told, "century"),)
    return ()


def _mention(words: Piece, anchor: date | None, zone: str | None) -> TimeMention | None:
    """The time that words are all through, as prose tells it."""
    from incident_timeline.text.times import find_times  # noqa: PLC0415  slow to load

    found = find_times(words.text, published=anchor, zone=zone or "UTC")
    return found[0] if len(found) == 1 and found[0].text == words.text else None


def _meant(moment: Moment, how: Manner) -> Moment:
    """A moment of prose, as it was said to be meant."""
    if how.fold is not None or how.qualifier != Qualifier.EXACT:
        exact = how.qualifier == Qualifier.EXACT
        moment = Moment.from_stated(
            moment.stated,
            zone=moment.zone or "",
            qualifier=moment.qualifier if exact else how.qualifier,
            part=moment.part,
            text=moment.text,
            fold=how.fold,
            assumed=moment.assumed,
        )
    if how.day and Assumption.DAY in moment.assumed:
        assumed = (one for one in moment.assumed if one not in _DATE)
        moment = evolve(moment, assumed=tuple(assumed))
    return moment


def _moment(words: Piece, fields: TimeFields, how: Manner) -> Moment:
    stated, zone, fold = fields.stated(), how.zone, how.fold
    if fields.offset and fields.hour is None:  # a day there
        zone = "UTC" if fields.offset == "Z" else fields.offset
    elif fields.offset:
        at = Moment.at(stated + fields.offset, zone=zone, text=words.text)
        if how.qualifier == Qualifier.EXACT:
            return evolve(at, assumed=fields.assumed)
        stated, zone = at.stated, at.zone
        first = Moment.from_stated(stated, zone=zone or "", fold=0)
        fold = int(first.earliest_utc != at.earliest_utc)
    return Moment.from_stated(
        stated,
        zone=zone or "",
        qualifier=how.qualifier,
        text=words.text,
        fold=fold,
        assumed=fields.assumed,
    )
