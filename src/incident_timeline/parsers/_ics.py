"""iCalendar: content lines, components, and the zones that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Final
from zoneinfo import available_timezones

from attrs import field, frozen

from incident_timeline.errors import UnknownZoneError
from incident_timeline.moments import check_zone
from incident_timeline.moments.zones import zone_info
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.building.workbench import Workbench

__all__ = [
    "Component",
    "Line",
    "content_line",
    "offset_of",
    "offsets",
    "plain",
    "unfolded",
    "zone_named",
]

_NAME: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_PARAM: Final = re.compile(
    r';(?P<name>[A-Za-z0-9-]{1,64})=(?P<value>"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*'
)
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")
_OFFSET: Final = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")


@frozen
class Line:
    """A content line: unfolded, and where it stands in the document.

    Attributes:
        raw: Its words as they stand.
        name: Its name, in capitals.
        params: What is said of its value.
        value: Its value, unfolded.
    """

    raw: Piece
    name: str
    params: dict[str, str]
    value: Piece

    @property
    def text(self) -> str:
        """Its value as text, without what it was written with."""
        return plain(self.value.text)


@frozen
class Component:
    """A component that is being read, such as a VEVENT.

    Attributes:
        name: Its name, in capitals.
        begin: The line that begins it.
        lines: Its lines.
        firsts: The first of them by name.
    """

    name: str
    begin: Piece
    lines: list[Line] = field(factory=list)
    firsts: dict[str, Line] = field(factory=dict)

    def add(self, line: Line) -> None:
        """Take a line in."""
        self.lines.append(line)
        self.firsts.setdefault(line.name, line)

    def all(self, *names: str) -> list[Line]:
        """Its lines of those names."""
        return [line for line in self.lines if line.name in names]

    def one(self, name: str) -> Line | None:
        """Its first line of that name."""
        return self.firsts.get(name)

    def text(self, name: str) -> str:
        """What its first line of that name says; empty if there is none."""
        line = self.one(name)
        return line.text.strip() if line else ""


def plain(text: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text)


def unfolded(bench: Workbench) -> Iterator[tuple[Piece, Piece]]:
    """Each content line as it stands, and unfolded."""
    held: list[Piece] = []
    for line in bench.lines():
        if held and line.text[0] in " \t":
            held.append(line.cut(1))
            continue
        if held:
            yield held[0].through(held[-1]), Page.of(held).whole
        held = [line]
    if held:
        yield held[0].through(held[-1]), Page.of(held).whole


def content_line(raw: Piece, words: Piece) -> Line | None:
    """A content line, or nothing where the words are none."""
    text = words.text
    name = _NAME.match(text)
    if name is None:
        return None
    at, params = name.end(), dict[str, str]()
    while param := _PARAM.match(text, at):
        params[param["name"].upper()] = param["value"].strip('"')
        at = param.end()
    if text[at : at + 1] != ":":
        return None
    return Line(raw, name[0].upper(), params, words.cut(at + 1))


@cache
def _zones() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def zone_named(told: str) -> str:
    """The zone that a name means, or nothing.

    Capitals don't matter, nor what libraries put before it, as in
    ``/freeassociation.sourceforge.net/Europe/Paris``.
    """
    try:
        return check_zone(told)
    except UnknownZoneError:
        parts = told.strip().lower().split("/")
    ends = ["/".join(parts[-count:]) for count in (3, 2)]
    names = [told.strip().lower(), *(ends if told.startswith("/") else ())]
    return next((_zones()[one] for one in names if one in _zones()), "")


def offset_of(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = (int(one or 0) for one in found.groups()[1:])
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if found[1] == "-" else size


@lru_cache(maxsize=64)
def offsets(zone: str) -> frozenset[timedelta | None]:
    """The offsets that a zone has or had, but those of less than a month."""
    info = zone_info(zone)
    months = (
        datetime(year, month, 15, tzinfo=UTC).astimezone(info)
        for year in range(1880, 2038)
        for month in range(1, 13)
    )
    return frozenset(one.utcoffset() for one in months)
