"""Extended Date/Time Format (ISO 8601-2, EDTF 2019) at date level, both ways.

Levels 0 and 1 are supported for dates and intervals, save seasons, years of more
than four digits and negative years. EDTF has no clock time that is uncertain, so
what a date cannot say is returned as a loss.
"""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from incident_timeline.errors import InvalidMomentError, shown
from incident_timeline.moments.moment import Moment
from incident_timeline.moments.words import (
    DEFAULT_VAGUENESS,
    Precision,
    Qualifier,
    Vagueness,
)

__all__ = ["EdtfMoment", "EdtfText", "from_edtf", "to_edtf"]

_DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})([?~%]?)", re.ASCII)
_UNSPECIFIED = re.compile(
    r"(\d{2}XX|\d{3}X|\d{4}-XX|\d{4}-XX-XX|\d{4}-\d\d-XX)", re.ASCII
)
_UNKNOWN = "XXXX"
_DATES = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})
_UNCERTAIN = "'?' (uncertain) says how sure the source is, which a citation holds"


@frozen(order=False)
class EdtfText:
    """A moment as EDTF text, and what that text could not say."""

    text: str
    losses: tuple[str, ...] = ()


@frozen(order=False)
class EdtfMoment:
    """EDTF text as a moment, and what the moment could not hold."""

    moment: Moment
    losses: tuple[str, ...] = ()


def to_edtf(moment: Moment) -> EdtfText:
    """Write *moment* as EDTF at date level (levels 0 and 1), in its own zone.

    >>> to_edtf(Moment.about("2023-11-23", zone="Europe/London"))
    EdtfText(text='2023-11-23~', losses=())
    >>> to_edtf(Moment.at("2023-11-23T19:59", zone="Europe/London")).losses
    ("the clock time of '2023-11-23T19:59'",)
    """
    first, last = _local_date(moment.earliest), _local_date(moment.latest)
    if first is None and last is None:
        return EdtfText(_UNKNOWN, _losses(moment))
    if moment.precision in _DATES and _is_plain(moment):
        mark = "~" if moment.qualifier is Qualifier.ABOUT else ""
        return EdtfText(moment.stated + mark)
    if first == last and first is not None:
        return EdtfText(str(first), _losses(moment))
    return EdtfText(f"{first or '..'}/{last or '..'}", _losses(moment))


def _is_plain(moment: Moment) -> bool:
    is_one = moment.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    return is_one and bool(moment.stated)


def _local_date(bound: date | None) -> date | None:
    return None if bound is None else date(bound.year, bound.month, bound.day)


def _is_whole_days(moment: Moment) -> bool:
    """Whether the bounds are the beginning of a local day and the end of one."""
    earliest, latest = moment.earliest, moment.latest
    begins = earliest is None or earliest == earliest.start_of("day")
    return begins and (latest is None or latest == latest.end_of("day"))


def _losses(moment: Moment) -> tuple[str, ...]:
    losses: list[str] = []
    if moment.part is None and not _is_whole_days(moment):
        losses.append(f"the clock time of {(moment.stated or str(moment))!r}")
    if moment.part is not None:
        losses.append(f"the part of the day, {moment.part.value!r}")
    if moment.qualifier not in (Qualifier.EXACT, Qualifier.UNKNOWN):
        losses.append(f"the qualifier {moment.qualifier.value!r}")
    return tuple(losses)


def from_edtf(
    text: str, *, zone: str, vagueness: Vagueness = DEFAULT_VAGUENESS
) -> EdtfMoment:
    """Read EDTF at date level, taking its days in *zone*.

    Raises:
        InvalidMomentError: If it is not EDTF of levels 0 or 1 at date level.

    >>> from_edtf("2023-11-23~", zone="Europe/London").moment.qualifier
    <Qualifier.ABOUT: 'about'>
    """
    if text == _UNKNOWN:
        return EdtfMoment(Moment.unknown(text))
    first, slash, last = text.partition("/")
    if not slash:
        return _single(first, zone, vagueness)
    ends = (_end(first), _end(last))
    losses = tuple(dict.fromkeys(loss for _, found in ends for loss in found))
    stated = f"{ends[0][0]}/{ends[1][0]}"
    return EdtfMoment(Moment.from_stated(stated, zone=zone, text=text), losses)


def _single(text: str, zone: str, vagueness: Vagueness) -> EdtfMoment:
    if _UNSPECIFIED.fullmatch(text):
        stated = _unspecified(text)
        return EdtfMoment(Moment.from_stated(stated, zone=zone, text=text))
    stated, mark = _dated(text)
    moment = Moment.from_stated(
        stated,
        zone=zone,
        qualifier=Qualifier.ABOUT if mark in ("~", "%") else Qualifier.EXACT,
        text=text,
        vagueness=vagueness,
    )
    return EdtfMoment(moment, (_UNCERTAIN,) if mark in ("?", "%") else ())


def _unspecified(text: str) -> str:
    """The range that unspecified digits leave open."""
    year, _, rest = text.partition("-")
    if not rest:
        return f"{year.replace('X', '0')}/{year.replace('X', '9')}"
    return year if rest.startswith("XX") else f"{year}-{rest.removesuffix('-XX')}"


def _dated(text: str) -> tuple[str, str]:
    match = _DATE.fullmatch(text)
    if match is None:
        message = (
            f"{shown(text)} is not EDTF at date level: levels 0 and 1 are read, save"
            " seasons, long years and clock times"
        )
        raise InvalidMomentError(message, value=text)
    return match[1], match[2]


def _end(text: str) -> tuple[str, tuple[str, ...]]:
    if text in ("", ".."):
        unknown = ("an unknown end is held as an open one",)
        return "..", () if text else unknown
    stated, mark = _dated(text)
    return stated, (f"the mark {mark!r} on one end of an interval",) if mark else ()
