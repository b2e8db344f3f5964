"""What was read from which words of a text: spans, for whoever wants to draw them."""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

from attrs import field, frozen

from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.text.spans import Span

__all__ = ["Layer", "Mark", "Trace", "Tracing"]

Layer = Literal["time", "event", "party", "item", "context", "link", "unused"]
"""The sorts of things that are read from words."""


@frozen
class Mark(Span):
    """Words of a text, and what was read from them.

    Marks may overlap: an event holds its people.

    Attributes:
        layer: What sort of thing was read; ``unused`` where the words looked like an
            event or an order and became none.
        label: What was read, in a line: the value of a time, an event's kind with its
            time, how a link orders which events. It may quote the text.
        ids: What it is called: the ids of the incident's records, ``e1`` of an event,
            ``p1`` of a party, ``x1`` of an item and ``l1`` of a link; ``t1``, ``c1``
            and ``u1`` count times, contexts and what is unused through the text.

    >>> Mark(0, 15, layer="event", label="shots", ids=("e1",)).of("Shots were fired.")
    'Shots were fire'
    """

    layer: Layer = field(kw_only=True)
    label: str = field(kw_only=True)
    ids: tuple[str, ...] = field(kw_only=True)


@frozen(kw_only=True)
class Trace:
    """A document that was read, and the marks of what was read from which words.

    Attributes:
        document: What was read; marks count characters of its text.
        parsed: What it was read into.
        marks: The marks, by where they begin, the longer first.
    """

    document: Document
    parsed: Parsed
    marks: tuple[Mark, ...] = ()


@runtime_checkable
class Tracing(Protocol):
    """A parser that can tell what it reads from which words.

    >>> from incident_timeline.parsers.press_release import PRESS_RELEASE
    >>> isinstance(PRESS_RELEASE, Tracing)
    True
    """

    def trace(self, document: Document, /) -> Trace:
        """Read a document, and tell what was read from which words."""
        ...
