"""What a person sees of a trace: the text, with marks and what they mean."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from incident_timeline.parsers.trace import Mark, Trace
from incident_timeline.showing.terminal import text

__all__ = ["trace_view"]

_OPEN, _CLOSE = "⟦", "⟧"
_STYLES = {
    "time": "cyan",
    "event": "bold yellow",
    "party": "magenta",
    "item": "green",
    "context": "red",
    "link": "blue",
    "unused": "dim",
}
# A line without end is shown in pieces of so many characters, each with its margin.
_LONGEST = 1000
_MARGIN = (0, 0, 0, 6)


def trace_view(trace: Trace) -> Iterator[RenderableType]:
    """The text of a trace line by line, with the meaning of each line's marks below it.

    Every mark stands in the text as its id and the words that it covers, between
    brackets; marks lie in one another, and one that would cross another ends with it.
    Everything of the text that a terminal would obey is shown as an escape.
    """
    words = trace.document.text
    yield text(f"{_OPEN}id words{_CLOSE} shows what was read from which words", "dim")
    waiting = deque(trace.marks)
    for start, end in _lines(words):
        own: list[Mark] = []
        while waiting and waiting[0].start < end:
            own.append(waiting.popleft())
        yield _drawn(words, start, end, own)
        for mark in own:
            yield Padding(_meaning(mark), _MARGIN, expand=False)
    yield ""


def _lines(words: str) -> Iterator[tuple[int, int]]:
    """The lines of a text without their ends, long ones in pieces."""
    start = 0
    while start < len(words):
        end = words.find("\n", start)
        end = len(words) if end < 0 else end
        if end - start > _LONGEST:
            space = words.rfind(" ", start + 1, start + _LONGEST)
            end = space if space > 0 else start + _LONGEST
            yield start, end
            start = end
        else:
            yield start, end
            start = end + 1


def _drawn(words: str, start: int, end: int, own: Iterable[Mark]) -> Text:
    """One line, with its marks in it."""
    line = _Line(words, start)
    for mark in own:
        line.up_to(mark.start)
        line.open(mark, end)
    line.up_to(end)
    line.close(end)
    return line.drawn


class _Line:
    """A line as it is drawn, with the marks that are open at the place come to."""

    def __init__(self, words: str, start: int) -> None:
        self.words, self.at = words, start
        self.drawn = Text()
        self.opened: list[tuple[int, str]] = []

    def open(self, mark: Mark, end: int) -> None:
        """Begin a mark; it ends with the one around it, or with the line."""
        around = self.opened[-1][0] if self.opened else end
        style = _STYLES[mark.layer]
        self.drawn.append(f"{_OPEN}{_name(mark)} ", style)
        self.opened.append((min(mark.end, around), style))

    def up_to(self, place: int) -> None:
        """Go on to a place, and end the marks that end before it."""
        while self.opened and self.opened[-1][0] <= place:
            self.close(self.opened[-1][0])
        self._add(place)

    def close(self, place: int) -> None:
        """Go on to a place, and end the marks that end there."""
        self._add(place)
        while self.opened and self.opened[-1][0] <= place:
            self.drawn.append(_CLOSE, self.opened.pop()[1])

    def _add(self, place: int) -> None:
        style = self.opened[-1][1] if self.opened else ""
        self.drawn.append_text(text(_plain(self.words[self.at : place]), style))
        self.at = place


def _meaning(mark: Mark) -> Text:
    return text(f"{_name(mark)} {mark.layer}: {_one_line(mark.label)}", "dim")


def _name(mark: Mark) -> str:
    return " ".join(mark.ids)


def _one_line(label: str) -> str:
    return " ".join(label.split())


def _plain(words: str) -> str:
    """Words without what would pass for a mark."""
    return words.replace(_OPEN, ascii(_OPEN)[1:-1]).replace(_CLOSE, ascii(_CLOSE)[1:-1])
