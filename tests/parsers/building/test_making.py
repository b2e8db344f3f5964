"""Parsers made of one function keep the laws that they can't break."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidRecordError
from incident_timeline.model import Incident
from incident_timeline.parsers import (
    Document,
    MadeParser,
    Parsed,
    Parser,
    Workbench,
    parser,
)

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
        ("suffixes", {"suffixes": [".LOG"]}),
        ("media_types", {"media_types": ["text"]}),
    ],
)
def test_what_has_not_its_shape_is_refused(
    field: str, wrong: dict[str, object]
) -> None:
    with pytest.raises(InvalidRecordError, match=field):
        parser(**({"name": "calls"} | wrong))(read)  # type: ignore[arg-type]  # wrong on purpose


def test_an_incident_is_of_the_model() -> None:
    (incident,) = PARSERS[0].parse(known("call")).incidents
    assert isinstance(incident, Incident)
