"""Constraints are of whole numbers: what else comes is refused before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import filterfalse
from operator import itemgetter

__all__ = ["check_points", "check_rows"]

_WHOLE = {int, type(None)}
_WIDTH = 5  # of a row: a, b, least, greatest, reason
_LEAST, _GREATEST = itemgetter(2), itemgetter(3)


def check_points(points: int) -> None:
    """TypeError or ValueError for what is no number of points."""
    if type(points) is not int:
        raise TypeError(f"{points!r} is no number of points")
    if points < 0:
        raise ValueError(f"a network has no {points} points: count from 0")


def check_rows(rows: Sequence[object]) -> None:
    """TypeError for the first row that isn't five values, its sides whole numbers."""
    try:  # at the speed of C where all is well
        kinds = {*map(type, map(_LEAST, rows)), *map(type, map(_GREATEST, rows))}  # type: ignore[arg-type]  # else the error below
        if kinds <= _WHOLE and {*map(len, rows)} <= {_WIDTH}:  # type: ignore[arg-type]
            return
    except (TypeError, IndexError):
        pass
    row = next(filterfalse(_is_row, rows))
    raise TypeError(
        f"{row!r} is no constraint: write (a, b, least, greatest, reason), least and"
        " greatest in whole microseconds or None"
    )


def _is_row(row: object) -> bool:
    if not isinstance(row, tuple) or len(row) != _WIDTH:
        return False
    return {type(row[2]), type(row[3])} <= _WHOLE
