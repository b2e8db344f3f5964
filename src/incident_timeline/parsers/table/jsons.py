"""Rows of JSON: one object a line, or an array of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from incident_timeline.parsers.building import Page, Piece
from incident_timeline.parsers.table.rows import Field, Row

__all__ = ["JSON_TOKEN", "json_rows"]

JSON_TOKEN: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\.|.",
    re.DOTALL,
)
"""What stands for one character in a JSON string."""
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DECODER: Final = json.JSONDecoder()
_LIST_MARK: Final = ";"


class _Object(NamedTuple):
    """An object's keys and cells, and where it ends."""

    names: tuple[str, ...]
    fields: tuple[Field, ...]
    end: int


def json_rows(lines: Iterable[str], offset: int = 0) -> Iterator[Row]:
    """The objects of JSON Lines, one by one; those of an array, when all are there.

    A line that is none is a row without cells, and with a remark. A list in a cell is
    its values with ``;`` between them.

    >>> [row.fields[0].value for row in json_rows(['{"id": 7}', '{"id": null}'])]
    ['7', '']
    """
    rest, is_first = iter(lines), True
    for number, line in enumerate(rest, start=1):
        if is_first and line.lstrip().startswith("["):
            yield from _array(Page.at("".join([line, *rest]), offset, number))
            return
        if line.strip():
            is_first = False
            yield _row(Page.at(line, offset, number).whole)
        offset += len(line)


def _row(piece: Piece) -> Row:
    text = piece.text
    try:
        found = _object(text, _space(text, 0))
    except (ValueError, RecursionError) as error:
        return Row(piece, (), (), f"no JSON object: {_reason(error)}")
    rest = text[found.end :].strip()
    remark = "more stands after its object" if rest else ""
    return Row(piece, found.names, found.fields, remark)


def _array(page: Page) -> Iterator[Row]:
    """The objects of an array; what can't be read ends it."""
    text = page.text
    at = _space(text, _space(text, 0) + 1)
    while at < len(text) and text[at] != "]":
        try:
            found = _object(text, at)
        except (ValueError, RecursionError) as error:
            piece = Piece(page, at, len(text)).strip()
            yield Row(piece, (), (), f"no JSON object: {_reason(error)}")
            return
        fields = tuple(_moved(one, -at) for one in found.fields)
        yield Row(Piece(page, at, found.end), found.names, fields)
        at = _space(text, found.end)
        if text[at : at + 1] == ",":
            at = _space(text, at + 1)


def _moved(cell: Field, by: int) -> Field:
    return Field(cell.start + by, cell.end + by, cell.value)


def _reason(error: Exception) -> str:
    return getattr(error, "msg", "") or str(error).partition(":")[0]


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _object(text: str, at: int) -> _Object:
    """The object at a place.

    Raises:
        ValueError: If there is none.
    """
    at = _expect(text, at, "{")
    names: list[str] = []
    fields: list[Field] = []
    while text[at : at + 1] != "}":
        if names:
            at = _expect(text, at, ",")
        _expect(text, at, '"')
        name, at = _DECODER.raw_decode(text, at)
        at = _expect(text, _space(text, at), ":")
        value, end = _DECODER.raw_decode(text, at)
        names.append(_whole(name))
        fields.append(_field(at, end, value))
        at = _space(text, end)
    return _Object(tuple(names), tuple(fields), at + 1)


def _expect(text: str, at: int, mark: str) -> int:
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(f"{mark!r} is missing", text, at)
    return _space(text, at + 1)


def _field(start: int, end: int, value: Any) -> Field:
    if isinstance(value, str):
        return Field(start + 1, end - 1, _whole(value))
    return Field(start, end, _plain(value))


def _plain(value: Any) -> str:
    """What a value is as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, list):
        return _LIST_MARK.join(map(_plain, value))
    return _whole(value) if isinstance(value, str) else json.dumps(value)


def _whole(text: str) -> str:
    """A text without halves of surrogate pairs, which no file holds."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
