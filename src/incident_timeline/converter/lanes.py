"""Incidents to and from JSON text, by the fast lane where it is open."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from incident_timeline.converter.decoding import decode, encode
from incident_timeline.converter.fast import decoded, encoded
from incident_timeline.converter.places import unreadable
from incident_timeline.converter.tree import read_tree
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import Incident

if TYPE_CHECKING:  # cattrs is loaded on first need
    from cattrs import Converter

__all__ = ["configure_converter", "dumps", "loads", "make_converter"]


def make_converter(**options: Any) -> Converter:
    """A new cattrs converter that reads and writes incidents; yours to extend.

    *options* are those of :class:`cattrs.Converter`; with ``forbid_extra_keys`` a
    field that this version does not know is an error and not kept. Hooks that are
    added are used by :func:`loads` and :func:`dumps` where they are given it.

    >>> from datetime import timedelta
    >>> converter = make_converter()
    >>> converter.structure("P1DT2H", timedelta)
    datetime.timedelta(days=1, seconds=7200)
    """
    from incident_timeline.converter._hooks import (  # noqa: PLC0415  on first need
        IncidentConverter,
    )

    return IncidentConverter(**options)


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter of your own to read and write incidents.

    Text, whole numbers, instants, durations and lists are then read strictly for
    all classes: nothing is turned into something else.
    """
    from incident_timeline.converter._hooks import (  # noqa: PLC0415  on first need
        configure,
    )

    configure(converter)


@cache
def _plain() -> Converter:
    """The converter of the plain wire form, never handed out."""
    return make_converter()


def _is_plain(converter: Converter | None) -> bool:
    return converter is None or getattr(converter, "is_plain", False)


def dumps(
    incident: Incident,
    *,
    indent: int | None = None,
    converter: Converter | None = None,
) -> str:
    """An incident as JSON text, with nothing lost.

    The schema version stands first, then the fields in alphabetical order; without
    *indent* there is no space.

    Raises:
        UnreadableInputError: If a text has half of a surrogate pair.

    >>> dumps(Incident(id="i-7"))[:40]
    '{"schema_version":1,"events":[],"evidenc'
    """
    if _is_plain(converter) and (indent is None or indent > 0):
        data = encoded(incident, indent)
        if data is not None:
            return data.decode()
    text = json.dumps(
        (converter or _plain()).unstructure(incident),
        ensure_ascii=False,
        indent=indent,
        separators=(",", ":") if indent is None else None,
    )
    encode(text)
    return text


def loads(
    text: str | bytes | bytearray, *, converter: Converter | None = None
) -> Incident:
    """An incident from JSON text, or from its bytes in UTF-8.

    Fields that this version does not know are kept and written back; documents of
    earlier schema versions are brought up to date.

    Raises:
        UnreadableInputError: If it is no such document; its ``problems`` name every
            place, such as ``$.events[3].start.earliest_utc``.

    >>> loads('{"schema_version": 1, "events": [{"kind": "call"}]}').events[0].id
    'e1'
    """
    if isinstance(text, bytearray):
        text = bytes(text)
    if _is_plain(converter):
        incident = decoded(text if isinstance(text, bytes) else encode(text))
        if incident is not None:
            return incident
    told = decode(text) if isinstance(text, bytes) else text.removeprefix("\ufeff")
    try:
        return _structured(told, converter or _plain())
    except RecursionError:
        message = "the document nests too deeply to be read"
        raise UnreadableInputError(message) from None


def _structured(text: str, converter: Converter) -> Incident:
    from cattrs.errors import BaseValidationError  # noqa: PLC0415  on first need

    from incident_timeline.converter.refusals import (  # noqa: PLC0415  on first need
        problems_of,
    )

    tree = read_tree(text)
    try:
        return converter.structure(tree, Incident)
    except (BaseValidationError, ValueError, TypeError) as error:
        problems = [f"{path}: {reason}" for path, reason in problems_of(error)]
    raise unreadable(text, problems)
