from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidMomentError, UnknownZoneError
from incident_timeline.moments import Moment
from incident_timeline.text import TimeMention, find_times

LONDON = "Europe/London"
PUBLISHED = "2023-11-24"
_WORDS = (
    "at about 9pm 19:59hrs 9.30pm 0351 hours noon midnight on Monday Sunday 3 June 23"
    " November 2023 the following day that evening two minutes later yesterday last"
    " night between and until to - – ( ) , . ; \n \n\n May March 1 12 31 25:00 2.15 of"
    " in early hours shortly before after by since week ago next month year from"
    " o'clock half past ten the shooting within 911 23/11/2023 2023-11-23T19:59 GMT EST"
    " overnight today's İ"
).split(" ")
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_WORDS), max_size=24).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=24).map("".join),
)
ZONES = st.sampled_from((LONDON, "America/Chicago", "Australia/Sydney", "+05:30"))
DAYS = st.none() | st.dates(min_value=date(3, 1, 1), max_value=date(9997, 12, 31))


def written(mention: TimeMention) -> str:
    """The mention as the examples write it."""
    if mention.moment is None:
        return f"{mention.text} ! {mention.remarks[0].message}"
    moment = mention.moment
    words = [f"{mention.text} = {moment.stated}"]
    if moment.qualifier != "exact":
        words.append(moment.qualifier.value)
    if moment.part is not None:
        words.append(moment.part.value)
    return " ".join(words)


def examples() -> Iterator[tuple[str | None, str, str, list[str]]]:
    """Each example's day of publication, zone, text and times."""
    published, zone = "", ""
    file = Path(__file__).with_name("times.txt")
    for block in file.read_text("utf-8").split("%%\n")[1:]:
        lines = block.splitlines()
        if lines[0].startswith("@ "):
            published, zone = lines.pop(0)[2:].split()
        text = [line for line in lines if not line.startswith("=> ")]
        times = [line[3:] for line in lines if line.startswith("=> ")]
        yield published.strip("-") or None, zone, "\n".join(text), times


@pytest.mark.parametrize(("published", "zone", "text", "times"), [*examples()])
def test_an_account_is_read_as_a_careful_reader_would(
    published: str | None, zone: str, text: str, times: list[str]
) -> None:
    found = find_times(text, published=published, zone=zone)
    assert [written(mention) for mention in found] == times


@pytest.mark.parametrize(
    ("text", "words", "problem"),
    [
        ("On 31 November he fell.", "31 November", "there is no 31 November 2023"),
        ("On 29 February 2023.", "29 February 2023", "there is no 29 February 2023"),
        ("On 32/11/2023 he fell.", "32/11/2023", "there is no 32 November 2023"),
        ("On 23/23/2023 he fell.", "23/23/2023", "there is no 23 month 23 2023"),
        ("At 25:00 he fell.", "25:00", "25:00 is no time of day"),
        ("At 9.75pm he fell.", "9.75pm", "09:75 is no time of day"),
        ("At 19:59:75 he fell.", "19:59:75", "19:59:75 is no time of day"),
        (
            "At 01:30 on 26 March 2023 he fell.",
            "01:30 on 26 March 2023",
            (
                "2023-03-26T01:30 never happened in Europe/London: the clocks went"
                " forward over it"
            ),
        ),
        ("From 2014-10 it fell.", "From 2014-10", "2014-10 ends before it begins"),
        ("On 0000-01-01 he fell.", "0000-01-01", "there is no 1 January 0"),
    ],
)
def test_a_time_that_cannot_be_is_found_and_named(
    text: str, words: str, problem: str
) -> None:
    (mention,) = find_times(text, published=PUBLISHED, zone=LONDON)
    assert mention.text == words
    assert mention.moment is None
    assert mention.remarks[0].message == problem


def test_a_wrong_weekday_is_told_and_the_date_wins() -> None:
    text = "On Monday 22 November 2023 he died."
    (mention,) = find_times(text, published=PUBLISHED, zone=LONDON)
    assert mention.moment is not None
    assert mention.moment.stated == "2023-11-22"
    assert mention.remarks[0].message == "2023-11-22 is a Wednesday, not a Monday"


@pytest.mark.parametrize(
    ("text", "source", "assumed"),
    [
        ("on 22 November 2023 at 9pm", "stated", ()),
        ("on 22 November at 9pm", "year", ("year",)),
        ("on Monday", "weekday", ("year", "month", "day")),
        ("yesterday", "publication", ("year", "month", "day")),
        ("at 9 o'clock", "publication", ("year", "month", "day", "half_day")),
    ],
)
def test_a_mention_says_what_was_filled_in_and_from_where(
    text: str, source: str, assumed: tuple[str, ...]
) -> None:
    (mention,) = find_times(text, published=PUBLISHED, zone=LONDON)
    assert mention.moment is not None
    assert (mention.resolved_from, mention.moment.assumed) == (source, assumed)


@pytest.mark.parametrize(
    ("word", "hour"), [("BST", 0), ("GMT", 1), ("UTC", 1), ("EST", 6), ("CEST", 23)]
)
def test_a_zone_word_picks_the_hour_of_an_autumn_night(word: str, hour: int) -> None:
    text = f"At 1.30am {word} on 29 October 2023 he rang."
    (mention,) = find_times(text, published=PUBLISHED, zone=LONDON)
    assert mention.moment is not None
    assert mention.moment.earliest_utc is not None
    assert mention.moment.earliest_utc.hour == hour
    assert mention.moment.width is not None
    assert mention.moment.width.total_seconds() < 60


def test_without_its_zone_word_an_autumn_time_may_be_either() -> None:
    (mention,) = find_times("1.30am on 29 October 2023", zone=LONDON)
    assert mention.moment is not None
    assert mention.moment.width is not None
    assert mention.moment.width.total_seconds() > 3600


@pytest.mark.parametrize(
    ("zone", "word", "offset"),
    [
        (
            "America/New_York",
            "EST",
            4,
        ),  # of a July evening: the local time all the same
        ("Australia/Sydney", "EST", -10),  # the zone's own standard time
        ("America/New_York", "Eastern Daylight Time", 4),
        ("America/New_York", "local time", 4),
        ("America/New_York", "est", 4),  # no zone word in lower case
        ("America/New_York", "PDT", 7),
        ("Europe/London", "NST", 3.5),
    ],
)
def test_a_zone_word_counts_where_it_is_another_zone(
    zone: str, word: str, offset: float
) -> None:
    text = f"At 19:30 {word} on 3 July 2023 he rang."
    found = find_times(text, zone=zone)
    assert found[0].moment is not None
    instant = found[0].moment.earliest_utc
    assert instant is not None
    local = datetime(2023, 7, 3, 19, 30, tzinfo=UTC)
    assert (instant - local).total_seconds() == offset * 3600


@pytest.mark.parametrize("stamp", ["2023-07-03T19:30Z", "2023-07-03T20:30+01:00"])
def test_a_time_stamp_keeps_its_own_offset(stamp: str) -> None:
    (mention,) = find_times(stamp, zone="America/New_York")
    assert mention.moment is not None
    assert mention.moment.earliest_utc == datetime(2023, 7, 3, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "published",
    [
        "2023-11-24",
        "2023-11-24T09:00:00",
        date(2023, 11, 24),
        datetime(2023, 11, 24, 9, tzinfo=UTC),
        Moment.at("2023-11-24", zone=LONDON),
    ],
)
def test_publication_is_a_date_however_it_is_given(
    published: str | date | Moment,
) -> None:
    (mention,) = find_times("yesterday", published=published, zone=LONDON)
    assert mention.moment is not None
    assert mention.moment.stated == "2023-11-23"


def test_a_publication_of_unknown_date_is_none() -> None:
    (mention,) = find_times("yesterday", published=Moment.unknown(), zone=LONDON)
    assert mention.moment is None
    assert "publication" in mention.remarks[0].message


@pytest.mark.parametrize("published", ["soon", "", date(1, 1, 1), date(9999, 1, 1)])
def test_a_publication_that_is_no_date_is_refused(published: str | date) -> None:
    with pytest.raises(InvalidMomentError, match=r"date|year"):
        find_times("yesterday", published=published, zone=LONDON)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZoneError):
        find_times("", zone="Europe/Nowhere")


def test_headings_and_datelines_are_told_apart() -> None:
    text = (
        "LEEDS, 24 November – He rang.\n\nMonday 20 November\n\nAt 9pm – no – he left."
    )
    dateline, heading, clock = find_times(text, published=PUBLISHED, zone=LONDON)
    assert (dateline.is_dateline, dateline.is_heading) == (True, False)
    assert (heading.is_dateline, heading.is_heading) == (False, True)
    assert (clock.is_dateline, clock.is_heading) == (False, True)


@given(TEXTS, DAYS, ZONES)
def test_any_text_is_read_into_ordered_disjoint_quotes(
    text: str, published: date | None, zone: str
) -> None:
    done = 0
    for mention in find_times(text, published=published, zone=zone):
        assert done <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert (mention.moment is not None) or mention.remarks[0].message
        if mention.moment is not None:
            assert mention.moment.text == mention.text
        done = mention.end


@given(TEXTS, DAYS)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    first = find_times(text, published=published, zone=LONDON)
    assert find_times(text, published=published, zone=LONDON) == first


@given(TEXTS, st.integers(min_value=1, max_value=300))
def test_blank_lines_before_a_text_move_its_times_and_change_nothing_else(
    text: str, count: int
) -> None:
    plain = find_times(text, published=PUBLISHED, zone=LONDON)
    moved = find_times("\n" * count + text, published=PUBLISHED, zone=LONDON)
    assert [(m.start - count, m.moment, m.remarks) for m in moved] == [
        (m.start, m.moment, m.remarks) for m in plain
    ]


_HOSTILE = (
    *("1", "at ", " ", "\n ", "on the ", "1-", "1 to ", "May ", "between ", "year of "),
    *("2 hours and ", "12:", "İ", "\r\n", "that that "),
)
_DENSE = (
    *(
        "Monday ",
        "19:59 ",
        "two minutes later ",
        "9pm to ",
        "today, ",
        "(today ",
        "3 June ",
    ),
    *(
        "two hours after the shooting ",
        "Shot. 9pm ",
        "9pm on ",
        "last night at ",
        "Sun 1 ",
    ),
)


@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_long_run_of_anything_is_read(piece: str) -> None:
    text = (piece * (40_000 // len(piece) + 1))[:40_000]
    assert len(find_times(text, published=PUBLISHED, zone=LONDON)) <= 1


@pytest.mark.parametrize("piece", _DENSE)
def test_many_times_on_one_line_are_read(piece: str) -> None:
    found = find_times(piece * 300, published=PUBLISHED, zone=LONDON)
    assert len(found) >= 150
