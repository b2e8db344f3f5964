"""Zones, and where a local time lies in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pendulum
import pytest

from incident_timeline.errors import UnknownZoneError
from incident_timeline.moments import Moment, check_zone, instants_of
from incident_timeline.moments.zones import pendulum_zone, zone_info, zone_of

LONDON = "Europe/London"


@pytest.mark.parametrize("name", ["UTC", LONDON, "+05:30", "-00:00", "+23:59"])
def test_a_zone_is_a_name_or_an_offset(name: str) -> None:
    assert check_zone(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Europe/Londn",
        "GMT+1",
        "+5:30",
        "+24:00",
        "+01:60",
        "+01:00\n",
        "../../etc/passwd",
        "/etc/passwd",
        "Europe",
        "\0",
        "x" * 5_000,
    ],
)
def test_what_is_no_zone_is_refused_with_a_remedy(name: str) -> None:
    with pytest.raises(UnknownZoneError) as caught:
        check_zone(name)
    assert caught.value.value == name
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("info", "zone"),
    [
        (None, None),
        (UTC, "UTC"),
        (ZoneInfo("UTC"), "UTC"),
        (ZoneInfo(LONDON), LONDON),
        (pendulum.timezone(LONDON), LONDON),
        (pendulum.timezone(3600), "+01:00"),
        (timezone(timedelta(hours=5, minutes=30)), "+05:30"),
        (timezone(-timedelta(minutes=45)), "-00:45"),
    ],
)
def test_the_zone_of_a_datetime_is_named(info: tzinfo | None, zone: str | None) -> None:
    assert zone_of(datetime(2023, 11, 23, tzinfo=info)) == zone


def test_an_offset_of_odd_seconds_is_refused_and_not_rounded() -> None:
    odd = timezone(timedelta(minutes=1, seconds=15))
    with pytest.raises(UnknownZoneError, match="odd seconds"):
        Moment.at(datetime(2023, 11, 23, tzinfo=odd))


@pytest.mark.parametrize("name", [LONDON, "Australia/Lord_Howe", "+05:30", "-09:30"])
def test_both_tables_of_zones_agree(name: str) -> None:
    instant = datetime(2023, 7, 1, tzinfo=UTC)
    shown = instant.astimezone(pendulum_zone(name))
    assert shown.utcoffset() == instant.astimezone(zone_info(name)).utcoffset()
    assert pendulum_zone(name) is pendulum_zone(name)


@pytest.mark.parametrize(
    ("wall", "zone", "hours"),
    [
        (datetime(2023, 11, 23, 19), LONDON, [19]),
        (datetime(2023, 10, 29, 1), LONDON, [0, 1]),
        (datetime(2023, 3, 26, 1), LONDON, []),
        (datetime(2023, 11, 5), "America/Havana", [4, 5]),
        (datetime(2011, 12, 30, 12), "Pacific/Apia", []),
    ],
)
def test_a_local_time_has_no_instant_one_or_two(
    wall: datetime, zone: str, hours: list[int]
) -> None:
    assert [instant.hour for instant in instants_of(wall, zone)] == hours
