"""What a report is made of: documents that were checked, and places in them."""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from functools import cached_property
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from attrs import field, frozen

from incident_timeline.checks import Suppressed
from incident_timeline.converter.places import Place, places_of
from incident_timeline.model import Citation, Finding, Incident, Severity, Verdict

__all__ = ["LEVELS", "Checked", "Region", "level_of", "uri_of"]

LEVELS: Final = {
    Severity.CONTRADICTION: "error",
    Severity.IMPLAUSIBLE: "warning",
    Severity.MISSING: "warning",
    Severity.OVERDUE: "warning",
    Severity.NOTE: "note",
}


def level_of(finding: Finding) -> str:
    """The level of a finding: ``error``, ``warning`` or ``note``.

    What is only possible is a note, since it never fails.
    """
    is_certain = finding.verdict is Verdict.CERTAIN
    return LEVELS[finding.severity if is_certain else Severity.NOTE]


@frozen(kw_only=True)
class Region:
    """A stretch of a text; lines and columns count characters from 1.

    Attributes:
        start: Its first character, counted from 0.
        end: The character after its last one.
        line: The line of the first character.
        column: Its column.
        end_line: The line of the character after the last one.
        end_column: Its column.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@frozen(kw_only=True, eq=False)
class Checked:
    """A document, or one incident of it, and what was found there.

    Attributes:
        file: The path of its file as it is to be shown, relative where it can be;
            empty for standard input.
        text: Its text, where places in it are to be told.
        incident: The incident, where it is one of the document's.
        findings: What is reported.
        suppressed: What isn't, with the suppression that says so.
        error: Why nothing could be read, where that is so.
    """

    file: str = ""
    text: str = field(default="", repr=False)
    incident: Incident | None = None
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    error: str = ""

    @property
    def incident_id(self) -> str:
        """The id of its incident; empty where there is none."""
        return "" if self.incident is None else self.incident.id

    def region(self, finding: Finding) -> Region | None:
        """Where in the text a finding stands, where that is known.

        That is the line and column that a parser told, or the first quote with a
        span in this very text, or the finding's place in an incident in JSON.
        """
        if finding.line is not None:
            return self._at(finding.line, finding.column or 1, finding.raw)
        quoted = (self.quoted(citation) for citation in finding.citations)
        return next((one for one in quoted if one), None) or self._in_json(finding)

    def quoted(self, citation: Citation) -> Region | None:
        """Where in the text a quote stands, where it is from this very text."""
        is_here = citation.source_id in self._own_source_ids
        if not is_here or citation.start is None or citation.end is None:
            return None
        return self._span(citation.start, citation.end)

    @cached_property
    def _own_source_ids(self) -> set[str]:
        """The sources whose text is the document's."""
        sources = () if self.incident is None else self.incident.sources
        return {one.id for one in sources if one.text == self.text != ""}

    def _in_json(self, finding: Finding) -> Region | None:
        place = self._places.get(finding.where)
        return None if place is None else self._at(place.line, place.column, place.raw)

    @cached_property
    def _places(self) -> dict[str, Place]:
        """Where the findings stand in JSON; found at once, since that reads it all."""
        if not self._is_json():
            return {}
        every = (*self.findings, *(one.finding for one in self.suppressed))
        wheres = sorted({one.where for one in every if one.where})
        problems = [f"$.{where}: " for where in wheres]
        return dict(zip(wheres, places_of(self.text, problems), strict=True))

    def _is_json(self) -> bool:
        if self.incident is None or not self.text.lstrip().startswith("{"):
            return False
        try:
            json.loads(self.text)
        except (ValueError, RecursionError):
            return False
        return True

    def _at(self, line: int, column: int, raw: str) -> Region | None:
        if line > len(self._starts):
            return None
        start = min(self._starts[line - 1] + column - 1, len(self.text))
        is_here = self.text.startswith(raw, start)
        return self._span(start, start + len(raw) * is_here)

    def _span(self, start: int, end: int) -> Region:
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Region(
            start=start,
            end=end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
        )

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


def uri_of(file: str) -> str:
    """A path as a URI reference, percent-encoded; relative where the path is.

    >>> uri_of("a folder/Müller: 50%.json")
    'a%20folder/M%C3%BCller%3A%2050%25.json'
    """
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))
