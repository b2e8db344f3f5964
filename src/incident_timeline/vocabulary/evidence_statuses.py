"""How sure anyone is of what an item of evidence is."""

from __future__ import annotations

from incident_timeline.vocabulary.assurance import Assurance

__all__ = ["EvidenceStatus"]


class EvidenceStatus(Assurance):
    """How sure anyone is that an item is what it is called; see `strength`."""

    CONFIRMED = "confirmed", "The item has been established to be what it is called."
    STATED = (
        "stated",
        "The item is plainly called so, without a word on how it is known.",
    )
    BELIEVED = "believed", "The item is believed or thought to be what it is called."
    APPARENT = "apparent", "The item appears or seems to be what it is called."
    ALLEGED = (
        "alleged",
        "Somebody alleges or reports that the item is what it is called.",
    )
    DISPUTED = "disputed", "Whether the item is what it is called is contested."
    RULED_OUT = (
        "ruled_out",
        "The item has been established not to be what it is called.",
    )
    UNKNOWN = "unknown", "How sure anyone is of what the item is can't be told."
