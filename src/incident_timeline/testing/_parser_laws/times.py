"""Laws on times: nothing is taken from where the document doesn't say it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from attrs import evolve

from incident_timeline.model import Incident, Source
from incident_timeline.moments import Moment
from incident_timeline.parsers import Document
from incident_timeline.testing._parser_laws.claims import inside
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.subject import Asked, Subject, written
from incident_timeline.testing.check import Breach

__all__ = ["ASKED", "tells_zone"]

_ZONES: Final = ("Asia/Tokyo", "America/Denver")
_DAYS: Final = ("2019-02-05", "2022-07-09")
# What a text may name a zone by: names, abbreviations, offsets, counted seconds.
_ZONE: Final = re.compile(
    r"[A-Z][a-z]{2,20}/[A-Z]|\b[A-Z]{1,4}T\b|UTC|Zulu|[0-9]Z|\bZ\b"
    r"|[+\-−][0-9]{2}:[0-9]{2}|:[0-9]{2} ?[+\-−][0-9]{1,4}|[0-9]{10}"
)
_DAY: Final = timedelta(hours=26)  # the longest there is, and a little more
_WEEK: Final = 7
_SECONDS: Final = re.compile(r"[0-9]{9}")


def tells_zone(text: str) -> bool:
    """Whether a text names a zone or an offset, or counts seconds."""
    return _ZONE.search(text) is not None


def _moments(subject: Subject, document: Document) -> list[tuple[str, Moment]]:
    """Each moment with its place; not those of sources, which are no one's claims."""
    return [
        found
        for i, incident in enumerate(subject.read(document).incidents)
        for found in _of_incident(incident, f"incidents[{i}]")
    ]


def _of_incident(incident: Incident, where: str) -> Iterator[tuple[str, Moment]]:
    return inside(evolve(incident, sources=_untimed(incident)), Moment, where)


def _untimed(incident: Incident) -> Iterator[Source]:
    return (evolve(one, published=None) for one in incident.sources)


def _zone_not_guessed(subject: Subject, case: Case) -> Breach | None:
    bare = evolve(case.document, zone=None)
    others = [evolve(bare, zone=zone) for zone in _ZONES]
    return _guessed(subject, bare, others, "zone", lambda _: False)


def _day_not_guessed(subject: Subject, case: Case) -> Breach | None:
    bare = evolve(case.document, published=None)
    others = [evolve(bare, published=day) for day in _DAYS]
    return _guessed(subject, bare, others, "day", partial(_tells_day, bare.text))


def _guessed(
    subject: Subject,
    bare: Document,
    others: Sequence[Document],
    what: str,
    is_told: Callable[[Moment], bool],
) -> Breach | None:
    """A moment that hangs on what the document knows, and is bounded without it."""
    found = _moments(subject, bare)
    if all(moment.is_unknown for _, moment in found):
        return None
    first, second = (_moments(subject, one) for one in others)
    if not len(found) == len(first) == len(second):
        return None
    for (where, moment), (_, one), (_, other) in zip(found, first, second, strict=True):
        hangs = _bounds(one) != _bounds(other)
        if hangs and not moment.is_unknown and not is_told(moment):
            expected = f"{where} without bounds, since the document has no {what}"
            return Breach(expected=expected, seen=_bounds(moment), input=written(bare))
    return None


def _bounds(moment: Moment) -> str:
    return f"{moment.earliest_utc} to {moment.latest_utc}"


def _zone_stated(subject: Subject, case: Case) -> Breach | None:
    bare = evolve(case.document, zone=None)
    if tells_zone(bare.text):
        return None
    for where, moment in _moments(subject, bare):
        if moment.zone is not None and moment.zone not in bare.text:
            expected = f"{where} without bounds: neither text nor document has a zone"
            return Breach(expected=expected, seen=moment.zone, input=written(bare))
    return None


def _year_stated(subject: Subject, case: Case) -> Breach | None:
    bare = evolve(case.document, published=None)
    if _SECONDS.search(bare.text):
        return None
    for where, moment in _moments(subject, bare):
        bound = moment.earliest_utc or moment.latest_utc
        if bound is not None and not _tells(bare.text, bound.year):
            expected = f"{where} without bounds: neither text nor document has a year"
            return Breach(expected=expected, seen=str(bound.year), input=written(bare))
    return None


def _tells(text: str, year: int) -> bool:
    """Whether the text has the year, or one beside it that it can be counted from."""
    return any(
        f"{one:04}" in text or re.search(f"[^0-9:]{one % 100:02}(?![0-9:])", text)
        for one in (year - 1, year, year + 1)
    )


def _tells_day(text: str, moment: Moment) -> bool:
    """Whether the text itself has the year and, of a day, one within a week."""
    bound = moment.earliest or moment.latest
    if bound is None or not _tells(text, bound.year):
        return False
    if moment.width is None or moment.width > _DAY:
        return True
    numbers = {int(one) for one in re.findall("(?<![0-9])[0-9]{1,2}(?![0-9:])", text)}
    apart = (abs(bound.day - number) for number in numbers)
    return any(min(days, 31 - days) <= _WEEK for days in apart)


def _in_words(subject: Subject, case: Case) -> Breach | None:
    said = {case.document.text}
    for _, source in inside(subject.read(case.document), Source, "Parsed"):
        said.add(source.text)
    for where, moment in _moments(subject, case.document):
        for word in moment.text.split():
            if not any(word in text for text in said):
                expected = f"{where}.text {moment.text!r} in the document's words"
                return Breach(expected=expected, seen=f"no {word!r} there")
    return None


def _every(subject: Subject) -> tuple[Case, ...]:
    return subject.cases


ASKED: Final = (
    Asked("P31", _zone_not_guessed, _every),
    Asked("P32", _zone_stated, _every),
    Asked("P33", _day_not_guessed, _every),
    Asked("P34", _year_stated, _every),
    Asked("P35", _in_words, _every),
)
