"""A stateful test for whatever stores incidents: a database, a service, a folder.

The machine adds, amends, retracts, reconciles and reloads incidents in any order that
Hypothesis thinks of, and holds the store to a plain dictionary beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any, ClassVar, Protocol, Self

from attrs import evolve, fields
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
)

from incident_timeline._record import Record
from incident_timeline.errors import shown
from incident_timeline.model import Incident
from incident_timeline.strategies._incidents import incidents
from incident_timeline.strategies._moving import renamed

__all__ = ["IncidentMachine", "IncidentStore"]

_INCIDENTS = incidents(max_events=4)


class IncidentStore(Protocol):
    """What the machine asks of a store; incidents are known by their ids."""

    def add(self, incident: Incident, /) -> None:
        """Keep an incident whose id is new."""
        ...

    def amend(self, incident: Incident, /) -> None:
        """Keep an incident in place of the one with its id."""
        ...

    def retract(self, incident_id: str, /) -> None:
        """Keep an incident no longer."""
        ...

    def load(self, incident_id: str, /) -> Incident:
        """The incident with an id."""
        ...

    def ids(self) -> Iterable[str]:
        """The ids of all that is kept, in any order."""
        ...

    def reopen(self) -> IncidentStore:
        """The same store as another process would find it: closed, and opened anew."""
        ...


class IncidentMachine(RuleBasedStateMachine):
    """Adds, amends, retracts, reconciles and reloads incidents in a store.

    After each step the store's ids are just those that were added and not retracted,
    and the incident that the step was about comes back equal, to the last field. At
    the end all of them do, from the store opened anew. To *reconcile* is to put the
    records of a second account beside those of the first, in one step, and to retract
    the second. A failing run shrinks to the fewest steps and the smallest incidents.

    Use :meth:`on`; the class itself has no store.
    """

    make: ClassVar[Callable[[], IncidentStore]]
    kept = Bundle[str]("kept")

    @classmethod
    def on(cls, make: Callable[[], IncidentStore]) -> type[Self]:
        """The machine on stores that *make* makes, a fresh and empty one for each run.

        >>> from incident_timeline.strategies.stores import IncidentMachine
        >>> class Shelf(dict):
        ...     def add(self, incident): self[incident.id] = incident
        ...     amend, load, ids, retract = add, dict.__getitem__, dict.keys, dict.pop
        ...     def reopen(self): return self
        >>> TestShelf = IncidentMachine.on(Shelf).TestCase
        """
        return type(f"{cls.__name__}On", (cls,), {"make": staticmethod(make)})

    def __init__(self) -> None:
        super().__init__()
        self.store = type(self).make()
        self.wanted: dict[str, Incident] = {}
        self._count = 0

    @rule(target=kept, incident=_INCIDENTS)
    def add(self, incident: Incident) -> str:
        """Add an incident under a new id."""
        self._count += 1
        named = evolve(incident, id=f"i{self._count}")
        self.store.add(named)
        self.wanted[named.id] = named
        self._comes_back(named.id)
        return named.id

    @rule(incident_id=kept, incident=_INCIDENTS)
    def amend(self, incident_id: str, incident: Incident) -> None:
        """Put another incident in the place of one."""
        self._replace(evolve(incident, id=incident_id))

    @rule(incident_id=consumes(kept))
    def retract(self, incident_id: str) -> None:
        """Take an incident back."""
        self.store.retract(incident_id)
        del self.wanted[incident_id]

    @rule(target=kept, first=consumes(kept), second=consumes(kept))
    def reconcile(self, first: str, second: str) -> Any:
        """Put the records of a second incident beside those of the first."""
        if first == second:
            return first
        self._replace(_together(self.wanted[first], self.wanted[second]))
        self.store.retract(second)
        del self.wanted[second]
        return multiple(first)

    @rule()
    def reload(self) -> None:
        """Go on with the store as another process would find it."""
        self.store = self.store.reopen()

    def _replace(self, incident: Incident) -> None:
        self.store.amend(incident)
        self.wanted[incident.id] = incident
        self._comes_back(incident.id)

    @invariant()
    def only_what_was_kept_is_there(self) -> None:
        """The ids are those of what was added and not retracted, each once."""
        found = sorted(self.store.ids())
        if found != sorted(self.wanted):
            message = f"the store has the ids {found}, and should have {[*self.wanted]}"
            raise AssertionError(message)

    def _comes_back(self, incident_id: str) -> None:
        found, wanted = self.store.load(incident_id), self.wanted[incident_id]
        if found != wanted:
            places = "".join(f"\n  {line}" for line in _differences("$", wanted, found))
            raise AssertionError(f"incident {incident_id} comes back changed:{places}")

    def teardown(self) -> None:
        """All of it comes back from the store opened anew."""
        self.store = self.store.reopen()
        for incident_id in self.wanted:
            self._comes_back(incident_id)


def _together(first: Incident, second: Incident) -> Incident:
    """The first with the records of the second beside its own, under ids of theirs."""
    taken = {record.id for record in first.records}
    names: dict[str, str] = {}
    for record in second.records:
        name = f"b-{record.id}"
        while name in taken:
            name = f"b-{name}"
        taken.add(name)
        names[record.id] = name
    other = renamed(second, names)
    return evolve(
        first,
        events=(*first.events, *other.events),
        parties=(*first.parties, *other.parties),
        evidence=(*first.evidence, *other.evidence),
        investigations=(*first.investigations, *other.investigations),
        sources=(*first.sources, *other.sources),
        links=(*first.links, *other.links),
    )


def _differences(path: str, kept: Any, loaded: Any) -> Iterator[str]:
    """Each place at which two records differ, with both values."""
    if kept == loaded:
        return
    if isinstance(kept, Record) and type(kept) is type(loaded):
        for name in (field.name for field in fields(type(kept))):
            inner = (getattr(one, name) for one in (kept, loaded))
            yield from _differences(f"{path}.{name}", *inner)
    elif isinstance(kept, tuple) and isinstance(loaded, tuple):
        for i, pair in enumerate(zip_longest(kept, loaded)):
            yield from _differences(f"{path}[{i}]", *pair)
    else:
        yield f"{path}: {shown(kept)} was kept, {shown(loaded)} is loaded"
