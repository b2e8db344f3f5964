"""Rules of law on the days of an inquest, and on how long it may take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.law import local_days
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.statutes._clock import (
    dated,
    first_of,
    last_day,
    told,
)
from incident_timeline.checks.rules.statutes._laws import INQUEST_DAYS, INQUEST_TIME
from incident_timeline.checks.rules.statutes._words import says
from incident_timeline.checks.verdicts import before, gap_text
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.model.incident import Named
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import EventKind as K
from incident_timeline.vocabulary import Footing

__all__ = ["inquest_on_rest_day", "inquest_over_six_months"]

_INQUEST = re.compile(r"\binquests?\b", re.IGNORECASE)
_OTHER_COURT = re.compile(
    r"\b(?:magistrates|crown court|high court|tribunal|misconduct)\b", re.IGNORECASE
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SATURDAY = 5
_LONGEST = 7  # any seven days have a working day among them
_MONTHS = 6


def _on_a_sunday() -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    draft.event("hearing", "2019-10-20", summary="The inquest sits.")
    return draft.incident()


@rule(
    "TL407",
    name="inquest-on-rest-day",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Coroners (Inquests) Rules 2013, rules 2 and 7: a working day is a day that is"
        " not a Saturday, a Sunday, a bank holiday, Christmas Day or Good Friday."
    ),
    witness=_on_a_sunday,
    laws=INQUEST_DAYS,
)
def inquest_on_rest_day(case: Case) -> Iterator[Hit]:
    """An inquest that sits at a weekend, on Christmas Day or on Good Friday.

    ## What it does

    Looks at the local day on which each hearing starts whose summary, quotes or parties
    speak of an inquest. Certain where every day on which it can have started is a rest
    day.

    ## Why it matters

    An inquest is held on a working day unless there is an urgent reason. A rest day
    mostly means a wrong day, month or year.

    ## What it leaves alone

    Other hearings, and those whose words name another court or a misconduct panel,
    which may speak of an inquest too; hearings that are known to a week or worse; later
    days of a hearing that lasts; bank holidays, of which the library keeps no table.

    ## Mend

    Correct the date, or tell the urgent reason in the summary and allow the finding.

    ## Example

    > The inquest was opened on Sunday, 20 October 2019.
    """
    for hearing in told(case, K.HEARING):
        days = local_days(hearing.start)
        if days is None or not says(case, hearing, _INQUEST):
            continue
        if says(case, hearing, _OTHER_COURT):
            continue
        verdict = _rests(*days)
        law = case.law(INQUEST_DAYS, hearing.start) if verdict else None
        if law is not None and verdict is not None:
            verb = "starts" if verdict is Verdict.CERTAIN else "may start"
            yield case.hit(
                hearing,
                "start",
                f"the inquest {verb} on {_named(days)}, no working day as"
                f" {law.provision} asks for",
                verdict=verdict,
                mend="correct the date, or tell the urgent reason",
            )


def _rests(first: date, last: date) -> Verdict | None:
    """How surely a day between two is a rest day."""
    count = (last - first).days + 1
    if count >= _LONGEST:
        return None
    resting = [_is_rest(first + timedelta(days=i)) for i in range(count)]
    if all(resting):
        return Verdict.CERTAIN
    return Verdict.POSSIBLE if any(resting) else None


def _is_rest(day: date) -> bool:
    is_christmas = (day.month, day.day) == (12, 25)
    return day.weekday() >= _SATURDAY or is_christmas or day == _good_friday(day.year)


def _good_friday(year: int) -> date:
    """Good Friday, by Gauss's computus as Lichtenberg mended it."""
    century, golden = year // 100, year % 19
    shift = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    moon = (19 * golden + shift) % 30
    moon -= (moon + golden // 11) // 29
    solar = 2 - (3 * century + 3) // 4
    sunday = 7 - (year + year // 4 + solar) % 7
    easter = 21 + moon + 7 - (21 + moon - sunday) % 7
    return date(year, 3, 1) + timedelta(days=easter - 3)


def _named(days: tuple[date, date]) -> str:
    first, last = (f"{one}, a {_DAYS[one.weekday()]}" for one in days)
    return first if first == last else f"{first} to {last}"


def _seven_months() -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    draft.event("hearing", "2019-03-18", summary="The inquest is opened.")
    draft.event("finding", "2019-10-22", summary="The inquest jury concludes.")
    return draft.incident()


@rule(
    "TL408",
    name="inquest-over-six-months",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source="Coroners (Inquests) Rules 2013, rule 8.",
    witness=_seven_months,
    laws=INQUEST_TIME,
    is_default=False,
)
def inquest_over_six_months(case: Case) -> Iterator[Hit]:
    """An inquest that is completed more than six months after it was opened.

    ## What it does

    The six months run from the day on which the coroner is made aware of the death,
    which is at the latest the day on which the inquest is opened: the first hearing
    that speaks of an inquest, or the opening of an investigation on that footing. A
    finding that speaks of an inquest, or the end of that investigation, is overdue
    where it comes after the same day of the sixth month.

    ## Why it matters

    How long a family waits for the conclusion is part of the account.

    ## What it leaves alone

    Inquests whose opening isn't told. It is only run where it is selected, for the rule
    adds: or as soon as is reasonably practicable after that date.

    ## Mend

    Correct one of the two dates, or allow the finding.

    ## Example

    > The inquest was opened on 18 March 2019. The jury concluded on 22 October.
    """
    ends = tuple(_ends(case))
    if not ends:
        return
    opened = first_of(_openings(case))
    law = case.law(INQUEST_TIME, opened)
    if law is None:
        return
    due = last_day(opened, months=_MONTHS)
    for record, field, end in ends:
        if verdict := before(due, end):
            when, then = dated(end, opened)
            verb = "is" if verdict is Verdict.CERTAIN else "may be"
            gap = gap_text(due, end)
            yield case.hit(
                record,
                field,
                f"the inquest {verb} completed ({when}) {gap}after the six months of"
                f" {law.provision}, counted from its opening ({then})",
                verdict=verdict,
                mend="correct one of the two dates",
            )


def _openings(case: Case) -> Iterator[Moment]:
    for hearing in _of_inquest(case, K.HEARING):
        yield hearing.start
    for investigation in case.incident.investigations:
        if investigation.footing == Footing.INQUEST and is_told(investigation):
            yield investigation.opened


def _ends(case: Case) -> Iterator[tuple[Named, str, Moment]]:
    for finding in _of_inquest(case, K.FINDING):
        yield finding, "start", finding.start
    for investigation in case.incident.investigations:
        is_inquest = investigation.footing == Footing.INQUEST
        if is_inquest and investigation.closed and is_told(investigation):
            yield investigation, "closed", investigation.closed


def _of_inquest(case: Case, kind: str) -> Iterator[Event]:
    return (one for one in told(case, kind) if says(case, one, _INQUEST))
