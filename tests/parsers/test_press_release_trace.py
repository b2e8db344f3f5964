"""A trace: what was read from which words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE, PressRelease
from incident_timeline.parsers.trace import Trace, Tracing
from incident_timeline.text.lexicon import Cue, default_lexicon

KNOWN = {"published": date(2024, 5, 5), "zone": "Europe/London"}
LEAD = "Statement.\n\nIt is told.\n\n"


def traced(text: str) -> Trace:
    return PRESS_RELEASE.trace(Document(LEAD + text, **KNOWN))  # type: ignore[arg-type]  # a table's values


def shown(text: str) -> list[tuple[str, str, str]]:
    trace = traced(text)
    return [(m.layer, m.of(LEAD + text), m.label) for m in trace.marks]


def test_a_parser_of_prose_traces() -> None:
    assert isinstance(PRESS_RELEASE, Tracing)


def test_a_trace_holds_what_parsing_gives() -> None:
    document = Document("Shots were fired at 9pm on 3 May 2024.", zone="UTC")
    assert PRESS_RELEASE.trace(document).parsed == PRESS_RELEASE.parse(document)
    assert PRESS_RELEASE.trace(document).document is document


def test_a_document_without_words_has_no_marks() -> None:
    trace = PRESS_RELEASE.trace(Document(" \n"))
    assert trace.marks == ()
    assert [finding.code for finding in trace.parsed.findings] == ["TL601"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Police fired shortly before 9pm on 3 May 2024.",
         ("time", "shortly before 9pm on 3 May 2024",
          "2024-05-03T21:00 shortly_before, dates e1")),
        ("Police fired on the evening of 3 May 2024.",
         ("time", "the evening of 3 May 2024", "2024-05-03 evening, dates e1")),
        ("It rained on 3 May 2024.",
         ("time", "3 May 2024", "2024-05-03, dates no event")),
        ("Police fired on 31 June 2024.",
         ("time", "31 June 2024",
          "not placed, dates e1; there is no 31 June 2024")),
        ("The man was arrested on 3 May 2024.",
         ("event", "The man was arrested", "arrest 2024-05-03")),
        ("Police said a man had been arrested.",
         ("event", "a man had been arrested", "arrest, Police")),
        ("The man was arrested.",
         ("party", "The man", "man, affected_person")),
        ("Police said what appears to be a pistol was recovered.",
         ("item", "pistol", "firearm, apparent")),
        ("No shots were fired.", ("context", "No", "negated")),
        ("No shots were fired.",
         ("unused", "No shots were fired", "shots, negated: no event")),
        ("Later officers arrived.", ("unused", "Later", "orders no event")),
        ("Officers arrived. Later the man ran off.",
         ("link", "Later", "e2 after e1")),
        ("Officers arrived. Shortly afterwards the man ran off.",
         ("link", "Shortly afterwards", "e2 after e1, by at most 15 minutes")),
        ("Officers arrived. Ten minutes later the man ran off.",
         ("link", "Ten minutes later", "e2 after e1, by 10 minutes")),
        ("Officers arrived. More than ten minutes later the man ran off.",
         ("link", "More than ten minutes later",
          "e2 after e1, by at least 10 minutes")),
        ("Officers arrived. Two days later the man ran off.",
         ("link", "Two days later",
          "e2 after e1, by at least 1 day, by at most 3 days")),
    ],
)  # fmt: skip
def test_words_are_marked_with_what_was_read_from_them(
    text: str, mark: tuple[str, str, str]
) -> None:
    assert mark in shown(text)


def test_a_telling_again_is_marked_with_its_event() -> None:
    trace = traced("A man was arrested. The man was arrested nearby.")
    labels = [(m.label, m.ids) for m in trace.marks if m.layer == "event"]
    assert sorted(labels) == [("arrest", ("e1",)), ("arrest, told again", ("e1",))]


def test_a_lexicon_of_ones_own_is_traced() -> None:
    lexicon = default_lexicon().extended(Cue(kind="tow", pattern="<was> winched"))
    trace = PressRelease(lexicon=lexicon).trace(Document("The car was winched."))
    assert ("tow", ("e1",)) in [(m.label, m.ids) for m in trace.marks]


WORDS = (
    *("Officers arrived", "the man ran off", "No shots were fired", "Later", "then"),
    *("at 9pm on 3 May 2024", "a pistol was recovered", "police said", "after", "who"),
    *(". ", ", ", "\n\n", "“", "”", " and "),
)


@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_marks_lie_in_the_text_in_order_and_name_what_was_read(
    words: list[str],
) -> None:
    trace = traced(" ".join(words))
    incident = trace.parsed.incidents[0]
    length = len(trace.document.text)
    assert all(0 <= mark.start < mark.end <= length for mark in trace.marks)
    places = [(mark.start, -mark.end) for mark in trace.marks]
    assert places == sorted(places)
    named = {id_ for m in trace.marks if m.layer == "event" for id_ in m.ids}
    assert named == {event.id for event in incident.events}
    linked = {id_ for m in trace.marks if m.layer == "link" for id_ in m.ids}
    assert linked == {link.id for link in incident.links}
