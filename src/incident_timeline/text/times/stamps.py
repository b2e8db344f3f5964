"""Four digits that are a clock time by where they stand: "2105 - call received"."""

from __future__ import annotations

import re

__all__ = ["heads_a_log", "stamps"]

_MARK = re.compile(r"[ ]{0,3}(?:[-—|]|:(?= ))[ ]{0,3}(?:[^\s0-9]|[0-9]{1,3} )")
_LEADER = re.compile(r"[.]{3}[ ]{0,3}\Z")
_LINE_END = re.compile(r"[ ]{0,3}(?:\n|\Z)")
_INDENT = 8
_REACH = 600
# A line of a log whose stamp can be no year.
_STAMPED = re.compile(
    r"(?:\n|\A)[ ]{0,8}(?:0[0-9]|1[0-5]|2[1-3])[0-5][0-9][ ]{0,3}(?:[-—|]|: )"
)


def stamps(low: str, start: int, end: int) -> bool:
    """Whether digits head a line of a log, or end one after a leader of stops."""
    if _MARK.match(low, end):
        line = low[max(0, start - _INDENT) : start].rpartition("\n")
        return not line[2].strip() and (line[1] != "" or start <= _INDENT)
    return bool(_LINE_END.match(low, end)) and bool(
        _LEADER.search(low, max(0, start - _INDENT), start)
    )


def heads_a_log(low: str, start: int, end: int) -> bool:
    """Whether what may be a year heads a line among others with clock times."""
    if _MARK.match(low, end) is None or not stamps(low, start, end):
        return False
    return _STAMPED.search(low, max(0, start - _REACH), end + _REACH) is not None
