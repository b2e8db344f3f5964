"""A reader who walks through a text once, and keeps what was told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from attrs import define, evolve

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Moment
from incident_timeline.text.times.events import EventTimes, Known
from incident_timeline.text.times.lexemes import lowered
from incident_timeline.text.times.offsets import count_from
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.phrases import phrases
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.reading import Reading
from incident_timeline.text.times.resolve import resolve
from incident_timeline.text.times.standing import Layout, Standing
from incident_timeline.text.times.time_words import UNITS
from incident_timeline.text.times.told import Told
from incident_timeline.text.times.zoned import zone_and_fold

__all__ = ["read"]

_APPOSED = {",", ", ", " (", " - ", " – "}
_NEAR = 200
_NOON = 12


@define
class _Found:
    phrase: Phrase
    standing: Standing
    reading: Reading
    moment: Moment | None


Read = tuple[int, int, Reading, Moment | None, Standing]


def read(text: str, published: date | None, zone: str) -> Iterator[Read]:
    """Each expression of *text*: its place, its reading, its moment, its standing."""
    low = lowered(text)
    found = _Walk(text, low, published, zone).found
    for each in found:
        phrase = each.phrase
        yield phrase.start, phrase.end, each.reading, each.moment, each.standing


class _Walk:
    def __init__(self, text: str, low: str, published: date | None, zone: str) -> None:
        self.low, self.zone, self.text = low, zone, text
        self.told = Told(published)
        self.found: list[_Found] = []
        month_first = zone.startswith(("America/", "US/"))
        self.written = list(phrases(text, month_first=month_first))
        self.told.uses_24_hours = any(map(_counts_to_24, self.written))
        layout = Layout(text, low)
        waiting: list[tuple[_Found, Offset]] = []
        for index, phrase in enumerate(self.written):
            each = self._read(index, layout.standing(phrase))
            self.found.append(each)
            if each.reading.how == "event" and phrase.offset is not None:
                waiting.append((each, phrase.offset))
        if waiting:
            self._count_from_events(waiting)

    def _read(self, index: int, standing: Standing) -> _Found:
        phrase = self.written[index]
        if phrase.offset is not None:
            reading = self._count(phrase, phrase.offset, standing)
        else:
            self._look_ahead(index, standing.place)
            reading = resolve(phrase, self.told, standing.place)
        each = _Found(phrase, standing, reading, None)
        self._build(each)
        if each.moment is not None:
            self._tell(phrase, reading, standing)
        return each

    def _build(self, each: _Found) -> None:
        reading, phrase = each.reading, each.phrase
        if not reading.stated:
            return
        zone, fold = zone_and_fold(phrase.zone, reading.clock, self.zone)
        try:
            each.moment = Moment.from_stated(
                reading.stated,
                zone=zone,
                qualifier=reading.qualifier,
                part=reading.part if reading.part and not reading.clock else None,
                text=self.text[phrase.start : phrase.end],
                assumed=reading.assumed,
                fold=fold,
            )
        except InvalidMomentError as error:
            reading.problem = str(error)

    def _look_ahead(self, index: int, place: Place) -> None:
        """Give the first clock time the day that its own sentence tells after it."""
        phrase, told = self.written[index], self.told
        if told.day is not None or phrase.has_date or phrase.clock is None:
            return
        for following in self.written[index + 1 : index + 4]:
            between = self.low[phrase.end : min(following.start, phrase.end + _NEAR)]
            if len(between) == _NEAR or ". " in between or "\n" in between:
                return
            if following.has_date and following.offset is None:
                day = resolve(following, told, place).day
                if day is not None:
                    told.tell_day(day, place.paragraph, firm=False)
                return

    def _tell(self, phrase: Phrase, reading: Reading, standing: Standing) -> None:
        told, day = self.told, reading.day
        told.value, told.end = reading.stated, phrase.end
        if day is None:
            told.year, told.month = _year_and_month(reading.stated)
            return
        is_head = standing.is_heading or standing.is_dateline or standing.is_title
        if (told.published is None and is_head) or standing.is_update:
            told.published = day
        if self._is_aside(phrase, day, standing, is_head=is_head):
            return
        clock = reading.clock
        told.tell_day(
            day, standing.place.paragraph, firm=clock is not None or standing.is_heading
        )
        if clock is not None:
            told.clock, told.part = clock, ""
        elif phrase.part:
            told.clock, told.part = None, phrase.part

    def _is_aside(
        self, phrase: Phrase, day: date, standing: Standing, *, is_head: bool
    ) -> bool:
        """Whether a day is the document's own, still to come, or before the story."""
        told, turn, offset = self.told, phrase.turn, phrase.offset
        if told.published is not None:
            own = is_head and phrase.day is not None and phrase.clock is None
            if day > told.published or (own and day == told.published):
                return True
        if turn is not None and turn.told and turn.count < 0:  # "the day before"
            return True
        if offset is not None and offset.told and offset.way < 0:
            return not _is_clocked(offset)
        was = told.day is not None and standing.place.is_past_perfect
        return was and told.day is not None and (told.day - day).days > 1

    def _count(self, phrase: Phrase, offset: Offset, standing: Standing) -> Reading:
        told = self.told
        clocked = _is_clocked(offset)
        if phrase.clock is not None or phrase.has_date:
            return self._count_from_stated(phrase, offset, standing)
        if (
            self.low[told.end : phrase.start] in _APPOSED
            and 0 <= told.end < phrase.start
        ):
            whole = (
                "T" in told.value if clocked else len(told.value) == len("2023-11-23")
            )
            if whole and "/" not in told.value:
                return Reading(
                    told.value, how="apposition", day=told.day, clock=told.clock
                )
        if offset.event:
            return Reading(how="event")
        base = told.day_at(standing.place.paragraph) if offset.told else None
        day = base if offset.told else told.published or told.day
        if day is None:
            problem = "a count of time needs a time that it starts from"
            return Reading(problem=problem, how="nothing")
        how = "previous mention" if base else "publication"
        clock = told.clock if base and told.clock is not None and offset.told else None
        return count_from(phrase, offset, (clock.date() if clock else day, clock), how)

    def _count_from_stated(
        self, phrase: Phrase, offset: Offset, standing: Standing
    ) -> Reading:
        """Read "ten minutes before 9pm", or "two days later, at 9pm"."""
        told = self.told
        base = resolve(evolve(phrase, offset=None), told, standing.place)
        if base.day is None or (phrase.has_date and not offset.awaits):
            return base
        if offset.awaits:
            counted = count_from(phrase, offset, (base.day, base.clock), base.how)
            counted.assumed = base.assumed
            return counted
        moved = count_from(phrase, offset, (base.day, None), "previous mention")
        if moved.day is None or base.clock is None:
            problem = moved.problem or "a clock time needs its day"
            return Reading(problem=problem, how="nothing")
        base.stated, base.day = f"{moved.day}{base.stated[10:]}", moved.day
        base.clock = datetime.combine(moved.day, base.clock.time())
        return base

    def _count_from_events(self, waiting: list[tuple[_Found, Offset]]) -> None:
        """Read what counts from an occurrence, now that all times are known."""
        events = EventTimes(
            self.text, self.low, _anchors(self.found, self.told.published)
        )
        for each, offset in waiting:
            anchor = events.find(
                offset.event, each.phrase.start, clock=_is_clocked(offset)
            )
            if anchor is None:
                each.reading.problem = f"no time is told of{offset.event}"
                each.reading.how = "nothing"
                continue
            each.reading = count_from(each.phrase, offset, anchor, "event")
            self._build(each)


def _is_clocked(offset: Offset) -> bool:
    return UNITS[offset.unit][0] == "seconds"


def _anchors(found: list[_Found], published: date | None) -> list[Known]:
    """Each time found but the document's own day, which no occurrence is told of.

    A day that the next mention makes a clock time is that time.
    """
    times: list[Known] = []
    for index, each in enumerate(found):
        day, clock = each.reading.day, each.reading.clock
        if each.moment is None or day is None or _is_own(each, published):
            continue
        following = found[index + 1].reading if index + 1 < len(found) else None
        if clock is None and following is not None and following.day == day:
            clock = following.clock
        times.append((each.phrase.start, each.phrase.end, (day, clock)))
    return times


def _is_own(each: _Found, published: date | None) -> bool:
    """Whether a time is the day of publication, as it heads a document."""
    standing, reading = each.standing, each.reading
    heads = standing.is_heading or standing.is_dateline or standing.is_title
    return heads and reading.clock is None and reading.day == published


def _counts_to_24(phrase: Phrase) -> bool:
    clock = phrase.clock
    if clock is None or clock.name:
        return False
    return clock.half == "24" or (clock.hour > _NOON and not clock.half)


def _year_and_month(value: str) -> tuple[int | None, int | None]:
    year = int(value[:4])
    month = int(value[5:7]) if len(value) == len("2023-11") else None
    return year, month
