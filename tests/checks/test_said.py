"""What moments state and which dates words name, read for several rules."""

from __future__ import annotations

from calendar import month_abbr, month_name
from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from incident_timeline.checks import Case, Rule, check
from incident_timeline.checks.rules.sources.disagreements import sources_disagree
from incident_timeline.checks.rules.sources.said import (
    covers,
    is_odd,
    named_dates,
    offset_on,
    said,
)
from incident_timeline.checks.rules.sources.values import (
    local_time_fold,
    local_time_gap,
    stated_outside_bounds,
)
from incident_timeline.checks.rules.sources.wording import (
    date_conflict,
    impossible_clock,
)
from incident_timeline.checks.rules.sources.zones import (
    zone_of_another_country,
    zones_of,
)
from incident_timeline.errors import InvalidMomentError
from incident_timeline.model import Event, Incident, Severity, Verdict
from incident_timeline.moments import Moment, Precision, check_zone
from incident_timeline.moments.stated import wall_time
from incident_timeline.moments.zones import instants_of
from incident_timeline.strategies import ZONES, awkward_moments, moments
from tests.checks.fixtures.TL515 import reported as disagreeing
from tests.checks.fixtures.TL516 import left_alone as agreeing

LONDON = "Europe/London"
days = st.dates(date(1600, 1, 1), date(2099, 12, 31))
minutes = st.datetimes(datetime(1975, 1, 1), datetime(2030, 1, 1)).map(
    lambda one: one.replace(second=0, microsecond=0)
)
FORMS = (
    "{d} {M} {y}",
    "{d} of {M}, {y}",
    "on the {d}th {m} {y} at 19:59",
    "{M} {d}, {y}",
    "{m}. {d} {y}, 9pm",
    "{y}-{n:02}-{d:02}",
    "{y}-{n:02}-{d:02}T19:59",
    "{d}/{n}/{y}",
    "{n}/{d}/{y}",
    "{d:02}.{n:02}.{y}",
    "19:59 on {d} {M}",
    "{M} {d}",
)


def at(start: Moment) -> Incident:
    return Incident(events=[Event(kind="call", start=start)])


def only(rule: Rule, start: Moment) -> list[tuple[Verdict, Severity]]:
    found = check(at(start), rules=[rule], possible=True)
    return [(one.verdict, one.severity) for one in found]


@given(days, st.sampled_from(FORMS))
def test_a_date_is_named_by_every_way_of_writing_it(day: date, form: str) -> None:
    n = day.month
    text = form.format(d=day.day, m=month_abbr[n], M=month_name[n], n=n, y=day.year)
    assert any(covers(day, day, one) for one in named_dates(text))
    assert any(covers(day, day, one) for one in named_dates(text.upper()))


@given(st.text(max_size=60))
def test_whatever_is_named_has_a_month_and_a_day(text: str) -> None:
    for year, month, day in named_dates(text):
        assert year is None or 0 <= year <= 9999
        assert 0 <= month <= 99
        assert 0 <= day <= 9999


@given(days, st.integers(0, 3000), st.integers(1, 12), st.integers(1, 31))
def test_a_span_covers_a_day_without_year_where_some_year_has_it(
    first: date, width: int, month: int, day: int
) -> None:
    last = first + timedelta(days=width)
    span = (first + timedelta(days=i) for i in range(width + 1))
    expected = any((one.month, one.day) == (month, day) for one in span)
    assert covers(first, last, (None, month, day)) == expected


@given(minutes, st.sampled_from(ZONES))
def test_a_local_time_is_odd_where_it_is_not_just_one_instant(
    wall: datetime, zone: str
) -> None:
    assert is_odd(wall, zone) == (len(instants_of(wall, zone)) != 1)


@pytest.mark.parametrize(
    ("wall", "zone", "odd"),
    [
        (datetime(2023, 3, 26, 0, 59, 59, 999_999), LONDON, False),
        (datetime(2023, 3, 26, 1), LONDON, True),
        (datetime(2023, 3, 26, 2), LONDON, False),
        (datetime(2023, 10, 29, 1, 59, 59, 999_999), LONDON, True),
        (datetime(2018, 2, 17, 23), "America/Sao_Paulo", True),
        (datetime(2018, 11, 4), "America/Sao_Paulo", True),
        (datetime(2011, 12, 30, 12), "Pacific/Apia", True),
        (datetime(2011, 12, 31), "Pacific/Apia", False),
    ],
)
def test_the_edges_of_odd_times(wall: datetime, zone: str, *, odd: bool) -> None:
    assert is_odd(wall, zone) is odd


def test_a_day_has_one_offset_unless_the_clocks_change() -> None:
    assert offset_on(date(2023, 7, 1), LONDON) == timedelta(hours=1)
    assert offset_on(date(2023, 10, 29), LONDON) is None


@given(st.one_of(moments(), awkward_moments()))
def test_what_was_made_from_a_stated_value_agrees_with_it(moment: Moment) -> None:
    assert only(stated_outside_bounds, moment) == []
    assert only(local_time_gap, moment) == []


@given(minutes, st.sampled_from(ZONES), st.sampled_from((-1, 1)))
def test_bounds_that_were_moved_by_their_width_are_reported(
    wall: datetime, zone: str, way: int
) -> None:
    if is_odd(wall, zone):
        return
    made = Moment.at(f"{wall:%Y-%m-%dT%H:%M}", zone=zone)
    moved = evolve(made.shift(way * timedelta(minutes=1)), stated=made.stated)
    expected = [(Verdict.CERTAIN, Severity.CONTRADICTION)]
    assert only(stated_outside_bounds, moved) == expected


@given(st.one_of(moments(), awkward_moments()))
def test_a_range_is_said_by_its_ends(moment: Moment) -> None:
    value = said(moment)
    if value is not None and value.first and value.last:
        assert value.first <= value.last
        assert value.is_range == (moment.precision is Precision.RANGE)


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2024", datetime(2024, 1, 1), datetime(2024, 12, 31, 23, 59, 59, 999_999)),
        ("2024-02", datetime(2024, 2, 1), datetime(2024, 2, 29, 23, 59, 59, 999_999)),
        ("2024-12/..", datetime(2024, 12, 1), None),
        ("../..", None, None),
    ],
)
def test_a_stated_value_covers_its_whole_unit(
    stated: str, first: datetime | None, last: datetime | None
) -> None:
    value = said(Moment(zone="UTC", stated=stated))
    assert value is not None
    assert (value.first, value.last) == (first, last)


slips = st.lists(
    st.tuples(st.integers(0, 15), st.sampled_from("0123456789-:TWZ+. ٣")), max_size=3
)


@given(slips)
@example([(5, "0"), (6, "2"), (8, "3"), (9, "0")])
@example([(0, "0"), (1, "0"), (2, "0"), (3, "1")])
@example([(0, "9"), (1, "9"), (2, "9"), (3, "9")])
@example([(12, "٣")])
def test_a_minute_is_read_as_any_other_value_is(slips: list[tuple[int, str]]) -> None:
    letters = list("2023-11-23T19:59")
    for place, letter in slips:
        letters[place] = letter
    text = "".join(letters)
    value = said(Moment(zone="UTC", stated=text))
    try:
        expected = wall_time(text)
    except InvalidMomentError:
        assert value is None
    else:
        assert value is not None
        assert (value.first, value.unit) == expected


def test_bounds_that_allow_more_than_the_value_are_possible_only() -> None:
    wider = dict(agreeing.CASES)["possible: wider"]
    (found,) = check(wider, rules=[stated_outside_bounds], possible=True)
    assert found.verdict is Verdict.POSSIBLE
    assert "allow more than" in found.message


@pytest.mark.parametrize("label", ["possible: open", "possible: open before"])
def test_an_open_bound_allows_more_than_the_value(label: str) -> None:
    incident = dict(agreeing.CASES)[label]
    assert len(check(incident, rules=[stated_outside_bounds], possible=True)) == 1


def test_bounds_apart_by_a_vague_word_are_implausible() -> None:
    bounds = Moment.about("2023-11-23T12:00", zone=LONDON)
    moment = Moment.about("2023-11-23T14:00", zone=LONDON)
    edited = Moment(
        earliest_utc=bounds.earliest_utc,
        latest_utc=bounds.latest_utc,
        zone=LONDON,
        qualifier="about",
        stated=moment.stated,
    )
    found = only(stated_outside_bounds, edited)
    assert found == [(Verdict.CERTAIN, Severity.IMPLAUSIBLE)]


def test_both_readings_of_an_hour_that_happened_twice_are_a_possible_note() -> None:
    moment = Moment.at("2023-10-29T01:30", zone=LONDON)
    assert only(local_time_fold, moment) == [(Verdict.POSSIBLE, Severity.NOTE)]


@pytest.mark.parametrize(
    ("label", "severity"),
    [
        ("two minutes", Severity.CONTRADICTION),
        ("an allegation", Severity.IMPLAUSIBLE),
    ],
)
def test_a_disagreement_is_as_grave_as_its_words(label: str, severity: str) -> None:
    incident = {name: one for name, one, _ in disagreeing.CASES}[label]
    (found,) = check(incident, rules=[sources_disagree])
    assert found.severity == severity


def test_all_that_is_told_of_one_death_is_named() -> None:
    label = "the soonest is of both sources"
    incident = {name: one for name, one, _ in disagreeing.CASES}[label]
    (found,) = check(incident, rules=[sources_disagree])
    assert set(found.subject_ids) == {event.id for event in incident.events}


@given(
    st.times(),
    st.sampled_from(("{:%H:%M}", "{:%H%M}hrs", "at {:%H:%M:%S}", "{:%I:%M%p}")),
)
def test_a_time_that_clocks_show_is_never_impossible(time: object, form: str) -> None:
    moment = Moment.unknown(form.format(time))
    assert only(impossible_clock, moment) == []


@given(days)
def test_a_date_is_no_conflict_with_itself(day: date) -> None:
    text = f"on {day.day} {month_name[day.month]} {day.year}"
    start = Moment.on(day, zone="UTC", text=text)
    assert only(date_conflict, start) == []
    other = Moment.on(day + timedelta(days=1), zone="UTC", text=text)
    assert only(date_conflict, other) == [(Verdict.CERTAIN, Severity.IMPLAUSIBLE)]


def test_every_country_has_zones_that_are_known() -> None:
    table = zones_of()
    assert table["GB"] == (LONDON,)
    assert all(check_zone(zone) for zones in table.values() for zone in zones)


def test_a_case_is_looked_at_by_the_jurisdiction_of_its_profile() -> None:
    incident = at(Moment.at("2023-11-23T19:59", zone="Asia/Tokyo"))
    rule = zone_of_another_country
    assert list(rule(Case(incident))) == []
    assert [one.code for one in rule(Case(incident, profile="GB"))] == [rule.code]
