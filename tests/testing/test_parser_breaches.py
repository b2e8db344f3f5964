"""Further ways in which laws of parsers are broken or kept, case by case."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import cycle
from typing import Any

import pytest
from attrs import evolve, frozen

from incident_timeline import (
    Citation,
    Document,
    Event,
    Finding,
    Incident,
    Moment,
    Parsed,
    Source,
)
from incident_timeline.testing import Breach
from incident_timeline.testing._parser_laws import times
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.subject import Subject
from incident_timeline.testing._parser_laws.surroundings import Looks
from incident_timeline.testing.parsers import parser_checks
from tests.testing.broken_parsers import with_events
from tests.testing.tiny import DATED, SAMPLES, Tiny, with_findings


def breach(parser: Any, code: str, *texts: str, **known: Any) -> Breach | None:
    documents = [evolve(SAMPLES[0], text=text, **known) for text in texts]
    for check in parser_checks(parser, samples=documents or SAMPLES):
        if check.law.code == code:
            return check.run()
    raise AssertionError(code)


def after(change: Callable[[Parsed], Parsed]) -> Tiny:
    """A parser whose result is changed."""

    class Changed(Tiny):
        def parse(self, document: Document, /) -> Parsed:
            return change(super().parse(document))

    return Changed()


def seen(found: Breach | None) -> str:
    assert found is not None
    return found.seen


def quoting(quote: str) -> Tiny:
    cited = Citation(source_id="s1", quote=quote)
    return after(
        lambda parsed: with_events(parsed, lambda e: evolve(e, citations=[cited]))
    )


def test_words_without_a_span_have_to_stand_somewhere() -> None:
    assert seen(breach(quoting("not said"), "P18")) == "no such words there"
    assert breach(quoting("2"), "P18") is None


def test_words_without_a_span_are_not_moved() -> None:
    assert breach(quoting("2"), "P27") is None


def test_words_of_a_source_without_text_are_not_looked_for() -> None:
    def textless(parsed: Parsed) -> Parsed:
        (one,) = parsed.incidents
        bare = [evolve(source, text="", sha256="") for source in one.sources]
        return evolve(parsed, incidents=(evolve(one, sources=bare),))

    assert breach(after(textless), "P18") is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"code": 7}, "with texts as code"),
        ({"name": "Not Read"}, "with a name"),
        ({"message": "two\nlines"}, "with a message"),
        ({"where": ""}, "with a place in where"),
        ({"line": None}, "with line and column"),
        ({"line": None, "column": None}, ""),
        ({"column": 0}, "with line and column"),
    ],
)
def test_a_finding_has_its_shape(changes: dict[str, Any], expected: str) -> None:
    def changed(one: Finding) -> Finding:
        return evolve(one, **changes)

    found = breach(after(lambda parsed: with_findings(parsed, changed)), "P24")
    assert expected in (found.expected if found else "")
    assert (found is None) == (not expected)


def test_raw_text_that_is_none_is_told_of_once() -> None:
    def changed(one: Finding) -> Finding:
        nothing: Any = None
        return evolve(one, raw=nothing)

    parser = after(lambda parsed: with_findings(parsed, changed))
    assert breach(parser, "P24") is not None
    assert breach(parser, "P25") is None


def test_a_place_beyond_the_text_is_none() -> None:
    def changed(one: Finding) -> Finding:
        return evolve(one, line=99)

    parser = after(lambda parsed: with_findings(parsed, changed))
    assert seen(breach(parser, "P26")) == "no such place"


def test_an_incident_that_json_refuses_is_told_of() -> None:
    def strange(event: Event) -> Event:
        moment = evolve(event.start)
        object.__setattr__(moment, "earliest_utc", "then")
        return evolve(event, start=moment)

    parser = after(lambda parsed: with_events(parsed, strange))
    assert "Error: " in seen(breach(parser, "P12"))


class Sniffs(Tiny):
    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def sniff(self, head: str) -> Any:
        return next(self.answer) if isinstance(self.answer, Iterator) else self.answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(2, "2"), ("yes", "'yes'"), (None, "None"), (cycle([0.1, 0.2]), "0.1 and 0.2")],
)
def test_sniffing_gives_one_number_of_a_range(answer: Any, expected: str) -> None:
    found = breach(Sniffs(answer), "P38")
    assert seen(found).startswith(expected)


def test_an_answer_out_of_range_is_told_of_once() -> None:
    for code in ("P39", "P40", "P41"):
        assert breach(Sniffs(2), code) is None


class Decodes(Tiny):
    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def decode(self, data: bytes) -> str:
        if isinstance(self.answer, Exception):
            raise self.answer
        text: str = self.answer
        return text


def test_decoding_gives_text_that_files_hold() -> None:
    assert seen(breach(Decodes(b"x"), "P42")).startswith("AttributeError")
    assert seen(breach(Decodes("\ud800"), "P42")).startswith("UnicodeEncodeError")
    assert seen(breach(Decodes(Encoded()), "P42")) == "Encoded()"


@frozen
class Encoded:
    def encode(self) -> bytes:
        return b""


def test_an_error_of_decoding_is_told_of_once() -> None:
    assert breach(Decodes(ValueError("no")), "P43") is None
    assert seen(breach(Decodes(ValueError("no")), "P42")) == "ValueError: no"


def test_texts_that_have_both_line_ends_or_a_mark_stay_as_they_are() -> None:
    crlf = DATED.replace("\n", "\r\n")
    assert breach(Tiny(), "P28", crlf) is None
    assert breach(Tiny(), "P30", f"\ufeff{DATED}") is None
    assert breach(Tiny(), "P27", f"\ufeff{DATED}") is None


class StreamRaises(Tiny):
    def stream(self, lines: Iterable[str], document: Document) -> Iterator[Parsed]:
        raise OSError("no lines")


def test_a_stream_that_raises_is_told_of_once() -> None:
    assert seen(breach(StreamRaises(), "P44")) == "OSError: no lines"
    assert breach(StreamRaises(), "P45") is None


class RaisesAtTimes(Tiny):
    count = 0

    def parse(self, document: Document, /) -> Parsed:
        self.count += 1
        if self.count > 8:
            raise RuntimeError("too many at once")
        return super().parse(document)


def test_what_a_thread_raises_is_told() -> None:
    assert seen(breach(RaisesAtTimes(), "P07")) == "'RuntimeError: too many at once'"


class Dates(Tiny):
    """Gives a day where the document has none; another where it has one."""

    def __init__(self, **bare: Any) -> None:
        self.bare = Moment(zone="UTC", **bare)

    def parse(self, document: Document, /) -> Parsed:
        day = document.published
        at = Moment.on(day, zone="UTC") if day else self.bare
        source = Source(text=document.text, id="s1")
        cited = Citation(source_id="s1", quote="", start=0, end=0)
        event = Event(kind="other", start=at, citations=[cited])
        return Parsed((Incident(events=[event], sources=[source]),))


FIRST = datetime(2023, 11, 1, tzinfo=UTC)
LAST = datetime(2023, 11, 1, 23, 59, tzinfo=UTC)
MONTH_LAST = datetime(2023, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "bounds", "holds"),
    [
        ("in 2023", {"earliest_utc": FIRST, "latest_utc": MONTH_LAST}, True),
        ("in 2023", {"earliest_utc": FIRST}, True),
        ("in 2023", {"latest_utc": LAST}, True),
        ("on 30.10.2023", {"earliest_utc": FIRST, "latest_utc": LAST}, True),
        ("on 15.10.2023", {"earliest_utc": FIRST, "latest_utc": LAST}, False),
        ("in 2023", {"earliest_utc": FIRST, "latest_utc": LAST}, False),
        ("in May", {"earliest_utc": FIRST, "latest_utc": LAST}, False),
    ],
)
def test_a_day_that_the_text_tells_is_not_guessed(
    text: str, bounds: dict[str, datetime], holds: bool
) -> None:
    document = Document(text, zone="UTC", published="2024-01-15")
    asked = Subject(parser=Dates(**bounds), samples=(document,), effort="quick")
    (judge,) = (one.judge for one in times.ASKED if one.code == "P33")
    assert (judge(asked, Case(document=document)) is None) == holds


class DropsWithADay(Dates):
    def parse(self, document: Document, /) -> Parsed:
        parsed = super().parse(document)
        return evolve(parsed, incidents=()) if document.published else parsed


def test_moments_that_have_no_counterpart_are_not_compared() -> None:
    assert breach(DropsWithADay(earliest_utc=FIRST), "P33", "x") is None


def test_looks_at_the_clock_are_seen_but_for_those_of_logs() -> None:
    looks = Looks()
    frame = sys._getframe()
    looks(frame, "c_call", time.time)
    looks(frame, "c_call", date.today)
    looks(frame, "c_call", time.monotonic)
    looks(frame, "c_call", date.fromisoformat)
    looks(frame, "c_return", time.time)
    space = {"__name__": "logging", "looks": looks, "time": time, "sys": sys}
    exec("looks(sys._getframe(), 'c_call', time.time)", space)
    here = "in test_looks_at_the_clock_are_seen_but_for_those_of_logs"
    assert [one.partition(", line ")[0] for one in looks.seen] == [
        f"time.time() {here}",
        f"date.today() {here}",
    ]


def test_garbage_is_collected_as_before() -> None:
    gc.disable()
    try:
        breach(Tiny(), "P17", "\n")
        assert not gc.isenabled()
    finally:
        gc.enable()
    breach(Tiny(), "P17", "\n")
    assert gc.isenabled()


class NeedsAZone(Tiny):
    def parse(self, document: Document, /) -> Parsed:
        if document.zone is None:
            raise TypeError("no zone")
        return super().parse(document)


def test_documents_may_have_no_zone() -> None:
    found = breach(NeedsAZone(), "P02")
    assert seen(found) == "TypeError: no zone"
    assert found is not None
    assert "zone" not in found.input
