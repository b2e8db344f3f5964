"""What a stated value covers: its precision, its zone, and clocks that change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incident_timeline.errors import (
    InvalidMomentError,
    NonexistentTimeError,
    UnknownZoneError,
)
from incident_timeline.moments import Moment, PartOfDay, Precision

LONDON = "Europe/London"
TICK = timedelta(microseconds=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("stated", "precision", "first", "following"),
    [
        ("2023", "year", "2023-01-01", "2024-01-01"),
        ("2023-11", "month", "2023-11-01", "2023-12-01"),
        ("2023-12", "month", "2023-12-01", "2024-01-01"),
        ("2023-11-23", "day", "2023-11-23", "2023-11-24"),
        ("2024-02-29", "day", "2024-02-29", "2024-03-01"),
        ("2024-02", "month", "2024-02-01", "2024-03-01"),
        ("2023-11-23T19", "hour", "2023-11-23T19:00", "2023-11-23T20:00"),
        ("2023-11-23T19:59", "minute", "2023-11-23T19:59", "2023-11-23T20:00"),
        ("2023-11-23T19:59:07", "second", "2023-11-23T19:59:07", "2023-11-23T19:59:08"),
        ("0002", "year", "0002-01-01", "0003-01-01"),
        ("9998-12-31", "day", "9998-12-31", "9999-01-01"),
    ],
)
def test_a_value_covers_its_whole_unit(
    stated: str, precision: str, first: str, following: str
) -> None:
    moment = Moment.from_stated(stated, zone="UTC")
    assert moment.precision is Precision(precision)
    assert moment.earliest_utc == utc(first)
    assert moment.latest_utc == utc(following) - TICK
    assert moment.stated == stated


def test_a_fraction_of_a_second_is_an_instant() -> None:
    moment = Moment.from_stated("2023-11-23T19:59:07.25", zone="UTC")
    assert moment.precision is Precision.INSTANT
    assert moment.earliest_utc == moment.latest_utc == utc("2023-11-23T19:59:07.250000")


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("2023/2024", "2023-01-01", "2024-12-31T23:59:59.999999"),
        ("2023-11-23/..", "2023-11-23", None),
        ("../2023-11-23T19:59", None, "2023-11-23T19:59:59.999999"),
        ("2023-11/2023-11-02", "2023-11-01", "2023-11-02T23:59:59.999999"),
    ],
)
def test_a_range_holds_both_its_ends_whole(
    stated: str, first: str | None, last: str | None
) -> None:
    moment = Moment.from_stated(stated, zone="UTC")
    assert moment.precision is Precision.RANGE
    assert moment.earliest_utc == (first and utc(first))
    assert moment.latest_utc == (last and utc(last))


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ("", "no date or time"),
        ("2023-11-23 19:59", "no date or time"),
        ("2023-11-23T19:59Z", "no date or time"),
        ("19:59", "no date or time"),
        ("2023-W47", "no date or time"),
        ("２０２３", "no date or time"),
        ("2023-11-23T19:59:07.1234567", "no date or time"),
        ("2023-02-29", "not in the calendar"),
        ("2023-13", "not in the calendar"),
        ("0000", "not in the calendar"),
        ("2023-11-23T24:00", "not in the calendar"),
        ("2023-11-23T23:59:60", "not in the calendar"),
        ("0001", "years run from 2 to 9998"),
        ("9999", "years run from 2 to 9998"),
        ("../..", "no range"),
        ("2024/2023", "ends before it begins"),
    ],
)
def test_what_the_calendar_lacks_is_refused_and_named(stated: str, reason: str) -> None:
    with pytest.raises(InvalidMomentError, match=reason) as caught:
        Moment.from_stated(stated, zone="UTC")
    assert caught.value.value == stated


def test_a_date_with_slashes_is_no_range() -> None:
    with pytest.raises(InvalidMomentError, match="'23' is no date or time"):
        Moment.from_stated("23/11/2023", zone="UTC")


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZoneError, match="'Europe/Londn' is no zone"):
        Moment.from_stated("2023", zone="Europe/Londn")


# Clocks that change


@pytest.mark.parametrize(
    ("zone", "stated", "earliest", "latest"),
    [
        # an hour that happens twice covers both
        (LONDON, "2023-10-29T01:30", "2023-10-29T00:30", "2023-10-29T01:30:59.999999"),
        (LONDON, "2023-10-29T01", "2023-10-29T00:00", "2023-10-29T01:59:59.999999"),
        (LONDON, "2023-10-29T00", "2023-10-28T23:00", "2023-10-28T23:59:59.999999"),
        (LONDON, "2023-10-29", "2023-10-28T23:00", "2023-10-29T23:59:59.999999"),
        (LONDON, "2023-03-26", "2023-03-26T00:00", "2023-03-26T22:59:59.999999"),
        # half an hour that happens twice; half an hour that never does
        (
            "Australia/Lord_Howe",
            "2023-04-02T01",
            "2023-04-01T14:00",
            "2023-04-01T15:29:59.999999",
        ),
        (
            "Australia/Lord_Howe",
            "2023-10-01T02",
            "2023-09-30T15:30",
            "2023-09-30T15:59:59.999999",
        ),
        # a day that begins at 01:00, one whose last hour, one whose first is twice
        (
            "America/Sao_Paulo",
            "2018-11-04",
            "2018-11-04T03:00",
            "2018-11-05T01:59:59.999999",
        ),
        (
            "America/Sao_Paulo",
            "2018-02-17",
            "2018-02-17T02:00",
            "2018-02-18T02:59:59.999999",
        ),
        (
            "America/Havana",
            "2023-11-05",
            "2023-11-05T04:00",
            "2023-11-06T04:59:59.999999",
        ),
        # the days on both sides of one that was skipped
        (
            "Pacific/Apia",
            "2011-12-29",
            "2011-12-29T10:00",
            "2011-12-30T09:59:59.999999",
        ),
        (
            "Pacific/Apia",
            "2011-12-31",
            "2011-12-30T10:00",
            "2011-12-31T09:59:59.999999",
        ),
        # an offset, and an odd one
        ("+05:30", "2024-01-01", "2023-12-31T18:30", "2024-01-01T18:29:59.999999"),
        ("-00:15", "2024-01-01T00", "2024-01-01T00:15", "2024-01-01T01:14:59.999999"),
    ],
)
def test_local_time_is_covered_where_clocks_change(
    zone: str, stated: str, earliest: str, latest: str
) -> None:
    moment = Moment.from_stated(stated, zone=zone)
    assert moment.earliest_utc == utc(earliest)
    assert moment.latest_utc == utc(latest)


@pytest.mark.parametrize(
    ("fold", "earliest", "latest"),
    [
        (0, "2023-10-29T00:30", "2023-10-29T00:30:59.999999"),
        (1, "2023-10-29T01:30", "2023-10-29T01:30:59.999999"),
    ],
)
def test_a_fold_says_which_of_two_equal_times_is_meant(
    fold: int, earliest: str, latest: str
) -> None:
    moment = Moment.from_stated("2023-10-29T01:30", zone=LONDON, fold=fold)
    assert moment.earliest_utc == utc(earliest)
    assert moment.latest_utc == utc(latest)


@pytest.mark.parametrize("qualifier", ["before", "shortly_before"])
def test_before_a_time_that_happens_twice_is_before_its_last_reading(
    qualifier: str,
) -> None:
    stated = "2023-10-29T01:30"
    either = Moment.from_stated(stated, zone=LONDON, qualifier=qualifier)
    readings = [
        Moment.from_stated(stated, zone=LONDON, qualifier=qualifier, fold=fold)
        for fold in (0, 1)
    ]
    assert either.latest_utc == readings[1].latest_utc != readings[0].latest_utc
    assert either.earliest_utc == readings[0].earliest_utc


@pytest.mark.parametrize("fold", [0, 1])
def test_a_fold_says_nothing_of_a_time_that_happens_once(fold: int) -> None:
    plain = Moment.from_stated("2023-11-23T19:59", zone=LONDON)
    assert Moment.from_stated("2023-11-23T19:59", zone=LONDON, fold=fold) == plain


@pytest.mark.parametrize(
    ("zone", "stated"),
    [
        (LONDON, "2023-03-26T01:30"),
        (LONDON, "2023-03-26T01"),
        (LONDON, "2023-03-26T01:00:00"),
        ("Australia/Lord_Howe", "2023-10-01T02:15"),
        ("America/Sao_Paulo", "2018-11-04T00:00"),
        ("Pacific/Apia", "2011-12-30"),
        ("Pacific/Apia", "2011-12-30T12:00"),
        (LONDON, "2023-03-25/2023-03-26T01:30"),
    ],
)
def test_a_local_time_that_never_happened_is_refused(zone: str, stated: str) -> None:
    with pytest.raises(NonexistentTimeError, match="never happened in") as caught:
        Moment.from_stated(stated, zone=zone)
    assert caught.value.value in stated


# Parts of the day


@pytest.mark.parametrize(
    ("part", "earliest", "latest"),
    [
        ("morning", "2023-11-23T00:00", "2023-11-23T11:59:59.999999"),
        ("afternoon", "2023-11-23T12:00", "2023-11-23T17:59:59.999999"),
        ("evening", "2023-11-23T16:00", "2023-11-23T23:59:59.999999"),
        ("night", "2023-11-23T17:00", "2023-11-24T05:59:59.999999"),
        ("overnight", "2023-11-23T18:00", "2023-11-24T08:59:59.999999"),
    ],
)
def test_a_part_of_a_day_is_wide(part: str, earliest: str, latest: str) -> None:
    moment = Moment.on("2023-11-23", part=part, zone=LONDON)
    assert moment.earliest_utc == utc(earliest)
    assert moment.latest_utc == utc(latest)
    assert moment.part is PartOfDay(part)
    assert moment.precision is Precision.PART_OF_DAY


def test_an_evening_ends_with_its_day_though_midnight_happens_twice() -> None:
    evening = Moment.on("2023-11-04", part="evening", zone="America/Havana")
    assert evening.latest_utc == utc("2023-11-05T04:00") - TICK


def test_a_part_of_the_day_ends_where_the_clocks_jump_over_its_end() -> None:
    evening = Moment.on("2018-11-03", part="evening", zone="America/Sao_Paulo")
    assert evening.latest_utc == utc("2018-11-04T03:00") - TICK
    morning = Moment.on("2018-11-04", part="morning", zone="America/Sao_Paulo")
    assert morning.earliest_utc == utc("2018-11-04T03:00")


def test_a_part_may_reach_over_a_day_that_was_skipped() -> None:
    night = Moment.on("2011-12-29", part="night", zone="Pacific/Apia")
    assert night.latest_utc == utc("2011-12-30T10:00") - TICK


def test_a_day_that_never_happened_has_no_evening() -> None:
    with pytest.raises(NonexistentTimeError, match="2011-12-30 never happened"):
        Moment.on("2011-12-30", part="evening", zone="Pacific/Apia")


@pytest.mark.parametrize("stated", ["2023", "2023-11", "2023-11-23T19:59"])
def test_only_a_day_has_parts(stated: str) -> None:
    with pytest.raises(InvalidMomentError, match="only a day has"):
        Moment.from_stated(stated, zone=LONDON, part="evening")


def test_a_range_has_no_part() -> None:
    with pytest.raises(InvalidMomentError, match="is no range"):
        Moment.from_stated("2023/2024", zone=LONDON, part="evening")
