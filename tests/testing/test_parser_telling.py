"""What is made of words: clock times, places, lines; case by case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve

from incident_timeline import (
    Citation,
    Document,
    Event,
    Incident,
    Moment,
    Parsed,
    Source,
)
from incident_timeline.parsers.table import TableParser, load_mapping
from incident_timeline.testing import Breach
from incident_timeline.testing._parser_laws import telling
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.subject import Subject
from tests.testing import broken_parsers
from tests.testing.broken_parsers import with_events
from tests.testing.test_parser_breaches import after, breach, seen
from tests.testing.tiny import Tiny


def told_at(stated: str, words: str, quote: str = "", /, **known: Any) -> Tiny:
    """A parser of which every event is at a time, with words and a quote."""
    at = evolve(Moment.at(stated, zone="UTC"), text=words, **known)

    def parse(document: Document) -> Parsed:
        said = document.text if quote == "" else quote
        start = document.text.find(said)
        cited = Citation(source_id="s1", quote=said, start=start, end=start + len(said))
        source = Source(text=document.text, id="s1")
        event = Event(kind="other", start=at, end=at, citations=[cited])
        return Parsed((Incident(events=[event], sources=[source]),))

    parser = Tiny()
    object.__setattr__(parser, "parse", parse)
    return parser


def of_text(parser: Any, code: str, text: str) -> Breach | None:
    """How a law on what is told is broken by one text."""
    document = Document(text, zone="UTC", published="2024-01-15")
    subject = Subject(parser=parser, samples=(document,), effort="quick")
    (judge,) = (one.judge for one in telling.ASKED if one.code == code)
    return judge(subject, Case(document=document))


@pytest.mark.parametrize(
    ("stated", "text", "words", "is_told"),
    [
        ("2024-01-15T21:09", "at 21:09", "", True),
        ("2024-01-15T21:09", "at 9.09 pm", "9.09 pm", True),
        ("2024-01-15T21:09", "2109 sent", "2109", True),
        ("2024-01-15T21:09", "20240115T210933", "", True),
        ("2024-01-15T21:00", "9 pm, car 7", "9 pm", True),
        ("2024-01-15T00:02", "12.02 am", "", True),
        ("2024-01-15T00:02", "2,gate", "2", True),
        ("2024-01-15T00:00", "24:00", "", True),
        ("2024-01-15T12:00", "at noon, 7 came", "noon", True),
        ("2024-01-15T12:00", "as they came", "", True),
        ("2024-01-15T12:07", "7 minutes later", "7 minutes later", True),
        ("2024-01-15T12:07", "11:59:60", "", True),
        ("2024-01-15T12:07", "14:07+02:00", "", True),
        ("2024-01-15T21:09", "2009 sent", "2009", False),
        ("2024-01-15T21:09", "20:09 sent", "", False),
        ("2024-01-15T21:09", "20240115T200933", "", False),
        ("2024-01-15T21:09", "7 came", "", False),
    ],
)
def test_a_clock_time_has_its_digits_in_words(
    stated: str, text: str, words: str, *, is_told: bool
) -> None:
    found = of_text(told_at(stated, words), "P50", text)
    assert (found is None) == is_told


@pytest.mark.parametrize(
    "known",
    [
        {"qualifier": "about"},
        {"precision": "hour"},
        {"assumed": ["hour"]},
        {"latest_utc": None},
        {"stated": "2024-01-15T21:09+02:00"},
        {"latest_utc": datetime(2024, 1, 15, 22, tzinfo=UTC)},
    ],
)
def test_a_time_that_is_no_exact_clock_time_is_not_asked(known: dict[str, Any]) -> None:
    assert (
        of_text(told_at("2024-01-15T21:09", "", **known), "P50", "20:09 sent") is None
    )


@pytest.mark.parametrize("what", ["day", "half_day", "zone"])
def test_what_is_filled_in_besides_leaves_the_dial_as_it_is(what: str) -> None:
    late = told_at("2024-01-15T21:09", "", assumed=[what])
    assert of_text(late, "P50", "20:09 sent") is not None
    assert of_text(late, "P50", "9:09 sent") is None


def test_a_time_may_be_told_by_a_word_of_its_quote() -> None:
    noon = "2024-01-15T12:00"
    assert of_text(told_at(noon, "", "at noon"), "P51", "at noon, 12:00") is None
    assert of_text(told_at(noon, "noon", "x"), "P51", "x, noon") is None
    found = of_text(told_at(noon, "", "gate"), "P51", "gate, 12:00")
    assert seen(found).startswith("no words for 2024-01-15 12:00:00+00:00")


def test_a_place_may_be_tidied() -> None:
    def placed(place: str) -> Tiny:
        return after(
            lambda parsed: with_events(parsed, lambda one: evolve(one, place=place))
        )

    text = "20:09 sent 12  HIGH\\nStreet, Man"
    assert of_text(placed("12 High Street"), "P52", text) is None
    assert of_text(placed("Man, High-Street"), "P52", text) is None
    assert seen(of_text(placed("Low Street"), "P52", text)) == "no such words there"


@pytest.mark.parametrize(
    ("text", "known", "is_asked"),
    [
        ("20:09 sent", {}, True),
        ("20:09 sent", {"zone": None}, False),
        ("20:09 sent", {"published": None}, False),
    ],
)
def test_clock_times_are_to_be_read_where_day_and_zone_are_known(
    text: str, known: dict[str, Any], *, is_asked: bool
) -> None:
    parser = broken_parsers.ReadsNoTime()
    assert (breach(parser, "P53", text, **known) is not None) == is_asked


def test_a_sample_without_a_clock_time_asks_for_none() -> None:
    unread = told_at("2024-01-15", "", earliest_utc=None, latest_utc=None)
    assert breach(unread, "P53", "the gate was open") is None
    assert breach(unread, "P53", "2009 gate open") is not None


def test_a_parser_may_cite_the_whole_of_a_document() -> None:
    whole = told_at("2024-01-15T20:09", "")
    assert breach(whole, "P27", "20:09 sent\n") is None


def test_a_table_may_begin_with_a_blank_line() -> None:
    mapping = 'name = "mine"\nheader = ["on"]\n[[event]]\nkind = "shots"\n'
    table = TableParser(load_mapping(mapping))
    assert breach(table, "P27", "\n\U0001f467\n\U00010348") is None


def test_a_finding_accounts_for_each_line_of_its_raw_text() -> None:
    def of_all(parsed: Parsed) -> Parsed:
        return evolve(
            parsed,
            incidents=(),
            findings=tuple(
                evolve(one, raw="-- a\n-- b\n", line=1) for one in parsed.findings
            ),
        )

    assert breach(after(of_all), "P48", "-- a\n-- b\n") is None
    assert breach(after(of_all), "P48", "-- a\n-- b\n-- c\n") is not None


class ReadsBlocks(Tiny):
    """An incident for each line; it collects all of them before it gives one."""

    records = False

    def parse(self, document: Document, /) -> Parsed:
        lines = document.text.splitlines()
        parts = [super(ReadsBlocks, self).parse(evolve(document, text=one))
                 for one in lines]  # fmt: skip
        return Parsed(tuple(one for part in parts for one in part.incidents))

    def stream(self, lines: Iterable[str], document: Document) -> Iterator[Parsed]:
        yield self.parse(evolve(document, text="".join(lines)))


def test_a_stream_is_to_be_lazy_where_a_sample_has_several_incidents() -> None:
    assert breach(ReadsBlocks(), "P45", "20:09 sent\n") is None
    assert breach(ReadsBlocks(), "P45", "20:09 sent\n20:10 sent\n") is not None
