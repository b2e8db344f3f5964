"""Rows of delimited text: records, their cells, and where each stands."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
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


@lru_cache(maxsize=64)
def _tail(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf"[^{mark}\r\n]*+(?:{mark}|(?:\r\n|\r|\n|\Z))")


@frozen
class Delimited:
    r"""Reads records of delimited text in one pass, by the rules of RFC 4180.

    A quote that isn't closed within a million characters, or by the end, is taken for
    itself, so that no row is lost in another's cell.

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
                cells = tuple(self._fields(text))
                remark = "a quote in it is not closed" if is_open else ""
                yield Row(piece, (), cells, remark)
            offset += len(text)

    def _whole(
        self, lines: Iterable[str], number: int
    ) -> Iterator[tuple[str, int, bool]]:
        """Texts of records, the line of each, and whether a quote in it stays open."""
        waiting, rest = deque[str](), iter(lines)
        held: list[str] = []
        size = 0
        while True:
            line = waiting.popleft() if waiting else next(rest, None)
            if line is not None:
                held.append(line)
                size += len(line)
                if size <= LONGEST and self._stays_open(line, within=len(held) > 1):
                    continue
            if not held:
                return
            gives_up = line is None or (size > LONGEST and len(held) > 1)
            taken = held[:1] if gives_up else held
            is_open = gives_up or (size > LONGEST and self._stays_open(taken[0]))
            yield "".join(taken), number, is_open
            number += len(taken)
            waiting.extendleft(reversed(held[len(taken) :]))
            held, size = [], 0

    def _stays_open(self, line: str, *, within: bool = False) -> bool:
        """Whether a quote is open at a line's end; *within*: at its beginning too."""
        if '"' not in line:
            return within
        at = 0
        if within:
            closing = _QUOTED.match(line)
            if closing is None or not closing[1]:
                return True
            tail = _tail(self.delimiter).match(line, closing.end())
            at = tail.end() if tail else len(line)
        for found in self._pattern.finditer(line, at):
            if found["open"] and not found["shut"]:
                return True
        return False

    def _fields(self, text: str) -> Iterator[Field]:
        if '"' not in text:
            yield from _plain(text, self.delimiter, 0)
            return
        at, last = 0, False
        while not last:
            found = self._pattern.match(text, at)
            if found is None or (found["open"] and not found["shut"]):
                yield from _plain(text, self.delimiter, at)
                return
            yield _quoted(found) if found["open"] else _bare(found)
            at, last = found.end(), found["end"] != self.delimiter


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
