"""Where two results differ, and what an event tells, for laws that compare."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any, Final

import attrs
from attrs import field, frozen

from incident_timeline.errors import shown
from incident_timeline.model import Event
from incident_timeline.moments import Moment
from incident_timeline.testing.check import Breach

__all__ = ["Told", "apart", "told"]

_LIMIT: Final = 400


class _Nothing:
    """What stands where one result has more than the other."""

    def __repr__(self) -> str:
        return "nothing"


_NOTHING: Final = _Nothing()


@frozen
class Told:
    """What an event tells, without ids and without where its words stand."""

    kind: str
    start: Moment = field(repr=str)
    end: Moment | None = field(repr=str)
    summary: str
    place: str
    roles: tuple[str, ...]
    quotes: tuple[str, ...]


def told(event: Event) -> Told:
    """What an event tells; of white space, only that there is some."""
    return Told(
        kind=event.kind,
        start=event.start,
        end=event.end,
        summary=_spaced(event.summary),
        place=_spaced(event.place),
        roles=tuple(one.role for one in event.participants),
        quotes=tuple(_spaced(one.quote) for one in event.citations),
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def apart(expected: object, seen: object, where: str, why: str) -> Breach | None:
    """The first place at which the two differ; ``None`` where they are equal."""
    if expected == seen:
        return None
    path, first, second = _first(expected, seen, where)
    return Breach(
        expected=f"{path} {why}: {shown(first, _LIMIT)}",
        seen=shown(second, _LIMIT),
    )


def _first(a: Any, b: Any, where: str) -> tuple[str, object, object]:
    pairs: list[tuple[str, Any, Any]] = []
    if type(a) is type(b) and attrs.has(type(a)):
        names = [one.name for one in attrs.fields(type(a)) if one.eq]
        pairs = [(f"{where}.{n}", getattr(a, n), getattr(b, n)) for n in names]
    elif isinstance(a, tuple) and isinstance(b, tuple):
        both = enumerate(zip_longest(a, b, fillvalue=_NOTHING))
        pairs = [(f"{where}[{i}]", x, y) for i, (x, y) in both]
    for path, x, y in pairs:
        if x != y:
            return _first(x, y, path)
    return where, a, b
