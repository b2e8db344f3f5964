"""What a reader makes of one expression."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define

__all__ = ["Reading"]


@define
class Reading:
    """The value of an expression, ready to become a moment."""

    stated: str = ""
    qualifier: str = "exact"
    part: str = ""
    assumed: tuple[str, ...] = ()
    how: str = "stated"
    problem: str = ""
    day: date | None = None
    clock: datetime | None = None
    zone: str = ""  # where the words name another than the account's
