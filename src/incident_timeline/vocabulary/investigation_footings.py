"""On what footing an investigation stands: under whose control, and to what end."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["Footing"]

_ENGLAND_AND_WALES = ("SI 2023/624 reg 32(4)",)


class Footing(Term):
    """On what footing an investigation stands: under whose control, to what end."""

    INDEPENDENT = (
        "independent",
        "A body outside the police investigates with its own investigators.",
        _ENGLAND_AND_WALES,
    )
    DIRECTED = (
        "directed",
        "Police investigate under the direction and control of an oversight body.",
        _ENGLAND_AND_WALES,
    )
    LOCAL = (
        "local",
        "The force or authority concerned investigates on its own behalf.",
        _ENGLAND_AND_WALES,
    )
    SUPERVISED = (
        "supervised",
        "Police investigate under their own control, supervised by an oversight body.",
    )
    MANAGED = (
        "managed",
        "Police investigate under the management of an oversight body.",
    )
    CRIMINAL = (
        "criminal",
        "Investigators inquire whether anyone should be charged with an offence.",
    )
    INQUEST = (
        "inquest",
        "A coroner or equivalent official inquires into a death.",
    )
    INTERNAL = (
        "internal",
        "A police force investigates its own people or practice.",
    )
    ADMINISTRATIVE = (
        "administrative",
        "An agency inquires whether its policies and procedures were followed.",
    )
    DISCIPLINARY = (
        "disciplinary",
        "An authority inquires whether standards of conduct were breached.",
    )
    CIVIL = "civil", "A civil court is asked to decide a claim."
    PUBLIC_INQUIRY = (
        "public_inquiry",
        "An inquiry set up by a government or legislature investigates in public.",
    )
    REVIEW = (
        "review",
        "A body examines the handling of an incident or of an earlier investigation.",
    )
    OTHER = "other", "The investigation has a footing that no other term names."
