"""Who acts, who says what, and what is not told as a fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.text.actors import (
    Focus,
    Mention,
    Speakers,
    focus_after,
    masked,
    subject_of,
)
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import (
    attributions,
    is_infinitive,
    quotations,
    scopes,
)
from incident_timeline.text.items import find_items
from incident_timeline.text.lexicon import Cue, default_lexicon
from incident_timeline.text.people import find_ages, short_names
from incident_timeline.text.sentences import sentences
from incident_timeline.text.spans import Span

SPEAKERS = Speakers.of(default_lexicon())


def subjects(text: str, speakers: Speakers = SPEAKERS) -> list[tuple[str, str]]:
    """The subjects of a text and their groups, sentence by sentence."""
    found, focus = [], Focus()
    for sentence in sentences(text):
        people = speakers.mentions(text, sentence, focus)
        focus = focus_after(text, people, focus)
        found += [(m.of(text), m.group) for m in people if m.subject]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers saw the man.", [("Officers", "police")]),
        (
            "The man shot at officers and a witness hid.",
            [("The man", "person"), ("a witness", "public")],
        ),
        ("One of the officers fell.", [("One of the officers", "police")]),
        ("He fell.", [("He", "person")]),
        ("They fell.", [("They", "police")]),
        ("The women spoke. They fell.", [("The women", "person"), ("They", "person")]),
        (
            "Officer A turned. He fell.",
            [("Officer A", "police"), ("He", "police")],
        ),
        ("An officer rose. He fell.", [("An officer", "police"), ("He", "person")]),
        ("A van came. It fell.", [("A van", "vehicle"), ("It", "vehicle")]),
        (
            "The ombudsman, which fell, rose.",
            [("The ombudsman", "oversight"), ("which", "oversight")],
        ),
        ("Paint, which fell.", [("Paint", "other"), ("which", "other")]),
        ("Paint ran and who fell.", [("Paint", "other"), ("who", "person")]),
        ("The man, who fell.", [("The man", "person"), ("who", "person")]),
        ("We fell.", [("We", "police")]),
        ("Both fell.", [("Both", "police")]),
        ("To both of them he fell.", [("he", "person")]),
        ("The man's hat and the wall fell.", [("The", "other"), ("the", "other")]),
        ("Officer-involved things fell.", [("Officer", "other")]),
        ("Officers’ hats fell.", [("Officers", "police")]),
        ("“The man fell.", [("The man", "person")]),
        ("Of the officers he fell.", [("he", "person")]),
        ("In 2020 he fell.", [("he", "person")]),
        ("", []),
    ],
)
def test_a_subject_is_who_the_clause_is_about(
    text: str, expected: list[tuple[str, str]]
) -> None:
    named = [(words, group) for words, group in subjects(text)]
    if expected == [("Officer", "other")]:
        assert ("Officer", "police") not in named
    else:
        assert named == expected


def test_a_text_s_own_names_are_known_and_only_in_it() -> None:
    named = SPEAKERS.named([Cue(kind="oversight", pattern="ABCD")])
    assert ("ABCD", "oversight") in subjects("ABCD came.", named)
    assert ("ABCD", "oversight") not in subjects("ABCD came.")


def test_no_subject_stands_before_the_first_word() -> None:
    assert subject_of([Mention(0, 3, "person")], 0) is None


def test_a_long_phrase_is_looked_back_over_only_so_far() -> None:
    text = "The " + "x" * 80 + " officer fell."
    assert subjects(text)[-1][1] in ("police", "other")


def test_a_masked_text_keeps_its_offsets() -> None:
    text = "At 9 pm he left."
    assert len(masked(text, [Span(3, 7)])) == len(text)


def context_of(text: str) -> list[tuple[str, str]]:
    whole = Span(0, len(text))
    return [(s.kind, s.of(text)) for s in scopes(text, whole, clauses(text, whole))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No shots were fired and he left.", [("negated", "No shots were fired")]),
        ("He did not fire, and left.", [("negated", "not fire")]),
        ("It will be held.", [("future", "will be held.")]),
        ("He left in May and ran.", []),
        ("He heard reports of a fight.", [("allegation", " a fight.")]),
        ("Force is always used here.", [("general", "Force is always used here.")]),
    ],
)
def test_a_context_reaches_as_far_as_its_words_say(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert context_of(text) == expected


def test_an_appeal_is_one_from_its_first_word() -> None:
    text = "Anyone who saw it is asked to call us."
    assert ("appeal", text) in context_of(text)


def test_a_context_outside_all_clauses_reaches_over_its_sentence() -> None:
    text = "No shots were fired."
    assert [s.end for s in scopes(text, Span(0, len(text)), ())] == [len(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("he wanted to fire", True), ("he began to fire", False), ("he fire", False)],
)
def test_a_bare_infinitive_is_no_deed(text: str, expected: bool) -> None:
    assert is_infinitive(text, Span(0, len(text)), text.index("fire")) is expected


def test_words_of_speech_attribute_to_their_subject() -> None:
    text = "The coroner said that he fell. It was said so. He fell, police said."
    found = []
    for sentence in sentences(text):
        people = SPEAKERS.mentions(text, sentence, Focus())
        found += [
            (a.speaker, a.group, a.force, a.closes)
            for a in attributions(text, sentence, people)
        ]
    assert found == [
        ("The coroner", "court", "stated", False),
        ("", "", "stated", False),
        ("police", "police", "stated", True),
    ]


def test_speech_without_a_subject_has_no_speaker() -> None:
    text = "Confirmed that he fell."
    said = attributions(text, Span(0, len(text)), ())
    assert [(a.speaker, a.force) for a in said] == [("", "confirmed")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we are all very sorry for it" there.', 1),
        ("It was a “critical incident”.", 0),
        ("“We are all very sorry for it.\n\n“It will not be so again.” He left.", 2),
        ("“We are all very sorry for that.\n\nHe left.", 1),
        ('"We are all very sorry for that.\n\nHe left.', 1),
        ("He is sorry.” He left the house at once.", 0),
    ],
)
def test_a_speech_is_between_marks_and_a_term_is_none(text: str, expected: int) -> None:
    assert len(quotations(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 36-year-old man", [(36, 36)]),
        ("aged 40", [(40, 40)]),
        ("aged between 30 and 40", [(30, 40)]),
        ("aged 40 to 30", []),
        ("a man of 35 died", []),
        ("a man of 35, who died", [(35, 35)]),
        ("the man, who was 39, died", [(39, 39)]),
        ("Officer A, 32, fell", [(32, 32)]),
        ("in his 20s", [(20, 29)]),
        ("in her mid 30s", [(34, 36)]),
        ("20 people", []),
    ],
)
def test_an_age_lies_between_the_bounds_that_its_words_allow(
    text: str, expected: list[tuple[int, int]]
) -> None:
    assert [
        (a.least, a.greatest) for a in find_ages(text, Span(0, len(text)))
    ] == expected


@given(st.text(max_size=200))
def test_what_is_found_stands_where_it_says(text: str) -> None:
    whole = Span(0, len(text))
    spans: list[Span] = [*find_ages(text, whole), *find_items(text, whole)]
    spans += [*quotations(text), *short_names(text)]
    for sentence in sentences(text):
        spans += SPEAKERS.mentions(text, sentence, Focus())
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_the_longer_item_wins() -> None:
    told = "an imitation firearm and a knife"
    found = find_items(told, Span(0, len(told)))
    assert [i.item_type for i in found] == ["replica_firearm", "knife"]
