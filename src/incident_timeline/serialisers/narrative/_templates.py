"""What is said of an event of each kind: sentences as data, in plain neutral words.

A template names whom it needs in braces: ``police``, ``person``, ``injured``,
``caller``, ``public``, ``family``, ``medical``, ``body`` (of oversight), ``court``,
``other``; or what: ``items``, ``inquiry``.
``{person_was}`` is "was" or "were", as many as they are. The first template of a kind
all of whose people take part in the event is used; the last one needs nobody, or
only those whom the kind itself implies.
"""

from __future__ import annotations

from typing import Final

from incident_timeline.vocabulary import EventKind, Footing, Role

__all__ = ["FOOTINGS", "GRAVEST", "GROUPS", "IMPLIED", "NOUNS", "TEMPLATES"]

TEMPLATES: Final[dict[str, tuple[str, ...]]] = {
    EventKind.CALL: (
        "{caller} called the police",
        "{medical} {medical_was} called",
        "{police} {police_was} called",
    ),
    EventKind.DEPLOYMENT: ("{police} {police_was} sent to the scene",),
    EventKind.ARRIVAL: ("{police} arrived at the scene",),
    EventKind.CONTACT: ("{police} made contact with {person}",),
    EventKind.ENGAGEMENT: (
        "{police} engaged with {person}",
        "{police} made attempts to communicate",
    ),
    EventKind.PURSUIT: ("{police} pursued {person}", "{police} began a pursuit"),
    EventKind.MOVEMENT: ("{person} moved to another place",),
    EventKind.ATTACK: (
        "{person} threatened or attacked {police}",
        "{person} threatened or attacked {injured}",
        "{person} threatened or attacked {public}",
        "{person} threatened or attacked {other}",
        "{person} threatened or attacked someone",
        "{injured} {injured_was} threatened or attacked",
    ),
    EventKind.LESS_LETHAL: (
        "{police} used less-lethal force in an incident involving {person}",
        "{police} used less-lethal force",
    ),
    EventKind.RESTRAINT: ("{person} {person_was} restrained by {police}",),
    EventKind.SHOTS: (
        "shots were fired by {police} in an incident involving {person}",
        "shots were fired by {police}",
        "shots were fired in an incident involving {person}",
        "shots were fired",
    ),
    EventKind.COLLISION: (
        "a vehicle crashed in an incident involving {person}",
        "a vehicle crashed",
    ),
    EventKind.INJURY: (
        "{injured} {injured_was} injured",
        "{person} {person_was} injured",
        "{police} {police_was} injured",
    ),
    EventKind.FIRST_AID: (
        "{police} gave first aid to {person}",
        "{police} gave first aid",
        "{public} gave first aid",
        "{person} {person_was} given first aid",
        "first aid was given",
    ),
    EventKind.MEDICAL_ATTENDANCE: (
        "{person} {person_was} treated by {medical}",
        "{medical} attended the scene",
        "{person} {person_was} treated at the scene",
        "medical treatment was given",
    ),
    EventKind.CONVEYANCE: (
        "{person} {person_was} taken to hospital by {medical}",
        "{person} {person_was} taken to hospital",
    ),
    EventKind.LAST_SEEN_ALIVE: ("{person} {person_was} last seen alive",),
    EventKind.DEATH: ("{person} died",),
    EventKind.DEATH_PRONOUNCEMENT: ("{person} {person_was} pronounced dead",),
    EventKind.ARREST: (
        "{person} {person_was} arrested by {police}",
        "{person} {person_was} arrested",
    ),
    EventKind.CUSTODY: (
        "{person} {person_was} held in custody by {police}",
        "{person} {person_was} held in custody",
    ),
    EventKind.RELEASE: ("{person} {person_was} released from custody",),
    EventKind.EVIDENCE_RECOVERY: (
        "{items} {items_was} recovered by {police}",
        "{items} {items_was} recovered",
    ),
    EventKind.SCENE_CONTROL: (
        "the area was closed off by {police}",
        "the area was closed off",
    ),
    EventKind.FAMILY_INFORMED: (
        "{family} {family_was} informed",
        "the family of {person} was informed",
        "next of kin were informed",
    ),
    EventKind.IDENTIFICATION: ("{person} {person_was} formally identified",),
    EventKind.POST_MORTEM: (
        "a post-mortem examination of {person} was carried out",
        "a post-mortem examination was carried out",
    ),
    EventKind.REFERRAL: (
        "{police} referred the matter to {body}",
        "{police} made a referral",
    ),
    EventKind.INVESTIGATION_START: (
        "{body} began {inquiry}",
        "{court} began {inquiry}",
        "{police} began {inquiry}",
        "{inquiry} was opened",
    ),
    EventKind.INVESTIGATOR_DEPLOYMENT: (
        "{body} sent investigators to the scene",
        "investigators were sent to the scene",
    ),
    EventKind.INTERVIEW: (
        "{body} took accounts from {person}",
        "{body} took accounts",
        "accounts were taken from {person}",
        "accounts were taken",
    ),
    EventKind.CHARGE: (
        "{person} {person_was} charged",
        "{police} {police_was} charged",
    ),
    EventKind.HEARING: ("a hearing was held at {court}", "a hearing was held"),
    EventKind.FINDING: (
        "{body} issued findings",
        "{court} issued findings",
        "findings were issued",
    ),
    EventKind.PUBLIC_STATEMENT: (
        "{body} issued a statement",
        "{court} issued a statement",
        "{police} issued a statement",
        "a statement was issued",
    ),
}
"""Templates by kind; of ``other``, and of terms of a user's own, the summary tells."""

_POLICE: Final = frozenset({"police"})
_PERSON: Final = frozenset({"person"})
_BOTH: Final = _POLICE | _PERSON

IMPLIED: Final[dict[str, frozenset[str]]] = {
    EventKind.CALL: _POLICE,
    EventKind.DEPLOYMENT: _POLICE,
    EventKind.ARRIVAL: _POLICE,
    EventKind.CONTACT: _BOTH,
    EventKind.ENGAGEMENT: _POLICE,
    EventKind.PURSUIT: _POLICE,
    EventKind.MOVEMENT: _PERSON,
    EventKind.ATTACK: _PERSON,
    EventKind.LESS_LETHAL: _POLICE,
    EventKind.RESTRAINT: _BOTH,
    EventKind.INJURY: _PERSON,
    EventKind.CONVEYANCE: _PERSON,
    EventKind.LAST_SEEN_ALIVE: _PERSON,
    EventKind.DEATH: _PERSON,
    EventKind.DEATH_PRONOUNCEMENT: _PERSON,
    EventKind.ARREST: _PERSON,
    EventKind.CUSTODY: _PERSON,
    EventKind.RELEASE: _PERSON,
    EventKind.IDENTIFICATION: _PERSON,
    EventKind.REFERRAL: _POLICE,
    EventKind.CHARGE: _PERSON,
}
"""Who takes part in every event of a kind, by its definition, named or not."""

_OFFICERS: Final = (
    Role.PRINCIPAL_OFFICER,
    Role.WITNESS_OFFICER,
    Role.OTHER_OFFICER,
    Role.COMMANDER,
    Role.POLICE_FORCE,
)
GROUPS: Final[dict[str, str]] = {
    **dict.fromkeys(_OFFICERS, "police"),
    Role.AFFECTED_PERSON: "person",
    Role.INJURED_PERSON: "injured",
    Role.CALLER: "caller",
    Role.WITNESS: "public",
    Role.BYSTANDER: "public",
    Role.FAMILY: "family",
    Role.NEXT_OF_KIN: "family",
    Role.MEDICAL: "medical",
    Role.EMERGENCY_SERVICE: "medical",
    Role.OVERSIGHT_BODY: "body",
    Role.INVESTIGATOR: "body",
    Role.OTHER: "other",
    Role.COURT: "court",
    Role.CORONER: "court",
    Role.PROSECUTOR: "court",
}
"""The group of a template for which a role stands; others are told after it."""

NOUNS: Final[dict[str, str]] = {
    "police": "police",
    "person": "person",
    "injured": "person",
    "caller": "caller",
    "public": "bystander",
    "family": "family",
    "medical": "paramedics",
    "body": "oversight body",
    "court": "court",
    "other": "person",
}
"""What one of a group is called where nothing is known of it but that."""

FOOTINGS: Final[dict[str, str]] = {
    Footing.PUBLIC_INQUIRY: "public inquiry",
    Footing.REVIEW: "review",
    Footing.INQUEST: "inquest",
    Footing.CIVIL: "civil case",
    Footing.OTHER: "investigation",
    "unknown": "investigation",
}
"""What an inquiry is called, where that is not its footing and "investigation"."""

GRAVEST: Final[tuple[str, ...]] = (
    EventKind.DEATH_PRONOUNCEMENT,
    EventKind.DEATH,
    EventKind.SHOTS,
    EventKind.INJURY,
    EventKind.COLLISION,
    EventKind.LESS_LETHAL,
    EventKind.RESTRAINT,
    EventKind.ATTACK,
    EventKind.PURSUIT,
    EventKind.ARREST,
    EventKind.CHARGE,
    EventKind.CONTACT,
    EventKind.ENGAGEMENT,
    EventKind.MOVEMENT,
    EventKind.CONVEYANCE,
    EventKind.MEDICAL_ATTENDANCE,
    EventKind.FIRST_AID,
    EventKind.CUSTODY,
    EventKind.ARRIVAL,
    EventKind.DEPLOYMENT,
    EventKind.CALL,
)
"""The kinds with which an account opens: the first that it has."""
