"""What a workbench has to say of words that it could not use, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Finding, Severity
from incident_timeline.parsers.building.faults import as_piece, told
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.readings import READINGS, Reading

__all__ = ["Findings"]

_READINGS: Final = {one.code: one for one in READINGS}


class Findings:
    """The findings on one page, and the words that were used last."""

    def __init__(self, page: Page, readings: Iterable[Reading]) -> None:
        self.all: list[Finding] = []
        self.last: Piece = Piece(page, 0, 0)
        self._page = page
        own = {one.code: one for one in readings}
        self._readings: Mapping[str, Reading] = (
            {**own, **_READINGS} if own else _READINGS
        )

    def touch(self, words: Piece) -> None:
        """Remember words of the page as used last: by them a failure is placed."""
        if words.page is self._page:
            self.last = words

    def note(self, words: Piece, code: str, message: str) -> None:
        """Add a finding by its code.

        Raises:
            UnknownReferenceError: If there is no such code.
        """
        kind = self._readings.get(code)
        if kind is None:
            reason = f"{shown(code)} is no code of this parser's readings"
            message = f"{reason}: declare it there, or use bench.finding"
            raise UnknownReferenceError(message, wanted=str(code))
        self.add(words, code, message, kind.name, kind.severity)

    def add(
        self, words: Piece, code: str, message: str, name: str, severity: str
    ) -> None:
        """Add a finding on some words."""
        place = as_piece(words, "what a finding is on").place
        self.touch(words)
        self.all.append(
            Finding(
                code=code,
                name=name,
                severity=Severity(severity),
                where=self._where(words),
                message=message,
                raw=words.text,
                line=place.line,
                column=place.column,
                offset=place.offset,
            )
        )

    def _where(self, words: Piece) -> str:
        """The span of some words in the source, be they of another page or not."""
        start, end = words.start, words.end
        if words.page is not self._page:
            first = self._page.find(words.place.offset)
            last = self._page.find(words.page.place(max(end - 1, start)).offset)
            if first is None or last is None:
                return "sources[0].text"
            start, end = first, last + (end > start)
        return f"sources[0].text[{start}:{end}]"

    def failed(self, error: Exception) -> None:
        """Say why a parser stopped, at the line that was handed out or used last."""
        lines = (one for one in self._page.whole.lines() if one.end >= self.last.start)
        message = f"the parser stopped here: {told(error)}"
        self.note(next(lines, self.last), "TL654", message)
