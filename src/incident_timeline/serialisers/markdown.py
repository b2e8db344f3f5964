"""Markdown: a page to read and to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from incident_timeline.model import (
    Age,
    Citation,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Party,
    Source,
)
from incident_timeline.moments import Moment, bounds_text, duration_text
from incident_timeline.serialisers._escape import escaped
from incident_timeline.serialisers._losses import losses_of
from incident_timeline.serialisers.base import Serialised
from incident_timeline.timeline import Timeline, solve

__all__ = ["MARKDOWN", "MarkdownSerialiser"]

Row = Sequence[str]


@frozen
class MarkdownSerialiser:
    """Writes a page: facts, events in the computed order, and who says so.

    Times are the tightened bounds, in the zone of the source, to the second at most.

    >>> text = MARKDOWN.serialise(Incident(events=[Event(kind="shots")])).text
    >>> print(text.splitlines()[-1])
    | e1 | not known | shots |  |  |  |
    """

    name: str = "markdown"
    suffix: str = ".md"
    media_type: str = "text/markdown"

    def serialise(self, incident: Incident) -> Serialised:
        """Write the page; every word of a source is escaped."""
        timeline = solve(incident)
        sections = (
            _facts(incident),
            _table(
                "Events", _EVENT, (_event(timeline, one) for one in timeline.events)
            ),
            _list("Contradictions", map(str, timeline.conflicts)),
            _list("Stated order", map(_link, incident.links)),
            _table("Parties", _PARTY, map(_party, incident.parties)),
            _table("Evidence", _ITEM, map(_item, incident.evidence)),
            _table("Investigations", _INQUIRY, map(_inquiry, incident.investigations)),
            _table("Sources", _SOURCE, map(_source, incident.sources)),
            _list("Quotes", _quotes(timeline)),
        )
        text = "\n\n".join(section for section in sections if section)
        return Serialised(text + "\n", losses_of(incident))


MARKDOWN: Final = MarkdownSerialiser()

_EVENT = ("id", "when", "what", "where", "who", "in the source's words")
_PARTY = ("id", "who", "kind", "age")
_ITEM = ("id", "what", "how sure", "described as", "recovered")
_INQUIRY = ("id", "by", "footing", "status", "matter", "opened", "closed")
_SOURCE = ("id", "title", "publisher", "published", "found at")


def _facts(incident: Incident) -> str:
    facts = {"id": incident.id, "jurisdiction": incident.jurisdiction}
    told = [f"- {name}: {escaped(value)}" for name, value in facts.items() if value]
    heading = f"# {escaped(incident.title) or 'Incident'}"
    return "\n\n".join((heading, "\n".join(told))) if told else heading


def _table(title: str, heads: Row, rows: Iterable[Row]) -> str:
    lines = [f"| {' | '.join(map(escaped, row))} |" for row in rows]
    if not lines:
        return ""
    head = f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    return "\n".join((f"## {title}\n", head, *lines))


def _list(title: str, entries: Iterable[str]) -> str:
    lines = [f"- {escaped(entry)}" for entry in entries]
    return "\n".join((f"## {title}\n", *lines)) if lines else ""


def _event(timeline: Timeline, event: Event) -> Row:
    when = bounds_text(timeline.bounds(event))
    words = event.start.text
    if event.end is not None:
        when += f", until {bounds_text(timeline.bounds(event, end=True))}"
        words = "; ".join(filter(None, (words, event.end.text)))
    part = f"part of {event.part_of_id}" if event.part_of_id else ""
    what = (event.kind, event.summary, part, *event.evidence_ids)
    who = (f"{one.role}: {one.party_id}" for one in event.participants)
    return event.id, when, _told(what), event.place, _told(who), words


def _told(parts: Iterable[str]) -> str:
    return "; ".join(filter(None, parts))


def _link(link: Link) -> str:
    gap = ""
    if link.least is not None:
        gap += f", by {duration_text(link.least)} at least"
    if link.greatest is not None:
        gap += f", by {duration_text(link.greatest)} at most"
    return f"{link.id}: {link.event_id} {link.relation.value} {link.other_id}{gap}"


def _party(party: Party) -> Row:
    who = _told((party.name, party.description))
    return party.id, who, party.kind, _age(party.age)


def _age(age: Age | None) -> str:
    if age is None or (age.least is None and age.greatest is None):
        return ""
    if age.greatest is None:
        return f"{age.least} or more"
    if age.least is None:
        return f"{age.greatest} or less"
    same = age.least == age.greatest
    return str(age.least) if same else f"{age.least} to {age.greatest}"


def _item(item: Evidence) -> Row:
    found = (
        _when(item.recovered),
        item.recovered_place,
        f"by {item.recovered_by_id}" if item.recovered_by_id else "",
        f"in {item.event_id}" if item.event_id else "",
    )
    return item.id, item.item_type, item.status, item.description, _told(found)


def _when(moment: Moment | None) -> str:
    if moment is None:
        return ""
    words = f"“{moment.text}”" if moment.text else ""
    return _told(("" if moment.is_unknown else bounds_text(moment), words))


def _inquiry(one: Investigation) -> Row:
    times = _when(one.opened), _when(one.closed)
    return one.id, one.body_id or "", one.footing, one.status, one.matter, *times


def _source(source: Source) -> Row:
    published = _when(source.published)
    return source.id, source.title, source.publisher, published, source.url


def _quotes(timeline: Timeline) -> Iterator[str]:
    incident = timeline.incident
    aged = [one for one in incident.parties if one.age is not None]
    cited = (
        *((one.id, one.citations) for one in timeline.events),
        *((one.id, one.citations) for one in incident.parties),
        *((f"{one.id} (age)", one.age.citations) for one in aged if one.age),
        *((one.id, one.citations) for one in incident.evidence),
        *((one.id, one.citations) for one in incident.investigations),
        *((one.id, one.citations) for one in incident.links),
    )
    for what, citations in cited:
        for citation in citations:
            yield f"{what}: {_quote(citation)}"


def _quote(citation: Citation) -> str:
    said = f"{citation.force} in {citation.source_id}"
    if citation.attributed_to:
        said += f", attributed to {citation.attributed_to}"
    return f"“{citation.quote}” ({said})" if citation.quote else f"({said})"
