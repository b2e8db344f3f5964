"""Whether a line break only wraps a line, or ends it."""

from __future__ import annotations

__all__ = ["is_wrapped"]

_WINDOW = 240
_LONG = 40
_LINES = 3
# After these a line cannot end, and with these none begins.
_ENDS = frozenset(
    "a about after an and approximately around at before between by during from in just"
    " last of on or shortly since that the this to until with was were".split()
)
_BEGINS = frozenset("and on or to until that of".split())


def is_wrapped(low: str, at: int) -> bool:
    """Whether the words after the line break at *at* go on with the line before it.

    They do after a long line; and after a short one of a narrow column, which had no
    room for the next word.
    """
    before = low[max(0, at - _WINDOW) : at].rsplit("\n", _LINES)
    after = low[at + 1 : at + 1 + _WINDOW].split("\n", _LINES)
    line, following = before[-1].rstrip(), after[0].strip()
    if not line or not following:
        return False
    last, first = line.rsplit(None, 1)[-1], following.split()[0]
    if len(line) >= _LONG or last in _ENDS or first in _BEGINS:
        return True
    whole = before[1:] if at > _WINDOW or len(before) > _LINES else before
    lines = [each for each in (*whole, *after[:-1]) if each]
    width = max((len(each.rstrip()) for each in lines), default=0)
    return len(lines) >= _LINES and len(line) + 1 + len(first) > width
