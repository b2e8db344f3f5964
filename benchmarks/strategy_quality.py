"""What the strategies are worth: ``python benchmarks/strategy_quality.py``.

Prints examples a second in processor time beside two usual ways to write such a
strategy, in the same run; what is drawn how often; and to what planted faults shrink:
in copies of the library, each with one fault, the law that the fault breaks is looked
for, and the smallest incident that breaks it is told. Parts: speed, shares, shrink.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis
from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.statistics import collector  # what pytest shows of it

import incident_timeline
from incident_timeline import (
    Event,
    Incident,
    InvalidRecordError,
    Moment,
    Participant,
    Party,
    check,
    dumps,
    loads,
    solve,
)
from incident_timeline.moments.zones import instants_of, zone_info
from incident_timeline.strategies import (
    accounts,
    awkward_moments,
    incidents,
    moments,
    time_phrases,
    timelines,
)

EVENTS = 12
QUIET = settings(
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
KINDS = ["call", "deployment", "arrival", "shots", "first_aid", "referral"]


# Two usual ways to write a strategy for incidents, to compare with


def nested() -> st.SearchStrategy[Incident]:
    """Records from records, as ``st.builds`` nests them; no references between them."""
    instants = st.datetimes(datetime(2023, 1, 1), datetime(2025, 1, 1))  # noqa: DTZ001  naive by design: the zone is put on below
    moment = st.builds(
        Moment.at,
        instants.map(lambda one: one.replace(tzinfo=UTC)),
        zone=st.just("UTC"),
    )
    words = st.text(max_size=20)
    event = st.builds(
        Event,
        kind=st.sampled_from(KINDS),
        start=moment,
        summary=words,
        place=words,
    )
    party = st.builds(Party, name=words, description=words)
    return st.builds(
        Incident,
        title=words,
        events=st.lists(event, min_size=EVENTS, max_size=EVENTS),
        parties=st.lists(party, max_size=4),
    )


@st.composite
def looping(draw: st.DrawFn) -> Incident:
    """A loop that makes its strategies as it draws, in the order of time."""
    parties = [
        Party(id=f"p{i}", name=draw(st.text(max_size=20)))
        for i in range(draw(st.integers(0, 4)))
    ]
    clock, events = datetime(2024, 1, 1, tzinfo=UTC), []
    for _ in range(EVENTS):
        clock += timedelta(minutes=draw(st.integers(0, 600)))
        who = draw(st.lists(st.sampled_from(parties), max_size=2)) if parties else []
        events.append(
            Event(
                kind=draw(st.sampled_from(KINDS)),
                start=Moment.at(clock, zone="UTC"),
                summary=draw(st.text(max_size=20)),
                place=draw(st.text(max_size=20)),
                participants=[
                    Participant(party_id=one.id, role="other") for one in who
                ],
            )
        )
    return Incident(events=events, parties=parties)


# Speed


def rate(strategy: st.SearchStrategy[Any], examples: int) -> tuple[float, float]:
    """Examples a second, the best of three, and the share that was thrown away."""
    best, thrown = 0.0, 0.0
    for repeat in range(3):
        told: list[dict[str, Any]] = []

        @settings(QUIET, max_examples=examples)
        @hypothesis.seed(repeat)
        @given(strategy)
        def look(_: object) -> None:
            pass

        gc.collect()
        since = time.process_time()
        with collector.with_value(told.append):
            look()
        spent = time.process_time() - since
        cases = [one["status"] for one in told[0]["generate-phase"]["test-cases"]]
        best = max(best, cases.count("valid") / spent)
        thrown = max(thrown, cases.count("invalid") / len(cases))
    return best, thrown


def speed(examples: int) -> None:
    """Examples a second of each public strategy, beside the two usual ways."""
    twelve = {"min_events": EVENTS, "max_events": EVENTS}
    rows: dict[str, st.SearchStrategy[Any]] = {
        "nested st.builds, 12 events": nested(),
        "a loop in @composite, 12 events": looping(),
        "incidents(), 12 events": incidents(**twelve),
        "incidents(consistent=True), 12 events": incidents(**twelve, consistent=True),
        "incidents(inconsistent=True)": incidents(inconsistent=True),
        'incidents(finding="TL103")': incidents(finding="TL103"),
        "incidents()": incidents(),
        "timelines(consistent=True)": timelines(consistent=True),
        "accounts()": accounts(),
        'accounts(form="log")': accounts(form="log"),
        'accounts(form="table")': accounts(form="table"),
        "time_phrases()": time_phrases(),
        "moments()": moments(),
        "awkward_moments()": awkward_moments(),
    }
    print(f"{'strategy':40} {'examples/s':>10} {'thrown away':>12}")
    for name, strategy in rows.items():
        fast, thrown = rate(strategy, examples)
        print(f"{name:40} {fast:10.0f} {thrown:11.1%}")


# What is drawn how often


def _share(look: Callable[[Incident], bool], drawn: list[Incident]) -> float:
    return sum(map(look, drawn)) / len(drawn)


def _is_folded(moment: Moment) -> bool:
    """Whether the clock time of a bound happens twice in its zone."""
    zone = moment.zone or "UTC"
    bounds = (one for one in (moment.earliest_utc, moment.latest_utc) if one)
    clocks = (one.astimezone(zone_info(zone)).replace(tzinfo=None) for one in bounds)
    return any(len(instants_of(clock, zone)) > 1 for clock in clocks)


def _starts(incident: Incident) -> Iterator[Moment]:
    return (event.start for event in incident.events)


def _has_equal_times(incident: Incident) -> bool:
    known = [one.earliest_utc for one in _starts(incident) if one.earliest_utc]
    return len(set(known)) < len(known)


SHARES: dict[str, Callable[[Incident], bool]] = {
    "a bound at a clock time that happens twice": lambda one: any(
        map(_is_folded, _starts(one))
    ),
    "an open bound": lambda one: any(
        (m.earliest_utc is None) != (m.latest_utc is None) for m in _starts(one)
    ),
    "an unknown time": lambda one: any(m.is_unknown for m in _starts(one)),
    "several zones": lambda one: len({m.zone for m in _starts(one) if m.zone}) > 1,
    "equal times": _has_equal_times,
    "events that last": lambda one: any(event.end for event in one.events),
    "an event within another": lambda one: any(e.part_of_id for e in one.events),
    "a link": lambda one: bool(one.links),
    "a quote": lambda one: any(event.citations for event in one.events),
    "unknown fields": lambda one: bool(one.extra),
    "evidence": lambda one: bool(one.evidence),
    "an investigation": lambda one: bool(one.investigations),
    "no event": lambda one: not one.events,
    "eight events or more": lambda one: len(one.events) >= 8,  # noqa: PLR2004
    "a conflict": lambda one: not solve(one).is_consistent,
}


def shares(examples: int) -> None:
    """How many of the incidents drawn have what matters to a test."""
    columns = {
        "any": incidents(),
        "consistent": incidents(consistent=True),
        "inconsistent": incidents(inconsistent=True),
    }
    drawn = {name: list(_drawn(one, examples)) for name, one in columns.items()}
    print(f"{'incidents with':44}" + "".join(f"{name:>14}" for name in columns))
    for name, look in SHARES.items():
        told = "".join(f"{_share(look, seen):14.0%}" for seen in drawn.values())
        print(f"{name:44}{told}")


def _drawn(strategy: st.SearchStrategy[Incident], examples: int) -> list[Incident]:
    found: list[Incident] = []

    @settings(QUIET, max_examples=examples)
    @hypothesis.seed(0)
    @given(strategy)
    def look(one: Incident) -> None:
        found.append(one)

    look()
    return found


# Shrinking


@frozen
class Fault:
    """A fault to plant in a copy of the library, and the law that it breaks."""

    file: str
    old: str
    new: str
    law: str


FAULTS = (
    Fault(
        "converter/scalars.py",
        'seconds += f".{value.microseconds:06}".rstrip("0")',
        'seconds += f".{value.microseconds}"',
        "what is written is read again",
    ),
    Fault(
        "timeline/relations.py",
        "R.FINISHES: ((_B, _A, _BEFORE), (_END_A, _END_B, _EQUAL)),",
        "R.FINISHES: ((_B, _A, _BEFORE), (_END_A, _END_B, _BEFORE)),",
        "a stated relation is possible",
    ),
    Fault(
        "checks/verdicts.py",
        "if first.precedes(second):",
        "if first.may_precede(second):",
        "no consistent incident has a contradiction",
    ),
    Fault(
        "timeline/display.py",
        "return tuple([events[i] for i in order])",
        "return tuple([events[i] for i in order[:3]])",
        "every event is shown",
    ),
    Fault(
        "model/_references.py",
        'yield from _maybe(f"{where}.part_of_id", "events", event.part_of_id)',
        "pass",
        "what an event is part of can't be left out",
    ),
)


def _says_possible(incident: Incident) -> bool:
    timeline = solve(incident)
    return all(
        link.relation in timeline.relations(link.event_id, link.other_id)
        for link in incident.links
    )


def _refuses_half(incident: Incident) -> bool:
    for event in incident.events:
        if event.part_of_id is not None:
            try:
                Incident(events=[evolve(event, participants=(), evidence_ids=())])
            except InvalidRecordError:
                return True
            return False
    return True


LAWS: dict[str, tuple[bool, Callable[[Incident], bool]]] = {
    "what is written is read again": (False, lambda one: loads(dumps(one)) == one),
    "a stated relation is possible": (True, _says_possible),
    "no consistent incident has a contradiction": (
        True,
        lambda one: all(f.severity != "contradiction" for f in check(one)),
    ),
    "every event is shown": (
        False,
        lambda one: len(solve(one).events) == len(one.events),
    ),
    "what an event is part of can't be left out": (False, _refuses_half),
}


def look_for(law: str, seed: int) -> None:
    """Print the smallest incident that breaks a law, as this copy has it."""
    consistent, holds = LAWS[law]
    quiet = settings(QUIET, max_examples=5_000, phases=[Phase.generate, Phase.shrink])
    since = time.process_time()
    smallest = find(
        incidents(consistent=consistent),
        lambda one: not holds(one),
        settings=quiet,
        random=random.Random(seed),
    )
    spent = time.process_time() - since
    print(f"{len(smallest.events)} {spent:.1f} {len(repr(smallest))}")


def shrink(seeds: int) -> None:
    """Plant each fault in a copy, and tell what the law's breach shrinks to."""
    print(f"{'law':46} {'events':>10} {'seconds':>16} {'letters of repr':>18}")
    for fault in FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            _copy(fault, Path(folder))
            told = [_ask(Path(folder), fault.law, seed) for seed in range(seeds)]
        columns = [" ".join(column) for column in zip(*told, strict=True)]
        print(f"{fault.law:46} {columns[0]:>10} {columns[1]:>16} {columns[2]:>18}")


def _copy(fault: Fault, folder: Path) -> None:
    source = Path(incident_timeline.__file__).parent
    shutil.copytree(source, folder / source.name)
    shutil.copy(source.parent / "_incident_timeline_hypothesis.py", folder)
    file = folder / source.name / fault.file
    text = file.read_text()
    if text.count(fault.old) != 1:
        raise SystemExit(f"{fault.file} has no longer {fault.old!r}")
    file.write_text(text.replace(fault.old, fault.new))


def _ask(folder: Path, law: str, seed: int) -> list[str]:
    ran = subprocess.run(
        [sys.executable, __file__, "--law", law, "--seed", str(seed)],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout.split() or ["none", "-", "-"]


def main() -> None:
    """Run the parts that are asked for."""
    parts = argparse.ArgumentParser(description=__doc__)
    parts.add_argument("part", nargs="*", default=["speed", "shares", "shrink"])
    parts.add_argument("--examples", type=int, default=400)
    parts.add_argument("--seeds", type=int, default=3)
    parts.add_argument("--seed", type=int, default=0)
    parts.add_argument("--law", choices=LAWS)
    asked = parts.parse_args()
    if asked.law:
        look_for(asked.law, asked.seed)
        return
    for part in asked.part:
        {"speed": speed, "shares": shares}.get(part, lambda _: shrink(asked.seeds))(
            asked.examples
        )
        print()


if __name__ == "__main__":
    main()
