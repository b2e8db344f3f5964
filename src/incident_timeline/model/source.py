"""Where a thing is said: sources, and citations of their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from attrs import field, frozen

from incident_timeline._record import Record
from incident_timeline.model._fields import (
    is_count,
    is_id,
    is_reference,
    is_term,
    is_text,
    maybe,
    refuse,
    word,
)
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import Force

__all__ = ["Citation", "Source", "citations_of"]


@frozen(kw_only=True, order=False)
class Source(Record):
    """A document or feed that says what happened.

    Attributes:
        id: Its id in the incident.
        title: Its title.
        publisher: Who published it.
        url: Where it was found.
        published: When it was published; never when the incident happened.
        text: Its text, where it is kept; citations count characters in it.
        sha256: The hexadecimal SHA-256 digest of the text in UTF-8; see
            :func:`Source.digest`.

    >>> Source.digest("abc")[:12]
    'ba7816bf8f01'
    """

    id: str = field(default="", validator=is_id)
    title: str = field(default="", validator=is_text)
    publisher: str = field(default="", validator=is_text)
    url: str = field(default="", validator=is_text)
    published: Moment | None = field(default=None, validator=maybe(Moment))
    text: str = field(default="", validator=is_text)
    sha256: str = field(default="", validator=is_text)

    @staticmethod
    def digest(text: str) -> str:
        """The hexadecimal SHA-256 digest of a text in UTF-8."""
        return hashlib.sha256(text.encode()).hexdigest()


@frozen(kw_only=True, order=False)
class Citation(Record):
    """Where a source says a thing, in which words, and with what force.

    Attributes:
        source_id: The source.
        quote: Its exact words.
        start: Where the quote begins in the source's text, in characters from 0.
        end: Where it ends, exclusive: ``text[start:end] == quote`` is checked.
        attributed_to: To whom the source attributes it; empty for itself.
        force: How firmly it is said: ``confirmed``, ``stated``, ``believed`` ...

    Raises:
        InvalidRecordError: If the span is half given or reversed.
    """

    source_id: str = field(validator=is_reference)
    quote: str = field(default="", validator=is_text)
    start: int | None = field(default=None, validator=is_count)
    end: int | None = field(default=None, validator=is_count)
    attributed_to: str = field(default="", validator=is_text)
    force: str = field(default=Force.STATED, converter=word, validator=is_term)

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            refuse(self, "end", self.end, f"with start {self.start} is half a span")
        if self.start is not None and self.end is not None and self.end < self.start:
            refuse(self, "end", self.end, f"is before start {self.start}")


def citations_of(values: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations as a tuple, in their order."""
    return tuple(values)
