"""The library's own parsers are held to the laws that it holds others to."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_timeline.parsers import Document
from incident_timeline.parsers.ics import ICS
from incident_timeline.parsers.log import LOG
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.testing import Check, parser_checks

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=Europe/London:20231123T195900
SUMMARY:A neighbour rang 999
END:VEVENT
BEGIN:VEVENT
DTSTART:20231123T210000Z
CATEGORIES:shots
SUMMARY:Shots
END:VEVENT
END:VCALENDAR
"""


def text_of(path: Path) -> Document:
    return Document.read(path, zone="Europe/London", published="2024-01-15")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "check", parser_checks(LOG, samples=[text_of(HERE / "logs/uk.log")])
)
def test_the_parser_of_logs_keeps_every_law(check: Check) -> None:
    check()


@pytest.mark.thorough
@pytest.mark.parametrize("check", parser_checks(ICS, samples=[CALENDAR]))
def test_the_parser_of_calendars_keeps_every_law(check: Check) -> None:
    check()


@pytest.mark.thorough
@pytest.mark.parametrize(
    "check",
    parser_checks(
        PRESS_RELEASE,
        samples=[
            text_of(CORPUS / "asirt-edmonton-2022.txt"),
            text_of(CORPUS / "ipca-2021-08-12-kaitaia.txt"),
        ],
    ),
)
def test_the_parser_of_prose_keeps_every_law(check: Check) -> None:
    check()
