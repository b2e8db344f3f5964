"""Documents: text exactly as it stands, or an error that names the place."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import (
    InvalidMomentError,
    UnknownZoneError,
    UnreadableInputError,
)
from incident_timeline.parsers import Document

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(texts)
def test_text_comes_back_from_bytes_as_it_stands(text: str) -> None:
    plain = text.removeprefix("\ufeff")
    for encoding in ("utf-8-sig", "utf-16"):
        assert Document.from_bytes(plain.encode(encoding)).text == plain


@given(st.binary())
def test_bytes_are_text_or_refused_with_their_place(data: bytes) -> None:
    assert read_or_place(data)


def read_or_place(data: bytes) -> bool:
    """Whether bytes are text without NUL, or refused with line and column."""
    try:
        return "\0" not in Document.from_bytes(data).text
    except UnreadableInputError as error:
        return error.line is not None and error.column is not None


def test_line_ends_are_kept() -> None:
    assert Document.from_bytes(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ab\ncd\xff", "byte 5 (line 2, column 3): b'\\xff' is not UTF-8"),
        (b"\xef\xbb\xbfa\xe2", "byte 4 (line 1, column 2): b'\\xe2' is not UTF-8"),
        (b"\xff\xfea\0b", "byte 4 (line 1, column 2): b'b' is not UTF-16-LE"),
        (b"%PDF\n\0\1", "byte 5 (line 2, column 1): a NUL character is not text"),
        (b"\xfe\xff\0a\0\0", "byte 4 (line 1, column 2): a NUL character"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInputError) as caught:
        Document.from_bytes(data)
    assert str(caught.value).startswith(message)


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(UnreadableInputError, match=r"^line 2, column 2: half"):
        Document("a\nb\ud800")


def test_a_zone_is_checked_at_once() -> None:
    assert Document("a", zone="Europe/London").zone == "Europe/London"
    with pytest.raises(UnknownZoneError):
        Document("a", zone="Nowhere")


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"\xef\xbb\xbf19:59 shots")
    document = Document.read(path, published=date(2023, 11, 24))
    assert document == Document(
        "19:59 shots", name="log.txt", published=date(2023, 11, 24)
    )
    assert Document.read(str(path), name="other").name == "other"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    with pytest.raises(UnreadableInputError) as caught:
        Document.read(path)
    assert str(caught.value) == f"{path} can't be read: No such file or directory"
    path.write_bytes(b"ab\xff")
    with pytest.raises(UnreadableInputError) as caught:
        Document.read(path)
    assert str(caught.value).startswith(f"{path}: byte 2 (line 1, column 3)")
    assert (caught.value.line, caught.value.column) == (1, 3)


@pytest.mark.parametrize(
    "published", ["2023-11-24", date(2023, 11, 24), datetime(2023, 11, 24, 9, 30)]
)
def test_a_day_of_publication_may_be_text_a_date_or_a_datetime(
    published: str | date,
) -> None:
    assert Document("", published=published).published == date(2023, 11, 24)


def test_a_day_of_publication_that_is_no_date_is_refused_and_named() -> None:
    with pytest.raises(InvalidMomentError, match="'24 November' is no date"):
        Document("", published="24 November")
    with pytest.raises(InvalidMomentError, match="2023 is no date"):
        Document("", published=2023)  # type: ignore[arg-type]  # the very mistake
