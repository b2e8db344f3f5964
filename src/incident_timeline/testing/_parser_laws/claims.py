"""Laws on citations, sources and findings: what is claimed, and where it is said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs
from attrs import evolve

from incident_timeline.errors import shown
from incident_timeline.model import Citation, Finding, Incident, Source
from incident_timeline.parsers import Document
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.subject import (
    Asked,
    Subject,
    events,
    written,
)
from incident_timeline.testing.check import Breach

__all__ = ["ASKED", "inside"]

_CODE: Final = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KNOWN: Final = {
    "title": "Statement 7",
    "publisher": "The example force",
    "url": "https://example.org/statement-7",
}


def inside(value: Any, kind: type[Any], where: str) -> Iterator[tuple[str, Any]]:
    """Every record of a kind in a value, with its place."""
    if isinstance(value, kind):
        yield where, value
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from inside(one, kind, f"{where}[{i}]")
    elif attrs.has(type(value)):
        for one in attrs.fields(type(value)):
            yield from inside(getattr(value, one.name), kind, f"{where}.{one.name}")


def _quote_in_place(subject: Subject, case: Case) -> Breach | None:
    for i, incident in enumerate(subject.read(case.document).incidents):
        texts = {one.id: one.text for one in incident.sources}
        for where, citation in inside(incident, Citation, f"incidents[{i}]"):
            if breach := _misplaced(where, citation, texts[citation.source_id]):
                return breach
    return None


def _misplaced(where: str, citation: Citation, text: str) -> Breach | None:
    start, end, quote = citation.start, citation.end, citation.quote
    if not text:
        return None
    if start is None or end is None:
        if quote in text:
            return None
        expected = f"{where}.quote {quote!r} in the text of its source"
        return Breach(expected=expected, seen="no such words there")
    if end <= len(text) and text[start:end] == quote:
        return None
    expected = f"{where}: text[{start}:{end}] == {quote!r}"
    seen = repr(text[start:end]) + (
        f", of {len(text)} characters" if end > len(text) else ""
    )
    return Breach(expected=expected, seen=seen, text=text, at=start)


def _verbatim(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    for where, source in inside(subject.read(case.document), Source, "Parsed"):
        if source.text != text and _bare(source.text) == _bare(text) != "":
            at = next(
                (i for i, (a, b) in enumerate(zip(text, source.text, strict=False))
                 if a != b),
                min(len(text), len(source.text)),
            )  # fmt: skip
            expected = f"{where}.text as the document's, character by character"
            seen = repr(source.text[max(0, at - 10) : at + 30])
            return Breach(expected=expected, seen=seen, text=text, at=at)
    return None


def _bare(text: str) -> str:
    """A text without what is lost in copies: white space, marks, case, forms."""
    kept = (c for c in text if c.isprintable() and not c.isspace())
    return unicodedata.normalize("NFKC", "".join(kept)).casefold()


def _digest(subject: Subject, case: Case) -> Breach | None:
    for where, source in inside(subject.read(case.document), Source, "Parsed"):
        digest = Source.digest(source.text)
        if source.text and source.sha256 not in ("", digest):
            expected = f"{where}.sha256 == Source.digest(text): {digest}"
            return Breach(expected=expected, seen=source.sha256)
    return None


def _cited(subject: Subject, case: Case) -> Breach | None:
    for event in events(subject.read(case.document)):
        if not event.citations:
            expected = f"a citation for event {event.id}"
            return Breach(expected=expected, seen=shown(event, 400))
    return None


def _claimed_once(subject: Subject, case: Case) -> Breach | None:
    for document in (case.document, _doubled(case.document)):
        for incident in subject.read(document).incidents:
            if breach := _twice(incident):
                return evolve(breach, input=written(document))
    return None


def _doubled(document: Document) -> Document:
    text = document.text
    return evolve(
        document, text=f"{text}{'' if text.endswith(chr(10)) else chr(10)}{text}"
    )


def _twice(incident: Incident) -> Breach | None:
    seen: dict[object, str] = {}
    for event in incident.events:
        alike = evolve(event, id="")
        if event.citations and alike in seen:
            expected = f"events {seen[alike]} and {event.id} told in different places"
            return Breach(expected=expected, seen=f"both are {shown(alike, 400)}")
        seen[alike] = event.id
    return None


def _provenance(subject: Subject, case: Case) -> Breach | None:
    document = evolve(case.document, **_KNOWN)
    for where, source in inside(subject.read(document), Source, "Parsed"):
        for name, known in _KNOWN.items():
            found = getattr(source, name)
            if source.text == document.text and found != known:
                expected = f"{where}.{name} == {known!r}"
                seen = repr(found)
                return Breach(expected=expected, seen=seen, input=written(document))
    return None


def _finding_shaped(subject: Subject, case: Case) -> Breach | None:
    for i, one in enumerate(subject.read(case.document).findings):
        if wrong := _misshapen(one):
            return Breach(expected=f"findings[{i}] {wrong}", seen=shown(one, 400))
    return None


def _misshapen(one: Finding) -> str:
    if not _is_text(one):
        return "with texts as code, name, message, where and raw"
    wrong = (what for what, holds in _SHAPE if not holds(one))
    return next(wrong, "")


def _is_counted(one: Finding) -> bool:
    line, column = one.line, one.column
    if line is None or column is None:
        return line is column
    return line >= 1 and column >= 1


_SHAPE: Final[tuple[tuple[str, Callable[[Finding], object]], ...]] = (
    ("with a code: 2 to 8 capitals, then 3 digits", lambda o: _CODE.fullmatch(o.code)),
    ("with a name: lower-case words joined by '-'", lambda o: _NAME.fullmatch(o.name)),
    (
        "with a message: one line of words",
        lambda one: one.message.strip() and one.message.isprintable(),
    ),
    ("with a place in where", lambda one: one.where),
    ("with line and column counted from 1, or neither", _is_counted),
)


def _is_text(one: Finding) -> bool:
    texts = (one.code, one.name, one.message, one.where, one.raw)
    return all(isinstance(text, str) for text in texts)


def _findings(subject: Subject, case: Case) -> Iterator[tuple[str, Finding, str]]:
    """Findings with their places, and their raw texts without a mark of cuts."""
    for i, one in enumerate(subject.read(case.document).findings):
        if _is_text(one):
            yield f"findings[{i}].raw", one, one.raw.removesuffix("…")


def _raw_verbatim(subject: Subject, case: Case) -> Breach | None:
    for where, one, raw in _findings(subject, case):
        if raw not in case.document.text:
            expected = f"{where} as it stands in the text"
            return Breach(expected=expected, seen=repr(one.raw))
    return None


def _in_place(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    for where, one, raw in _findings(subject, case):
        places = [_offset(lines, one) for lines in (_lines(text), _broad(text))]
        found = [at for at in places if at is not None]
        if one.line is not None and not any(_within(text, raw, at) for at in found):
            at = found[0] if found else None
            seen = "no such place" if at is None else repr(text[at : at + 40])
            expected = f"{where} {raw!r} at line {one.line}, column {one.column}"
            return Breach(expected=expected, seen=seen, text=text, at=at)
    return None


def _within(text: str, raw: str, at: int) -> bool:
    """Whether the raw text begins at that place, or holds it."""
    return text.find(raw, max(0, at - len(raw)), at + len(raw)) >= 0


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]


def _broad(text: str) -> list[str]:
    """Lines as ``splitlines`` counts them, and the one that begins at the end."""
    return [*text.splitlines(keepends=True), ""]


def _offset(lines: list[str], one: Finding) -> int | None:
    line, column = one.line or 1, one.column or 1
    if not 1 <= line <= len(lines) or not 1 <= column <= len(lines[line - 1]) + 1:
        return None
    return sum(map(len, lines[: line - 1])) + column - 1


def _every(subject: Subject) -> tuple[Case, ...]:
    return subject.cases


ASKED: Final = (
    Asked("P18", _quote_in_place, _every),
    Asked("P19", _verbatim, _every),
    Asked("P20", _digest, _every),
    Asked("P21", _cited, _every),
    Asked("P22", _claimed_once, _every),
    Asked("P23", _provenance, _every),
    Asked("P24", _finding_shaped, _every),
    Asked("P25", _raw_verbatim, _every),
    Asked("P26", _in_place, _every),
)
