"""What a workbench is given that it can't take, and what a parser raised, in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import PurePath
from typing import Final

from incident_timeline.errors import InvalidRecordError, shown
from incident_timeline.parsers.building.pieces import Found, Piece

__all__ = ["as_day", "as_piece", "check_own_code", "told"]

_CODE: Final = re.compile(r"[A-Z]{2,8}[0-9]{3}")


def as_piece(words: object, wanted: str) -> Piece:
    """The piece that is given.

    Raises:
        TypeError: If it is something else; says what to write.
    """
    if isinstance(words, Piece):
        return words
    remedy = "cut it out of a line"
    if isinstance(words, Found):
        remedy = "write found[0], or one of its groups"
    message = f"{wanted} is a piece of the page, not {shown(words)}: {remedy}"
    raise TypeError(message)


def as_day(day: object) -> date | None:
    """The day that is given, or none.

    Raises:
        TypeError: If it is no date, or has a clock time.
    """
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    message = f"a day is a date, such as date(2023, 11, 23), not {shown(day)}"
    raise TypeError(message)


def check_own_code(code: object, class_name: str) -> None:
    """Refuse what is no code of a parser's own, such as ``LOG001``.

    Raises:
        InvalidRecordError: If it has another shape, or is one of this library's.
    """
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        reason = "is no code: write it as 'LOG001', capitals and three digits"
        raise InvalidRecordError(class_name, "code", code, reason)
    if code.startswith("TL"):
        reason = "is this library's: use bench.note for those that it has"
        raise InvalidRecordError(class_name, "code", code, reason)


def told(error: Exception) -> str:
    """What a parser raised, and the line of its own file from which it came."""
    try:
        text = f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001  an error's own fault hides no other
        text = type(error).__name__
    return f"{text}{_place(error)}"


def _place(error: Exception) -> str:
    """The last line of the parser's file; the first frame is of what called it."""
    trace = error.__traceback__ and error.__traceback__.tb_next
    file = trace.tb_frame.f_code.co_filename if trace else ""
    at = ""
    while trace:
        if trace.tb_frame.f_code.co_filename == file:
            at = f" ({PurePath(file).name}:{trace.tb_lineno})"
        trace = trace.tb_next
    return at
