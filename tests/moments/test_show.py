"""Bounds and durations as a person reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incident_timeline.moments import (
    Moment,
    bounds_text,
    duration_text,
    local_text,
)

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment.at("2023-11-23T19:59", zone=LONDON), "2023-11-23 19:59"),
        (Moment.at("2023-11-23T19:59:30", zone=LONDON), "2023-11-23 19:59:30"),
        (Moment.at("2023-11-23", zone=LONDON), "2023-11-23"),
        (Moment.at("2023-11", zone=LONDON), "2023-11-01 to 2023-11-30"),
        (Moment.about("2023-07-01T21:00", zone=LONDON), "2023-07-01 20:45 to 21:15"),
        (
            Moment.on("2023-11-23", part="night", zone=LONDON),
            "2023-11-23 17:00 to 2023-11-24 05:59",
        ),
        (Moment.since("2008", zone=LONDON), "from 2008-01-01 00:00"),
        (Moment.by("2008", zone=LONDON), "until 2008-12-31 23:59"),
        (Moment.unknown("once"), "not known"),
        (Moment(zone="UTC"), "not known"),
    ],
)
def test_bounds_are_shown_no_finer_than_they_need(moment: Moment, text: str) -> None:
    assert bounds_text(moment) == text


def test_the_last_second_of_a_minute_is_that_minute_only_as_an_end() -> None:
    instant = datetime(2023, 11, 23, 19, 59, 59, tzinfo=UTC)
    assert local_text(instant, "UTC") == "2023-11-23 19:59:59"
    assert local_text(instant, "UTC", ends=True) == "2023-11-23 19:59"


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (timedelta(), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(days=2, hours=1, minutes=5), "2 days 1 hour"),
        (timedelta(hours=-1, minutes=-2), "minus 1 hour 2 minutes"),
        (timedelta(microseconds=5), "5 microseconds"),
        (timedelta(microseconds=-5), "minus 5 microseconds"),
        (timedelta(seconds=1.5), "1 second"),
    ],
)
def test_a_duration_is_told_in_its_two_largest_units(
    duration: timedelta, text: str
) -> None:
    assert duration_text(duration) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (Moment.at("2023-11-23T19:59:59", zone=LONDON), "2023-11-23 19:59:59"),
        (
            Moment.at("2023-10-29T01:30", zone=LONDON),
            "2023-10-29 01:30 +0100 to 01:30 +0000",
        ),
        (Moment.on("2023-10-29", zone=LONDON), "2023-10-29"),
    ],
)
def test_bounds_are_shown_no_tighter_than_they_are(moment: Moment, text: str) -> None:
    assert bounds_text(moment) == text
