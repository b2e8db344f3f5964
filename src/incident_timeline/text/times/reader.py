"""A reader who walks through a text once, and keeps what was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import define, evolve

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info
from incident_timeline.text.times.ahead import (
    day_ahead,
    is_of_week_before,
    settle_order,
    take_year,
)
from incident_timeline.text.times.beside import (
    is_biography,
    is_hearing,
    is_lead,
    is_speech,
)
from incident_timeline.text.times.calendar import add_days
from incident_timeline.text.times.counting import count
from incident_timeline.text.times.events import EventTimes, Known
from incident_timeline.text.times.lexemes import lowered, plain
from incident_timeline.text.times.offsets import (
    Anchor,
    count_from,
    is_clocked,
    is_vague,
)
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.phrases import phrases
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.reading import Reading, unplaced
from incident_timeline.text.times.resolve import resolve
from incident_timeline.text.times.standing import Layout, Standing
from incident_timeline.text.times.told import Told
from incident_timeline.text.times.zoned import zoned

__all__ = ["read"]

_ENDS = re.compile(r"[.!?]['\")]{0,2}\s|\n\s{0,4}\n")
_SENTENCE = 400
_INCIDENT = re.compile(r"\b(?:the|this)\s{1,3}(?:incident|event|occurrence)\b")
_NOON = 12
_SMALL_HOURS = 6
_LONG_PAST = 2
_WEEK = timedelta(days=7)
_EARLY = frozenset({"early", "small", "wee"})
_GENERAL = re.compile(r"\s{0,3}(?:any|each|every|the\s\w{2,12}\sof\san?)\s")
_POLICY = re.compile(
    r"\b(?:should|must|shall|may|can|ha(?:s|ve)\sto|required|obliged|usually"
    r"|normally|typically|aims?\sto|always|requires|polic(?:y|ies)|guidance)\b"
)
_DUTY = re.compile(r"\b(?:duty|asked|expected|requested)\sto\b")


@define
class _Found:
    phrase: Phrase
    standing: Standing
    reading: Reading
    moment: Moment | None


Read = tuple[int, int, Reading, Moment | None, Standing]


def read(text: str, published: date | None, zone: str) -> Iterator[Read]:
    """Each expression of *text*: its place, its reading, its moment, its standing."""
    found = _Walk(text, published, zone).found
    for each in found:
        phrase = each.phrase
        if phrase.offset is not None and _is_no_time(phrase, phrase.offset, each):
            continue
        yield phrase.start, phrase.end, each.reading, each.moment, each.standing


class _Walk:
    def __init__(self, quoted: str, published: date | None, zone: str) -> None:
        text = plain(quoted)
        low = lowered(text)
        self.quoted, self.text, self.low, self.zone = quoted, text, low, zone
        self.told = Told(published, zone)
        self.found: list[_Found] = []
        month_first = zone.startswith(("America/", "US/"))
        self.written = list(phrases(text, low, month_first=month_first))
        settle_order(self.written)
        self.told.uses_24_hours = any(map(_counts_to_24, self.written))
        layout = Layout(low)
        waiting: list[tuple[_Found, Offset]] = []
        for index, phrase in enumerate(self.written):
            each = self._read(index, layout.standing(phrase))
            self.found.append(each)
            if each.reading.how == "event" and phrase.offset is not None:
                waiting.append((each, phrase.offset))
        if waiting:
            self._count_from_events(waiting)

    def _read(self, index: int, standing: Standing) -> _Found:
        phrase, told, place = self.written[index], self.told, standing.place
        told.enter(place.paragraph)
        between = self.low[told.end : phrase.start] if told.end >= 0 else ""
        if told.aside and _ENDS.search(between[:_SENTENCE] if between else ""):
            told.aside = None
        if phrase.offset is not None:
            reading = (
                unplaced("a count of time from when it was read")
                if standing.is_update and not phrase.offset.told
                else count(phrase, phrase.offset, told, place, between)
            )
        else:
            self._look_ahead(index, place)
            reading = resolve(phrase, told, place)
        each = _Found(phrase, standing, reading, None)
        self._build(each)
        if each.moment is not None:
            _say_what_was_assumed(phrase, reading)
            if phrase.offset is None or not _is_no_time(phrase, phrase.offset, each):
                self._tell(each)
        elif reading.day is not None and phrase.has_date:  # its clock time can't be
            told.tell_day(reading.day, place.paragraph, firm=True)
        return each

    def _build(self, each: _Found) -> None:
        reading, phrase = each.reading, each.phrase
        if not reading.stated:
            return
        word = phrase.zone or (phrase.until.zone if phrase.until else "")
        try:
            zone, fold, said = zoned(word, reading.clock, self.zone)
            each.moment = Moment.from_stated(
                reading.stated,
                zone=zone,
                qualifier=reading.qualifier,
                part=reading.part if reading.part and not reading.clock else None,
                text=self.quoted[phrase.start : phrase.end],
                assumed=reading.assumed,
                fold=fold,
            )
        except InvalidMomentError as error:
            reading.remark("impossible", str(error))
            return
        if said:
            reading.remark("zone", said)
        if zone != self.zone and each.moment.earliest_utc is not None:
            local = each.moment.earliest_utc.astimezone(zone_info(self.zone))
            reading.day, reading.clock = local.date(), local.replace(tzinfo=None)

    def _look_ahead(self, index: int, place: Place) -> None:
        """Give a first clock time its day, and a month its year, from what follows."""
        phrase, told = self.written[index], self.told
        if phrase.month is not None and index + 1 < len(self.written):
            next_one = self.written[index + 1]
            take_year(phrase, next_one, self.low[phrase.end : next_one.start][:8])
        phrase.passed = is_of_week_before(phrase, self.written[index + 1 : index + 3])
        dated = phrase.has_date or (phrase.until is not None and phrase.until.has_date)
        if told.day is not None or dated or phrase.clock is None:
            return
        day = day_ahead(
            self.low, self.written[index + 1 : index + 6], phrase.end, told, place
        )
        if day is not None:
            told.tell_day(day, place.paragraph, firm=False)

    def _tell(self, each: _Found) -> None:
        told, reading, phrase = self.told, each.reading, each.phrase
        standing, day = each.standing, each.reading.day
        told.value, told.end = reading.stated, phrase.end
        if phrase.turn is not None and phrase.turn.unit == "span":
            return
        if day is None:
            told.year, told.month = _year_and_month(reading.stated)
            return
        is_head = standing.is_heading or standing.is_dateline or standing.is_title
        if self._tell_issued(phrase, reading, day, standing, is_head=is_head):
            return
        if phrase.weekday is not None:
            told.weekdays[phrase.weekday] = day
        if self._is_aside(phrase, day, standing, is_head=is_head):
            stays = day > told.published if told.published else False
            stays = stays or phrase.turn is not None or phrase.offset is not None
            told.aside = day if stays and not is_head else told.aside
            return
        told.aside = None
        if self._is_beside(phrase, day, standing):
            return
        clock = reading.clock
        place = standing.place
        before = told.day is not None and day < told.day and place.is_past_perfect
        firm = standing.is_heading or (clock is not None and not before)
        passing = before or (not firm and place.is_aftermath)
        told.tell_day(day, place.paragraph, firm=firm, passing=passing)
        told.is_lead = _is_lead(phrase, reading, place)
        if clock is not None:
            told.tell_clock(reading.over or clock, "", vague=is_vague(reading))
        elif phrase.part or phrase.edge == "late":
            told.tell_clock(None, phrase.part or "night", vague=False)

    def _tell_issued(
        self,
        phrase: Phrase,
        reading: Reading,
        day: date,
        standing: Standing,
        *,
        is_head: bool,
    ) -> bool:
        """Note when the text or a part of it was issued; whether that is all."""
        told, paragraph = self.told, standing.place.paragraph
        if (told.published is None and is_head) or standing.is_update:
            told.published = day
        if standing.is_update:
            told.begin_again(day, paragraph)
            told.stamp = reading.clock
            return True
        if standing.is_alone and reading.clock and phrase.year and told.published:
            told.spoken = min(day, told.published)
        if standing.is_heading and standing.place.issued and reading.clock:
            told.spoken = day
            told.tell_day(day, paragraph, firm=False)
            return True
        return False

    def _is_aside(
        self, phrase: Phrase, day: date, standing: Standing, *, is_head: bool
    ) -> bool:
        """Whether a day is the document's own, still to come, or before the story."""
        told, turn, offset = self.told, phrase.turn, phrase.offset
        if told.aside is not None and not phrase.has_date:
            return True
        if told.published is not None:
            own = is_head and phrase.day is not None
            if day > told.published or (own and day == told.published):
                return True
        earlier = phrase.edge == "earlier" and phrase.clock is None
        if turn is not None and turn.told and (turn.count < 0 or earlier):
            return True  # "the day before", "earlier that evening"
        if offset is not None and offset.told and offset.way < 0:
            return not is_clocked(offset)
        far = told.day is not None and (told.day - day).days > 1
        return far and _is_before(phrase, day, told, standing.place)

    def _is_beside(self, phrase: Phrase, day: date, standing: Standing) -> bool:
        """Whether a day is that of a statement, of a hearing or of a person's past."""
        told, place = self.told, standing.place
        if not phrase.has_date or standing.is_heading or phrase.offset is not None:
            return False
        hearing = is_hearing(place)
        if not (hearing or is_speech(phrase, place)):
            base = told.day or told.published
            far = base is not None and (base - day).days > _LONG_PAST
            if phrase.clock is not None or not (
                far and (is_biography(place) or place.is_another)
            ):
                return False
        told.tell_beside(day, place.paragraph, holds=hearing)
        return True

    def _count_from_events(self, waiting: list[tuple[_Found, Offset]]) -> None:
        """Read what counts from an occurrence, now that all times are known."""
        times = _anchors(self.found, self.told.published)
        asked = [offset.event for _, offset in waiting]
        events = EventTimes(self.text, self.low, times, asked)
        for each, offset in waiting:
            clocked = is_clocked(offset)
            anchor = events.find(offset.event, each.phrase.start, clock=clocked)
            if self.told.onset is not None and _INCIDENT.search(offset.event):
                anchor = Anchor(self.told.onset.date(), self.told.onset)
            if anchor is None:
                each.reading = unplaced(f"no time is told of{offset.event}")
                continue
            each.reading = self._from_event(each, offset, anchor)
            self._build(each)

    def _from_event(self, each: _Found, offset: Offset, anchor: Anchor) -> Reading:
        phrase = each.phrase
        if not offset.own:
            return count_from(phrase, offset, anchor, "event", self.zone)
        day = anchor.day
        late = phrase.part == "night" and phrase.clock is None
        if late and anchor.clock is not None and anchor.clock.hour < _SMALL_HOURS:
            day = add_days(day, -1) or day
        dated = evolve(phrase, offset=None, year=day.year, month=day.month, day=day.day)
        reading = resolve(dated, self.told, each.standing.place)
        reading.how, reading.assumed = "event", ("year", "month", "day")
        return reading


def _is_no_time(phrase: Phrase, offset: Offset, each: _Found) -> bool:
    """Whether words only order what they stand beside, or tell of how things are done.

    "In two hours" is how long something took, unless it tells of what will be.
    """
    place = each.standing.place
    if offset.ahead:
        return not (place.future or place.will_be)
    if not offset.bound and not (offset.event and phrase.qualifier == "by"):
        return False
    general = _GENERAL.match(offset.event) or _POLICY.search(place.head)
    if not offset.event:
        general = general or _DUTY.search(place.head)
    return each.moment is None or general is not None


def _is_before(phrase: Phrase, day: date, told: Told, place: Place) -> bool:
    """Whether an earlier day is of another matter, or of what had been before."""
    if place.is_background and (told.is_begun or place.is_another):
        return True
    base = told.day or day
    near = phrase.clock is not None and base - day <= _WEEK
    return place.is_past_perfect and told.is_begun and not near


def _is_lead(phrase: Phrase, reading: Reading, place: Place) -> bool:
    """Whether a day is told by how its small hours, or its morning, ended a story."""
    if not phrase.has_date or phrase.offset is not None:
        return False
    if reading.clock is not None:
        small = reading.clock.hour < _SMALL_HOURS
    else:
        small = reading.part == "morning" and phrase.edge in _EARLY
    return small and is_lead(phrase, place)


def _say_what_was_assumed(phrase: Phrase, reading: Reading) -> None:
    if reading.how == "year":
        reading.remark("year", f"states no year: {reading.stated[:4]} is assumed")
    if reading.how == "publication" and phrase.clock and not phrase.has_date:
        reading.remark("day", f"states no day: {reading.stated[:10]} is assumed")


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
        anchor = Anchor(day, clock, is_vague(each.reading))
        times.append((each.phrase.start, each.phrase.end, anchor))
    return times


def _is_own(each: _Found, published: date | None) -> bool:
    """Whether a time is the day of publication, as it heads a document."""
    standing, reading = each.standing, each.reading
    heads = standing.is_heading or standing.is_dateline or standing.is_title
    return heads and reading.day == published and each.phrase.day is not None


def _counts_to_24(phrase: Phrase) -> bool:
    clock = phrase.clock
    if clock is None or clock.name:
        return False
    return clock.half == "24" or (clock.hour > _NOON and not clock.half)


def _year_and_month(value: str) -> tuple[int | None, int | None]:
    year = int(value[:4])
    month = int(value[5:7]) if len(value) == len("2023-11") else None
    return year, month
