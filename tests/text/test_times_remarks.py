"""What is said of a time that is shaky."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.text import find_times
from incident_timeline.text.times import Remark
from incident_timeline.text.times.holidays import HOLIDAYS, holiday

PUBLISHED = "2024-05-10"
SAID = (
    ("9pm on 31 June 2024", "impossible", "there is no 31 June 2024"),
    ("on Monday 3 May 2024", "weekday", "2024-05-03 is a Friday, not a Monday"),
    ("on 3 May", "year", "states no year: 2024 is assumed"),
    ("9pm", "day", "states no day: 2024-05-10 is assumed"),
    ("half past eight", "half_day", "states no half of the day: 08:30 is assumed"),
    (
        "05/04/2024",
        "day_month_order",
        "its month and day may be exchanged: 2024-04-05 is taken",
    ),
    (
        "on 3 May 2024. He died six months later",
        "year",
        "comes after publication on 2024-05-10",
    ),
    ("9pm EST on 3 May 2024", "zone", "EST is not the time of Europe/London"),
    (
        "9pm Eastern time on 3 May 2024",
        "zone",
        "Eastern is not the time of Europe/London",
    ),
    ("9-10pm EST on 3 May 2024", "zone", "EST is not the time of Europe/London"),
    (
        "9pm BST on 3 January 2024",
        "zone",
        "BST is not kept there on 2024-01-03: taken as local time",
    ),
    (
        "2130 hours (7:30 p.m.) on 3 May 2024",
        "told_twice",
        "21:30 and 19:30 are told as one time",
    ),
    (
        "around 3.15pm on 3 May 2024. He fell eight minutes later",
        "vague_base",
        "counted from a time that is itself about",
    ),
    (
        "3 May 2024. He fell eight minutes later",
        "vague_base",
        "counted from a day without its clock time",
    ),
    (
        "April 2013. He died five days later",
        "vague_base",
        "counted from 2013-04, which names no day",
    ),
)


def remarks(text: str, zone: str = "Europe/London") -> list[Remark]:
    """Every remark on the last time of a text."""
    return list(find_times(text, published=PUBLISHED, zone=zone)[-1].remarks)


@pytest.mark.parametrize(("words", "kind", "message"), SAID)
def test_what_is_shaky_is_said(words: str, kind: str, message: str) -> None:
    assert Remark(kind, message) in remarks(f"He rang {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "at 9pm on Friday, 3 May 2024",
        "at 9pm BST on 3 May 2024",
        "at 9pm (local time) on 3 May 2024",
        "at 2130 hours (9:30 p.m.) on 3 May 2024",
        "on 05/05/2024",
        "on 13/04/2024 and on 05/04/2024",
        "at 9pm on 3 May 2024, and fell ten minutes later",
        "at 9.30 yesterday evening",
        "yesterday at 9pm",
    ],
)
def test_what_is_plain_is_not_remarked_on(words: str) -> None:
    assert remarks(f"He rang {words}.") == []


def test_without_a_day_of_publication_what_lacks_its_day_is_unplaced() -> None:
    (mention,) = find_times("He rang at 9pm.", zone="UTC")
    assert [remark.kind for remark in mention.remarks] == ["unplaced"]


@pytest.mark.parametrize(
    ("zone", "words", "hour"),
    [
        ("America/New_York", "9pm ET", 1),
        ("America/New_York", "9pm Pacific time", 4),
        ("America/New_York", "9pm, Mountain time,", 3),
        ("Europe/London", "9pm IST", 20),
        ("Europe/Dublin", "9pm IST", 20),
        ("Australia/Sydney", "9pm AEST", 11),
        ("Australia/Sydney", "9pm Eastern", 11),
        ("Pacific/Auckland", "9pm NZST", 9),
        ("Europe/London", "9pm Irish time", 20),
    ],
)
def test_a_zone_word_places_the_time_in_its_zone(
    zone: str, words: str, hour: int
) -> None:
    mention = find_times(f"It was {words} on 3 May 2024.", zone=zone)[0]
    assert mention.moment is not None
    assert mention.moment.earliest_utc is not None
    assert mention.moment.earliest_utc.hour == hour


def test_what_is_told_after_another_zone_counts_in_the_account_s_own() -> None:
    text = "He rang at 9pm EST on 3 May 2024. Ten minutes later he fell."
    later = find_times(text, zone="Europe/London")[-1].moment
    assert later is not None
    assert later.stated == "2024-05-04T03:10"


def test_an_exchangeable_date_says_that_its_order_was_assumed() -> None:
    (mention,) = find_times("On 05/04/2024.", published=PUBLISHED, zone="UTC")
    assert mention.moment is not None
    assert mention.moment.assumed == ("day_month_order",)


EASTERS = {2019: (4, 21), 2020: (4, 12), 2023: (4, 9), 2024: (3, 31), 2038: (4, 25)}


@pytest.mark.parametrize("year", sorted(EASTERS))
def test_easter_is_where_the_almanac_has_it(year: int) -> None:
    assert holiday("easter sunday", year, "UTC") == date(year, *EASTERS[year])


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
@pytest.mark.parametrize(
    "zone",
    ["UTC", "America/Toronto", "Australia/Perth", "Pacific/Auckland", "Europe/Dublin"],
)
def test_every_named_day_has_a_date_and_is_found(name: str, zone: str) -> None:
    day = holiday(name, 2023, zone)
    assert day.year == 2023
    (mention,) = find_times(f"He rang on {name.title()} 2023.", zone=zone)
    assert mention.moment is not None
    assert mention.moment.stated == str(day)
