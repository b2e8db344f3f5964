"""How the words before a time bend its bounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import (
    DEFAULT_VAGUENESS,
    Moment,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
)
from incident_timeline.moments.qualify import is_soft

MINUTE = timedelta(minutes=1)
TICK = timedelta(microseconds=1)
NINE = datetime(2023, 11, 23, 21, tzinfo=UTC)
DAY = datetime(2023, 11, 23, tzinfo=UTC)
NEXT = DAY + timedelta(days=1)
Bounds = tuple[datetime | None, datetime | None]


def bounds(moment: Moment) -> Bounds:
    return moment.earliest_utc, moment.latest_utc


@pytest.mark.parametrize(
    ("build", "expected"),
    [
        (Moment.at, (NINE, NINE + MINUTE - TICK)),
        (Moment.about, (NINE - 15 * MINUTE, NINE + 16 * MINUTE - TICK)),
        (Moment.before, (None, NINE - TICK)),
        (Moment.after, (NINE, None)),
        (Moment.by, (None, NINE + MINUTE - TICK)),
        (Moment.until, (None, NINE + MINUTE - TICK)),
        (Moment.since, (NINE, None)),
        (Moment.shortly_before, (NINE - 15 * MINUTE, NINE - TICK)),
        (Moment.shortly_after, (NINE, NINE + 16 * MINUTE - TICK)),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_each_word_bends_a_clock_time(
    build: Callable[..., Moment], expected: Bounds
) -> None:
    moment = build("2023-11-23T21:00", zone="UTC", text="nine")
    assert bounds(moment) == expected
    name = build.__name__
    assert moment.qualifier is Qualifier("exact" if name == "at" else name)
    assert moment.precision is Precision.MINUTE
    assert moment.text == "nine"


@pytest.mark.parametrize(
    ("build", "expected"),
    [
        (Moment.after, (NEXT, None)),
        (Moment.before, (None, DAY - TICK)),
        (Moment.since, (DAY, None)),
        (Moment.shortly_before, (DAY - timedelta(days=1), DAY - TICK)),
        (Moment.shortly_after, (NEXT, NEXT + timedelta(days=1) - TICK)),
        (Moment.about, (DAY - timedelta(days=1), NEXT + timedelta(days=1) - TICK)),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_each_word_bends_a_date_as_a_whole_day(
    build: Callable[..., Moment], expected: Bounds
) -> None:
    assert bounds(build("2023-11-23", zone="UTC")) == expected


def test_about_a_range_is_wider_by_the_unit_of_its_ends() -> None:
    moment = Moment.from_stated("2023-11-23/2023-11-24", zone="UTC", qualifier="about")
    width = DEFAULT_VAGUENESS.about[Precision.DAY]
    assert bounds(moment) == (DAY - width, NEXT + timedelta(days=1) + width - TICK)


@pytest.mark.parametrize("stated", ["2023-11-23/..", "../2023-11-23"])
def test_a_range_that_is_open_takes_no_further_word(stated: str) -> None:
    with pytest.raises(InvalidMomentError, match="cannot be 'about' as well"):
        Moment.from_stated(stated, zone="UTC", qualifier="about")


def test_a_time_that_is_stated_is_not_unknown() -> None:
    with pytest.raises(InvalidMomentError, match=r"use Moment\.unknown"):
        Moment.from_stated("2023-11-23", zone="UTC", qualifier="unknown")


def test_a_word_that_is_no_qualifier_is_refused() -> None:
    with pytest.raises(ValueError, match="around"):
        Moment.from_stated("2023-11-23", zone="UTC", qualifier="around")


@pytest.mark.parametrize("stated", ["0002", "9998"])
def test_a_width_that_leaves_the_calendar_is_an_error_of_the_moment(
    stated: str,
) -> None:
    with pytest.raises(InvalidMomentError, match="leaves the calendar"):
        Moment.about(stated, zone="UTC")


@pytest.mark.parametrize("stated", ["0002", "9998"])
@pytest.mark.parametrize(
    "build", [Moment.by, Moment.since, Moment.before, Moment.after]
)
def test_a_word_without_width_stays_in_the_calendar(
    build: Callable[..., Moment], stated: str
) -> None:
    assert not build(stated, zone="UTC").is_unknown


def test_vagueness_is_one_setting_that_is_replaced() -> None:
    strict = Vagueness(
        shortly=timedelta(minutes=5),
        about=dict.fromkeys(Precision, MINUTE),
        parts={PartOfDay.EVENING: (time(20), timedelta(hours=22))},
    )
    nine, day = "2023-11-23T21:00", "2023-11-23"
    before = Moment.shortly_before(nine, zone="UTC", vagueness=strict)
    after = Moment.shortly_after(nine, zone="UTC", vagueness=strict)
    about = Moment.about(nine, zone="UTC", vagueness=strict)
    evening = Moment.on(day, part="evening", zone="UTC", vagueness=strict)
    assert bounds(before) == (NINE - 5 * MINUTE, NINE - TICK)
    assert bounds(after) == (NINE, NINE + 6 * MINUTE - TICK)
    assert bounds(about) == (NINE - MINUTE, NINE + 2 * MINUTE - TICK)
    assert bounds(evening) == (NINE - 60 * MINUTE, NINE + 60 * MINUTE - TICK)


def test_replacing_one_vagueness_leaves_the_default_as_it_is() -> None:
    own = Vagueness()
    assert own == DEFAULT_VAGUENESS
    assert own.about is not DEFAULT_VAGUENESS.about
    assert hash(own) == hash(DEFAULT_VAGUENESS)


@pytest.mark.parametrize("qualifier", Qualifier)
def test_a_bound_is_soft_where_a_vague_word_sets_it(qualifier: Qualifier) -> None:
    early, late = is_soft(qualifier)
    assert early == (qualifier in ("about", "shortly_before"))
    assert late == (qualifier in ("about", "shortly_after"))
