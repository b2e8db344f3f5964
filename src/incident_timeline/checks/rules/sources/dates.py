"""Rules on dates and zones as sources state them: TL501, TL502 and TL505."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.errors import shown
from incident_timeline.model import Draft, Event, Incident, Severity, Source, Verdict
from incident_timeline.model.incident import Named
from incident_timeline.moments import Assumption, Moment, Precision
from incident_timeline.vocabulary import EventKind

__all__ = ["published_before_event", "weekday_mismatch", "zone_assumed"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLACES = {name.lower(): i for i, name in enumerate(_DAYS)}
_SHORT = {name[:3]: i for name, i in _PLACES.items()}
_SHORT |= {"tues": 1, "thur": 3, "thurs": 3}
# A whole name, or a short one before the number of a day: "sun" alone is no date.
# It begins with a set of letters, which is how a search skips the rest quickly.
_WEEKDAY = re.compile(
    r"([mtwfs](?<!\w.)(?<!good .)(?<!black .)[a-z]{2,8})\b([.,]{0,2}\s{1,3}\d)?"
)
_NIGHT = re.compile(r"\b(?:over|mid)?night\b", re.IGNORECASE)
# Words that count on from a day, or back: "the day after Saturday" is no Saturday.
_COUNTS = re.compile(
    r"\b(?:(?:day|night|morning|afternoon|evening|week)s?\s{1,3}(?:after|before|prior"
    r"|following|preceding|later|earlier|from|since)"
    r"|(?:following|next|previous|preceding)\s{1,3}(?:day|night|morning|afternoon"
    r"|evening))\b",
    re.IGNORECASE,
)
_STATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d)[\d:.]{0,13})?", re.ASCII)
_MORNING = 6  # the hour up to which a night is called by the day before
_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|planned|listed|adjourned|set|to be"
    r"|(?:is|are) to|opens?|begins?|starts?|appears?|tomorrow|next (?:week|month|year)"
    r"|(?:next|this|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_WHOLE_DAYS = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})
_PLANNED = frozenset(
    {
        EventKind.FINDING,
        EventKind.HEARING,
        EventKind.IDENTIFICATION,
        EventKind.INTERVIEW,
        EventKind.POST_MORTEM,
        EventKind.PUBLIC_STATEMENT,
    }
)


def _wrong_weekday() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event(
        "call",
        Moment.on("2023-11-23", zone="Europe/London", text="on Friday, 23 November"),
    )
    return draft.incident()


@rule(
    "TL501",
    name="weekday-mismatch",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source=(
        "The proleptic Gregorian calendar. In the reports on deaths in custody that the"
        " Texas Justice Initiative publishes, 2 weekdays of 69 were wrong."
    ),
    witness=_wrong_weekday,
)
def weekday_mismatch(case: Case) -> Iterator[Hit]:
    """A weekday that the date beside it doesn't fall on.

    ## What it does

    Where the words of a moment name a weekday in English, in full ("Friday") or short
    before a number ("Fri 24"), compares it with the local weekday of the stated date.

    ## Why it matters

    One of the two is wrong. Where the year was filled in by a reader, it mostly is the
    year; else it tends to be the day, by one.

    ## What it leaves alone

    Moments that are stated as a month, a year or a range; words that name several
    weekdays of which one is right, or count from one ("the day after Saturday");
    "Monday" that was resolved to a Monday; a time before 06:00 that is called the night
    of the day before. Other languages than English aren't read.

    ## Mend

    Correct the date, or the year that was assumed; where the source itself is wrong,
    keep its words and say so in the summary.

    ## Example

    > Police were called on Friday, 23 November 2023.
    """
    for record, field, moment in case.moments:
        names = _weekdays(moment) if moment.text else None
        day = _stated_day(moment) if names else None
        if day is None or not names or day.weekday() in names:
            continue
        if _COUNTS.search(moment.text):
            continue
        told = " or ".join(_DAYS[i] for i in sorted(names))
        yield case.hit(
            record,
            field,
            f"{shown(moment.text)} names {told}, but {day} is a {_DAYS[day.weekday()]}",
            mend="correct the date, or the year or month that was assumed",
        )


def _stated_day(moment: Moment) -> date | None:
    """The local date that a moment states, where it states one."""
    match = _STATED.fullmatch(moment.stated)
    try:
        return None if match is None else date.fromisoformat(match[1])
    except ValueError:
        return None


def _weekdays(moment: Moment) -> set[int]:
    """The weekdays that a moment's words name, Monday being 0."""
    found = set(_named(moment.text.lower()))
    if not found:
        return found
    match = _STATED.fullmatch(moment.stated)
    is_small_hour = match is not None and match[2] and int(match[2]) < _MORNING
    if is_small_hour and _NIGHT.search(moment.text):
        found |= {(day + 1) % 7 for day in found}
    return found


def _named(low: str) -> Iterator[int]:
    for name, number in _WEEKDAY.findall(low):
        place = _PLACES.get(name, _SHORT.get(name) if number else None)
        if place is not None:
            yield place


def _a_year_ahead() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("He was shot.", published="2023-11-24")
    draft.event("shots", "2024-11-23T21:00", quote="He was shot")
    return draft.incident()


@rule(
    "TL502",
    name="published-before-event",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source="Biodiversity data are checked for the same: bdchecks, eventDateInFuture.",
    witness=_a_year_ahead,
)
def published_before_event(case: Case) -> Iterator[Hit]:
    """An event that starts after the source that tells of it was published.

    ## What it does

    Compares the start of each event with the publication of every source that it
    cites. A publication known by its day compares as that day: an event of the same
    day isn't after it. Where a vague word decides, it is implausible instead of a
    contradiction.

    ## Why it matters

    A source can't report what has yet to happen. The usual causes are a year that was
    filled in wrongly and a day and month that were swapped.

    ## What it leaves alone

    Events whose quote speaks of the future ("will be heard", "is due", "opens on
    Monday"); hearings, findings, post-mortem examinations, identifications, interviews
    and public statements without a quote; sources without a date; undated events.
    An event of the day of publication is not even possibly after it, unless the hour of
    publication is known.

    ## Mend

    Correct the date of the event, or give the date at which the source was last
    updated as its publication.

    ## Example

    > Published on 24 November 2023: "He was shot", recorded as of 23 November 2024.
    """
    for event in case.incident.events:
        for source_id in dict.fromkeys(one.source_id for one in event.citations):
            source = case.incident.source(source_id)
            published = source.published
            verdict = None if published is None else before(published, event.start)
            if published is None or verdict is None or _is_planned(event, source_id):
                continue
            if verdict is Verdict.CERTAIN or published.precision not in _WHOLE_DAYS:
                yield _early(case, event, source, published, verdict)


def _is_planned(event: Event, source_id: str) -> bool:
    quotes = [one.quote for one in event.citations if one.source_id == source_id]
    return any(
        _FUTURE.search(quote) if quote else event.kind in _PLANNED for quote in quotes
    )


def _early(
    case: Case, event: Event, source: Source, published: Moment, verdict: Verdict
) -> Hit:
    out, start = texts(published, event.start)
    verb = "starts" if verdict is Verdict.CERTAIN else "may start"
    gap = gap_text(published, event.start)
    return case.hit(
        event,
        "start",
        f"{verb} ({start}) {gap}after its source was published ({out})",
        others=(source,),
        verdict=verdict,
        severity=gravity(published, event.start),
        mend="correct the date, or give the date of the source's last update",
    )


def _no_zone_stated() -> Incident:
    draft = Draft()
    moment = Moment.from_stated(
        "2023-11-23T19:59", zone="Europe/London", assumed=(Assumption.ZONE,)
    )
    draft.event("call", moment)
    return draft.incident()


@rule(
    "TL505",
    name="zone-assumed",
    severity=Severity.NOTE,
    since="0.1.0",
    source="RFC 3339, section 4.4: unqualified local time.",
    witness=_no_zone_stated,
)
def zone_assumed(case: Case) -> Iterator[Hit]:
    """Times whose zone was filled in by a reader.

    ## What it does

    Notes each zone that no source states, once, at the first moment that it was
    assumed for.

    ## Why it matters

    All elapsed times and orders across sources rest on it. A press office means its
    own clock; a log may be kept in UTC.

    ## What it leaves alone

    Zones that a source states, or that the user gave for it.

    ## Mend

    Find out which clock the source goes by, and give its zone.

    ## Example

    > Police were called at 19:59.
    """
    places: dict[str, list[tuple[Named, str]]] = {}
    for record, field, moment in case.moments:
        if moment.zone is not None and Assumption.ZONE in moment.assumed:
            places.setdefault(moment.zone, []).append((record, field))
    for zone, found in places.items():
        count = f"{len(found)} moment{'' if len(found) == 1 else 's'}"
        yield Hit(
            where=case.where(*found[0]),
            message=f"the zone {zone} is assumed for {count}",
            subject_ids=tuple(dict.fromkeys(record.id for record, _ in found)),
            mend="give the zone that the source goes by",
        )
