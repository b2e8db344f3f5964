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
    """Times that go on by up to 12 hours, some with a late line of less than 6.

    Across midnight a line is late by less than 2, and near the evening's last.
    """
    at = datetime(2023, 11, 23) + timedelta(minutes=draw(st.integers(0, 1439)))
    course = [at]
    for _ in range(draw(st.integers(0, 6))):
        before = course[-1]
        at += timedelta(minutes=draw(st.integers(0, 720)))
        course.append(at)
        late = at - timedelta(minutes=draw(st.integers(0, 359)))
        near = before.date() == late.date() and max(
            abs(before - late), at - late
        ) < timedelta(hours=2)
        if draw(st.booleans()) and (late.date() == at.date() or near):
            course.append(late)
            if late.date() != at.date():
                break
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


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Niue"])
def test_the_calendars_last_day_has_no_next(zone: str) -> None:
    bench = bench_of("2350\n0010", zone=zone)
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


def days(text: str, *forms: str, **known: object) -> list[str]:
    bench = bench_of(text, **({"published": "2023-11-23"} | known))
    return [bench.time(one, *forms).stated for one in bench.lines()]


@pytest.mark.parametrize("forms", [("HH:mm", "YYYY-MM-DD HH:mm"), ()])
def test_what_is_no_time_moves_no_day(forms: tuple[str, ...]) -> None:
    assert days("20:13\n99:99\n20:15", *forms)[2] == "2023-11-23T20:15"
    told = days("2023-11-22 99:99\n20:15\n02:00\n2023-11-23 23:59\n00:10", *forms)
    assert told[1] == "2023-11-23T20:15"
    assert told[-1] == "2023-11-24T00:10"


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ("23:10 00:10 18:30 23:50 00:20 06:00", "23 24 24 24 25 25"),
        ("23:10 00:10 22:30 00:20", "23 24 23 24"),
        ("12:00 00:10 23:50", "23 24 24"),
        ("23:50 00:10 02:30 23:40", "23 24 24 24"),
    ],
)
def test_a_line_is_late_only_just_after_midnight(clocks: str, expected: str) -> None:
    told = days(clocks.replace(" ", "\n"), "HH:mm")
    assert " ".join(one[8:10] for one in told) == expected


def test_clocks_told_in_prose_go_on_from_day_to_day() -> None:
    words = ("9pm on 3 May 2024", "11pm", "1am", "that evening", "between 2am and 3am")
    bench = bench_of("\n".join([*words, "yesterday at 9pm"]))
    told = [bench.time(one).stated for one in bench.lines()]
    assert told[:3] == ["2024-05-03T21:00", "2024-05-03T23:00", "2024-05-04T01:00"]
    assert told[3:] == [
        "2024-05-04",
        "2024-05-04T02:00/2024-05-04T03:00",
        "2024-05-03T21:00",
    ]
    assert codes(bench) == ["TL653"]


def test_a_month_told_in_prose_is_no_day() -> None:
    bench = bench_of("in May 2024")
    assert bench.time(bench.page.whole.cut(3)).stated == "2024-05"
    assert bench.day is None


def test_prose_takes_a_qualifier_and_a_fold() -> None:
    bench = bench_of("1.30am on 29 October 2023", zone="Europe/London")
    both, second = (bench.time(bench.page.whole, fold=f) for f in (None, 1))
    assert both.earliest_utc != second.earliest_utc
    assert bench.time(bench.page.whole, qualifier="about").qualifier == "about"


@pytest.mark.parametrize(
    ("published", "written", "year"),
    [
        ("2023-11-23", "23/11/68", 1968),
        ("2023-11-23", "23/11/23", 2023),
        ("2023-11-23", "05/01/24", 2024),
        (None, "23/11/68", 2068),
    ],
)
def test_a_century_is_chosen_by_the_day_of_publication_and_told_once(
    published: str | None, written: str, year: int
) -> None:
    bench = bench_of(f"{written}\n{written}", published=published)
    read = [bench.time(one, "DD/MM/YY").stated for one in bench.lines()]
    assert read == [f"{year}-{written[3:5]}-{written[:2]}"] * 2
    assert codes(bench) == ["TL605"]


def test_a_lone_day_is_of_the_month_that_runs() -> None:
    assert days("24 0010", "DD HHmm") == ["2023-10-24T00:10"]
    bench = bench_of("24 0010")
    read = bench.time(bench.page.whole, "DD HHmm", day=FIRST)
    assert (read.stated, read.assumed) == ("2023-11-24T00:10", ())
    bench.day = FIRST
    read = bench.time(bench.page.whole, "DD HHmm")
    assert (read.stated, read.assumed) == ("2023-11-24T00:10", ("year", "month"))
    assert codes(bench) == ["TL605"]


@pytest.mark.parametrize(("offset", "zone"), [("Z", "UTC"), ("+01:00", "+01:00")])
def test_a_day_with_an_offset_is_a_day_there(offset: str, zone: str) -> None:
    bench = bench_of(f"2023-11-23 {offset}", zone=None)
    read = bench.time(bench.page.whole, "YYYY-MM-DD Z")
    assert (read.stated, read.zone, codes(bench)) == ("2023-11-23", zone, [])


def test_the_forms_expected_are_named_and_words_cut() -> None:
    bench = bench_of("x" * 99)
    bench.time(bench.page.whole, "HHmm", "HH:mm")
    (found,) = bench.parsed().findings
    assert found.message.endswith("x… is no time of the form 'HHmm' or 'HH:mm'")


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
