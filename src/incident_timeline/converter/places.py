"""Where in a JSON text the values stand that problems name."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import define, frozen

from incident_timeline.converter.words import step, summary
from incident_timeline.errors import UnreadableInputError

__all__ = ["Place", "places_of", "unreadable"]

_MARK = re.compile(r'[{}\[\],]|"(?:[^"\\]++|\\.)*+"|[^\s{}\[\],:"]++', re.DOTALL)
_STEP = re.compile(r'\$|\.\w++|\[\d++\]|\["(?:[^"\\]++|\\.)*+"\]')


@frozen
class Place:
    """A problem, and the stretch of the text that it is about."""

    path: str
    reason: str
    raw: str
    line: int
    column: int


@define
class _Open:
    """An object or a list that has begun, and the step to its next value."""

    path: str | None  # None where no problem is inside
    start: int
    name: str | None = None  # of an object's next value; None before it is read
    index: int | None = None  # of a list's next value; None in an object

    def inside(self) -> str | None:
        if self.path is None:
            return None
        return self.path + step((self.name or "") if self.index is None else self.index)


def places_of(text: str, problems: Iterable[str]) -> Iterator[Place]:
    """Each problem such as ``$.id: 5 is no text`` with its place in the JSON text.

    A value that is missing stands where the innermost one around it begins. The cost
    is linear in the sizes of text and problems.

    >>> list(places_of('{"id": 5}', ["$.id: 5 is no text"]))
    [Place(path='$.id', reason='5 is no text', raw='5', line=1, column=8)]
    """
    told = [_Told.of(problem) for problem in problems]
    spans = dict(_spans(text, _wanted(told)))
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for one in told:
        start, end = next(spans[path] for path in one.around() if path in spans)
        line = bisect_right(starts, start)
        column = start - starts[line - 1] + 1
        yield Place(one.path, one.reason, text[start:end], line, column)


def unreadable(text: str, problems: Iterable[str]) -> UnreadableInputError:
    """The error that names all problems, in the order in which they stand."""
    places = sorted(places_of(text, problems), key=lambda one: (one.line, one.column))
    told = tuple(f"{one.path}: {one.reason}" for one in places)
    first = places[0]
    return UnreadableInputError(
        summary(told), problems=told, line=first.line, column=first.column
    )


@frozen
class _Told:
    """A problem taken apart: its path, where the steps of that end, and the reason."""

    path: str
    ends: tuple[int, ...]
    reason: str

    @classmethod
    def of(cls, problem: str) -> _Told:
        ends = [0]
        while match := _STEP.match(problem, ends[-1]):
            ends.append(match.end())
        end = ends[-1]
        return cls(problem[:end], tuple(ends[1:]), problem[end:].removeprefix(": "))

    def around(self) -> Iterator[str]:
        """The path and the paths around it, the innermost first."""
        return (self.path[:end] for end in reversed(self.ends))


def _wanted(told: list[_Told]) -> set[str]:
    """The paths with all paths around them, each of which is looked at once."""
    wanted: set[str] = set()
    for one in told:
        for path in one.around():
            if path in wanted:
                break
            wanted.add(path)
    return wanted


def _spans(text: str, wanted: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    opened: list[_Open] = []
    for match in _MARK.finditer(text):
        mark, start = match.group(), match.start()
        inner = opened[-1] if opened else None
        if mark in "}]":
            inner = opened.pop()
            if inner.path is not None:
                yield inner.path, (inner.start, match.end())
        elif mark == "," and inner is not None:
            inner.name = None
            inner.index = None if inner.index is None else inner.index + 1
        elif inner is not None and inner.index is None and inner.name is None:
            inner.name = json.loads(mark)
        else:
            here = "$" if inner is None else inner.inside()
            here = here if here in wanted else None
            if mark in "{[":
                opened.append(_Open(here, start, index=0 if mark == "[" else None))
            elif here is not None:
                yield here, match.span()
