"""Investigations: who inquires into an incident, and on what footing."""

from __future__ import annotations

from attrs import field, frozen

from incident_timeline._record import Record
from incident_timeline.model._fields import (
    are,
    is_a,
    is_id,
    is_term,
    is_text,
    maybe,
    maybe_reference,
    word,
)
from incident_timeline.model.source import Citation, citations_of
from incident_timeline.moments import Moment

__all__ = ["Investigation"]

_UNKNOWN = Moment.unknown()


@frozen(kw_only=True, order=False)
class Investigation(Record):
    """An inquiry into an incident.

    Attributes:
        id: Its id in the incident.
        body_id: The party that investigates.
        footing: On what footing: ``independent``, ``directed``, ``local``,
            ``criminal`` ..., ``unknown`` where the source does not say.
        status: ``open``, ``closed`` ..., ``unknown`` where the source does not say.
        matter: What it is about, in the source's words.
        opened: When it was opened.
        closed: When it ended, where it has.
        citations: Where it is told of.
    """

    id: str = field(default="", validator=is_id)
    body_id: str | None = field(default=None, validator=maybe_reference)
    footing: str = field(default="unknown", converter=word, validator=is_term)
    status: str = field(default="unknown", converter=word, validator=is_term)
    matter: str = field(default="", validator=is_text)
    opened: Moment = field(default=_UNKNOWN, validator=is_a(Moment))
    closed: Moment | None = field(default=None, validator=maybe(Moment))
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )
