"""The rule on sources that date one occurrence differently: TL515."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import gap_text, gravity, texts
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import AllenRelation, EventKind

__all__ = ["sources_disagree"]

# What happens to a person once. A body may be examined twice, and often is.
_ONCE = (EventKind.LAST_SEEN_ALIVE, EventKind.DEATH, EventKind.DEATH_PRONOUNCEMENT)
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)


def _two_times_of_death() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    for at in ("21:30", "22:05"):
        draft.source(f"He was pronounced dead at {at}.")
        draft.event(
            "death_pronouncement",
            f"2023-11-23T{at}",
            who=who,
            quote=f"pronounced dead at {at}",
        )
    return draft.incident()


@rule(
    "TL515",
    name="sources-disagree",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "EIDO keeps such values side by side (AlternateValues). Mapping Police Violence"
        " and The Washington Post differ in the date of 4.0 % of the deaths in both."
    ),
    witness=_two_times_of_death,
)
def sources_disagree(case: Case) -> Iterator[Hit]:
    """Two sources that date the same occurrence differently.

    ## What it does

    Compares what happens to a person once, as different sources tell it: when they
    were last seen alive, died, and were pronounced dead. Reports bounds that have no
    instant in common, once a person. Where the bounds that decide it rest on a vague
    word, or the words are disputed or an allegation, it is implausible.

    ## Why it matters

    Both can't be right, and the answer to how long help took hangs on which is. A
    record that keeps just one hides that there was another.

    ## What it leaves alone

    Events of one source, or that share one; events of different persons, or of nobody
    named; bounds that overlap; claims that their source denies; all that may happen
    twice, such as a post-mortem examination. Events that a link holds to be the same
    are compared by [TL102](TL102.md).

    ## Mend

    Keep both claims with their quotes, and suppress the finding at one of the two, with
    the reason for which you follow the other.

    ## Example

    > "Pronounced dead at 21:30" in one release, "pronounced dead at 22:05" in another.
    """
    for kind in _ONCE:
        events = case.incident.events_of_kind(kind)
        if len(events) > 1:
            for told in _by_person(_unlinked(case.incident, events)):
                pair = _apart(told)
                if pair is not None:
                    yield _hit(case, told, *pair)


def _unlinked(incident: Incident, events: tuple[Event, ...]) -> Iterator[Event]:
    """Less the events that a link holds to be the same as another."""
    same = (one for one in incident.links if one.relation is AllenRelation.EQUALS)
    ids = {name for one in same for name in (one.event_id, one.other_id)}
    return (one for one in events if one.id not in ids)


def _by_person(events: Iterable[Event]) -> Iterable[list[Event]]:
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.citations and is_told(event):
            for party_id in sorted(affected(event)):
                groups.setdefault(party_id, []).append(event)
    return groups.values()


def _apart(events: list[Event]) -> tuple[Event, Event] | None:
    """Two of different sources that can't be one, the sooner first.

    One of the two is the event that must be over first or can begin last, so that the
    cost of many events stays in step with their number.
    """
    soonest = min(events, key=lambda one: one.start.latest_utc or _LAST)
    latest = max(events, key=lambda one: one.start.earliest_utc or _FIRST)
    pairs = chain(((soonest, one) for one in events), ((one, latest) for one in events))
    for one, other in pairs:
        if one.start.precedes(other.start) and not _sources(one) & _sources(other):
            return one, other
    return None


def _sources(event: Event) -> set[str]:
    return {one.source_id for one in event.citations}


def _hit(case: Case, told: list[Event], sooner: Event, later: Event) -> Hit:
    first, last = texts(sooner.start, later.start)
    gap = gap_text(sooner.start, later.start)
    return case.hit(
        later,
        "start",
        f"{later.kind} is dated {last}, and {gap}sooner by another source ({first})",
        others=[one for one in told if one is not later],
        severity=weigh(gravity(sooner.start, later.start), (sooner, later)),
        mend="keep both, and suppress this at one with the reason to follow the other",
    )
