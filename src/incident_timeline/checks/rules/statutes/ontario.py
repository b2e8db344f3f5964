"""Rules on the time and the case numbers of Ontario's Special Investigations Unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.law import local_days
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.statutes._clock import (
    dated,
    first_of,
    last_day,
    last_of,
    told,
)
from incident_timeline.checks.rules.statutes._laws import CASE_NUMBERS, SIU_TIME
from incident_timeline.checks.rules.statutes._words import says
from incident_timeline.checks.verdicts import before, gap_text
from incident_timeline.model import Draft, Incident, Severity, Verdict
from incident_timeline.model.incident import Named
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.vocabulary import EventKind as K
from incident_timeline.vocabulary import Footing

__all__ = ["siu_number_mismatch", "siu_over_time"]

_SIU = re.compile(r"\bSIU\b|\bSpecial Investigations Unit\b|\bDirector\b")
_NUMBER = re.compile(
    r"(?<![\w-])([0-9]{2})-[TPO](FI|FD|FP|CI|CD|VI|VD|SA|OI|OD)-[0-9]{3}(?![\w-])"
)
_LONGEST = 10_000  # characters; a title or a matter that is longer isn't read
_CAME = (K.REFERRAL, K.INVESTIGATION_START)
_HARM = (
    K.SHOTS,
    K.LESS_LETHAL,
    K.RESTRAINT,
    K.COLLISION,
    K.INJURY,
    K.DEATH_PRONOUNCEMENT,
)
_CENTURY = 2000
_DISCHARGES_SINCE = date(2020, 12, 1)


def _a_year_and_more() -> Incident:
    draft = Draft(zone="America/Toronto", jurisdiction="CA-ON")
    unit = [(draft.party("the SIU", kind="organisation"), "oversight_body")]
    draft.event("referral", "2021-01-20", who=unit)
    draft.event("finding", "2022-04-26", who=unit)
    return draft.incident()


@rule(
    "TL411",
    name="siu-over-time",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source="The Unit's answers to frequently asked questions, on the Act of 2019.",
    witness=_a_year_and_more,
    laws=SIU_TIME,
    is_default=False,
)
def siu_over_time(case: Case) -> Iterator[Hit]:
    """An investigation by the Special Investigations Unit that takes over 120 days.

    ## What it does

    Counts 120 local days from the last of these that is told: the notification, the
    start of the investigation, and the opening of one that is independent. A finding
    whose words or parties name the Unit or its Director, or the end of that
    investigation, is overdue where it comes later.

    ## Why it matters

    The Unit has to say why it took longer, and the account may tell it.

    ## What it leaves alone

    Investigations that came to the Unit before 2020-12-01; accounts without a date for
    one of the starts. It is only run where it is selected: the Act asks for 120 days
    where possible.

    ## Mend

    Correct one of the two dates, or allow the finding.

    ## Example

    > The Unit was notified on 20 January 2021. Its Director decided on 26 April 2022.
    """
    ends = tuple(_ends(case))
    if not ends:
        return
    began = last_of(_starts(case))
    law = case.law(SIU_TIME, began)
    if law is None or law.limit is None:
        return
    due = last_day(began, law.limit.days)
    for record, field, end in ends:
        if verdict := before(due, end):
            when, then = dated(end, began)
            verb = "ends" if verdict is Verdict.CERTAIN else "may end"
            gap, days = gap_text(due, end), law.limit.days
            yield case.hit(
                record,
                field,
                f"the investigation {verb} ({when}) {gap}after the {days} days of"
                f" {law.provision}, counted from {then}",
                verdict=verdict,
                mend="correct one of the two dates",
            )


def _starts(case: Case) -> Iterator[Moment]:
    for event in told(case, *_CAME):
        yield event.start
    for investigation in case.incident.investigations:
        if investigation.footing == Footing.INDEPENDENT and is_told(investigation):
            yield investigation.opened


def _ends(case: Case) -> Iterator[tuple[Named, str, Moment]]:
    for finding in told(case, K.FINDING):
        if says(case, finding, _SIU):
            yield finding, "start", finding.start
    for investigation in case.incident.investigations:
        is_theirs = investigation.footing == Footing.INDEPENDENT
        if is_theirs and investigation.closed and is_told(investigation):
            yield investigation, "closed", investigation.closed


def _number_of_the_year_before() -> Incident:
    draft = Draft(zone="America/Toronto", jurisdiction="CA-ON")
    draft.source("", title="SIU Director's Report - Case # 20-OCD-013")
    draft.event("referral", "2021-01-20")
    return draft.incident()


@rule(
    "TL412",
    name="siu-number-mismatch",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "The Unit's page on case numbers; its answers to frequently asked questions, on"
        " discharges of a firearm at a person; numbers of 2017 in its report of 2018."
    ),
    witness=_number_of_the_year_before,
    laws=CASE_NUMBERS,
)
def siu_number_mismatch(case: Case) -> Iterator[Hit]:
    """A case number of the Special Investigations Unit of another year than its case.

    ## What it does

    Reads the case number, such as ``25-PFD-123``, in the titles of sources and in the
    matter of investigations. Its first two digits are the year in which the case came
    to the Unit: it is compared with the first notification or start of an investigation
    that is told, or else with the first harm, which can't come in a later year. A type
    of FP, a firearm discharged at a person, is also compared with 2020-12-01, before
    which the Unit had no such cases. Implausible only where a date was filled in by a
    reader, or what it dates is no more than alleged.

    ## Why it matters

    The number finds the report. A wrong one finds another person's.

    ## What it leaves alone

    Titles that name several numbers; the letter of the police service; types of injury
    and death, for a death may follow after the number was given; cases of before 2017.

    ## Mend

    Correct the number, or the date.

    ## Example

    > SIU Director's Report, case 20-OCD-013: the Unit was notified on 20 January 2021.
    """
    numbers = tuple(_numbers(case))
    starts = tuple(_starts(case)) if numbers else ()
    harm = tuple(one.start for one in told(case, *_HARM))
    came, harmed = first_of(starts), first_of(harm)
    gravity = _gravity(case, starts or harm) if numbers else None
    for record, field, found in numbers:
        why = _fault(case, found, came, harmed)
        if why:
            yield case.hit(
                record,
                field,
                f"case number {found[0]} is of another case: {why}",
                severity=gravity,
                mend="correct the number, or the date",
            )


def _gravity(case: Case, moments: tuple[Moment, ...]) -> Severity:
    if any(one.assumed for one in moments):
        return Severity.IMPLAUSIBLE
    return weigh(Severity.CONTRADICTION, told(case, *_CAME) or told(case, *_HARM))


def _numbers(case: Case) -> Iterator[tuple[Named, str, re.Match[str]]]:
    for record, field, text in _titles(case):
        found = {one[0]: one for one in _NUMBER.finditer(text[:_LONGEST])}
        if len(found) == 1:
            yield record, field, next(iter(found.values()))


def _titles(case: Case) -> Iterator[tuple[Named, str, str]]:
    for source in case.incident.sources:
        yield source, "title", source.title
    for investigation in case.incident.investigations:
        if is_told(investigation):
            yield investigation, "matter", investigation.matter


def _fault(case: Case, found: re.Match[str], came: Moment, harm: Moment) -> str:
    """Why a number can't be that of the case, whatever reading of it is true."""
    year = _CENTURY + int(found[1])
    by = harm if came.is_unknown else came
    days, harmed = local_days(came), local_days(harm)
    if case.law(CASE_NUMBERS, by) is None:
        return ""
    if days and not days[0].year <= year <= days[1].year:
        return f"the case came to the SIU on {bounds_text(came)}"
    if harmed and year < harmed[0].year:
        return f"the harm was done on {bounds_text(harm)}"
    if found[2] == "FP" and harmed and harmed[1] < _DISCHARGES_SINCE:
        return f"the SIU has FP cases from {_DISCHARGES_SINCE} on only"
    return ""
