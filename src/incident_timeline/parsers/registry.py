"""Which parser reads what: by name, by suffix, by media type, or by what it sees."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from os import PathLike
from pathlib import PurePath
from typing import Any, Final

from attrs import evolve

from incident_timeline._plugins import Plugins
from incident_timeline.converter.decoding import decode
from incident_timeline.errors import UnknownFormatError, shown
from incident_timeline.parsers.base import Document, Parsed, Parser
from incident_timeline.parsers.building.lines import single_lines

__all__ = ["chosen", "decoder", "parse", "parsers", "stream"]

_HEAD: Final = 4096  # characters of a text that a parser is shown to tell its own
_PROSE: Final = "press_release"
_ROOM: Final = "incident_timeline.parsers"
_OWN: Final = {
    "ics": f"{_ROOM}.ics:ICS",
    "json": f"{_ROOM}.json:JSON",
    "log": f"{_ROOM}.log:LOG",
    _PROSE: f"{_ROOM}.press_release:PRESS_RELEASE",
    "table": f"{_ROOM}.table:TABLE",
}
_PLUGINS: Final[Plugins[Parser]] = Plugins(
    _ROOM, _OWN, lambda part: isinstance(part, Parser)
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
    or given, else the one of the document's media type, else the one whose suffix its
    name has, else the one that is surest of what it sees, else that for press releases.
    What else is given tells of the document, and replaces what it says itself.

    Raises:
        InvalidMomentError: If *published* is text that is no date.
        TypeError: If what is given as a parser is none, or gives back no
            :class:`Parsed`.
        UnknownFormatError: If there is no parser of that name, or two are equally sure.
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
    asked = None if parser is None else _given(parser)
    document = _document(source, known, lambda name: decoder(asked, name))
    one = asked or chosen(None, document)
    return _named(one, one.parse(document))


def _given(parser: str | Parser) -> Parser:
    """The parser that is named or given."""
    if isinstance(parser, str):
        return _PLUGINS.named(parser)
    if not isinstance(parser, Parser):
        remedy = ': put @parser("a_name") above it' if callable(parser) else ""
        message = f"{shown(parser)} is no parser{remedy}"
        raise TypeError(message)
    return parser


def _named(parser: Parser, parsed: Parsed) -> Parsed:
    """What a parser read, with its name."""
    if not isinstance(parsed, Parsed):
        message = f"parser {parser.name!r} returned {shown(parsed)}, which is no Parsed"
        raise TypeError(message)
    return evolve(parsed, parser=parser.name)


def stream(
    lines: Iterable[str], *, parser: str | Parser, **known: Any
) -> Iterator[Parsed]:
    r"""Read incidents one by one from lines, which keep their ends, such as a file's.

    What is read is not held, so that an input may be larger than the memory. *known*
    is what is known of the document, as :func:`parse` takes it.

    Chunks of another length are put together to lines.

    Raises:
        TypeError: If *lines* is one text, or holds bytes.
        UnknownFormatError: If there is no parser of that name, or it reads documents
            only as a whole.
        UnreadableInputError: If a line has half of a surrogate pair.

    >>> from incident_timeline.parsers import parser
    >>> @parser("calls", starts="call ")
    ... def calls(bench):
    ...     for line in bench.lines():
    ...         bench.event("call", quote=line)
    >>> [len(one.incidents) for one in stream(["call 1\n", "call 2\n"], parser=calls)]
    [1, 1]
    """
    one = _given(parser)
    streaming = getattr(one, "stream", None)
    if streaming is None:
        message = f"parser {one.name!r} reads only whole documents"
        raise UnknownFormatError(message, wanted=one.name)
    told = {key: value for key, value in known.items() if value}
    parts = streaming(single_lines(lines), Document("", **told))
    return (_named(one, part) for part in parts)


def _document(
    source: str | bytes | PathLike[str] | Document,
    known: dict[str, Any],
    decoding: Callable[[str], Callable[[bytes], str]],
) -> Document:
    if isinstance(source, Document):
        return evolve(source, **known)
    if isinstance(source, str):
        return Document(source, **known)
    if isinstance(source, bytes):
        make = decoding(known.get("name", ""))
        return Document.from_bytes(source, decode=make, **known)
    make = decoding(known.get("name", PurePath(source).name))
    return Document.read(source, decode=make, **known)


def decoder(parser: Parser | None, name: str) -> Callable[[bytes], str]:
    """What makes text of a document's bytes: its parser's ``decode``, if it has one.

    Where no parser is given, the one whose suffix the name has.
    """
    one = parser or _by_suffix(name)
    made: Callable[[bytes], str] = getattr(one, "decode", decode)
    return made


def chosen(parser: str | Parser | None, document: Document) -> Parser:
    """The parser of a document: the one named or given, or the one that it fits best.

    Raises:
        UnknownFormatError: If there is no parser of that name, or if two are equally
            sure of what they see.

    >>> chosen(None, Document("Shots were fired.")).name
    'press_release'
    """
    if isinstance(parser, str):
        return _PLUGINS.named(parser)
    one = parser or _by_media_type(document.media_type) or _by_suffix(document.name)
    return one or _by_sight(document.text[:_HEAD])


def _by_media_type(media_type: str) -> Parser | None:
    wanted = media_type.partition(";")[0].strip().lower()
    choice = parsers().items() if wanted else ()
    fits = [(name, p) for name, p in choice if wanted in _told(p, "media_types")]
    return _only(fits, f"are for {wanted}")


def _told(parser: Parser, attribute: str) -> tuple[str, ...]:
    """What a parser says of itself, in small letters; one text alone is one."""
    values = getattr(parser, attribute, ())
    return tuple(
        one.lower() for one in ((values,) if isinstance(values, str) else values)
    )


def _only(fits: list[tuple[str, Parser]], are: str) -> Parser | None:
    """The one parser that fits: the library's own first; an error if others do.

    Raises:
        UnknownFormatError: If several of other packages do.
    """
    fits = [fit for fit in fits if fit[0] in _OWN][:1] or fits
    if len(fits) > 1:
        told = " and ".join(repr(name) for name, _ in fits)
        message = f"{told} {are}: name the parser"
        raise UnknownFormatError(message, wanted=fits[0][0])
    return fits[0][1] if fits else None


def _by_suffix(name: str) -> Parser | None:
    """The parser with the longest suffix that a name ends with."""
    low = name.lower()
    fits = [
        (suffix, (named, one))
        for named, one in (parsers().items() if "." in low else ())
        for suffix in _told(one, "suffixes")
        if low.endswith(suffix)
    ]
    longest = max((suffix for suffix, _ in fits), key=len, default="")
    return _only([fit for suffix, fit in fits if suffix == longest], f"have {longest}")


def _by_sight(head: str) -> Parser:
    choice = parsers()
    sure = [(_sureness(one, head), name) for name, one in choice.items()]
    most = max(sureness for sureness, _ in sure)
    if most <= 0:
        return choice[_PROSE]
    names = [name for sureness, name in sure if sureness == most]
    if len(names) > 1:
        told = " and ".join(repr(name) for name in names)
        message = f"{told} are equally sure to read this: name the parser"
        raise UnknownFormatError(message, wanted=names[0])
    return choice[names[0]]


def _sureness(parser: Parser, head: str) -> float:
    sniff = getattr(parser, "sniff", None)
    if sniff is None:
        return 0.0
    try:
        return max(0.0, min(1.0, float(sniff(head))))
    except Exception as error:  # noqa: BLE001  another's fault stands in no parser's way
        message = f"parser {parser.name!r} can't tell its own: {error!r}"
        warnings.warn(message, RuntimeWarning, stacklevel=2)
        return 0.0
