"""Workbench: where a parser turns pieces of a text into records and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from incident_timeline.errors import shown
from incident_timeline.model import (
    Age,
    Citation,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Severity,
)
from incident_timeline.moments import Moment, Qualifier, check_zone
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building.dates import Dates, Manner
from incident_timeline.parsers.building.faults import as_day, as_piece, check_own_code
from incident_timeline.parsers.building.findings import Findings
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.building.records import R, Records
from incident_timeline.parsers.building.telling import facts
from incident_timeline.parsers.readings import Reading
from incident_timeline.vocabulary import AllenRelation, Force

if TYPE_CHECKING:  # slow to load, and needed only for prose
    from incident_timeline.text.cues import Telling
    from incident_timeline.text.lexicon import Lexicon

__all__ = ["Workbench"]

_UNKNOWN: Final = Moment.unknown()


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

    def __init__(
        self,
        document: Document,
        page: Page | None = None,
        *,
        readings: Iterable[Reading] = (),
        preamble: Piece | None = None,
        said: set[str] | None = None,
    ) -> None:
        """Begin with a document, or with one *page* of it.

        *readings* are kinds of findings of the parser's own, which :meth:`note` then
        knows; *preamble* is what stands in front of the document's first incident;
        *said* is shared by the benches of one document, so that what is said once is.
        """
        self.document = document
        self.page: Page = page or Page(document.text)
        self.preamble = preamble
        self._found = Findings(self.page, readings)
        said = set() if said is None else said
        self._dates = Dates(document.published, self.note, said)
        self._about: dict[str, Any] = {}
        self._used: dict[str, Piece] = {}
        self._records = Records(document.zone)
        self._source = self._records.source(self.page.text, document, self._published())

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
        self._dates.start(as_day(day))

    def lines(self) -> Iterator[Piece]:
        """The lines that hold more than white space, in their order."""
        for line in self.page.whole.lines():
            if line:
                self._found.touch(line)
                yield line

    def describe(
        self,
        *,
        id: str = "",  # noqa: A002  the field's own name
        title: str = "",
        jurisdiction: str = "",
    ) -> None:
        """Say what the incident itself is called; what is left out stays as it was.

        Raises:
            InvalidRecordError: If an incident can't have that id, or it is no text.
        """
        given = {"id": id, "title": title, "jurisdiction": jurisdiction}
        about = {name: value for name, value in given.items() if value}
        Incident(id=id, title=title, jurisdiction=jurisdiction)  # refuses what is none
        self._about |= about

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
            TypeError: If *words* are no piece.
            UnknownZoneError: If there is no such zone.
        """
        self._found.touch(as_piece(words, "what is read as a time"))
        forms = tuple(map(TimeFormat, formats))
        where = zone or self.document.zone
        how = Manner(where, Qualifier(qualifier), fold, as_day(day), reads)
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
        return facts(as_piece(words, "what is told").text, lexicon)

    # What is made

    def cite(
        self, words: Piece, *, force: str = Force.STATED, attributed_to: str = ""
    ) -> Citation:
        """A citation of some words, without the white space around them.

        Raises:
            TypeError: If they are no piece.
            ValueError: If they are of another page than this bench's.
        """
        if as_piece(words, "a quote").page is not self.page:
            message = f"{words!r} is of another page, and can't be cited here"
            raise ValueError(message)
        self._found.touch(words)
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
        if isinstance(quote, Citation):
            return (quote,)
        if quote is None or not as_piece(quote, "a quote"):
            return ()
        return (self.cite(quote),)

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
            TypeError: If what is named is no party, event or piece; likewise below.
            ValueError: If it was made on another bench; likewise below.
        """
        return self.add(
            Event(
                kind=kind,
                start=start or _UNKNOWN,
                end=end,
                summary=summary,
                place=place,
                participants=[
                    Participant(party_id=self._records.id_of(one, Party), role=role)
                    for one, role in who
                ],
                part_of_id=self._event_id(part_of),
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
        key: str = "",
    ) -> Party:
        """The party of that kind, name and description; made anew without a name.

        *key* tells parties apart in place of that, such as ``caller`` for one without
        a name who is told of again.

        Of a party that was made before, *quote* is another citation, and *age* is
        taken where none was told; an age that differs is finding TL652.
        """
        one = self._records.party(
            Party(
                kind=kind,
                name=name,
                description=description,
                age=age,
                citations=self._cited(quote),
            ),
            key,
        )
        known = self._records.age(one)
        if age and known and known != (age.least, age.greatest):
            where = quote if isinstance(quote, Piece) else self._found.last
            self.not_read(where, f"tells another age of {shown(name)} than before")
        return one

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
                event_id=self._event_id(event),
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
                body_id=None if body is None else self._records.id_of(body, Party),
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
                event_id=self._records.id_of(event, Event),
                relation=AllenRelation(relation),
                other_id=self._records.id_of(other, Event),
                least=least,
                greatest=greatest,
                citations=self._cited(quote),
            )
        )

    def _event_id(self, event: Event | None) -> str | None:
        return None if event is None else self._records.id_of(event, Event)

    def add(self, record: R) -> R:
        """Add a record made otherwise; one without an id is returned with it.

        One that refers to what is not there in the end is left out, as finding TL654.

        Raises:
            InvalidRecordError: If another record has its id.
        """
        made = self._records.add(record)
        self._used[made.id] = self._found.last
        return made

    # What could not be used

    def not_read(self, words: Piece, message: str = "can't be used") -> None:
        """Keep some words as finding TL652, with their line and column."""
        self.note(words, "TL652", message)

    def note(self, words: Piece, code: str, message: str) -> None:
        """Add a finding of this library's or of the parser's *readings*, by its code.

        Raises:
            UnknownReferenceError: If there is no reading finding with that code.
        """
        self._found.note(words, code, message)

    def finding(
        self,
        words: Piece,
        code: str,
        message: str,
        *,
        name: str,
        severity: str = Severity.MISSING,
    ) -> None:
        """Add a finding of one's own on some words; *code* is never one of ``TL``.

        Raises:
            InvalidRecordError: If *code* is, or is not as ``LOG001``.
        """
        check_own_code(code, "Finding")
        self._found.add(words, code, message, name, severity)

    def failed(self, error: Exception) -> None:
        """Say why a parser stopped, at the line that was handed out or used last."""
        self._found.failed(error)

    def parsed(self) -> Parsed:
        """What was made and found; no incident, where no record was made."""
        for id_, reason in self._records.drop_dangling():
            message = f"record {id_} is left out: {reason}"
            self._found.note(self._used.get(id_, self._found.last), "TL654", message)
        findings = tuple(self._found.all)
        if not self._records.any_told:
            return Parsed(findings=findings)
        return Parsed((self._records.incident(self._about),), findings)
