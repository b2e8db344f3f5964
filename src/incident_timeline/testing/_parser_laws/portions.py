"""Laws on documents in portions: streams of lines, and lines that stand apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Final

from attrs import evolve, frozen

from incident_timeline.errors import shown
from incident_timeline.model import Citation, Event, Finding
from incident_timeline.parsers import Document, Parsed
from incident_timeline.testing._parser_laws.claims import inside
from incident_timeline.testing._parser_laws.differing import Told, apart, told
from incident_timeline.testing._parser_laws.inputs import Case, lines_of
from incident_timeline.testing._parser_laws.results import blanks, own
from incident_timeline.testing._parser_laws.subject import (
    Asked,
    Subject,
    events,
    has,
    written,
)
from incident_timeline.testing.check import Breach

__all__ = ["ASKED"]

_LINES: Final = 4000  # of a stream that has to be given back in portions
# Whether it ends a line is for each to say: files are read both ways.
_LONE: Final = re.compile(r"\r(?!\n)")
_PAIRED: Final = 5  # samples that are put one after another
_GARBLED: Final = 50  # lines of a sample that are garbled, one at a time
_GARBLE: Final = "\ufffd~#"


def _streamed(subject: Subject, case: Case) -> Breach | None:
    if not subject.reads(case.document) or _LONE.search(case.document.text):
        return None
    whole = subject.read(case.document)
    bare = evolve(case.document, text="")
    lines = StringIO(case.document.text, newline="")
    try:
        portions = list(subject.parser.stream(lines, bare))
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        seen = f"{type(error).__name__}: {error}"
        return Breach(expected="Parsed, one after another", seen=seen)
    first = _said([whole])
    return apart(first, _said(portions), "stream", "as from parse")


@frozen
class _Said:
    events: tuple[Told, ...]
    findings: tuple[tuple[object, ...], ...]


def _said(portions: list[Parsed]) -> _Said:
    return _Said(
        tuple(told(event) for one in portions for event in events(one)),
        tuple(
            (one.code, one.raw, one.line, one.column)
            for portion in portions
            for one in portion.findings
        ),
    )


def _lazy(subject: Subject, case: Case) -> Breach | None:
    lines = case.document.text.splitlines(keepends=True)
    total = max(_LINES, len(lines))
    taken = 0

    def feed() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, total + 1):
            line = lines[(taken - 1) % len(lines)]
            yield line if line.endswith("\n") else f"{line}\n"

    try:
        next(iter(subject.parser.stream(feed(), evolve(case.document, text=""))), None)
    except Exception:  # noqa: BLE001  another law tells
        return None
    if not lines or taken < total:
        return None
    expected = f"a first portion before the last of {total} lines is taken"
    return Breach(expected=expected, seen="every line is taken first")


def _apart(subject: Subject, case: Case) -> Breach | None:
    other = subject.samples[case.number % len(subject.samples)].text
    first = evolve(case.document, text=_ended(case.document.text))
    second = evolve(case.document, text=_ended(other).removeprefix("\ufeff"))
    both = evolve(first, text=first.text + second.text)
    expected = _events(subject, first) + _events(subject, second)
    if not all(subject.reads(one) for one in (first, second)):
        return None
    breach = apart(expected, _events(subject, both), "events", "as of each part alone")
    return breach and evolve(breach, input=written(both))


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"


def _events(subject: Subject, document: Document) -> tuple[Told, ...]:
    return tuple(told(event) for event in events(subject.read(document)))


def _damage(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    lines = lines_of(text)
    if not lines:
        return None
    at, line = lines[case.number % len(lines)]
    end = at + len(line.rstrip("\r\n"))
    broken = evolve(case.document, text=f"{text[:at]}{_GARBLE}{text[end:]}")
    kept = [
        told(one) for one in events(subject.read(case.document)) if _clear(one, at, end)
    ]
    left = Counter(kept) - Counter(_events(subject, broken))
    if not left:
        return None
    expected = f"the events of other lines: {shown(next(iter(left)), 400)}"
    seen = "no such event"
    return Breach(expected=expected, seen=seen, input=written(broken))


def _clear(event: Event, start: int, end: int) -> bool:
    """Whether an event rests on words outside of a stretch alone."""
    return bool(event.citations) and all(
        one.start is not None
        and one.end is not None
        and (one.end <= start or one.start >= end)
        for one in event.citations
    )


def _accounted(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    if not subject.reads(case.document):
        return None
    parsed = subject.read(case.document)
    spans = [(one.start or 0, one.end or 0) for _, one in inside(parsed, Citation, "")]
    named = {line for one in parsed.findings for line in _named(one)}
    for number, (at, line) in enumerate(lines_of(text), 1):
        end = at + len(line)
        cited = any(start < end and stop > at for start, stop in spans)
        if line.strip() and not cited and number not in named:
            expected = f"an event or a finding for line {number}: {line!r}"
            return Breach(expected=expected, seen="neither", text=text, at=at)
    return None


def _named(finding: Finding) -> range:
    """The lines that a finding's raw text takes up."""
    first = finding.line or 0
    return range(first, first + 1 + finding.raw.rstrip("\r\n").count("\n"))


def _streams(subject: Subject) -> tuple[Case, ...]:
    return own(subject) + blanks(subject) + subject.mixed


def _several(subject: Subject) -> tuple[Case, ...]:
    """The samples of which more than one portion can be made."""
    lines = getattr(subject.parser, "records", False)
    cases = own(subject)
    return tuple(
        one for one in cases if lines or len(subject.read(one.document).incidents) > 1
    )


def _each_line(subject: Subject) -> tuple[Case, ...]:
    return tuple(
        Case(document=one, number=at)
        for one in subject.samples
        for at in range(len(lines_of(one.text)[:_GARBLED]))
    )


def _pairs(subject: Subject) -> tuple[Case, ...]:
    some = subject.samples[:_PAIRED]
    numbers = range(len(some))
    return tuple(Case(document=one, number=other) for one in some for other in numbers)


def _has_portions(subject: Subject) -> bool:
    """Whether it streams; a ``starts`` of ``None`` says that a document is one."""
    is_one = getattr(subject.parser, "starts", "") is None
    return has("stream")(subject) and not is_one


ASKED: Final = (
    Asked("P44", _streamed, _streams, has("stream")),
    Asked("P45", _lazy, _several, _has_portions),
    Asked("P46", _apart, _pairs, has("records")),
    Asked("P47", _damage, _each_line, has("records")),
    Asked("P48", _accounted, own, has("records")),
)
