"""Pieces of a text that know where they stand, so that nobody counts characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple, Self

from attrs import field, frozen

__all__ = ["LINE_END", "Found", "Page", "Piece", "Place"]

_BOM = "\ufeff"
LINE_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """Where a character stands in a document: its offset from 0, line and column."""

    offset: int
    line: int
    column: int


class _Segment(NamedTuple):
    """Text that stands in one stretch of the document, and where it begins there."""

    start: int
    place: Place


@frozen(eq=False)
class Page:
    r"""A text that is read, and where its parts stand in the document.

    It is mostly a document's whole text; else it is put together from stretches of
    one, such as a table's header and one of its rows.

    Attributes:
        text: The text; pieces and citations count characters in it.

    >>> Page("one\ntwo").place(5)
    Place(offset=5, line=2, column=2)
    """

    text: str
    _segments: tuple[_Segment, ...] = (_Segment(0, Place(0, 1, 1)),)

    @classmethod
    def of(cls, stretches: Iterable[Piece]) -> Self:
        """A page of whole stretches of other pages, one after the other."""
        texts: list[str] = []
        segments: list[_Segment] = []
        length = 0
        for one in stretches:
            segments.append(_Segment(length, one.place))
            texts.append(one.text)
            length += len(one.text)
        return cls("".join(texts), tuple(segments) or (_Segment(0, Place(0, 1, 1)),))

    @classmethod
    def at(cls, text: str, offset: int, line: int) -> Self:
        """A page of whole lines that begin at an offset and a line of the document."""
        return cls(text, (_Segment(0, Place(offset, line, 1)),))

    @property
    def whole(self) -> Piece:
        """All of its text, but for a byte order mark in front."""
        return Piece(self, int(self.text[:1] == _BOM), len(self.text))

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.end() for match in LINE_END.finditer(self.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self._segments]

    def place(self, at: int) -> Place:
        """Where the character at an offset of the page stands in the document."""
        start, place = self._segments[bisect_right(self._starts, at) - 1]
        first, last = (
            bisect_right(self._line_ends, start),
            bisect_right(self._line_ends, at),
        )
        offset = place.offset + at - start
        if first == last:
            return Place(offset, place.line, place.column + at - start)
        column = at - self._line_ends[last - 1] + 1
        return Place(offset, place.line + last - first, column)

    @cached_property
    def _in_document(self) -> list[tuple[int, int, int]]:
        """Where each segment begins in the document, and where it is here."""
        ends = [*self._starts[1:], len(self.text)]
        pairs = zip(self._segments, ends, strict=True)
        return sorted((one.place.offset, one.start, end) for one, end in pairs)

    def find(self, offset: int) -> int | None:
        """Where the document's character at an offset is here, if it is.

        >>> Page.of([Page("ab, cd").whole.cut(4)]).find(5)
        1
        """
        at = bisect_right(self._in_document, (offset, len(self.text), 0)) - 1
        first, start, end = self._in_document[max(at, 0)]
        here = start + offset - first
        return here if start <= here < end else None


@frozen(repr=False)
class Piece:
    r"""Some words of a page: a line, a field, a match, and where they stand.

    True where it holds more than white space. Words can be cut further, and every
    cut knows its place.

    Attributes:
        start: Its first character's offset in its page.
        end: The offset just after its last character.

    >>> line = next(Page("2013 UNIT12 arrived\n").whole.lines())
    >>> found = line.fullmatch(r"(?P<at>\d{4}) (?P<unit>\w+) (?P<what>.+)")
    >>> found["unit"].text, found["unit"].start
    ('UNIT12', 5)
    """

    page: Page = field(eq=lambda page: page.text)
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.page.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where it begins in the document."""
        return self.page.place(self.start)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Piece {self.start}:{self.end} {self.text!r}>"

    def __bool__(self) -> bool:
        return not self.text.isspace() and self.start < self.end

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Part of it, by offsets in its own text, as slices count them."""
        low, high, _ = slice(start, end).indices(self.end - self.start)
        return Piece(self.page, self.start + low, self.start + max(low, high))

    def through(self, other: Piece) -> Piece:
        """All from its beginning to the end of another piece, further on in its page.

        Raises:
            ValueError: If the other is of another page, or ends before this begins.
        """
        if other.page is not self.page or other.end < self.start:
            message = f"{other!r} does not come after {self!r} in one page"
            raise ValueError(message)
        return Piece(self.page, self.start, other.end)

    def strip(self, letters: str | None = None) -> Piece:
        """It without white space around it, or without *letters*."""
        text = self.text
        left = len(text) - len(text.lstrip(letters))
        return self.cut(left, left + len(text.strip(letters)))

    def lines(self) -> Iterator[Piece]:
        """Its lines without their ends, blank ones too; ends are LF, CR LF or CR."""
        at = self.start
        for end in LINE_END.finditer(self.page.text, self.start, self.end):
            yield Piece(self.page, at, end.start())
            at = end.end()
        if at < self.end:
            yield Piece(self.page, at, self.end)

    def whole_lines(self) -> Iterator[Piece]:
        """Its lines with their ends."""
        at = self.start
        while at < self.end:
            end = LINE_END.search(self.page.text, at, self.end)
            stop = end.end() if end else self.end
            yield Piece(self.page, at, stop)
            at = stop

    def split(self, separator: str | re.Pattern[str], most: int = -1) -> list[Piece]:
        """Its parts between separators, which are a text or what a pattern matches.

        *most* is how often it is cut, -1 for all.

        Raises:
            ValueError: If the separator is empty.
        """
        if separator == "":
            message = "an empty separator cuts nothing: name one, or use cut"
            raise ValueError(message)
        exact = re.escape(separator) if isinstance(separator, str) else separator
        ends = re.compile(exact).finditer(self.text)
        at, pieces = 0, []
        for end in islice(ends, None if most < 0 else most):
            pieces.append(self.cut(at, end.start()))
            at = end.end()
        return [*pieces, self.cut(at)]

    def fullmatch(self, pattern: str | re.Pattern[str]) -> Found | None:
        """The match of a pattern with all of it, where there is one."""
        match = re.compile(pattern).fullmatch(self.text)
        return None if match is None else Found(self, match)

    def match(self, pattern: str | re.Pattern[str]) -> Found | None:
        """The match of a pattern at its beginning, where there is one."""
        match = re.compile(pattern).match(self.text)
        return None if match is None else Found(self, match)

    def search(self, pattern: str | re.Pattern[str]) -> Found | None:
        """The first match of a pattern in it, where there is one."""
        match = re.compile(pattern).search(self.text)
        return None if match is None else Found(self, match)

    def searches(self, pattern: str | re.Pattern[str]) -> Iterator[Found]:
        """Every match of a pattern in it, in their order."""
        return (Found(self, one) for one in re.compile(pattern).finditer(self.text))


@frozen
class Found:
    r"""What a pattern found in a piece: its groups, as pieces.

    >>> found = Page("at 20:13").whole.search(r"(\d\d):(\d\d)")
    >>> found[0], found[2].text
    (<Piece 3:8 '20:13'>, '13')
    """

    piece: Piece
    match: re.Match[str]

    def __getitem__(self, group: int | str) -> Piece:
        """A group's words; empty where it took no part. Group 0 is the whole match.

        Raises:
            IndexError: If the pattern has no such group.
        """
        start, end = self.match.span(group)
        return self.piece.cut(max(start, 0), max(end, 0))

    @property
    def text(self) -> str:
        """The words of the whole match."""
        return self[0].text

    def groups(self) -> tuple[Piece, ...]:
        """Every group's words, without the whole match."""
        return tuple(map(self.__getitem__, range(1, self.match.re.groups + 1)))
