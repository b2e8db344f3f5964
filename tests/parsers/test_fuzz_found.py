"""What fuzzing found stays mended: each input that failed once is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.prose import read, text_of

FOUND = sorted((Path(__file__).parents[1] / "fuzz" / "found").glob("*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_an_input_that_fuzzing_found_is_read(path: Path) -> None:
    read(path.read_bytes())


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\x01caf\xc3\xa9 \xff", "café \ufffd"), (b"\x01", "")],
)
def test_an_input_stands_for_a_text(data: bytes, text: str) -> None:
    assert text_of(data) == text


def test_an_input_may_number_words() -> None:
    assert len(text_of(bytes([0, 0, 0, 0, 1])).split(" ")) == 2
