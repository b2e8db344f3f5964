"""What the strategy for time phrases promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given

from incident_timeline.moments import PartOfDay, Precision, Qualifier
from incident_timeline.moments.zones import instants_of
from incident_timeline.strategies import TimePhrase, time_phrases
from incident_timeline.strategies._dialects import DIALECTS, clock_text, date_text
from incident_timeline.strategies._phrase_forms import is_steady, shown
from tests.strategies.looking import seen, shrunk


@given(time_phrases())
def test_the_phrase_stands_where_it_is_said_to(phrase: TimePhrase) -> None:
    assert phrase.words == phrase.text[phrase.start : phrase.end]
    assert phrase.moment.text == phrase.words
    assert phrase.words == phrase.words.strip() != ""
    assert phrase.text.endswith(".")


@given(time_phrases())
def test_no_phrase_tells_of_what_comes_after_its_text(phrase: TimePhrase) -> None:
    earliest = phrase.moment.earliest_utc
    end = datetime.combine(phrase.published + timedelta(days=1), time())
    last = instants_of(end, phrase.zone)[-1]
    assert phrase.moment.zone == phrase.zone
    assert earliest is None or earliest < last


@given(time_phrases(dialects=["US"]))
def test_a_dialect_speaks_in_its_own_zones(phrase: TimePhrase) -> None:
    assert phrase.zone in DIALECTS["US"].zones


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.moment.precision is Precision.RANGE,
        lambda one: one.moment.precision is Precision.MONTH,
        lambda one: one.moment.precision is Precision.YEAR,
        lambda one: one.moment.part is PartOfDay.NIGHT,
        lambda one: one.words == "yesterday",
        lambda one: one.words == "the next day",
        lambda one: one.words == "half an hour later",
        lambda one: "p.m." in one.words and "(" in one.words,
        lambda one: one.words.startswith("noon"),
        lambda one: "/" in one.words,
        lambda one: "hrs" in one.words,
        lambda one: bool({"BST", "EDT", "CST"} & set(one.words.split())),
        lambda one: one.text.startswith("Police were called"),
        *(
            lambda one, q=qualifier: one.moment.qualifier is q
            for qualifier in Qualifier
            if qualifier is not Qualifier.UNKNOWN
        ),
    ],
)
def test_every_class_of_phrase_is_drawn(
    condition: Callable[[TimePhrase], bool],
) -> None:
    assert seen(time_phrases(), condition)


def test_a_phrase_shrinks_to_a_plain_clock_time_and_date() -> None:
    smallest = shrunk(
        time_phrases(), lambda one: one.moment.precision is Precision.MINUTE
    )
    assert smallest.text == "Officers arrived at 20:47 on 1 January 2015."
    assert smallest.published == date(2015, 1, 1)


@pytest.mark.parametrize(
    ("form", "when", "text"),
    [
        ("{H:02}{M:02} hours", time(3, 5), "0305 hours"),
        ("{h}.{M:02}{ap}", time(0, 5), "12.05am"),
        ("{h}:{M:02} {dotted}", time(12, 5), "12:05 p.m."),
        ("{h}:{M:02} {AP}", time(23, 59), "11:59 PM"),
        ("{oclock}", time(21), "9pm"),
        ("{oclock}", time(21, 5), "9.05pm"),
    ],
)
def test_a_clock_is_written_in_its_form(form: str, when: time, text: str) -> None:
    assert clock_text(form, when) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (1, "Monday 1st Jan Jan."),
        (2, "Tuesday 2nd Jan Jan."),
        (3, "Wednesday 3rd Jan Jan."),
        (4, "Thursday 4th Jan Jan."),
        (11, "Thursday 11th Jan Jan."),
        (22, "Monday 22nd Jan Jan."),
    ],
)
def test_a_date_is_written_in_its_form(day: int, text: str) -> None:
    form = "{weekday} {d}{th} {mon} {ap_month}"
    assert date_text(form, date(2024, 1, day)) == text


def test_a_time_that_the_clocks_skip_is_never_told() -> None:
    skipped = datetime(2024, 3, 31, 1, 30)
    assert shown(skipped, "Europe/London") == datetime(2024, 3, 31, 2, 30)
    assert shown(skipped, "Europe/Dublin") != skipped
    assert shown(skipped, "America/New_York") == skipped


def test_clocks_that_change_on_a_day_are_not_steady() -> None:
    days = [date(2024, 3, number) for number in (29, 30, 31)]
    assert [is_steady(day, "Europe/London") for day in days] == [True, False, False]
