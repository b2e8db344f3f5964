"""A rule of one's own: units that are long on their way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from incident_timeline import Draft, Event, Incident, Moment, Severity, Verdict, rule
from incident_timeline.checks import Case, Hit

__all__ = ["TARGET", "long_on_the_way"]

TARGET = timedelta(minutes=20)


def slow_unit() -> Incident:
    """Make the smallest incident on which the rule speaks."""
    draft = Draft(zone="Europe/London")
    unit = draft.party(name="UNIT12", kind="unit")
    who = [(unit, "other_officer")]
    draft.event("deployment", "2023-11-23T20:00", who=who)
    draft.event("arrival", "2023-11-23T20:30", who=who)
    return draft.incident()


@rule(
    "HND101",
    name="long-on-the-way",
    severity=Severity.OVERDUE,
    witness=slow_unit,
)
def long_on_the_way(case: Case) -> Iterator[Hit]:
    """A unit that takes more than 20 minutes from being sent to its arrival.

    ## Why it matters

    The force's own target is 20 minutes. Where it is missed, the next shift is to
    know why.

    ## What it leaves alone

    Units that are sent or arrive more than once, since which belongs to which isn't
    told; and times of which a bound is open.
    """
    sent, there = (by_party(case.incident, kind) for kind in ("deployment", "arrival"))
    for unit in case.incident.parties:
        leaving, arriving = sent.get(unit.id, []), there.get(unit.id, [])
        if len(leaving) == len(arriving) == 1:
            verdict = late(leaving[0].start, arriving[0].start)
            if verdict is not None:
                yield case.hit(
                    arriving[0],
                    "start",
                    "is more than 20 minutes after the unit was sent",
                    others=[leaving[0], unit],
                    verdict=verdict,
                    mend="correct one of the times, or tell what kept the unit",
                )


def by_party(incident: Incident, kind: str) -> dict[str, list[Event]]:
    """Group the events of a kind by who took part in them."""
    found: dict[str, list[Event]] = {}
    for event in incident.events_of_kind(kind):
        for party_id in dict.fromkeys(one.party_id for one in event.participants):
            found.setdefault(party_id, []).append(event)
    return found


def late(sent: Moment, arrived: Moment) -> Verdict | None:
    """Say how surely the target was missed: by all readings of the bounds, or some."""
    bounds = (
        (sent.latest_utc, arrived.earliest_utc, Verdict.CERTAIN),
        (sent.earliest_utc, arrived.latest_utc, Verdict.POSSIBLE),
    )
    for start, end, verdict in bounds:
        if start is not None and end is not None and end - start > TARGET:
            return verdict
    return None
