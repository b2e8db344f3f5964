"""What mostly holds, holds of one course of events: an earlier one is left alone."""

from __future__ import annotations

import pytest

from incident_timeline.checks import check
from incident_timeline.model import Draft, Finding, Incident, Severity

Told = tuple[str, str, str]
PAIRS = (
    ("TL108", "deployment", "call"),
    ("TL109", "arrival", "deployment"),
    ("TL111", "contact", "arrival"),
    ("TL112", "conveyance", "medical_attendance"),
    ("TL114", "injury", "shots"),
    ("TL118", "custody", "arrest"),
    ("TL119", "release", "arrest"),
    ("TL120", "charge", "arrest"),
)
OF_ONE_PERSON = [pair for pair in PAIRS if pair[0] in ("TL114", "TL118", "TL120")]


def told(*events: Told) -> Incident:
    """Events of a kind at a time, with a summary, of one man."""
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    for kind, when, words in events:
        draft.event(kind, when, summary=words, who=who)
    return draft.incident()


def of(code: str, incident: Incident) -> list[Finding]:
    return [one for one in check(incident) if one.code == code]


@pytest.mark.parametrize(("code", "later", "earlier"), PAIRS)
def test_what_comes_more_than_a_day_before_is_of_an_earlier_course(
    code: str, later: str, earlier: str
) -> None:
    cause = (earlier, "2023-11-23T20:30", "")
    a_day = told((later, "2023-11-22T20:30:59", ""), cause)
    assert [one.where for one in of(code, a_day)] == ["events[0].start"]
    more = told((later, "2023-11-22T20:29:58", ""), cause)
    assert of(code, more) == []


@pytest.mark.parametrize(("code", "later", "earlier"), OF_ONE_PERSON)
def test_a_person_to_whom_it_happens_again_in_time_is_left_alone(
    code: str, later: str, earlier: str
) -> None:
    early, cause = (later, "2023-11-23T10:00", ""), (earlier, "2023-11-23T20:30", "")
    assert of(code, told(early, cause))
    assert not of(code, told(early, cause, (later, "2023-11-23T20:50", "")))


def test_what_happens_to_another_person_in_time_excuses_nobody() -> None:
    draft = Draft(zone="Europe/London")
    one, other = ([(draft.party(), "affected_person")] for _ in "xy")
    draft.event("custody", "2023-11-23T20:10", who=one)
    draft.event("arrest", "2023-11-23T20:40", who=one)
    draft.event("custody", "2023-11-23T21:00", who=other)
    found = of("TL118", draft.incident())
    assert [finding.where for finding in found] == ["events[0].start"]


def test_a_call_made_when_officers_were_there_is_not_what_they_were_sent_for() -> None:
    planned = [("deployment", "2023-11-23T04:00", ""), ("call", "2023-11-23T05:11", "")]
    assert of("TL108", told(*planned))
    for there in ("arrival", "contact"):
        assert not of("TL108", told(*planned, (there, "2023-11-23T05:00", "")))
        late = (there, "2023-11-23T05:12", "")
        assert of("TL108", told(*planned, late))


def test_one_call_made_before_they_came_is_still_compared() -> None:
    sent = ("deployment", "2023-11-23T04:00", "")
    calls = [("call", f"2023-11-23T0{hour}:30", "") for hour in (4, 6)]
    found = of("TL108", told(sent, *calls, ("arrival", "2023-11-23T05:00", "")))
    assert [finding.subject_ids for finding in found] == [("e1", "e2")]


@pytest.mark.parametrize(
    ("code", "later", "earlier", "words"),
    [
        ("TL109", "arrival", "deployment", "a patrol came upon the scene"),
        ("TL111", "contact", "arrival", "an off-duty officer spoke with him"),
        ("TL111", "contact", "arrival", "officers already at the hospital"),
        ("TL114", "injury", "shots", "a self-inflicted wound"),
    ],
)
def test_words_that_tell_another_course_are_heeded(
    code: str, later: str, earlier: str, words: str
) -> None:
    cause = (earlier, "2023-11-23T20:30", "")
    assert of(code, told((later, "2023-11-23T20:10", ""), cause))
    assert not of(code, told((later, "2023-11-23T20:10", words), cause))


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("death_pronouncement", Severity.CONTRADICTION),
        ("medical_attendance", Severity.IMPLAUSIBLE),
        ("arrival", Severity.IMPLAUSIBLE),
    ],
)
def test_one_may_leave_hospital_and_be_brought_back_but_not_after_death(
    kind: str, severity: Severity
) -> None:
    inside = (kind, "2023-11-23T20:20", "in St Mary's Hospital")
    found = of("TL113", told(inside, ("conveyance", "2023-11-23T23:40", "")))
    assert [one.severity for one in found] == [severity]
