"""The fast lane: msgspec straight to and from the records, where all is as expected.

Nothing is taken on trust: a document passes if it is written back byte for byte. So
whatever this version does not know, or writes in another way, is left to the other
lane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, Final, get_args, get_type_hints

from attrs import frozen, has

from incident_timeline.converter.versions import SCHEMA_VERSION
from incident_timeline.model import Incident

__all__ = ["decoded", "encoded"]

_HEAD: Final = f'{{"schema_version":{SCHEMA_VERSION},'.encode()


@frozen
class _Lane:
    encode: Callable[[Any], bytes]
    decode: Callable[[bytes], Incident]
    indent: Callable[[bytes, int], bytes]


@cache
def _lane() -> _Lane | None:
    try:
        from msgspec import json  # noqa: PLC0415  an extra; loaded on first need
    except ImportError:
        return None
    return _Lane(
        json.Encoder().encode,
        json.Decoder(Incident).decode,
        lambda data, indent: json.format(data, indent=indent),
    )


def decoded(data: bytes) -> Incident | None:
    """The incident of a document, or ``None`` where the other lane has to look."""
    lane = _lane()
    if lane is None or not data.startswith(_HEAD):
        return None
    try:
        incident = lane.decode(data)
        same = lane.encode(incident)[1:] == data[len(_HEAD) :]
    except (ValueError, OverflowError, RecursionError):  # the other lane says why
        return None
    return incident if same else None


def encoded(incident: Incident, indent: int | None) -> bytes | None:
    """The document of an incident, or ``None`` where the other lane has to write."""
    lane = _lane()
    if lane is None or type(incident) is not Incident or _has_unknown([incident]):
        return None
    try:
        data = _HEAD + lane.encode(incident)[1:]
    except (ValueError, TypeError, OverflowError):  # what msgspec does not write
        return None
    return data if indent is None else lane.indent(data, indent)


_unknown = attrgetter("_unknown")


def _has_unknown(group: Iterable[Any], cls: type = Incident) -> bool:
    """Whether a record keeps fields that this version doesn't know, at any depth."""
    records = list(group)
    return any(map(_unknown, records)) or any(
        _has_unknown(part.of(records), part.cls) for part in _parts(cls) if records
    )


@frozen
class _Part:
    """A field that holds records of a class, one at most or several."""

    cls: type
    get: Callable[[Any], Any]
    many: bool

    def of(self, records: list[Any]) -> Iterable[Any]:
        values = map(self.get, records)
        return chain.from_iterable(values) if self.many else filter(None, values)


@cache
def _parts(cls: type[Any]) -> tuple[_Part, ...]:
    return tuple(
        _Part(inner, attrgetter(name), ... in get_args(kind))
        for name, kind in get_type_hints(cls).items()
        for inner in (kind, *get_args(kind))
        if has(inner)
    )
