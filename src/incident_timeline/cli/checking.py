"""Checking: what is found in each of several files, and how that ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from incident_timeline.checks import RULES
from incident_timeline.checks.settings.checker import Checker, Review, checker
from incident_timeline.checks.settings.judging import fails
from incident_timeline.cli.reading import (
    STANDARD_INPUT,
    Known,
    document_of,
    parsed_from,
)
from incident_timeline.cli.settings import Judging, Selecting, settled
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import Finding
from incident_timeline.parsers import Parsed
from incident_timeline.reports import Checked

__all__ = ["UNREADABLE", "examined", "findings_of", "judge", "status", "unused"]

UNREADABLE = 2


def judge(judging: Judging, selecting: Selecting | None = None) -> Checker:
    """The checker by the configuration that holds."""
    config, known = settled(judging, selecting or Selecting())
    return checker(RULES, config, known)


def findings_of(parsed: Parsed, made: Checker) -> tuple[Finding, ...]:
    """What is reported of one document; nothing of unused suppressions."""
    checked = _judged(parsed, made)
    return tuple(finding for one in checked for finding in one.findings)


def examined(files: Iterable[str], known: Known, made: Checker) -> Iterator[Checked]:
    """What is found in each file; what can't be read is told as an error."""
    for file in files:
        try:
            document = document_of(file, known)
            parsed = parsed_from(document, file, known)
        except UnreadableInputError as error:
            yield Checked(file=_shown(file), error=str(error))
        else:
            yield from _judged(parsed, made, _shown(file), document.text)


def _shown(file: str) -> str:
    """A path as reports name it: from here, where it's below."""
    if file == STANDARD_INPUT:
        return ""
    path, here = Path(file), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def _judged(
    parsed: Parsed, made: Checker, file: str = "", text: str = ""
) -> Iterator[Checked]:
    """What is found in each incident of a document, and before that in reading it."""
    only = parsed.incidents[0] if len(parsed.incidents) == 1 else None
    told = made.heed(parsed.findings, only)
    if only is None:
        yield Checked(
            file=file, text=text, findings=told.findings, suppressed=told.suppressed
        )
        told = Review()
    for incident in parsed.incidents:
        found = made.check(incident)
        yield Checked(
            file=file,
            text=text,
            incident=incident,
            findings=(*told.findings, *found.findings),
            suppressed=(*told.suppressed, *found.suppressed),
        )


def unused(every: Iterable[Checked], made: Checker) -> list[Checked]:
    """The suppressions that met nothing, found in the file that they are from."""
    checked = list(every)
    used = [pair.suppression for one in checked for pair in one.suppressed]
    incidents = [one.incident for one in checked if one.incident is not None]
    found = tuple(made.unused(used, incidents))
    file = _shown(made.config.origin or STANDARD_INPUT)
    return [Checked(file=file, findings=found)] if found else []


def status(every: Iterable[Checked], made: Checker) -> int:
    """The exit status: 2 where something was unreadable, 1 where it fails, else 0."""
    checked = list(every)
    if any(one.error for one in checked):
        return UNREADABLE
    found = (finding for one in checked for finding in one.findings)
    return int(fails(made.config, found))
