"""The incidents that laws are tried on: drawn once, and changed once, for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache, cached_property
from typing import Final

from attrs import Factory, define, evolve, field

from incident_timeline.checks import Case, Rule
from incident_timeline.converter import dumps, loads
from incident_timeline.model import Finding, Incident
from incident_timeline.testing import _changes as make
from incident_timeline.testing._smaller import smallest
from incident_timeline.testing.check import Breach, Effort
from incident_timeline.testing.search import search

__all__ = ["CHANGES", "Subject", "found", "marked", "sift", "subjects"]

Findings = tuple[Finding, ...]

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def marked(name: str) -> str:
    """Another id for a record, one that sorts the other way round."""
    return "".join(chr(0x7E - ord(one) % 0x5E) for one in name) + f" {name}"


CHANGES: Final[dict[str, Callable[[Incident], Incident | None]]] = {
    "renamed": lambda one: make.renamed(one, marked),
    "events turned": lambda one: make.reordered(one, ["events"]),
    "others turned": lambda one: make.reordered(one, make.COLLECTIONS[1:]),
    "extended": make.extended,
    "a year sooner": lambda one: make.shifted(one, -364 * _DAY),
    "an hour later": lambda one: make.shifted(one, _HOUR),
    "first instants": lambda one: make.narrowed(one, (0, 0)),
    "midst": lambda one: make.narrowed(one, (3, 6)),
    "last instants": lambda one: make.narrowed(one, (10, 10)),
    "an hour wider": lambda one: make.widened(one, _HOUR, _HOUR),
    "two days wider": lambda one: make.widened(one, 2 * _DAY, timedelta()),
}
"""The ways in which an incident is changed; ``None`` where it can't be."""


def found(rule: Rule, case: Case) -> Findings:
    """What a rule finds; nothing where it raises, for which there is a law."""
    try:
        return tuple(rule(case))
    except Exception:  # noqa: BLE001  whatever it is, R01 tells of it
        return ()


@define(eq=False)
class Subject:
    """An incident to try a law on, and its cases; each is made on first need.

    Attributes:
        incident: The incident, which a broken rule may change.
        told: The incident as it was given, in JSON.
    """

    incident: Incident
    told: str = field(
        init=False, default=Factory(lambda self: dumps(self.incident), takes_self=True)
    )
    _changed: dict[str, Case | None] = field(factory=dict, init=False, repr=False)
    _rule: Rule | None = field(default=None, init=False, repr=False)
    _found: dict[str, Findings] = field(factory=dict, init=False, repr=False)

    @cached_property
    def case(self) -> Case:
        """The incident itself under check."""
        return Case(self.incident)

    def changed(self, how: str) -> Case | None:
        """The incident changed under check, where it can be."""
        if how not in self._changed:
            incident = CHANGES[how](self.incident)
            self._changed[how] = None if incident is None else Case(incident)
        return self._changed[how]

    def found(self, rule: Rule, how: str = "") -> Findings:
        """What a rule finds in the incident, or in it changed; kept for its laws."""
        if self._rule is not rule:
            self._rule, self._found = rule, {}
        if how not in self._found:
            case = self.changed(how) if how else self.case
            self._found[how] = () if case is None else found(rule, case)
        return self._found[how]


@cache
def subjects(effort: Effort, *, consistent: bool = False) -> tuple[Subject, ...]:
    """Drawn incidents, the same for all that is tried in this process."""
    from incident_timeline.strategies import incidents  # noqa: PLC0415  on need

    found: list[Incident] = []
    search(incidents(consistent=consistent), found.append, effort=effort)
    return tuple(map(Subject, found))


def sift(
    pool: Iterable[Subject],
    judge: Callable[[Subject], Breach | None],
    *,
    is_expected: bool = False,
) -> Breach | None:
    """The first breach, made as small as it gets; one that *is_expected* isn't told."""
    for one in pool:
        breach = judge(one)
        if breach is not None:
            given = loads(one.told)
            less = None if is_expected else smallest(given, lambda i: judge(Subject(i)))
            return less or evolve(breach, input=repr(given))
    return None
