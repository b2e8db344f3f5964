"""Suppressions: which findings are known and accepted, where, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import Attribute, field, frozen

from incident_timeline.checks.settings.refused import ConfigError
from incident_timeline.checks.settings.selectors import specificity
from incident_timeline.errors import shown
from incident_timeline.model import Finding, Incident, Severity

__all__ = [
    "UNUSED",
    "Notice",
    "Suppressed",
    "Suppression",
    "meets",
    "suppressed_by",
    "unused_finding",
]

_COLLECTIONS = ("events", "parties", "evidence", "investigations", "sources", "links")
_ID_LIMIT = 200
_RECORD = re.compile(r"([a-z]{1,20})\[([0-9]{1,9})\]", re.ASCII)


def _is_text(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        reason = f"{shown(value)} is no text"
        raise ConfigError(reason, f"suppress.{attribute.name}", value)


def _is_code(instance: object, attribute: Attribute[Any], value: object) -> None:
    _is_text(instance, attribute, value)
    if not value:
        reason = "'' names no code: write one, such as 'TL103', its beginning or a name"
        raise ConfigError(reason, "suppress.code", value)


@frozen(kw_only=True)
class Suppression:
    """Findings that are known and accepted: a code and a place, and why.

    Attributes:
        code: A code, its beginning or a rule's name: ``TL103``, ``TL1``.
        where: A record's id or a path, with what is within it: ``e4``, ``e4.start``,
            ``events[3]``; empty for the whole incident. An id alone is for every
            finding that names the record, be it at another.
        reason: Why; required for a whole incident.
        incident_id: The incident, where it is for one of several.

    Raises:
        ConfigError: If the code is empty, or both the place and the reason are.

    >>> str(Suppression(code="TL103", where="e4", reason="the log's clock was slow"))
    "TL103@e4: the log's clock was slow"
    """

    code: str = field(validator=_is_code)
    where: str = field(default="", validator=_is_text)
    reason: str = field(default="", validator=_is_text)
    incident_id: str = field(default="", validator=_is_text)

    def __attrs_post_init__(self) -> None:
        if not self.where and not self.reason.strip():
            reason = (
                f"{self.code!r} without a place is suppressed in a whole incident:"
                f" give a reason, or a place as in '{self.code}@e4'"
            )
            raise ConfigError(reason, "suppress", self.code)

    @classmethod
    def parse(cls, text: str) -> Suppression:
        """A suppression from text: ``CODE@PLACE``, ``CODE@PLACE: REASON``.

        Raises:
            ConfigError: If it names no code, or neither a place nor a reason.

        >>> Suppression.parse("TL103@e4.start: the log's clock was slow").where
        'e4.start'
        """
        head, _, reason = text.partition(": ")
        code, _, where = head.partition("@")
        return cls(code=code.strip(), where=where.strip(), reason=reason.strip())

    def __str__(self) -> str:
        place = f"@{self.where}" if self.where else ""
        return f"{self.code}{place}" + (f": {self.reason}" if self.reason else "")


@frozen(kw_only=True)
class Suppressed:
    """A finding that isn't reported, and the suppression that says so."""

    finding: Finding
    suppression: Suppression


@frozen(kw_only=True)
class Notice:
    """What the checks have to say of themselves, one code each.

    Attributes:
        code: Its code, never reused.
        name: The matter, in kebab case.
        severity: How much it matters.
        since: The version that brought it.
        explanation: The body of its page, in Markdown.
    """

    code: str
    name: str
    severity: Severity
    since: str
    explanation: str

    @property
    def page(self) -> str:
        """The page that explains it, in Markdown."""
        head = f"# {self.code} {self.name}\n\n*{self.severity} · since {self.since}*"
        return f"{head}\n\n{self.explanation}\n"


UNUSED = Notice(
    code="TL001",
    name="unused-suppression",
    severity=Severity.NOTE,
    since="0.2.0",
    explanation="""\
A suppression that suppresses nothing.

## What it does

Tells each suppression of the configuration that no finding met, though its rule was
run on an incident that it is for.

## Why it matters

What was accepted once is no longer there: the fault was mended, the record was
renamed, or the code was mistyped. Left in place, the suppression would hide the next
fault of that kind.

## What it leaves alone

Suppressions of codes that were not selected, and those for an incident that was not
among those checked. One that meets a possible finding is used, whether possible
findings are reported or not.

## Mend

Remove the suppression, or name the place that was meant.

## Example

> `suppress = ["TL101@e9: the log's clock was slow"]`, in an incident without an `e9`

is reported as

```text
TL001 suppression of TL101@e9 suppresses nothing
mend: remove it, or name the place that was meant
```

## Source

The convention of linters: a suppression without a finding is itself one.""",
)
"""The suppression that suppresses nothing; reported unless it is ignored."""


def unused_finding(
    suppression: Suppression, incident: Incident | None = None
) -> Finding:
    """What is reported of a suppression that suppresses nothing."""
    path, record_id = _resolved(suppression.where, _paths(incident))
    place = f"@{suppression.where}" if suppression.where else ""
    return Finding(
        code=UNUSED.code,
        name=UNUSED.name,
        severity=UNUSED.severity,
        where=path if record_id else "",
        message=f"suppression of {suppression.code}{place} suppresses nothing",
        subject_ids=(record_id,) if record_id else (),
        mend="remove it, or name the place that was meant",
    )


def suppressed_by(
    suppressions: Iterable[Suppression], incident: Incident | None
) -> Iterator[tuple[Suppression, str]]:
    """Those that are for an incident, each with the path that it covers there."""
    own = "" if incident is None else incident.id
    its = [one for one in suppressions if one.incident_id in ("", own)]
    paths = _paths(incident) if its else {}
    for one in its:
        yield one, _resolved(one.where, paths)[0]


def meets(suppression: Suppression, path: str, finding: Finding) -> bool:
    """Whether a suppression that covers a path, or names a record, is for a finding."""
    where = finding.where
    within = not path or where == path or where.startswith((f"{path}.", f"{path}["))
    within = within or suppression.where in finding.subject_ids
    return within and specificity(suppression.code, finding) > 0


def _resolved(where: str, paths: Mapping[str, str]) -> tuple[str, str]:
    """The path that a place means, and the id of its record; empty where it has none.

    An id may hold dots, so that the longest one counts.
    """
    # No id is longer, so that the cost of a place stays in step with its length.
    head = (
        where if len(where) <= _ID_LIMIT else where[: _ID_LIMIT + 1].rpartition(".")[0]
    )
    while head:
        if head in paths:
            return paths[head] + where[len(head) :], head
        head = head.rpartition(".")[0]
    match = _RECORD.match(where)
    named = (one for one, path in paths.items() if match and path == match.group())
    return where, next(named, "")


def _paths(incident: Incident | None) -> dict[str, str]:
    """The path of each record, by its id."""
    return {
        record.id: f"{name}[{i}]"
        for name in (_COLLECTIONS if incident else ())
        for i, record in enumerate(getattr(incident, name))
    }
