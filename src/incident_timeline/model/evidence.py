"""Items of evidence and their custody."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from incident_timeline._record import Record
from incident_timeline.model._fields import (
    are,
    is_a,
    is_id,
    is_term,
    is_text,
    maybe_reference,
    word,
)
from incident_timeline.model.source import Citation, citations_of
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import EvidenceStatus

__all__ = ["CustodyStep", "Evidence"]

_UNKNOWN = Moment.unknown()


@frozen(kw_only=True, order=False)
class CustodyStep(Record):
    """One hand-over in the custody of an item.

    Attributes:
        at: When.
        from_id: The party that gave it, where known.
        to_id: The party that received it, where known.
        purpose: What for.
        citations: Where it is told.
    """

    at: Moment = field(default=_UNKNOWN, validator=is_a(Moment))
    from_id: str | None = field(default=None, validator=maybe_reference)
    to_id: str | None = field(default=None, validator=maybe_reference)
    purpose: str = field(default="", validator=is_text)
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )


def _steps(values: Iterable[CustodyStep]) -> tuple[CustodyStep, ...]:
    return tuple(values)


@frozen(kw_only=True, order=False)
class Evidence(Record):
    """An item: what it is, apart from how sure anyone is of that.

    Attributes:
        id: Its id in the incident.
        item_type: What it is, or appears to be: ``firearm``, ``knife`` ...
        status: How sure the source is of the type: ``apparent`` for "what appears to
            be a firearm", ``confirmed`` ...
        description: What the source calls it.
        recovered: When it was recovered.
        recovered_place: Where.
        recovered_by_id: The party that recovered it.
        event_id: The event in which it was recovered.
        custody: Its hand-overs, in the order in which they are told.
        citations: Where it is told of.
    """

    id: str = field(default="", validator=is_id)
    item_type: str = field(converter=word, validator=is_term)
    status: str = field(
        default=EvidenceStatus.STATED, converter=word, validator=is_term
    )
    description: str = field(default="", validator=is_text)
    recovered: Moment = field(default=_UNKNOWN, validator=is_a(Moment))
    recovered_place: str = field(default="", validator=is_text)
    recovered_by_id: str | None = field(default=None, validator=maybe_reference)
    event_id: str | None = field(default=None, validator=maybe_reference)
    custody: tuple[CustodyStep, ...] = field(
        default=(), converter=_steps, validator=are(CustodyStep)
    )
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )
