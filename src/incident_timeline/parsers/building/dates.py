"""Dates of a document as it is read: what each time leaves out, and the day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Assumption, Moment, Qualifier
from incident_timeline.moments.formats import TimeFields, TimeFormat
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.text.times import find_times

__all__ = ["Dates", "Manner"]

_BACK: Final = timedelta(hours=6)  # lines that are out of order go back by less
_DAY: Final = timedelta(days=1)
_DATE: Final = (Assumption.YEAR, Assumption.MONTH, Assumption.DAY)
_REMARKS: Final = {
    "impossible": "TL604",
    "year": "TL605",
    "weekday": "TL610",
    "unplaced": "TL612",
    "day": "TL613",
    "told_twice": "TL614",
    "half_day": "TL615",
    "day_month_order": "TL616",
    "zone": "TL617",
    "vague_base": "TL618",
}


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


class Dates:
    """Reads times one after the other; what they leave out goes on from the last."""

    def __init__(
        self, published: date | None, note: Callable[[Piece, str, str], None]
    ) -> None:
        self.day: date | None = None
        self._published = published
        self._note = note
        self._clock: timedelta | None = None
        self._rolled = False
        self._told_zoneless = False
        self._told_years: set[int | None] = set()

    def start(self, day: date | None) -> None:
        """Go on from the beginning of a day."""
        self.day, self._clock, self._rolled = day, None, False

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
            self._note(words, "TL604", f"{words.text!r}: {error}")
            found = None
        return found or Moment.unknown(words.text)

    def _formatted(
        self, words: Piece, formats: Iterable[TimeFormat], how: Manner
    ) -> Moment | None:
        fits = (one.read(how.reads or words.text) for one in formats)
        fields = next((one for one in fits if one is not None), None)
        if fields is None:
            self._note(
                words, "TL655", f"{words.text!r} is no time of the form expected"
            )
            return None
        if how.zone is None and not fields.offset:
            self._zoneless(words)
            return None
        placed = self._placed(words, fields, how.day)
        if placed.year is None:
            message = f"{words.text!r} states no date, and none is told before"
            self._note(words, "TL612", message)
            return None
        return _moment(words, placed, how)

    def _zoneless(self, words: Piece) -> None:
        if not self._told_zoneless:
            self._told_zoneless = True
            message = "no zone given: clock times could not be placed"
            self._note(words, "TL606", message)

    def _placed(self, words: Piece, fields: TimeFields, day: date | None) -> TimeFields:
        """The fields with their date."""
        if day is not None:  # told elsewhere, and so not assumed
            return evolve(fields.placed(day), assumed=fields.assumed)
        if not fields.has_date:
            return self._carried(words, fields)
        near = self.day or self._published
        placed = fields.placed(near, past=self.day is None)
        if "year" in placed.assumed and placed.year not in self._told_years:
            self._told_years.add(placed.year)
            message = f"{words.text!r} states no year: {placed.year} is assumed"
            self._note(words, "TL605", message)
        if (stated := placed.full_date) is not None:
            self.start(stated)
            self._clock = placed.clock
        return placed

    def _carried(self, words: Piece, fields: TimeFields) -> TimeFields:
        """A clock time on the day that runs, or the next where the clock went back.

        A line told late, after midnight, is of the day before.
        """
        if self.day is None and self._published is not None:
            self.day = self._published
            message = (
                f"{words.text!r} states no day: {self.day}, the day of publication,"
                " is assumed"
            )
            self._note(words, "TL613", message)
        clock, before = fields.clock, self._clock
        day = self.day
        if day is not None and clock is not None and before is not None:
            if self._rolled and clock - before > _DAY - _BACK:
                return fields.placed(self._moved(words, day, -_DAY, "day before"))
            if before - clock >= _BACK:
                day = self._moved(words, day, _DAY, "next day")
                self.day, self._rolled = day, True
        self._clock = before if clock is None else clock
        return fields.placed(day)

    def _moved(self, words: Piece, day: date, by: timedelta, named: str) -> date:
        """The day after or before; the day itself at the calendar's end."""
        try:
            moved = day + by
        except OverflowError:
            return day
        message = f"{words.text!r} is taken for the {named}, {moved}"
        self._note(words, "TL653", message)
        return moved

    def _told(self, words: Piece, how: Manner) -> Moment | None:
        """The one time that the words are, as prose tells it."""
        anchor = how.day or self.day or self._published
        found = find_times(words.text, published=anchor, zone=how.zone or "UTC")
        if len(found) != 1 or found[0].text != words.text:
            self._note(words, "TL655", f"{words.text!r} is no time, or more than one")
            return None
        for remark in found[0].remarks:
            if remark.kind == "day" and how.day is not None:
                continue  # told elsewhere, and so not assumed
            message = f"{words.text!r}: {remark.message}"
            self._note(words, _REMARKS[remark.kind], message)
        if how.zone is None:
            self._zoneless(words)
            return None
        moment = found[0].moment
        if moment is not None and how.day and Assumption.DAY in moment.assumed:
            assumed = (one for one in moment.assumed if one not in _DATE)
            moment = evolve(moment, assumed=tuple(assumed))
        return moment


def _moment(words: Piece, fields: TimeFields, how: Manner) -> Moment:
    stated, zone, fold = fields.stated(), how.zone, how.fold
    if fields.offset:
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
