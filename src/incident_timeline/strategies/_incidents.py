"""Strategies for whole incidents."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from incident_timeline.model import Incident
from incident_timeline.strategies._loose import loose_incident
from incident_timeline.strategies._moments import ZONES
from incident_timeline.strategies._rows import drawn
from incident_timeline.strategies._sound import sound_incident
from incident_timeline.strategies._words import KINDS

__all__ = ["incidents"]


@st.composite
def incidents(
    draw: st.DrawFn,
    *,
    min_events: int = 0,
    max_events: int = 12,
    zones: Sequence[str] = ZONES,
    kinds: Sequence[str] = KINDS,
    consistent: bool = False,
) -> Incident:
    """Incidents of *min_events* to *max_events* events, of *kinds*, told in *zones*.

    By default any incident that can be constructed: times, links, custody and quotes
    may contradict each other. A *consistent* one has no conflict when solved and no
    fault that a check reports as an error. Shrinks to few events of the first kind,
    each an exact minute in the first zone, and nothing else.

    >>> from hypothesis import find
    >>> len(find(incidents(consistent=True), lambda one: len(one.events) > 1).events)
    2
    """
    if not 0 <= min_events <= max_events:
        message = f"min_events={min_events} to max_events={max_events} is no range"
        raise InvalidArgument(message)
    if not zones or not kinds:
        message = f"zones={zones!r} and kinds={kinds!r} must each hold one or more"
        raise InvalidArgument(message)
    rows = drawn(tuple(kinds), min_events, max_events, growing=consistent)
    assemble = sound_incident if consistent else loose_incident
    return assemble(draw(rows), tuple(zones))
