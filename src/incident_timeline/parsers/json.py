"""Incidents from JSON, as this library writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from incident_timeline.converter import loads
from incident_timeline.converter.places import places_of
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import Finding
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.readings import reading

__all__ = ["JSON", "JsonParser"]


@frozen
class JsonParser:
    """Reads one incident from a document in the format of :func:`dumps`.

    What the document's date and zone say is not used: JSON says all itself.

    >>> from incident_timeline.parsers import Document
    >>> parsed = JSON.parse(Document('{"schema_version": 1, "title": 5}'))
    >>> print(parsed.findings[0])
    line 1, column 32: title: TL651 5 is no text
    """

    name: str = "json"
    suffixes: tuple[str, ...] = (".json",)

    def sniff(self, head: str) -> float:
        """Sure of what begins as an object does; of nothing else."""
        return float(head.removeprefix("\ufeff").lstrip().startswith("{"))

    def parse(self, document: Document, /) -> Parsed:
        """The incident of a document, or a finding for each place that is wrong."""
        try:
            return Parsed(incidents=(loads(document.text),))
        except UnreadableInputError as error:
            return Parsed(findings=tuple(_findings(document.text, error)))


def _findings(text: str, error: UnreadableInputError) -> Iterator[Finding]:
    if not error.problems[0].startswith("$"):  # no JSON: nothing in it has a path
        raw = "" if error.line is None else text.split("\n")[error.line - 1]
        message = str(error).removeprefix(f"line {error.line}, column {error.column}: ")
        yield _finding("$", message, raw, error.line, error.column)
        return
    for one in places_of(text, error.problems):
        path = one.path.removeprefix("$").removeprefix(".") or "$"
        yield _finding(path, one.reason, one.raw, one.line, one.column)


def _finding(
    where: str, message: str, raw: str, line: int | None, column: int | None
) -> Finding:
    return reading("TL651").finding(where, message, raw=raw, line=line, column=column)


JSON: Final = JsonParser()
