"""What the machine for stores asks, shown on SQLite and on stores that fail it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from incident_timeline import Event, Incident, Party, dumps, loads
from incident_timeline.strategies.stores import IncidentMachine, IncidentStore

LOOKING = settings(
    max_examples=60,
    stateful_step_count=8,
    database=None,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


class SqliteStore:
    """Incidents as JSON, one row each, in a file."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Path(mkdtemp()) / "incidents.db"
        self.base = sqlite3.connect(self.path)
        self.base.execute("PRAGMA synchronous = OFF")  # no power fails in a test
        self.base.execute(
            "CREATE TABLE IF NOT EXISTS incident (id TEXT PRIMARY KEY, told TEXT)"
        )

    def add(self, incident: Incident) -> None:
        row = (incident.id, dumps(incident))
        with self.base:
            self.base.execute("INSERT INTO incident VALUES (?, ?)", row)

    def amend(self, incident: Incident) -> None:
        row = (dumps(incident), incident.id)
        with self.base:
            self.base.execute("UPDATE incident SET told = ? WHERE id = ?", row)

    def retract(self, incident_id: str) -> None:
        with self.base:
            self.base.execute("DELETE FROM incident WHERE id = ?", (incident_id,))

    def load(self, incident_id: str) -> Incident:
        where = "SELECT told FROM incident WHERE id = ?"
        row = self.base.execute(where, (incident_id,)).fetchone()
        if row is None:
            raise KeyError(incident_id)
        return loads(row[0])

    def ids(self) -> Iterable[str]:
        return [row[0] for row in self.base.execute("SELECT id FROM incident")]

    def reopen(self) -> IncidentStore:
        self.close()
        return type(self)(self.path)

    def close(self) -> None:
        self.base.close()


class Shelf(dict[str, Incident]):
    """The simplest store that there is, which the others below break."""

    def add(self, incident: Incident) -> None:
        self[incident.id] = incident

    def amend(self, incident: Incident) -> None:
        self[incident.id] = incident

    def retract(self, incident_id: str) -> None:
        del self[incident_id]

    def load(self, incident_id: str) -> Incident:
        return self[incident_id]

    def ids(self) -> Iterable[str]:
        return self.keys()

    def reopen(self) -> IncidentStore:
        return self


class ForgetsLinks(Shelf):
    def amend(self, incident: Incident) -> None:
        super().amend(evolve(incident, links=()))


class NeverAmends(Shelf):
    def amend(self, incident: Incident) -> None:
        """Keep the first for ever."""


class NeverRetracts(Shelf):
    def retract(self, incident_id: str) -> None:
        """Keep all for ever."""


class KeepsNoUnknownFields(Shelf):
    def add(self, incident: Incident) -> None:
        super().add(evolve(incident, unknown=()))


class NeverCommits(Shelf):
    def reopen(self) -> IncidentStore:
        return type(self)()


class MixesUp(Shelf):
    def load(self, incident_id: str) -> Incident:
        return self[min(self, default="")]


class MindsNoCapitals(Shelf):
    def add(self, incident: Incident) -> None:
        self[incident.id.lower()] = incident

    def load(self, incident_id: str) -> Incident:
        return self[incident_id.lower()]


class LoadsTheRetracted(Shelf):
    gone: ClassVar[dict[str, Incident]] = {}

    def retract(self, incident_id: str) -> None:
        self.gone[incident_id] = self.pop(incident_id)

    def load(self, incident_id: str) -> Incident:
        return self[incident_id] if incident_id in self else self.gone[incident_id]


class IsNoMore(Shelf):
    def reopen(self) -> IncidentStore:
        return None  # type: ignore[return-value]  # as a forgetful author writes it


class CannotAdd(Shelf):
    is_broken = False

    def add(self, incident: Incident) -> None:
        self.is_broken = True
        raise OSError("the disk is full")

    def reopen(self) -> IncidentStore:
        if self.is_broken:
            raise OSError("what the first fault led to")
        return self


class KeepsIds(Shelf):
    """Loads nothing that it has retracted, but lists it."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[str] = []

    def ids(self) -> Iterable[str]:
        self.listed.extend(one for one in self if one not in self.listed)
        return self.listed


FAULTS = (AssertionError, KeyError, TypeError, OSError)


def hold(store: type[IncidentStore], look: settings = LOOKING) -> None:
    run_state_machine_as_test(IncidentMachine.on(store), settings=look)


def test_a_database_that_keeps_everything_holds() -> None:
    hold(SqliteStore, settings(LOOKING, max_examples=10))


def test_a_dictionary_holds() -> None:
    hold(Shelf, settings(LOOKING, max_examples=20))


@pytest.mark.parametrize(
    ("store", "told"),
    [
        (ForgetsLinks, r"\.links\[0\]: Link\(.* was kept, None is loaded"),
        (NeverAmends, "comes back changed"),
        (NeverRetracts, "was retracted, and is loaded"),
        (KeepsNoUnknownFields, r"\$\._unknown"),
        (NeverCommits, "the store has the ids|'i1'"),
        (MixesUp, "comes back changed|was retracted"),
        (MindsNoCapitals, "the store has the ids"),
        (LoadsTheRetracted, "was retracted, and is loaded"),
        (IsNoMore, "reopen gives None"),
        (CannotAdd, "the disk is full"),
        (KeepsIds, r"the store has the ids .*, and should have \["),
    ],
)
def test_a_store_that_breaks_its_word_is_found_out(
    store: type[IncidentStore], told: str
) -> None:
    with pytest.raises(FAULTS, match=told):
        hold(store)


def test_a_machine_without_a_store_says_how_to_give_it_one() -> None:
    with pytest.raises(TypeError, match=r"write IncidentMachine\.on\(MyStore\)"):
        IncidentMachine()
    with pytest.raises(TypeError, match="give a class or a function"):
        IncidentMachine.on(Shelf())  # type: ignore[arg-type]  # as a hasty user does


def test_to_reconcile_is_to_keep_the_records_of_both_under_one_id() -> None:
    machine = IncidentMachine.on(Shelf)()
    first, second = (
        machine.add(incident=Incident(events=events, parties=[Party()]), style="i{}")
        for events in (
            [Event(id="e1", kind="call"), Event(id="b-e1", kind="arrival")],
            [Event(id="e1", kind="shots")],
        )
    )
    machine.reconcile(first=first, second=first)
    machine.reconcile(first=first, second=second)
    kept = machine.store.load(str(first))
    assert [(one.id, one.kind) for one in kept.events] == [
        ("e1", "call"),
        ("b-e1", "arrival"),
        ("b-b-e1", "shots"),
    ]
    assert [one.id for one in kept.parties] == ["p1", "b-p1"]
    assert list(machine.store.ids()) == [first]
    machine.teardown()
