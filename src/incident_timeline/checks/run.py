"""Check: every rule on one incident, its findings in the order of their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from incident_timeline.checks.case import Case
from incident_timeline.checks.rule import Rule
from incident_timeline.checks.rules import RULES
from incident_timeline.errors import DuplicateCodeError, RuleError, shown
from incident_timeline.model import Finding, Incident, Verdict

__all__ = ["check"]

_NUMBER = re.compile(r"(\d+)")


def check(
    incident: Incident, *, rules: Iterable[Rule] = RULES, possible: bool = False
) -> tuple[Finding, ...]:
    """What rules have to say of an incident, ordered by place, then by code.

    Pure: the incident alone decides. With *possible*, also what holds for some
    readings of the bounds only. ``events[2]`` comes before ``events[10]``.

    Raises:
        DuplicateCodeError: If two rules share a code.
        RuleError: If a rule raises; this library's own do not.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> chase = draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    >>> [finding.code for finding in check(draft.incident())]
    ['TL101']
    """
    chosen = tuple(rules)
    _refuse_duplicates(chosen)
    case = Case(incident)
    found = (finding for rule in chosen for finding in _findings(rule, case))
    kept = (one for one in found if possible or one.verdict is Verdict.CERTAIN)
    return tuple(sorted(kept, key=_rank))


def _refuse_duplicates(rules: tuple[Rule, ...]) -> None:
    counts = Counter(rule.code for rule in rules)
    for code, count in counts.items():
        if count > 1:
            names = ", ".join(rule.name for rule in rules if rule.code == code)
            message = (
                f"{count} rules have the code {code}: {names}; a code is one's own"
            )
            raise DuplicateCodeError(message, code=code)


def _findings(rule: Rule, case: Case) -> Iterator[Finding]:
    try:
        yield from rule(case)
    except Exception as error:
        kind = type(error).__name__
        message = (
            f"rule {rule.code} ({rule.name}) failed on incident"
            f" {shown(case.incident.id)}: {kind}: {error}"
        )
        raise RuleError(message, code=rule.code) from error


def _rank(finding: Finding) -> tuple[tuple[tuple[str, int], ...], str]:
    pieces = _NUMBER.split(finding.where)
    numbers = (int(number) for number in (*pieces[1::2], "-1"))
    place = tuple(zip(pieces[::2], numbers, strict=True))
    return place, finding.code
