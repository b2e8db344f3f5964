"""Checker: a configuration resolved once, and what it makes of findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import evolve, field, frozen

from incident_timeline._shown import Shown
from incident_timeline.checks.case import Case
from incident_timeline.checks.explain import Page
from incident_timeline.checks.rule import Rule
from incident_timeline.checks.rules import ALL_RULES
from incident_timeline.checks.settings.config import CheckConfig
from incident_timeline.checks.settings.judging import (
    chooses,
    fails,
    graded,
    reports_unused,
    verify,
)
from incident_timeline.checks.settings.selectors import specificity
from incident_timeline.checks.settings.suppress import (
    UNUSED,
    Suppressed,
    Suppression,
    meets,
    suppressed_by,
    unused_finding,
)
from incident_timeline.errors import DuplicateCodeError, RuleError, shown
from incident_timeline.model import Finding, Incident, Verdict

__all__ = ["Checker", "Review", "checker", "distinct", "in_order", "told"]

_NUMBER = re.compile(r"(\d+)")


@frozen(kw_only=True)
class Review(Shown):
    """What a check found, what of it is suppressed, and whether it fails.

    Attributes:
        findings: What is reported, ordered by place, then by code.
        suppressed: What isn't, each with the suppression that says so.
        exit_status: 1 where a finding is certain and as grave as the configuration's
            ``fail_on``, else 0.
    """

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    exit_status: int = 0


@frozen(kw_only=True, eq=False)
class Checker:
    """A configuration with the rules that it chooses.

    Attributes:
        config: The configuration.
        rules: The rules that are run.
        heard: All that may be reported: those rules, and what parsers say.
    """

    config: CheckConfig
    rules: tuple[Rule, ...]
    heard: tuple[Page, ...] = field(repr=False)

    def check(self, incident: Incident) -> Review:
        """What the rules find in an incident; nothing of unused suppressions."""
        found = in_order(self._told(incident))
        return self._review(*self._sifted(found, incident))

    def heed(
        self, findings: Iterable[Finding], incident: Incident | None = None
    ) -> Review:
        """What parsers told of a document, as far as it is selected, in its order."""
        chosen = [one for one in findings if chooses(self.config, one)]
        return self._review(*self._sifted(chosen, incident))

    def review(
        self,
        incident: Incident,
        findings: Iterable[Finding] = (),
        *,
        possible: bool = False,
    ) -> Review:
        """All that is reported of one incident, with other findings on it."""
        chosen = [one for one in findings if chooses(self.config, one)]
        every = in_order([*self._told(incident), *chosen])
        kept, suppressed = self._sifted(every, incident, possible=possible)
        if self.config.suppress:
            used = (one.suppression for one in suppressed)
            kept = in_order([*kept, *self.unused(used, [incident])])
        return self._review(kept, suppressed)

    def _told(self, incident: Incident) -> list[Finding]:
        case = Case(incident, profile=self.config.jurisdiction)
        return told(self.rules, case)

    def _sifted(
        self,
        findings: list[Finding],
        incident: Incident | None,
        *,
        possible: bool = False,
    ) -> tuple[list[Finding], list[Suppressed]]:
        """What of some findings is reported and what is suppressed, in their order."""
        if not findings:
            return [], []
        is_asked = possible or self.config.possible
        places = tuple(suppressed_by(self.config.suppress, incident))
        kept: list[Finding] = []
        suppressed: list[Suppressed] = []
        for finding in map(self._graded, findings):
            met = next((one for one, at in places if meets(one, at, finding)), None)
            if met is not None:
                suppressed.append(Suppressed(finding=finding, suppression=met))
            elif is_asked or finding.verdict == Verdict.CERTAIN:
                kept.append(finding)
        return kept, suppressed

    def _graded(self, finding: Finding) -> Finding:
        if not self.config.severities:
            return finding
        severity = graded(self.config, finding, finding.severity)
        return evolve(finding, severity=severity)

    def _review(self, kept: list[Finding], suppressed: list[Suppressed]) -> Review:
        return Review(
            findings=tuple(kept),
            suppressed=tuple(suppressed),
            exit_status=int(fails(self.config, kept)),
        )

    def unused(
        self, used: Iterable[Suppression], incidents: Iterable[Incident]
    ) -> Iterator[Finding]:
        """A finding for each suppression that met nothing in all these incidents."""
        if not self.config.suppress or not reports_unused(self.config):
            return
        met, checked = set(used), tuple(incidents)
        for one in self.config.suppress:
            its = [i for i in checked if one.incident_id in ("", i.id)]
            is_heard = any(specificity(one.code, page) for page in self.heard)
            if its and is_heard and one not in met:
                incident = its[0] if len(its) == 1 else None
                yield self._graded(unused_finding(one, incident))


def checker(
    rules: Iterable[Rule], config: CheckConfig, known: Iterable[Page] = ()
) -> Checker:
    """The checker for rules and a configuration; made once for the same two.

    What is selected is run, be it passed or not; where nothing is, what is passed.

    Raises:
        ConfigError: If the configuration names what is not known.
        DuplicateCodeError: If two rules share a code.
    """
    return _made(_Same(tuple(rules), config, tuple(known)))


class _Same:
    """Parts that are the same where they are identical; rules are slow to compare."""

    __slots__ = ("parts",)

    def __init__(
        self, rules: tuple[Rule, ...], config: CheckConfig, known: tuple[Page, ...]
    ) -> None:
        self.parts = (rules, config, known)

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and all(
            one is another for one, another in zip(self.parts, other.parts, strict=True)
        )


@lru_cache(maxsize=32)
def _made(same: _Same) -> Checker:
    rules, config, known = same.parts
    passed = distinct(rules)
    codes = {rule.code for rule in passed}
    pool = (*passed, *(rule for rule in ALL_RULES if rule.code not in codes))
    codes = {rule.code for rule in pool}
    others = tuple(page for page in known if page.code not in codes)
    verify(config, (UNUSED, *pool, *others))
    chosen = tuple(
        rule
        for i, rule in enumerate(pool)
        if chooses(config, rule, passed=i < len(passed))
    )
    read = (page for page in others if chooses(config, page))
    return Checker(config=config, rules=chosen, heard=(*chosen, *read))


def distinct(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules as a tuple.

    Raises:
        DuplicateCodeError: If two of them share a code.
    """
    chosen = tuple(rules)
    counts = Counter(rule.code for rule in chosen)
    for code, count in counts.items():
        if count > 1:
            names = ", ".join(rule.name for rule in chosen if rule.code == code)
            message = (
                f"{count} rules have the code {code}: {names}; a code is one's own"
            )
            raise DuplicateCodeError(message, code=code)
    return chosen


def told(rules: Iterable[Rule], case: Case) -> list[Finding]:
    """All that rules find, what is possible among it.

    Raises:
        RuleError: If one of them raises.
    """
    found: list[Finding] = []
    for rule in rules:
        try:
            found.extend(rule(case))
        except Exception as error:
            kind = type(error).__name__
            message = (
                f"rule {rule.code} ({rule.name}) failed on incident"
                f" {shown(case.incident.id)}: {kind}: {error}"
            )
            raise RuleError(message, code=rule.code) from error
    return found


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by place, then by code; ``events[2]`` comes before ``events[10]``."""
    return sorted(findings, key=_rank) if len(findings) > 1 else findings


def _rank(finding: Finding) -> tuple[tuple[tuple[str, int], ...], str]:
    pieces = _NUMBER.split(finding.where)
    numbers = (int(number) for number in (*pieces[1::2], "-1"))
    place = tuple(zip(pieces[::2], numbers, strict=True))
    return place, finding.code
