"""What a call costs, in lines of Python run: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

from incident_timeline.testing.check import Breach

__all__ = ["lines_run", "too_steep"]

_STEEPEST: Final = 6


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs; what runs inside C is not seen.

    A debugger or a measure of coverage sees nothing of the call.
    """
    count = 0

    # What measures coverage is off while this runs.
    def traced(_: FrameType, event: str, __: Any) -> Any:  # pragma: no cover
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def too_steep(steps: Callable[[int], int], few: int, what: str) -> Breach | None:
    """Whether four times as many copies of something take over six times the steps."""
    least, most = steps(few), steps(4 * few)
    if most <= _STEEPEST * least:
        return None
    return Breach(
        expected=f"{_STEEPEST * least:,} steps at most, as {few} take {least:,}",
        seen=f"{most:,} steps",
        input=f"{4 * few} copies of {what}",
    )
