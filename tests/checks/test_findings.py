"""What findings say: how grave they are, of whom, in which words, and what mends it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from attrs import evolve

from incident_timeline.checks import check
from incident_timeline.checks.rules.order.response import arrival_missing
from incident_timeline.model import (
    Citation,
    Draft,
    Event,
    Finding,
    Incident,
    Severity,
    Source,
    Verdict,
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
    assert finding.subject_ids == ("e3", "e2", "e1")


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


def sent(*arrived: int) -> Finding:
    """Three units that are sent, and an arrival of those whose places are given."""
    draft = Draft(zone=LONDON)
    units = [(draft.party(f"unit {i}", kind="unit"), "other_officer") for i in range(3)]
    draft.event("deployment", "2023-11-23T20:02", who=units)
    for i in arrived:
        draft.event("arrival", "2023-11-23T20:09", who=[units[i]])
    (finding,) = check(draft.incident(), rules=[arrival_missing])
    return finding


def test_a_missing_arrival_names_the_units_that_are_not_told_to_arrive() -> None:
    assert sent(0).message == "deployment is followed by no arrival of 2 of those sent"
    assert sent(0).subject_ids == ("e1", "p2", "p3")
    assert sent(0).severity is Severity.MISSING


def test_a_missing_arrival_of_nobody_named_concerns_the_deployment_alone() -> None:
    draft = Draft(zone=LONDON)
    draft.event("deployment")
    (finding,) = check(draft.incident(), rules=[arrival_missing])
    assert finding.message == "deployment is followed by no arrival"
    assert finding.subject_ids == ("e1",)


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (
            "2023-11-23T19:40",
            None,
            (
                "the start of collision (2023-11-23 19:40) lies at least 19 minutes"
                " before the start of pursuit (2023-11-23 20:00), its whole"
            ),
        ),
        (
            "2023-11-23T20:10",
            "2023-11-23T20:40",
            (
                "the end of collision (2023-11-23 20:40) lies at least 19 minutes after"
                " the end of pursuit (2023-11-23 20:20), its whole"
            ),
        ),
    ],
)
def test_a_part_outside_its_whole_is_told_by_the_time_that_lies_outside(
    start: str, end: str | None, message: str
) -> None:
    draft = Draft(zone=LONDON)
    whole = draft.event("pursuit", EXACT, end="2023-11-23T20:20")
    part = draft.event("collision", start, end=end)
    part = evolve(part, part_of_id=whole.id)
    assert only(evolve(draft.incident(), events=(whole, part))).message == message


def test_what_may_lie_outside_its_whole_is_possible_only() -> None:
    draft = Draft(zone=LONDON)
    whole = draft.event("pursuit", EXACT, end="2023-11-23T20:20")
    part = evolve(draft.event("collision", "2023-11-23"), part_of_id=whole.id)
    incident = evolve(draft.incident(), events=(whole, part))
    assert check(incident) == ()
    (finding,) = check(incident, possible=True)
    assert finding.verdict is Verdict.POSSIBLE
    assert "may lie" in finding.message


def charged(force: str, when: str = "2023-11-24T10:00") -> tuple[Finding, ...]:
    draft = Draft(zone=LONDON)
    draft.source("It is said.")
    man = draft.party("a man")
    draft.event("death", EXACT, who=[(man, "affected_person")])
    said = draft.cite("It is said", force=force)
    draft.event("charge", when, who=[(man, "affected_person")], quote=said)
    return check(draft.incident(), possible=True)


def test_a_charge_after_a_death_is_as_grave_as_its_words_are_firm() -> None:
    (stated,), (alleged,) = charged("stated"), charged("alleged")
    assert stated.message == (
        "charge (2023-11-24 10:00) is brought at least 13 hours 59 minutes after"
        " death (2023-11-23 20:00)"
    )
    assert stated.subject_ids == ("e2", "e1", "p1")
    assert stated.severity is Severity.CONTRADICTION
    assert alleged.severity is Severity.IMPLAUSIBLE
    (possible,) = charged("stated", "2023-11-23T20:00")
    assert "may be brought after" in possible.message


def test_a_circle_of_links_is_told_beside_the_times_that_it_breaks() -> None:
    draft = Draft(zone=LONDON)
    call = draft.event("call", EXACT)
    shots = draft.event("shots", "2023-11-23T19:00")
    draft.link(call, "before", shots)
    draft.link(shots, "before", call)
    found = check(draft.incident())
    assert [(one.code, one.where) for one in found] == [
        ("TL102", "events[0].start"),
        ("TL106", "links[0]"),
    ]


def test_a_hint_of_haste_makes_a_circle_implausible_only() -> None:
    draft = Draft(zone=LONDON)
    call, shots = draft.event("call"), draft.event("shots")
    draft.link(shots, "after", call, least=timedelta(hours=1))
    draft.link(shots, "after", call, greatest=timedelta(minutes=15))
    finding = only(draft.incident())
    assert finding.code == "TL106"
    assert finding.severity is Severity.IMPLAUSIBLE


@pytest.mark.parametrize("force", ["alleged", "disputed"])
def test_a_conflict_that_needs_a_weak_claim_is_implausible_only(force: str) -> None:
    draft = Draft(zone=LONDON)
    draft.source("It is said.")
    said = draft.cite("It is said", force=force)
    call = draft.event("call", "2023-11-23T19:59")
    shots = draft.event("shots", EXACT)
    draft.link(shots, "after", call, least=timedelta(hours=2), quote=said)
    assert only(draft.incident()).severity is Severity.IMPLAUSIBLE
