"""Rules of law on reports, recordings and deaths in the United States."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.law import Law
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.statutes._clock import (
    first,
    first_of,
    last,
    last_day,
    last_of,
    late,
    told,
)
from incident_timeline.checks.rules.statutes._laws import (
    CUSTODY_DEATHS,
    RECORDINGS,
    TEXAS_DEATHS,
    TEXAS_REPORTS,
)
from incident_timeline.checks.rules.statutes._words import says
from incident_timeline.checks.verdicts import before
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.moments import Precision
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind as K

__all__ = ["custody_death_undated", "recording_withheld", "texas_report_late"]

_HURT = (K.SHOTS, K.INJURY, K.DEATH_PRONOUNCEMENT)
_FORCE = (K.ARREST, K.CUSTODY, K.LESS_LETHAL, K.RESTRAINT)
_TO_WHOM = re.compile(r"\battorney general\b|\bOAG\b", re.IGNORECASE)
_RECORDING = re.compile(
    r"\b(?:video|footage|recordings?|body[- ]?worn|body[- ]?cam(?:era)?s?)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r"\b(?:releas|publish|post(?:s|ed)\b|disclos|made public|made available)",
    re.IGNORECASE,
)
_HELD = (K.ARREST, K.CUSTODY)
_CLOCKS = frozenset(
    {
        Precision.HOUR,
        Precision.MINUTE,
        Precision.SECOND,
        Precision.INSTANT,
        Precision.RANGE,
    }
)
_DATES = _CLOCKS | {Precision.DAY, Precision.PART_OF_DAY}


def _report_after_six_weeks() -> Incident:
    draft = Draft(zone="America/Chicago", jurisdiction="US-TX")
    draft.event("shots", "2016-03-01T22:10")
    draft.event("referral", "2016-04-13", summary="Reported to the Attorney General.")
    return draft.incident()


@rule(
    "TL421",
    name="texas-report-late",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source=(
        "Texas Code of Criminal Procedure, articles 2.139, 2A.206 and 49.18; that the"
        " last of these asked for 30 days in May 2018 was told by KSAT, 23 May 2018. Of"
        " 1,681 reports that the Texas Justice Initiative publishes, 199 are later."
    ),
    witness=_report_after_six_weeks,
    laws=(*TEXAS_REPORTS, *TEXAS_DEATHS),
)
def texas_report_late(case: Case) -> Iterator[Hit]:
    """A shooting or a death in custody, reported to the Attorney General too late.

    ## What it does

    Where shots are told of, takes the last of the shots, injuries and deaths; where it
    is an arrest, custody or other force, the last death. The first referral whose
    summary, quotes or parties name the Attorney General is due by the end of the 30th
    local day after; at a weekend the Monday after it is let pass.

    ## Why it matters

    The state's count of shootings and deaths in custody rests on these reports.

    ## What it leaves alone

    Accounts that tell of no such report; reports to others; shootings of before
    2015-09-01, and other deaths of before 2018-05-23; times whose bounds are open.

    ## Mend

    Correct one of the two dates, or add the earlier report.

    ## Example

    > Shots were fired on 1 March 2016. The agency reported to the Attorney General on
    > 13 April.
    """
    reports = told(case, K.REFERRAL)
    if not reports:
        return
    laws, hurt = _reportable(case)
    when = last_of(one.start for one in hurt)
    law = case.law(laws, when)
    reports = tuple(one for one in reports if says(case, one, _TO_WHOM))
    if law is None or law.limit is None or not reports:
        return
    due = last_day(when, law.limit.days, rests=True)
    if verdict := before(due, first_of(one.start for one in reports)):
        mend = "correct one of the two dates, or add the earlier report"
        yield late(
            case, law, first(reports), last(hurt), due=due, verdict=verdict, mend=mend
        )


def _reportable(case: Case) -> tuple[tuple[Law, ...], tuple[Event, ...]]:
    """What has to be reported, and by which laws."""
    if told(case, K.SHOTS):
        return TEXAS_REPORTS, told(case, *_HURT)
    if told(case, *_FORCE):
        return TEXAS_DEATHS, told(case, K.DEATH_PRONOUNCEMENT)
    return (), ()


def _video_after_two_months() -> Incident:
    draft = Draft(zone="America/Los_Angeles", jurisdiction="US-CA")
    draft.event("shots", "2021-12-23T11:50")
    draft.event("public_statement", "2022-02-27", summary="Police release the video.")
    return draft.incident()


@rule(
    "TL422",
    name="recording-withheld",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source="The digests of AB 748 (2018) and of AB 473 (2021), which recodified it.",
    witness=_video_after_two_months,
    laws=RECORDINGS,
    is_default=False,
)
def recording_withheld(case: Case) -> Iterator[Hit]:
    """A recording of a shooting that was released more than 45 days after it.

    ## What it does

    Where shots are told of, takes the last of the shots, injuries and deaths, and the
    first public statement that speaks of a recording and of its release. It is reported
    after the end of the 45th calendar day.

    ## Why it matters

    Beyond that day the agency has to show why it withholds the recording.

    ## What it leaves alone

    Accounts that tell of no release; incidents of before 2019-07-01; force other than
    shots. It is only run where it is selected: the time can be extended, and the law
    speaks of recordings that somebody asked for.

    ## Mend

    Correct one of the two dates, add the earlier release, or allow the finding.

    ## Example

    > Officers fired on 23 December 2021. Police released the video on 27 February 2022.
    """
    releases = told(case, K.PUBLIC_STATEMENT)
    if not releases or not told(case, K.SHOTS):
        return
    hurt = told(case, *_HURT)
    when = last_of(one.start for one in hurt)
    law = case.law(RECORDINGS, when)
    releases = tuple(one for one in releases if _is_release(case, one))
    if law is None or law.limit is None or not releases:
        return
    due = last_day(when, law.limit.days)
    if verdict := before(due, first_of(one.start for one in releases)):
        mend = "correct one of the two dates, or add the earlier release"
        yield late(
            case, law, first(releases), last(hurt), due=due, verdict=verdict, mend=mend
        )


def _is_release(case: Case, event: Event) -> bool:
    return says(case, event, _RECORDING) and says(case, event, _RELEASED)


def _died_that_day() -> Incident:
    draft = Draft(zone="America/Chicago", jurisdiction="US-TX")
    man = [(draft.party("a man"), "affected_person")]
    draft.event("arrest", "2024-04-19", who=man)
    draft.event("death_pronouncement", "2024-04-21", who=man)
    return draft.incident()


@rule(
    "TL423",
    name="custody-death-undated",
    severity=Severity.MISSING,
    since="0.2.0",
    source="Death in Custody Reporting Act of 2013, section 2(b)(2).",
    witness=_died_that_day,
    laws=CUSTODY_DEATHS,
    is_default=False,
)
def custody_death_undated(case: Case) -> Iterator[Hit]:
    """A death in custody of which the date, the time or the place isn't told.

    ## What it does

    Where someone dies of whom an arrest or custody is told, looks whether the account
    tells the day, the hour and the place of the death, as the states have to report
    them.

    ## Why it matters

    These three are the least that is known of each death in custody.

    ## What it leaves alone

    Deaths of people who weren't held; deaths of before 2015-10-01, when the first
    fiscal year after the time for compliance began. It is only run where it is
    selected: most accounts tell less.

    ## Mend

    Add what is missing, with its source.

    ## Example

    > The man was arrested on 19 April 2024. He died on 21 April.
    """
    deaths = told(case, K.DEATH_PRONOUNCEMENT)
    held = {who: one for one in _held(case, deaths) for who in affected(one)}
    for death in deaths:
        for custody in (held[who] for who in sorted(affected(death)) if who in held):
            is_dated = case.law(CUSTODY_DEATHS, death.start)
            law = is_dated or case.law(CUSTODY_DEATHS, custody.start)
            missing = _missing(death)
            if law is not None and missing:
                yield case.hit(
                    death,
                    "",
                    f"the {' and the '.join(missing)} of this death in custody"
                    f" {'is' if len(missing) == 1 else 'are'} not told, of which"
                    f" {law.provision} asks for the date, time and location",
                    others=(custody,),
                    mend=f"add the {' and the '.join(missing)}, with its source",
                )
                break


def _held(case: Case, deaths: tuple[Event, ...]) -> tuple[Event, ...]:
    return told(case, *_HELD) if deaths else ()


def _missing(death: Event) -> tuple[str, ...]:
    precision = death.start.precision
    parts = (
        ("date", precision in _DATES),
        ("time", precision in _CLOCKS),
        ("place", bool(death.place)),
    )
    return tuple(name for name, is_there in parts if not is_there)
