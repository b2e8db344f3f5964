"""Parsers made of one function keep the laws that they can't break."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import AsyncIterator, Iterator
from functools import partial
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidRecordError, UnreadableInputError
from incident_timeline.model import Event, Incident, Participant
from incident_timeline.parsers import (
    Document,
    MadeParser,
    Parsed,
    Parser,
    Workbench,
    parser,
)
from incident_timeline.parsers.readings import reading

LINES = ("call one\n", "call\n", "2013 arrived\n", "fails\n", "\n", " \t\r\n", "odd\r")
texts = st.lists(st.sampled_from(LINES) | st.text(max_size=8), max_size=8).map("".join)


def read(bench: Workbench) -> None:
    for line in bench.lines():
        if line.text == "fails":
            message = "as told"
            raise ValueError(message)
        if found := line.match(r"(\d{4}) (\w+)"):
            at = bench.time(found[1], "HHmm")
            bench.event(found[2].text.lower(), at, quote=line)
        elif line.text.startswith("call"):
            bench.event("call", quote=line)
        else:
            bench.not_read(line)


PARSERS = tuple(
    parser(name, starts=starts)(read)
    for name, starts in (("one", None), ("many", "call"))
)
made = pytest.mark.parametrize("one", PARSERS, ids=lambda one: one.name)


def known(text: str) -> Document:
    return Document(text, zone="UTC", published="2023-11-23")


def joined(parts: list[Parsed]) -> Parsed:
    return Parsed(
        tuple(incident for one in parts for incident in one.incidents),
        tuple(finding for one in parts for finding in one.findings),
    )


@made
@given(texts)
def test_every_quote_stands_in_its_source_and_sources_in_the_text(
    one: Parser, text: str
) -> None:
    at = 0
    for incident in one.parse(known(text)).incidents:
        (source,) = incident.sources
        at = text.index(source.text, at) + len(source.text)
        for event in incident.events:
            for cited in event.citations:
                assert source.text[cited.start : cited.end] == cited.quote


@made
@given(texts)
def test_every_finding_tells_its_place_in_the_document(one: Parser, text: str) -> None:
    for found in one.parse(known(text)).findings:
        if found.offset is not None:
            end = found.offset + len(found.raw)
            assert text[found.offset : end] == found.raw
            before = text[: found.offset].replace("\r\n", "\n").replace("\r", "\n")
            assert found.line == before.count("\n") + 1
            assert found.column == len(before) - before.rfind("\n")


@made
@given(texts)
def test_a_stream_of_lines_tells_what_the_whole_does(
    one: MadeParser, text: str
) -> None:
    lines = list(StringIO(text, newline=None))
    whole = known("".join(lines))
    assert joined(list(one.stream(lines, known("")))) == one.parse(whole)


@made
@given(texts)
def test_nothing_that_a_text_says_is_lost(one: Parser, text: str) -> None:
    parsed = one.parse(known(text))
    said = "".join(
        cited.quote
        for incident in parsed.incidents
        for event in incident.events
        for cited in event.citations
    )
    raw = "".join(found.raw for found in parsed.findings)
    if "TL654" not in {found.code for found in parsed.findings}:
        for word in text.replace("\ufeff", "").split():
            assert word in said or word in raw


def test_what_was_read_before_a_failure_is_kept() -> None:
    parsed = PARSERS[0].parse(known("call one\nfails\ncall two"))
    assert [event.kind for event in parsed.incidents[0].events] == ["call"]
    (found,) = parsed.findings
    assert (found.code, found.line, found.raw) == ("TL654", 2, "fails")


def test_a_failure_stops_its_own_incident_alone() -> None:
    parsed = PARSERS[1].parse(known("call one\nfails\n2013 lost\ncall two\n"))
    told = [[event.kind for event in one.events] for one in parsed.incidents]
    assert told == [["call"], ["call"]]


@made
@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\ufeff\n"])
def test_a_text_that_says_nothing_is_told_of(one: Parser, text: str) -> None:
    parsed = one.parse(known(text))
    assert (parsed.incidents, parsed.findings[0].code) == ((), "TL601")


@pytest.mark.parametrize("front", ["", "\n", "\r\n \n", "\ufeff", "\ufeff\n"])
def test_blank_lines_in_front_are_counted_and_of_no_section(front: str) -> None:
    alone = PARSERS[1].parse(known(f"{front}call one\nodd\n"))
    assert alone.incidents[0].sources[0].text == f"{front}call one\nodd\n"
    parsed = PARSERS[1].parse(known(f"{front}call one\nodd\ncall two\nodd\n"))
    bare = front.replace("\n", "").replace("\r", "").strip(" ") if front else ""
    mark = bare if "\n" not in front else ""
    assert [one.sources[0].text for one in parsed.incidents] == [
        f"{mark}call one\nodd\n",
        "call two\nodd\n",
    ]
    lines = front.count("\n")
    assert [found.line for found in parsed.findings] == [lines + 2, lines + 4]


def test_a_made_parser_is_a_parser_and_still_a_function() -> None:
    @parser("calls", suffixes=[".calls"], media_types=["text/x-calls"], sniff=len)
    def calls(bench: Workbench) -> None:
        bench.event("call", quote=bench.page.whole)

    assert isinstance(calls, Parser)
    assert (calls.suffixes, calls.media_types) == ((".calls",), ("text/x-calls",))
    assert calls.sniff is not None
    assert calls.sniff("four") == 4
    bench = Workbench(Document("a"))
    calls(bench)
    assert [event.kind for event in bench.parsed().incidents[0].events] == ["call"]


def test_a_parser_that_does_not_sniff_is_never_sure() -> None:
    assert PARSERS[0].sniff is None


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", {"name": "Not A Name"}),
        ("name", {"name": ""}),
        ("suffixes", {"suffixes": ["log"]}),
        ("suffixes", {"suffixes": ".log"}),
        ("suffixes", {"suffixes": [5]}),
        ("name", {"name": 5}),
        ("media_types", {"media_types": "text/plain"}),
        ("starts", {"starts": "("}),
        ("code", {"readings": [evolve(reading("TL601"), code="TL999")]}),
        ("code", {"readings": [evolve(reading("TL601"), code="odd")]}),
        ("media_types", {"media_types": ["text"]}),
    ],
)
def test_what_has_not_its_shape_is_refused(
    field: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(InvalidRecordError, match=field):
        parser(**({"name": "calls"} | wrong))(read)  # type: ignore[arg-type]  # wrong on purpose


def test_endings_and_types_are_read_in_small_letters() -> None:
    one = parser("calls", suffixes=[".LOG"], media_types=["Text/Plain"])(read)
    assert (one.suffixes, one.media_types) == ((".log",), ("text/plain",))


def yields(bench: Workbench) -> Iterator[str]:
    yield bench.page.text


async def waits(bench: Workbench) -> None:
    bench.not_read(bench.page.whole)


async def both(bench: Workbench) -> AsyncIterator[str]:
    yield bench.page.text


@pytest.mark.parametrize("wrong", [yields, waits, both, "read"])
def test_what_would_read_nothing_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="without yield or async"):
        parser("calls")(wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_a_parser_needs_a_name() -> None:
    with pytest.raises(TypeError, match="give @parser a name"):
        parser(read)  # type: ignore[arg-type]  # wrong on purpose


def test_what_is_returned_is_told_of_and_records_are_kept() -> None:
    one = parser("calls")(lambda bench: bench.event("call", quote=bench.page.whole))  # type: ignore[arg-type]  # wrong on purpose
    parsed = one.parse(known("call"))
    assert len(parsed.incidents[0].events) == 1
    assert [found.code for found in parsed.findings] == ["TL654"]
    assert "it returned Event(" in parsed.findings[0].message


@pytest.mark.parametrize(
    "mute", [lambda bench: None, lambda bench: bench.describe(id="1")]
)
def test_a_document_of_which_nothing_is_made_is_told_of(mute: object) -> None:
    (found,) = parser("mute")(mute).parse(known(" call\n")).findings  # type: ignore[arg-type]  # any function
    assert (found.code, found.raw) == ("TL652", "call")
    assert found.message == "nothing was made of it"


class UnspeakableError(ValueError):
    """An error that can't be told."""

    def __str__(self) -> str:
        raise RuntimeError


def test_a_failure_names_the_parsers_own_line() -> None:
    def fails(bench: Workbench) -> None:
        json.loads(bench.page.text)

    (found,) = parser("fails")(fails).parse(known("a")).findings
    line = fails.__code__.co_firstlineno + 1
    assert found.message.startswith("the parser stopped here: JSONDecodeError: ")
    assert found.message.endswith(f" (test_making.py:{line})")


def test_an_error_that_cannot_be_told_is_named() -> None:
    def fails(bench: Workbench) -> None:
        raise UnspeakableError

    (found,) = parser("fails")(fails).parse(known("a")).findings
    assert "stopped here: UnspeakableError (test_making.py:" in found.message


def test_a_failure_is_told_where_words_were_used_last() -> None:
    def fails(bench: Workbench) -> None:
        for line in list(bench.lines()):
            bench.event("call", quote=line.cut(0, 2))
            if line.text == "two":
                raise ValueError

    (found,) = parser("fails")(fails).parse(known("one\ntwo\nthree")).findings
    assert (found.line, found.raw) == (2, "two")


def test_a_record_that_refers_to_none_is_left_out_alone() -> None:
    def dangling(bench: Workbench) -> None:
        for line in bench.lines():
            if line.text == "bad":
                who = [Participant(party_id="none")]
                bench.add(
                    Event(kind="call", id="bad", part_of_id="gone", participants=who)
                )
                bench.add(Event(kind="call", part_of_id="bad"))
            bench.event("call", quote=line)

    parsed = parser("dangling")(dangling).parse(known("one\nbad\n"))
    assert [event.citations[0].quote for event in parsed.incidents[0].events] == [
        "one",
        "bad",
    ]
    assert [(found.code, found.line) for found in parsed.findings] == [
        ("TL654", 2),
        ("TL654", 2),
    ]
    assert "', which is not there" in parsed.findings[0].message


def test_the_preamble_is_read_and_its_day_goes_on() -> None:
    seen: list[str] = []

    @parser("calls", starts="LOG ")
    def calls(bench: Workbench) -> None:
        seen.append(bench.preamble.text if bench.preamble else "")
        for line in bench.lines():
            if not line.match("LOG |Day"):
                bench.event("call", bench.time(line, "HHmm"), quote=line)
            elif line.match("Day"):
                bench.time(line.cut(4), "YYYY-MM-DD")

    text = "Day 2023-11-20\nLOG 1\n2013\nLOG 2\n2014\n"
    parsed = calls.parse(Document(text, zone="UTC"))
    assert [one.events[0].start.stated for one in parsed.incidents] == [
        "2023-11-20T20:13",
        "2023-11-20T20:14",
    ]
    assert seen == ["", "Day 2023-11-20\n", "Day 2023-11-20\n"]
    assert parsed.findings == ()
    calls.parse(Document("LOG 1\nLOG 2\n", zone="UTC"))
    assert seen[3:] == ["", ""]


def test_a_finding_of_a_section_points_into_its_own_source() -> None:
    parsed = PARSERS[1].parse(known("call one\ncall two\nodd\n"))
    (found,) = parsed.findings
    assert (found.offset, found.line) == (18, 3)
    assert found.where == "sources[0].text[9:12]"
    assert parsed.incidents[1].sources[0].text[9:12] == "odd"


def test_what_is_said_once_is_said_once_a_document() -> None:
    text = "call\n2013 lost\ncall\n2014 lost\n"
    found = PARSERS[1].parse(Document(text)).findings
    assert [one.code for one in found] == ["TL606"]


@pytest.mark.parametrize("chunks", [2, 3, 5, 7])
def test_chunks_are_put_together_to_lines(chunks: int) -> None:
    text = "call one\r\nodd\rcall two\n\rodd"
    cut = [text[at : at + chunks] for at in range(0, len(text), chunks)]
    parsed = joined(list(PARSERS[1].stream(["", *cut, ""], known(""))))
    assert parsed == PARSERS[1].parse(known(text))


def test_what_are_no_lines_is_refused() -> None:
    with pytest.raises(TypeError, match="is one text, not lines"):
        PARSERS[1].stream("call one\n", known(""))
    with pytest.raises(TypeError, match="line 2 is bytes, not text"):
        list(PARSERS[1].stream(["call\n", b"call\n"], known("")))  # type: ignore[list-item]  # wrong on purpose
    with pytest.raises(UnreadableInputError, match="line 3: half of a sur") as caught:
        list(PARSERS[1].stream(["call\n", "odd\nx\ud800\n"], known("")))
    assert (caught.value.line, caught.value.column) == (3, 2)


def test_a_parser_tells_findings_of_its_own() -> None:
    ours = evolve(reading("TL601"), code="LOG001", name="odd-line")

    @parser("odd", readings=[ours])
    def odd(bench: Workbench) -> None:
        bench.note(bench.page.whole, "LOG001", "is odd")

    (found,) = odd.parse(known("a")).findings
    assert (odd.readings, found.code, found.name) == ((ours,), "LOG001", "odd-line")


# As functions are


@parser("module_level", starts="call")
def module_level(bench: Workbench) -> None:
    """Read nothing."""
    bench.not_read(bench.page.whole)


def test_a_made_parser_is_pickled_by_its_name() -> None:
    assert pickle.loads(pickle.dumps(module_level)) is module_level
    assert copy.copy(module_level) is module_level


def test_a_made_parser_is_called_as_its_function_is() -> None:
    named = vars(module_level)
    assert module_level.__doc__ == "Read nothing."
    assert (named["__name__"], named["__module__"]) == ("module_level", __name__)


class Reader:
    """An object whose method reads."""

    def read(self, bench: Workbench) -> None:
        bench.event("call", quote=bench.page.whole)


def test_a_parser_of_a_method_is_pickled_with_what_it_is_of() -> None:
    one = parser("method", suffixes=[".m"])(Reader().read)
    again = pickle.loads(pickle.dumps(one))
    assert (again.name, again.suffixes) == ("method", (".m",))
    assert len(again.parse(known("a")).incidents) == 1


@pytest.mark.parametrize(
    "local", [lambda bench: None, partial(read), module_level.read]
)
def test_a_parser_that_has_no_name_of_its_own_is_not_pickled(local: object) -> None:
    one = parser("local")(local)  # type: ignore[arg-type]  # any function
    with pytest.raises(pickle.PicklingError, match="define it at the top of a module"):
        pickle.dumps(one)


def test_an_incident_is_of_the_model() -> None:
    (incident,) = PARSERS[0].parse(known("call")).incidents
    assert isinstance(incident, Incident)
