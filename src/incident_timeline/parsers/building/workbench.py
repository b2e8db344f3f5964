"""Workbench: where a parser turns pieces of a text into records and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, TypeVar

from attrs import evolve, field, frozen

from incident_timeline.model import (
    Age,
    Citation,
    Draft,
    Event,
    Evidence,
    Finding,
    Investigation,
    Link,
    Participant,
    Party,
    Severity,
    Source,
)
from incident_timeline.moments import Moment, Qualifier, check_zone
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers._passages import passages
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building.dates import Dates, Manner
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.readings import reading
from incident_timeline.text.actors import Speakers
from incident_timeline.text.cues import Telling
from incident_timeline.text.lexicon import Lexicon, default_lexicon
from incident_timeline.vocabulary import AllenRelation, Force

__all__ = ["Workbench"]

R = TypeVar("R", Event, Party, Evidence, Investigation, Source, Link)
_UNKNOWN: Final = Moment.unknown()


@frozen
class _Same:
    """A lexicon, told apart from others by which one it is."""

    lexicon: Lexicon = field(eq=id)


@lru_cache(maxsize=8)
def _speakers(same: _Same) -> Speakers:
    return Speakers.of(same.lexicon)


class Workbench:
    r"""A document in the making of its incident: nobody counts characters or ids here.

    What is made of a piece cites it. What can't be used becomes a finding at its
    place. Times are read in the document's zone, and days that lines leave out are
    carried on from line to line.

    >>> bench = Workbench(Document("2013 UNIT12 arrived", published="2023-11-23",
    ...                            zone="Europe/London"))
    >>> line = next(bench.lines())
    >>> at = bench.time(line.cut(0, 4), "HHmm")
    >>> bench.event("arrival", at, quote=line).citations[0].quote
    '2013 UNIT12 arrived'
    >>> bench.parsed().findings[0].message
    "'2013' states no day: 2023-11-23, the day of publication, is assumed"
    """

    def __init__(self, document: Document, page: Page | None = None) -> None:
        self.document = document
        self.page = page or Page(document.text)
        self._dates = Dates(document.published, self.note)
        self._draft = Draft(zone=document.zone)
        self._findings: list[Finding] = []
        self._parties: dict[tuple[str, str, str], Party] = {}
        self._made = False
        self._last = Piece(self.page, 0, 0)
        self._about: dict[str, Any] = {}
        self._source = self._draft.source(
            self.page.text,
            title=document.title or document.name,
            publisher=document.publisher,
            url=document.url,
            published=self._published(),
        )

    def _published(self) -> Moment | None:
        day = self.document.published
        if day is None:
            return None
        return Moment.from_stated(day.isoformat(), zone=self.document.zone or "UTC")

    # What is read

    @property
    def day(self) -> date | None:
        """The day that clock times without a date are on; set it at a day's heading."""
        return self._dates.day

    @day.setter
    def day(self, day: date | None) -> None:
        self._dates.start(day)

    def lines(self) -> Iterator[Piece]:
        """The lines that hold more than white space, in their order."""
        for line in self.page.whole.lines():
            if line:
                self._last = line
                yield line

    def describe(
        self,
        *,
        id: str = "",  # noqa: A002  the field's own name
        title: str = "",
        jurisdiction: str = "",
    ) -> None:
        """Say what the incident itself is called; what is left out stays as it was."""
        told = {"id": id, "title": title, "jurisdiction": jurisdiction}
        self._about |= {name: value for name, value in told.items() if value}

    def time(
        self,
        words: Piece,
        *formats: str,
        day: date | None = None,
        zone: str | None = None,
        qualifier: str = Qualifier.EXACT,
        fold: int | None = None,
        reads: str | None = None,
    ) -> Moment:
        """The moment that some words mean; never an error for what they say.

        With *formats* (see :class:`TimeFormat`), the first that fits reads them; with
        none, :func:`~incident_timeline.text.find_times` does. A date that they leave
        out is *day*, else the day told last (a clock that goes back by six hours or
        more is of the next day), else the day of publication. Whatever is assumed, or
        no time, is a finding; what can't be placed is ``Moment.unknown(words)``.

        *zone* is in place of the document's; *qualifier* says how they are meant, such
        as ``about``; *fold* tells which of two equal clock times, 0 the first; *reads*
        is what the formats read in place of the words, such as ``0202`` for ``202``.

        Raises:
            InvalidMomentError: If a format is none.
            UnknownZoneError: If there is no such zone.
        """
        forms = tuple(map(TimeFormat, formats))
        where = zone or self.document.zone
        how = Manner(where, Qualifier(qualifier), fold, day, reads)
        if how.zone is not None:
            check_zone(how.zone)
        return self._dates.read(words.strip(), forms, how)

    def tellings(
        self, words: Piece, lexicon: Lexicon | None = None
    ) -> tuple[Telling, ...]:
        """What some words tell as fact by the cues of a lexicon, in their order.

        >>> bench = Workbench(Document("Shots were fired."))
        >>> [one.kind for one in bench.tellings(next(bench.lines()))]
        ['shots']
        """
        cues = lexicon or default_lexicon()
        speakers = _speakers(_Same(cues))
        found = passages(words.text, (), lexicon=cues, speakers=speakers)
        return tuple(told for passage in found for told in passage.facts)

    # What is made

    def cite(
        self, words: Piece, *, force: str = Force.STATED, attributed_to: str = ""
    ) -> Citation:
        """A citation of some words, without the white space around them.

        Raises:
            ValueError: If they are of another page than this bench's.
        """
        if words.page is not self.page:
            message = f"{words!r} is of another page, and can't be cited here"
            raise ValueError(message)
        words = words.strip()
        return Citation(
            source_id=self._source.id,
            quote=words.text,
            start=words.start,
            end=words.end,
            force=force,
            attributed_to=attributed_to,
        )

    def _cited(self, quote: Piece | Citation | None) -> tuple[Citation, ...]:
        if quote is None or not quote:
            return ()
        return (quote if isinstance(quote, Citation) else self.cite(quote),)

    def event(
        self,
        kind: str,
        start: Moment | None = None,
        *,
        quote: Piece | Citation | None,
        end: Moment | None = None,
        summary: str = "",
        place: str = "",
        who: Iterable[tuple[Party, str]] = (),
        part_of: Event | None = None,
    ) -> Event:
        """Make an event; *who* pairs each party with its role.

        Raises:
            InvalidRecordError: If *kind* or a role has not the shape of a term.
        """
        return self.add(
            Event(
                kind=kind,
                start=start or _UNKNOWN,
                end=end,
                summary=summary,
                place=place,
                participants=[
                    Participant(party_id=one.id, role=role) for one, role in who
                ],
                part_of_id=_id(part_of),
                citations=self._cited(quote),
            )
        )

    def party(
        self,
        name: str = "",
        *,
        description: str = "",
        kind: str = "person",
        age: Age | None = None,
        quote: Piece | Citation | None = None,
    ) -> Party:
        """The party of that kind and name, or description: made once, then the same."""
        key = (kind, name, description)
        if key not in self._parties:
            self._parties[key] = self.add(
                Party(
                    kind=kind,
                    name=name,
                    description=description,
                    age=age,
                    citations=self._cited(quote),
                )
            )
        return self._parties[key]

    def item(
        self,
        item_type: str,
        *,
        quote: Piece | Citation | None,
        status: str = "stated",
        description: str = "",
        event: Event | None = None,
    ) -> Evidence:
        """Make an item of evidence, recovered in *event* where one is given."""
        return self.add(
            Evidence(
                item_type=item_type,
                status=status,
                description=description,
                recovered=event.start if event else _UNKNOWN,
                event_id=_id(event),
                citations=self._cited(quote),
            )
        )

    def investigation(
        self,
        body: Party | None = None,
        *,
        quote: Piece | Citation | None,
        footing: str = "unknown",
        status: str = "unknown",
        opened: Moment | None = None,
        closed: Moment | None = None,
    ) -> Investigation:
        """Make an investigation by *body*."""
        return self.add(
            Investigation(
                body_id=_id(body),
                footing=footing,
                status=status,
                opened=opened or _UNKNOWN,
                closed=closed,
                citations=self._cited(quote),
            )
        )

    def link(
        self,
        event: Event,
        relation: str,
        other: Event,
        *,
        quote: Piece | None,
        least: timedelta | None = None,
        greatest: timedelta | None = None,
    ) -> Link:
        """Make a stated relation: *event* is ``after`` *other*."""
        return self.add(
            Link(
                event_id=event.id,
                relation=AllenRelation(relation),
                other_id=other.id,
                least=least,
                greatest=greatest,
                citations=self._cited(quote),
            )
        )

    def add(self, record: R) -> R:
        """Add a record made otherwise; one without an id is returned with it."""
        self._made = True
        return self._draft.add(record)

    # What could not be used

    def not_read(self, words: Piece, message: str = "can't be used") -> None:
        """Keep some words as finding TL652, with their line and column."""
        self.note(words, "TL652", message)

    def note(self, words: Piece, code: str, message: str) -> None:
        """Add a finding of this library's, by its code, on some words.

        Raises:
            KeyError: If there is no reading finding with that code.
        """
        kind = reading(code)
        self.finding(words, code, message, name=kind.name, severity=kind.severity)

    def finding(
        self,
        words: Piece,
        code: str,
        message: str,
        *,
        name: str,
        severity: str = Severity.MISSING,
    ) -> None:
        """Add a finding of one's own on some words; *code* is never one of ``TL``."""
        place = words.place
        last = words.page.place(words.end - 1).offset if words.end > words.start else -1
        end = max(place.offset, last + 1)
        self._findings.append(
            Finding(
                code=code,
                name=name,
                severity=Severity(severity),
                where=f"sources[0].text[{place.offset}:{end}]",
                message=message,
                raw=words.text,
                line=place.line,
                column=place.column,
                offset=place.offset,
            )
        )

    def failed(self, error: Exception) -> None:
        """Say that a parser stopped at the line handed out last, and why."""
        message = f"the parser stopped here: {type(error).__name__}: {error}"
        self.note(self._last, "TL654", message)

    def parsed(self) -> Parsed:
        """What was made and found; no incident, where no record was made."""
        if not self._made:
            return Parsed(findings=tuple(self._findings))
        incident = evolve(self._draft.incident(), **self._about)
        return Parsed((incident,), tuple(self._findings))


def _id(record: Event | Party | None) -> str | None:
    return None if record is None else record.id
