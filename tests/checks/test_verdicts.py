"""How surely one moment comes before another, on each side of every bound."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from incident_timeline.checks.verdicts import (
    before,
    before_all,
    gap_text,
    gravity,
    texts,
)
from incident_timeline.model import Severity, Verdict
from incident_timeline.moments import Moment, Precision, Qualifier

NOON = datetime(2023, 11, 23, 12, tzinfo=UTC)
CERTAIN, POSSIBLE = Verdict.CERTAIN, Verdict.POSSIBLE


def moment(earliest: int | None, latest: int | None) -> Moment:
    """Bounds in microseconds after noon."""

    def bound(count: int | None) -> datetime | None:
        return None if count is None else NOON + timedelta(microseconds=count)

    return Moment(earliest_utc=bound(earliest), latest_utc=bound(latest), zone="UTC")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (moment(0, 5), moment(6, 9), CERTAIN),
        (moment(0, 5), moment(5, 9), POSSIBLE),
        (moment(5, 9), moment(0, 6), POSSIBLE),
        (moment(5, 9), moment(0, 5), None),
        (moment(5, 5), moment(5, 5), None),
        (moment(None, 5), moment(6, None), CERTAIN),
        (moment(None, 6), moment(6, 9), None),
        (moment(0, 6), moment(6, None), None),
        (moment(0, None), moment(6, 9), POSSIBLE),
        (moment(0, 9), moment(None, 5), POSSIBLE),
        (Moment.unknown(), moment(6, 9), None),
        (moment(0, 5), Moment.unknown(), None),
    ],
)
def test_bounds_give_the_verdict(
    first: Moment, second: Moment, verdict: Verdict | None
) -> None:
    assert before(first, second) is verdict


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ([], None),
        ([moment(6, 9)], CERTAIN),
        ([moment(6, 9), moment(5, 9)], POSSIBLE),
        ([moment(6, 9), moment(5, 9), Moment.unknown()], None),
    ],
)
def test_the_weakest_verdict_of_several_stands(
    others: list[Moment], verdict: Verdict | None
) -> None:
    assert before_all(moment(0, 5), others) is verdict


def stated(qualifier: Qualifier, part: str | None = None) -> Moment:
    when = "2023-11-23" if part else "2023-11-23T12:00"
    return Moment.from_stated(when, zone="UTC", qualifier=qualifier, part=part)


EXACT = stated(Qualifier.EXACT)


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        (EXACT, EXACT, Severity.CONTRADICTION),
        (stated(Qualifier.BY), stated(Qualifier.SINCE), Severity.CONTRADICTION),
        (stated(Qualifier.ABOUT), EXACT, Severity.IMPLAUSIBLE),
        (EXACT, stated(Qualifier.ABOUT), Severity.IMPLAUSIBLE),
        (stated(Qualifier.SHORTLY_AFTER), EXACT, Severity.IMPLAUSIBLE),
        (EXACT, stated(Qualifier.SHORTLY_AFTER), Severity.CONTRADICTION),
        (stated(Qualifier.SHORTLY_BEFORE), EXACT, Severity.CONTRADICTION),
        (EXACT, stated(Qualifier.SHORTLY_BEFORE), Severity.IMPLAUSIBLE),
        (stated(Qualifier.EXACT, "evening"), EXACT, Severity.IMPLAUSIBLE),
        (EXACT, stated(Qualifier.EXACT, "evening"), Severity.IMPLAUSIBLE),
    ],
)
def test_what_rests_on_a_vague_word_is_implausible_only(
    first: Moment, second: Moment, severity: Severity
) -> None:
    assert gravity(first, second) is severity


def test_times_are_local_and_show_offsets_where_these_differ() -> None:
    london = Moment.at("2023-11-23T21:00", zone="Europe/London")
    paris = Moment.at("2023-11-23T21:00", zone="Europe/Paris")
    assert texts(london, london) == ("2023-11-23 21:00", "2023-11-23 21:00")
    shown = ("2023-11-23 21:00 +0000", "2023-11-23 21:00 +0100")
    assert texts(london, paris) == shown


def test_what_has_two_offsets_is_not_given_one_of_them() -> None:
    twice = Moment.at("2023-10-29T01:30", zone="Europe/London")
    noon = Moment.at("2023-10-29T12:00", zone="Europe/London")
    told = "2023-10-29 01:30 +0100 to 01:30 +0000"
    assert texts(twice, noon) == (told, "2023-10-29 12:00 +0000")


def test_days_of_one_zone_are_told_without_offsets() -> None:
    october = Moment.on("2023-10", zone="Europe/London")
    day = Moment.on("2023-11-23", zone="Europe/London")
    assert texts(october, day) == ("2023-10-01 to 2023-10-31", "2023-11-23")


def test_an_open_bound_has_the_offset_of_the_other() -> None:
    first = Moment.by("2023-11-23T21:00", zone="Europe/London")
    second = Moment.since("2023-11-23T22:00", zone="Europe/London")
    expected = ("until 2023-11-23 21:00", "from 2023-11-23 22:00")
    assert texts(first, second) == expected


def test_nothing_known_has_no_offset() -> None:
    assert texts(Moment.unknown(), Moment.unknown()) == ("not known", "not known")


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (moment(0, 5), moment(6, 9), ""),
        (moment(0, 0), moment(60_000_000, None), "at least 1 minute "),
        (moment(0, 5), moment(5, 9), ""),
        (moment(0, None), moment(5, 9), ""),
        (moment(0, 5), moment(None, 9), ""),
    ],
)
def test_a_gap_is_told_where_there_must_be_one(
    first: Moment, second: Moment, text: str
) -> None:
    assert gap_text(first, second) == text


def test_a_moment_of_bounds_alone_is_no_vague_one() -> None:
    assert moment(0, 1).precision is Precision.INSTANT
    assert gravity(moment(0, 1), moment(2, 3)) is Severity.CONTRADICTION
