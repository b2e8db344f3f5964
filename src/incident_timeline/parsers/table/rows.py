"""Rows of delimited text: records, their cells, and where each stands."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import field, frozen

from incident_timeline.parsers.building import Page, Piece

__all__ = ["Delimited", "Field", "Row", "delimiter_of", "lines_of", "spread"]

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_QUOTED: Final = re.compile(r'[^"]*+(?:""[^"]*+)*+("?)')
_UNQUOTED: Final = re.compile(r'"[^"]*+"')
_TOKEN: Final = re.compile(r'""|.', re.DOTALL)
_DELIMITERS: Final = (",", "\t", ";", "|")
_BOM: Final = "\ufeff"
LONGEST: Final = 1 << 20  # characters in which a quote has to close


class Field(NamedTuple):
    """A cell: where it stands in its record, without its quotes, and its value."""

    start: int
    end: int
    value: str


@frozen(eq=False)
class Row:
    """A record of a table.

    Attributes:
        piece: Its text, with its line's end.
        names: The names of its columns.
        fields: Its cells.
        remark: What is odd about its form; empty mostly.
    """

    piece: Piece
    names: tuple[str, ...]
    fields: tuple[Field, ...]
    remark: str = ""


def lines_of(chunks: Iterable[str]) -> Iterator[str]:
    r"""The lines of a text that comes in parts, with their ends: LF, CR LF or CR.

    >>> list(lines_of(["a\r", "\nb\rc"]))
    ['a\r\n', 'b\r', 'c']
    """
    held: list[str] = []
    for chunk in chunks:
        held.append(chunk)
        if "\n" not in chunk and "\r" not in chunk:
            continue
        lines = _LINE.findall("".join(held))
        held = []
        last = lines.pop() or lines.pop()
        yield from lines
        if last.endswith("\n"):
            yield last
        else:  # a CR may be half of a line's end
            held.append(last)
    if rest := "".join(held):
        yield from (line for line in _LINE.findall(rest) if line)


def delimiter_of(line: str) -> str:
    """What stands between the cells of a header: what is there most often.

    >>> delimiter_of('id;"a, b";date')
    ';'
    """
    bare = _UNQUOTED.sub("", line)
    return max(_DELIMITERS, key=bare.count)


@lru_cache(maxsize=64)
def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(
        rf'(?:(?P<open>")(?P<inner>[^"]*+(?:""[^"]*+)*+)(?P<shut>"?))?'
        rf"(?P<tail>[^{mark}\r\n]*+)(?P<end>{mark}|\r\n|\r|\n|\Z)"
    )


class _State(Enum):
    """What a line does with the quotes of a record."""

    CLOSED = "none is open at its end"
    OPEN = "that which was open at its beginning still is"
    OPENED = "one that it opens is open at its end"
    SPOILT = "words stand behind the quote that would close one"


@frozen
class Delimited:
    r"""Reads records of delimited text in one pass, by the rules of RFC 4180.

    A quote that isn't closed within a million characters, or by the end, or on a later
    line with words behind it, is taken for itself, so that no row is lost in another's
    cell.

    Attributes:
        delimiter: What stands between cells.

    >>> records = Delimited(",").records(['a,"b\n', '""c"\n'])
    >>> [[cell.value for cell in row.fields] for row in records]
    [['a', 'b\n"c']]
    """

    delimiter: str
    _pattern: re.Pattern[str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_pattern", _cell(self.delimiter))

    def records(
        self, lines: Iterable[str], offset: int = 0, number: int = 1
    ) -> Iterator[Row]:
        """The records of whole lines; blank ones are left out."""
        for text, first, is_open in self._whole(lines, number):
            if text.strip("\r\n"):
                piece = Page.at(text, offset, first).whole
                cells, spoilt = self._fields(text)
                remark = "a quote in it is not closed" if is_open else spoilt
                yield Row(piece, (), cells, remark)
            offset += len(text)

    def _whole(
        self, lines: Iterable[str], number: int
    ) -> Iterator[tuple[str, int, bool]]:
        """Texts of records, the line of each, and whether a quote in it stays open.

        A record whose quote stays open ends with the line on which that one opens. The
        lines behind it have double quotes only, and open none: none is read thrice.
        """
        waiting, rest = deque[str](), iter(lines)
        held: list[str] = []
        size = opened = 0
        while True:
            line = waiting.popleft() if waiting else next(rest, None)
            if line is None and not held:
                return
            state = _State.SPOILT
            if line is not None:
                state = self._state(line, within=bool(held))
                held.append(line)
                size += len(line)
            if state is _State.OPENED:
                opened = len(held)
            if state in (_State.OPEN, _State.OPENED) and size <= LONGEST:
                continue
            gives_up = state is not _State.CLOSED
            taken = held[:opened] if gives_up else held
            yield "".join(taken), number, gives_up
            number += len(taken)
            waiting.extendleft(reversed(held[len(taken) :]))
            held, size, opened = [], 0, 0

    def _state(self, line: str, *, within: bool) -> _State:
        """What a line does with the quotes; *within*: one is open at its beginning."""
        if '"' not in line:
            return _State.OPEN if within else _State.CLOSED
        at = 0
        if within:
            closing = _QUOTED.match(line)
            if closing is None or not closing[1]:
                return _State.OPEN
            at = closing.end()
            tail = self._pattern.match(line, at)
            if tail is None or tail["tail"].strip():
                return _State.SPOILT
            at = tail.end()
        for found in self._pattern.finditer(line, at):
            if found["open"] and not found["shut"]:
                return _State.OPENED
        return _State.CLOSED

    def _fields(self, text: str) -> tuple[tuple[Field, ...], str]:
        """The cells of a record, and what is odd about their quotes."""
        if '"' not in text:
            return tuple(_plain(text, self.delimiter, 0)), ""
        cells: list[Field] = []
        at, last, remark = 0, False, ""
        while not last:
            found = self._pattern.match(text, at)
            if found is None or (found["open"] and not found["shut"]):
                cells += _plain(text, self.delimiter, at)
                break
            cells.append(_quoted(found) if found["open"] else _bare(found))
            if found["open"] and found["tail"].strip():
                remark = "words stand behind a closing quote"
            at, last = found.end(), found["end"] != self.delimiter
        return tuple(cells), remark


def _plain(text: str, delimiter: str, at: int) -> Iterator[Field]:
    """Cells without quotes, from some place on."""
    for part in text[at:].rstrip("\r\n").split(delimiter):
        yield Field(at, at + len(part), part)
        at += len(part) + 1


def _bare(found: re.Match[str]) -> Field:
    return Field(*found.span("tail"), found["tail"])


def _quoted(found: re.Match[str]) -> Field:
    value = found["inner"].replace('""', '"') + found["tail"]
    if found["tail"]:  # words behind the quotes: the cell is all of it
        return Field(found.start(), found.end("tail"), value)
    return Field(*found.span("inner"), value)


def spread(raw: str, value: str, token: re.Pattern[str] = _TOKEN) -> list[int] | None:
    """Where each character of a value begins in its raw text, and where it ends.

    ``None`` where the two can't be told apart character by character.

    >>> spread('a""b', 'a"b')
    [0, 1, 3, 4]
    """
    if raw == value:
        return list(range(len(raw) + 1))
    starts = [found.start() for found in token.finditer(raw)]
    return [*starts, len(raw)] if len(starts) == len(value) else None
