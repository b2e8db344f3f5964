"""Rules of law on how long someone may be held without being charged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.law import Law
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.statutes._clock import elapsed, first_of, told
from incident_timeline.checks.rules.statutes._laws import DETENTION, LONGEST_DETENTION
from incident_timeline.checks.rules.statutes._words import says
from incident_timeline.checks.verdicts import before, gap_text, texts
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.moments import Moment
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind as K

__all__ = ["detained_too_long", "extension_untold"]

# In hospital, before a court or under another act the clock stands or is another.
_HOUR = timedelta(hours=1)
_STOPS = frozenset({K.CONVEYANCE, K.HEARING})
_OTHER_ACT = re.compile(r"\bterror|\bimmigration|\bprison\b", re.IGNORECASE)


def _held(until: str) -> Incident:
    draft = Draft(zone="Europe/London", jurisdiction="GB-EAW")
    man = [(draft.party("a man"), "affected_person")]
    draft.event("arrest", "2023-11-20T08:00", who=man)
    draft.event("custody", "2023-11-20T08:40", who=man)
    draft.event("release", until, who=man)
    return draft.incident()


def _held_five_days() -> Incident:
    return _held("2023-11-25T10:00")


def _held_thirty_hours() -> Incident:
    return _held("2023-11-21T14:40")


@rule(
    "TL405",
    name="detained-too-long",
    severity=Severity.OVERDUE,
    since="0.2.0",
    source="Police National Legal Database, 10 January 2019, on section 44.",
    witness=_held_five_days,
    laws=LONGEST_DETENTION,
)
def detained_too_long(case: Case) -> Iterator[Hit]:
    """Someone held without charge for longer than any extension allows.

    ## What it does

    From the start of custody of someone who was arrested, counts the hours to the end
    of that custody, or else to their release or charge, whichever is told to come
    first. More than 96 hours are overdue. Hours are elapsed time: a night on which the
    clocks change has one more or one less.

    ## Why it matters

    No officer and no court can extend detention under this act beyond it. A longer one
    mostly means a wrong date, or detention under another law.

    ## What it leaves alone

    People of whom no arrest, or no end of the detention, is told; who were held more
    than once, or charged before; who were taken to hospital or before a court, for
    then the clock stands; custody whose words speak of terrorism, immigration or
    prison.

    ## Mend

    Correct one of the two times, or add the charge or the earlier release.

    ## Example

    > He was booked in at 08:40 on 20 November, and released on 25 November at 10:00.
    """
    for custody, end, law, verdict in _overlong(case, LONGEST_DETENTION):
        yield _hit(
            case,
            custody,
            end,
            f"the {_limit(law)} that {law.provision} allows at most",
            verdict=verdict,
            mend="correct one of the times, or add the charge or the earlier release",
        )


@rule(
    "TL406",
    name="extension-untold",
    severity=Severity.MISSING,
    since="0.2.0",
    source="Police and Criminal Evidence Act 1984, section 41, as it stood in 2017.",
    witness=_held_thirty_hours,
    laws=DETENTION,
    is_default=False,
)
def extension_untold(case: Case) -> Iterator[Hit]:
    """Someone held without charge for longer than a day.

    ## What it does

    Counts as TL405 does, and reports more than 24 hours: beyond these an officer or a
    court has to have extended the detention, which the model has no event for.

    ## Why it matters

    Who extended the detention, and when, is part of an account of it.

    ## What it leaves alone

    What TL405 leaves alone. It is only run where it is selected, for it asks for more
    than most accounts tell.

    ## Mend

    Tell of the authorisation or the warrant in the summary of the custody, and allow
    the finding; or correct one of the two times.

    ## Example

    > He was booked in at 08:40 on 20 November, and released on 21 November at 14:40.
    """
    for custody, end, law, verdict in _overlong(case, DETENTION):
        yield _hit(
            case,
            custody,
            end,
            f"the {_limit(law)} that {law.provision} allows unless they are extended",
            verdict=verdict,
            mend="tell who extended the detention, or correct one of the two times",
        )


def _limit(law: Law) -> str:
    return f"{law.limit // _HOUR} hours" if law.limit else ""


def _overlong(
    case: Case, laws: tuple[Law, ...]
) -> Iterator[tuple[Event, Moment, Law, Verdict]]:
    held = told(case, K.CUSTODY)
    if not held:
        return
    times = Counter(one for custody in held for one in affected(custody))
    for custody in held:
        law = case.law(laws, custody.start)
        if law is None or law.limit is None or says(case, custody, _OTHER_ACT):
            continue
        due = elapsed(custody.start, law.limit)
        for party_id in sorted(affected(custody)):
            end = _end(case, custody, party_id) if times[party_id] == 1 else None
            if end is not None and (verdict := before(due, end)):
                yield custody, end, law, verdict


def _end(case: Case, custody: Event, party_id: str) -> Moment | None:
    """When the detention of someone who was arrested ended, as far as it is told."""
    theirs: dict[str, list[Event]] = {}
    for event in case.incident.events_of_party(party_id):
        if party_id in affected(event) and is_told(event):
            theirs.setdefault(event.kind, []).append(event)
    charges = theirs.get(K.CHARGE, [])
    was_charged = any(one.start.may_precede(custody.start) for one in charges)
    if K.ARREST not in theirs or was_charged or not _STOPS.isdisjoint(theirs):
        return None
    if custody.end is not None:
        return custody.end
    ends = (one.start for one in (*theirs.get(K.RELEASE, ()), *charges))
    return first_of(one for one in ends if not one.precedes(custody.start))


def _hit(
    case: Case, custody: Event, end: Moment, limit: str, *, verdict: Verdict, mend: str
) -> Hit:
    start, until = texts(custody.start, end)
    verb = "lasts" if verdict is Verdict.CERTAIN else "may last"
    gap = gap_text(custody.start, end)
    return case.hit(
        custody,
        "start",
        f"custody without charge {verb} {gap}({start} to {until}), over {limit}",
        verdict=verdict,
        mend=mend,
    )
