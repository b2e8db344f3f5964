"""Rule: one code, one name, one function; and how such a function becomes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from inspect import getdoc
from typing import Any

from attrs import Attribute, field, frozen

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.law import Law
from incident_timeline.errors import InvalidRecordError
from incident_timeline.model import Finding, Incident, Severity

__all__ = ["Look", "Rule", "rule"]

Look = Callable[[Case], Iterable[Hit]]
_CODE = re.compile(r"[A-Z]{2,8}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _shaped(shape: re.Pattern[str], reason: str) -> Callable[..., None]:
    def check(rule: Rule, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, str) or shape.fullmatch(value) is None:
            raise InvalidRecordError(type(rule).__name__, attribute.name, value, reason)

    return check


@frozen(kw_only=True)
class Rule:
    """One thing that is looked for; made with :func:`rule` and passed to ``check``.

    Attributes:
        code: Two to eight capitals that are the owner's, and three digits; ``TL`` is
            this library's. Never reused.
        name: The fault, in kebab case: ``event-ends-before-start``.
        severity: How much a finding matters, where a hit says nothing else.
        since: The version that brought the rule.
        source: What the rule rests on.
        look: The function; its docstring, in Markdown, is the body of the page.
        witness: Makes a smallest incident on which this rule alone has something
            certain to say, where there is such a function.
        laws: The provisions that it rests on, where it is a rule of law: it speaks
            only where one of them held.
        is_default: Whether it is among ``RULES``; those that aren't ask for more than
            most accounts tell, and are passed or selected by who wants them.

    Raises:
        InvalidRecordError: If the code or the name has another shape.
    """

    code: str = field(
        validator=_shaped(_CODE, "is no code: 2 to 8 capitals, then 3 digits")
    )
    name: str = field(
        validator=_shaped(_NAME, "is no name: lower-case words joined by '-'")
    )
    severity: Severity
    since: str = ""
    source: str = ""
    look: Look = field(repr=False)
    witness: Callable[[], Incident] | None = field(default=None, repr=False)
    laws: tuple[Law, ...] = field(default=(), repr=False)
    is_default: bool = True

    def __call__(self, case: Case) -> Iterator[Finding]:
        """What this rule has to say of a case, possible findings among it.

        Nothing where it is a rule of law, and none of its laws is of the case's place.
        """
        if self.laws and not any(case.is_under(law) for law in self.laws):
            return
        for hit in self.look(case):
            yield Finding(
                code=self.code,
                name=self.name,
                severity=hit.severity or self.severity,
                verdict=hit.verdict,
                where=hit.where,
                message=hit.message,
                subject_ids=hit.subject_ids,
                citations=hit.citations,
                mend=hit.mend,
            )

    @property
    def page(self) -> str:
        """Its page in Markdown: the function's docstring, and its witness."""
        since = f" · since {self.since}" if self.since else ""
        chosen = "" if self.is_default else " · only where selected"
        parts = (
            f"# {self.code} {self.name}",
            f"*{self.severity.value}{since}{chosen}*",
            getdoc(self.look) or "",
            self._reported(),
            f"## Source\n\n{self.source}" if self.source else "",
            self._in_force(),
        )
        return "\n\n".join(part.strip() for part in parts if part) + "\n"

    def _reported(self) -> str:
        """What the rule says of its witness; the example of its page ends with that."""
        if self.witness is None:
            return ""
        found = self(Case(self.witness()))
        lines = "\n".join(f"{one}\nmend: {one.mend}" for one in found)
        return f"is reported as\n\n```text\n{lines}\n```"

    def _in_force(self) -> str:
        """Where and when its laws held."""
        if not self.laws:
            return ""
        rows = "\n".join(
            f"| {law.jurisdiction} | [{law.provision}]({law.url}) | {law.since} |"
            f" {law.until or ''} | {law.says} |"
            for law in self.laws
        )
        head = "| where | provision | from | to | says |\n|---|---|---|---|---|"
        return f"## In force\n\n{head}\n{rows}"


def rule(
    code: str,
    *,
    name: str,
    severity: Severity | str,
    since: str = "",
    source: str = "",
    witness: Callable[[], Incident] | None = None,
    laws: Iterable[Law] = (),
    is_default: bool = True,
) -> Callable[[Look], Rule]:
    """Make a rule of the function below; nothing is registered.

    Raises:
        InvalidRecordError: If the code, the name or the severity is none.

    >>> from incident_timeline.checks import before, check
    >>> from incident_timeline.model import Draft
    >>> @rule("MYC101", name="towed-before-arrival", severity=Severity.IMPLAUSIBLE)
    ... def towed_before_arrival(case):
    ...     \"\"\"A vehicle that is towed before officers arrive.\"\"\"
    ...     for tow in case.incident.events_of_kind("x-mycity:tow"):
    ...         for arrival in case.incident.events_of_kind("arrival"):
    ...             if verdict := before(tow.start, arrival.start):
    ...                 message = f"towed before arrival {arrival.id}"
    ...                 yield case.hit(tow, "start", message, verdict=verdict)
    >>> draft = Draft(zone="Europe/London")
    >>> tow = draft.event("x-mycity:tow", "2023-11-23T19:50")
    >>> arrival = draft.event("arrival", "2023-11-23T20:10")
    >>> for finding in check(draft.incident(), rules=[towed_before_arrival]):
    ...     print(finding)
    events[0].start: MYC101 towed before arrival e2
    """
    try:
        graveness = Severity(severity)
    except ValueError:
        words = ", ".join(Severity)
        reason = f"is no severity; there are {words}"
        raise InvalidRecordError("Rule", "severity", severity, reason) from None

    def made(look: Look) -> Rule:
        return Rule(
            code=code,
            name=name,
            severity=graveness,
            since=since,
            source=source,
            look=look,
            witness=witness,
            laws=tuple(laws),
            is_default=is_default,
        )

    return made
