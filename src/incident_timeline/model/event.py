"""What happened: events, and the stated links between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from attrs import field, frozen

from incident_timeline._record import Record, strings
from incident_timeline.model._fields import (
    are,
    each_reference,
    is_a,
    is_gap,
    is_id,
    is_reference,
    is_term,
    is_text,
    maybe,
    maybe_reference,
    refuse,
    word,
)
from incident_timeline.model.party import Participant
from incident_timeline.model.source import Citation, citations_of
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import AllenRelation

__all__ = ["Event", "Link"]

_UNKNOWN = Moment.unknown()


def _participants(values: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple(values)


@frozen(kw_only=True, order=False)
class Event(Record):
    """One thing that happened.

    Attributes:
        id: Its id in the incident.
        kind: What it was: ``call``, ``shots`` ..., or any other term.
        start: When it happened, or began.
        end: When it ended, where it lasted; may contradict the start, which is then
            a finding.
        summary: What happened, in a line.
        place: Where, in the source's words.
        participants: Who took part, and as what.
        evidence_ids: The items that it concerns.
        part_of_id: The event that it is a part of.
        citations: Where it is told; the first is the main one.

    >>> Event(kind="shots").start.is_unknown
    True
    """

    id: str = field(default="", validator=is_id)
    kind: str = field(converter=word, validator=is_term)
    start: Moment = field(default=_UNKNOWN, validator=is_a(Moment))
    end: Moment | None = field(default=None, validator=maybe(Moment))
    summary: str = field(default="", validator=is_text)
    place: str = field(default="", validator=is_text)
    participants: tuple[Participant, ...] = field(
        default=(), converter=_participants, validator=are(Participant)
    )
    evidence_ids: tuple[str, ...] = field(
        default=(), converter=strings, validator=each_reference
    )
    part_of_id: str | None = field(default=None, validator=maybe_reference)
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )

    def __attrs_post_init__(self) -> None:
        if self.part_of_id is not None and self.part_of_id == self.id:
            refuse(self, "part_of_id", self.part_of_id, "makes it a part of itself")


@frozen(kw_only=True, order=False)
class Link(Record):
    """A stated relation in time between two events.

    Attributes:
        id: Its id in the incident.
        event_id: The first event: *event* is ``after`` *other*.
        relation: One of Allen's thirteen names.
        other_id: The second event.
        least: The least gap between the two; only of ``before`` and ``after``. It is
            counted from the end of the earlier event, or from its start where no end
            is told.
        greatest: The greatest gap; only of ``before`` and ``after``.
        citations: Where it is told.

    Raises:
        InvalidRecordError: If it links an event with itself, or its gaps are
            reversed or of a relation that leaves none.
    """

    id: str = field(default="", validator=is_id)
    event_id: str = field(validator=is_reference)
    relation: AllenRelation = field(converter=AllenRelation)
    other_id: str = field(validator=is_reference)
    least: timedelta | None = field(default=None, validator=is_gap)
    greatest: timedelta | None = field(default=None, validator=is_gap)
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )

    def __attrs_post_init__(self) -> None:
        if self.event_id == self.other_id:
            refuse(self, "other_id", self.other_id, "links an event with itself")
        if self.least is None and self.greatest is None:
            return
        if self.relation not in (AllenRelation.BEFORE, AllenRelation.AFTER):
            refuse(self, "relation", self.relation.value, "leaves no gap to measure")
        if self.greatest is not None and self.greatest < (self.least or timedelta()):
            refuse(self, "greatest", self.greatest, f"is below least {self.least}")
