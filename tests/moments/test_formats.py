"""Times written to a form: what is written reads back as what was meant."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments.formats import TimeFields, TimeFormat

# Each token, and how it is written.
WRITTEN = {
    "YYYY": "{0.year:04}",
    "MMMM": "{0:%B}",
    "MMM": "{0:%b}",
    "MM": "{0.month:02}",
    "M": "{0.month}",
    "DD": "{0.day:02}",
    "D": "{0.day}",
    "dddd": "{0:%A}",
    "ddd": "{0:%a}",
    "HH": "{0.hour:02}",
    "H": "{0.hour}",
    "mm": "{0.minute:02}",
    "ss": "{0.second:02}",
}
Case = Callable[[str], str]
DATES = ("{Y}-{M}-{D}", "{D}/{M}/{Y}", "{W} {D} {M} {Y}", "{M} {D}, {Y}")
CLOCKS = ("{H}:{m}:{s}", "{H}:{m}", "{H}{m}[hrs]", "[at] {H}.{m}")


@st.composite
def forms(draw: st.DrawFn) -> str:
    date_form, clock = draw(st.sampled_from(DATES)), draw(st.sampled_from(CLOCKS))
    whole = draw(st.sampled_from((f"{date_form} {clock}", f"{clock}, {date_form}")))
    return whole.format(
        Y="YYYY",
        M=draw(st.sampled_from(("MMMM", "MMM", "MM", "M"))),
        D=draw(st.sampled_from(("DD", "D"))),
        W=draw(st.sampled_from(("dddd", "ddd"))),
        H=draw(
            st.sampled_from(("HH", "H") if "." in clock or ":" in clock else ("HH",))
        ),
        m="mm",
        s="ss",
    )


def written(form: str, at: datetime) -> str:
    text = form.replace("[hrs]", "\x01").replace("[at]", "\x02")
    for place, token in enumerate(sorted(WRITTEN, key=len, reverse=True)):
        text = text.replace(token, chr(0xE000 + place))
    for place, token in enumerate(sorted(WRITTEN, key=len, reverse=True)):
        text = text.replace(chr(0xE000 + place), WRITTEN[token].format(at))
    return text.replace("\x01", "hrs").replace("\x02", "at")


moments = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9998, 12, 31))


@given(forms(), moments, st.sampled_from((str, str.upper, str.lower)))
def test_what_is_written_in_a_form_is_read_back(
    form: str, at: datetime, case: Case
) -> None:
    fields = TimeFormat(form).read(f" {case(written(form, at))}\n")
    precision = "seconds" if "ss" in form else "minutes"
    assert fields is not None
    assert fields.stated() == at.isoformat(timespec=precision)
    assert fields.full_date == at.date()
    assert fields.clock == timedelta(
        hours=at.hour, minutes=at.minute, seconds=at.second if "ss" in form else 0
    )


@given(forms(), moments, st.text(max_size=8))
def test_a_time_that_heads_a_text_is_as_long_as_it_is(
    form: str, at: datetime, rest: str
) -> None:
    text = written(form, at)
    if not rest[:1].isalnum():
        assert TimeFormat(form).leads(text + rest) >= len(text)
    assert TimeFormat(form).leads(f"{text}x") == 0
    assert TimeFormat(form).leads(f"?{text}") == 0


@given(st.text(string.printable, max_size=12), st.text(max_size=12))
def test_a_form_is_refused_or_reads_any_text(form: str, text: str) -> None:
    try:
        made = TimeFormat(form)
    except InvalidMomentError:
        return
    fields = made.read(text)
    assert fields is None or made.leads(text.strip()) == len(text.strip())


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("[HH]", "names no part of a time"),
        ("", "names no part of a time"),
        ("HH:HH", "names one part of a time twice"),
        ("MM MMM MMMM", "names one part of a time twice, its month"),
        ("YYYY YY", "twice, its year"),
        ("YYYY MMM MM", "twice, its month"),
        ("HH h", "twice, its hour"),
        ("dddd ddd", "twice, its weekday"),
        ("HHmm hrs", "twice, its hour: .* .hrs. is letters as they are"),
        ("dddd", "names no part of a time"),
        ("Z", "names no part of a time"),
        ("A", "has its half and no hour"),
        ("[at HH:mm", r"has .\[., which is no token: the bracket is not closed"),
        ("%d/%m/%Y", "has '%', .* that is strptime's: write it as 'DD/MM/YYYY HH:mm'"),
        ("dd/MM/yyyy", "has 'dd', which is no token: the day is D or DD"),
        ("DD/MM/yyyy", "has 'yyyy', which is no token: the year is YY or YYYY"),
        ("HH:m", "has 'm', which is no token: the minute is mm"),
        ("HH:mm:s", "has 's', which is no token: the second is ss"),
        ("HHmm UTC", "has 'UTC', which is no token: write .UTC. for letters"),
        ("H:MM", "has its month and hour and no day: M is the month, m the minute"),
        ("YYYY-mm-DD", "has its year and day and no month"),
        ("YYYY HH", "has its year and hour and no day"),
        ("mm:ss", "has its minute and no hour"),
        ("HH:ss", "has its second and no minute"),
        ("HH:mm.S", "has its fraction and no second"),
        ("h:mm", "has h, which needs A; H is the hour of the day"),
        ("hh", "has h, which needs A"),
    ],
)
def test_what_is_no_form_is_refused(form: str, reason: str) -> None:
    with pytest.raises(InvalidMomentError, match=reason):
        TimeFormat(form)


@pytest.mark.parametrize(
    ("form", "text", "stated"),
    [
        ("h:mm A", "12:05 a.m.", 0),
        ("h:mm A", "12:05 PM", 12),
        ("hh:mm A", "08:05 pm", 20),
        ("h A", "8 AM", 8),
        ("HH:mm A", "08:13 pm", 20),
        ("HH:mm A", "13:05 pm", 13),
        ("HH:mm A", "12:05 am", 0),
    ],
)
def test_hours_of_half_a_day_are_read(form: str, text: str, stated: int) -> None:
    fields = TimeFormat(form).read(text)
    assert fields is not None
    assert fields.hour == stated


@pytest.mark.parametrize(
    ("form", "text"),
    [
        *(("h:mm A", text) for text in ("13:05 pm", "0:05 am", "8:5 pm", "8:05")),
        *(("HH:mm A", text) for text in ("13:05 am", "00:05 pm", "20:05")),
    ],
)
def test_what_is_no_hour_of_half_a_day_has_no_such_form(form: str, text: str) -> None:
    assert TimeFormat(form).read(text) is None
    assert TimeFormat(form).leads(text) == 0


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " \t "])
def test_a_space_of_any_width_is_a_space(space: str) -> None:
    assert TimeFormat("h:mm A").leads(f"8:05{space}pm") == len(f"8:05{space}pm")


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("D MMM YYYY", "3 Sep. 2023"),
        ("D.MMM.YYYY", "3.Sep.2023"),
        ("YYYY-MM-DDTHH", "2023-09-03T00"),
        ("YYYY年M月D日", "2023年9月3日"),
    ],
)
def test_what_is_no_letter_stands_for_itself(form: str, text: str) -> None:
    fields = TimeFormat(form).read(text)
    assert fields is not None
    assert fields.full_date == date(2023, 9, 3)


@pytest.mark.parametrize(
    ("text", "offset"),
    [("20Z", "Z"), ("20z", "Z"), ("20+01", "+01:00"), ("20-0330", "-03:30")],
)
def test_offsets_are_read_alike(text: str, offset: str) -> None:
    fields = TimeFormat("HHZ").read(text)
    assert fields is not None
    assert fields.offset == offset


def test_a_fraction_is_kept_to_six_digits() -> None:
    fields = TimeFormat("YYYY-MM-DD HH:mm:ss.SSS").read("2023-11-23 20:13:05.123456789")
    assert fields is not None
    assert fields.stated() == "2023-11-23T20:13:05.123456"


@pytest.mark.parametrize(("short", "year"), [("68", 2068), ("69", 1969), ("00", 2000)])
def test_two_digits_of_a_year_are_assumed_of_a_century(short: str, year: int) -> None:
    fields = TimeFormat("YY").read(short)
    assert fields == TimeFields(year=year, assumed=("century",))


def test_ordinals_and_the_fourth_letter_of_september_are_read() -> None:
    fields = TimeFormat("Do MMM YYYY").read("3rd Sept 2023")
    assert fields == TimeFields(year=2023, month=9, day=3)


def test_midnight_at_a_days_end_begins_the_next() -> None:
    fields = TimeFormat("YYYY-MM-DD HH:mm").read("2023-12-31 24:00")
    assert fields is not None
    assert fields.stated() == "2024-01-01T00:00"


def test_a_fraction_after_midnight_is_of_no_day() -> None:
    fields = TimeFormat("YYYY-MM-DD HH:mm:ss.S").read("2023-12-31 24:00:00.5")
    assert fields is not None
    assert fields.stated() == "2023-12-31T24:00:00.5"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (TimeFields(), "without its year"),
        (TimeFields(hour=20), "without its year: hour 20"),
        (TimeFields(year=2023, day=3), "without its month: year 2023, day 3"),
        (TimeFields(year=2023, month=2, day=30, hour=24), "is not in the calendar"),
        (TimeFields(year=9999, month=12, day=31, hour=24), "beyond the calendar"),
    ],
)
def test_what_lacks_a_field_states_no_time(fields: TimeFields, reason: str) -> None:
    with pytest.raises(InvalidMomentError, match=reason):
        fields.stated()


def test_what_has_no_whole_date_is_on_no_day() -> None:
    assert TimeFields(year=2023, month=2).full_date is None
    with pytest.raises(InvalidMomentError):
        _ = TimeFields(year=2023, month=2, day=30).full_date


def test_a_clock_needs_an_hour() -> None:
    assert TimeFields(minute=5).clock is None
    assert TimeFields(hour=5).clock == timedelta(hours=5)


NEAR = date(2023, 11, 24)


@pytest.mark.parametrize(
    ("fields", "near", "past", "year"),
    [
        (TimeFields(month=11, day=24), NEAR, True, 2023),
        (TimeFields(month=11, day=25), NEAR, True, 2022),
        (TimeFields(month=11, day=25), NEAR, False, 2023),
        (TimeFields(month=1, day=1), NEAR, False, 2024),
        (TimeFields(month=2, day=29), NEAR, False, 2024),
        (TimeFields(month=2, day=29), date(2022, 6, 1), True, 2022),
        (TimeFields(month=2, day=31), NEAR, False, 2023),
        (TimeFields(hour=20), NEAR, False, 2023),
        (TimeFields(year=1999, month=2), NEAR, False, 1999),
        (TimeFields(month=2), NEAR, False, None),
        (TimeFields(day=31), date(2024, 1, 1), False, 2023),
        (TimeFields(day=99), NEAR, False, 2023),
        (TimeFields(hour=20), None, False, None),
    ],
)
def test_what_a_date_lacks_comes_from_a_day_near(
    fields: TimeFields, near: date | None, past: bool, year: int | None
) -> None:
    placed = fields.placed(near, past=past)
    assert placed.year == year
    assert ("year" in placed.assumed) == (year is not None and fields.year is None)


@pytest.mark.parametrize(
    ("day", "near", "past", "placed"),
    [
        (24, date(2023, 11, 23), False, date(2023, 11, 24)),
        (1, date(2023, 11, 30), False, date(2023, 12, 1)),
        (31, date(2024, 3, 1), True, date(2024, 1, 31)),
        (30, date(2024, 1, 2), True, date(2023, 12, 30)),
    ],
)
def test_a_lone_day_of_the_month_is_of_the_month_that_is_nearest(
    day: int, near: date, past: bool, placed: date
) -> None:
    fields = TimeFields(day=day).placed(near, past=past)
    assert (fields.full_date, fields.assumed) == (placed, ("year", "month"))


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.dates(date(2000, 1, 1)))
def test_the_year_that_is_assumed_is_never_after_the_day_near(
    near: date, day: date
) -> None:
    fields = TimeFields(month=day.month, day=min(day.day, 28))
    past = fields.placed(near, past=True).full_date
    any_year = fields.placed(near).full_date
    assert past is not None
    assert any_year is not None
    assert past <= near
    assert abs(any_year - near) <= abs(past - near) <= timedelta(days=366)
