"""A finding is as grave as its words, and as sure as the bounds of its times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import Rule, check
from incident_timeline.checks.claims import is_told, strength, weigh
from incident_timeline.checks.hedges import (
    HEDGES,
    claim_word,
    force_of,
    is_hedged,
    lead_word,
)
from incident_timeline.checks.rules.evidence.assurance import (
    force_above_quote,
    status_above_quote,
)
from incident_timeline.checks.rules.evidence.custody import (
    custody_out_of_order,
    custody_wrong_giver,
)
from incident_timeline.checks.rules.evidence.items import (
    recovery_apart_from_event,
    used_before_recovery,
)
from incident_timeline.checks.rules.investigations.inquests import inquest_before_death
from incident_timeline.checks.rules.investigations.outcomes import outcome_before_start
from incident_timeline.checks.rules.people.ages import age_conflict
from incident_timeline.checks.rules.people.naming import named_before_identified
from incident_timeline.model import Citation, Event, Finding, Incident, Severity
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import WORDS_BY_STRENGTH, Force
from tests.checks.fixtures.TL201.reported import handed_over, used
from tests.checks.fixtures.TL202.reported import chain
from tests.checks.fixtures.TL203.reported import chain as hands
from tests.checks.fixtures.TL205.reported import called
from tests.checks.fixtures.TL206.reported import told
from tests.checks.fixtures.TL208.reported import found
from tests.checks.fixtures.TL301.reported import person
from tests.checks.fixtures.TL302.reported import NAMED, died
from tests.checks.fixtures.TL401.reported import OPENED, closed, inquiry
from tests.checks.fixtures.TL402.reported import PRONOUNCED, inquest, opened

GRAVE, SOFT = Severity.CONTRADICTION, Severity.IMPLAUSIBLE
NEAR = Moment.about("2023-11-24T09:00", zone="Europe/London")
words = st.sampled_from([word for row in HEDGES.values() for word in row])


def only(rule: Rule, incident: Incident, *, possible: bool = False) -> Finding:
    (finding,) = check(incident, rules=[rule], possible=possible)
    return finding


@pytest.mark.parametrize(
    ("rule", "incident", "severity"),
    [
        (used_before_recovery, used("finding", "2023-11-23"), GRAVE),
        (used_before_recovery, used("finding", "2023-11-23", summary=""), SOFT),
        (used_before_recovery, used("finding", "2023-11-23", force="alleged"), SOFT),
        (used_before_recovery, used("finding", "2023-11-23", force="disputed"), SOFT),
        (used_before_recovery, used("finding", NEAR), SOFT),
        (used_before_recovery, handed_over("2023-11-23"), GRAVE),
        (used_before_recovery, handed_over(NEAR), SOFT),
        (custody_out_of_order, chain("2023-11-24", "2023-11-23"), GRAVE),
        (custody_out_of_order, chain("2023-11-25", NEAR), SOFT),
        (custody_wrong_giver, hands(("a", "b"), ("c", "a")), GRAVE),
        (custody_wrong_giver, hands(("a", "s"), ("c", "a")), SOFT),
        (custody_wrong_giver, hands(("b", "c"), finder="a"), SOFT),
        (recovery_apart_from_event, found("2023-11-22", "2023-11-23"), GRAVE),
        (recovery_apart_from_event, found(NEAR, "2023-11-25"), SOFT),
        (outcome_before_start, inquiry("2022-11-30", OPENED), GRAVE),
        (outcome_before_start, inquiry("2022-11-30", OPENED, who=()), SOFT),
        (outcome_before_start, inquiry("2022-11-30", OPENED, force="alleged"), SOFT),
        (outcome_before_start, closed("2023-11-24", "2023-11-23"), GRAVE),
        (inquest_before_death, inquest("2023-06-02", PRONOUNCED), GRAVE),
        (inquest_before_death, inquest("2023-06-02", PRONOUNCED, whom=""), SOFT),
        (inquest_before_death, opened("2023-06-02"), SOFT),
    ],
)
def test_a_finding_is_as_grave_as_its_words(
    rule: Rule, incident: Incident, severity: Severity
) -> None:
    assert only(rule, incident).severity is severity


@pytest.mark.parametrize(
    ("rule", "incident", "where", "words"),
    [
        (
            used_before_recovery,
            used("finding", "2023-11-24"),
            "events[0].start",
            "may come before the recovery of the knife",
        ),
        (
            used_before_recovery,
            handed_over("2023-11-24"),
            "evidence[0].custody[1].at",
            "hand-over (2023-11-24) may come before",
        ),
        (
            custody_out_of_order,
            chain("2023-11-24T10:00", "2023-11-24"),
            "evidence[0].custody[1].at",
            "may come before the one told before it",
        ),
        (
            recovery_apart_from_event,
            found("2023-11-23", "2023-11-23T22:00"),
            "evidence[0].recovered",
            "may come before the start",
        ),
        (
            recovery_apart_from_event,
            found("2023-11-24", "2023-11-23T22:00", "2023-11-24T00:10"),
            "evidence[0].recovered",
            "may come after the end",
        ),
        (
            age_conflict,
            person(quotes=(("s1", "a man of 34"), ("s2", "a man of 35"))),
            "parties[0].citations[1]",
            "tells another age than",
        ),
        (
            named_before_identified,
            died(NAMED, published="2023-11-24", identified="2023-11-24"),
            "parties[0].name",
            "may be named by source 's1'",
        ),
        (
            outcome_before_start,
            inquiry("2023-11-24", OPENED),
            "events[0].start",
            "may come before the start of the investigation",
        ),
        (
            inquest_before_death,
            inquest("2023-11-23", PRONOUNCED),
            "events[0].start",
            "inquest (2023-11-23) may come before death_pronouncement",
        ),
    ],
)
def test_what_some_readings_allow_is_only_possible(
    rule: Rule, incident: Incident, where: str, words: str
) -> None:
    finding = only(rule, incident, possible=True)
    assert (finding.where, finding.verdict.value) == (where, "possible")
    assert words in finding.message
    assert check(incident, rules=[rule]) == ()


def test_a_hand_over_brings_the_words_of_both() -> None:
    finding = only(custody_out_of_order, chain("2023-11-24", "2023-11-23"))
    assert [one.quote for one in finding.citations] == ["hand-over 0", "hand-over 1"]


def test_a_status_may_be_that_of_the_firmest_word() -> None:
    incident = called("an alleged gun", "a suspected firearm", "an apparent gun")
    assert "'suspected'" in only(status_above_quote, incident).message


@given(words, st.sampled_from(WORDS_BY_STRENGTH))
def test_a_force_above_that_of_a_word_is_told_with_the_force_to_set(
    word: str, force: str
) -> None:
    quote = f"It is {word} that he fired"
    is_head = claim_word(quote) is not None
    found = check(told(quote, force), rules=[force_above_quote])
    assert bool(found) is (is_head and strength(force) > strength(force_of(word)))
    assert all(f"set the force to {force_of(word)}" in one.mend for one in found)


@given(words)
def test_every_word_that_holds_back_is_seen_at_a_glance(word: str) -> None:
    assert is_hedged(f"{word} it")
    assert is_hedged(f"{word.upper()} it")


@given(st.text(max_size=300))
def test_no_text_holds_back_a_claim_but_by_a_word_of_the_table(text: str) -> None:
    for word in (claim_word(text), lead_word(text)):
        assert word is None or force_of(word) in HEDGES


@given(st.text(alphabet="ab ", max_size=50))
def test_what_holds_nothing_back_holds_back_no_claim(text: str) -> None:
    assert claim_word(text) is None
    assert lead_word(text) is None


@pytest.mark.parametrize(
    ("forces", "severity"),
    [
        ((), GRAVE),
        (("stated",), GRAVE),
        (("alleged", "stated"), GRAVE),
        (("alleged",), SOFT),
        (("denied", "disputed"), SOFT),
    ],
)
def test_what_is_no_more_than_alleged_is_never_a_contradiction(
    forces: tuple[str, ...], severity: Severity
) -> None:
    cited = [Citation(source_id="s1", force=one) for one in forces]
    event = Event(kind="shots", citations=cited)
    assert weigh(GRAVE, [Event(kind="call"), event]) is severity
    assert weigh(Severity.NOTE, [event]) is Severity.NOTE


@pytest.mark.parametrize(
    ("forces", "expected"),
    [
        ((), True),
        (("denied",), False),
        (("denied", "alleged"), True),
        (("denied", "denied"), False),
    ],
)
def test_what_every_source_denies_is_not_told(
    forces: tuple[str, ...], expected: bool
) -> None:
    cited = [Citation(source_id="s1", force=one) for one in forces]
    assert is_told(Event(kind="shots", citations=cited)) is expected


@given(st.sampled_from([one.value for one in Force]))
def test_a_strength_is_that_of_the_vocabulary(force: str) -> None:
    assert strength(force) == Force(force).strength
