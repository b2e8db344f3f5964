"""Control-room and CAD logs: one stamped line an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from attrs import field, frozen

from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building.making import MadeParser, parser
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.log.entries import STARTS, Reader
from incident_timeline.parsers.log.order import Order
from incident_timeline.parsers.log.stamps import UNREAD, Stamps, checked
from incident_timeline.parsers.log.telling import Signs, Teller, control_room
from incident_timeline.text.lexicon import Lexicon

__all__ = ["LOG", "LogParser", "control_room"]

_IN_A_ROW: Final = 3
_SURE: Final = 0.9


@frozen(kw_only=True, slots=False)
class LogParser:
    r"""Reads control-room and CAD logs, in which each entry begins with its time.

    The style of the stamps is the one that most of the first lines have. A line with
    a date alone is the day of what follows; a clock that goes back by six hours or
    more is of the next day; a line without a stamp goes on with the entry above it; a
    line such as ``Incident 4711`` begins an incident. An entry that no cue knows is an
    event of kind ``other`` with its words.

    Attributes:
        lexicon: The cues, and words of call signs (its class ``callsign``); those of
            control rooms, if left out.
        stamps: Forms of stamps, such as ``DD.MM. HH:mm``, where no other is one; see
            :class:`TimeFormat`. Left out, they are found from the document.
        name: What it is chosen by.
        suffixes: Endings of names that are its own.

    Raises:
        InvalidMomentError: If a form of stamps is none.

    >>> told = "23/11/2023 20:09 UNIT12 en route\n23/11/2023 20:13 UNIT12 on scene\n"
    >>> incident = LOG.parse(Document(told, zone="Europe/London")).incidents[0]
    >>> [(event.kind, event.start.stated) for event in incident.events]
    [('deployment', '2023-11-23T20:09'), ('arrival', '2023-11-23T20:13')]
    """

    lexicon: Lexicon | None = None
    stamps: tuple[str, ...] = field(default=(), converter=checked)
    name: str = "log"
    suffixes: tuple[str, ...] = (".log",)

    def parse(self, document: Document, /) -> Parsed:
        """Read a document; what can't be used becomes a finding."""
        return self._made.parse(document)

    def stream(self, lines: Iterable[str], document: Document, /) -> Iterator[Parsed]:
        """Read lines with their ends, and give back each incident as it is whole."""
        return self._made.stream(lines, document)

    def sniff(self, head: str) -> float:
        r"""How sure it is of a text: not at all, where not most lines bear stamps.

        >>> LOG.sniff("20:09 sent\n20:13 there\n20:15 shots\n") > 0.5
        True
        """
        whole = Page(head).whole
        lines = [line for line in whole.lines() if line.cut(0, 1)]
        stamps = self._stamps(lines, month_first=False)
        bear = [_bears(stamps, line) for line in lines]
        row = "".join("x" if one else " " for one in bear)
        if "x" * _IN_A_ROW not in row or 2 * sum(bear) < len(lines):
            return 0.0
        return _SURE * sum(bear) / len(lines)

    @cached_property
    def _made(self) -> MadeParser:
        return parser(self.name, suffixes=self.suffixes, starts=STARTS)(self._read)

    @cached_property
    def _signs(self) -> Signs:
        return Signs(self._cues)

    @property
    def _cues(self) -> Lexicon:
        return control_room() if self.lexicon is None else self.lexicon

    def _stamps(self, lines: Iterable[Piece], *, month_first: bool) -> Stamps:
        stripped = (line.strip(" \t|") for line in lines if line)
        return Stamps.of(stripped, self.stamps, month_first=month_first)

    def _read(self, bench: Workbench) -> None:
        whole = bench.page.whole
        order = Order.of(whole.lines(), bench.document.zone)
        stamps = self._stamps(whole.lines(), month_first=order.month_first)
        reader = Reader(bench, stamps, order)
        teller = Teller(bench, self._cues, self._signs, reader.times)
        for entry in reader.entries():
            stamp = entry.stamp
            if stamp.style not in (stamps.own, UNREAD):
                message = f"{stamp.words.text!r} is no stamp as most lines have one"
                reader.once(stamp.words, "TL661", message, stamp.style)
            teller.tell(entry)


def _bears(stamps: Stamps, line: Piece) -> bool:
    """Whether a line bears a stamp, and is no row of a table."""
    stamp = stamps.read(line.strip(" \t|"))
    return (
        stamp is not None
        and line.page.text[stamp.words.end : stamp.words.end + 1] != ","
    )


LOG = LogParser()
"""The parser for logs, with the cues that come with the library."""
