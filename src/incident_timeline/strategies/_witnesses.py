"""Incidents on which one rule speaks: its witness, varied where it doesn't look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from incident_timeline.checks import ALL_RULES, Case, Rule
from incident_timeline.model import (
    Citation,
    Event,
    Evidence,
    Incident,
    Party,
    Source,
    Verdict,
)
from incident_timeline.moments import Moment
from incident_timeline.strategies._moving import renamed
from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.strategies._placing import Ground, ground, placed
from incident_timeline.strategies._stating import PLAIN
from incident_timeline.strategies._window import Window, state_in

__all__ = ["Variation", "rule_of", "variations", "varied"]

T = TypeVar("T")

_GAPS = tuple(timedelta(minutes=gap) for gap in (0, 1, 17, 90, 3_000))
_SENTENCE = "A car was towed away. "
_KINDS = ("x-mycity:tow", "other", "drone_launch", "z9:a-b_c")
_PARTIES = (("person", "a resident"), ("unit", "a tow truck"), ("organisation", ""))
_ITEMS = ("clothing", "x-mycity:badge", "document")
_TITLES = ("", "An incident in the High Street", "Seán’s — e\u0301 & <b>")
_SUMMARIES = ("", "a car is towed", "=1+1", "quotes \"' and | a bar", "\U0001f6a8")
_ID_STYLES = ("{}", "{}-a", "{} é", "r/{}")


@frozen
class Variation:
    """What is drawn to vary a witness: a seed for each record to add, and for it."""

    events: Sequence[int] = ()
    parties: Sequence[int] = ()
    evidence: Sequence[int] = ()
    seed: int = 0


def variations(least: int, most: int) -> st.SearchStrategy[Variation]:
    """Variations by *least* to *most* events."""
    return st.builds(
        Variation,
        st.lists(SEEDS, min_size=least, max_size=most),
        st.lists(SEEDS, max_size=2),
        st.lists(SEEDS, max_size=2),
        SEEDS,
    )


def rule_of(finding: str | Rule) -> Rule:
    """A rule by itself, or one of this library's by its code or its name.

    Raises:
        InvalidArgument: If there is no such rule.
    """
    if isinstance(finding, Rule):
        return finding
    for rule in ALL_RULES:
        if finding in (rule.code, rule.name):
            return rule
    message = f"finding={finding!r} is no rule's code; a rule of your own is passed"
    raise InvalidArgument(message)


def varied(
    rule: Rule,
    variation: Variation,
    *,
    least: int,
    zones: Sequence[str] | None,
    window: Window | None,
) -> Incident:
    """The witness, varied; *least* of the events that are added must be.

    Of a rule from elsewhere nobody knows what it looks at: where it says nothing of
    the varied witness, only what is asked for is varied.

    Raises:
        InvalidArgument: If it can't be told in the zones or in the window, or if the
            rule no longer says anything once what is asked for is varied.
    """
    base = ground(rule)
    found = _varied(base, variation, zones, window)
    if rule in ALL_RULES or _speaks(rule, found):
        return found
    found = _varied(base, Variation(variation.events[:least]), zones, window)
    if _speaks(rule, found):
        return found
    message = (
        f"finding={rule.code!r} says nothing of its witness with what min_events, zone"
        " and within make of it"
    )
    raise InvalidArgument(message)


def _speaks(rule: Rule, incident: Incident) -> bool:
    return any(one.verdict == Verdict.CERTAIN for one in rule(Case(incident)))


def _varied(
    base: Ground,
    variation: Variation,
    zones: Sequence[str] | None,
    window: Window | None,
) -> Incident:
    picker = Picker(variation.seed)
    found, zone = placed(base, picker, zones, window)
    style = picker.of(_ID_STYLES)
    found = _turned(_grown(found, variation, zone, window), picker)
    found = evolve(found, title=found.title or picker.of(_TITLES))
    if style == _ID_STYLES[0]:
        return found
    return renamed(found, {one: style.format(one) for one in _ids(found)})


def _ids(incident: Incident) -> Iterator[str]:
    for records in (
        incident.events,
        incident.parties,
        incident.evidence,
        incident.investigations,
        incident.sources,
        incident.links,
    ):
        for record in records:
            yield record.id


def _grown(
    incident: Incident, by: Variation, zone: str, window: Window | None
) -> Incident:
    """The incident with records that no rule has anything to say of."""
    # Where there are sources, an event that cites none would be a finding.
    is_cited = bool(incident.sources and by.events)
    own = Source(id="s-n", text=_SENTENCE * len(by.events))
    return evolve(
        incident,
        events=(*incident.events, *_events(incident, by.events, zone, window)),
        parties=(*incident.parties, *map(_party, range(9), by.parties)),
        evidence=(*incident.evidence, *map(_item, range(9), by.evidence)),
        sources=(*incident.sources, own) if is_cited else incident.sources,
    )


def _events(
    incident: Incident, seeds: Sequence[int], zone: str, window: Window | None
) -> Iterator[Event]:
    """Events of kinds that no rule knows, at or before the first of the incident."""
    times = (one.start.earliest_utc for one in incident.events)
    none = None if window is None else window.last
    first = min(filter(None, times), default=none)
    for i, seed in enumerate(seeds):
        picker = Picker(seed)
        yield Event(
            id=f"n{i + 1}",
            kind=picker.of(_KINDS),
            start=_before(first, picker.of(_GAPS), zone, window),
            summary=picker.of(_SUMMARIES),
            place=f"{i + 1} High Street",  # its own, so that none is a duplicate
            citations=(_citation(i),) if incident.sources else (),
        )


def _before(
    first: datetime | None, gap: timedelta, zone: str, window: Window | None
) -> Moment:
    if first is None:
        return Moment.unknown()
    instant = first - gap
    if window is not None:
        instant = max(instant, window.first)
    return state_in(window, instant, zone, PLAIN)


def _citation(i: int) -> Citation:
    start = i * len(_SENTENCE)
    end = start + len(_SENTENCE.strip())
    return Citation(source_id="s-n", quote=_SENTENCE.strip(), start=start, end=end)


def _party(i: int, seed: int) -> Party:
    kind, description = Picker(seed).of(_PARTIES)
    return Party(id=f"p-n{i + 1}", kind=kind, description=description)


def _item(i: int, seed: int) -> Evidence:
    return Evidence(id=f"x-n{i + 1}", item_type=Picker(seed).of(_ITEMS))


def _turned(incident: Incident, picker: Picker) -> Incident:
    """The incident with its records in another order, where that says nothing."""
    is_told = any(event.citations for event in incident.events)
    return evolve(
        incident,
        events=incident.events if is_told else _rotated(incident.events, picker),
        parties=_rotated(incident.parties, picker),
        evidence=_rotated(incident.evidence, picker),
        sources=_rotated(incident.sources, picker),
        links=_rotated(incident.links, picker),
    )


def _rotated(records: tuple[T, ...], picker: Picker) -> tuple[T, ...]:
    first = picker.below(max(1, len(records)))
    return (*records[first:], *records[:first])
