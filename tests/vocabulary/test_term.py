"""The shape of a term: what is accepted and kept, what is refused and why."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from incident_timeline.vocabulary import (
    MAX_TERM_LENGTH,
    TERM_PATTERN,
    EventKind,
    Term,
    term_word,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
words = st.text(LETTERS + "0123456789", min_size=1, max_size=7)


@st.composite
def well_shaped(draw: st.DrawFn) -> str:
    """Up to seven words of up to seven characters, each after its joiner."""
    text = draw(st.sampled_from(LETTERS)) + draw(words)
    for _ in range(draw(st.integers(0, 6))):
        text += draw(st.sampled_from("_-:")) + draw(words)
    return text


class Word(str):
    """A subclass, as a caller may have one."""

    __slots__ = ()


@given(well_shaped())
@example("a")
@example("x-mycity:tow")
@example("a" * MAX_TERM_LENGTH)
def test_any_term_of_the_shape_is_kept_as_it_is(text: str) -> None:
    assert term_word(text) == text


@given(well_shaped())
def test_a_subclass_of_str_becomes_an_exact_str(text: str) -> None:
    word = term_word(Word(text))
    assert type(word) is str
    assert word == text


@given(well_shaped(), st.characters(exclude_characters=LETTERS + "0123456789_-:"))
@example("call", "\n")
@example("call", "A")
@example("call", "\N{CYRILLIC SMALL LETTER A}")
@example("call", "\N{ARABIC-INDIC DIGIT ONE}")
def test_a_character_outside_the_alphabet_is_refused_anywhere(
    text: str, bad: str
) -> None:
    for value in (text + bad, bad + text, text[:1] + bad + text[1:]):
        with pytest.raises(ValueError, match="is not a term"):
            term_word(value)


@given(well_shaped(), st.sampled_from("_-:"), st.sampled_from("_-:"))
def test_a_joiner_stands_between_words_and_alone(text: str, one: str, two: str) -> None:
    for value in (one + text, text + one, text + one + two + text):
        with pytest.raises(ValueError, match="is not a term"):
            term_word(value)


@pytest.mark.parametrize(
    "value", ["", "9mm", "First Aid", "call\n", "first__aid", "a::b"]
)
def test_a_refusal_names_the_value_and_the_shape(value: str) -> None:
    with pytest.raises(ValueError, match="lower-case ASCII words") as caught:
        term_word(value)
    assert str(caught.value).startswith(f"{value!r} is not a term")
    assert caught.value.__context__ is None


def test_a_look_alike_letter_is_shown_by_its_number() -> None:
    with pytest.raises(ValueError, match=re.escape(r"'c\u0430ll'")):
        term_word("c\N{CYRILLIC SMALL LETTER A}ll")


@pytest.mark.parametrize("length", [MAX_TERM_LENGTH + 1, 100_000])
def test_a_text_beyond_the_length_is_refused_and_shown_in_part(length: int) -> None:
    with pytest.raises(ValueError, match="at most 64 characters") as caught:
        term_word("a" * length)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("value", [None, 5, b"call", ["call"], {"call": 1}], ids=repr)
def test_what_is_not_text_is_a_type_error_that_names_it(value: object) -> None:
    with pytest.raises(TypeError, match=re.escape(ascii(value))) as caught:
        term_word(value)  # type: ignore[arg-type]  # the wrong type is under test
    assert type(value).__name__ in str(caught.value)


@given(st.one_of(well_shaped(), st.text(LETTERS + "_-:9A ", max_size=20)))
def test_the_published_pattern_accepts_just_what_is_accepted(text: str) -> None:
    assume(len(text) <= MAX_TERM_LENGTH)
    if re.search(TERM_PATTERN, text):
        assert term_word(text) == text
    else:
        with pytest.raises(ValueError, match="is not a term"):
            term_word(text)


def test_a_vocabulary_refuses_a_member_of_the_wrong_shape() -> None:
    with pytest.raises(ValueError, match="'Tow Truck' is not a term"):

        class Local(Term):
            TOW = "Tow Truck", "A vehicle is towed away."


def test_a_vocabulary_of_ones_own_works_like_the_known_ones() -> None:
    class Local(Term):
        TOW = "x-mycity:tow", "A vehicle is towed away.", ("Town code 7",)

    assert Local("x-mycity:tow").standards == ("Town code 7",)
    assert type(term_word(Local.TOW)) is str


def test_a_member_is_written_to_json_as_its_word() -> None:
    assert json.dumps(EventKind.CALL) == '"call"'
