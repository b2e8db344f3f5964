"""Who took part: parties, their ages, and their roles in events."""

from __future__ import annotations

from attrs import field, frozen

from incident_timeline._record import Record
from incident_timeline.model._fields import (
    are,
    is_count,
    is_id,
    is_reference,
    is_term,
    is_text,
    maybe,
    refuse,
    word,
)
from incident_timeline.model.source import Citation, citations_of
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Age", "Participant", "Party"]


@frozen(kw_only=True, order=False)
class Age(Record):
    """An age in whole years, known to lie between two bounds, both inclusive.

    Attributes:
        least: The least age that the words allow; ``None`` is open.
        greatest: The greatest one; ``None`` is open.
        citations: Who says so; "believed to be aged 40" is the citation's force.

    >>> Age(least=40, greatest=40).least
    40
    """

    least: int | None = field(default=None, validator=is_count)
    greatest: int | None = field(default=None, validator=is_count)
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )

    def __attrs_post_init__(self) -> None:
        if self.least is None or self.greatest is None:
            return
        if self.greatest < self.least:
            refuse(self, "greatest", self.greatest, f"is below least {self.least}")


@frozen(kw_only=True, order=False)
class Party(Record):
    """A person, unit or body; the part it plays is a role on each event.

    Attributes:
        id: Its id in the incident.
        kind: ``person``, ``group``, ``unit`` or ``organisation``, or another term.
        name: Its name, where it is known and may be told.
        description: What the source calls it: "a 34-year-old man".
        age: The person's age.
        citations: Where it is told of.
    """

    id: str = field(default="", validator=is_id)
    kind: str = field(default=PartyKind.PERSON, converter=word, validator=is_term)
    name: str = field(default="", validator=is_text)
    description: str = field(default="", validator=is_text)
    age: Age | None = field(default=None, validator=maybe(Age))
    citations: tuple[Citation, ...] = field(
        default=(), converter=citations_of, validator=are(Citation)
    )


@frozen(kw_only=True, order=False)
class Participant(Record):
    """A party's part in one event.

    Attributes:
        party_id: The party.
        role: Its role there; ``affected_person`` is the neutral word for the person
            whom police met.
    """

    party_id: str = field(validator=is_reference)
    role: str = field(default=Role.AFFECTED_PERSON, converter=word, validator=is_term)
