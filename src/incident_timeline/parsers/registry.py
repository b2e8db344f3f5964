"""Which parser reads what: by name, by suffix, or by what it sees."""

from __future__ import annotations

import warnings
from datetime import date
from os import PathLike
from typing import Any, Final

from attrs import evolve

from incident_timeline._plugins import Plugins
from incident_timeline.parsers.base import Document, Parsed, Parser

__all__ = ["chosen", "parse", "parsers"]

_HEAD: Final = 4096  # characters of a text that a parser is shown to tell its own
_PROSE: Final = "press_release"
_PLUGINS: Final[Plugins[Parser]] = Plugins(
    "incident_timeline.parsers",
    {
        "json": "incident_timeline.parsers.json:JSON",
        _PROSE: "incident_timeline.parsers.press_release:PRESS_RELEASE",
    },
    lambda part: isinstance(part, Parser),
)


def parsers() -> dict[str, Parser]:
    """Every parser by name: the library's own first, then those of other packages.

    Packages add theirs by an entry point in the group ``incident_timeline.parsers``.
    One that can't be loaded is told of in a :class:`RuntimeWarning`.

    >>> parsers()["json"].name
    'json'
    """
    return _PLUGINS.all()


def parse(
    source: str | bytes | PathLike[str] | Document,
    *,
    parser: str | Parser | None = None,
    published: str | date | None = None,
    zone: str | None = None,
    name: str = "",
    title: str = "",
    publisher: str = "",
    url: str = "",
) -> Parsed:
    """Read incidents from a text, from bytes, from a file or from a document.

    Text is the text itself; a path is a file's. The parser is the one that is named
    or given, else the one whose suffix the document's name has, else the one that is
    surest of what it sees, else that for press releases. What else is given tells of
    the document, and replaces what it says itself.

    Raises:
        InvalidMomentError: If *published* is text that is no date.
        UnknownFormatError: If there is no parser of that name.
        UnreadableInputError: If the input is no text, or there is no such file.
        UnknownZoneError: If there is no such zone.

    >>> parse('{"schema_version": 1, "title": "Shots"}').incidents[0].title
    'Shots'
    """
    given = {
        "published": published,
        "zone": zone,
        "name": name,
        "title": title,
        "publisher": publisher,
        "url": url,
    }
    known = {key: value for key, value in given.items() if value}
    document = _document(source, known)
    return chosen(parser, document).parse(document)


def _document(
    source: str | bytes | PathLike[str] | Document, known: dict[str, Any]
) -> Document:
    if isinstance(source, Document):
        return evolve(source, **known)
    if isinstance(source, str):
        return Document(source, **known)
    if isinstance(source, bytes):
        return Document.from_bytes(source, **known)
    return Document.read(source, **known)


def chosen(parser: str | Parser | None, document: Document) -> Parser:
    """The parser of a document: the one named or given, or the one that it fits best.

    Raises:
        UnknownFormatError: If there is no parser of that name.

    >>> chosen(None, Document("Shots were fired.")).name
    'press_release'
    """
    if isinstance(parser, str):
        return _PLUGINS.named(parser)
    if parser is not None:
        return parser
    choice = parsers()
    name = document.name.lower()
    for one in choice.values():
        if name.endswith(tuple(getattr(one, "suffixes", ())) or "\0"):
            return one
    head = document.text[:_HEAD]
    surest = max(choice.values(), key=lambda one: _sureness(one, head))
    return surest if _sureness(surest, head) > 0 else choice[_PROSE]


def _sureness(parser: Parser, head: str) -> float:
    sniff = getattr(parser, "sniff", None)
    if sniff is None:
        return 0.0
    try:
        return float(sniff(head))
    except Exception as error:  # noqa: BLE001  another's fault stands in no parser's way
        message = f"parser {parser.name!r} can't tell its own: {error!r}"
        warnings.warn(message, RuntimeWarning, stacklevel=2)
        return 0.0
