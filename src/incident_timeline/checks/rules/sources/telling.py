"""Rules on how a source tells its events: TL508, TL519 and TL521."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.sources.said import CLOCKS, Said, named_dates, said
from incident_timeline.errors import shown
from incident_timeline.model import Citation, Draft, Event, Incident, Severity
from incident_timeline.moments import Moment, bounds_text

__all__ = ["clock_goes_back", "quote_cited_twice", "uncited_event"]

_HALF_A_DAY = timedelta(hours=12)
_MORNING = 6  # the hour up to which a night is called by the day before
_OWN_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|earlier|previous|before|morning"
    r"|same day|today)\b",
    re.IGNORECASE,
)


def _past_midnight() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("23:50 Call received. 00:10 Officers at scene.")
    for kind, words in (("call", "23:50 Call received"), ("arrival", "00:10 Officers")):
        at = Moment.at(f"2023-11-23T{words[:5]}", zone="Europe/London", text=words[:5])
        draft.event(kind, at, quote=words)
    return draft.incident()


@rule(
    "TL508",
    name="clock-goes-back",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="A law of clocks: after 23:59 comes 00:00 of the day after.",
    witness=_past_midnight,
)
def clock_goes_back(case: Case) -> Iterator[Hit]:
    """A clock that goes back over midnight under one and the same date.

    ## What it does

    Follows the events of each source in the order in which they are told, by the first
    source that they cite. Where a clock time before 06:00 is told next after one that
    is more than 12 hours later on the same stated date, it reports the earlier time.

    ## Why it matters

    A log gives the date once, at its head, and then runs past midnight. All that
    follows is dated a day too early, before what it answers to.

    ## What it leaves alone

    Moments without words, which mostly were dated one by one; words that name a date
    or a weekday of their own, the morning, or "earlier"; events that a link ties to one
    another; ranges, days and times stated with no clock; events that are told in the
    order of their times.

    ## Mend

    Date the event to the day after; or link the two, where it did come before.

    ## Example

    > 23:50 Call received. 00:10 Officers at scene.
    """
    told: dict[str, tuple[Event, Said]] = {}
    links = {frozenset((one.event_id, one.other_id)) for one in case.incident.links}
    for event in case.incident.events:
        value = said(event.start)
        if value is None or value.is_range or value.unit not in CLOCKS:
            continue
        source_id = event.citations[0].source_id if event.citations else ""
        before = told.get(source_id)
        told[source_id] = event, value
        if before is None or not _is_back(before[1], value):
            continue
        if {before[0].id, event.id} not in links and not _is_dated(event.start.text):
            yield case.hit(
                event,
                "start",
                f"{event.start.stated} is told after {before[0].start.stated}: the"
                " clock has passed midnight, and the date hasn't changed",
                others=(before[0],),
                mend="date it to the day after, or link the two",
            )


def _is_back(before: Said, value: Said) -> bool:
    was, now = before.first, value.first
    if was is None or now is None or was.date() != now.date():
        return False
    return now.hour < _MORNING and was - now > _HALF_A_DAY


def _is_dated(text: str) -> bool:
    """Whether a moment is dated by itself: by its words, or for want of any."""
    return not text or bool(_OWN_DAY.search(text)) or any(named_dates(text))


_SEVERAL = re.compile(
    r"\b(?:again|both|each|further|later|more|second|several|then|third|times?|twice"
    r"|two|three)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[0-9]{1,2}[:.][0-9]{2}|[0-9]{4}|[0-9]{1,2}\s?[ap]\.?m", re.IGNORECASE
)
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
_Span = tuple[str, str, str, int | None, frozenset[str]]


def _copied() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("Police were called at 19:59.")
    draft.event("call", "2023-11-23T19:59", quote="Police were called at 19:59")
    draft.event("call", "2023-11-23T20:59", quote="Police were called at 19:59")
    return draft.incident()


@rule(
    "TL519",
    name="quote-cited-twice",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="A law of the record: one quote tells one occurrence.",
    witness=_copied,
)
def quote_cited_twice(case: Case) -> Iterator[Hit]:
    """One quote that two events of a kind cite for different times.

    ## What it does

    Compares the events of one kind with the same parties whose first citation is the
    same quote at the same place of the same source. Where the quote tells just one
    clock time, and the events can't all have been at one time, it reports them once.

    ## Why it matters

    A row was copied and its quote was not changed. Nothing supports one of the two
    times, though it looks as well founded as the other.

    ## What it leaves alone

    Quotes that tell no clock time, or several, or of several by a word such as "again"
    or "twice"; events of other kinds, or of other parties; times that may be the same.

    ## Mend

    Quote the words that tell of each, or remove the copy.

    ## Example

    > "Police were called at 19:59", cited for a call at 19:59 and for one at 20:59.
    """
    told: dict[_Span, list[Event]] = {}
    for event in case.incident.events:
        if len(case.incident.events_of_kind(event.kind)) == 1:
            continue
        cited = event.citations[0] if event.citations else None
        if cited is not None and cited.quote:
            told.setdefault(_span(event, cited), []).append(event)
    for (_, _, quote, _, _), events in told.items():
        if len(events) == 1 or not _tells_one(quote):
            continue
        first, *others = events
        sooner, later = _far_apart(events)
        if sooner.precedes(later):
            yield case.hit(
                first,
                "citations[0]",
                f"{shown(quote)} is cited for {bounds_text(sooner)} and for"
                f" {bounds_text(later)}",
                others=others,
                mend="quote the words that tell of each, or remove the copy",
            )


def _span(event: Event, cited: Citation) -> _Span:
    who = frozenset(one.party_id for one in event.participants)
    return event.kind, cited.source_id, cited.quote, cited.start, who


def _tells_one(quote: str) -> bool:
    return len(_CLOCK.findall(quote)) == 1 and _SEVERAL.search(quote) is None


def _far_apart(events: list[Event]) -> tuple[Moment, Moment]:
    """The start that must be over first, and the one that can begin last."""
    starts = [event.start for event in events]
    return (
        min(starts, key=lambda one: one.latest_utc or _LAST),
        max(starts, key=lambda one: one.earliest_utc or _FIRST),
    )


def _no_words() -> Incident:
    draft = Draft()
    draft.source("Police were called.")
    draft.event("call")
    return draft.incident()


@rule(
    "TL521",
    name="uncited-event",
    severity=Severity.MISSING,
    since="0.2.0",
    source="A law of the record: each claim cites the words that make it.",
    witness=_no_words,
    is_default=False,
)
def uncited_event(case: Case) -> Iterator[Hit]:
    """An event that cites no source, in an incident that has some.

    ## What it does

    Reports each event without a citation, where the incident holds a source.

    ## Why it matters

    Nobody can check it, and it looks as well founded as its neighbours.

    ## What it leaves alone

    Incidents without sources, such as rows of a table. It is run only where it is
    selected: drafts and tables often give their source once for all.

    ## Mend

    Cite the words that tell of it, or remove the event.

    ## Example

    > A press release, and an event that none of its sentences tells.
    """
    if not case.incident.sources:
        return
    for event in case.incident.events:
        if not event.citations:
            yield case.hit(
                event,
                "citations",
                f"event {shown(event.id)} of kind {event.kind} cites no source",
                mend="cite the words that tell of it, or remove it",
            )
