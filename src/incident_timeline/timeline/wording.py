"""Statements in words: what a number of a row stands for, when somebody asks."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from incident_timeline.model import Event, Link
from incident_timeline.moments import Assumption, Moment, Precision
from incident_timeline.moments.qualify import is_soft
from incident_timeline.timeline.answers import Statement, StatementKind
from incident_timeline.timeline.axioms import Axiom
from incident_timeline.timeline.said import clock_text, full_text, printable
from incident_timeline.timeline.sharing import is_weak
from incident_timeline.timeline.statements import LATEST, PART, SLOTS, SPAN, Heard

__all__ = ["is_vague", "rank", "statement"]

_SPAN_CODE = "TL101"


def statement(heard: Heard, reason: int) -> Statement:
    """The statement of a number."""
    events, links = heard.incident.events, heard.incident.links
    i, slot = divmod(reason, SLOTS)
    if i < len(events):
        return _of_event(heard, i, slot)
    reason -= SLOTS * len(events)
    if reason < len(links):
        return _of_link(heard, links[reason], reason)
    return _of_axiom(heard, reason - len(links))


def is_vague(heard: Heard, reason: int) -> bool:
    """Whether what it says rests on a vague word, a doubted claim or a weak law."""
    events, links = heard.incident.events, heard.incident.links
    i, slot = divmod(reason, SLOTS)
    if i < len(events):
        return slot != SPAN and _is_loose(events[i], slot)
    reason -= SLOTS * len(events)
    if reason < len(links):
        link = links[reason]
        # "Immediately" says no more than how long at most; a gap of both sides is told.
        is_open = link.greatest is not None and link.least is None
        return is_open or is_weak(link.citations)
    axiom, earlier, later, is_shared = heard.joined[reason - len(links)]
    is_doubted = any(is_weak(events[one].citations) for one in (earlier, later))
    return is_doubted or not (is_shared and axiom.is_certain)


def rank(heard: Heard, reason: int) -> tuple[bool, bool, int]:
    """What is set aside later has the smaller one: laws, then firm statements."""
    return reason not in heard.laws, is_vague(heard, reason), reason


def _is_loose(event: Event, slot: int) -> bool:
    if is_weak(event.citations):
        return True
    if slot == PART:
        return False
    moment, side = _moment(event, slot)
    is_wide = moment.precision is Precision.PART_OF_DAY
    is_assumed = Assumption.DAY in moment.assumed
    return is_wide or is_assumed or is_soft(moment.qualifier)[side]


def _moment(event: Event, slot: int) -> tuple[Moment, int]:
    """The moment of a slot, and which of its bounds."""
    if slot > SPAN and event.end is not None:
        return event.end, slot - SPAN - 1
    return event.start, slot


def _of_event(heard: Heard, i: int, slot: int) -> Statement:
    event = heard.incident.events[i]
    if slot == SPAN:
        return Statement(
            kind=StatementKind.SPAN,
            where="",
            text=f"{heard.name(event)} does not end before it starts",
            subject_ids=(event.id,),
            code=_SPAN_CODE,
        )
    if slot == PART:
        whole = heard.incident.event(event.part_of_id or "")
        return Statement(
            kind=StatementKind.PART,
            where=f"events[{i}].part_of_id",
            text=f"{heard.name(event)} is a part of {heard.name(whole)}",
            subject_ids=(event.id, whole.id),
            is_vague=is_weak(event.citations),
            citations=event.citations,
        )
    return Statement(
        kind=StatementKind.MOMENT,
        where=f"events[{i}].{'end' if slot > SPAN else 'start'}",
        text=_moment_text(heard, event, slot),
        subject_ids=(event.id,),
        is_vague=_is_loose(event, slot),
        citations=event.citations,
        side="latest" if _moment(event, slot)[1] == LATEST else "earliest",
    )


def _moment_text(heard: Heard, event: Event, slot: int) -> str:
    moment, side = _moment(event, slot)
    is_latest = side == LATEST
    # There is no such statement of a moment that is open on this side.
    instant = cast("datetime", moment.latest_utc if is_latest else moment.earliest_utc)
    zone = cast("str", moment.zone)
    when = clock_text(instant, zone, ends=is_latest, is_zoned=heard.is_zoned)
    name = f"{heard.name(event)} {'ended' if slot > SPAN else 'was'}"
    return (
        f"{name} not {'after' if is_latest else 'before'} {when}{_words(moment.text)}"
    )


def _words(text: str) -> str:
    return f" ('{printable(text)}')" if text else ""


def _of_link(heard: Heard, link: Link, j: int) -> Statement:
    event = heard.incident.event(link.event_id)
    other = heard.incident.event(link.other_id)
    quotes = "".join(_words(one.quote) for one in link.citations[:1])
    relation = link.relation.value.replace("_", " ")
    text = f"{heard.name(event)}{_gap_text(link)} {relation} {heard.name(other)}"
    return Statement(
        kind=StatementKind.LINK,
        where=f"links[{j}]",
        text=text + quotes,
        subject_ids=(event.id, other.id),
        is_vague=is_vague(heard, SLOTS * len(heard.incident.events) + j),
        citations=link.citations,
        link_id=link.id,
    )


def _gap_text(gap: Link | Axiom) -> str:
    least = "" if not gap.least else f" at least {full_text(gap.least)}"
    if gap.greatest is None:
        return least
    return f"{least}{' and' if least else ''} at most {full_text(gap.greatest)}"


def _of_axiom(heard: Heard, number: int) -> Statement:
    axiom, *places, _ = heard.joined[number]
    incident = heard.incident
    reason = SLOTS * len(incident.events) + len(incident.links) + number
    events = [incident.events[one] for one in places]
    first, last = map(heard.name, events)
    gap = _gap_text(axiom)
    is_open = gap or [first, last] != [one.kind for one in events]
    return Statement(
        kind=StatementKind.AXIOM,
        where="",
        text=axiom.text + (f": {last}{gap} after {first}" if is_open else ""),
        subject_ids=(events[0].id, events[1].id),
        is_vague=is_vague(heard, reason),
        code=axiom.code,
    )
