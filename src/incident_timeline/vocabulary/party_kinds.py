"""What sort of party takes part in an event."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["PartyKind"]


class PartyKind(Term):
    """What sort of party takes part in an event."""

    PERSON = "person", "One human being, named or not."
    GROUP = "group", "Several people told of together, whose number may be unknown."
    UNIT = "unit", "A team, crew, patrol or vehicle that acts as one in a response."
    ORGANISATION = "organisation", "A body such as a force, service, court or company."
