"""What findings say: how grave they are, of whom, in which words, and what mends it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from incident_timeline.checks import check
from incident_timeline.model import (
    Citation,
    Draft,
    Event,
    Finding,
    Incident,
    Severity,
    Source,
)
from incident_timeline.moments import Moment, Vagueness

LONDON = "Europe/London"


def only(incident: Incident) -> Finding:
    (finding,) = check(incident)
    return finding


def about(stated: str) -> Moment:
    return Moment.about(stated, zone=LONDON)


def reversed_pursuit(end: str | Moment) -> Incident:
    draft = Draft(zone=LONDON)
    draft.event("pursuit", "2023-11-23T21:10", end=end)
    return draft.incident()


def linked(shots: str | Moment) -> Incident:
    draft = Draft(zone=LONDON)
    call = draft.event("call", "2023-11-23T19:59")
    draft.link(draft.event("shots", shots), "after", call, least=timedelta(hours=2))
    return draft.incident()


def arrested(dead: str | Moment, arrest: str | Moment) -> Incident:
    draft = Draft(zone=LONDON)
    who = [(draft.party("a man"), "affected_person")]
    draft.event("death_pronouncement", dead, who=who)
    draft.event("arrest", arrest, who=who)
    return draft.incident()


def published(when: Moment) -> Incident:
    draft = Draft(zone=LONDON)
    draft.source("He was shot.", published=when)
    draft.event("shots", "2024-11-23", quote="He was shot")
    return draft.incident()


EXACT = "2023-11-23T20:00"
JUST_AFTER = Moment.shortly_after(EXACT, zone=LONDON)


@pytest.mark.parametrize(
    ("exact", "vague"),
    [
        (reversed_pursuit(EXACT), reversed_pursuit(about(EXACT))),
        (linked(EXACT), linked(about(EXACT))),
        (
            arrested(EXACT, "2023-11-23T22:00"),
            arrested(JUST_AFTER, "2023-11-23T22:00"),
        ),
        (
            published(Moment.on("2023-11-24", zone=LONDON)),
            published(about("2023-11-24")),
        ),
    ],
)
def test_what_a_vague_word_decides_is_implausible_only(
    exact: Incident, vague: Incident
) -> None:
    assert only(exact).severity is Severity.CONTRADICTION
    assert only(vague).severity is Severity.IMPLAUSIBLE


def test_shortly_after_is_as_firm_as_exact_on_its_near_side() -> None:
    later = Moment.shortly_after("2023-11-23T22:00", zone=LONDON)
    assert only(arrested(EXACT, later)).severity is Severity.CONTRADICTION


def dead_before(*shots: tuple[str | Moment, bool]) -> Finding:
    """A death at 20:00 before shots at a time, that affect the same man or nobody."""
    draft = Draft(zone=LONDON)
    who = [(draft.party("a man"), "affected_person")]
    for when, is_same in shots:
        draft.event("shots", when, who=who if is_same else ())
    draft.event("death_pronouncement", EXACT, who=who)
    return only(draft.incident())


NARROW = Vagueness(shortly=timedelta(minutes=5))
JUST_BEFORE = Moment.shortly_before("2023-11-23T22:00", zone=LONDON, vagueness=NARROW)


@pytest.mark.parametrize(
    ("shots", "severity"),
    [
        ([("2023-11-23T22:00", True)], Severity.CONTRADICTION),
        ([("2023-11-23T22:00", False)], Severity.IMPLAUSIBLE),
        ([(JUST_BEFORE, True)], Severity.IMPLAUSIBLE),
        (
            [("2023-11-23T22:00", True), ("2023-11-23T22:30", False)],
            Severity.IMPLAUSIBLE,
        ),
        ([("2023-11-23T22:00", True), (JUST_BEFORE, True)], Severity.IMPLAUSIBLE),
    ],
)
def test_one_doubtful_cause_makes_it_implausible_only(
    shots: list[tuple[str | Moment, bool]], severity: Severity
) -> None:
    finding = dead_before(*shots)
    assert finding.code == "TL103"
    assert finding.severity is severity


def test_the_earliest_of_several_causes_is_named_and_all_are_subjects() -> None:
    finding = dead_before(("2023-11-23T22:30", True), ("2023-11-23T22:00", True))
    assert finding.message == (
        "death_pronouncement (2023-11-23 20:00) comes at least 1 hour 59 minutes"
        " before shots (2023-11-23 22:00)"
    )
    assert finding.subject_ids == ("e3", "e1", "e2")


def test_a_conflict_tells_every_statement_by_how_much_and_what_mends_it() -> None:
    finding = only(linked(EXACT))
    assert finding.message == (
        "these cannot all be true (they disagree by at least 1 hour 58 minutes):"
        " call was not before 2023-11-23 19:59; shots was not after 2023-11-23 20:00;"
        " shots at least 2 hours after call"
    )
    places = "events[0].start, events[1].start, links[0]"
    assert finding.mend == f"withdraw or correct any one of {places}"
    assert finding.subject_ids == ("e1", "e2")


def test_a_conflict_holds_the_words_of_its_statements() -> None:
    draft = Draft(zone=LONDON)
    draft.source("Police were called. Hours later shots were fired.")
    call = draft.event("call", EXACT, quote="Police were called")
    shots = draft.event("shots", EXACT, quote="shots were fired")
    draft.link(shots, "after", call, least=timedelta(hours=2), quote="Hours later")
    quotes = [citation.quote for citation in only(draft.incident()).citations]
    assert quotes == ["Police were called", "shots were fired", "Hours later"]


def misquoting(quote: str) -> Finding:
    citation = Citation(source_id="s", quote=quote, start=1, end=1 + len(quote))
    event = Event(id="e", kind="call", citations=(citation,))
    other = Citation(source_id="s")
    party = Event(id="f", kind="shots", citations=(other,))
    text = "Police were called to Elm Road at 19:59."
    return only(Incident(sources=[Source(id="s", text=text)], events=[event, party]))


@pytest.mark.parametrize(
    ("quote", "mend"),
    [
        ("Police were called", "set the span to 0:18"),
        ("at 19:59", "set the span to 31:39"),
        ("He was shot", "quote the words as they stand in the text"),
    ],
)
def test_a_wrong_span_is_mended_by_the_right_one(quote: str, mend: str) -> None:
    assert misquoting(quote).mend == mend


def test_a_wrong_quote_is_shown_escaped_beside_the_text() -> None:
    finding = misquoting("Police\n\x1b[31m")
    assert finding.message == (
        r"quotes 'Police\n\x1b[31m' where the text reads 'olice were c'"
    )
    assert finding.subject_ids == ("e", "s")
    assert [citation.quote for citation in finding.citations] == ["Police\n\x1b[31m"]


def test_a_span_beyond_the_text_without_words_is_left_to_the_reader() -> None:
    citation = Citation(source_id="s", start=0, end=9)
    event = Event(kind="call", citations=(citation,))
    finding = only(Incident(sources=[Source(id="s", text="Police")], events=[event]))
    assert finding.message == "span ends at 9, beyond the 6 characters of the text"
    assert finding.mend == "quote the words as they stand in the text"


def test_assumed_zones_are_counted() -> None:
    moment = Moment.from_stated("2023-11-23", zone=LONDON, assumed=("zone",))
    events = [Event(kind="call", start=moment, end=moment), Event(kind="shots")]
    finding = only(Incident(events=events))
    assert finding.message == "the zone Europe/London is assumed for 2 moments"
    assert finding.subject_ids == ("e1",)
    assert finding.severity is Severity.NOTE


def test_a_weekday_is_told_beside_the_one_it_should_be() -> None:
    text = "on the Saturday or Sunday"
    moment = Moment.from_stated("2023-11-23", zone=LONDON, text=text)
    finding = only(Incident(events=[Event(kind="call", start=moment)]))
    assert finding.message == (
        "'on the Saturday or Sunday' names Saturday or Sunday,"
        " but 2023-11-23 is a Thursday"
    )
