"""Check and review: every rule on one incident, and what is made of its findings."""

from __future__ import annotations

from collections.abc import Iterable

from incident_timeline.checks.case import Case
from incident_timeline.checks.explain import Page
from incident_timeline.checks.rule import Rule
from incident_timeline.checks.rules import RULES
from incident_timeline.checks.settings.checker import (
    Review,
    checker,
    distinct,
    in_order,
    told,
)
from incident_timeline.checks.settings.config import CheckConfig
from incident_timeline.model import Finding, Incident, Verdict

__all__ = ["check", "review"]


def check(
    incident: Incident,
    *,
    rules: Iterable[Rule] = RULES,
    config: CheckConfig | None = None,
    possible: bool = False,
) -> tuple[Finding, ...]:
    """What rules have to say of an incident, ordered by place, then by code.

    Pure: the incident, the rules and the configuration decide. With *possible*, also
    what holds for some readings of the bounds only. What the configuration selects is
    run, be it among *rules* or not; where it selects nothing, *rules* are.
    ``events[2]`` comes before ``events[10]``.

    Raises:
        ConfigError: If the configuration names what is not known.
        DuplicateCodeError: If two rules share a code.
        RuleError: If a rule raises; this library's own do not.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> chase = draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    >>> [finding.code for finding in check(draft.incident())]
    ['TL101']
    >>> check(draft.incident(), config=CheckConfig(ignore=["TL1"]))
    ()
    """
    if config is not None:
        made = checker(rules, config)
        return made.review(incident, possible=possible).findings
    chosen = RULES if rules is RULES else distinct(rules)
    found = told(chosen, Case(incident, wants_possible=possible))
    if not possible:
        found = [one for one in found if one.verdict == Verdict.CERTAIN]
    return tuple(in_order(found))


def review(
    incident: Incident,
    *,
    rules: Iterable[Rule] = RULES,
    config: CheckConfig | None = None,
    findings: Iterable[Finding] = (),
    known: Iterable[Page] = (),
) -> Review:
    """What :func:`check` finds, with what is suppressed, and whether it fails.

    *findings* are further ones on the same incident, such as a parser's, that the
    configuration is to judge too; *known* are the pages of such findings, whose names
    it may then use.

    Raises:
        ConfigError: If the configuration names what is not known.
        DuplicateCodeError: If two rules share a code.
        RuleError: If a rule raises; this library's own do not.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> chase = draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    >>> config = CheckConfig(suppress=["TL101@e1: two clocks"])
    >>> found = review(draft.incident(), config=config)
    >>> len(found.findings), len(found.suppressed), found.exit_status
    (0, 1, 0)
    """
    made = checker(rules, CheckConfig() if config is None else config, known)
    return made.review(incident, findings)
