"""What a moment holds, refuses, shows and compares."""

from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pendulum
import pytest

from incident_timeline.errors import InvalidMomentError, UnknownZoneError
from incident_timeline.moments import Moment, Precision, Qualifier

LONDON = "Europe/London"
NOON = datetime(2023, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_bounds_are_plain_utc_whatever_they_are_given_in() -> None:
    for value in (
        NOON,
        NOON.astimezone(ZoneInfo(LONDON)),
        NOON.astimezone(timezone(HOUR)),
        pendulum.instance(NOON),
    ):
        moment = Moment(earliest_utc=value, latest_utc=value, zone="UTC")
        for bound in (moment.earliest_utc, moment.latest_utc):
            assert type(bound) is datetime
            assert bound.tzinfo is UTC
            assert bound == NOON


def test_reversed_bounds_are_refused() -> None:
    with pytest.raises(InvalidMomentError, match="before earliest_utc") as caught:
        Moment(earliest_utc=NOON, latest_utc=NOON - HOUR, zone="UTC")
    assert caught.value.value == str(NOON - HOUR)


@pytest.mark.parametrize("name", ["earliest_utc", "latest_utc"])
def test_a_bound_that_is_no_instant_is_refused(name: str) -> None:
    with pytest.raises(InvalidMomentError, match=f"{name}.*no zone, so it is no"):
        Moment(zone="UTC", **{name: datetime(2023, 11, 23)})  # type: ignore[arg-type]  # by name
    with pytest.raises(InvalidMomentError, match=f"{name}.*is no datetime"):
        Moment(zone="UTC", **{name: "2023-11-23"})  # type: ignore[arg-type]  # wrong on purpose


def test_a_bound_needs_a_zone_to_be_shown_in() -> None:
    with pytest.raises(InvalidMomentError, match="needs the zone it is shown in"):
        Moment(earliest_utc=NOON)


def test_a_zone_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownZoneError, match="is no zone"):
        Moment(earliest_utc=NOON, zone="Mars/Olympus")


def test_a_bound_outside_the_calendar_of_utc_is_refused() -> None:
    edge = datetime(1, 1, 1, tzinfo=timezone(HOUR))
    with pytest.raises(InvalidMomentError, match="leaves the calendar"):
        Moment(earliest_utc=edge, zone="UTC")


def test_words_are_read_as_members_and_others_refused() -> None:
    moment = Moment(qualifier="about", precision="minute", part="night")
    assert moment.qualifier is Qualifier.ABOUT
    assert moment.precision is Precision.MINUTE
    with pytest.raises(ValueError, match="dusk"):
        Moment(part="dusk")


def test_one_string_is_not_several_assumptions() -> None:
    assert Moment(assumed=["year"]).assumed == ("year",)
    with pytest.raises(TypeError, match="no collection of strings"):
        Moment(assumed="year")
    with pytest.raises(TypeError, match="no collection of strings"):
        Moment(assumed=[1])  # type: ignore[list-item]  # wrong on purpose


def test_an_unknown_moment_has_no_bounds_and_keeps_its_words() -> None:
    moment = Moment.unknown("some time ago")
    assert moment.is_unknown
    assert moment.earliest is None
    assert moment.latest is None
    assert moment.width is None
    assert str(moment) == "some time ago"


@pytest.mark.parametrize("build", [Moment.since, Moment.by])
def test_a_moment_open_on_a_side_has_no_width(
    build: Callable[..., Moment],
) -> None:
    moment = build("2023-11-23", zone=LONDON)
    assert moment.width is None
    assert not moment.is_unknown


def test_bounds_are_shown_in_the_zone_as_pendulum_values() -> None:
    moment = Moment.at("2023-07-01T19:59", zone=LONDON)
    assert isinstance(moment.earliest, pendulum.DateTime)
    assert str(moment.earliest) == "2023-07-01 19:59:00+01:00"
    assert str(moment.latest) == "2023-07-01 19:59:59.999999+01:00"
    assert moment.earliest.timezone_name == LONDON


def test_bounds_are_shown_in_an_offset() -> None:
    moment = Moment.at("2023-07-01T19:59-03:30")
    assert str(moment.earliest) == "2023-07-01 19:59:00-03:30"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (Moment.at("2023-11-23", zone="UTC", text="that day"), "that day"),
        (Moment.at("2023-11-23", zone="UTC"), "2023-11-23"),
        (Moment.shortly_before("2023", zone="UTC"), "shortly_before 2023"),
        (Moment.unknown(), "not known"),
        (
            Moment(earliest_utc=NOON, zone="UTC"),
            "2023-11-23 12:00:00+00:00/..",
        ),
        (Moment(latest_utc=NOON, zone="UTC"), "../2023-11-23 12:00:00+00:00"),
    ],
)
def test_a_moment_is_told_in_its_own_words_or_else_its_bounds(
    moment: Moment, shown: str
) -> None:
    assert str(moment) == shown


# Order


def test_a_minute_precedes_the_next_and_not_itself() -> None:
    first = Moment.at("2023-11-23T19:59", zone=LONDON)
    then = Moment.at("2023-11-23T20:00", zone=LONDON)
    assert first.precedes(then)
    assert not then.precedes(first)
    assert not then.may_precede(first)
    assert not first.precedes(first)
    assert first.may_precede(first)


def test_an_instant_cannot_precede_itself() -> None:
    instant = Moment.at(NOON)
    assert not instant.may_precede(instant)


def test_open_bounds_never_precede_and_always_may() -> None:
    since = Moment.since("2023-11-23", zone=LONDON)
    by = Moment.by("2023-11-22", zone=LONDON)
    assert not since.precedes(since)
    assert by.precedes(since)
    assert by.may_precede(since)
    assert not since.may_precede(by)
    assert not by.precedes(by)
    assert by.may_precede(by)
    assert Moment.unknown().may_precede(by)
    assert by.may_precede(Moment.unknown())


def test_there_is_no_total_order() -> None:
    first, second = Moment.at(NOON), Moment.at(NOON + HOUR)
    comparisons: list[Callable[[Any, Any], Any]] = [
        operator.lt,
        operator.le,
        operator.gt,
        operator.ge,
    ]
    for compare in comparisons:
        with pytest.raises(TypeError):
            compare(first, second)


# Intersection and hull


def test_the_intersection_is_what_both_allow() -> None:
    about = Moment.about("2023-11-23T21:00", zone=LONDON)
    before = Moment.before("2023-11-23T21:00", zone="UTC")
    both = about.intersection(before)
    assert both is not None
    assert both.earliest_utc == about.earliest_utc
    assert both.latest_utc == before.latest_utc
    assert both.zone == LONDON
    assert both.text == both.stated == ""


def test_moments_that_exclude_each_other_have_no_intersection() -> None:
    first = Moment.at("2023-11-23", zone=LONDON)
    assert first.intersection(Moment.at("2023-11-24", zone=LONDON)) is None


def test_the_unknown_changes_no_intersection_and_swallows_every_hull() -> None:
    day = Moment.at("2023-11-23", zone=LONDON)
    unknown = Moment.unknown()
    for both in (day.intersection(unknown), unknown.intersection(day)):
        assert both is not None
        assert (both.earliest_utc, both.latest_utc) == (
            day.earliest_utc,
            day.latest_utc,
        )
        assert both.zone == LONDON
    assert day.hull(unknown).is_unknown
    assert unknown.intersection(unknown) == Moment.unknown()


def test_the_hull_is_the_narrowest_that_allows_both() -> None:
    first = Moment.at("2023-11-23", zone=LONDON)
    then = Moment.since("2023-11-25", zone="UTC")
    hull = first.hull(then)
    assert hull.earliest_utc == first.earliest_utc
    assert hull.latest_utc is None
    closed = first.hull(Moment.at("2023-11-20", zone="UTC"))
    assert closed.width == timedelta(days=4) - timedelta(microseconds=1)


# Shift


def test_an_hour_over_a_change_of_the_clocks_is_an_hour() -> None:
    moment = Moment.at("2023-10-29T00:30", zone=LONDON, text="half past")
    later = moment.shift(HOUR)
    assert str(later.earliest) == "2023-10-29 01:30:00+01:00"
    assert str(later.shift(HOUR).earliest) == "2023-10-29 01:30:00+00:00"
    assert later.text == later.stated == ""
    assert later.precision is Precision.MINUTE


def test_open_bounds_stay_open_when_shifted() -> None:
    assert Moment.unknown().shift(HOUR).is_unknown
    since = Moment.since("2023-11-23", zone="UTC").shift(-HOUR)
    assert since.latest_utc is None
    assert str(since.earliest) == "2023-11-22 23:00:00+00:00"


def test_a_shift_out_of_the_calendar_is_refused() -> None:
    moment = Moment.at("9998", zone="UTC")
    with pytest.raises(InvalidMomentError, match="leaves the calendar"):
        moment.shift(timedelta(days=800))


# Two 01:30s of one autumn night


def two_half_past_ones() -> tuple[Moment, Moment]:
    first = Moment.at("2023-10-29T01:30", zone=LONDON, fold=0)
    return first, Moment.at("2023-10-29T01:30", zone=LONDON, fold=1)


def test_two_equal_clock_times_of_one_night_are_different_moments() -> None:
    first, second = two_half_past_ones()
    assert first != second
    assert hash(first) != hash(second)
    assert len({first, second}) == 2
    assert first.precedes(second)
    assert second.earliest_utc is not None
    assert first.earliest_utc == second.earliest_utc - HOUR
    assert str(first.earliest) == "2023-10-29 01:30:00+01:00"
    assert str(second.earliest) == "2023-10-29 01:30:00+00:00"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_they_stay_different_through_every_pickle(protocol: int) -> None:
    for moment in two_half_past_ones():
        again = pickle.loads(pickle.dumps(moment, protocol))
        assert again == moment
        assert hash(again) == hash(moment)
        assert again.earliest_utc == moment.earliest_utc
        assert str(again.earliest) == str(moment.earliest)


@pytest.mark.parametrize("clone", [copy.copy, copy.deepcopy, attrs.evolve])
def test_they_stay_different_through_every_copy(
    clone: Callable[[Moment], Moment],
) -> None:
    for moment in two_half_past_ones():
        again = clone(moment)
        assert again == moment
        assert str(again.earliest) == str(moment.earliest)


def test_equal_instants_in_two_zones_are_two_moments() -> None:
    moment = Moment.at(NOON)
    assert moment != attrs.evolve(moment, zone=LONDON)


def test_a_moment_is_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Moment.at(NOON).text = "other"  # type: ignore[misc]  # the refusal is the point


def test_fields_of_a_later_version_are_kept_and_compared() -> None:
    plain = Moment.at(NOON)
    later = attrs.evolve(plain, unknown=(("x_note", '{"a":[1]}'),))
    assert later.extra == {"x_note": {"a": [1]}}
    assert plain.extra == {}
    assert later != plain
    assert attrs.evolve(later, text="t").extra == later.extra


def test_a_moment_without_words_tells_its_part_of_the_day() -> None:
    evening = Moment.on("2023-11-23", part="evening", zone="Europe/London")
    assert str(evening) == "2023-11-23 evening"


@pytest.mark.parametrize(
    "bound", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)]
)
def test_a_bound_that_some_zone_could_not_show_is_refused(bound: datetime) -> None:
    with pytest.raises(InvalidMomentError, match="years run from 2 to 9998"):
        Moment(earliest_utc=bound, zone="Asia/Tokyo")


def test_an_instant_does_not_precede_itself() -> None:
    noon = Moment.at(datetime(2023, 11, 23, 12, tzinfo=UTC))
    assert not noon.precedes(noon)
    assert not noon.may_precede(noon)


def test_moments_that_touch_at_one_instant_do_not_precede_but_may() -> None:
    noon = datetime(2023, 11, 23, 12, tzinfo=UTC)
    first = Moment(latest_utc=noon, zone="UTC")
    second = Moment(earliest_utc=noon, zone="UTC")
    tick = timedelta(microseconds=1)
    assert not first.precedes(second)
    assert first.may_precede(second)
    assert first.precedes(second.shift(tick))
