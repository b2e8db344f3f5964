"""Which report is written how, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from incident_timeline.checks import ALL_RULES, UNUSED, Page
from incident_timeline.errors import UnknownFormatError, shown
from incident_timeline.reports.base import Checked
from incident_timeline.reports.github import github_report
from incident_timeline.reports.json import json_report
from incident_timeline.reports.sarif import sarif_report
from incident_timeline.reports.text import text_report

__all__ = ["REPORTS", "report"]

REPORTS: Final[Mapping[str, Callable[[Iterable[Checked], Iterable[Page]], str]]] = (
    MappingProxyType(
        {
            "github": github_report,
            "json": json_report,
            "sarif": sarif_report,
            "text": text_report,
        }
    )
)
"""Each function that writes a report, by the name of its format."""


def report(
    checked: Iterable[Checked],
    to: str,
    *,
    pages: Iterable[Page] = (UNUSED, *ALL_RULES),
) -> str:
    """What was found in documents, in a format of ``REPORTS``.

    *pages* explain the codes, where the format has a place for that.

    Raises:
        UnknownFormatError: If there is no format of that name.

    >>> from incident_timeline.checks import check
    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> chase = draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    >>> incident = draft.incident()
    >>> found = Checked(file="a.json", incident=incident, findings=check(incident))
    >>> print(report([found], "text"), end="")
    a.json: TL101 contradiction: ends ... (events[0].end)
    """
    if to not in REPORTS:
        known = ", ".join(REPORTS)
        message = f"{shown(to)} is no report here; there are {known}"
        raise UnknownFormatError(message, wanted=to)
    return REPORTS[to](checked, pages)
