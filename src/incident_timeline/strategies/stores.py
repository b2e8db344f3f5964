"""A stateful test for whatever stores incidents: a database, a service, a folder.

The machine adds, amends, retracts, reconciles and reloads incidents in any order that
Hypothesis thinks of, and holds the store to a plain dictionary beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any, ClassVar, Protocol

from attrs import evolve, fields
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
)

from incident_timeline._record import Record
from incident_timeline.errors import shown
from incident_timeline.model import Incident
from incident_timeline.strategies._incidents import incidents
from incident_timeline.strategies._moving import renamed

__all__ = ["IncidentMachine", "IncidentStore"]

_INCIDENTS = incidents(max_events=4)
# Alike but for capitals, marks that SQL and paths mean something by, other scripts.
_STYLES = ("i{}", "I{}", "i/{}", "i{}'; --", "../{}", "\u00ed {}", "{}.json", "i {}")


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
        """The incident with an id.

        Raises:
            LookupError: If none is kept under it, or no longer.
        """
        ...

    def ids(self) -> Iterable[str]:
        """The ids of all that is kept, in any order."""
        ...

    def reopen(self) -> IncidentStore:
        """The same store as another process would find it: closed, and opened anew.

        Where it has a method ``close`` as well, that is called at the end of each run.
        """
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

    make: ClassVar[list[Callable[[], IncidentStore]]] = []
    kept: ClassVar[Bundle[str]] = Bundle[str]("kept")

    @classmethod
    def on(cls, make: Callable[[], IncidentStore]) -> type[IncidentMachine]:
        """The machine on stores that *make* makes, a fresh and empty one for each run.

        Raises:
            TypeError: If *make* can't be called.

        >>> from incident_timeline.strategies.stores import IncidentMachine
        >>> class Shelf(dict):
        ...     def add(self, incident): self[incident.id] = incident
        ...     amend, load, ids, retract = add, dict.__getitem__, dict.keys, dict.pop
        ...     def reopen(self): return self
        >>> TestShelf = IncidentMachine.on(Shelf).TestCase
        """
        if not callable(make):
            message = f"{shown(make)} makes no stores: give a class or a function"
            raise TypeError(message)
        return type(f"{cls.__name__}On", (cls,), {"make": [make]})

    def __init__(self) -> None:
        super().__init__()
        if not self.make:
            message = "no store is given: write IncidentMachine.on(MyStore)"
            raise TypeError(message)
        self.store: IncidentStore = self.make[0]()
        self.wanted: dict[str, Incident] = {}
        self._count = 0
        self._is_sound = True

    @rule(target=kept, incident=_INCIDENTS, style=st.sampled_from(_STYLES))
    def add(self, incident: Incident, style: str) -> str:
        """Add an incident under a new id, of a style that stores find hard."""
        self._count += 1
        named = evolve(incident, id=style.format(self._count))
        with self._step():
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
        with self._step():
            self._retract(incident_id)

    @rule(target=kept, first=consumes(kept), second=consumes(kept))
    def reconcile(self, first: str, second: str) -> str:
        """Put the records of a second incident beside those of the first."""
        if first == second:
            return first
        self._replace(_together(self.wanted[first], self.wanted[second]))
        with self._step():
            self._retract(second)
        return first

    @rule()
    def reload(self) -> None:
        """Go on with the store as another process would find it."""
        with self._step():
            self._reopen()

    @contextmanager
    def _step(self) -> Iterator[None]:
        """Note whether a step failed: a store that is broken is not asked again."""
        self._is_sound = False
        yield
        self._is_sound = True

    def _replace(self, incident: Incident) -> None:
        with self._step():
            self.store.amend(incident)
            self.wanted[incident.id] = incident
            self._comes_back(incident.id)

    def _retract(self, incident_id: str) -> None:
        self.store.retract(incident_id)
        del self.wanted[incident_id]
        try:
            found = self.store.load(incident_id)
        except LookupError:
            return
        message = f"incident {incident_id!r} was retracted, and is loaded: {found}"
        raise AssertionError(message)

    def _reopen(self) -> None:
        found: Any = self.store.reopen()
        if found is None:
            raise TypeError("reopen gives None: give back the store, opened anew")
        self.store = found

    @invariant()
    def only_what_was_kept_is_there(self) -> None:
        """The ids are those of what was added and not retracted, each once."""
        with self._step():
            found = sorted(self.store.ids())
            if found != sorted(self.wanted):
                wanted = sorted(self.wanted)
                message = f"the store has the ids {found}, and should have {wanted}"
                raise AssertionError(message)

    def _comes_back(self, incident_id: str) -> None:
        found, wanted = self.store.load(incident_id), self.wanted[incident_id]
        if found != wanted:
            places = "".join(f"\n  {line}" for line in _differences("$", wanted, found))
            message = f"incident {incident_id!r} comes back changed:{places}"
            raise AssertionError(message)

    def teardown(self) -> None:
        """All of it comes back from the store opened anew, which is then closed."""
        try:
            if self._is_sound:
                self._reopen()
                for incident_id in self.wanted:
                    self._comes_back(incident_id)
        finally:
            getattr(self.store, "close", lambda: None)()


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
