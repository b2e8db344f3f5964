"""Single lines, of texts as they come in: chunks, and line ends cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from incident_timeline.converter.decoding import encode
from incident_timeline.errors import UnreadableInputError, shown
from incident_timeline.parsers.building.pieces import LINE_END

__all__ = ["single_lines"]

_REMEDY: Final = "give lines that keep their ends, such as an open file's"


def single_lines(texts: Iterable[str]) -> Iterator[str]:
    r"""The lines, with their ends, of texts of any length put together.

    Raises:
        TypeError: If it is one text, or bytes are among them.
        UnreadableInputError: If a text has half of a surrogate pair; names the line.

    >>> list(single_lines(["one\r", "\ntw", "o"]))
    ['one\r\n', 'two']
    """
    if isinstance(texts, str | bytes):
        message = f"{shown(texts)} is one text, not lines: {_REMEDY}"
        raise TypeError(message)
    return _lines(texts)


def _lines(texts: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    count = 0
    for text in texts:
        _check(text, count)
        if held and held[-1][-1] == "\r" and text and text[0] != "\n":
            yield "".join(held)
            count, held = count + 1, []
        at = 0
        for end in LINE_END.finditer(text):
            if end[0] == "\r" and end.end() == len(text):
                break  # its LF may come with the next text
            yield "".join([*held, text[at : end.end()]])
            count, held, at = count + 1, [], end.end()
        if at < len(text):
            held.append(text[at:])
    if held:
        yield "".join(held)


def _check(text: object, before: int) -> None:
    if not isinstance(text, str):
        message = f"line {before + 1} is {type(text).__name__}, not text: {_REMEDY}"
        raise TypeError(message)
    try:
        encode(text)
    except UnreadableInputError as error:
        line = before + (error.line or 1)
        message = f"line {line}: half of a surrogate pair is no text"
        raise UnreadableInputError(message, line=line, column=error.column) from None
