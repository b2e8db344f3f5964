"""Laws on what is made of words: clock times, words of times, places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import zip_longest
from typing import Final

from attrs import frozen

from incident_timeline.model import Event
from incident_timeline.moments import Assumption, Moment, Precision, Qualifier
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.results import once
from incident_timeline.testing._parser_laws.subject import Asked, Subject, written
from incident_timeline.testing._parser_laws.times import tells_zone
from incident_timeline.testing.check import Breach

__all__ = ["ASKED"]

_CLOCKS: Final = (Precision.MINUTE, Precision.SECOND, Precision.INSTANT)
_MINUTE: Final = timedelta(minutes=1)
# What may be filled in while the dial of the clock stays as it is told.
_ASIDE: Final = frozenset(map(str, Assumption))
_NUMBER: Final = re.compile(r"\d{1,18}")
_LENGTH: Final = re.compile(r"(?i)(?:minute|hour|second|min|hr|sec)s?\b")
_WHOLE_HOUR: Final = 2  # digits of an hour alone
_HHMM: Final = 4  # digits of an hour and a minute
_TWELVE: Final = 12
_LEAP: Final = re.compile(r"[:.]60\b")
_TIME_WORD: Final = re.compile(
    r"(?i)\b(?:noon|mid-?(?:day|night)|morning|afternoon|evening|night|overnight|dawn"
    r"|dusk|sun(?:rise|set)|to(?:day|night|morrow)|yesterday|now|then|later|after"
    r"|before|when|while|during|until|since|earlier|ago|soon"
    r"|minutes?|hours?|days?|weeks?|months?|years?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
    r"|june|july|august|september|october|november|december"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)\b"
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    r"|\A(?:[01]\d|2[0-3])[0-5]\d(?=\s|\Z)"
)
_LINE_END: Final = re.compile(r"\\[nN]")  # the end of a line, as calendars write it


@frozen
class _Told:
    """An event that cites the document: its place in the result, and its words."""

    where: str
    event: Event
    quotes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def moments(self) -> Iterator[tuple[str, Moment]]:
        yield f"{self.where}.start", self.event.start
        if self.event.end is not None:
            yield f"{self.where}.end", self.event.end


def _told(subject: Subject, case: Case) -> Iterator[_Told]:
    """The events whose words are the document's own, and not those of data in it."""
    text = case.document.text
    for i, incident in enumerate(subject.read(case.document).incidents):
        whole = {one.id for one in incident.sources if one.text == text}
        sources = tuple(one.text for one in incident.sources)
        for j, event in enumerate(incident.events):
            cited = [one for one in event.citations if one.source_id in whole]
            if cited:
                quotes = tuple(one.quote for one in cited)
                yield _Told(f"incidents[{i}].events[{j}]", event, quotes, sources)


def _clock_told(subject: Subject, case: Case) -> Breach | None:
    for told in _told(subject, case):
        for where, moment in told.moments:
            words = (moment.text, *told.quotes)
            if _is_clock(moment) and not _is_said(moment, words):
                expected = f"{where} at a clock time of its words: {_listed(words)}"
                return Breach(expected=expected, seen=f"{moment.earliest:%H:%M}")
    return None


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(repr(one) for one in words if one)


def _is_clock(moment: Moment) -> bool:
    """Whether it is an exact clock time, of which no hour or minute is a guess."""
    width = moment.width
    return (
        moment.qualifier is Qualifier.EXACT
        and moment.precision in _CLOCKS
        and _ASIDE.issuperset(moment.assumed)
        and width is not None
        and width <= _MINUTE
    )


def _is_said(moment: Moment, words: tuple[str, ...]) -> bool:
    """Whether the digits of a clock time stand in its words, or words tell it."""
    own = words[0]
    if own.strip() and not _NUMBER.search(own):
        return True  # such as "noon"
    every = "\n".join(words)
    if not _NUMBER.search(every):
        return True  # another law asks for words
    if tells_zone(own or every) or tells_zone(moment.stated):
        return True  # the clock may be another's
    if _LENGTH.search(own) or _LEAP.search(every):
        return True
    local = moment.earliest
    return local is not None and any(
        _says(one, local.hour, local.minute) for one in words
    )


def _says(words: str, hour: int, minute: int) -> bool:
    hours = {hour, hour % _TWELVE, hour % _TWELVE or _TWELVE, hour or 2 * _TWELVE}
    runs = _NUMBER.findall(words)
    pairs = zip_longest(runs, runs[1:], fillvalue="0")
    return any(
        _is_time(run, hours, minute)
        or (
            len(run) <= _WHOLE_HOUR
            and int(run) in hours
            and (minute == 0 or int(after) == minute)
        )
        for run, after in pairs
    )


def _is_time(run: str, hours: set[int], minute: int) -> bool:
    """Whether digits are an hour and a minute, or hold both side by side."""
    if len(run) > _HHMM:
        return any(f"{hour:02}{minute:02}" in run for hour in hours)
    full = run.zfill(_HHMM)
    return int(full[:2]) in hours and int(full[2:]) == minute


def _has_words(subject: Subject, case: Case) -> Breach | None:
    for told in _told(subject, case):
        said = any(_tells_time(one) for one in told.quotes)
        for where, moment in told.moments:
            if not moment.is_unknown and not moment.text.strip() and not said:
                expected = f"{where}.text, or a quote that tells a time"
                seen = f"no words for {moment.earliest_utc} to {moment.latest_utc}"
                return Breach(expected=expected, seen=seen)
    return None


def _tells_time(words: str) -> bool:
    return bool(_NUMBER.search(words) or _TIME_WORD.search(words))


def _place_in_words(subject: Subject, case: Case) -> Breach | None:
    for told in _told(subject, case):
        place = told.event.place
        if place and not any(_holds(text, place) for text in told.sources):
            expected = f"{told.where}.place {place!r} in the words of a source"
            return Breach(expected=expected, seen="no such words there")
    return None


def _holds(text: str, place: str) -> bool:
    """Whether each word of a place stands there; case, space and marks aside."""
    held = _bare(_LINE_END.sub("", text))
    return all(_bare(word) in held for word in place.split())


def _bare(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _clock_read(subject: Subject, _: Case) -> Breach | None:
    clocks: list[tuple[Case, _Told]] = []
    for one in subject.samples:
        known = Case(document=one)
        for told in _told(subject, known):
            if any(not moment.is_unknown for _, moment in told.moments):
                return None
            is_whole = one.zone is not None and one.published is not None
            if is_whole and any(map(_CLOCK.search, told.quotes)):
                clocks.append((known, told))
    if not clocks:
        return None
    first, told = clocks[0]
    expected = f"{told.where}.start with bounds, since it cites {_listed(told.quotes)}"
    seen = "no time of any sample has any"
    return Breach(expected=expected, seen=seen, input=written(first.document))


def _every(subject: Subject) -> tuple[Case, ...]:
    return subject.cases


ASKED: Final = (
    Asked("P50", _clock_told, _every),
    Asked("P51", _has_words, _every),
    Asked("P52", _place_in_words, _every),
    Asked("P53", _clock_read, once, shrinks=False),
)
