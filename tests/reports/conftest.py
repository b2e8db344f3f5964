"""What the reports are tried on."""

from __future__ import annotations

import pytest

from incident_timeline.checks import Suppressed, Suppression
from incident_timeline.model import (
    Citation,
    Finding,
    Incident,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.reports import Checked

TEXT = (
    "Log of the night.\r\nHe was declared dead at 21:30.\nShots were\nfired at 22:00.\n"
)
NASTY = "\x1b[31m::error::%0A, a:b\r\n::stop\u202e [x](http://a.b) {0} \ud800"


def cited(quote: str, source_id: str = "s1") -> Citation:
    start = TEXT.index(quote)
    return Citation(
        source_id=source_id, quote=quote, start=start, end=start + len(quote)
    )


def found(code: str = "TL103", **values: object) -> Finding:
    given = {
        "name": "death-before-harm",
        "severity": Severity.CONTRADICTION,
        "where": "events[1].start",
        "message": "comes before",
    }
    return Finding(code=code, **{**given, **values})  # type: ignore[arg-type]  # by name


@pytest.fixture
def checked() -> list[Checked]:
    """A text with findings of each kind, a JSON file, and one that can't be read."""
    incident = Incident(
        id="i7",
        sources=[Source(text=TEXT), Source(text="Another text, as long as the first.")],
    )
    quoted = found(
        citations=(cited("declared dead"), cited("Shots were\nfired")),
        subject_ids=("e2", "e1"),
        mend="move one of the two",
    )
    told = found(
        "TL605",
        name="year-assumed",
        severity=Severity.NOTE,
        where="sources[0].text[29:37]",
        raw="declared",
        line=2,
        column=8,
    )
    nasty = found(
        "MYC101",
        name="own-rule",
        severity=Severity.OVERDUE,
        where="",
        message=NASTY,
        verdict=Verdict.POSSIBLE,
        citations=(Citation(source_id="s2", quote="as long", start=14, end=21),),
    )
    hidden = Suppressed(
        finding=found("TL101", where="events[0].end"),
        suppression=Suppression(code="TL101", where="e1", reason="two clocks"),
    )
    return [
        Checked(
            file="a folder/log.txt",
            text=TEXT,
            incident=incident,
            findings=(told, quoted, nasty),
            suppressed=(hidden,),
        ),
        Checked(file="gone.txt", error="gone.txt can't be read"),
    ]
