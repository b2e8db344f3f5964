"""An account: a text, and what it tells."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from incident_timeline.model import Citation, Event, Incident, Source
from incident_timeline.moments import Moment
from incident_timeline.parsers import Document

__all__ = ["Account", "ToldEvent"]


@frozen(kw_only=True)
class ToldEvent:
    """An event as an account tells it in full.

    Attributes:
        kind: The kind of event.
        moment: When, as far as the account says; unknown where it doesn't.
        start: Where its sentence, line or row begins in the text.
        end: Where that ends, without the line's end.
        place: Where, as far as a table says.

    >>> ToldEvent(kind="shots", moment=Moment.unknown(), start=0, end=17).kind
    'shots'
    """

    kind: str
    moment: Moment
    start: int
    end: int
    place: str = ""


@frozen(kw_only=True)
class Account:
    """A text, and what it tells.

    Attributes:
        text: The text.
        published: The day on which it appeared.
        zone: The zone in which it speaks.
        events: What it tells as fact, each once, in its order.
        name: What its file would be called; empty for prose.

    >>> account = Account(text="Shots were fired.", published=date(2024, 5, 4),
    ...     zone="Europe/London", events=(
    ...         ToldEvent(kind="shots", moment=Moment.unknown(), start=0, end=17),))
    >>> account.document.zone
    'Europe/London'
    >>> account.incident.events[0].citations[0].quote
    'Shots were fired.'
    """

    text: str
    published: date
    zone: str
    events: tuple[ToldEvent, ...]
    name: str = ""

    @property
    def document(self) -> Document:
        """The text as a parser takes it."""
        return Document(
            self.text, name=self.name, published=self.published, zone=self.zone
        )

    @property
    def incident(self) -> Incident:
        """What a parser should make of it: kinds, times, places and quotes."""
        published = Moment.on(self.published, zone=self.zone)
        source = Source(
            id="s1",
            published=published,
            text=self.text,
            sha256=Source.digest(self.text),
        )
        return Incident(events=map(self._event, self.events), sources=(source,))

    def _event(self, told: ToldEvent) -> Event:
        cited = Citation(
            source_id="s1",
            quote=self.text[told.start : told.end],
            start=told.start,
            end=told.end,
        )
        return Event(
            kind=told.kind, start=told.moment, place=told.place, citations=(cited,)
        )
