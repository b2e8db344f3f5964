"""How long it took from the call to the shots, in each incident that tells both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from incident_timeline import Incident, Severity, check, parse, solve


@dataclass(frozen=True)
class Response:
    title: str
    least: timedelta | None
    greatest: timedelta | None
    is_sound: bool


def read(paths: Iterable[Path], published: str, zone: str) -> Iterator[Incident]:
    for path in paths:
        yield from parse(path, published=published, zone=zone).incidents


def responses(incidents: Iterable[Incident]) -> Iterator[Response]:
    for incident in incidents:
        phases = {phase.name: phase.elapsed for phase in solve(incident).phases()}
        if elapsed := phases.get("call to shots"):
            grave = {one.severity for one in check(incident)}
            is_sound = Severity.CONTRADICTION not in grave
            yield Response(incident.title, elapsed.least, elapsed.greatest, is_sound)
