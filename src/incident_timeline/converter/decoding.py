"""Bytes as text, and where in a text an offset lies."""

from __future__ import annotations

import codecs

from incident_timeline.errors import UnreadableInputError, shown

__all__ = ["decode", "encode", "line_and_column"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """Text from bytes in UTF-8, or in UTF-16 where a byte order mark says so.

    The byte order mark is dropped; line ends stay as they are.

    Raises:
        UnreadableInputError: If the bytes hold a NUL character or are no such text;
            names the offset in bytes, the line and the column.

    >>> decode(bytes.fromhex("efbbbf 4f4b"))
    'OK'
    """
    mark, encoding = next(
        (one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8")
    )
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        read = data[len(mark) :][: error.start].decode(encoding)
        bad = shown(data[len(mark) :][error.start : error.end])
        reason = f"{bad} is not {encoding.upper()}: save the file as UTF-8 text"
        raise _unreadable(reason, read, len(read), len(mark) + error.start) from None
    if (nul := text.find("\0")) >= 0:
        at = len(mark) + len(text[:nul].encode(encoding))
        reason = "a NUL character is not text: export the document as plain text"
        raise _unreadable(reason, text, nul, at)
    return text


def encode(text: str) -> bytes:
    """The bytes of a text in UTF-8.

    Raises:
        UnreadableInputError: If it has half of a surrogate pair, which no file holds.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line, column = line_and_column(text, error.start)
        message = f"line {line}, column {column}: half of a surrogate pair is no text"
        raise UnreadableInputError(message, line=line, column=column) from None


def _unreadable(reason: str, text: str, index: int, at: int) -> UnreadableInputError:
    line, column = line_and_column(text, index)
    message = f"byte {at} (line {line}, column {column}): {reason}"
    return UnreadableInputError(message, line=line, column=column)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""The line and the column of a character, both counted from 1.

    >>> line_and_column("one\ntwo", 5)
    (2, 2)
    """
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, start) + 1, offset - start + 1
