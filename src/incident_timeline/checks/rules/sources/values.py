"""Rules on a stated value, the clocks of its zone and its bounds: TL509, 510, 516."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.sources.said import CLOCKS, is_odd, offset_on, said
from incident_timeline.checks.verdicts import gravity
from incident_timeline.errors import InvalidMomentError, NonexistentTimeError, shown
from incident_timeline.model import Draft, Incident, Severity, Verdict
from incident_timeline.moments import Moment, Qualifier, bounds_text
from incident_timeline.moments.qualify import is_soft
from incident_timeline.moments.zones import instants_of

__all__ = ["local_time_fold", "local_time_gap", "stated_outside_bounds"]

_ZONE = "Europe/London"


def _skipped() -> Incident:
    draft = Draft()
    there = datetime(2023, 3, 26, 1, tzinfo=UTC)
    moment = Moment(
        earliest_utc=there, latest_utc=there, zone=_ZONE, stated="2023-03-26T01:30"
    )
    draft.event("call", moment)
    return draft.incident()


@rule(
    "TL509",
    name="local-time-gap",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="The IANA time zone database; PEP 495 calls it a gap.",
    witness=_skipped,
)
def local_time_gap(case: Case) -> Iterator[Hit]:
    """A stated local time that the clocks skipped.

    ## What it does

    Reads the stated value of each moment in its zone, and reports those times, or
    days, that never happened there because the clocks went forward over them.

    ## Why it matters

    The source can't have read it off a clock of that zone: the zone is wrong, the
    clock hadn't been put forward, or the time was computed. Programs move such a time
    by an hour without a word, mostly the wrong way.

    ## What it leaves alone

    Moments without a stated value or a zone. `Moment.at` and its like refuse such a
    time at once; it comes in records that were read or built field by field.

    ## Mend

    Give the zone, or the offset, by whose clock the time was read.

    ## Example

    > At 01:30 on 26 March 2023, in London, where 00:59 was followed by 02:00.
    """
    for record, field, moment in case.moments:
        if _may_be_odd(moment) and (fault := _gap(moment)):
            mend = "give the zone or offset of the clock that showed it"
            yield case.hit(record, field, fault, mend=mend)


def _may_be_odd(moment: Moment) -> bool:
    """Whether a stated time is one that its zone skips or repeats; quick to tell."""
    value = said(moment)
    if value is None or moment.zone is None:
        return False
    first, last = value.first, value.last if value.is_range else None
    if first is not None and is_odd(first, moment.zone):
        return True
    return last is not None and is_odd(last, moment.zone)


def _again(moment: Moment, fold: int | None = None) -> Moment:
    """The moment that the stated value makes, read in the usual way."""
    return Moment.from_stated(
        moment.stated,
        zone=moment.zone or "",
        qualifier=moment.qualifier,
        part=moment.part,
        fold=fold,
    )


def _gap(moment: Moment) -> str:
    try:
        _again(moment)
    except NonexistentTimeError as error:
        return str(error)
    except InvalidMomentError:
        pass  # told by TL516
    return ""


_NAMES_OFFSET = re.compile(
    r"\b(?:GMT|UTC|[A-Z]{1,4}[SD]?T|Z|first|second|(?i:summer|winter|standard|daylight)"
    r"|(?i:clocks?))\b|\dZ\b|[+-]\d\d:?\d\d\b"
)


def _twice() -> Incident:
    draft = Draft()
    text = "at 01:30 on Sunday"
    draft.event("call", Moment.at("2023-10-29T01:30", zone=_ZONE, text=text, fold=0))
    return draft.incident()


@rule(
    "TL510",
    name="local-time-fold",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="The IANA time zone database; PEP 495 calls it a fold.",
    witness=_twice,
)
def local_time_fold(case: Case) -> Iterator[Hit]:
    """A stated local time that the clocks showed twice.

    ## What it does

    Reads the stated value of each moment in its zone. Where the clocks showed that
    time twice and the words don't say which is meant, it reports bounds that allow
    just one of the two. Bounds that allow both are a note, and possible only.

    ## Why it matters

    In the night on which the clocks go back an hour is at stake, more than most gaps
    between a call and the shots. A choice that the words don't make isn't theirs.

    ## What it leaves alone

    Words that name an offset or a zone ("01:30 GMT", "01:30-05:00"), the clocks, or
    "first" and "second"; bounds that allow one of the two where there are no words,
    since such a time was mostly kept in UTC; stated ranges, days, and times that are
    stated with a word such as "before".

    ## Mend

    Find out which is meant and quote what says so; else state the time without a
    choice, so that its bounds allow both.

    ## Example

    > At 01:30 on Sunday, 29 October 2023, in London.
    """
    for record, field, moment in case.moments:
        if not _may_be_odd(moment):
            continue
        first, *others = _readings(moment) or (None,)
        if first is None or not others or _NAMES_OFFSET.search(moment.text):
            continue
        both = _is_in(first, moment) and _is_in(others[0], moment)
        if both or moment.text:
            yield case.hit(
                record,
                field,
                f"{moment.stated} happened twice in {moment.zone}: {_fold_text(both)}",
                verdict=Verdict.POSSIBLE if both else Verdict.CERTAIN,
                severity=Severity.NOTE if both else Severity.IMPLAUSIBLE,
                mend="say which is meant, by its offset" if both else "allow both",
            )


def _readings(moment: Moment) -> tuple[datetime, ...]:
    """The instants at which a stated clock time begins, where that is all it states."""
    value = said(moment)
    if value is None or value.first is None or moment.zone is None:
        return ()
    if value.is_range or value.unit not in CLOCKS:
        return ()
    if moment.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT):
        return ()
    return instants_of(value.first, moment.zone)


def _is_in(instant: datetime, moment: Moment) -> bool:
    first, last = moment.earliest_utc, moment.latest_utc
    return (first is None or first <= instant) and (last is None or instant <= last)


def _fold_text(both: bool) -> str:  # noqa: FBT001  a word for each of two cases
    if both:
        return "both are allowed"
    return "one is taken, and the words don't say which"


def _moved() -> Incident:
    draft = Draft()
    there = datetime(2023, 11, 23, 19, 59, tzinfo=UTC)
    moment = Moment(
        earliest_utc=there, latest_utc=there, zone=_ZONE, stated="2023-11-23T20:59"
    )
    draft.event("call", moment)
    return draft.incident()


@rule(
    "TL516",
    name="stated-outside-bounds",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="A law of the record: the bounds of a moment are what its statement allows.",
    witness=_moved,
)
def stated_outside_bounds(case: Case) -> Iterator[Hit]:
    """A stated value that its own bounds exclude.

    ## What it does

    Reads the stated value of each moment again, with its qualifier, its part of the
    day and its zone, and compares what it allows with the bounds. Certain where no
    instant is in both; possible where the bounds allow more than the value does. It
    reports a value that is no date or time as well.

    ## Why it matters

    One of the two was changed and the other wasn't. Orders and durations go by the
    bounds, while people read the stated value.

    ## What it leaves alone

    Bounds that are narrower than the value; vague words, whose width is a setting, as
    long as both agree on some instant, and so with hours that happened twice; moments
    that state nothing or have no bounds.

    ## Mend

    Make the moment anew from its stated value: `Moment.from_stated`.

    ## Example

    > Stated as 20:59, with bounds from 19:59 to 19:59.
    """
    for record, field, moment in case.moments:
        if not moment.stated or moment.is_unknown or _agrees(moment):
            continue
        try:
            value = _again(moment)
        except NonexistentTimeError:
            continue  # told by TL509
        except InvalidMomentError as error:
            mend = "state a date or time of the calendar"
            yield case.hit(record, field, f"states no time: {error}", mend=mend)
            continue
        verdict = _apart(moment, value)
        if verdict is not None:
            yield case.hit(
                record,
                field,
                _apart_text(moment, value, verdict),
                verdict=verdict,
                severity=gravity(value, moment),
                mend="make the moment anew from its stated value",
            )


def _agrees(moment: Moment) -> bool:
    """Whether the bounds are plainly those of the value: quick, for nearly all are.

    A no says nothing.
    """
    value, zone = said(moment), moment.zone
    begins, ends = moment.earliest_utc, moment.latest_utc
    if value is None or zone is None or moment.part is not None:
        return False
    if begins is None or ends is None or value.first is None or value.last is None:
        return False
    before = after = offset_on(value.first.date(), zone)
    if value.unit not in CLOCKS or value.is_range:
        after = offset_on(value.last.date(), zone)
    if before is None or after is None:
        return False
    first = value.first.replace(tzinfo=UTC) - before
    last = value.last.replace(tzinfo=UTC) - after
    if moment.qualifier is Qualifier.EXACT:
        return begins == first and ends == last
    if moment.qualifier is Qualifier.ABOUT:
        return begins <= first and last <= ends
    return moment.qualifier is Qualifier.SHORTLY_AFTER and begins == first


def _apart(moment: Moment, value: Moment) -> Verdict | None:
    if moment.precedes(value) or value.precedes(moment):
        return None if _is_other_reading(moment) else Verdict.CERTAIN
    is_vague = moment.part is not None or any(is_soft(moment.qualifier))
    if is_vague or _may_be_odd(moment):
        return None
    begins, ends = value.earliest_utc, value.latest_utc
    first, last = moment.earliest_utc, moment.latest_utc
    early = begins is not None and (first is None or first < begins)
    late = ends is not None and (last is None or last > ends)
    return Verdict.POSSIBLE if early or late else None


def _is_other_reading(moment: Moment) -> bool:
    """Whether the bounds are those of one reading of an hour that happened twice."""
    if not _may_be_odd(moment):
        return False
    readings = [_again(moment, fold) for fold in (0, 1)]
    return not all(one.precedes(moment) or moment.precedes(one) for one in readings)


def _apart_text(moment: Moment, value: Moment, verdict: Verdict) -> str:
    how = "exclude" if verdict is Verdict.CERTAIN else "allow more than"
    stated = shown(moment.stated)
    return f"bounds ({bounds_text(moment)}) {how} {stated} ({bounds_text(value)})"
