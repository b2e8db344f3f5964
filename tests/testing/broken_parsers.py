"""Parsers, each broken in one way, with the laws that this breaks."""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from attrs import evolve, frozen

from incident_timeline import (
    Citation,
    Document,
    Draft,
    Event,
    Finding,
    Moment,
    Parsed,
    Source,
)
from tests.testing.tiny import LINE, Tiny, with_findings

T = TypeVar("T", bound=type[Tiny])
BROKEN: dict[type[Tiny], tuple[str, ...]] = {}


def breaks(*codes: str) -> Callable[[T], T]:
    """The law that a parser breaks, and those that this breaks too."""

    def kept(cls: T) -> T:
        BROKEN[cls] = codes
        return cls

    return kept


def with_events(parsed: Parsed, change: Callable[[Event], Event]) -> Parsed:
    incidents = (
        evolve(one, events=[change(event) for event in one.events])
        for one in parsed.incidents
    )
    return evolve(parsed, incidents=tuple(incidents))


@breaks("P01")
class TwoWords(Tiny):
    name = "tiny log"


@breaks("P02")
class RaisesOnDigits(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        for word in re.findall(r"[^\W\d_a-z]+", document.text):
            if word.isdigit():
                int(word)
        for word in document.text.split(":"):
            if word.isdigit() and not word.isdecimal():
                int(word)
        return super().parse(document)


@breaks("P03")
class FindsInALists(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        parsed = super().parse(document)
        found: Any = list(parsed.findings)
        return evolve(parsed, findings=found)


@breaks("P04")
class ReadsNothing(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        return None


@breaks("P05", "P06", "P07")
class Counts(Tiny):
    count = 0

    def parse(self, document: Document, /) -> Parsed:
        self.count += 1
        title = f"reading {self.count}"
        parsed = super().parse(document)
        named = (evolve(one, title=title) for one in parsed.incidents)
        return evolve(parsed, incidents=tuple(named))


@breaks("P06", "P07")
class Remembers(Tiny):
    last = ""

    def parse(self, document: Document, /) -> Parsed:
        last, self.last = self.last, document.text
        return super().parse(evolve(document, title=document.title or last[:10]))


@breaks("P07")
class KeepsTheDocument(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        self.document = document
        time.sleep(0.0005)
        return super().parse(self.document)


@breaks("P08")
class ChangesTheDocument(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        parsed = super().parse(document)
        object.__setattr__(document, "text", document.text.strip())
        return parsed


@breaks("P09")
class Prints(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        sys.stdout.write("reading\n")
        return super().parse(document)


@breaks("P10")
class Seeds(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        random.seed(7)
        return super().parse(document)


@breaks("P11")
class LooksAtTheClock(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        datetime.now(tz=UTC)
        return super().parse(document)


@frozen(kw_only=True, order=False)
class Marked(Event):
    pass


@breaks("P12")
class SubclassesEvent(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        def marked(one: Event) -> Event:
            return Marked(
                id=one.id,
                kind=one.kind,
                start=one.start,
                summary=one.summary,
                citations=one.citations,
            )

        return with_events(super().parse(document), marked)


@breaks("P13")
class HasTextsOfItsOwn(Tiny):
    def not_read(self, raw: str, line: int, column: int) -> Finding:
        text = type("Text", (str,), {})(raw)
        return super().not_read(text, line, column)


@breaks("P14", "P44")
class ReadsBlanks(Tiny):
    def draft(self, document: Document) -> Draft:
        draft = super().draft(document)
        if not document.text.strip("\ufeff\n\t\r \u00a0\u2003"):
            draft.event("other", quote=Citation(source_id="s1", start=0, end=0))
        return draft


@breaks("P15")
class NeedsWholeLines(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        last = document.text.split("\n")[-1]
        if last.startswith("2023-"):
            last.split(" ")[2]
        return super().parse(document)


@breaks("P16", "P46")
class NeedsOrder(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        days = re.findall(
            r"(?m)^2023-\d\d-\d\d \d\d:\d\d(?= sent| arrived)", document.text
        )
        assert days == sorted(days), "the log runs backwards"
        return super().parse(document)


@breaks("P17")
class LooksAgainAndAgain(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        re.search(r"(?:\s|\u2003)+;", document.text)
        return super().parse(document)


@breaks("P18")
class CountsBytes(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        def counted(one: Citation) -> Citation:
            start = len(document.text[: one.start].encode())
            return evolve(one, start=start, end=start + len(one.quote.encode()))

        def moved(event: Event) -> Event:
            return evolve(event, citations=[counted(one) for one in event.citations])

        return with_events(super().parse(document), moved)


@breaks("P19", "P27")
class StripsTheText(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        return super().parse(evolve(document, text=document.text.rstrip()))


@breaks("P20")
class DigestsOtherText(Tiny):
    def draft(self, document: Document) -> Draft:
        draft = Draft(zone=document.zone)
        draft.add(
            Source(
                title=document.title,
                publisher=document.publisher,
                url=document.url,
                text=document.text,
                sha256=Source.digest(document.text.strip()),
            )
        )
        return draft


@breaks("P21", "P48")
class CitesNothing(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        def bare(event: Event) -> Event:
            return evolve(event, citations=()) if event.kind == "other" else event

        return with_events(super().parse(document), bare)


@breaks("P22")
class CitesTheFirstPlace(Tiny):
    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        at = document.text.find(line) if LINE.fullmatch(line) else start
        return super().line(draft, document, line, at, number)


@breaks("P23")
class ForgetsThePublisher(Tiny):
    def draft(self, document: Document) -> Draft:
        return super().draft(evolve(document, publisher=""))


@breaks("P24")
class HasNoCode(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        parsed = super().parse(document)
        return with_findings(parsed, lambda one: evolve(one, code="unread"))


@breaks("P25", "P26")
class TidiesRawText(Tiny):
    def not_read(self, raw: str, line: int, column: int) -> Finding:
        return super().not_read(f"“{raw.strip('- ')}”", line, column)


@breaks("P26", "P48")
class CountsLinesFromTwo(Tiny):
    def not_read(self, raw: str, line: int, column: int) -> Finding:
        return super().not_read(raw, line + 1, column)


@breaks("P27")
class NeedsAFirstLine(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        if document.text.startswith("\n"):
            return None
        return super().moment(document, found)


@breaks("P28")
class ReadsOneLineEnd(Tiny):
    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        if document.text[start + len(line) :].startswith("\r"):
            return self.not_read(line, number, 1)
        return super().line(draft, document, line, start, number)


@breaks("P29")
class NeedsAFinalNewline(Tiny):
    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        if start + len(line) == len(document.text):
            return self.not_read(line, number, 1)
        return super().line(draft, document, line, start, number)


@breaks("P30")
class StumblesOverTheMark(Tiny):
    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        if start == 1 and document.text[0] == "\ufeff":
            return self.not_read(line, number, 2)
        return super().line(draft, document, line, start, number)


@breaks("P31", "P32")
class GuessesTheZone(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        known = evolve(document, zone=document.zone or "Europe/London")
        return super().moment(known, found)


@breaks("P32")
class HasItsOwnZone(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        return super().moment(evolve(document, zone="Europe/London"), found)


@breaks("P33", "P34")
class GuessesTheDay(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        day = document.published or "1970-01-01"
        return super().moment(evolve(document, published=day), found)


@breaks("P34")
class HasItsOwnYear(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        return super().moment(evolve(document, published="1970-01-01"), found)


@breaks("P34", "P11", "P33")
class TakesToday(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        day = document.published or date.today()
        return super().moment(evolve(document, published=day), found)


@breaks("P35")
class HasItsOwnWords(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        moment = super().moment(document, found)
        return moment and evolve(moment, text=f"clock time {found[2]}")


@breaks("P36")
class HasOneSuffix(Tiny):
    suffixes: Any = ".tiny"


@breaks("P37")
class HasAParameter(Tiny):
    media_types = ("text/x-tiny; charset=utf-8",)


@breaks("P38")
class SniffsTheFirstCharacter(Tiny):
    def sniff(self, head: str) -> float:
        return super().sniff(head) if head[0].isprintable() else 0.0


@breaks("P39")
class IsUnsure(Tiny):
    def sniff(self, head: str) -> float:
        return super().sniff(head) / 2


@breaks("P40")
class TakesBlanks(Tiny):
    def sniff(self, head: str) -> float:
        return super().sniff(head) if head.strip() else 0.1


@breaks("P41")
class TakesAll(Tiny):
    def sniff(self, head: str) -> float:
        return 0.9 if head.strip("\ufeff\n\t\r \u00a0\u2003") else 0.0


@breaks("P42")
class RaisesOnBytes(Tiny):
    def decode(self, data: bytes) -> str:
        return data.decode()


@breaks("P43")
class GarblesNames(Tiny):
    def decode(self, data: bytes) -> str:
        return data.decode("latin-1")


@breaks("P44")
class DropsFindings(Tiny):
    def stream(self, lines: Iterable[str], document: Document) -> Iterator[Parsed]:
        for one in super().stream(lines, document):
            yield evolve(one, findings=())


@breaks("P45")
class CollectsLines(Tiny):
    def stream(self, lines: Iterable[str], document: Document) -> Iterator[Parsed]:
        return super().stream(list(lines), document)


@breaks("P46")
class CarriesTheDay(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        text = document.text
        days = [one[1] for one in map(LINE.match, text.split("\n")) if one and one[1]]
        known = {"published": days[0]} if days else {}
        return super().parse(evolve(document, **known))


@breaks("P47")
class GivesUp(Tiny):
    def line(
        self, draft: Draft, document: Document, line: str, start: int, number: int
    ) -> Finding | None:
        if "\ufffd" in document.text[:start]:
            before = document.text.rfind("\n", 0, start) + 1
            return self.not_read(line, number, start - before + 1)
        return super().line(draft, document, line, start, number)


@breaks("P48")
class PassesOver(Tiny):
    def lines(self, text: str) -> Iterator[tuple[str, int, int]]:
        return (one for one in super().lines(text) if not one[0].startswith("--"))


@breaks("P50")
class IsAnHourLate(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        moment = super().moment(document, found)
        if moment is None or moment.is_unknown:
            return moment
        return evolve(moment.shift(timedelta(hours=1)), text=moment.text)


@breaks("P51")
class CitesNoTime(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        moment = super().moment(document, found)
        return moment and evolve(moment, text="")

    def quote(self, line: str, start: int) -> Citation:
        found = LINE.fullmatch(line)
        assert found is not None
        first, last = found.span(3)
        return super().quote(line[first:last], start + first)


@breaks("P52")
class MakesUpPlaces(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        def placed(event: Event) -> Event:
            return evolve(event, place="Elm Grove")

        return with_events(super().parse(document), placed)


@breaks("P53")
class ReadsNoTime(Tiny):
    def moment(self, document: Document, found: re.Match[str]) -> Moment | None:
        moment = super().moment(document, found)
        return moment and Moment.unknown(moment.text)


@breaks("P48", "P27", "P44", "P46")
class DropsEverySecondLine(Tiny):
    def lines(self, text: str) -> Iterator[tuple[str, int, int]]:
        return (one for one in super().lines(text) if one[2] % 2)


class SortsByHash(Tiny):
    """Breaks P49, which takes other processes."""

    def parse(self, document: Document, /) -> Parsed:
        words = list(set(document.text.split()))
        return super().parse(evolve(document, title=" ".join(words[:3])))


SORTS_BY_HASH = SortsByHash()
