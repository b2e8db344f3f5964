"""Checks for rules: what each promises, tried on drawn incidents and its witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import cached_property, partial
from inspect import getdoc
from itertools import islice
from typing import Final

from attrs import frozen

from incident_timeline.checks import ALL_RULES, RULES, Case, Rule, check
from incident_timeline.converter import dumps, loads
from incident_timeline.model import Incident
from incident_timeline.testing._at_once import at_once
from incident_timeline.testing._changes import beside, copies, shifted
from incident_timeline.testing._cost import lines_run, too_steep
from incident_timeline.testing._judged_rules import (
    JUDGES,
    Judge,
    certain,
    is_sound,
    listed,
    stays,
)
from incident_timeline.testing._laws.rules import RULE_LAWS
from incident_timeline.testing._processes import Home, elsewhere, home_of
from incident_timeline.testing._subjects import Subject, found, sift, subjects
from incident_timeline.testing._vaguer import stays_vague, vaguer
from incident_timeline.testing.check import Breach, Check, Effort, checks_of
from incident_timeline.testing.search import need_hypothesis

__all__ = ["rule_checks"]

_PLANTED: Final = {"quick": 3, "thorough": 40}  # incidents that the witness is put into
_LATER: Final = timedelta(days=1)  # how long after itself the witness happens again
_FEWER: Final = 12  # incidents for the laws that cost most
_SLOW: Final = ("R04",)
_FEW: Final = 16
_CALLER: Final = (__name__, "_told_there")


def rule_checks(
    rule: Rule,
    *,
    expected_failures: Mapping[str, str] | None = None,
    effort: Effort = "quick",
    kit: int = 1,
) -> tuple[Check, ...]:
    """The checks that a rule is to pass, in the order of their codes.

    They are tried on its witness, on drawn incidents, and on those with the witness
    put in their midst. Without a witness, the laws that need one aren't asked; with
    ``laws``, R19 isn't; R26 is asked with *effort* ``thorough`` only, and where a
    module holds the rule under a public name.

    Args:
        rule: The rule.
        expected_failures: Why a law is expected to be broken, by its code; such a
            check fails where the law holds.
        effort: How many incidents are drawn: ``quick`` or ``thorough``.
        kit: The version of the kit; later ones may ask for more.

    Raises:
        ImportError: If Hypothesis is not installed.
        UnknownReferenceError: If there is no such kit, or no such law is asked.

    >>> from incident_timeline.checks import RULES
    >>> checks = rule_checks(RULES[0])
    >>> [check.__name__ for check in checks][:3]
    ['R01-total', 'R02-deterministic', 'R03-stateless']
    >>> for check in checks:
    ...     check()
    """
    need_hypothesis()
    runs = dict(_Trial(rule, effort, frozenset(expected_failures or ())).runs())
    asked = ((law, runs[law.code]) for law in RULE_LAWS if law.code in runs)
    return checks_of(asked, expected_failures=expected_failures, kit=kit)


@frozen(eq=False)
class _Trial:
    """A rule on trial, and the incidents that it is tried on."""

    rule: Rule
    effort: Effort
    expected: frozenset[str]

    def runs(self) -> Iterator[tuple[str, Callable[[], Breach | None]]]:
        """What asks each law that applies."""
        for code, judges in JUDGES.items():
            if code != "R19" or not self.rule.laws:
                yield code, partial(self._any, code, judges)
        yield "R05", self._sound
        yield "R20", self._stays
        yield "R12", self._own_code
        yield "R23", self._page
        yield "R24", self._threads
        if self.rule.witness is not None:
            yield "R06", partial(self._witness, self.rule.witness)
            yield "R07", self._alone
            yield "R25", self._cost
        home = home_of(self.rule) if self.effort == "thorough" else None
        if home is not None:
            yield "R26", partial(self._process, home)

    @cached_property
    def witness(self) -> Incident:
        """Its witness; an empty incident, where it has none or fails to make one."""
        try:
            made = self.rule.witness and self.rule.witness()
        except Exception:  # noqa: BLE001  whatever it is, R06 tells of it
            return Incident()
        return made if isinstance(made, Incident) else Incident()

    @cached_property
    def pool(self) -> tuple[Subject, ...]:
        """The witness, once and twice, drawn incidents with it in them, and others."""
        drawn = subjects(self.effort)
        long = sorted(drawn, key=lambda one: -len(one.incident.events))
        planted = islice(long, 0, None, max(1, len(long) // _PLANTED[self.effort]))
        later = shifted(self.witness, _LATER) or self.witness
        return (
            Subject(self.witness),
            Subject(beside(self.witness, later)),
            *(Subject(beside(self.witness, one.incident)) for one in planted),
            *drawn,
            *subjects(self.effort, consistent=True)[::3],
        )

    def _any(self, code: str, judges: tuple[Judge, ...]) -> Breach | None:
        def judge(subject: Subject) -> Breach | None:
            breaches = (one(self.rule, subject) for one in judges)
            return next((one for one in breaches if one is not None), None)

        pool = self.pool[:_FEWER] if code in _SLOW else self.pool
        return sift(pool, judge, is_expected=code in self.expected)

    def _stays(self) -> Breach | None:
        judge = partial(stays, self.rule)
        vague = map(Subject, vaguer(self.witness))
        is_expected = "R20" in self.expected
        return sift(
            vague, partial(stays_vague, self.rule), is_expected=is_expected
        ) or (sift(self.pool, judge, is_expected=is_expected))

    def _sound(self) -> Breach | None:
        pool = subjects(self.effort, consistent=True)
        judge = partial(is_sound, self.rule)
        return sift(pool, judge, is_expected=True)  # with less, it may not be sound

    def _witness(self, make: Callable[[], Incident]) -> Breach | None:
        try:
            findings = tuple(self.rule(Case(make())))
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            seen = f"raises {error!r}"
            return Breach(expected="findings", seen=seen, input=repr(self.rule))
        if certain(findings):
            return None
        seen = listed(findings)
        return Breach(expected="what is certain", seen=seen, input=repr(self.witness))

    def _alone(self) -> Breach | None:
        others = [one for one in RULES if one.code != self.rule.code]
        findings = check(self.witness, rules=others)
        if not findings:
            return None
        seen = listed(findings)
        return Breach(expected="nothing of others", seen=seen, input=repr(self.witness))

    def _own_code(self) -> Breach | None:
        mine = self.rule.code
        taken = [one for one in ALL_RULES if one.code == mine and one is not self.rule]
        is_ours = any(one is self.rule for one in ALL_RULES)
        if not taken and (is_ours or mine[:-3] != "TL"):
            return None
        whose = f"that of {taken[0].name}" if taken else "with the library's prefix"
        return Breach(expected="a code of its own", seen=f"{mine}, {whose}", input=mine)

    def _page(self) -> Breach | None:
        told = getdoc(self.rule.look)
        if told and told.strip():
            return None
        where = repr(self.rule.look)
        return Breach(expected="a docstring", seen="none", input=where)

    def _threads(self) -> Breach | None:
        pool = self.pool[:_FEWER]
        cases = [one.case for one in pool]
        alone = tuple(found(self.rule, one) for one in cases)
        for told in at_once(partial(found, self.rule), cases):
            for one, mine, other in zip(pool, alone, told, strict=True):
                if mine != other:
                    seen, given = listed(other), repr(one.incident)
                    return Breach(expected=listed(mine), seen=seen, input=given)
        return None

    def _cost(self) -> Breach | None:
        return too_steep(self._steps, _FEW, repr(self.witness))

    def _steps(self, count: int) -> int:
        """The lines run on copies of the witness; what rules share is made before."""
        case = Case(copies(self.witness, count))
        _ = case.timeline, case.moments, case.citations, found(self.rule, case)
        return lines_run(partial(found, self.rule, case))

    def _process(self, home: Home) -> Breach | None:
        incidents = [self.witness, *(one.incident for one in subjects("quick"))]
        texts = [dumps(one) for one in incidents]
        here = [_told_there(self.rule, text) for text in texts]
        for there in elsewhere(_CALLER, home, texts):
            for one, mine, other in zip(incidents, here, there, strict=True):
                if mine != other:
                    return Breach(expected=mine, seen=other, input=repr(one))
        return None


def _told_there(rule: Rule, text: str) -> str:
    """What a rule finds in an incident that is given as JSON, as one text."""
    return listed(found(rule, Case(loads(text))))
