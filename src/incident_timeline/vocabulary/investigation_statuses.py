"""Where an investigation stands."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["InvestigationStatus"]


class InvestigationStatus(Term):
    """Where an investigation stands, in the words of N-DEx."""

    ACTIVE = "active", "Work on the investigation is going on.", ("N-DEx ACTIVE",)
    PENDING = (
        "pending",
        "The investigation waits for a decision or an act of another.",
        ("N-DEx PENDING",),
    )
    OPEN = (
        "open",
        "The investigation has begun and has not been closed.",
        ("N-DEx OPEN", "CASE investigationStatus open"),
    )
    INACTIVE = (
        "inactive",
        "The investigation is not closed, but no work on it is going on.",
        ("N-DEx INACTIVE",),
    )
    COLD = (
        "cold",
        "The investigation is not closed, but has no lead left to follow.",
        ("N-DEx COLD",),
    )
    CLOSED = (
        "closed",
        "The investigation has ended.",
        ("N-DEx CLOSED", "CASE investigationStatus closed"),
    )
    REOPENED = (
        "reopened",
        "The investigation had been closed and has begun again.",
        ("N-DEx RE-OPENED",),
    )
    UNFOUNDED = (
        "unfounded",
        "The investigation ended with what was reported held not to have happened.",
        ("N-DEx UNFOUNDED",),
    )
    ADMINISTRATIVELY_CLOSED = (
        "administratively_closed",
        "The investigation was closed for a reason other than its result.",
        ("N-DEx ADMINISTRATIVELY_CLOSED",),
    )
