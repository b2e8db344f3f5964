"""EDTF at date level, both ways, and what is lost on the way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import (
    EdtfText,
    Moment,
    Qualifier,
    Vagueness,
    from_edtf,
    to_edtf,
)

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("text", "first", "last", "losses"),
    [
        ("2023", "2023-01-01", "2023-12-31", 0),
        ("2023-11", "2023-11-01", "2023-11-30", 0),
        ("2023-11-23", "2023-11-23", "2023-11-23", 0),
        ("2023-11-23~", "2023-11-22", "2023-11-24", 0),
        ("2023-11-23?", "2023-11-23", "2023-11-23", 1),
        ("2023-11-23%", "2023-11-22", "2023-11-24", 1),
        ("20XX", "2000-01-01", "2099-12-31", 0),
        ("202X", "2020-01-01", "2029-12-31", 0),
        ("2023-XX", "2023-01-01", "2023-12-31", 0),
        ("2023-XX-XX", "2023-01-01", "2023-12-31", 0),
        ("2023-11-XX", "2023-11-01", "2023-11-30", 0),
        ("2023-11/2023-12-02", "2023-11-01", "2023-12-02", 0),
        ("2023/..", "2023-01-01", None, 0),
        ("../2023", None, "2023-12-31", 0),
        ("2023/", "2023-01-01", None, 1),
        ("/2023", None, "2023-12-31", 1),
        ("2023~/2024", "2023-01-01", "2024-12-31", 1),
        ("2023~/2024~", "2023-01-01", "2024-12-31", 1),
        ("2023?/2024%", "2023-01-01", "2024-12-31", 2),
        ("XXXX", None, None, 0),
    ],
)
def test_text_is_read_as_bounds_and_losses(
    text: str, first: str | None, last: str | None, losses: int
) -> None:
    found = from_edtf(text, zone=LONDON)
    moment = found.moment
    assert (moment.earliest and moment.earliest.to_date_string()) == first
    assert (moment.latest and moment.latest.to_date_string()) == last
    assert len(found.losses) == losses
    assert moment.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2023-24",
        "2001-21",
        "Y170000002",
        "-0050",
        "2023-11-23T19:59:00Z",
        "2023-11-23~~",
        "[2021,2022]",
        "2023/2024/2025",
        "2023-X1",
        "1XXX",
        "X023",
        "2024/2023",
        " 2023",
    ],
)
def test_what_is_not_edtf_at_date_level_is_refused(text: str) -> None:
    with pytest.raises(InvalidMomentError):
        from_edtf(text, zone=LONDON)


def test_the_width_of_about_is_a_setting() -> None:
    strict = Vagueness(about=dict.fromkeys(Vagueness().about, Vagueness().shortly))
    moment = from_edtf("2023-11-23~", zone="UTC", vagueness=strict).moment
    assert moment.latest is not None
    assert str(moment.latest.time()) == "00:14:59.999999"


@pytest.mark.parametrize(
    ("moment", "text", "losses"),
    [
        (Moment.at("2023", zone=LONDON), "2023", ()),
        (Moment.about("2023-11", zone=LONDON), "2023-11~", ()),
        (
            Moment.at("2023-11-23T19:59", zone=LONDON),
            "2023-11-23",
            ("the clock time of '2023-11-23T19:59'",),
        ),
        (
            Moment.on("2023-11-23", part="evening", zone=LONDON),
            "2023-11-23",
            ("the part of the day, 'evening'",),
        ),
        (
            Moment.on("2023-11-23", part="night", zone=LONDON),
            "2023-11-23/2023-11-24",
            ("the part of the day, 'night'",),
        ),
        (
            Moment.before("2023-11-23", zone=LONDON),
            "../2023-11-22",
            ("the qualifier 'before'",),
        ),
        (
            Moment.since("2023-11-23", zone=LONDON),
            "2023-11-23/..",
            ("the qualifier 'since'",),
        ),
        (
            Moment.shortly_before("2023-11-23T00:05", zone=LONDON),
            "2023-11-22/2023-11-23",
            (
                "the clock time of '2023-11-23T00:05'",
                "the qualifier 'shortly_before'",
            ),
        ),
        (Moment.between("2023", "2024", zone=LONDON), "2023-01-01/2024-12-31", ()),
        (Moment.unknown("once"), "XXXX", ()),
    ],
)
def test_a_moment_is_written_as_dates_and_losses(
    moment: Moment, text: str, losses: tuple[str, ...]
) -> None:
    written = to_edtf(moment)
    assert (written.text, written.losses) == (text, losses)


def test_an_instant_says_which_clock_time_it_lost() -> None:
    day = Moment.at("2023-11-23T19:59:07.5", zone="UTC")
    bare = Moment(earliest_utc=day.earliest_utc, zone="UTC")
    assert to_edtf(bare).text == "2023-11-23/.."
    assert to_edtf(bare).losses[0].startswith("the clock time of '2023-11-23 19:59:07")


def test_a_date_without_a_stated_value_is_written_from_its_bounds() -> None:
    day = Moment.on("2023-11-23", zone="UTC").shift(timedelta(days=1))
    assert to_edtf(day).text == "2023-11-24"


def test_about_is_the_only_word_that_edtf_has() -> None:
    assert from_edtf("2023~", zone=LONDON).moment.qualifier is Qualifier.ABOUT


def test_bounds_that_nobody_states_lose_their_clock_times() -> None:
    first = Moment.at("2023-11-23T19:59", zone=LONDON)
    both = first.hull(Moment.at("2023-11-23T21:00", zone=LONDON))
    text = to_edtf(both)
    assert text.text == "2023-11-23"
    assert "the clock time of" in text.losses[0]


def test_bounds_that_are_whole_days_lose_nothing() -> None:
    days = Moment.on("2023-11-23", zone=LONDON).hull(
        Moment.on("2023-11-25", zone=LONDON)
    )
    assert to_edtf(days) == EdtfText("2023-11-23/2023-11-25")
