"""What a page for readers leaves out of an incident."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import fields

from incident_timeline._record import Record
from incident_timeline.model import Citation, Evidence, Incident, Source
from incident_timeline.moments import Moment

__all__ = ["losses_of", "records_in"]


def losses_of(incident: Incident) -> tuple[str, ...]:
    """A phrase for each sort of thing that the page leaves out, where there is any.

    >>> losses_of(Incident())
    ()
    """
    losses = dict.fromkeys(
        loss for record in records_in(incident) for loss in _losses(record)
    )
    return tuple(sorted(losses))


def _losses(record: Record) -> Iterator[str]:
    if record.extra:
        yield "fields that this version does not know"
    if isinstance(record, Moment) and not record.is_unknown:
        yield "how times are stated: zone, qualifier, precision and what was assumed"
    if isinstance(record, Citation) and record.start is not None:
        yield "where in their sources the quotes stand"
    if isinstance(record, Evidence) and record.custody:
        yield "the custody of evidence"
    if isinstance(record, Source) and (record.text or record.sha256):
        yield "the texts of sources and their digests"


def records_in(record: Record) -> Iterator[Record]:
    """A record and all the records inside it, in the order of their fields."""
    yield record
    for one in fields(type(record)):
        value: Any = getattr(record, one.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Record):
                yield from records_in(inner)
