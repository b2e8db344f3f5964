"""What may be done to a text without a change in the times that it tells."""

from __future__ import annotations

import textwrap
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.text import find_times

LONDON = "Europe/London"
PUBLISHED = date(2024, 5, 10)
Value = tuple[str, str, str] | None

# Sentences of many forms, none of whose words is another in capitals.
TOLD = (
    "Police were called at 11.40pm on Friday, 3 May 2024 to a house in Leeds.",
    "Officers arrived shortly after midnight and left about 20 minutes later.",
    "At 19:36 hours (7:36 p.m.) on Saturday, 4 May he was seen by the river.",
    "He was found at half past eight the next morning by a dog walker.",
    "The inquest was adjourned until Monday 3 June at 10am.",
    "Between 9 and 10 last night a second call was made to the force.",
    "On the night of 3-4 May a man was taken to hospital.",
    "He'd been released three weeks earlier, on New Year's Day.",
    "Just before 0445hrs, on 5/5/2024, a shot was heard at the scene.",
    "In the early hours of yesterday an arrest was made in the town.",
    "An hour and a half later, at around ten to four, he was released.",
    "The road was shut from 9pm on Sunday to 3am on Monday.",
)
TEXTS = st.lists(st.sampled_from(TOLD), min_size=1, max_size=5, unique=True)


def values(text: str) -> list[Value]:
    """What the times of a text mean, without their words."""
    found = find_times(text, published=PUBLISHED, zone=LONDON)
    return [
        None if m is None else (m.stated, m.qualifier.value, m.part or "")
        for m in (each.moment for each in found)
    ]


@pytest.mark.parametrize(
    "blank", ["\xa0", "\u2009", "\u202f", "\t", "Â\xa0", "\u200b ", "  "]
)
@given(TEXTS)
def test_any_blank_is_a_space(blank: str, told: list[str]) -> None:
    text = " ".join(told)
    assert values(text.replace(" ", blank)) == values(text)


@pytest.mark.parametrize("mark", ["’", "â€™", "‘"])
@given(TEXTS)
def test_any_apostrophe_is_one(mark: str, told: list[str]) -> None:
    text = " ".join(told)
    assert values(text.replace("'", mark)) == values(text)


@pytest.mark.parametrize("dash", ["–", "\u2011", "\u2212", "â€“"])
@given(TEXTS)
def test_any_dash_is_one(dash: str, told: list[str]) -> None:
    text = " ".join(told)
    assert values(text.replace("-", dash)) == values(text)


@given(TEXTS)
def test_capitals_change_no_value(told: list[str]) -> None:
    text = " ".join(told)
    assert values(text.upper()) == values(text)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@given(told=TEXTS, width=st.integers(min_value=44, max_value=120))
def test_lines_may_be_wrapped_anywhere(
    ending: str, told: list[str], width: int
) -> None:
    text = " ".join(told)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    assert values(ending.join(lines)) == values(text)


@given(TEXTS)
def test_a_quote_about_it_changes_no_value(told: list[str]) -> None:
    assert values(" ".join(f"“{each}”" for each in told)) == values(" ".join(told))


@pytest.mark.parametrize(
    "digits", ["２１:００", "٩pm", "²1:00"], ids=["wide", "arabic", "raised"]
)
def test_digits_of_other_scripts_are_left_alone(digits: str) -> None:
    assert values(f"At {digits} he rang.") == []


DAYS = st.dates(min_value=date(2024, 4, 1), max_value=date(2024, 5, 9))
CLOCKS = st.times().map(lambda each: each.replace(second=0, microsecond=0))
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def clock_words(moment: datetime) -> list[str]:
    """The ways to write a clock time that tell its half of the day."""
    hour = moment.hour % 12 or 12
    half = "am" if moment.hour < 12 else "pm"
    minute = f"{moment.minute:02}"
    return [
        f"{moment:%H:%M} hours",
        f"{moment:%H%M}hrs",
        f"{moment:%H.%M}hrs",
        f"{hour}.{minute}{half}",
        f"{hour}:{minute} {half[0]}.m.",
        f"{hour}:{minute} {half.upper()}",
        f"{moment:%H:%M} hours ({hour}:{minute} {half})",
        f"{hour}:{minute} {half[0]}.m. ({moment:%H%M} hours)",
    ]


def day_words(day: datetime) -> list[str]:
    """The ways to write a day of the last weeks, with and without its year."""
    nth = f"{day.day}{ORDINALS.get(day.day, 'th')}"
    return [
        f"{day:%A}, {day.day} {day:%B %Y}",
        f"{day:%A} {nth} {day:%B}",
        f"{day.day} {day:%b %Y}",
        f"the {nth} of {day:%B}",
        f"{day:%B} {nth}, {day:%Y}",
        f"{day:%a}., {day:%B} {day.day}",
        f"{day:%A} ({day:%B} {day.day})",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%d-%b-%Y}",
    ]


@st.composite
def phrases(draw: st.DrawFn) -> tuple[str, str, str]:
    """A time phrase, its value and its qualifier."""
    moment = datetime.combine(draw(DAYS), draw(CLOCKS))
    bend, how = draw(
        st.sampled_from(
            [
                ("", "exact"),
                ("about ", "about"),
                ("at approximately ", "about"),
                ("just before ", "shortly_before"),
                ("shortly after ", "shortly_after"),
                ("no later than ", "by"),
            ]
        )
    )
    clock = bend + draw(st.sampled_from(clock_words(moment)))
    day = draw(st.sampled_from(day_words(moment)))
    joined = draw(st.sampled_from(["{c} on {d}", "{d} at {c}", "{d}, {c}"]))
    if bend:
        joined = "{c} on {d}"
    value = moment.isoformat(timespec="minutes")
    return joined.format(c=clock, d=day), value, how


@given(phrases())
def test_a_phrase_is_read_back_as_it_was_meant(phrase: tuple[str, str, str]) -> None:
    words, value, how = phrase
    text = f"He was seen by officers {words} in a street nearby."
    assert values(text) == [(value, how, "")]


@given(DAYS, CLOCKS, st.integers(min_value=2, max_value=59))
def test_a_count_lies_as_far_from_its_base_as_it_says(
    day: date, clock: datetime, count: int
) -> None:
    base = datetime.fromisoformat(f"{day}T{clock:%H:%M}")
    text = f"He rang at {base:%H:%M} hours on {base.day} {base:%B %Y}."
    later, earlier = (
        values(f"{text} He fell {count} minutes {way}.")[-1]
        for way in ("later", "earlier")
    )
    for found, moved in ((later, count), (earlier, -count)):
        when = base + timedelta(minutes=moved)
        assert found is not None
        assert found[0] == when.isoformat(timespec="minutes")


@pytest.mark.parametrize(
    "told",
    [
        "He was 24, a 24-year-old, aged between 12 and 13, and 5-foot-10.",
        "Under Section 24 of the 1998 Act, s.15 and Rule 11.30 he was charged.",
        "He drove on Highway 101, Route 2015 and the A12 at 20 to 30 mph.",
        "He dialled 911, then 999, then 101 or 1800 333 000 or 020 7946 0100.",
        "Case 2014-198, 21-OFD-363, CAD 2015/3MAY and crime no. 1234/24.",
        "At Unit 12, room 1015, 1600 Pennsylvania Avenue and 12th Street.",
        "A 9 mm pistol, a .45, $1,800, £19.30 and 2015 euros.",
        "May Street, March Road and April Smith. The Sun newspaper. Sunday Times.",
        "See https://example.org/2024/05/03/news-2015 or a.2015@example.org.",
        "The score was 2-1, 10-4, 24/7, 9/11, Code 3, odds of 9 to 1.",
        "A 20-year sentence, for two hours, every Friday, at times, one day.",
        "Lines are open weekdays 9am to 5pm; Monday to Friday, 9am to 5pm.",
        "Lines are open 9am to 5pm, Monday to Friday, and 9am to 1pm daily.",
        "A second officer, the second one, split seconds, the other day.",
        "At the time of writing, at the same time, days later, hours later.",
        "He stayed for the next 20 minutes, over the next two days and all day.",
    ],
)
def test_what_is_no_time_is_left_out(told: str) -> None:
    found = find_times(told, published=PUBLISHED, zone=LONDON)
    assert [each.text for each in found] == []


_SHAPES = (
    *("1", "1-2-", "((((", "the ", "and ", "9pm and ", "3, 3rd, ", "between ", "9pm\n"),
    *(
        "twenty ",
        "one hundred and ",
        "half an ",
        "a\n",
        "that ",
        "1/1/",
        "’",
        "(3 May ",
    ),
)


def _cost(text: str) -> float:
    """The least processor time of two readings."""
    spent = []
    for _ in range(2):
        begun = time.process_time()
        find_times(text, published=PUBLISHED, zone=LONDON)
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("shape", _SHAPES)
def test_eight_times_the_text_is_no_more_than_linear_work(shape: str) -> None:
    short, long = (_cost(shape * (size // len(shape))) for size in (2_000, 16_000))
    assert long < 0.05 or long / short < 32  # a square law would make it 64


def test_the_examples_are_of_many_forms() -> None:
    file = Path(__file__).with_name("times.txt")
    assert file.read_text("utf-8").count("%%\n") > 600
