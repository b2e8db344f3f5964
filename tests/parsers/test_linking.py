"""What a text says of the order of its events: links, bounds, and what is unused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from incident_timeline.model import Incident
from incident_timeline.moments import DEFAULT_VAGUENESS
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.press_release import PRESS_RELEASE

Stated = tuple[str, str, str, timedelta | None, timedelta | None]
LEAD = "Here it is.\n\nIt is told.\n\n"
SHORTLY, AT_ONCE = DEFAULT_VAGUENESS.shortly, DEFAULT_VAGUENESS.immediately
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def parse(text: str) -> Parsed:
    known = Document(LEAD + text, published=date(2024, 5, 5), zone="Europe/London")
    return PRESS_RELEASE.parse(known)


def stated(incident: Incident) -> list[Stated]:
    return [
        (
            incident.event(link.event_id).kind,
            link.relation.value,
            incident.event(link.other_id).kind,
            link.least,
            link.greatest,
        )
        for link in incident.links
    ]


@pytest.mark.parametrize(
    ("words", "least", "greatest"),
    [
        ("Then", None, None),
        ("Within minutes", None, HOUR),
        ("Later", None, None),
        ("Subsequently,", None, None),
        ("Afterwards,", None, None),
        ("After that,", None, None),
        ("Following this,", None, None),
        ("As a result,", None, None),
        ("In response,", None, None),
        ("Next,", None, None),
        ("Finally,", None, None),
        ("Eventually", None, None),
        ("Some time later", None, None),
        ("Immediately,", None, AT_ONCE),
        ("Moments later", None, AT_ONCE),
        ("Seconds later,", None, AT_ONCE),
        ("Shortly afterwards", None, SHORTLY),
        ("Shortly after,", None, SHORTLY),
        ("Soon after,", None, SHORTLY),
        ("A short time later", None, SHORTLY),
        ("A short while later", None, SHORTLY),
        ("Within minutes,", None, HOUR),
        ("Minutes later", None, HOUR),
        ("A few minutes later", None, HOUR),
        ("Within an hour,", None, HOUR),
        ("Hours later", None, DAY),
        ("Ten minutes later", minutes(10), minutes(10)),
        ("Less than ten minutes later", None, minutes(10)),
        ("More than ten minutes later", minutes(10), None),
        ("About half an hour later", minutes(0), minutes(60)),
    ],
)
def test_words_at_the_head_of_a_sentence_put_its_event_after_the_last_one(
    words: str, least: timedelta | None, greatest: timedelta | None
) -> None:
    incident = parse(f"Officers arrived. {words} the man ran off.").incidents[0]
    assert stated(incident) == [("movement", "after", "arrival", least, greatest)]
    (link,) = incident.links
    assert words.strip(",").lower() == link.citations[0].quote.lower()


@pytest.mark.parametrize(
    "words",
    [
        "Meanwhile",
        "At the same time",
        "By then",
        "Later on Monday",
        "In the meantime",
        "Simultaneously",
    ],
)
def test_words_that_state_no_order_make_no_link(words: str) -> None:
    assert (
        stated(parse(f"Officers arrived. {words} the man ran off.").incidents[0]) == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers arrived and the man died shortly afterwards.",
         ("death_pronouncement", "after", "arrival", None, SHORTLY)),
        ("Officers arrived and, moments later, the man ran off.",
         ("movement", "after", "arrival", None, AT_ONCE)),
        ("The man was arrested. He died minutes later.",
         ("death_pronouncement", "after", "arrest", None, HOUR)),
        ("Officers arrived. The man then ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Officers arrived. It rained. The man then ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Officers arrived, and then the man ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Officers arrived, at which point the man ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Officers arrived, whereupon the man ran off.",
         ("movement", "after", "arrival", None, None)),
        ("The man ran off after officers arrived.",
         ("movement", "after", "arrival", None, None)),
        ("The man ran off once officers arrived.",
         ("movement", "after", "arrival", None, None)),
        ("The man ran off as soon as officers arrived.",
         ("movement", "after", "arrival", None, None)),
        ("The man ran off shortly after officers arrived.",
         ("movement", "after", "arrival", None, SHORTLY)),
        ("The man ran off moments after officers arrived.",
         ("movement", "after", "arrival", None, AT_ONCE)),
        ("The man ran off minutes after officers arrived.",
         ("movement", "after", "arrival", None, HOUR)),
        ("The man ran off before officers arrived.",
         ("movement", "before", "arrival", None, None)),
        ("The man ran off shortly before officers arrived.",
         ("movement", "before", "arrival", None, SHORTLY)),
        ("After officers arrived, the man ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Shortly after officers arrived, the man ran off.",
         ("movement", "after", "arrival", None, SHORTLY)),
        ("Once officers arrived, the man ran off.",
         ("movement", "after", "arrival", None, None)),
        ("Before officers arrived, the man ran off.",
         ("movement", "before", "arrival", None, None)),
        ("The man was handcuffed until paramedics arrived.",
         ("restraint", "before", "medical_attendance", None, None)),
        ("Officers were called. During the call, the man left the flat.",
         ("movement", "during", "call", None, None)),
        ("Officers gave chase. The man was arrested after the chase.",
         ("arrest", "after", "pursuit", None, None)),
        ("Police shot the man. Following the shooting, officers were arrested.",
         ("arrest", "after", "shots", None, None)),
        ("Police shot the man. Prior to the shooting, officers arrived.",
         ("arrival", "before", "shots", None, None)),
        ("Officers arrived. It rained. On arrival, they were attacked by a man.",
         ("attack", "after", "arrival", None, None)),
        ("Police shot the man. An officer arrived. Medics immediately treated him.",
         ("medical_attendance", "after", "shots", None, AT_ONCE)),
        ("Staff called the police. Ten minutes after the call, officers arrived.",
         ("arrival", "after", "call", minutes(10), minutes(10))),
        ("Staff called the police. Officers arrived 62 minutes after the call.",
         ("arrival", "after", "call", minutes(62), minutes(62))),
        ("The man was arrested. Two days later he died.",
         ("death_pronouncement", "after", "arrest", DAY, 3 * DAY)),
        ("Officers arrested the man. Earlier, he stabbed a clerk.",
         ("attack", "before", "arrest", None, None)),
    ],
)  # fmt: skip
def test_what_a_connective_says_becomes_a_link(text: str, expected: Stated) -> None:
    assert stated(parse(text).incidents[0]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Officers arrived. The man ran off. He was caught.",
        "Officers arrived, and the man ran off.",
        "Officers arrived as the man ran off.",
        "Officers arrived when the man ran off.",
        "Officers arrived while the man ran off.",
        "Officers arrived. It rained. It snowed. It froze. The man then ran off.",
        "Officers arrived. It was then that it rained.",
        "The man stabbed a clerk. During the attack, officers arrived.",
        "The jury found that he fell. Later he died.",
        "Officers arrived at 9pm on 3 May 2024. Ten minutes later the man ran off.",
        (
            "After a night in the cold outer yard of that big old mill and long hall "
            "officers arrived, the man ran off."
        ),
        "The IOPC is investigating the events before shots were fired by police.",
        "Officers arrived after a long night and arrested the man.",
    ],
)
def test_an_order_that_is_not_stated_is_no_link(text: str) -> None:
    assert stated(parse(text).incidents[0]) == []


def test_what_is_told_by_the_way_is_not_what_a_sequel_follows() -> None:
    text = "Officers arrested the man, who had stabbed a clerk. Later he died."
    incident = parse(text).incidents[0]
    assert ("death_pronouncement", "after", "arrest", None, None) in stated(incident)


def test_a_telling_again_stands_for_its_event() -> None:
    text = "Shots were fired by police. It rained. The shooting ended. Later he died."
    incident = parse(text).incidents[0]
    assert [(k, r, o) for k, r, o, *_ in stated(incident)] in (
        [("death_pronouncement", "after", "shots")],
        [],
    )


@pytest.mark.parametrize(
    "text",
    ["Shortly afterwards officers arrived.", "Ten minutes later officers arrived."],
)
def test_words_of_order_that_order_nothing_are_a_finding(text: str) -> None:
    parsed = parse(text)
    assert stated(parsed.incidents[0]) == []
    (found,) = [f for f in parsed.findings if f.code == "TL619"]
    assert text.startswith(found.raw)


def test_words_of_order_that_are_used_or_order_no_event_are_none() -> None:
    for text in ("Officers arrived. Later the man ran off.", "Later it rained."):
        assert "TL619" not in [f.code for f in parse(text).findings]
