"""Narrative: a plain account in prose, as a press release tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from incident_timeline.model import Citation, Event, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info
from incident_timeline.serialisers._escape import plain
from incident_timeline.serialisers.base import Serialised
from incident_timeline.serialisers.narrative._losses import narrative_losses
from incident_timeline.serialisers.narrative._notes import Notes, byline
from incident_timeline.serialisers.narrative._people import Cast
from incident_timeline.serialisers.narrative._sentences import (
    Sentences,
    connective,
    finished,
)
from incident_timeline.serialisers.narrative._templates import GRAVEST
from incident_timeline.serialisers.narrative._times import Clock, Times, until
from incident_timeline.timeline import solve
from incident_timeline.vocabulary import Force

__all__ = ["NARRATIVE", "NarrativeSerialiser"]

_CONTRADICTED = (
    "What is stated of times and order contradicts itself: events follow as recorded."
)
_FIRM = (Force.STATED, Force.CONFIRMED)
# A paragraph ends after so many events, or where another day begins.
_LONGEST = 5


@frozen(kw_only=True)
class NarrativeSerialiser:
    """Writes an account in prose: title, byline, lead, what happened, notes.

    One sentence an event, in the computed order, or as recorded where what is stated
    contradicts itself. Times are as vague as they are stated, in one zone that is
    named once; who says so, and how firmly, is kept. The parser for press releases
    reads the account back.

    Attributes:
        clock: How times of day are written: ``24h`` ("20:30") or ``12h`` ("8.30pm").

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(title="Mill Lane", zone="Europe/London")
    >>> man = draft.party("a man")
    >>> shots = draft.event("shots", Moment.shortly_before(
    ...     "2023-11-23T21:00", zone="Europe/London"))
    >>> death = draft.event("death_pronouncement", "2023-11-23T21:30",
    ...                     who=[(man, "affected_person")])
    >>> print(NARRATIVE.serialise(draft.incident()).text)
    Mill Lane
    <BLANKLINE>
    A man was pronounced dead on Thursday 23 November 2023.
    <BLANKLINE>
    Shortly before 21:00 on Thursday 23 November 2023, shots were fired. At 21:30, the man was pronounced dead.
    <BLANKLINE>
    Notes to editors
    <BLANKLINE>
    All times are local (Europe/London).
    <BLANKLINE>
    """  # noqa: E501  a paragraph is one line

    name: str = "narrative"
    suffix: str = ".txt"
    media_type: str = "text/plain"
    clock: Clock = "24h"

    def serialise(self, incident: Incident) -> Serialised:
        """Write the account; no word of a source can break a line or a sentence."""
        zone = _zone(incident)
        timeline = solve(incident)
        events = timeline.events if timeline.is_consistent else incident.events
        cast = Cast(incident)
        sentences = Sentences(incident, cast)
        heading = Times(zone, self.clock)
        times = Times(zone, self.clock)
        links = dict(_links(incident, events))
        above = (plain(incident.title) or "Incident", byline(incident, heading))
        lead = _lead(sentences, heading, events)
        body = tuple(_paragraphs(sentences, times, events, links))
        if body[0].startswith(lead):  # said once is enough
            lead = ""
        if not timeline.is_consistent:
            lead = f"{lead} {_CONTRADICTED}".strip()
        parts = (*above, lead, *body)
        notes = tuple(Notes(incident, cast, times).lines())
        if notes:
            parts = (*parts, "Notes to editors", *notes)
        losses = narrative_losses(
            incident,
            [link for link in links.values() if connective(link)],
            is_blurred=times.is_blurred or heading.is_blurred,
        )
        return Serialised("\n\n".join(filter(None, parts)) + "\n", losses)


NARRATIVE: Final = NarrativeSerialiser()
"""The serialiser for prose, with the words that come with the library."""


def _zone(incident: Incident) -> str | None:
    """The zone in which the first time is stated, of an event before other things."""
    stated = (
        *(moment for e in incident.events for moment in (e.start, e.end)),
        *(item.recovered for item in incident.evidence),
        *(moment for i in incident.investigations for moment in (i.opened, i.closed)),
        *(source.published for source in incident.sources),
    )
    return next((one.zone for one in stated if one is not None and one.zone), None)


def _lead(sentences: Sentences, times: Times, events: Sequence[Event]) -> str:
    """The gravest event in a sentence: what, to whom, where and on which day."""
    if not events:
        return "No events are recorded."
    firm = [one for one in events if _force(one) in _FIRM and len(events) > 1]
    found = (one for kind in GRAVEST for one in firm if one.kind == kind)
    main = next(found, None)
    if main is None:
        return ""
    when = times.tell(_day(main.start))
    times.forget()
    core = sentences.core(main)
    said = _said(main)
    if said is not None and (said.attributed_to or said.force == Force.CONFIRMED):
        return sentences.told(core, when, "", said)
    return finished(f"{core} {when}")


def _force(event: Event) -> str:
    said = _said(event)
    return Force.STATED if said is None else said.force


def _day(moment: Moment) -> Moment:
    """What a lead says of a time: its day, or the time itself where it has no clock.

    Nothing of a time that is open to a side, or may lie on either of two days.
    """
    zone, first, last = moment.zone, moment.earliest_utc, moment.latest_utc
    if zone is None or first is None or last is None:
        return Moment.unknown()
    if "T" not in moment.stated:
        return moment
    one, other = (end.astimezone(zone_info(zone)).date() for end in (first, last))
    return Moment.on(one, zone=zone) if one == other else Moment.unknown()


def _links(incident: Incident, events: Sequence[Event]) -> Iterator[tuple[str, Link]]:
    """By the id of an event, its stated relation to the one told just before it."""
    neighbours = {(b.id, a.id) for a, b in pairwise(events)}
    for link in reversed(incident.links):
        if (link.other_id, link.event_id) in neighbours:
            yield link.other_id, _turned(link)
        elif (link.event_id, link.other_id) in neighbours:
            yield link.event_id, link


def _turned(link: Link) -> Link:
    """The same statement, from the other event's side."""
    return evolve(
        link,
        event_id=link.other_id,
        relation=link.relation.converse,
        other_id=link.event_id,
    )


def _paragraphs(
    sentences: Sentences,
    times: Times,
    events: Sequence[Event],
    links: Mapping[str, Link],
) -> Iterator[str]:
    """What happened, in paragraphs of a few sentences, none over two days."""
    paragraph: list[str] = []
    day = None
    for event in events:
        when = times.tell(event.start)
        if len(paragraph) >= _LONGEST or (paragraph and when and times.day != day):
            yield " ".join(paragraph)
            paragraph = []
        day = times.day
        after = connective(links.get(event.id))
        core = sentences.core(event)
        paragraph.append(sentences.told(core, when, after, _said(event)))
        if event.end is not None and not event.end.is_unknown:
            paragraph.append(finished(f"this lasted {until(times.tell(event.end))}"))
    yield " ".join(paragraph)


def _said(event: Event) -> Citation | None:
    return event.citations[0] if event.citations else None
