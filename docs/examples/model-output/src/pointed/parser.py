"""The parser: what a model points at is looked up in the text, or isn't taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import field, frozen

from incident_timeline import Document, Finding, Moment, Parsed, Severity
from incident_timeline.parsers import Piece, Workbench
from pointed.reply import Problem, Told, read_reply
from pointed.schema import prompt, reply_schema

__all__ = ["Ask", "Pointed"]

Ask = Callable[[str, dict[str, Any]], str]
SCHEMA = reply_schema()
FOLDED = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")  # one for one: offsets stay


@frozen
class Pointed:
    """Reads accounts with a model that points at words.

    Attributes:
        ask: Sends a prompt and a JSON Schema to the model, and gives back its reply.
        name: What the parser is called.
    """

    ask: Ask
    name: str = "pointed"

    def parse(self, document: Document, /) -> Parsed:
        """Read a document; each claim of the reply is held against the text."""
        bench = Workbench(document)
        whole = bench.page.whole
        if not whole:
            bench.note(whole, "TL601", "the document is empty")
            return bench.parsed()
        clerk = Clerk(bench)
        problems: list[Problem] = []
        seen: set[tuple[str, int, int]] = set()
        for path, told in read_reply(self.ask(prompt(document.text), SCHEMA)):
            if isinstance(told, Problem):
                problems.append(told)
            elif (quote := found(whole, told.quote, told.start)) is None:
                problems.append(Problem(f"{path}.quote", "words that aren't there"))
            elif (key := (told.kind.value, quote.start, quote.end)) in seen:
                problems.append(Problem(path, "told twice"))
            else:
                seen.add(key)
                problems += clerk.record(told, quote, path)
        parsed = bench.parsed()
        findings = (*parsed.findings, *map(refused, problems))
        return Parsed(parsed.incidents, findings)


@frozen
class Clerk:
    """Records on a bench what is found in the text; reads the words of a day once."""

    bench: Workbench
    days: dict[Piece, Moment] = field(factory=dict)

    def record(self, told: Told, quote: Piece, path: str) -> Iterator[Problem]:
        """Make an event of words of the text; yield what couldn't be used."""
        self.doubt(told, quote)
        pieces: dict[str, Piece | None] = {}
        for name, words in (("time", told.time), ("day", told.day)):
            pieces[name] = found(self.bench.page.whole, words, quote.start)
            if words and pieces[name] is None:
                yield Problem(f"{path}.{name}", "words that aren't there")
        at = self.when(pieces["time"], pieces["day"])
        self.bench.event(told.kind, at, quote=self.bench.cite(quote, force=told.force))

    def doubt(self, told: Told, quote: Piece) -> None:
        """Note what is to be looked at by a person."""
        if told.start is not None and told.start != quote.start:
            message = f"stands here, and not at {told.start} as the reply says"
            self.bench.finding(
                quote, "PNT002", message, name="quote-moved", severity="note"
            )
        if told.kind.value not in {one.kind for one in self.bench.tellings(quote)}:
            message = f"no known cue tells {told.kind.value} here as fact: read it"
            self.bench.finding(
                quote, "PNT003", message, name="kind-unsure", severity="note"
            )

    def when(self, time: Piece | None, day: Piece | None) -> Moment | None:
        """Read the words of a time on the day that other words tell."""
        if day is not None and day not in self.days:
            self.days[day] = self.bench.time(day)
        told = None if day is None else self.days[day]
        if time is None:
            return told
        on = None if told is None or told.earliest is None else told.earliest.date()
        return self.bench.time(time, day=on)


def found(whole: Piece, words: str, near: int | None) -> Piece | None:
    """Where words stand: as claimed, else the nearest place, however lines break."""
    text = whole.text.translate(FOLDED)
    parts = words.translate(FOLDED).split()
    if not parts:
        return None
    pattern = r"\s{1,20}".join(map(re.escape, parts))
    spans = [match.span() for match in re.finditer(pattern, text)]
    least = min(spans, key=lambda span: abs(span[0] - (near or 0)), default=None)
    return None if least is None else whole.cut(*least)


def refused(problem: Problem) -> Finding:
    """Tell of what was not taken from a reply."""
    return Finding(
        code="PNT001",
        name="reply-not-taken",
        severity=Severity.MISSING,
        where=f"reply{problem.path.removeprefix('$')}",
        message=problem.message,
    )
