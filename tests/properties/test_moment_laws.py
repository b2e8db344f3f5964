"""The laws of uncertain time."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta

import attrs
import pendulum
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidMomentError, NonexistentTimeError
from incident_timeline.moments import (
    Moment,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
    from_edtf,
    instants_of,
    to_edtf,
)
from incident_timeline.moments.bounds import FIRST, LAST
from incident_timeline.moments.zones import pendulum_zone, zone_info
from incident_timeline.strategies import ZONES, awkward_moments, moments, vaguenesses

any_moments = st.one_of(moments(), awkward_moments())
zones = st.sampled_from(ZONES)
# Around days on which clocks change, as often as not.
walls = st.one_of(
    st.datetimes(datetime(2001, 1, 1), datetime(2033, 1, 1)),
    st.builds(
        lambda start, minutes: start + timedelta(minutes=minutes),
        st.sampled_from(
            [
                datetime(2023, 3, 26, 1),
                datetime(2023, 10, 29, 1),
                datetime(2023, 4, 2, 1, 30),
                datetime(2023, 10, 1, 2),
                datetime(2018, 11, 4),
                datetime(2018, 2, 17, 23),
                datetime(2011, 12, 30),
            ]
        ),
        st.integers(-90, 90),
    ),
)
durations = st.timedeltas(-timedelta(days=900), timedelta(days=900))
Bounds = tuple[datetime | None, datetime | None]


def bounds(moment: Moment) -> Bounds:
    return moment.earliest_utc, moment.latest_utc


def widened(
    moment: Moment, before: timedelta | None, after: timedelta | None
) -> Moment:
    # A bound that would leave the calendar is opened, which is wider still.
    earliest, latest = bounds(moment)
    if before is None or (earliest and earliest - FIRST < before):
        earliest = None
    if after is None or (latest and LAST - latest < after):
        latest = None
    return attrs.evolve(
        moment,
        zone=moment.zone or "UTC",
        earliest_utc=earliest and earliest - (before or timedelta()),
        latest_utc=latest and latest + (after or timedelta()),
    )


def allows(moment: Moment, instant: datetime) -> bool:
    earliest, latest = bounds(moment)
    return (earliest or instant) <= instant <= (latest or instant)


# Order


@given(any_moments)
def test_no_moment_precedes_itself(moment: Moment) -> None:
    assert not moment.precedes(moment)


@given(any_moments, any_moments)
def test_two_moments_never_precede_each_other(a: Moment, b: Moment) -> None:
    assert not (a.precedes(b) and b.precedes(a))


@given(st.lists(moments(), min_size=3, max_size=3), durations, durations)
def test_what_precedes_is_transitive(
    three: list[Moment], first: timedelta, second: timedelta
) -> None:
    a, b, c = three[0], three[1].shift(first), three[2].shift(second)
    if a.precedes(b) and b.precedes(c):
        assert a.precedes(c)


@given(any_moments, any_moments)
def test_what_must_precede_may(a: Moment, b: Moment) -> None:
    if a.precedes(b):
        assert a.may_precede(b)
        assert not b.may_precede(a)


gaps = st.one_of(st.none(), st.timedeltas(timedelta(), timedelta(days=300)))


@given(any_moments, any_moments, gaps, gaps)
def test_widening_never_adds_that_one_precedes(
    a: Moment, b: Moment, before: timedelta | None, after: timedelta | None
) -> None:
    wider = widened(a, before, after)
    assert wider.precedes(b) <= a.precedes(b)
    assert b.precedes(wider) <= b.precedes(a)
    assert a.may_precede(b) <= wider.may_precede(b)
    assert b.may_precede(a) <= b.may_precede(wider)


# Intersection and hull


@given(any_moments, any_moments)
def test_intersection_and_hull_do_not_ask_which_comes_first(
    a: Moment, b: Moment
) -> None:
    assert bounds(a.hull(b)) == bounds(b.hull(a))
    both, turned = a.intersection(b), b.intersection(a)
    assert (both and bounds(both)) == (turned and bounds(turned))


@given(any_moments)
def test_a_moment_with_itself_is_its_own_intersection_and_hull(moment: Moment) -> None:
    both = moment.intersection(moment)
    assert both is not None
    assert bounds(both) == bounds(moment.hull(moment)) == bounds(moment)


@given(any_moments, any_moments)
def test_intersection_and_hull_absorb_each_other(a: Moment, b: Moment) -> None:
    inner = a.intersection(a.hull(b))
    assert inner is not None
    assert bounds(inner) == bounds(a)
    both = a.intersection(b)
    if both is not None:
        assert bounds(a.hull(both)) == bounds(a)


@given(any_moments, any_moments, any_moments)
def test_hulls_nest_in_any_order(a: Moment, b: Moment, c: Moment) -> None:
    assert bounds(a.hull(b).hull(c)) == bounds(a.hull(b.hull(c)))


@given(any_moments, any_moments)
def test_only_moments_in_order_exclude_each_other(a: Moment, b: Moment) -> None:
    assert (a.intersection(b) is None) == (a.precedes(b) or b.precedes(a))


# Shift


@given(moments(), durations)
def test_a_shift_there_and_back_is_none(moment: Moment, duration: timedelta) -> None:
    there = moment.shift(duration)
    assert there.width == moment.width
    assert bounds(there.shift(-duration)) == bounds(moment)


@given(moments(), moments(), durations)
def test_a_shift_keeps_the_order(a: Moment, b: Moment, duration: timedelta) -> None:
    assert a.shift(duration).precedes(b.shift(duration)) == a.precedes(b)


# Local time


@given(walls, zones)
def test_every_instant_of_a_local_time_shows_it(wall: datetime, zone: str) -> None:
    found = instants_of(wall, zone)
    shown = [one.astimezone(zone_info(zone)).replace(tzinfo=None) for one in found]
    assert [one.replace(fold=0) for one in shown] == [wall] * len(found)
    assert list(found) == sorted(set(found))


@given(walls, zones, st.sampled_from([10, 13, 16, 19, 26]))
def test_a_stated_time_covers_every_instant_that_shows_it_and_no_other(
    wall: datetime, zone: str, length: int
) -> None:
    stated = wall.isoformat(timespec="microseconds")[:length]
    try:
        moment = Moment.from_stated(stated, zone=zone)
    except NonexistentTimeError:
        assert not instants_of(wall, zone)
        return
    for instant in instants_of(wall, zone):
        assert allows(moment, instant)
    tick = timedelta(microseconds=1)
    for bound, beyond in zip(bounds(moment), (-tick, tick), strict=True):
        assert bound is not None
        assert shown_as(bound, zone).startswith(stated)
        assert not shown_as(bound + beyond, zone).startswith(stated)


def shown_as(instant: datetime, zone: str) -> str:
    local = instant.astimezone(zone_info(zone)).replace(tzinfo=None)
    return local.isoformat(timespec="microseconds")


@given(walls, zones)
def test_a_local_time_is_refused_just_where_no_clock_shows_it(
    wall: datetime, zone: str
) -> None:
    stated = wall.isoformat(timespec="microseconds")
    if instants_of(wall, zone):
        assert Moment.from_stated(stated, zone=zone).width is not None
    else:
        with pytest.raises(NonexistentTimeError):
            Moment.from_stated(stated, zone=zone)


@given(walls, zones)
def test_pendulum_and_the_standard_library_find_the_same_instant(
    wall: datetime, zone: str
) -> None:
    found = instants_of(wall, zone)
    assume(len(found) == 1)
    moment = Moment.from_stated(wall.isoformat(), zone=zone)
    assert moment.earliest is not None
    shown = pendulum.instance(found[0]).in_timezone(pendulum_zone(zone))
    assert str(moment.earliest) == str(shown)


@given(any_moments)
def test_shown_bounds_are_the_stored_instants(moment: Moment) -> None:
    for shown, held in (
        (moment.earliest, moment.earliest_utc),
        (moment.latest, moment.latest_utc),
    ):
        assert (shown and shown.astimezone(UTC)) == held


@given(walls, zones, vaguenesses(), st.sampled_from(PartOfDay))
def test_a_part_of_a_day_lies_within_its_hours(
    wall: datetime, zone: str, vagueness: Vagueness, part: PartOfDay
) -> None:
    assume(wall.date() != datetime(2011, 12, 30).date())
    moment = Moment.on(wall.date(), part=part, zone=zone, vagueness=vagueness)
    begins, ends = vagueness.parts[part]
    midnight = datetime.combine(wall.date(), datetime.min.time())
    assert moment.earliest_utc is not None
    assert moment.latest_utc is not None
    assert moment.earliest_utc <= moment.latest_utc
    first = datetime.combine(wall.date(), begins).isoformat(timespec="microseconds")
    last = (midnight + ends).isoformat(timespec="microseconds")
    assert first <= shown_as(moment.earliest_utc, zone)
    assert shown_as(moment.latest_utc, zone) < last


# Words


@given(walls, zones, vaguenesses(), st.sampled_from(Qualifier))
def test_bounds_are_in_order_whatever_the_words(
    wall: datetime, zone: str, vagueness: Vagueness, qualifier: Qualifier
) -> None:
    assume(qualifier is not Qualifier.UNKNOWN)
    assume(instants_of(wall.replace(second=0, microsecond=0), zone))
    stated = wall.isoformat(timespec="minutes")
    exact = Moment.from_stated(stated, zone=zone)
    try:
        bent = Moment.from_stated(
            stated, zone=zone, qualifier=qualifier, vagueness=vagueness
        )
    except InvalidMomentError:  # "shortly" of no width at all leaves nothing before
        assert qualifier is Qualifier.SHORTLY_BEFORE
        assert vagueness.shortly == timedelta()
        return
    if qualifier in (Qualifier.BEFORE, Qualifier.SHORTLY_BEFORE):
        # Of a time that happens twice, it lies before the last reading.
        twice = len(instants_of(wall.replace(second=0, microsecond=0), zone)) > 1
        assert bent.precedes(exact) or (twice and bent.may_precede(exact))
    else:
        assert bent.intersection(exact) is not None


@given(any_moments, any_moments)
def test_equal_moments_hash_and_read_alike(a: Moment, b: Moment) -> None:
    again = copy.deepcopy(a)
    assert again == a
    assert (hash(again), repr(again), str(again)) == (hash(a), repr(a), str(a))
    assert (a == b) == (attrs.astuple(a) == attrs.astuple(b))


@given(any_moments, st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_a_moment_outlives_pickling_and_copying(moment: Moment, protocol: int) -> None:
    for again in (
        pickle.loads(pickle.dumps(moment, protocol)),
        copy.copy(moment),
        attrs.evolve(moment),
    ):
        assert again == moment
        assert hash(again) == hash(moment)
        assert bounds(again) == bounds(moment)
        assert again.extra == moment.extra


# EDTF


@given(any_moments)
def test_edtf_text_says_no_less_than_the_bounds(moment: Moment) -> None:
    text = to_edtf(moment).text
    again = from_edtf(text, zone=moment.zone or "UTC").moment
    wider = again.hull(moment)
    assert bounds(wider) == bounds(again)


@given(any_moments)
def test_a_date_without_losses_comes_back_from_edtf(moment: Moment) -> None:
    written = to_edtf(moment)
    plain = moment.precision in (Precision.YEAR, Precision.MONTH, Precision.DAY)
    if plain and not written.losses and not moment.is_unknown:
        again = from_edtf(written.text, zone=str(moment.zone)).moment
        assert bounds(again) == bounds(moment)
        assert again.qualifier is moment.qualifier


edtf_dates = st.sampled_from(
    ["2023", "2023-11", "2023-11-23", "2024-02-29", "2023-11~", "0002", "9998-12-31"]
)
edtf_texts = st.one_of(
    edtf_dates,
    st.sampled_from(["XXXX", "202X", "20XX", "2023-XX", "2023-11-XX", "2023-XX-XX"]),
    st.builds("{}/..".format, edtf_dates.map(lambda text: text.rstrip("~"))),
    st.builds("../{}".format, edtf_dates.map(lambda text: text.rstrip("~"))),
)


@given(edtf_texts, zones)
def test_edtf_that_is_read_and_written_means_the_same(text: str, zone: str) -> None:
    first = from_edtf(text, zone=zone).moment
    again = from_edtf(to_edtf(first).text, zone=zone).moment
    assert bounds(again) == bounds(first)


@given(st.text(max_size=30), zones)
def test_any_text_is_read_as_edtf_or_refused(text: str, zone: str) -> None:
    try:
        found = from_edtf(text, zone=zone)
    except InvalidMomentError:
        return
    assert found.moment.text == text


shapes = st.text("0123456789-T:./Z+", max_size=30)


@given(st.one_of(st.text(max_size=30), shapes), st.one_of(st.none(), zones))
def test_any_text_is_a_time_or_refused(text: str, zone: str | None) -> None:
    try:
        moment = Moment.at(text, zone=zone)
    except InvalidMomentError:
        return
    assert not moment.is_unknown
