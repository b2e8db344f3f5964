"""What people write for a time; each trap of a zoneless or half-given one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pendulum
import pytest

from incident_timeline.errors import InvalidMomentError, UnknownZoneError
from incident_timeline.moments import Moment, Precision

LONDON = "Europe/London"
KOLKATA = timezone(timedelta(hours=5, minutes=30))
BAD = [
    "19:59",
    "12:30:00",
    "2023-W47",
    "P1Y",
    "2023-11-23T24:00",
    "2023-11-23T23:59:60",
]


@pytest.mark.parametrize("value", ["2023-11-23T19:59", "2023-11", "2023", "19:59"])
def test_a_text_without_zone_is_refused_and_never_read_as_utc(value: str) -> None:
    with pytest.raises(InvalidMomentError, match="has no zone, and none is guessed"):
        Moment.at(value)


def test_a_datetime_without_zone_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match="has no zone"):
        Moment.at(datetime(2023, 11, 23, 19, 59))


def test_a_date_without_zone_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match="has no zone"):
        Moment.at(date(2023, 11, 23))


@pytest.mark.parametrize("value", BAD)
def test_a_bare_time_a_week_or_a_duration_is_no_day(value: str) -> None:
    with pytest.raises(InvalidMomentError):
        Moment.at(value, zone=LONDON)


def test_a_month_is_not_its_first_midnight() -> None:
    month = Moment.at("2023-11", zone="UTC")
    assert month.latest_utc == datetime(2023, 11, 30, 23, 59, 59, 999_999, tzinfo=UTC)


def test_the_end_of_a_date_is_no_offset() -> None:
    assert Moment.at("2023-11-23", zone=LONDON).precision is Precision.DAY
    assert Moment.at("2023-11", zone=LONDON).precision is Precision.MONTH


@pytest.mark.parametrize(
    ("value", "zone", "stated"),
    [
        ("2023-11-23T19:59Z", "UTC", "2023-11-23T19:59"),
        ("2023-11-23T19:59+05:30", "+05:30", "2023-11-23T19:59"),
        ("2023-11-23T19:59-00:30", "-00:30", "2023-11-23T19:59"),
    ],
)
def test_a_text_with_an_offset_needs_no_zone(
    value: str, zone: str, stated: str
) -> None:
    moment = Moment.at(value)
    assert (moment.zone, moment.stated) == (zone, stated)
    assert moment.earliest_utc == datetime.fromisoformat(value)
    assert moment == Moment.at(value, zone=zone)


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        ("2023-07-01T19:59Z", "2023-07-01T20:59"),
        ("2023-07-01T19:59:30+05:30", "2023-07-01T15:29:30"),
        ("2023-07-01T19Z", "2023-07-01T20"),
        ("2023-07-01T23:30:00.5Z", "2023-07-02T00:30:00.5"),
    ],
)
def test_a_text_with_an_offset_is_shown_in_the_zone_asked_for(
    value: str, stated: str
) -> None:
    moment = Moment.at(value, zone=LONDON)
    assert (moment.zone, moment.stated) == (LONDON, stated)
    assert moment.earliest_utc == datetime.fromisoformat(value)


@pytest.mark.parametrize(("value", "hour"), [("00:30Z", 0), ("01:30Z", 1)])
def test_an_offset_says_which_of_two_equal_times_is_meant(
    value: str, hour: int
) -> None:
    moment = Moment.at(f"2023-10-29T{value}", zone=LONDON)
    assert moment.stated == "2023-10-29T01:30"
    assert moment.earliest_utc == datetime(2023, 10, 29, hour, 30, tzinfo=UTC)
    assert moment.width == timedelta(minutes=1) - timedelta(microseconds=1)


def test_an_hour_that_is_none_in_the_zone_asked_for_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match="no whole hour in Asia/Kolkata"):
        Moment.at("2023-11-23T19Z", zone="Asia/Kolkata")


@pytest.mark.parametrize(
    "value",
    [
        "nonsense T5+01:00",
        "2023-11-23T25:00Z",
        "2023-W47-4T19:59Z",
        "20231123T1959Z",
        "2023-11-23T19:59:30.1234567Z",
    ],
)
@pytest.mark.parametrize("zone", [None, "UTC", LONDON])
def test_what_is_no_time_is_refused_with_and_without_a_zone(
    value: str, zone: str | None
) -> None:
    with pytest.raises(InvalidMomentError):
        Moment.at(value, zone=zone)


@pytest.mark.parametrize("value", ["2023-11-23T19:59+24:00", "2023-11-23T19:59+01:60"])
@pytest.mark.parametrize("zone", [None, LONDON])
def test_an_offset_that_is_none_is_refused(value: str, zone: str | None) -> None:
    with pytest.raises(UnknownZoneError, match="is no offset"):
        Moment.at(value, zone=zone)


def test_a_value_that_is_neither_text_nor_date_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match="5 is no text, date or datetime"):
        Moment.at(5, zone="UTC")  # type: ignore[arg-type]  # a wrong value on purpose


def test_a_date_is_its_whole_day() -> None:
    assert Moment.at(date(2023, 11, 23), zone=LONDON) == Moment.at(
        "2023-11-23", zone=LONDON
    )
    assert Moment.on(date(2023, 11, 23), zone=LONDON).stated == "2023-11-23"


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        (datetime(2023, 7, 1, 19, 59, tzinfo=UTC), "UTC"),
        (datetime(2023, 7, 1, 19, 59, tzinfo=ZoneInfo(LONDON)), LONDON),
        (datetime(2023, 7, 1, 19, 59, tzinfo=KOLKATA), "+05:30"),
        (datetime(2023, 7, 1, 19, 59, tzinfo=timezone(-timedelta(hours=3))), "-03:00"),
        (pendulum.datetime(2023, 7, 1, 19, 59, tz=LONDON), LONDON),
    ],
)
def test_a_datetime_is_an_instant_in_its_own_zone(value: datetime, zone: str) -> None:
    moment = Moment.at(value)
    assert moment.precision is Precision.INSTANT
    assert moment.zone == zone
    assert moment.earliest_utc == moment.latest_utc == value
    assert type(moment.earliest_utc) is datetime


def test_a_datetime_is_shown_in_the_zone_asked_for() -> None:
    moment = Moment.at(datetime(2023, 7, 1, 19, 59, tzinfo=UTC), zone=LONDON)
    assert moment.stated == "2023-07-01T20:59:00.000000"
    assert moment.earliest_utc == datetime(2023, 7, 1, 19, 59, tzinfo=UTC)


def test_a_naive_datetime_is_local_time_in_the_zone_given() -> None:
    moment = Moment.at(datetime(2023, 7, 1, 19, 59), zone=LONDON)
    assert moment.earliest_utc == datetime(2023, 7, 1, 18, 59, tzinfo=UTC)


def test_a_naive_datetime_that_happens_twice_covers_both() -> None:
    moment = Moment.at(datetime(2023, 10, 29, 1, 30), zone=LONDON)
    assert moment.width == timedelta(hours=1)


@pytest.mark.parametrize("fold", [0, 1])
def test_the_fold_of_a_zoned_datetime_is_kept(fold: int) -> None:
    value = datetime(2023, 10, 29, 1, 30, fold=fold, tzinfo=ZoneInfo(LONDON))
    moment = Moment.at(value)
    assert moment.earliest_utc == value.astimezone(UTC)
    assert moment.latest_utc == value.astimezone(UTC)


def test_a_datetime_that_leaves_the_calendar_in_its_zone_is_refused() -> None:
    value = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    with pytest.raises(InvalidMomentError):
        Moment.at(value, zone="Asia/Tokyo")


def test_between_holds_both_ends_whole() -> None:
    moment = Moment.between("2023-11-23T20:30", "2023-11-23T21:00", zone="UTC")
    assert moment.width == timedelta(minutes=31) - timedelta(microseconds=1)


def test_between_keeps_the_instants_that_its_ends_carry() -> None:
    first = datetime(2023, 10, 29, 1, 30, fold=1, tzinfo=ZoneInfo(LONDON))
    moment = Moment.between(first, "2023-10-29T05:00+00:00")
    assert moment.earliest_utc == datetime(2023, 10, 29, 1, 30, tzinfo=UTC)
    assert moment.latest_utc == datetime(2023, 10, 29, 5, 0, 59, 999_999, tzinfo=UTC)


def test_between_reads_a_second_end_of_another_zone_as_the_instant_it_is() -> None:
    moment = Moment.between("2023-11-23T20:30Z", "2023-11-23T21:00-05:00")
    assert moment.zone == "UTC"
    assert moment.latest_utc == datetime(2023, 11, 24, 2, 0, 59, 999_999, tzinfo=UTC)
