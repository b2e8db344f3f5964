"""Rules on what a moment's words name and its value doesn't: TL507, TL511 to TL514."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.sources.said import (
    between,
    covers,
    named_dates,
    said,
)
from incident_timeline.errors import shown
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.model.incident import Named
from incident_timeline.moments import Assumption, Moment, bounds_text
from incident_timeline.moments.zones import zone_info

__all__ = [
    "date_conflict",
    "impossible_clock",
    "precision_inflated",
    "unanchored_relative",
]

# Words that count from the date they name, or that call a night by the day before.
_FROM_THERE = re.compile(
    r"\b(?:later|earlier|after|before|following|next|previous|prior|ago|since|from"
    r"|until|eve|week|(?:over|mid)?night|24[:.]?00)\b",
    re.IGNORECASE,
)

_RANGE = re.compile(
    r"–|\s-\s|\b(?:to|and)\b|[0-9]-[0-9]{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[a-z]"
    r"|[a-z]\.?\s[0-9]{1,2}-[0-9]{1,2}(?![0-9-])",
    re.IGNORECASE,
)


def _another_day() -> Incident:
    draft = Draft(zone="Europe/London")
    text = "at 19:59hrs on 23 November"
    draft.event("call", Moment.at("2023-11-24T19:59", zone="Europe/London", text=text))
    return draft.incident()


@rule(
    "TL507",
    name="date-conflict",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "In the reports on shootings that the Texas Justice Initiative publishes, the"
        " date of the narrative differs from that of the column in 15 of 190."
    ),
    witness=_another_day,
)
def date_conflict(case: Case) -> Iterator[Hit]:
    """A moment whose words name another date than its value.

    ## What it does

    Where the words of a moment name a day and month in English or in figures, with or
    without the year ("23 November", "Nov. 23rd, 2023", "2023-11-23", "23/11/2023"),
    looks whether one of the dates that they name is among those of the stated value,
    or of the bounds where no value is stated.

    ## Why it matters

    A date typed beside a text slips by a day, a month or a year, and whoever sorts by
    it never sees the words.

    ## What it leaves alone

    Words of which one date fits; "06/07/2024" where either reading fits; what lies
    between the ends of a range; words that count from the date that they name ("two
    days after 23 November", "the night of 23 November", "midnight"); open bounds; words
    that name a month or a year alone.

    ## Mend

    Correct the value to the date of the words, or quote the words that date it.

    ## Example

    > "at 19:59hrs on 23 November", recorded as 2023-11-24T19:59.
    """
    for record, field, moment in case.moments:
        if moment.text and _is_elsewhere(moment):
            text, value = moment.text, moment.stated or bounds_text(moment)
            yield case.hit(
                record,
                field,
                f"{shown(text)} names another date than its value, {shown(value)}",
                mend="correct the value to the date that its words name",
            )


def _is_elsewhere(moment: Moment) -> bool:
    """Whether words name dates, and a value is none of them."""
    days = _days(moment)
    if days is None:
        return False
    named = list(named_dates(moment.text))
    if not named or _FROM_THERE.search(moment.text):
        return False
    if any(covers(*days, one) for one in named):
        return False
    return not (_RANGE.search(moment.text) and between(*days, named))


def _days(moment: Moment) -> tuple[date, date] | None:
    """The first and the last local date of a moment's value."""
    value = said(moment)
    if value is not None and value.first and value.last:
        return value.first.date(), value.last.date()
    first, last = moment.earliest_utc, moment.latest_utc
    if moment.stated or moment.zone is None or first is None or last is None:
        return None
    zone = zone_info(moment.zone)
    return first.astimezone(zone).date(), last.astimezone(zone).date()


# No hour over 24, no minute or second over 59 but a leap second, in that order.
_OUT_OF_RANGE = re.compile(
    r"[0-9](?<![\w.,:/+£$€#-].)(?:"
    r"(?:(?<=2)[4-9]|(?<=[3-9])[0-9]):?[0-9]{2}(?::[0-9]{2})?"
    r"|[0-9]?:?[6-9][0-9](?::[0-9]{2})?"
    r"|[0-9]?:[0-9]{2}:(?:6[1-9]|[7-9][0-9]))"
    r"(?<!24:00)(?<!2400)(?<!24:00:00)"
    r"(?P<unit>\s{0,2}(?:hrs?|hours?|h|[ap]\.?m)\b\.?)?(?![\w:/%-])(?![.,][0-9])"
)
_LED = re.compile(
    r"(?:\A|\b(?:at|around|about|approximately|circa|until|till|since|between))\s{0,3}\Z"
)
_LASTS = re.compile(r"\b(?:for|within|over|than|every|in|of|lasting)\s{1,3}\Z")
_RUNS_ON = re.compile(
    r"\s{1,3}(?:(?:later|after|before|earlier|ago|long|of|in|odds|ratio|scale)\b|[a-z]*[A-Z])"
)
_LOOKS_BACK = 20


def _no_such_clock() -> Incident:
    draft = Draft()
    draft.event("call", Moment.unknown("19:75hrs"))
    return draft.incident()


@rule(
    "TL511",
    name="impossible-clock",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "ISO 8601: hours end at 24, minutes and seconds at 59. The use-of-force records"
        " of Lincoln, Nebraska, hold the times 1273 and 1288."
    ),
    witness=_no_such_clock,
)
def impossible_clock(case: Case) -> Iterator[Hit]:
    """Words that name a time no clock shows.

    ## What it does

    Looks for clock times in the words of a moment, and reports an hour over 24, a
    minute over 59 or a second over 60. A number counts as a clock time where it begins
    or is the whole of the words, follows "at", "around", "until" and the like, or is
    followed by "hrs", "hours", "am" or "pm".

    ## Why it matters

    Whoever reads it on makes 13:13 of 1273, or leaves the time out, and neither says
    so. A digit is wrong, and the quote should tell which.

    ## What it leaves alone

    24:00; durations ("for 48:00 hours", "72:00 hours later"); four figures that may be
    a year; scores, scales, prices and references; other numbers in the words.

    ## Mend

    Correct the slip where the source shows it; else keep the words and leave the time
    open.

    ## Example

    > 19:75hrs
    """
    for record, field, moment in case.moments:
        text = moment.text
        if text and _OUT_OF_RANGE.search(text) and (found := _wrong_clock(text)):
            yield case.hit(
                record,
                field,
                f"{shown(text)} names a time that no clock shows: {shown(found)}",
                mend="correct the slip, or keep the words and leave the time open",
            )


def _wrong_clock(text: str) -> str:
    found = (one for one in _OUT_OF_RANGE.finditer(text) if _is_clock(one, text))
    return next((one[0] for one in found), "")


def _is_clock(found: re.Match[str], text: str) -> bool:
    before = text[max(0, found.start() - _LOOKS_BACK) : found.start()].lower()
    if _RUNS_ON.match(text, found.end()) or _LASTS.search(before):
        return False
    if found["unit"]:
        return True
    if len(found[0]) == 4 and "1600" <= found[0] <= "2099":  # noqa: PLR2004  a year
        return False
    return bool(_LED.search(before))


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_NTH = r"(?:the\s)?[0-9]{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NOTHING_ELSE = re.compile(
    rf"(?:(?:on|in|during|dated)\s)?(?:(?P<year>{_YEAR})"
    rf"|(?P<month>{_MONTH}(?:,?\s(?:of\s)?{_YEAR})?|{_YEAR}-[0-9]{{2}})"
    rf"|(?P<day>{_WEEKDAY}|(?:{_WEEKDAY},?\s)?(?:{_NTH}[\s-](?:of\s)?{_MONTH}"
    rf"|{_MONTH}\s{_NTH})(?:,?[\s-]{_YEAR})?|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.][0-9]{{2,4}}))\.?"
)
_LONGEST = 40  # "on Wednesday, the 23rd of September, 2023." and room to spare
_LEAST = {
    "year": timedelta(days=360),
    "month": timedelta(days=27),
    "day": timedelta(hours=20),
}
_OPENLY = frozenset({Assumption.MONTH, Assumption.DAY})


def _a_minute_of_a_month() -> Incident:
    draft = Draft()
    moment = Moment.at("2023-01-01T00:00", zone="UTC", text="in January 2023")
    draft.event("call", moment)
    return draft.incident()


@rule(
    "TL512",
    name="precision-inflated",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Of 579 police shootings that VICE News collected only the year is known; their"
        " dates are 1 January."
    ),
    witness=_a_minute_of_a_month,
)
def precision_inflated(case: Case) -> Iterator[Hit]:
    """A value that is finer than its words.

    ## What it does

    Where the words of a moment are a year, a month or a day in English or in figures
    and nothing else, looks whether the stated value, or the bounds where no value is
    stated, are narrower than that.

    ## Why it matters

    A spreadsheet makes the first of January of a year and midnight of a day. Such a
    time then decides orders and durations that nobody ever claimed.

    ## What it leaves alone

    Words that say anything more, such as a clock time, a part of the day, "early" or
    "after"; values of which a reader says that the month or the day was assumed;
    moments with a part of the day; "2023" where it is the clock time 20:23.

    ## Mend

    State the value at the precision of the words: `2023-01`.

    ## Example

    > "in January 2023", recorded as 2023-01-01T00:00.
    """
    for record, field, moment in case.moments:
        text = moment.text
        if not text or len(text) > _LONGEST or moment.part is not None:
            continue
        found = _NOTHING_ELSE.fullmatch(text.strip().lower())
        if found is None or found.lastgroup is None or _is_as_wide(moment, found):
            continue
        value = shown(moment.stated or bounds_text(moment))
        yield case.hit(
            record,
            field,
            f"{shown(text)} names a {found.lastgroup}, but the value is {value}",
            mend=f"state the {found.lastgroup} alone, as the words do",
        )


def _is_as_wide(moment: Moment, found: re.Match[str]) -> bool:
    """Whether a value leaves as much open as the words, or openly doesn't."""
    value = said(moment)
    width = moment.width
    if value is not None and value.first and value.last:
        width = value.last - value.first
        if f"{value.first:%H%M}" == found["year"]:
            return True
    if width is None or width >= _LEAST[found.lastgroup or ""]:
        return True
    return not _OPENLY.isdisjoint(moment.assumed)


_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?"
    r"|mornings?|afternoons?|evenings?|moments?)"
)
_RELATIVE = re.compile(
    rf"\b(?:{_UNIT}\s{{1,3}}(?:later|earlier|before|after|afterwards|ago|prior|on)"
    r"|(?:following|next|previous|preceding|same|last|that)\s{1,3}(?:early\s|late\s)?"
    rf"{_UNIT}"
    r"|yesterday|today|tonight|tomorrow|thereafter|meanwhile"
    r"|(?:shortly|soon|immediately|moments|straight|just|later)\s{1,3}"
    r"(?:after|afterwards|before|later|thereafter|that))\b",
    re.IGNORECASE,
)


def _hanging() -> Incident:
    draft = Draft()
    draft.event("post_mortem", Moment.unknown("the following morning"))
    return draft.incident()


@rule(
    "TL514",
    name="unanchored-relative",
    severity=Severity.MISSING,
    since="0.2.0",
    source="TimeML: a relative TIMEX3 has an anchorTimeID.",
    witness=_hanging,
)
def unanchored_relative(case: Case) -> Iterator[Hit]:
    """Words that count from another time, and nothing that they count from.

    ## What it does

    Reports moments without bounds whose words are relative in English ("the following
    morning", "ten minutes later", "yesterday"), where no link holds the event to
    another and it is part of none.

    ## Why it matters

    The source does say when it was, as soon as the time that it counts from is known;
    as it stands, the record knows nothing.

    ## What it leaves alone

    Moments with a bound; events with a link, or within another event; other words.

    ## Mend

    Give the date that it counts from, or link the event to the one that it follows.

    ## Example

    > A post-mortem examination was held the following morning.
    """
    linked: set[str] | None = None
    for record, field, moment in case.moments:
        if not moment.text or not moment.is_unknown:
            continue
        if _RELATIVE.search(moment.text) is None:
            continue
        linked = _linked(case.incident) if linked is None else linked
        if not _is_held(record, linked):
            yield case.hit(
                record,
                field,
                f"{shown(moment.text)} counts from a time that nothing tells",
                mend="give the time that it counts from, or link it to that event",
            )


def _linked(incident: Incident) -> set[str]:
    links = incident.links
    return {one.event_id for one in links} | {one.other_id for one in links}


def _is_held(record: Named, linked: set[str]) -> bool:
    if not isinstance(record, Event):
        return False
    return record.id in linked or record.part_of_id is not None
