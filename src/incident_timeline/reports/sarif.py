"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib import metadata
from typing import Any, Final

from incident_timeline.checks import Page, Suppression
from incident_timeline.model import Citation, Finding
from incident_timeline.reports.base import LEVELS, Checked, Region, level_of, uri_of
from incident_timeline.reports.json import json_text

__all__ = ["sarif_report"]

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas"
    "/sarif-schema-2.1.0.json"
)
_BEGINNING = re.compile(r"\A.{0,500}?\.(?=\s|\Z)", re.DOTALL)
_FINGERPRINT: Final = "codeAndWords/v1"
Object = dict[str, Any]


def sarif_report(checked: Iterable[Checked], pages: Iterable[Page] = ()) -> str:
    """A log with one run: the findings, suppressed ones too, and the pages of codes.

    Regions count characters from 1, as ``columnKind`` tells. The text is ASCII.
    """
    every = list(checked)
    rules = _reported(every, pages)
    index = {one.code: i for i, one in enumerate(rules)}
    results = [one for each in every for one in _results(each, index)]
    _tell_apart(results)
    driver = {
        "name": "incident-timeline",
        "semanticVersion": metadata.version("incident-timeline"),
        "rules": [_rule(one) for one in rules],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(every)],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _reported(checked: list[Checked], pages: Iterable[Page]) -> list[Page]:
    codes = {finding.code for one in checked for finding, _ in _every(one)}
    known = {page.code: page for page in pages}
    return [known[code] for code in sorted(codes & known.keys())]


def _every(checked: Checked) -> Iterator[tuple[Finding, Suppression | None]]:
    yield from ((one, None) for one in checked.findings)
    yield from ((one.finding, one.suppression) for one in checked.suppressed)


def _rule(page: Page) -> Object:
    told = _told(page.page)
    first = _BEGINNING.match(told)
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("-")),
        "shortDescription": {"text": first.group() if first else told},
        "fullDescription": {"text": told},
        "help": {"text": page.page, "markdown": page.page},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
        "properties": {"severity": page.severity.value},
    }


def _told(page: str) -> str:
    """The first paragraph of a page that is neither its head nor a heading."""
    blocks = (" ".join(block.split()) for block in page.split("\n\n"))
    return next((one for one in blocks if one and one[0] not in "#*"), page)


def _invocation(checked: list[Checked]) -> Object:
    errors = [
        {
            "level": "error",
            "message": {"text": _plain(one.error)},
            "locations": [{"physicalLocation": _artifact(one)}] if one.file else [],
        }
        for one in checked
        if one.error
    ]
    return {"executionSuccessful": not errors, "toolExecutionNotifications": errors}


def _results(checked: Checked, index: dict[str, int]) -> Iterator[Object]:
    for finding, suppression in _every(checked):
        result: Object = {
            "ruleId": finding.code,
            "level": level_of(finding),
            "message": {"text": _plain(finding.message)},
            "locations": [_location(checked, finding)],
            "relatedLocations": list(_related(checked, finding)),
            "partialFingerprints": {_FINGERPRINT: _fingerprint(checked, finding)},
            "suppressions": [] if suppression is None else [_external(suppression)],
            "properties": _properties(checked, finding),
        }
        if finding.code in index:
            result["ruleIndex"] = index[finding.code]
        yield result


def _plain(text: str) -> str:
    """A message in which nothing is a placeholder or a link."""
    told = text.replace("{", "{{").replace("}", "}}")
    return told.replace("[", "\\[") if "](" in told else told


def _external(suppression: Suppression) -> Object:
    reason = suppression.reason or str(suppression)
    return {"kind": "external", "status": "accepted", "justification": reason}


def _properties(checked: Checked, finding: Finding) -> Object:
    return {
        "name": finding.name,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "incidentId": checked.incident_id,
        "subjectIds": finding.subject_ids,
        "mend": finding.mend,
    }


def _location(checked: Checked, finding: Finding) -> Object:
    location: Object = {}
    if checked.file:
        region = checked.region(finding)
        location["physicalLocation"] = {
            **_artifact(checked),
            "region": _region(region) if region else {"startLine": 1},
        }
    if finding.where:
        names = {"fullyQualifiedName": finding.where}
        location["logicalLocations"] = [names]
    return location


def _artifact(checked: Checked) -> Object:
    return {"artifactLocation": {"uri": uri_of(checked.file)}}


def _region(region: Region) -> Object:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.start,
        "charLength": region.end - region.start,
    }


def _related(checked: Checked, finding: Finding) -> Iterator[Object]:
    """The quotes; each place once, as the standard demands."""
    is_shown = checked.file != ""
    pairs = (
        (_words(one), checked.quoted(one) if is_shown else None)
        for one in finding.citations
    )
    for words, region in dict.fromkeys(pairs):
        place: Object = {"message": {"text": _plain(words)}}
        if region:
            where = {**_artifact(checked), "region": _region(region)}
            place["physicalLocation"] = where
        yield place


def _words(citation: Citation) -> str:
    who = citation.attributed_to or citation.source_id
    return f"“{' '.join(citation.quote.split())}” – {who}, {citation.force}"


def _fingerprint(checked: Checked, finding: Finding) -> str:
    """What stays where lines move, and where records are added before this one."""
    words = [citation.quote for citation in finding.citations if citation.quote]
    about = (checked.file, checked.incident_id, finding.code)
    parts = [*about, *(words or [finding.where])]
    told = "\0".join(parts).encode(errors="replace")
    return sha256(told).hexdigest()[:32]


def _tell_apart(results: list[Object]) -> None:
    """Number the fingerprints that are equal, since they are to differ."""
    seen: Counter[str] = Counter()
    for result in results:
        prints = result["partialFingerprints"]
        found = prints[_FINGERPRINT]
        seen[found] += 1
        prints[_FINGERPRINT] = f"{found}:{seen[found]}"
