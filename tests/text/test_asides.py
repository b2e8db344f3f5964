"""Relative clauses inside a sentence, and whose words are whose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import incident_timeline.text as face
from incident_timeline.text import (
    Cue,
    Focus,
    Mention,
    Span,
    Speakers,
    asides,
    attributions,
    default_lexicon,
    find_items,
    find_times,
    sentences,
    short_names,
)

SPEAKERS = Speakers.of(default_lexicon())


def people_of(told: str, span: Span | None = None) -> tuple[Mention, ...]:
    names = [Cue(kind="oversight", pattern=n.short) for n in short_names(told)]
    known = SPEAKERS.named(names)
    return known.mentions(told, span or Span(0, len(told)), Focus())


def cut(told: str) -> list[str]:
    found = asides(told, Span(0, len(told)), people_of(told))
    return [aside.of(told) for aside in found]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The man, who is 40, was arrested.", ["who is 40"]),
        ("The man, who fled, later died.", ["who fled"]),
        ("The man, whose family know, was found dead.", ["whose family know"]),
        ("The officers, one of whom fired, were unhurt.", ["whom fired"]),
        ("The knife, which is old, was found.", ["which is old"]),
        ("The man who was shot was arrested.", ["who was shot "]),
        (
            "The man, who fled, died, and the woman, who hid, was found.",
            ["who fled", "who hid"],
        ),
        ("Officers saw the man, who fled, hid and was found.", []),
        ("The man, who fled, and was found.", []),
        ("The man (who is 40) was arrested.", ["who is 40"]),
        ("The man (who is 40.", []),
        ("The man – who is 40 – was arrested.", ["who is 40"]),
        ("The man – who is 40.", []),
        ("The man, who was armed and was seen.", []),
        ("The man who was armed and was seen.", []),
        ("The man who officers said was armed was arrested.", []),
        ("The man who ran.", []),
        ("The man who lives there.", []),
        ("They came at nine, who was there, was seen.", []),
        (", who was there, was seen.", []),
    ],
)
def test_an_aside_lies_between_a_subject_and_its_verb(
    told: str, found: list[str]
) -> None:
    assert cut(told) == found


def test_a_relative_word_inside_an_aside_opens_no_other() -> None:
    told = "The man, the man, who fled the man who was hit, was found."
    found = asides(told, Span(0, len(told)), people_of(told))
    assert [a.of(told) for a in found] == ["who fled the man who was hit"]


@given(
    st.lists(
        st.sampled_from(
            "the man|,| who |which |was |fled|and |. |police |said ".split("|")
        )
    ).map("".join)
)
def test_asides_are_in_order_apart_and_inside_their_sentence(told: str) -> None:
    for sentence in sentences(told):
        done = sentence.start
        for aside in asides(told, sentence, people_of(told, sentence)):
            assert done <= aside.start < aside.end <= sentence.end
            done = aside.end


def test_what_is_said_in_an_aside_ends_with_it() -> None:
    told = "The man, who is believed to be 40, was found dead."
    whole = Span(0, len(told))
    people = people_of(told)
    (said,) = attributions(told, whole, people, around=asides(told, whole, people))
    assert said.force == "believed"
    assert told[said.start : said.end] == " to be 40"


def speaker(told: str) -> str:
    first, second = sentences(told)
    (said,) = attributions(
        told, second, people_of(told, second), earlier=people_of(told, first)
    )
    return said.speaker


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The man fled. He said that it was late.", "The man"),
        ("The man hit another man. He said that it was late.", ""),
        ("The man met a man. He said that it was late.", "a man"),
        ("It was late. It said that a man fled.", ""),
        ("The man fled. We said that it was late.", ""),
        ("The man fled. Police who said so left.", "Police"),
        ("Nothing fell. He said that it was late.", ""),
    ],
)
def test_a_pronoun_that_speaks_stands_for_one_body_or_for_nobody(
    told: str, who: str
) -> None:
    assert speaker(told) == who


def test_a_name_with_its_short_form_is_one_mention() -> None:
    told = "The Office for Police Complaints (OPC) has begun."
    (mention,) = people_of(told)
    assert mention.of(told) == "The Office for Police Complaints (OPC)"
    assert mention.subject
    told = "It went to the Office for Police Complaints (OPC) at once."
    assert [m.subject for m in people_of(told) if m.of(told).endswith(")")] == [False]


def test_an_acronym_in_brackets_without_a_name_is_itself() -> None:
    told = "The Police Office (OPC) came. It ran (OPC)."
    people = people_of(told, sentences(told)[1])
    assert [m.of(told) for m in people if not m.pronoun] == ["OPC"]


@pytest.mark.parametrize("title", ["Officer", "Garda", "Constable", "PC"])
def test_a_lettered_officer_ends_a_sentence(title: str) -> None:
    told = f"He ran from {title} A. {title} B fell."
    assert [s.of(told) for s in sentences(told)] == [
        f"He ran from {title} A.",
        f"{title} B fell.",
    ]


@pytest.mark.parametrize(
    "told", ["He saw J. Smith.", "Officer A. 3 others fell.", "Mr A. Smith fell."]
)
def test_other_initials_end_no_sentence(told: str) -> None:
    assert len(sentences(told)) == 1


@pytest.mark.parametrize("word", ["handgun", "shotgun"])
def test_guns_are_firearms(word: str) -> None:
    assert [i.item_type for i in find_items(word, Span(0, len(word)))] == ["firearm"]


@pytest.mark.parametrize(
    "head", ["Friday 24 November\n\n", "LEEDS, 24 November – ", ""]
)
def test_minutes_counted_from_an_untimed_event_are_no_day(head: str) -> None:
    text = f"{head}A man rang. About three minutes after he had called it in, he left."
    last = find_times(text, published="2023-11-24", zone="UTC")[-1]
    assert last.moment is None
    assert "no time is told" in last.remarks[0].message


def test_minutes_later_than_nothing_are_no_day() -> None:
    (last,) = find_times(
        "Ten minutes later he left.", published="2023-11-24", zone="UTC"
    )
    assert last.moment is None
    assert "needs a time" in last.remarks[0].message


def test_the_building_blocks_are_listed_sorted_and_explained() -> None:
    assert face.__all__[1:] == sorted(set(face.__all__[1:]))
    for name in face.__all__[1:]:
        doc = getattr(face, name).__doc__ or ""
        assert ">>>" in doc, name
