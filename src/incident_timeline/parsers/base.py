"""What a parser reads and gives back: documents, and incidents with findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any, Protocol, Self, runtime_checkable

from attrs import field, frozen

from incident_timeline.converter.decoding import decode, encode
from incident_timeline.errors import (
    InvalidMomentError,
    UnreadableInputError,
    shown,
)
from incident_timeline.model import Finding, Incident
from incident_timeline.moments import check_zone

__all__ = ["Document", "Parsed", "Parser"]


def _is_text(_: object, __: object, text: str) -> None:
    encode(text)


def _day(value: str | date | None) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError):
        message = f"{shown(value)} is no date: write it as '2023-11-24'"
        raise InvalidMomentError(message, value=str(value)) from None


def _is_zone(_: object, __: object, zone: str | None) -> None:
    if zone is not None:
        check_zone(zone)


@frozen
class Document:
    """A text to be read, and what is known of it from outside.

    Attributes:
        text: The text, exactly as it stands: citations count characters in it.
        name: The name of its file; its suffix tells which parser reads it.
        title: Its title.
        publisher: Who published it.
        url: Where it was found.
        media_type: Its media type, such as ``text/calendar``; parameters are left out
            of account.
        published: The day of its publication, in its zone, as a date or as text
            such as ``2023-11-24``; completes dates that lack
            a year.
        zone: The zone in which its times are told, as an IANA name or an offset;
            never guessed.

    Raises:
        InvalidMomentError: If *published* is text that is no date.
        UnreadableInputError: If the text has half of a surrogate pair.
        UnknownZoneError: If there is no such zone.

    >>> Document("Shots were fired.", title="Statement").title
    'Statement'
    """

    text: str = field(validator=_is_text)
    name: str = field(default="", kw_only=True)
    title: str = field(default="", kw_only=True)
    publisher: str = field(default="", kw_only=True)
    url: str = field(default="", kw_only=True)
    media_type: str = field(default="", kw_only=True)
    published: date | None = field(default=None, kw_only=True, converter=_day)
    zone: str | None = field(default=None, kw_only=True, validator=_is_zone)

    @classmethod
    def from_bytes(
        cls, data: bytes, *, decode: Callable[[bytes], str] = decode, **known: Any
    ) -> Self:
        """A document from bytes in UTF-8, or in UTF-16 with a byte order mark.

        *decode* makes text of bytes that are something else; *known* is what else the
        document has, by name.

        Raises:
            UnreadableInputError: If the bytes are no such text; names the place.

        >>> Document.from_bytes("19:59hrs – shots".encode(), name="log.txt").name
        'log.txt'
        """
        return cls(decode(data), **known)

    @classmethod
    def read(
        cls,
        path: str | PathLike[str],
        *,
        decode: Callable[[bytes], str] = decode,
        **known: Any,
    ) -> Self:
        """A document from a file; its name is the file's, unless *known* says other.

        *decode* makes its text of its bytes, as in :meth:`from_bytes`.

        Raises:
            UnreadableInputError: If there is no such file, or it holds no text.
        """
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            message = f"{path} can't be read: {error.strerror}"
            raise UnreadableInputError(message) from error
        try:
            named = {"name": Path(path).name, **known}
            return cls.from_bytes(data, decode=decode, **named)
        except UnreadableInputError as error:
            message = f"{path}: {error}"
            raise UnreadableInputError(
                message, line=error.line, column=error.column
            ) from None


@frozen
class Parsed:
    """What a parser read: incidents, and findings on what it could not use.

    Attributes:
        incidents: The incidents, in the document's order.
        findings: What it has to say of what it read.
        parser: The name of the parser, where :func:`parse` chose or was given it.
    """

    incidents: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    parser: str = ""


@runtime_checkable
class Parser(Protocol):
    """Any object with a name and a method that reads a document.

    More attributes are used where a parser has them:

    - ``suffixes``: the endings of names that are its own, such as ``(".json",)``;
    - ``media_types``: the types of its documents, such as ``("application/json",)``;
    - ``sniff``: from a text's first 4,096 characters to how sure it is, from 0 to 1,
      that it can read them;
    - ``decode``: from a file's bytes to its text, where that is not UTF-8 or UTF-16;
    - ``stream``: from lines with their ends, and a document that holds what is known,
      to one :class:`Parsed` after the other, for what is too large to be held whole.
    """

    @property
    def name(self) -> str:
        """The name that it is asked for by."""
        ...

    def parse(self, document: Document, /) -> Parsed:
        """Read a document; what can't be used becomes a finding, never an error."""
        ...
