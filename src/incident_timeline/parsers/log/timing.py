"""Times of stamps: the day, zone and end of each, and what makes them doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from attrs import evolve, field, frozen

from incident_timeline.moments import Moment
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.log.stamps import UNREAD, Stamp
from incident_timeline.parsers.log.zoned import ZoneWord

__all__ = ["CLOCKS", "Run", "Times", "clock_of"]

CLOCKS: Final = ("HH:mm", "HH:mm:ss", "HHmm", "H:mm", "H:mm:ss")
"""Forms of a clock time inside an entry, or at the end of a range."""
_NUMERIC = re.compile(r"(?<![\d.:/-])(\d{1,2})[./-](\d{1,2})[./-]\d")
_MONTHS: Final = 12
_DAY: Final = timedelta(days=1)
_HALF: Final = timedelta(hours=12)
_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_WRAPS: Final = timedelta(hours=6)
_TWICE: Final = 2


@frozen
class Run:
    """How the stamps of a log follow each other.

    Attributes:
        newest_first: Whether those without dates go back from entry to entry.
        passes_midnight: Whether those do so across a midnight, under one heading.
        half_days: Whether hours have one digit, and none is above 12 or 0.
    """

    newest_first: bool
    passes_midnight: bool
    half_days: bool

    @classmethod
    def of(cls, lines: Iterable[Stamp | None]) -> Run:
        """That of stamps in their order; ``None`` is the heading of another day."""
        runs: list[list[timedelta]] = [[]]
        hours: list[timedelta] = []
        short = False
        for stamp in lines:
            clock = None if stamp is None else stamp.clock
            if stamp is None:
                runs.append([])
            if stamp is None or clock is None:
                continue
            hours.append(clock)
            short = short or _is_short(stamp)
            runs[-1].extend([] if stamp.is_dated else [clock])
        back, on, far = _steps(runs)
        newest = back >= _TWICE and back > on
        half = short and all(_HOUR <= one < _HALF + _HOUR for one in hours)
        return cls(newest, newest and far, half)


def _is_short(stamp: Stamp) -> bool:
    return "H:mm" in stamp.form.replace("HH", "")


def _steps(runs: Iterable[list[timedelta]]) -> tuple[int, int, bool]:
    """How often clocks go back and on, by the shorter way, and whether any far on."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    steps = [(later - one) % _DAY for one, later in pairs if one != later]
    back = sum(_goes_back(one, later) for one, later in pairs)
    far = any(later - one >= _WRAPS for one, later in pairs)
    return back, len(steps) - back, far


def clock_of(words: Piece) -> timedelta | None:
    """The clock time that some words are."""
    read = (TimeFormat(form).read(words.text) for form in CLOCKS)
    return next((fields.clock for fields in read if fields), None)


def _goes_back(one: timedelta, later: timedelta) -> bool:
    """Whether a clock goes back by hours, if need be across midnight."""
    step = (later - one) % _DAY
    return step > _HALF and (later < one or step > _DAY - _WRAPS)


@frozen
class Times:
    """Reads the times of stamps on a bench.

    Attributes:
        bench: Where they are read.
        ordered: Whether something says which of day and month comes first.
        run: How the stamps follow each other.
        declared: The zone that a heading says they are in.
        once: Adds a finding that is told once.
    """

    bench: Workbench
    ordered: bool
    run: Run
    declared: ZoneWord | None
    once: Callable[..., None]
    _last: list[Stamp] = field(factory=list)
    _counters: list[Stamp] = field(factory=list)

    def heading(self, words: Piece, *forms: str) -> Moment:
        """The day of a heading."""
        self._check_order(words)
        return self.bench.time(words, *forms)

    def span(self, stamp: Stamp) -> tuple[Moment, Moment | None]:
        """When an entry begins and, where its stamp is a range, ends."""
        if stamp.style == UNREAD:
            message = f"{stamp.words.text!r} is like a time, and can't be read as one"
            self.bench.not_read(stamp.words, message)
            return Moment.unknown(stamp.words.text), None
        if doubt := self._doubt(stamp):
            self.once(stamp.words, "TL679", f"{stamp.words.text!r}: {doubt}", doubt)
            return Moment.unknown(stamp.words.text), None
        if self.run.newest_first and not stamp.is_dated:
            self.bench.day = self.bench.day  # the clock goes back, not on
            message = "entries stand with the newest first; each is of the day above"
            self.once(stamp.words, "TL679", message)
        start = self._in_zone(stamp, stamp.words, stamp.form)
        return start, self._end(stamp, start)

    def inner(self, stamp: Stamp, words: Piece, at: Moment) -> Moment:
        """A clock time told in an entry, which is at or before its stamp."""
        day, clock = self._day_of(stamp, at), clock_of(words)
        if day is None or clock is None:
            return Moment.unknown(words.text)
        late = stamp.clock is not None and clock > stamp.clock
        return self._on(day - _DAY if late else day, words, at)

    def _day_of(self, stamp: Stamp, at: Moment) -> date | None:
        """The day of a stamp as it is written; none where it has an offset."""
        if at.is_unknown or stamp.form.endswith("Z"):
            return None
        return date.fromisoformat(at.stated[:10])

    def _on(self, day: date, words: Piece, at: Moment) -> Moment:
        """A clock time on a day, with whatever is assumed of another moment."""
        read = self.bench.time(words, *CLOCKS, day=day, zone=at.zone)
        return evolve(read, assumed=at.assumed)

    def _doubt(self, stamp: Stamp) -> str:
        """Why a clock time without a date is on no certain day, or is none."""
        if stamp.is_dated:
            self._last[:] = [stamp]
            return ""
        if self._counts(stamp):
            self._counters[:] = [stamp]
            return "it may count from a beginning, as cameras do"
        self._last[:] = [stamp]
        if self.run.passes_midnight:
            return "the newest entry stands first, and midnight was passed"
        return ""

    def _counts(self, stamp: Stamp) -> bool:
        """Whether it counts the time that went by, as cameras do from 00:00:00."""
        clock = stamp.clock
        if not stamp.has_seconds or clock is None:
            return False
        if self._counters:
            return True
        if not self._last:
            return clock < _MINUTE
        last = self._last[-1]
        before = last.clock
        far = before is not None and _HOUR <= before < _DAY - _HOUR
        return not last.has_seconds and far and clock < _HOUR

    def _in_zone(self, stamp: Stamp, words: Piece, *forms: str) -> Moment:
        """The moment of some words in the zone of their stamp, heading or document."""
        self._check_order(words)
        if self.run.half_days:
            message = f"{words.text!r} may be of the morning or of the evening"
            self.once(words, "TL615", message)
        mark = stamp.zone or self.declared
        if mark is None:
            return self.bench.time(words, *forms)
        at = self.bench.time(words, *forms, zone=mark.zone or None)
        zone = self.bench.document.zone
        if (mark.zone and mark.sure) or (zone and mark.fits(at, zone)):
            return at
        message = f"{mark.words.text!r} is not a zone word of {zone} at that time"
        self.once(mark.words, "TL617", message, mark.words.text)
        return Moment.unknown(
            words.through(mark.words).text if stamp.zone else words.text
        )

    def _end(self, stamp: Stamp, start: Moment) -> Moment | None:
        if stamp.until is None:
            return None
        day, clock = self._day_of(stamp, start), clock_of(stamp.until)
        gap = _DAY
        if day and clock is not None and stamp.clock is not None:
            gap = (clock - stamp.clock) % _DAY
            day += _DAY * (clock < stamp.clock)
        if day is None or gap > _HALF:
            message = f"{stamp.until.text!r} is no end of the range that it may end"
            self.bench.note(stamp.until, "TL655", message)
            return None
        end = self._on(day, stamp.until, start)
        return None if end.is_unknown else end

    def _check_order(self, words: Piece) -> None:
        """Tell once that an order of day and month is assumed."""
        found = None if self.ordered else words.search(_NUMERIC)
        if found is None:
            return
        one, two = (int(part.text) for part in found.groups())
        if one != two and max(one, two) <= _MONTHS:
            message = f"{words.text!r} may tell the day or month first"
            self.once(words, "TL616", message)
