"""Pieces: however a text is cut, its words stand at their place in the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.parsers.building.pieces import Page, Piece

texts = st.text(st.sampled_from("ab |\t\n\r,é\U0001f694"), max_size=40)
PATTERNS = ("a", "[ab]+", r"\s+", ",", "(?:)", r"(?P<first>a)|(?P<other>b)")


def split(text: str, at: int) -> bool:
    return text[at - 1 : at + 1] == "\r\n" and at > 0


def pieces_of(piece: Piece, draw: Callable[..., Any]) -> list[Piece]:
    """Every way of cutting a piece, each with what is drawn for it."""
    pattern = re.compile(draw(st.sampled_from(PATTERNS)))
    low, high = draw(st.tuples(st.integers(-9, 40), st.none() | st.integers(-9, 40)))
    found = (piece.search(pattern), piece.match(pattern), piece.fullmatch(pattern))
    return [
        piece.cut(low, high),
        piece.strip(),
        piece.strip("ab"),
        *piece.lines(),
        *piece.whole_lines(),
        *piece.split(","),
        *piece.split(pattern, draw(st.integers(-1, 3))),
        *(one[0] for one in piece.searches(pattern)),
        *(one[0] for one in found if one),
        *piece.split("é", 1),
    ]


@given(texts, st.data())
def test_the_words_of_every_cut_stand_at_its_place(
    text: str, data: st.DataObject
) -> None:
    page = Page(text)
    piece = page.whole
    for _ in range(3):
        cuts = pieces_of(piece, data.draw)
        for one in cuts:
            assert piece.start <= one.start <= one.end <= piece.end
            place = one.place
            assert text[place.offset : place.offset + len(one.text)] == one.text
            assert str(one) == one.text
            assert bool(one) == bool(one.text.strip())
        piece = data.draw(st.sampled_from(cuts))


@given(texts)
def test_a_place_counts_lines_and_columns(text: str) -> None:
    page = Page(text)
    for line in page.whole.lines():
        place = line.place
        assert place.column == 1
        assert place.line == 1 + len(re.findall(r"\r\n|\n|\r", text[: line.start]))
        for at in range(line.start, line.end):
            assert page.place(at) == (at, place.line, at - line.start + 1)


@given(texts)
def test_lines_are_the_text_without_its_ends(text: str) -> None:
    whole = Page(text).whole
    lines = [one.text for one in whole.lines()]
    assert lines == re.split(r"\r\n|\n|\r", text)[: len(lines)]
    assert "".join(one.text for one in whole.whole_lines()) == text
    ends = zip(whole.lines(), whole.whole_lines(), strict=True)
    assert all(long.text.rstrip("\r\n") == short.text for short, long in ends)


@given(texts, st.sampled_from([",", "a", "\n", "ab", "|"]), st.integers(-1, 3))
def test_split_is_as_that_of_text(text: str, separator: str, most: int) -> None:
    parts = Page(text).whole.split(separator, most)
    assert [one.text for one in parts] == text.split(separator, most)


@given(st.lists(texts, max_size=4), st.data())
def test_a_page_of_stretches_knows_where_each_stands(
    parts: list[str], data: st.DataObject
) -> None:
    document = Page("|".join(parts))
    stretches = [one for one in document.whole.split("|") if one.text]
    chosen = data.draw(st.permutations(stretches)) if stretches else []
    page = Page.of(chosen)
    assert page.text == "".join(one.text for one in chosen)
    at = 0
    for one in chosen:
        for step in range(len(one.text)):
            offset, line, column = page.place(at + step)
            assert document.text[offset] == page.text[at + step]
            if not split(document.text, offset):
                assert (line, column) == document.place(offset)[1:]
        at += len(one.text)


@given(texts, st.integers(0, 99), st.integers(1, 9))
def test_a_page_further_on_is_the_same_moved(text: str, offset: int, line: int) -> None:
    page, moved = Page(text), Page.at(text, offset, line)
    for at in range(len(text)):
        place = page.place(at)
        expected = (place.offset + offset, place.line + line - 1, place.column)
        assert moved.place(at) == expected


@given(texts, st.data())
def test_what_goes_through_two_pieces_holds_all_between(
    text: str, data: st.DataObject
) -> None:
    whole = Page(text).whole
    low, mid, high = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 3)))
    first, last = whole.cut(low, mid), whole.cut(mid, high)
    assert first.through(last).text == text[low:high]
    assert last.through(whole).text == text[mid:]


def test_pieces_of_two_pages_have_nothing_between() -> None:
    page = Page("one two")
    with pytest.raises(ValueError, match="does not come after"):
        page.whole.cut(0, 3).through(Page("one two").whole)
    with pytest.raises(ValueError, match="does not come after"):
        page.whole.cut(4).through(page.whole.cut(0, 3))


def test_a_byte_order_mark_is_no_part_of_the_words() -> None:
    whole = Page("\ufeffone").whole
    assert whole.text == "one"
    assert whole.place.offset == 1


def test_groups_are_pieces_and_those_that_took_no_part_are_empty() -> None:
    found = Page("xx20:13").whole.cut(2).search(r"(?P<h>\d\d):(\d\d)(!)?")
    assert found is not None
    assert (found["h"].start, found[2].text, found[3].text) == (2, "13", "")
    with pytest.raises(IndexError):
        found[4]


def test_a_piece_shows_its_span_and_words() -> None:
    assert repr(Page("one").whole) == "<Piece 0:3 'one'>"


def test_pieces_are_equal_where_text_and_span_are() -> None:
    assert Page("one").whole == Page("one").whole
    assert Page("one").whole != Page("two").whole
    assert Page("one").whole.search("x") is None


def test_an_empty_separator_cuts_nothing() -> None:
    with pytest.raises(ValueError, match="an empty separator"):
        Page("ab").whole.split("")


def test_what_is_found_has_groups_and_words() -> None:
    found = Page("at 20:13").whole.search(r"(\d\d):(\d\d)( hrs)?")
    assert found is not None
    assert found.text == "20:13"
    assert [one.text for one in found.groups()] == ["20", "13", ""]


@given(st.lists(texts, max_size=4))
def test_every_character_of_a_page_is_found_by_its_place(parts: list[str]) -> None:
    document = Page("|".join(parts))
    at, pieces = 0, []
    for part in parts:
        pieces.append(document.whole.cut(at, at + len(part)))
        at += len(part) + 1
    page = Page.of(pieces)
    assert [page.find(page.place(at).offset) for at in range(len(page.text))] == list(
        range(len(page.text))
    )
    assert page.find(len(document.text)) is None
