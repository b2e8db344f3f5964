"""A small parser that keeps every law, to break one law at a time in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from attrs import evolve

from incident_timeline import (
    Citation,
    Document,
    Draft,
    Finding,
    InvalidMomentError,
    Moment,
    Parsed,
    Severity,
    UnreadableInputError,
)

LINE = re.compile(
    r"(?:([0-9]{4}-[0-9]{2}-[0-9]{2}) )?([0-9]{2}:[0-9]{2}) ([a-z]{1,20}) ?(.{0,80})"
)
KINDS = {"sent": "deployment", "arrived": "arrival", "shots": "shots"}
HEAD = re.compile("\ufeff?(?:[0-9-]{10} )?[0-9]{2}:[0-9]{2} [a-z]")
DATED = """\
2023-11-23 20:09 sent UNIT12
2023-11-23 20:13 arrived UNIT12
2023-11-23 20:14 shots fired – by whom is not known
-- page 2 --
2023-11-24 00:05 left é 🚔
"""
CLOCKED = "20:09 sent UNIT7\n20:13 arrived UNIT7\n"
SAMPLES = (
    Document(DATED, zone="Europe/London", published="2023-11-25"),
    Document(CLOCKED, zone="America/Chicago", published="2023-11-25"),
)


def with_findings(parsed: Parsed, change: Callable[[Finding], Finding]) -> Parsed:
    return evolve(parsed, findings=tuple(change(one) for one in parsed.findings))


def moved(parsed: Parsed, by: int) -> Parsed:
    return with_findings(parsed, lambda one: evolve(one, line=(one.line or 0) + by))


class Tiny:
    """Reads lines such as ``2023-11-23 20:09 sent UNIT12``, each by itself."""

    name = "tiny"
    suffixes: tuple[str, ...] = (".tiny",)
    media_types: tuple[str, ...] = ("text/x-tiny",)
    records = True

    def sniff(self, head: str) -> float:
        return 0.9 if HEAD.match(head) else 0.0

    def decode(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise UnreadableInputError(str(error)) from None

    def parse(self, document: Document, /) -> Parsed:
        draft = self.draft(document)
        found = [self.line(draft, document, *one) for one in self.lines(document.text)]
        findings = tuple(one for one in found if one is not None)
        return Parsed((draft.incident(),), findings)

    def stream(self, lines: Iterable[str], document: Document) -> Iterator[Parsed]:
        for number, line in enumerate(lines):
            before = " \n" if number else ""  # a mark is one at the very beginning only
            parsed = self.parse(evolve(document, text=before + line))
            yield moved(parsed, number - before.count("\n"))

    def draft(self, document: Document) -> Draft:
        draft = Draft(zone=document.zone)
        draft.source(
            document.text,
            title=document.title,
            publisher=document.publisher,
            url=document.url,
        )
        return draft

    def lines(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each line that isn't blank, where it begins, and its number."""
        lines = text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        for number, (start, line) in enumerate(zip(starts, lines, strict=False), 1):
            mark = 1 if start == 0 and line.startswith("\ufeff") else 0
            bare = line[mark:].rstrip("\r")
            if bare.strip():
                yield bare, start + mark, number

    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        """Add the event of a line; or say that it can't be read."""
        found = LINE.fullmatch(line)
        when = found and self.moment(document, found)
        if found is None or when is None:
            before = document.text.rfind("\n", 0, start) + 1
            return self.not_read(line, number, start - before + 1)
        kind, quote = KINDS.get(found[3], "other"), self.quote(line, start)
        draft.event(kind, when, summary=found[4], quote=quote)
        return None

    def quote(self, line: str, start: int) -> Citation:
        end = start + len(line)
        return Citation(source_id="s1", quote=line, start=start, end=end)

    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        words = " ".join(filter(None, found.group(1, 2)))
        day, zone = found[1] or document.published, document.zone
        if day is None or zone is None:
            return Moment.unknown(words)
        try:
            return Moment.at(f"{day}T{found[2]}", zone=zone, text=words)
        except InvalidMomentError:
            return None

    def not_read(self, raw: str, line: int, column: int) -> Finding:
        return Finding(
            code="TINY001",
            name="line-not-read",
            severity=Severity.MISSING,
            where="sources[0].text",
            message="is no line of this log",
            raw=raw,
            line=line,
            column=column,
        )


TINY = Tiny()
