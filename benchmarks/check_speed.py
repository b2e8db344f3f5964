"""How fast incidents are solved and checked: ``python benchmarks/check_speed.py``.

Makes incidents of 12 events from a seed, each told by a text with a quote an event,
and prints incidents a second in processor time: solved alone, checked with the default
rules, checked with all; and the share of checking that the engine takes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from incident_timeline.checks import ALL_RULES, RULES, check
from incident_timeline.model import Draft, Incident
from incident_timeline.moments import Moment
from incident_timeline.timeline import solve

ZONE = "Europe/London"
COURSE = (
    ("call", "Police were called"),
    ("deployment", "armed officers were sent"),
    ("arrival", "officers arrived at the address"),
    ("engagement", "officers spoke with the man"),
    ("less_lethal", "a Taser was used"),
    ("shots", "shots were fired"),
    ("first_aid", "officers gave first aid"),
    ("medical_attendance", "paramedics attended"),
    ("death_pronouncement", "the man was pronounced dead"),
    ("evidence_recovery", "what appears to be a knife was recovered"),
    ("referral", "the force referred the matter"),
    ("investigation_start", "an independent investigation began"),
)
AFFECTED = {"less_lethal", "shots", "first_aid", "death_pronouncement"}


def incident(seed: int) -> Incident:
    """One incident of twelve events, some vague, some undated, in a day of its own."""
    dice = random.Random(seed)
    draft = Draft(zone=ZONE, id=f"i{seed}", jurisdiction="GB-EAW")
    day = datetime.fromisoformat("2023-01-01T08:00")
    day += timedelta(days=dice.randrange(300))
    clock = day + timedelta(minutes=dice.randrange(600))
    times = []
    for _ in COURSE:
        clock += timedelta(minutes=dice.randint(1, 25))
        times.append(clock)
    told = [
        f"At {at:%H:%M} on {at.day} {at:%B} {words}."
        for at, (_, words) in zip(times, COURSE, strict=True)
    ]
    draft.source(
        " ".join(told),
        title="Statement",
        publisher="A police force",
        published=f"{day + timedelta(days=2):%Y-%m-%d}",
    )
    man = draft.party("a man")
    for (kind, words), at in zip(COURSE, times, strict=True):
        who = [(man, "affected_person")] if kind in AFFECTED else ()
        draft.event(kind, _when(dice, at), quote=words, who=who)
    events = list(draft.incident().events)
    for one, other in ((4, 5), (5, 6), (8, 9)):
        if dice.randrange(2):
            draft.link(events[other], "after", events[one])
    return draft.incident()


def _when(dice: random.Random, at: datetime) -> Moment | None:
    stated, words = f"{at:%Y-%m-%dT%H:%M}", f"{at:%H:%M} on {at.day} {at:%B}"
    style = dice.choice(("open", "about", "after", "exact", "exact"))
    if style == "open":
        return None
    if style == "about":
        return Moment.about(stated, zone=ZONE, text=f"about {words}")
    if style == "after":
        return Moment.shortly_after(stated, zone=ZONE, text=f"shortly after {words}")
    return Moment.at(stated, zone=ZONE, text=words)


def fresh(count: int) -> list[Incident]:
    """New incidents, so that nothing that one keeps for later use is used twice."""
    return [incident(seed) for seed in range(count)]


def rate(work: Callable[[Incident], object], incidents: Iterable[Incident]) -> float:
    """Incidents a second of processor time."""
    listed = list(incidents)
    start = time.process_time()
    for one in listed:
        work(one)
    return len(listed) / (time.process_time() - start)


def main() -> None:
    """Print the rates."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=10_000)
    count = asked.parse_args().count
    for one in fresh(200):  # warms what is read once: zones, patterns
        check(one, rules=ALL_RULES)
    solved = rate(_bounds, fresh(count))
    default = rate(check, fresh(count))
    every = rate(lambda one: check(one, rules=ALL_RULES), fresh(count))
    found = sum(len(check(one, rules=ALL_RULES)) for one in fresh(200))
    print(f"solved, with bounds: {solved:,.0f} incidents a second")
    print(f"checked with {len(RULES)} default rules: {default:,.0f} a second")
    print(f"checked with all {len(ALL_RULES)} rules: {every:,.0f} a second")
    print(f"the engine's share of that: {every / solved:.0%}")
    print(f"findings in 200 of them: {found}")


def _bounds(one: Incident) -> None:
    timeline = solve(one)
    for event in one.events:
        timeline.bounds(event)


if __name__ == "__main__":
    main()
