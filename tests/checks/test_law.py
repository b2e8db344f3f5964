"""Laws are dated data: what happened is judged by the law of its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline import strategies as tl
from incident_timeline.checks import Case, Rule, check
from incident_timeline.checks.law import Law, covers, in_force, local_days
from incident_timeline.checks.rules.statutes import STATUTES
from incident_timeline.checks.rules.statutes._clock import (
    elapsed,
    first_of,
    last_day,
    last_of,
)
from incident_timeline.errors import InvalidRecordError
from incident_timeline.model import Draft, Incident, Severity, Verdict
from incident_timeline.moments import Moment

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
ZONES = st.sampled_from(["Europe/London", "Pacific/Auckland", "America/Chicago", "UTC"])
PLACES = ("GB-EAW", "GB-NIR", "IE", "NZ", "CA-ON", "US-TX", "US-CA")
KINDS = (
    "shots restraint arrest custody release charge injury death_pronouncement referral"
    " investigation_start hearing finding public_statement"
).split()


def law(since: date, until: date | None = None, place: str = "GB-EAW") -> Law:
    return Law(
        jurisdiction=place,
        provision="rule 8",
        says="within six months",
        url="https://example.org/8",
        since=since,
        until=until,
    )


def cases(kind: str) -> Iterator[object]:
    for rule in STATUTES:
        found = import_module(f"tests.checks.fixtures.{rule.code}.{kind}").CASES
        for label, *rest in found:
            yield pytest.param(rule, *rest, id=f"{rule.code}-{label}")


@pytest.mark.parametrize(("rule", "incident", "places"), [*cases("reported")])
def test_what_the_law_does_not_allow_is_reported(
    rule: Rule, incident: Incident, places: tuple[str, ...]
) -> None:
    found = check(incident, rules=[rule])
    assert tuple(one.where for one in found) == places
    assert all(one.mend and one.code == rule.code for one in found)


@pytest.mark.parametrize(("rule", "incident"), [*cases("left_alone")])
def test_what_the_law_allows_is_left_alone(rule: Rule, incident: Incident) -> None:
    assert check(incident, rules=[rule]) == ()


each_rule = pytest.mark.parametrize("rule", STATUTES, ids=lambda rule: rule.code)


@each_rule
def test_a_rule_of_law_says_what_it_rests_on(rule: Rule) -> None:
    assert rule.laws
    for one in rule.laws:
        assert f"[{one.provision}]({one.url}) | {one.since}" in rule.page


@each_rule
def test_a_rule_of_law_speaks_only_where_its_law_holds(rule: Rule) -> None:
    assert rule.witness is not None
    incident = rule.witness()
    assert check(incident, rules=[rule])
    for place in ("", "FR", "GB", "CA"):
        elsewhere = Draft(jurisdiction=place).incident()
        assert check(elsewhere, rules=[rule]) == ()


@given(tl.incidents(), st.sampled_from(PLACES))
def test_a_rule_of_law_never_raises(incident: Incident, place: str) -> None:
    for rule in STATUTES:
        for finding in rule(Case(incident, place)):
            assert finding.code == rule.code


@each_rule
def test_the_end_of_the_calendar_is_no_fault(rule: Rule) -> None:
    last = Moment.at("9998-12-31T12:00Z")
    draft = Draft(jurisdiction="GB-EAW")
    man = [(draft.party(), "affected_person")]
    for kind in KINDS:
        draft.event(
            kind, last, who=man, summary="SIU inquest video release; attorney general"
        )
    for one in PLACES:
        for _ in rule(Case(draft.incident(), one)):
            pass


def test_codes_of_the_statutes_are_of_their_family_and_in_order() -> None:
    codes = [rule.code for rule in STATUTES]
    assert codes == sorted(set(codes))
    assert all("TL403" <= code <= "TL449" for code in codes)


def referred_two_days_after(year: int) -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    draft.event("restraint", f"{year}-12-23")
    draft.event("death_pronouncement", f"{year}-12-23")
    draft.event("referral", f"{year}-12-25")
    return draft.incident()


@pytest.mark.parametrize(
    ("year", "provision"),
    [(2005, ""), (2011, "SI 2006/1406"), (2014, "SI 2012/1204"), (2021, "")],
)
def test_a_timeline_is_judged_by_the_law_of_its_year(year: int, provision: str) -> None:
    found = check(referred_two_days_after(year), rules=STATUTES)
    assert [one.code for one in found] == (["TL403"] if provision else [])
    assert all(provision in one.message for one in found)


@pytest.mark.parametrize(
    ("year", "article"), [(2014, None), (2016, "art. 2.139(c)"), (2025, "2A.206(c)")]
)
def test_an_article_that_was_renumbered_is_cited_as_it_then_was(
    year: int, article: str | None
) -> None:
    draft = Draft(zone="America/Chicago", jurisdiction="US-TX")
    draft.event("shots", f"{year}-03-01")
    draft.event("referral", f"{year}-06-01", summary="To the Attorney General.")
    found = check(draft.incident(), rules=STATUTES)
    assert len(found) == (article is not None)
    assert all(article in one.message for one in found if article)


def test_a_profile_judges_what_names_no_jurisdiction() -> None:
    draft = Draft(zone="Europe/London")
    draft.event("hearing", "2019-10-20", summary="The inquest sits.")
    rules = {rule.code: rule for rule in STATUTES}
    assert not [*rules["TL407"](Case(draft.incident()))]
    assert [*rules["TL407"](Case(draft.incident(), "GB-EAW"))]


POSSIBLE = (
    ("TL403", [("restraint", "2014-12-23"), ("injury", "2014-12-23")], "referral"),
    ("TL408", [("hearing", "2014-06-25")], "finding"),
)


@pytest.mark.parametrize(("code", "events", "last"), POSSIBLE)
def test_what_may_be_late_is_possible(
    code: str, events: list[tuple[str, str]], last: str
) -> None:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    for kind, start in (*events, (last, "2014-12-24/2014-12-26")):
        draft.event(kind, start, summary="inquest")
    (found,) = check(
        draft.incident(),
        rules=[rule for rule in STATUTES if rule.code == code],
        possible=True,
    )
    assert found.verdict is Verdict.POSSIBLE
    assert " may " in found.message


def test_a_possible_finding_says_may() -> None:
    fixtures = [
        (rule, incident)
        for rule in STATUTES
        for _, incident in import_module(
            f"tests.checks.fixtures.{rule.code}.left_alone"
        ).CASES
    ]
    found = [
        one
        for rule, incident in fixtures
        for one in check(incident, rules=[rule], possible=True)
    ]
    assert {one.code for one in found} >= {"TL404", "TL405", "TL407", "TL411", "TL421"}
    assert all(" may " in one.message for one in found)


@pytest.mark.parametrize("wanted", ["of an assumed year", "only alleged"])
def test_a_number_against_what_is_unsure_is_implausible_only(wanted: str) -> None:
    cases = import_module("tests.checks.fixtures.TL412.reported").CASES
    (incident,) = [one for label, one, _ in cases if label == wanted]
    (found,) = check(incident, rules=STATUTES)
    assert found.severity is Severity.IMPLAUSIBLE


@given(DAYS, DAYS, DAYS)
def test_a_law_holds_from_its_first_to_its_last_day(
    a: date, b: date, day: date
) -> None:
    one = law(min(a, b), max(a, b))
    moment = Moment.on(day, zone="Europe/London")
    held = in_force([one], "GB-ENG", moment)
    assert (held is one) == (one.since <= day <= max(a, b))


@given(DAYS, DAYS)
def test_a_law_without_an_end_holds_from_its_first_day_on(a: date, day: date) -> None:
    moment = Moment.on(day, zone="UTC")
    assert (in_force([law(a)], "GB-EAW", moment) is not None) == (a <= day)


def test_the_day_is_that_of_the_moments_own_zone() -> None:
    one = law(date(2020, 2, 1), place="NZ")
    in_auckland = Moment.at("2020-01-31T23:30Z", zone="Pacific/Auckland")
    assert in_force([one], "NZ", in_auckland) is one
    assert in_force([one], "NZ", Moment.at("2020-01-31T23:30Z")) is None


@pytest.mark.parametrize(
    "moment",
    [
        Moment.unknown(),
        Moment.since("2021", zone="UTC"),
        Moment.until("2021", zone="UTC"),
        Moment.between("2020-01-31", "2020-02-01", zone="UTC"),
    ],
)
def test_no_law_is_in_force_for_sure_at_a_moment_that_straddles(moment: Moment) -> None:
    laws = [law(date(2006, 6, 22), date(2020, 1, 31)), law(date(2020, 2, 1))]
    assert in_force(laws, "GB-EAW", moment) is None


def test_no_law_holds_nowhere() -> None:
    moment = Moment.on("2021-01-01", zone="UTC")
    assert in_force([law(date(2020, 2, 1))], "", moment) is None


def test_a_law_that_ended_before_it_began_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match=r"Law.until: .*comes before since"):
        law(date(2020, 2, 1), date(2020, 1, 31))


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("US", "US-TX"),
        ("us-tx", "US-TX"),
        ("US-TX", "us-tx"),
        ("GB-EAW", "GB-WLS"),
        ("GB-UKM", "GB-ENG"),
        ("GB-UKM", "GB-NIR"),
        ("GB", "GB-SCT"),
        ("GB-EAW", "GB-ENG-LND"),
        ("GB", "GB-" + "A-" * 100_000),
    ],
)
def test_the_law_of_a_whole_holds_in_its_part(wide: str, narrow: str) -> None:
    assert covers(wide, narrow)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("US-TX", "US"),
        ("US-TX", "US-TXX"),
        ("GB-EAW", "GB"),
        ("GB-EAW", "GB-SCT"),
        ("GB-EAW", "GB-NIR"),
        ("GB-ENG", "GB-EAW"),
        ("NZ", ""),
    ],
)
def test_the_law_of_a_part_holds_no_further(wide: str, narrow: str) -> None:
    assert not covers(wide, narrow)


@given(DAYS, st.integers(0, 200), ZONES, st.times())
def test_the_last_day_ends_with_its_last_microsecond(
    day: date, days: int, zone: str, clock: time
) -> None:
    noon = datetime.combine(day, clock, tzinfo=UTC)
    moment = Moment(earliest_utc=noon, latest_utc=noon, zone=zone)
    due = last_day(moment, days).latest_utc
    assert due is not None
    there = (due + timedelta(microseconds=1)).astimezone(ZoneInfo(zone))
    local = noon.astimezone(ZoneInfo(zone)).date()
    assert there.date() == local + timedelta(days=days + 1)
    assert due.astimezone(ZoneInfo(zone)).date() == local + timedelta(days=days)


@given(DAYS, st.integers(0, 30))
def test_a_last_day_that_rests_is_never_at_a_weekend(day: date, days: int) -> None:
    due = last_day(Moment.on(day, zone="UTC"), days, rests=True).latest_utc
    assert due is not None
    assert due.weekday() < 5
    assert timedelta() <= due.date() - day - timedelta(days=days) <= timedelta(days=2)


@given(DAYS, st.integers(0, 30))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int
) -> None:
    due = last_day(Moment.on(day, zone="UTC"), months=months).latest_utc
    assert due is not None
    count = (due.year - day.year) * 12 + due.month - day.month
    assert count == months
    assert due.day == day.day or (due + timedelta(days=1)).day == 1
    assert due.day <= day.day


def test_a_clock_that_starts_nowhere_runs_nowhere() -> None:
    open_start = Moment.until("2021", zone="UTC")
    assert last_day(open_start, 1).is_unknown
    assert elapsed(Moment.unknown(), timedelta(1)).is_unknown


def test_the_first_and_the_last_of_moments_are_bounded_only_where_all_are() -> None:
    one, other = (Moment.on(f"2021-01-0{i}", zone="UTC") for i in (1, 2))
    assert first_of([other, one]).latest_utc == one.latest_utc
    assert last_of([other, one]).earliest_utc == other.earliest_utc
    assert first_of([]).is_unknown
    assert last_of([one, Moment.since("2021", zone="UTC")]).is_unknown


def test_local_days_need_both_bounds() -> None:
    assert local_days(Moment.since("2021", zone="UTC")) is None
    day = date(2021, 1, 1)
    assert local_days(Moment.on(day, zone="Pacific/Auckland")) == (day, day)


@pytest.mark.parametrize(
    "day",
    [
        "1961-03-31",
        "1981-04-17",
        "2008-03-21",
        "2024-03-29",
        "2038-04-23",
        "2049-04-16",
    ],
)
def test_good_friday_is_found_for_any_year(day: str) -> None:
    rule = next(one for one in STATUTES if one.code == "TL407")
    friday = date.fromisoformat(day)
    for shift, count in ((0, int(friday.year > 2013)), (-7, 0), (7, 0)):
        draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
        draft.event("hearing", friday + timedelta(days=shift), summary="An inquest.")
        assert len(check(draft.incident(), rules=[rule])) == count
