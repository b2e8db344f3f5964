"""Dates: what times leave out goes on from line to line, and is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.moments import Moment
from incident_timeline.parsers import Document, Page, Workbench

FIRST = date(2023, 11, 23)


def bench_of(text: str, **known: object) -> Workbench:
    return Workbench(Document(text, **({"zone": "UTC"} | known)))  # type: ignore[arg-type]  # each its own type


def codes(bench: Workbench) -> list[str]:
    return [one.code for one in bench.parsed().findings]


@st.composite
def courses(draw: st.DrawFn) -> list[datetime]:
    """Times that go on by up to 12 hours, some with a late line of less than 6."""
    at = datetime(2023, 11, 23) + timedelta(minutes=draw(st.integers(0, 1439)))
    course = [at]
    for _ in range(draw(st.integers(0, 6))):
        at += timedelta(minutes=draw(st.integers(0, 720)))
        course.append(at)
        late = at - timedelta(minutes=draw(st.integers(0, 359)))
        if draw(st.booleans()) and late >= datetime(2023, 11, 23):
            course.append(late)
    return course


@given(courses())
def test_lines_without_dates_are_read_on_their_own_days(
    course: list[datetime],
) -> None:
    bench = bench_of("\n".join(f"{at:%H%M}" for at in course))
    bench.day = FIRST
    read = [bench.time(line, "HHmm").stated for line in bench.lines()]
    assert read == [at.isoformat(timespec="minutes") for at in course]
    assert (course[-1].date() == FIRST) or "TL653" in codes(bench)


def test_a_clock_after_a_heading_is_never_of_the_day_before() -> None:
    bench = bench_of("24 Nov 2023\n0010\n2350")
    stamps = [bench.time(one, "D MMM YYYY", "HHmm").stated for one in bench.lines()]
    assert stamps == ["2023-11-24", "2023-11-24T00:10", "2023-11-24T23:50"]
    assert codes(bench) == []


def test_the_calendars_last_day_has_no_next() -> None:
    bench = bench_of("2350\n0010")
    bench.day = date.max
    read = [bench.time(one, "HHmm") for one in bench.lines()]
    assert read == [Moment.unknown("2350"), Moment.unknown("0010")]
    assert codes(bench) == ["TL604", "TL604"]


def test_the_day_of_publication_is_taken_where_none_is_told() -> None:
    bench = bench_of("2013\n2014", published="2023-11-24")
    first, second = (bench.time(one, "HHmm") for one in bench.lines())
    assert (first.stated, second.stated) == ("2023-11-24T20:13", "2023-11-24T20:14")
    assert "day" in first.assumed
    assert codes(bench) == ["TL613"]


def test_without_any_day_a_clock_time_is_not_placed() -> None:
    bench = bench_of("2013")
    assert bench.time(bench.page.whole, "HHmm") == Moment.unknown("2013")
    assert codes(bench) == ["TL612"]


def test_a_year_that_is_left_out_is_told_once() -> None:
    bench = bench_of("23 Nov\n24 Nov\n2 Jan", published="2023-11-30")
    read = [bench.time(one, "D MMM").stated for one in bench.lines()]
    assert read == ["2023-11-23", "2023-11-24", "2024-01-02"]
    assert codes(bench) == ["TL605", "TL605"]


def test_a_day_told_elsewhere_is_taken_and_kept_for_no_other_time() -> None:
    bench = bench_of("2013")
    day = date(2023, 5, 6)
    placed = bench.time(bench.page.whole, "HHmm", day=day)
    assert (placed.stated, placed.assumed, bench.day) == ("2023-05-06T20:13", (), None)


@pytest.mark.parametrize("formats", [("HH:mm",), ()])
def test_without_a_zone_no_time_is_placed(formats: tuple[str, ...]) -> None:
    bench = bench_of("20:13\n20:14", zone=None, published="2023-11-24")
    read = [bench.time(one, *formats) for one in bench.lines()]
    assert read == [Moment.unknown("20:13"), Moment.unknown("20:14")]
    assert codes(bench).count("TL606") == 1


def test_an_offset_needs_no_zone() -> None:
    bench = bench_of("2023-11-23 20:13+01:00", zone=None)
    read = bench.time(bench.page.whole, "YYYY-MM-DD HH:mmZ")
    assert str(read.earliest) == "2023-11-23 20:13:00+01:00"
    assert codes(bench) == []


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("31/02/2023", "DD/MM/YYYY"),
        ("2023-13-01 20:13", "YYYY-MM-DD HH:mm"),
        ("2023-11-23 25:13", "YYYY-MM-DD HH:mm"),
        ("2023-11-23 20:13+99:00", "YYYY-MM-DD HH:mmZ"),
        ("2023 20:13", "YYYY HH:mm"),
    ],
)
def test_what_is_in_no_calendar_is_told_and_kept(words: str, form: str) -> None:
    bench = bench_of(words)
    assert bench.time(bench.page.whole, form) == Moment.unknown(words)
    assert codes(bench) == ["TL604"]


def test_a_time_of_another_form_is_told_and_kept() -> None:
    bench = bench_of("ten past")
    assert bench.time(bench.page.whole, "HHmm", "HH:mm") == Moment.unknown("ten past")
    assert codes(bench) == ["TL655"]


def test_no_words_are_no_time_and_no_finding() -> None:
    bench = bench_of(" ")
    assert bench.time(bench.page.whole, "HHmm") == Moment.unknown()
    assert codes(bench) == []


def test_the_first_format_that_fits_reads_it() -> None:
    bench = bench_of("03/04/2023")
    read = bench.time(bench.page.whole, "YYYY", "DD/MM/YYYY", "MM/DD/YYYY")
    assert read.stated == "2023-04-03"


def test_a_qualifier_and_a_fold_are_kept() -> None:
    bench = bench_of("2023-10-29 01:30", zone="Europe/London")
    form = "YYYY-MM-DD HH:mm"
    both, second = (bench.time(bench.page.whole, form, fold=f) for f in (None, 1))
    assert both.width == timedelta(hours=1, seconds=59, microseconds=999_999)
    assert str(second.earliest) == "2023-10-29 01:30:00+00:00"
    about = bench.time(bench.page.whole, form, qualifier="about")
    assert about.qualifier == "about"


def test_a_time_with_an_offset_keeps_its_qualifier() -> None:
    bench = bench_of("2023-11-23 20:13Z")
    read = bench.time(bench.page.whole, "YYYY-MM-DD HH:mmZ", qualifier="before")
    assert read.qualifier == "before"
    assert read.earliest is None


@pytest.mark.parametrize(("offset", "hour"), [("+01:00", 0), ("Z", 1)])
def test_an_offset_tells_which_of_two_hours_is_meant(offset: str, hour: int) -> None:
    bench = bench_of(f"2023-10-29 01:30{offset}", zone="Europe/London")
    read = bench.time(bench.page.whole, "YYYY-MM-DD HH:mmZ", qualifier="after")
    assert read.earliest_utc is not None
    assert read.earliest_utc.hour == hour


def test_without_formats_times_are_read_as_prose_tells_them() -> None:
    bench = bench_of("shortly before 9pm on 3 May 2024")
    read = bench.time(bench.page.whole)
    assert (read.qualifier, read.stated) == ("shortly_before", "2024-05-03T21:00")


def test_what_prose_leaves_out_is_told() -> None:
    bench = bench_of("9pm on 3 May", published="2024-05-06")
    assert bench.time(bench.page.whole).stated == "2024-05-03T21:00"
    assert codes(bench) == ["TL605"]


def test_a_day_told_elsewhere_is_not_assumed_by_words_of_prose() -> None:
    bench = bench_of("shortly before 9pm")
    read = bench.time(bench.page.whole, day=date(2024, 5, 3))
    assert (read.stated, read.assumed) == ("2024-05-03T21:00", ())
    assert codes(bench) == []


@pytest.mark.parametrize("words", ["no time", "9pm and 10pm on 3 May 2024", "at 9pm x"])
def test_words_that_are_not_one_time_are_told(words: str) -> None:
    bench = bench_of(words, published="2024-05-06")
    assert bench.time(bench.page.whole) == Moment.unknown(words)
    assert codes(bench) == ["TL655"]


@given(st.text(max_size=30), st.sampled_from(["HHmm", "D/M/YY HH:mmZ", "MMM D", ""]))
def test_no_words_make_it_raise(words: str, form: str) -> None:
    page = Page(words)
    bench = Workbench(Document(words, zone="Europe/London", published=FIRST), page)
    formats = (form,) if form else ()
    assert isinstance(bench.time(page.whole, *formats), Moment)
