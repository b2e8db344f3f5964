"""What a case hands to rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from incident_timeline.checks import Case, Law, check
from incident_timeline.model import (
    Citation,
    CustodyStep,
    Draft,
    Event,
    Evidence,
    Incident,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.moments import Moment
from incident_timeline.timeline import solve


@pytest.fixture
def incident() -> Incident:
    cited = (Citation(source_id="s1"),)
    day = Moment.on("2023-11-23", zone="UTC")
    return Incident(
        events=[Event(kind="call", start=day, citations=cited), Event(kind="shots")],
        evidence=[Evidence(item_type="knife", custody=(CustodyStep(at=day),))],
        sources=[Source()],
    )


def test_the_timeline_is_solved_once(incident: Incident) -> None:
    case = Case(incident)
    assert case.timeline is case.timeline
    assert case.timeline.incident is incident


def test_a_path_leads_to_a_record_or_to_its_field(incident: Incident) -> None:
    case = Case(incident)
    assert case.where(incident.events[1]) == "events[1]"
    assert case.where(incident.sources[0], "sha256") == "sources[0].sha256"


def test_every_moment_is_found_with_its_place(incident: Incident) -> None:
    found = [(record.id, field) for record, field, _ in Case(incident).moments]
    assert found == [
        ("e1", "start"),
        ("e2", "start"),
        ("x1", "recovered"),
        ("x1", "custody[0].at"),
    ]


def test_every_citation_is_found_with_its_place(incident: Incident) -> None:
    event = incident.events[0]
    expected = ((event, "citations[0]", event.citations[0]),)
    assert Case(incident).citations == expected


def test_a_hit_holds_the_ids_and_words_of_all_records_each_once() -> None:
    draft = Draft()
    source = draft.source("He was shot.")
    one = draft.event("shots", quote="He was shot")
    other = draft.event("injury", quote="He was shot")
    hit = Case(draft.incident()).hit(
        one,
        "start",
        "told twice",
        others=(other, source, one),
        verdict=Verdict.POSSIBLE,
        severity=Severity.NOTE,
        mend="tell it once",
    )
    assert hit.where == "events[0].start"
    assert hit.subject_ids == (one.id, other.id, source.id)
    assert hit.citations == one.citations
    assert (hit.message, hit.mend) == ("told twice", "tell it once")
    assert (hit.verdict, hit.severity) == (Verdict.POSSIBLE, Severity.NOTE)


LAW = Law(
    jurisdiction="GB",
    provision="Act 1, s. 1",
    says="it is so",
    url="https://example.org",
    since=date(2020, 1, 1),
)


def test_the_law_is_that_of_the_incident_or_else_of_the_profile() -> None:
    day = Moment.on("2023-11-23", zone="UTC")
    assert Case(Incident(jurisdiction="GB"), profile="IE").law([LAW], day) is LAW
    assert Case(Incident(), profile="GB").law([LAW], day) is LAW
    assert Case(Incident(jurisdiction="IE"), profile="GB").law([LAW], day) is None
    assert Case(Incident()).law([LAW], day) is None


@pytest.mark.parametrize("ask", [check, solve])
@pytest.mark.parametrize("given", [Draft(), [], "incident.json", None])
def test_what_is_no_incident_is_refused_by_name(
    ask: Callable[[Any], object], given: object
) -> None:
    remedy = ": call its incident" if isinstance(given, Draft) else "$"
    with pytest.raises(
        TypeError, match=f"{type(given).__name__} is no Incident{remedy}"
    ):
        ask(given)
