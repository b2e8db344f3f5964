"""What breaks a law of rules: one function a law, each on one incident."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any, Final

from attrs import evolve

from incident_timeline.checks import Case, Rule
from incident_timeline.converter import dumps, loads
from incident_timeline.model import Finding, Incident, Severity, Verdict
from incident_timeline.testing._changes import UNRELATED
from incident_timeline.testing._lines import is_line
from incident_timeline.testing._subjects import Subject, found, marked
from incident_timeline.testing.check import Breach

__all__ = ["JUDGES", "Judge", "certain", "is_sound", "listed", "stays"]

Judge = Callable[[Rule, Subject], Breach | None]
_PART: Final = re.compile(r"\.?([a-z_][a-z0-9_]*)|\[([0-9]+)\]")
_BETWEEN: Final = Incident(title="another incident")


def certain(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that are certain."""
    return tuple(one for one in findings if one.verdict == Verdict.CERTAIN)


def listed(findings: Collection[object]) -> str:
    """Findings as a breach shows them, one below the other."""
    return "\n".join(map(_shown, findings)) or "nothing"


def _shown(one: object) -> str:
    if not isinstance(one, Finding):
        return repr(one)
    about = ", ".join(map(str, one.subject_ids)) or "nothing"
    return f"[{one.verdict.value}] {one} (about {about})"


def _differs(
    expected: Collection[object], seen: Collection[object], why: str
) -> Breach | None:
    if expected == seen:
        return None
    return Breach(expected=listed(expected), seen=f"{why}:\n{listed(seen)}")


def _total(rule: Rule, subject: Subject) -> Breach | None:
    try:
        every: list[object] = list(rule(subject.case))
    except Exception as error:  # noqa: BLE001  whatever it is, it is told
        return Breach(expected="findings, or none", seen=f"raises {error!r}")
    odd = [one for one in every if not isinstance(one, Finding)]
    return Breach(expected="findings", seen=repr(odd[0])) if odd else None


def _deterministic(rule: Rule, subject: Subject) -> Breach | None:
    first = found(rule, Case(evolve(subject.incident)))
    again = found(rule, Case(evolve(subject.incident)))
    return _differs(first, again, "the second time")


def _stateless(rule: Rule, subject: Subject) -> Breach | None:
    first = found(rule, Case(subject.incident))
    found(rule, Case(_BETWEEN))
    again = found(rule, Case(subject.incident))
    return _differs(first, again, "after another incident was looked at")


def _unchanged(rule: Rule, subject: Subject) -> Breach | None:
    incident = loads(subject.told)
    found(rule, Case(incident))
    after = dumps(incident)
    if after == subject.told:
        return None
    return Breach(expected=subject.told, seen=after)


def is_sound(rule: Rule, subject: Subject) -> Breach | None:
    """Whether no contradiction is told of an incident that has none."""
    faults = [
        one
        for one in certain(subject.found(rule))
        if one.severity == Severity.CONTRADICTION
    ]
    return Breach(expected="no contradiction", seen=listed(faults)) if faults else None


def _places(rule: Rule, subject: Subject) -> Breach | None:
    for one in subject.found(rule):
        if not _stands(subject.incident, one.where):
            return Breach(
                expected="a path such as events[3].start, to what is there",
                seen=f"{one.where!r} in\n{_shown(one)}",
            )
    return None


def _stands(incident: Incident, where: str) -> bool:
    value: Any = incident
    at = 0
    while at < len(where):
        part = _PART.match(where, at)
        if part is None:
            return False
        try:
            value = getattr(value, part[1]) if part[1] else value[int(part[2])]
        except (AttributeError, LookupError, TypeError):
            return False
        at = part.end()
    return value is not None and value is not incident


def _subjects(rule: Rule, subject: Subject) -> Breach | None:
    ids = {record.id for record in subject.incident.records}
    for one in subject.found(rule):
        told = one.subject_ids
        if not told or len(set(told)) < len(told) or not ids.issuperset(told):
            return Breach(
                expected=f"one or more of the ids {', '.join(sorted(ids))}, once each",
                seen=f"{told!r} in\n{_shown(one)}",
            )
    return None


def _quotes(rule: Rule, subject: Subject) -> Breach | None:
    known = {citation for _, _, citation in subject.case.citations}
    for one in subject.found(rule):
        for citation in one.citations:
            if citation not in known:
                return Breach(expected="citations of records", seen=repr(citation))
    return None


def _own(rule: Rule, subject: Subject) -> Breach | None:
    for one in subject.found(rule):
        if (one.code, one.name) != (rule.code, rule.name):
            return Breach(
                expected=f"{rule.code} {rule.name}", seen=f"{one.code} {one.name}"
            )
    return None


def _message(rule: Rule, subject: Subject) -> Breach | None:
    for one in subject.found(rule):
        if not _is_phrase(one.message):
            return Breach(expected="such as 'ends too soon'", seen=repr(one.message))
    return None


def _mend(rule: Rule, subject: Subject) -> Breach | None:
    for one in subject.found(rule):
        if one.mend and not _is_phrase(one.mend):
            return Breach(expected="such as 'correct the time'", seen=repr(one.mend))
    return None


def _is_phrase(text: str) -> bool:
    """Whether a text is a line that begins small, or with an acronym or a mark."""
    head = text[:2]
    is_small = not head[:1].isupper() or head.isupper()
    return is_line(text) and is_small and not text.endswith(".")


def _gist(finding: Finding, ids: Callable[[str], str] = str) -> Hashable:
    subjects = frozenset(map(ids, finding.subject_ids))
    return finding.verdict, finding.severity, tuple(sorted(subjects))


def _renamed(rule: Rule, subject: Subject) -> Breach | None:
    ours = Counter((_gist(one, marked), one.where) for one in subject.found(rule))
    theirs = Counter((_gist(one), one.where) for one in subject.found(rule, "renamed"))
    same = ours == theirs
    return None if same else _other(rule, subject, "renamed", "with other ids")


def _same_gists(how: str, why: str) -> Judge:
    """A judge that findings are the same in an incident changed so, but for places."""

    def judge(rule: Rule, subject: Subject) -> Breach | None:
        if subject.changed(how) is None:
            return None
        ours = Counter(map(_gist, subject.found(rule)))
        theirs = Counter(map(_gist, subject.found(rule, how)))
        return None if ours == theirs else _other(rule, subject, how, why)

    return judge


def _other(rule: Rule, subject: Subject, how: str, why: str) -> Breach:
    seen = f"{why}:\n{listed(subject.found(rule, how))}"
    return Breach(expected=listed(subject.found(rule)), seen=seen)


def _unrelated(rule: Rule, subject: Subject) -> Breach | None:
    every = subject.found(rule, "extended")
    rest = tuple(one for one in every if not set(UNRELATED) & set(one.subject_ids))
    return _differs(subject.found(rule), rest, "with what is unrelated")


def stays(rule: Rule, subject: Subject) -> Breach | None:
    """Whether what is certain stays so where all times are drawn in alike."""
    ours = certain(subject.found(rule))
    for how in ("first instants", "midst", "last instants") if ours else ():
        if not certain(subject.found(rule, how)):
            return _other(rule, subject, how, f"narrowed to {how}")
    return None


def _vague(rule: Rule, subject: Subject) -> Breach | None:
    ours = certain(subject.found(rule))
    for how in () if ours else ("an hour wider", "two days wider"):
        if certain(subject.found(rule, how)):
            return _other(rule, subject, how, f"let out, {how}")
    return None


def _by_itself(rule: Rule, subject: Subject) -> Breach | None:
    alone = found(rule, Case(subject.incident, wants_possible=False))
    beside = certain(subject.found(rule))
    return _differs(certain(alone), beside, "with the possible asked for")


JUDGES: Final[dict[str, tuple[Judge, ...]]] = {
    "R01": (_total,),
    "R02": (_deterministic,),
    "R03": (_stateless,),
    "R04": (_unchanged,),
    "R08": (_places,),
    "R09": (_subjects,),
    "R10": (_quotes,),
    "R11": (_own,),
    "R13": (_message,),
    "R14": (_mend,),
    "R15": (_renamed,),
    "R16": (_same_gists("events turned", "with the events told backwards"),),
    "R17": (_same_gists("others turned", "with the other records turned round"),),
    "R18": (_unrelated,),
    "R19": (
        _same_gists("a year sooner", "52 weeks sooner"),
        _same_gists("an hour later", "an hour later"),
    ),
    "R21": (_vague,),
    "R22": (_by_itself,),
}
"""The judges of each law that any incident can break."""
