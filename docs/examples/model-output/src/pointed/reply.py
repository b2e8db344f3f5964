"""A model's reply: read strictly, each event by itself, errors by their path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from attrs import frozen
from cattrs import BaseValidationError, transform_error

from incident_timeline import make_converter
from incident_timeline.vocabulary import EventKind

__all__ = ["LEAST", "LONGEST", "MOST", "Firmness", "Problem", "Told", "read_reply"]

LEAST, LONGEST = 8, 500  # characters of a quote
MOST = 100  # events of one reply


class Firmness(StrEnum):
    """How firmly a thing is said; that it is confirmed is no model's to say."""

    STATED = "stated"
    BELIEVED = "believed"
    APPARENT = "apparent"
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    DENIED = "denied"


@frozen(kw_only=True)
class Told:
    """One event as the model points at it: its kind, and words of the text."""

    kind: EventKind
    quote: str
    start: int | None = None
    time: str = ""
    day: str = ""
    force: Firmness = Firmness.STATED


@frozen
class Problem:
    """What is wrong with a reply, and where in it."""

    path: str
    message: str


_CONVERTER = make_converter(forbid_extra_keys=True)


def read_reply(reply: str) -> Iterator[tuple[str, Told | Problem]]:
    """Yield each event of a reply with its path, or what is wrong with it."""
    try:
        data = json.loads(reply)
    except (ValueError, RecursionError) as error:
        message = "is nested too deep" if isinstance(error, RecursionError) else error
        yield "$", Problem("$", f"no JSON: {message}")
        return
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list):
        yield "$", Problem("$.events", "no list of events")
        return
    for number, one in enumerate(events[:MOST]):
        path = f"$.events[{number}]"
        yield from ((path, told) for told in structured(one, path))
    if len(events) > MOST:
        yield "$", Problem(f"$.events[{MOST}]", f"more than {MOST} events")


def structured(value: Any, path: str) -> Iterator[Told | Problem]:
    """Yield an event, or each thing that is wrong with it."""
    if not isinstance(value, dict):
        yield Problem(path, "no object")
        return
    try:
        told = _CONVERTER.structure(value, Told)
    except BaseValidationError as error:
        for line in transform_error(error, path=path):
            message, _, where = line.rpartition(" @ ")
            yield Problem(where, message)
        return
    sizes = {"quote": told.quote, "time": told.time, "day": told.day}
    long = [name for name, words in sizes.items() if len(words) > LONGEST]
    yield from (Problem(f"{path}.{name}", "too long") for name in long)
    if len(told.quote.strip()) < LEAST:
        yield Problem(f"{path}.quote", f"shorter than {LEAST} characters")
    elif not long:
        yield told
