"""What incidents promise that are asked for by a rule's finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from incident_timeline.checks import ALL_RULES, RULES, Case, Hit, Rule, check, rule
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.moments import Moment
from incident_timeline.strategies import incidents
from incident_timeline.strategies._window import window
from tests.strategies.looking import seen, shrunk

BY_CODE = {rule.code: rule for rule in ALL_RULES}
HANDFUL = settings(
    max_examples=4,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# Those whose witness says what it does on its days, in its zone or for want of times.
WITHOUT_TIMES = {"TL106", "TL206", "TL302", "TL503", "TL504", "TL511", "TL514", "TL521"}
IN_WORDS = {"TL501", "TL507", "TL508", "TL509", "TL510", "TL512", "TL516"}
BY_LAW = {rule.code for rule in ALL_RULES if rule.laws}
FIXED = WITHOUT_TIMES | IN_WORDS | BY_LAW
HOUR = (datetime(2024, 3, 1, 12, tzinfo=UTC), datetime(2024, 3, 1, 13, tzinfo=UTC))
SPRING = (date(2024, 3, 1), date(2024, 5, 31))


def codes(incident: Incident, rules: tuple[Rule, ...] = ALL_RULES) -> set[str]:
    return {one.code for one in check(incident, rules=rules)}


def draws(strategy: SearchStrategy[Incident]) -> list[Incident]:
    drawn: list[Incident] = []

    @seed(0)
    @HANDFUL
    @given(strategy)
    def draw(incident: Incident) -> None:
        drawn.append(incident)

    draw()
    return drawn


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_just_that_rule_speaks(rule: Rule) -> None:
    as_witness = codes(rule.witness()) if rule.witness else set()
    for incident in draws(incidents(finding=rule.code)):
        spoken = list(check(incident, rules=(rule,)))
        assert {one.verdict for one in spoken} == {Verdict.CERTAIN}
        assert codes(incident, RULES) == ({rule.code} if rule.is_default else set())
        # What is only run where selected says no more than it does of the witness.
        assert codes(incident) == as_witness


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_what_else_speaks_of_a_witness_is_of_things_left_untold(rule: Rule) -> None:
    assert rule.witness is not None
    others = list(check(rule.witness(), rules=ALL_RULES))
    untold = {one.severity for one in others if one.code != rule.code}
    assert untold <= {Severity.MISSING}


@pytest.mark.parametrize("code", ["TL103", "TL203", "TL403", "TL508", "TL516"])
def test_what_is_drawn_shrinks_to_the_witness(code: str) -> None:
    rule = BY_CODE[code]
    assert rule.witness is not None
    assert shrunk(incidents(finding=code), lambda _: True) == rule.witness()


def test_a_rule_is_named_by_its_name_too() -> None:
    found = shrunk(incidents(finding="death-before-harm"), lambda _: True)
    assert "TL103" in codes(found)


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.events[0].start.zone != "Europe/London",
        lambda one: "2023-11-23" not in one.events[0].start.stated,
        lambda one: one.events[0].kind == "death_pronouncement",
        lambda one: one.events[0].id == "r/e1",
        lambda one: len(one.events) > 4 and len(one.parties) > 1,
        lambda one: one.evidence and one.title,
    ],
)
def test_a_witness_is_varied_in_what_its_rule_is_blind_to(
    condition: Callable[[Incident], bool],
) -> None:
    assert seen(incidents(finding="TL103"), condition)


def test_events_that_are_added_cite_where_the_witness_does() -> None:
    found = shrunk(incidents(finding="TL503"), lambda one: len(one.events) == 3)
    assert all(event.citations for event in found.events)
    assert len(found.sources) == 2


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_finding_lies_in_a_window_or_the_two_are_refused(rule: Rule) -> None:
    strategy = incidents(finding=rule, within=SPRING, zone="America/New_York")
    if rule.code in FIXED | {"TL402", "TL517"}:
        with pytest.raises(InvalidArgument, match=f"{rule.code}.*(zone|within)"):
            draws(strategy)
        return
    spring = window(SPRING, "America/New_York")
    for incident in draws(strategy):
        assert codes(incident, tuple({*RULES, rule})) == {rule.code}
        for event in incident.events:
            assert event.start.zone == "America/New_York"
            assert spring.holds_event(event)


# Rules from elsewhere


def one_tow() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event("x-mycity:tow", "2023-11-23T19:50")
    return draft.incident()


@rule("MYC101", name="tow", severity=Severity.IMPLAUSIBLE, witness=one_tow)
def any_tow(case: Case) -> Iterator[Hit]:
    """A vehicle that is towed."""
    for tow in case.incident.events_of_kind("x-mycity:tow"):
        yield case.hit(tow, "start", "towed", verdict=Verdict.CERTAIN)


@rule("MYC102", name="lonely", severity=Severity.IMPLAUSIBLE, witness=one_tow)
def lonely_tow(case: Case) -> Iterator[Hit]:
    """A vehicle that is towed, while nothing else happens."""
    if len(case.incident.events) == 1:
        yield case.hit(case.incident.events[0], "", "alone", verdict=Verdict.CERTAIN)


@rule("MYC103", name="wordless", severity=Severity.IMPLAUSIBLE)
def wordless(case: Case) -> Iterator[Hit]:
    """Nothing at all."""
    del case
    yield from ()


def ranges() -> Incident:
    start = Moment.from_stated("2023-11-23/2023-11-24", zone="UTC")
    whole = Moment.from_stated("2023", zone="Europe/London")
    return Incident(events=[Event(kind="call", start=start, end=whole)])


def twice() -> Incident:
    night = Moment.from_stated("2023-10-29T01:30", zone="Europe/London")
    return Incident(events=[Event(kind="x-mycity:tow", start=night)])


def spanned() -> Incident:
    days = Moment.from_stated("2023-11-23/2023-11-24", zone="UTC")
    return Incident(events=[Event(kind="x-mycity:tow", start=days)])


ranges_rule = evolve(
    any_tow,
    witness=ranges,
    look=lambda case: [case.hit(case.incident.events[0], "start", "a range")],
)


@pytest.mark.parametrize(
    "own",
    [
        any_tow,
        lonely_tow,
        ranges_rule,
        evolve(any_tow, witness=twice),
        evolve(any_tow, witness=spanned),
    ],
)
def test_a_rule_of_ones_own_speaks_too(own: Rule) -> None:
    for incident in draws(incidents(finding=own)):
        assert own.code in codes(incident, (own,))


def test_an_hour_that_happens_twice_is_told_where_it_does() -> None:
    for incident in draws(incidents(finding=evolve(any_tow, witness=twice))):
        tow = incident.events_of_kind("x-mycity:tow")[0]
        assert tow.start.zone == "Europe/London"


def test_a_rule_of_ones_own_is_varied_as_far_as_it_still_speaks() -> None:
    assert seen(incidents(finding=any_tow), lambda one: len(one.events) > 2)
    drawn = draws(incidents(finding=lonely_tow))
    assert {len(one.events) for one in drawn} == {1}


def test_events_are_added_up_to_the_number_that_is_asked_for() -> None:
    for incident in draws(incidents(finding="TL101", min_events=5, max_events=6)):
        assert 5 <= len(incident.events) <= 6


def test_a_minute_is_enough_where_nothing_is_told_by_the_day() -> None:
    for incident in draws(incidents(finding="TL101", within=HOUR, zone="+05:30")):
        assert codes(incident) == {"TL101"}


@pytest.mark.parametrize(
    "pair",
    [
        (date(1899, 12, 1), date(1900, 2, 1)),
        (date(1969, 12, 1), date(1970, 1, 31)),
        (date(1969, 1, 1), date(1970, 12, 31)),
    ],
)
@pytest.mark.parametrize("code", ["TL103", "TL202", "TL203", "TL306", "TL451"])
def test_days_that_stand_for_no_date_are_left_out(
    code: str, pair: tuple[date, date]
) -> None:
    own = {code} & {rule.code for rule in RULES}
    for incident in draws(incidents(finding=code, within=pair)):
        assert codes(incident, RULES) == own


def test_no_hour_is_drawn_in_which_the_clocks_skip_or_repeat() -> None:
    nights = (date(2023, 3, 26), date(2023, 3, 26))
    for incident in draws(
        incidents(finding="TL101", within=nights, zone="Europe/London")
    ):
        assert codes(incident) == {"TL101"}


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (incidents(finding="TL999"), "no rule's code"),
        (incidents(finding=wordless), "no witness"),
        (incidents(finding="TL101", consistent=True), "finding= and consistent="),
        (incidents(finding="TL101", inconsistent=True), "finding= and inconsistent="),
        (incidents(finding="TL101", kinds=("call",)), "finding= and kinds="),
        (incidents(finding="TL106", max_events=2), "TL106.*max_events=2 is below 3"),
        (incidents(finding="TL106", within=SPRING), "TL106.*within.*without a time"),
        (incidents(finding="TL412", zone="UTC"), "TL412.*zone.*America/Toronto"),
        (incidents(finding="TL501", within=SPRING), "TL501.*within"),
        (incidents(finding="TL402", within=HOUR), "TL402.*within"),
        (incidents(finding=lonely_tow, min_events=2), "MYC102.*min_events"),
        (incidents(finding=ranges_rule, zone="UTC"), "MYC101.*Europe/London, UTC"),
    ],
)
def test_what_no_rule_can_be_told_with_is_refused_by_name(
    strategy: SearchStrategy[Incident], words: str
) -> None:
    with pytest.raises(InvalidArgument, match=words):
        draws(strategy)
