"""Instants, durations and words of a source as a statement may show them."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta

from incident_timeline.moments import duration_text, local_text
from incident_timeline.moments.zones import zone_info

__all__ = ["apart_text", "clock_text", "full_text", "printable"]

_LONGEST = 160
_UNITS = (
    timedelta(days=1),
    timedelta(minutes=1),
    timedelta(seconds=1),
    timedelta(microseconds=1),
)
# Controls, what turns the direction of writing, lone surrogates: none of it may make
# the words of one source look like those of another.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def clock_text(
    instant: datetime, zone: str, *, ends: bool = False, is_zoned: bool = False
) -> str:
    """An instant in local time, with its offset where the clock shows it twice.

    With *ends* a minute is shown without seconds only where all of it is meant; with
    *is_zoned* the zone is named.

    >>> from datetime import UTC
    >>> clock_text(datetime(2023, 10, 29, 0, 50, tzinfo=UTC), "Europe/London")
    '2023-10-29 01:50 +0100'
    """
    local = instant.astimezone(zone_info(zone))
    told = local_text(instant, zone, ends=ends)
    if ends and local.second == 0:
        told += ":00"
    if local.replace(fold=not local.fold).utcoffset() != local.utcoffset():
        told += f" {local:%z}"
    return f"{told} {zone}" if is_zoned else told


def full_text(duration: timedelta) -> str:
    """A duration in words, in all its units, so that no part of a limit is lost.

    >>> full_text(timedelta(days=1, hours=2, minutes=30))
    '1 day 2 hours 30 minutes'
    """
    size = abs(duration)
    words: list[str] = []
    for unit in _UNITS:
        part = size - size % unit
        size -= part
        if part:
            words.append(duration_text(part))
    sign = "minus " if duration < timedelta() else ""
    return sign + (" ".join(words) or duration_text(duration))


def apart_text(disagreement: timedelta) -> str:
    """By how much statements disagree, in words.

    >>> print(apart_text(timedelta(microseconds=1)))
    by less than a second
    """
    if disagreement < timedelta(seconds=1):
        return "by less than a second"
    return f"by at least {duration_text(disagreement)}"


def printable(text: str, limit: int = _LONGEST) -> str:
    r"""Words of a source in one line, cut where they are long, controls as escapes.

    >>> printable("rang\n  999 \x1b[2J")
    'rang 999 \\x1b[2J'
    """
    start = text[: 8 * limit]
    words = " ".join(start.split())
    if len(words) > limit or len(text) > len(start):
        words = f"{words[: limit - 1]}…"
    if words.isascii() and words.isprintable():
        return words
    return "".join(map(_shown, words))


def _shown(character: str) -> str:
    is_hidden = unicodedata.category(character) in _HIDDEN
    return ascii(character)[1:-1] if is_hidden else character
