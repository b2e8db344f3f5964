"""Takes out of an incident all that a breach doesn't need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, Final, TypeVar

from attrs import NOTHING, evolve, fields

from incident_timeline._record import Record
from incident_timeline.model import Incident
from incident_timeline.testing.check import Breach

__all__ = ["smallest"]

R = TypeVar("R", bound=Record)
_TRIES: Final = 600
_DEEPEST: Final = 3  # an incident, an event, its citation


def smallest(
    incident: Incident, judge: Callable[[Incident], Breach | None]
) -> Breach | None:
    """The breach of what is left once nothing more can be taken out, if there is any.

    Records go first, whole collections before single ones, then fields. Nothing is
    drawn, so the same incident gives the same one each time.
    """
    breach = judge(incident)
    place, depth, is_less = 0, 0, False  # the next way; whether this round took any out
    tries = _TRIES if breach else 0
    while tries and depth <= _DEEPEST:
        way = next(islice(_ways(incident, depth), place, None), None)
        if way is None:
            place, depth, is_less = 0, 0 if is_less else depth + 1, False
            continue
        candidate = _made(way, incident)
        found = None if candidate is None else judge(candidate)
        tries -= candidate is not None
        if candidate is None or found is None:
            place += 1
        else:
            incident, breach, is_less = candidate, found, True
    return breach and evolve(breach, input=repr(incident))


def _made(way: Callable[[], R], record: R) -> R | None:
    """What a way makes of a record; nothing where it can't do without, or refills."""
    try:
        made = way()
    except (TypeError, ValueError):
        return None
    return None if made == record else made


def _ways(record: R, depth: int) -> Iterator[Callable[[], R]]:
    """What makes the record with one thing less, in it or so deep in its records."""
    for one in fields(type(record)):
        if one.name.startswith("_"):  # kept as read: pairs, which are no records
            continue
        name = one.alias or one.name
        for way in _less(getattr(record, one.name), one.default, depth):
            yield partial(_with, record, name, way)


def _with(record: R, name: str, way: Callable[[], Any]) -> R:
    changes: dict[str, Any] = {name: way()}
    return evolve(record, **changes)


def _less(value: Any, default: Any, depth: int) -> Iterator[Callable[[], Any]]:
    """What makes a field's value with something taken out; all of it, first."""
    if default is not NOTHING and value != default:
        yield lambda: default
    if isinstance(value, tuple):
        for i, one in enumerate(value):
            yield partial(_replaced, value, i, tuple)
            for way in _less(one, NOTHING, depth):
                yield partial(_replaced, value, i, partial(_alone, way))
    elif isinstance(value, Record) and depth:
        yield from _ways(value, depth - 1)


def _replaced(
    value: tuple[Any, ...], i: int, way: Callable[[], tuple[Any, ...]]
) -> tuple[Any, ...]:
    return (*value[:i], *way(), *value[i + 1 :])


def _alone(way: Callable[[], Any]) -> tuple[Any]:
    return (way(),)
