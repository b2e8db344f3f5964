"""Laws on what must not matter: blank lines, line ends, a byte order mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from incident_timeline.model import Citation
from incident_timeline.parsers import Document, Parsed
from incident_timeline.testing._parser_laws.differing import Told, apart, told
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.subject import (
    Asked,
    Subject,
    events,
    written,
)
from incident_timeline.testing.check import Breach

__all__ = ["ASKED"]

_Span = tuple[int | None, int | None]


@frozen
class _Placed:
    event: Told
    spans: tuple[_Span, ...]


_MARK: Final = "\ufeff"


def _shifted(subject: Subject, case: Case) -> Breach | None:
    text, by = case.document.text, case.number % 3 + 1
    if text.startswith(_MARK) or not text.strip():
        return None
    moved = evolve(case.document, text="\n" * by + text)
    before, after = subject.read(case.document), subject.read(moved)
    why = f"as without the {by} blank lines in front, moved by {by}"
    return _alike(
        tuple(_placed(before, _whole(before, text) & _whole(after, moved.text), by)),
        tuple(_placed(after, set(), 0)),
        moved, why,
    ) or _alike(
        tuple(_findings(before, by)), tuple(_findings(after, 0)), moved, why, "findings"
    )  # fmt: skip


def _whole(parsed: Parsed, text: str) -> set[tuple[int, str]]:
    """The sources that are the text of the document: incident by number, and id."""
    return {
        (number, one.id)
        for number, incident in enumerate(parsed.incidents)
        for one in incident.sources
        if one.text == text
    }


def _placed(parsed: Parsed, moved: set[tuple[int, str]], by: int) -> Iterator[object]:
    """What each event tells, and where; in the sources named, moved."""
    for number, incident in enumerate(parsed.incidents):
        for event in incident.events:
            spans = (
                _span(one, by if (number, one.source_id) in moved else 0)
                for one in event.citations
            )
            yield _Placed(told(event), tuple(spans))


def _span(citation: Citation, by: int) -> _Span:
    """Where the words of a quote stand: one of the whole text may begin blank."""
    start, end, quote = citation.start, citation.end, citation.quote
    if start is None or end is None or not quote.strip():
        return None, None
    blank = len(quote) - len(quote.lstrip())
    return start + blank + by, end + by


def _findings(parsed: Parsed, by: int) -> Iterator[tuple[object, ...]]:
    for one in parsed.findings:
        line = None if one.line is None else one.line + by
        yield one.code, one.raw, line, one.column


def _line_ends(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    if "\r" in text:
        return None
    other = evolve(case.document, text=text.replace("\n", "\r\n"))
    return _same(subject, case.document, other, "as where lines end in LF")


def _final_newline(subject: Subject, case: Case) -> Breach | None:
    bare = case.document.text.rstrip("\r\n")
    document, other = (evolve(case.document, text=t) for t in (f"{bare}\n", bare))
    return _same(subject, document, other, "as with a final newline")


def _mark(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    if text.startswith(_MARK):
        return None
    other = evolve(case.document, text=_MARK + text)
    return _same(subject, case.document, other, "as without a byte order mark")


def _same(
    subject: Subject, document: Document, other: Document, why: str
) -> Breach | None:
    first, second = (
        tuple(told(event) for event in events(subject.read(one)))
        for one in (document, other)
    )
    return _alike(first, second, other, why)


def _alike(
    first: tuple[object, ...],
    second: tuple[object, ...],
    document: Document,
    why: str,
    what: str = "events",
) -> Breach | None:
    breach = apart(first, second, what, why)
    return breach and evolve(breach, input=written(document))


def _mixed(subject: Subject) -> tuple[Case, ...]:
    own = tuple(Case(document=one) for one in subject.samples)
    return own + subject.mixed


ASKED: Final = (
    Asked("P27", _shifted, _mixed),
    Asked("P28", _line_ends, _mixed),
    Asked("P29", _final_newline, _mixed),
    Asked("P30", _mark, _mixed),
)
