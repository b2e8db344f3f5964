"""Findings as JSON, in a shape that stays."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from attrs import asdict

from incident_timeline.checks import Page, Suppressed
from incident_timeline.model import Citation, Finding, Severity
from incident_timeline.reports.base import Checked

__all__ = ["VERSION", "json_report", "json_text"]

VERSION: Final = 1
_LONE = re.compile("[\ud800-\udfff]")


def json_report(checked: Iterable[Checked], pages: Iterable[Page] = ()) -> str:
    """One object: the findings, what is suppressed, what is unreadable, and counts.

    The text is ASCII, so that any pipe carries it. *pages* are not needed.
    """
    del pages
    every = list(checked)
    findings = [_finding(one, finding) for one in every for finding in one.findings]
    suppressed = [_suppressed(one, pair) for one in every for pair in one.suppressed]
    errors = [{"file": one.file, "message": one.error} for one in every if one.error]
    report = {
        "version": VERSION,
        "findings": findings,
        "suppressed": suppressed,
        "errors": errors,
        "counts": {
            "files": len(_files(every)),
            "findings": len(findings),
            "suppressed": len(suppressed),
            "errors": len(errors),
            "severities": _severities(every),
        },
    }
    return json_text(report)


def _files(checked: list[Checked]) -> set[str]:
    """The files that were read, or couldn't be."""
    return {one.file for one in checked if one.text or one.incident or one.error}


def json_text(value: object) -> str:
    """JSON in ASCII that ends with a line end; halves of surrogate pairs are U+FFFD."""
    return json.dumps(_whole(value), indent=2) + "\n"


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list | tuple) else value


def _severities(checked: list[Checked]) -> dict[str, int]:
    counts = Counter(finding.severity for one in checked for finding in one.findings)
    return {severity.value: counts[severity] for severity in Severity}


def _finding(checked: Checked, finding: Finding) -> dict[str, object]:
    region = checked.region(finding)
    return {
        "file": checked.file,
        "incident_id": checked.incident_id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "where": finding.where,
        "message": finding.message,
        "subject_ids": finding.subject_ids,
        "citations": [_citation(one) for one in finding.citations],
        "mend": finding.mend,
        "raw": finding.raw,
        "line": finding.line,
        "column": finding.column,
        "region": None if region is None else asdict(region),
    }


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "source_id": citation.source_id,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "attributed_to": citation.attributed_to,
        "force": citation.force,
    }


def _suppressed(checked: Checked, pair: Suppressed) -> dict[str, object]:
    return {
        **_finding(checked, pair.finding),
        "suppression": asdict(pair.suppression),
    }
