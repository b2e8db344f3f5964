"""The marks of a text that was read: from which words what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incident_timeline.model import Citation, Event, Incident, Link
from incident_timeline.moments import Moment, Qualifier, duration_text
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers.trace import Layer, Mark
from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention
from incident_timeline.vocabulary import Force

__all__ = ["marks"]


def marks(
    incident: Incident,
    *,
    times: Sequence[TimeMention],
    passages: Sequence[Passage],
    told: Sequence[Told],
    unused: Sequence[Span],
) -> tuple[Mark, ...]:
    """The marks of a text that was read, by where they begin, the longer first.

    *told* are the incident's events, in its order; *unused* are words that order no
    event.
    """
    found = [
        *_times(times, told),
        *_events(incident, told),
        *_records(incident),
        *_contexts(passages),
        *_unused(passages, told, unused),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def _times(times: Sequence[TimeMention], told: Sequence[Told]) -> Iterator[Mark]:
    dates: dict[int, list[str]] = {}
    for number, one in enumerate(told, 1):
        if one.time is not None:
            dates.setdefault(one.time.start, []).append(f"e{number}")
    for number, time in enumerate(times, 1):
        events = ", ".join(dates.get(time.start, ("no event",)))
        value = _value(time.moment) if time.moment else "not placed"
        remarks = "".join(f"; {remark.message}" for remark in time.remarks)
        label = f"{value}, dates {events}{remarks}"
        yield _mark(time, "time", label, f"t{number}")


def _value(moment: Moment) -> str:
    """A moment as stated: value, qualifier and part of day."""
    words = [moment.stated]
    if moment.qualifier is not Qualifier.EXACT:
        words.append(moment.qualifier.value)
    if moment.part is not None:
        words.append(moment.part.value)
    return " ".join(words)


def _events(incident: Incident, told: Sequence[Told]) -> Iterator[Mark]:
    for event, one in zip(incident.events, told, strict=True):
        yield _mark(one.telling, "event", _event_label(event), event.id)
        for again in one.again:
            label = f"{event.kind}, told again"
            yield _mark(again.telling, "event", label, event.id)


def _event_label(event: Event) -> str:
    words = [event.kind]
    if not event.start.is_unknown:
        words.append(_value(event.start))
    cited = event.citations[0]
    said = f", {cited.attributed_to}" if cited.attributed_to else ""
    force = "" if cited.force == Force.STATED else f", {cited.force}"
    return " ".join(words) + said + force


def _records(incident: Incident) -> Iterator[Mark]:
    """The words that parties, items and links are cited with."""
    roles: dict[str, dict[str, None]] = {}
    for event in incident.events:
        for part in event.participants:
            roles.setdefault(part.party_id, {})[part.role] = None
    for party in incident.parties:
        label = ", ".join((party.name or party.description, *roles.get(party.id, ())))
        yield from _cited(party.citations, "party", label, party.id)
    for item in incident.evidence:
        label = f"{item.item_type}, {item.status}"
        yield from _cited(item.citations, "item", label, item.id)
    for link in incident.links:
        yield from _cited(link.citations, "link", _order(link), link.id)


def _cited(
    citations: Sequence[Citation], layer: Layer, label: str, id_: str
) -> Iterator[Mark]:
    for cited in citations:
        span = Span(cited.start or 0, cited.end or 0)
        yield _mark(span, layer, label, id_)


def _order(link: Link) -> str:
    """What a link says: "e4 after e2, by at most 15 minutes"."""
    words = f"{link.event_id} {link.relation.value} {link.other_id}"
    if link.least is not None and link.least == link.greatest:
        return f"{words}, by {duration_text(link.least)}"
    if link.least:
        words += f", by at least {duration_text(link.least)}"
    if link.greatest is not None:
        words += f", by at most {duration_text(link.greatest)}"
    return words


def _contexts(passages: Sequence[Passage]) -> Iterator[Mark]:
    scopes = (scope for passage in passages for scope in passage.scopes)
    for number, scope in enumerate(scopes, 1):
        yield _mark(scope.words, "context", scope.kind, f"c{number}")


def _unused(
    passages: Sequence[Passage], told: Sequence[Told], unused: Sequence[Span]
) -> Iterator[Mark]:
    """Words for events that became none, and words of order that order none."""
    used = {each.telling.at for one in told for each in (one, *one.again)}
    tellings = (t for passage in passages for t in passage.tellings if t.at not in used)
    labels: list[tuple[Span, str]]
    labels = [(t, f"{t.kind}, {t.context or 'undated'}: no event") for t in tellings]
    labels += [(words, "orders no event") for words in unused]
    for number, (span, label) in enumerate(sorted(labels, key=_place), 1):
        yield _mark(span, "unused", label, f"u{number}")


def _place(labelled: tuple[Span, str]) -> tuple[int, int]:
    span, _ = labelled
    return span.start, span.end


def _mark(span: Span | TimeMention, layer: Layer, label: str, id_: str) -> Mark:
    return Mark(span.start, span.end, layer=layer, label=label, ids=(id_,))
