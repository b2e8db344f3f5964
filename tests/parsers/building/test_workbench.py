"""The workbench: what is made of words cites them, and what isn't is told."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import (
    InvalidMomentError,
    InvalidRecordError,
    UnknownReferenceError,
    UnknownZoneError,
)
from incident_timeline.model import Age, Event, Source
from incident_timeline.moments import Moment
from incident_timeline.parsers import Document, Page, Workbench
from incident_timeline.text import Cue, Lexicon

TEXT = "2013 UNIT12 arrived\n\n \t\n2014 knife found \n"
spans = st.tuples(st.integers(0, 50), st.integers(0, 50))


@pytest.fixture
def bench() -> Workbench:
    return Workbench(Document(TEXT, zone="UTC", published="2023-11-23"))


@given(st.text(max_size=50), st.lists(spans, max_size=5))
def test_every_quote_stands_at_its_place_in_the_source(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    bench = Workbench(Document(text))
    for low, high in cuts:
        bench.event("other", quote=bench.page.whole.cut(low, high))
    for incident in bench.parsed().incidents:
        (source,) = incident.sources
        assert source.text == text
        assert source.sha256 == (Source.digest(text) if text else "")
        for event in incident.events:
            for one in event.citations:
                assert (
                    source.text[one.start : one.end] == one.quote == one.quote.strip()
                )


@given(st.text(max_size=50), spans)
def test_every_finding_tells_where_its_words_stand(
    text: str, cut: tuple[int, int]
) -> None:
    bench = Workbench(Document(text))
    words = bench.page.whole.cut(*cut)
    bench.not_read(words)
    (found,) = bench.parsed().findings
    assert found.offset is not None
    assert text[found.offset : found.offset + len(found.raw)] == found.raw == words.text
    end = found.offset + len(found.raw)
    assert found.where == f"sources[0].text[{found.offset}:{end}]"
    assert (found.line, found.column) == words.place[1:]


def test_a_finding_on_stretches_reaches_to_the_end_of_the_last() -> None:
    document = Page("ab-\n cd")
    joined = Page.of([document.whole.cut(0, 2), document.whole.cut(5)])
    bench = Workbench(Document(document.text))
    bench.not_read(joined.whole)
    (found,) = bench.parsed().findings
    assert (found.raw, found.where) == ("abcd", "sources[0].text[0:7]")
    assert (found.offset, found.line, found.column) == (0, 1, 1)
    own = Workbench(Document(document.text), joined)
    own.not_read(joined.whole)
    own.not_read(document.whole.cut(5, 6))
    own.not_read(document.whole.cut(5, 5))
    own.not_read(document.whole.cut(2, 3))
    own.not_read(document.whole)
    assert [one.where for one in own.parsed().findings] == [
        "sources[0].text[0:4]",
        "sources[0].text[2:3]",
        "sources[0].text[2:2]",
        "sources[0].text",
        "sources[0].text[0:4]",
    ]


def test_words_of_another_page_are_not_cited(bench: Workbench) -> None:
    with pytest.raises(ValueError, match="of another page"):
        bench.cite(Page(TEXT).whole)


def test_lines_that_hold_words_are_handed_out(bench: Workbench) -> None:
    lines = list(bench.lines())
    assert [line.text for line in lines] == ["2013 UNIT12 arrived", "2014 knife found "]
    assert [line.place.line for line in lines] == [1, 4]


def test_an_event_has_who_when_where_and_its_quote(bench: Workbench) -> None:
    line = next(bench.lines())
    unit = bench.party("UNIT12", kind="unit", quote=line.cut(5, 11))
    at = bench.time(line.cut(0, 4), "HHmm")
    whole = bench.event("other", quote=None)
    event = bench.event(
        "arrival",
        at,
        end=at,
        quote=line,
        summary="UNIT12 arrived",
        place="Mill Lane",
        who=[(unit, "responding_unit")],
        part_of=whole,
    )
    incident = bench.parsed().incidents[0]
    assert incident.events == (whole, event)
    assert whole.citations == ()
    assert event.part_of_id == whole.id
    assert event.participants[0].party_id == unit.id
    assert (event.start, event.end, event.place) == (at, at, "Mill Lane")


def test_a_citation_can_be_made_first(bench: Workbench) -> None:
    cited = bench.cite(bench.page.whole, force="alleged", attributed_to="a caller")
    event = bench.event("shots", quote=cited)
    assert event.citations == (cited,)
    assert (cited.force, cited.attributed_to) == ("alleged", "a caller")


def test_words_that_are_blank_are_cited_nowhere(bench: Workbench) -> None:
    assert bench.event("other", quote=bench.page.whole.cut(19, 22)).citations == ()


def test_a_party_is_made_once(bench: Workbench) -> None:
    one = bench.party("UNIT12", kind="unit")
    assert bench.party("UNIT12", kind="unit", age=Age(least=1)) is one
    assert bench.party("UNIT12") is not one
    assert bench.party("UNIT12", description="a van", kind="unit") is not one


def test_parties_without_a_name_are_others_unless_a_key_says_so(
    bench: Workbench,
) -> None:
    for text in ("", "a man"):
        one = bench.party(description=text)
        assert bench.party(description=text) is not one
    caller = bench.party(description="caller", key="caller")
    assert bench.party(description="the caller", key="caller") is caller


def test_what_is_told_of_a_party_later_is_added(bench: Workbench) -> None:
    first, second = bench.lines()
    for quote in (first, second, second):
        ann = bench.party("Ann", quote=quote)
    bench.party("Ann", age=Age(least=40, greatest=40))
    bench.party("Ann", age=Age(least=41, greatest=41), quote=first)
    bench.party("Ann", age=Age(least=42), quote=bench.cite(first))
    bench.party("Ann", age=Age(least=40, greatest=40))
    parsed = bench.parsed()
    (told,) = parsed.incidents[0].parties
    assert told.id == ann.id
    assert [one.quote for one in told.citations] == [first.text, second.text.strip()]
    assert told.age == Age(least=40, greatest=40)
    assert [(one.code, one.raw) for one in parsed.findings] == [
        ("TL652", first.text),
        ("TL652", first.text),
    ]


def test_items_investigations_and_links_are_made(bench: Workbench) -> None:
    line = next(bench.lines())
    first, second = (bench.event("other", quote=line) for _ in range(2))
    body = bench.party("Harbour Board", kind="organisation")
    item = bench.item("knife", quote=line, event=first, status="confirmed")
    alone = bench.item("gun", quote=line, description="a pistol")
    inquiry = bench.investigation(body, quote=line, footing="local", status="open")
    unknown = bench.investigation(quote=None, opened=Moment.unknown("May"))
    link = bench.link(second, "after", first, quote=line)
    incident = bench.parsed().incidents[0]
    assert incident.evidence == (item, alone)
    assert (item.event_id, alone.event_id) == (first.id, None)
    assert incident.investigations == (inquiry, unknown)
    assert (inquiry.body_id, unknown.body_id) == (body.id, None)
    assert (inquiry.opened, unknown.opened.text) == (Moment.unknown(), "May")
    assert incident.links == (link,)
    assert (link.event_id, link.relation, link.other_id) == ("e2", "after", "e1")


def test_a_record_made_otherwise_is_added(bench: Workbench) -> None:
    assert bench.add(Event(kind="call")).id == "e1"
    assert bench.add(Event(kind="call", id="own")).id == "own"


def test_what_has_not_the_shape_of_a_term_is_refused(bench: Workbench) -> None:
    with pytest.raises(InvalidRecordError):
        bench.event("Not a kind!", quote=None)


def test_the_incident_is_called_what_it_was_said_to_be(bench: Workbench) -> None:
    bench.event("call", quote=None)
    bench.describe(id="4711", title="Shots")
    bench.describe(title="Shots fired", jurisdiction="GB-EAW")
    incident = bench.parsed().incidents[0]
    assert (incident.id, incident.title) == ("4711", "Shots fired")
    assert incident.jurisdiction == "GB-EAW"


def test_without_a_record_there_is_no_incident(bench: Workbench) -> None:
    bench.describe(title="Shots")
    bench.not_read(bench.page.whole)
    assert bench.parsed().incidents == ()


def test_a_source_tells_what_is_known_of_the_document() -> None:
    document = Document("a", name="a.log", publisher="P", url="https://example.org")
    bench = Workbench(document)
    bench.event("call", quote=None)
    (source,) = bench.parsed().incidents[0].sources
    assert (source.title, source.publisher, source.published) == ("a.log", "P", None)
    dated = Workbench(Document("a", title="T", published="2023-11-24"))
    dated.event("call", quote=None)
    (source,) = dated.parsed().incidents[0].sources
    assert source.title == "T"
    assert source.published == Moment.on("2023-11-24", zone="UTC")


def test_findings_of_ones_own_are_added(bench: Workbench) -> None:
    words = bench.page.whole.cut(0, 4)
    bench.finding(words, "CAD001", "is odd", name="odd", severity="implausible")
    bench.finding(words.cut(0, 0), "CAD002", "is nothing", name="nothing")
    odd, nothing = bench.parsed().findings
    assert (odd.code, odd.severity, odd.raw) == ("CAD001", "implausible", "2013")
    assert (nothing.severity, nothing.where) == ("missing", "sources[0].text[0:0]")


def test_no_finding_has_a_code_that_there_is_not(bench: Workbench) -> None:
    with pytest.raises(UnknownReferenceError, match="'TL699' is no code") as caught:
        bench.note(bench.page.whole, "TL699", "is odd")
    assert caught.value.wanted == "TL699"


@pytest.mark.parametrize("code", ["TL101", "odd", "LOG1", 5])
def test_no_finding_of_ones_own_has_a_code_of_the_librarys(
    bench: Workbench, code: str
) -> None:
    with pytest.raises(InvalidRecordError, match="code"):
        bench.finding(bench.page.whole, code, "is odd", name="odd")


def test_what_is_no_piece_is_refused_with_the_remedy(bench: Workbench) -> None:
    line = next(bench.lines())
    found = line.search("UNIT12")
    with pytest.raises(TypeError, match=r"a quote is .* write found\[0\]"):
        bench.event("call", quote=found)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(TypeError, match=r"a quote is .* cut it out of a line"):
        bench.event("call", quote="UNIT12")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="is read as a time is a piece"):
        bench.time("20:13", "HH:mm")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="what is told is a piece"):
        bench.tellings("shots")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="what a finding is on is a piece"):
        bench.not_read("shots")  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2023-11-23", datetime(2023, 11, 23)])
def test_what_is_no_day_is_refused_with_the_remedy(bench: Workbench, day: date) -> None:
    with pytest.raises(TypeError, match="such as date"):
        bench.day = day
    with pytest.raises(TypeError, match="such as date"):
        bench.time(bench.page.whole.cut(0, 4), "HHmm", day=day)


def test_what_was_made_elsewhere_is_refused(bench: Workbench) -> None:
    other = Workbench(Document("a"))
    call, unit = other.event("call", quote=None), other.party("UNIT12")
    bench.event("call", quote=None)
    own = bench.event("call", quote=None)
    with pytest.raises(TypeError, match=r"no party: make one with bench.party\("):
        bench.event("call", quote=None, who=[("UNIT12", "other")])  # type: ignore[list-item]  # wrong on purpose
    for wrong in (
        lambda: bench.event("call", quote=None, who=[(unit, "other")]),
        lambda: bench.event("call", quote=None, part_of=call),
        lambda: bench.item("knife", quote=None, event=call),
        lambda: bench.investigation(unit, quote=None),
        lambda: bench.link(own, "after", call, quote=None),
        lambda: bench.link(call, "after", own, quote=None),
    ):
        with pytest.raises(ValueError, match="was not made on this bench"):
            wrong()


def test_an_id_is_used_once(bench: Workbench) -> None:
    bench.add(Event(kind="call", id="own"))
    with pytest.raises(InvalidRecordError, match="is an id used twice"):
        bench.add(Event(kind="call", id="own"))


def test_what_refers_to_none_leaves_no_incident_alone(bench: Workbench) -> None:
    line = next(bench.lines())
    stray = evolve(bench.cite(line), source_id="s9")
    bench.party("Ann", quote=stray)
    parsed = bench.parsed()
    assert parsed.incidents == ()
    assert [(one.code, one.raw) for one in parsed.findings] == [("TL654", line.text)]
    assert bench.parsed() == parsed


def test_what_an_incident_cannot_be_called_is_refused(bench: Workbench) -> None:
    with pytest.raises((InvalidRecordError, TypeError)):
        bench.describe(id=5)  # type: ignore[arg-type]  # wrong on purpose


def test_a_failure_is_told_at_the_line_handed_out_last(bench: Workbench) -> None:
    *_, _last = bench.lines()
    bench.failed(ValueError("no"))
    (found,) = bench.parsed().findings
    assert (found.code, found.line) == ("TL654", 4)
    assert found.message == "the parser stopped here: ValueError: no"


def test_a_format_or_zone_that_is_none_is_an_error(bench: Workbench) -> None:
    words = bench.page.whole.cut(0, 4)
    with pytest.raises(InvalidMomentError):
        bench.time(words, "[x]")
    with pytest.raises(UnknownZoneError):
        bench.time(words, "HHmm", zone="Mars/Base")
    assert bench.time(words, "HHmm", zone="Asia/Tokyo").zone == "Asia/Tokyo"


def test_words_tell_what_a_lexicon_knows(bench: Workbench) -> None:
    mine = Lexicon.of([Cue(kind="find", pattern="knife found")])
    assert [one.kind for one in bench.tellings(bench.page.whole, mine)] == ["find"]
    other = Lexicon.of([Cue(kind="other", pattern="arrived")])
    assert [one.kind for one in bench.tellings(bench.page.whole, other)] == ["other"]


def test_what_is_denied_is_not_told() -> None:
    bench = Workbench(Document("No shots were fired."))
    assert bench.tellings(bench.page.whole) == ()


def test_the_day_is_set_at_a_heading(bench: Workbench) -> None:
    assert bench.day is None
    bench.day = day = Document("", published="2024-05-03").published
    assert bench.day == day
