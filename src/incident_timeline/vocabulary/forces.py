"""With what force a source puts forward a claim."""

from __future__ import annotations

from incident_timeline.vocabulary.assurance import Assurance

__all__ = ["Force"]


class Force(Assurance):
    """With what force a source puts forward a claim; `strength` gives the order."""

    CONFIRMED = (
        "confirmed",
        "The source says that the claim has been established.",
        ("HURIDOCS 41 confirmed",),
    )
    STATED = (
        "stated",
        "The source states the claim as fact, without saying how it is known.",
        ("FactBank CT+",),
    )
    BELIEVED = (
        "believed",
        "The source says that the claim is believed or thought to be so.",
        ("FactBank PR+",),
    )
    APPARENT = "apparent", "The source says that the claim appears or seems to be so."
    ALLEGED = (
        "alleged",
        "The source reports the claim as somebody's allegation or report.",
    )
    DISPUTED = "disputed", "The source says that the claim is contested."
    DENIED = "denied", "The source says that the claim is not so.", ("FactBank CT-",)
    UNKNOWN = (
        "unknown",
        "How far the source stands behind the claim can't be told.",
        ("FactBank U", "HURIDOCS 41 unknown"),
    )
