"""Rules of law on referring deaths and injuries to those who investigate police."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.statutes._clock import (
    dated,
    first,
    first_of,
    last,
    last_day,
    last_of,
    late,
    told,
)
from incident_timeline.checks.rules.statutes._laws import (
    DEATHS,
    ON_REFERENCE,
    REFERRALS,
)
from incident_timeline.checks.verdicts import before, gap_text
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.model.incident import Named
from incident_timeline.moments import Moment
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind as K
from incident_timeline.vocabulary import Footing, Role

__all__ = ["death_unreferred", "investigated_before_referral", "late_referral"]

_HARM = (K.DEATH_PRONOUNCEMENT, K.DEATH, K.INJURY)
_CONTACT = (K.SHOTS, K.LESS_LETHAL, K.RESTRAINT, K.ARREST, K.CUSTODY)
_OUTSIDE = frozenset({Footing.INDEPENDENT, Footing.DIRECTED})
_OFFICERS = frozenset(
    {
        Role.PRINCIPAL_OFFICER,
        Role.WITNESS_OFFICER,
        Role.OTHER_OFFICER,
        Role.POLICE_FORCE,
    }
)
_BY_POLICE = (K.LESS_LETHAL, K.RESTRAINT)
_OVERSIGHT = (K.REFERRAL, K.INVESTIGATION_START, K.INVESTIGATOR_DEPLOYMENT)
_LONG_AFTER = timedelta(days=7)


def _referred_too_late() -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    draft.event("restraint", "2014-12-23T01:10")
    draft.event("death_pronouncement", "2014-12-23T02:10")
    draft.event("referral", "2014-12-25T09:00")
    return draft.incident()


@rule(
    "TL403",
    name="late-referral",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source=(
        "SI 2006/1406 reg. 2(4) and the explanatory note of SI 2012/1204, both as read"
        " at the addresses below."
    ),
    witness=_referred_too_late,
    laws=REFERRALS,
)
def late_referral(case: Case) -> Iterator[Hit]:
    """A death or serious injury referred later than the end of the day following.

    ## What it does

    Where force was used or someone was held, takes the last death or injury told and
    the first referral told. The matter was to be referred by the end of the local day
    that follows the harm, working day or not. Certain where the referral comes after
    it for every reading of the two times.

    ## Why it matters

    The first hours decide what evidence is left for those who investigate from outside.

    ## What it leaves alone

    Accounts that tell of no referral, which need not mean that there was none; harm
    without contact with police, of which a force may learn late; a referral that is in
    time for any of the deaths and injuries; times whose bounds are open. Whether an
    injury was serious isn't asked: the later harm sets the clock. Matters from
    2020-02-01 on are left alone, see the page of omitted rules.

    ## Mend

    Correct one of the two dates, or add the earlier referral or the later harm.

    ## Example

    > The man was pronounced dead at 02:10 on 23 December 2014. The force referred the
    > matter at 09:00 on 25 December.
    """
    referrals = told(case, K.REFERRAL)
    harm = told(case, *_HARM) if referrals and told(case, *_CONTACT) else ()
    if not harm:
        return
    when = last_of(one.start for one in harm)
    law = case.law(REFERRALS, when)
    if law is None or law.limit is None:
        return
    due = last_day(when, law.limit.days)
    if verdict := before(due, first_of(one.start for one in referrals)):
        mend = "correct one of the two dates, or add the earlier referral"
        yield late(
            case, law, first(referrals), last(harm), due=due, verdict=verdict, mend=mend
        )


def _investigated_first() -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    body = draft.party("the oversight body", kind="organisation")
    draft.event("referral", "2022-07-05")
    draft.event("investigation_start", "2022-07-04", who=[(body, "oversight_body")])
    return draft.incident()


@rule(
    "TL404",
    name="investigated-before-referral",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Police Reform Act 2002, Schedule 3, paragraph 13A; SI 2020/2 reg. 38 tells of"
        " the like power for complaints, in force on 2020-02-01."
    ),
    witness=_investigated_first,
    laws=ON_REFERENCE,
)
def investigated_before_referral(case: Case) -> Iterator[Hit]:
    """An outside investigation that starts before the matter was referred.

    ## What it does

    Compares the first referral with each start of an investigation in which an
    oversight body takes part, and with the opening of each investigation that is
    independent or directed. Never graver than implausible: the Director General may
    treat a matter as referred without waiting for the force.

    ## Why it matters

    The decision to investigate follows the referral. An order turned round mostly means
    that a date of one was written beside the other.

    ## What it leaves alone

    Accounts that tell of no referral; investigations by police themselves; starts on
    the day of a referral whose hour isn't told.

    ## Mend

    Correct one of the two dates, or say that the matter was called in.

    ## Example

    > The watchdog began its investigation on 4 July. The force referred itself on 5
    > July.
    """
    referrals = told(case, K.REFERRAL)
    if not referrals:
        return
    earliest = first(referrals)
    referred = first_of(one.start for one in referrals)
    for record, field, opened in _starts(case):
        verdict = before(opened, referred)
        if verdict and case.law(ON_REFERENCE, opened):
            yield _early(case, record, field, opened, earliest, verdict=verdict)


def _starts(case: Case) -> Iterator[tuple[Named, str, Moment]]:
    for event in told(case, K.INVESTIGATION_START):
        if any(one.role == Role.OVERSIGHT_BODY for one in event.participants):
            yield event, "start", event.start
    for investigation in case.incident.investigations:
        if investigation.footing in _OUTSIDE and is_told(investigation):
            yield investigation, "opened", investigation.opened


def _early(
    case: Case,
    record: Named,
    field: str,
    opened: Moment,
    referral: Event,
    *,
    verdict: Verdict,
) -> Hit:
    when, then = dated(opened, referral.start)
    verb = "starts" if verdict is Verdict.CERTAIN else "may start"
    gap = gap_text(opened, referral.start)
    return case.hit(
        record,
        field,
        f"the investigation {verb} ({when}) {gap}before the referral ({then})",
        others=(referral,),
        verdict=verdict,
        mend="correct one of the two dates, or say that the matter was called in",
    )


def _nobody_told() -> Incident:
    draft = Draft(zone="Pacific/Auckland", jurisdiction="NZ")
    man = [(draft.party("a man"), "affected_person")]
    draft.source("He was restrained and died.", published="2021-09-12")
    draft.event("restraint", "2021-08-12T18:30", who=man)
    draft.event("death_pronouncement", "2021-08-12T19:10", who=man)
    return draft.incident()


@rule(
    "TL431",
    name="death-unreferred",
    severity=Severity.MISSING,
    since="0.2.0",
    source="The provisions below, as read at their addresses.",
    witness=_nobody_told,
    laws=DEATHS,
    is_default=False,
)
def death_unreferred(case: Case) -> Iterator[Hit]:
    """A death after force by police, without a word of those to whom it must be told.

    ## What it does

    Where someone dies on whom police used force, and a source was published a week or
    more later, looks for a referral, for the start of an investigation, for
    investigators who were sent, and for an investigation of any footing.

    ## Why it matters

    The law has the chief of police refer such a death. An account that is silent on it
    leaves its first question unanswered.

    ## What it leaves alone

    Accounts published within a week of the death, or whose publication isn't dated;
    deaths without force by police; shots in which no officer is told to take part. It
    is only run where it is selected: most accounts tell less than the law demands.

    ## Mend

    Add the referral or the investigation, with its source.

    ## Example

    > Officers restrained the man. He died at the scene.
    """
    incident = case.incident
    deaths = told(case, K.DEATH_PRONOUNCEMENT)
    if not deaths or incident.investigations or told(case, *_OVERSIGHT):
        return
    harmed = {one for event in _force(case) for one in affected(event)}
    for death in deaths:
        law = case.law(DEATHS, death.start) if affected(death) & harmed else None
        if law is not None and _told_long_after(case, death):
            yield case.hit(
                death,
                "",
                f"this death is followed by no word of the referral or notice that"
                f" {law.provision} asks of the chief of police",
                mend="add the referral or the investigation, with its source",
            )


def _force(case: Case) -> Iterator[Event]:
    yield from told(case, *_BY_POLICE)
    for event in told(case, K.SHOTS):
        if any(one.role in _OFFICERS for one in event.participants):
            yield event


def _told_long_after(case: Case, death: Event) -> bool:
    latest = death.start.latest_utc
    for source in case.incident.sources:
        published = source.published.earliest_utc if source.published else None
        if latest and published and published - latest >= _LONG_AFTER:
            return True
    return False
