"""The structure of a text in its media type: what no word of a source may change."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Hashable, Iterator
from html.parser import HTMLParser
from io import StringIO
from typing import Any, Final
from xml.parsers import expat

from incident_timeline.testing._markdown import markdown

__all__ = ["MalformedError", "reader_of"]

Reader = Callable[[str], Hashable]


class MalformedError(ValueError):
    """A text that its media type doesn't allow."""


def reader_of(media_type: str) -> Reader | None:
    r"""What reads the structure of texts of a media type, where that is known.

    It raises `MalformedError` for a text that isn't of the type.

    >>> reader_of("text/csv; charset=utf-8")("a,b\r\n")
    (2,)
    """
    bare = media_type.partition(";")[0].strip().lower()
    suffix = "+" + bare.rpartition("+")[2]
    return _READERS.get(bare) or _READERS.get(suffix)


def _json(text: str) -> Hashable:
    def refused(word: str) -> None:
        message = f"{word} is no JSON"
        raise MalformedError(message)

    try:
        return _tree(json.loads(text, parse_constant=refused))
    except json.JSONDecodeError as error:
        raise MalformedError(str(error)) from error


def _tree(value: Any) -> Hashable:
    if isinstance(value, dict):
        return ("{", *((key, _tree(one)) for key, one in value.items()))
    if isinstance(value, list):
        return ("[", *map(_tree, value))
    return type(value).__name__


def _json_lines(text: str) -> Hashable:
    return tuple(_json(line) for line in text.split("\n") if line)


def _separated(delimiter: str) -> Reader:
    def widths(text: str) -> Hashable:
        lines = StringIO(text, newline="")
        try:
            rows = tuple(map(len, csv.reader(lines, delimiter=delimiter, strict=True)))
        except csv.Error as error:
            raise MalformedError(str(error)) from error
        if len(set(rows)) > 1:
            message = f"rows of {', '.join(map(str, sorted(set(rows))))} cells"
            raise MalformedError(message)
        return rows

    return widths


_VOID: Final = frozenset(
    ("area base br col embed hr img input link meta param source track wbr").split()
)


class _Tags(HTMLParser):
    """The tags of a page, with the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Hashable] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")
        if not self.open or self.open.pop() != tag:
            message = f"</{tag}> closes nothing that is open"
            raise MalformedError(message)

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"a comment of {len(data.splitlines())} lines")


def _html(text: str) -> Hashable:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    if tags.open:
        message = f"<{tags.open[-1]}> is never closed"
        raise MalformedError(message)
    return tuple(tags.tags)


def _xml(text: str) -> Hashable:
    found: list[Hashable] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda tag, attrs: found.append((tag, *attrs))
    parser.EndElementHandler = lambda tag: found.append(f"/{tag}")
    try:
        parser.Parse(text.encode(errors="replace"), True)  # noqa: FBT003  its only form
    except expat.ExpatError as error:
        raise MalformedError(str(error)) from error
    return tuple(found)


_WIDEST: Final = 75  # octets of a line, without its end (RFC 5545, 3.1)
_PROPERTY: Final = re.compile(r"^([A-Za-z0-9-]+)(?:;[^:\r\n]*)?:")


def _calendar(text: str) -> Hashable:
    return tuple(_properties(text))


def _properties(text: str) -> Iterator[Hashable]:
    blocks: list[str] = []
    for line in re.sub(r"\r\n[ \t]", "", "".join(_content(text))).split("\r\n")[:-1]:
        match = _PROPERTY.match(line)
        if match is None:
            message = f"{line!r} is no property"
            raise MalformedError(message)
        name, value = match[1].upper(), line[match.end() :]
        if name == "BEGIN":
            blocks.append(value)
        elif name == "END" and (not blocks or blocks.pop() != value):
            message = f"END:{value} ends nothing that has begun"
            raise MalformedError(message)
        yield name
    if blocks:
        message = f"BEGIN:{blocks[-1]} is never ended"
        raise MalformedError(message)


def _content(text: str) -> Iterator[str]:
    """The lines with their ends, once each is found to be as long as it may be."""
    lines = text.split("\r\n")
    if lines[-1] or any("\n" in line or "\r" in line for line in lines):
        message = "lines do not all end with CRLF"
        raise MalformedError(message)
    for line in lines[:-1]:
        if len(line.encode(errors="replace")) > _WIDEST:
            message = f"{line!r} has more than {_WIDEST} octets"
            raise MalformedError(message)
        yield f"{line}\r\n"


_READERS: Final[dict[str, Reader]] = {
    "application/json": _json,
    "+json": _json,
    "application/jsonl": _json_lines,
    "application/x-ndjson": _json_lines,
    "text/csv": _separated(","),
    "text/tab-separated-values": _separated("\t"),
    "text/html": _html,
    "application/xml": _xml,
    "text/xml": _xml,
    "+xml": _xml,
    "text/calendar": _calendar,
    "text/markdown": markdown,
}
