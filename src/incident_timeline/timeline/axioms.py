"""The order that holds in the world, as data: one table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from attrs import field, frozen

from incident_timeline.errors import InvalidRecordError
from incident_timeline.vocabulary import EventKind as K

__all__ = [
    "AFTERMATH",
    "ALL_AXIOMS",
    "AXIOMS",
    "HARM",
    "USUAL_AXIOMS",
    "Axiom",
    "Shares",
]


class Shares(StrEnum):
    """What makes two events belong together beyond doubt."""

    AFFECTED = "affected"  # a party whom both affect
    UNIT = "unit"  # an officer or unit that takes part in both
    NOTHING = "nothing"  # no more than being told in one incident


def kinds_of(value: Iterable[str]) -> tuple[str, ...]:
    """Kinds as a tuple; one text, which is letters to a loop, is refused."""
    if isinstance(value, str):
        reason = f"is one text: write ({value!r},)"
        raise InvalidRecordError("kinds", "value", value, reason)
    return tuple(value)


@frozen(kw_only=True, order=False)
class Axiom:
    """That events of one kind do not come before what they answer to.

    It holds between a later event and the *only* event of the earlier kinds that can
    be meant: the one that shares with it what the axiom names, or else the only one
    told. Where several could be meant, it says nothing, nor between two events of the
    later kind, either of which may be the first.

    Attributes:
        code: The code of the rule that reports where it is broken.
        name: Its name in kebab case.
        later: The kind that cannot come first.
        earlier: The kinds of which one must have come.
        shares: What makes the two belong together.
        least: The least time from the start of the earlier event to that of the later.
        greatest: The greatest, where one is known.
        is_certain: Whether it always holds of events that share it; a conflict that
            needs one that mostly holds is implausible only.
        text: What it says, in a line.
        source: Where it is taken from.

    Raises:
        InvalidRecordError: If *earlier* is one text rather than several, or the
            greatest time is below the least.
    """

    code: str
    name: str
    later: str
    earlier: tuple[str, ...] = field(converter=kinds_of)
    shares: Shares = field(converter=Shares)
    least: timedelta = timedelta()
    greatest: timedelta | None = None
    is_certain: bool = True
    text: str
    source: str

    def __attrs_post_init__(self) -> None:
        if self.greatest is not None and self.greatest < self.least:
            reason = f"is below least {self.least}"
            raise InvalidRecordError("Axiom", "greatest", self.greatest, reason)


HARM: tuple[str, ...] = (
    K.SHOTS,
    K.LESS_LETHAL,
    K.RESTRAINT,
    K.ATTACK,
    K.COLLISION,
    K.INJURY,
)
"""Kinds that can call for first aid, or cause a death."""

AXIOMS: tuple[Axiom, ...] = (
    Axiom(
        code="TL104",
        name="first-aid-after-harm",
        later=K.FIRST_AID,
        earlier=HARM,
        shares=Shares.AFFECTED,
        is_certain=False,
        text="first aid is not given before the harm that it treats",
        source="NEMSIS eArrest.14 and eArrest.19; first aid may treat an illness too",
    ),
    Axiom(
        code="TL103",
        name="death-after-harm",
        later=K.DEATH_PRONOUNCEMENT,
        earlier=HARM,
        shares=Shares.AFFECTED,
        text="a death is not pronounced before the harm that caused it",
        source="a law of the world",
    ),
    Axiom(
        code="TL103",
        name="death-itself-after-harm",
        later=K.DEATH,
        earlier=HARM,
        shares=Shares.AFFECTED,
        text="a person does not die before the harm that caused it",
        source="a law of the world",
    ),
    Axiom(
        code="TL115",
        name="pronouncement-after-death",
        later=K.DEATH_PRONOUNCEMENT,
        earlier=(K.DEATH,),
        shares=Shares.AFFECTED,
        text="a death is not pronounced before the person died",
        source="NIEM keeps nc:PersonDeathDate and j:PersonDeathPronouncedDate apart",
    ),
    Axiom(
        code="TL116",
        name="death-after-last-seen-alive",
        later=K.DEATH,
        earlier=(K.LAST_SEEN_ALIVE,),
        shares=Shares.AFFECTED,
        text="a person does not die before they are last seen alive",
        source="NIEM j:PersonDeathIncidentLastSeenAliveDate",
    ),
    Axiom(
        code="TL116",
        name="pronouncement-after-last-seen-alive",
        later=K.DEATH_PRONOUNCEMENT,
        earlier=(K.LAST_SEEN_ALIVE,),
        shares=Shares.AFFECTED,
        text="a death is not pronounced before the person is last seen alive",
        source="NIEM j:PersonDeathIncidentLastSeenAliveDate",
    ),
    Axiom(
        code="TL117",
        name="post-mortem-after-death",
        later=K.POST_MORTEM,
        earlier=(K.DEATH_PRONOUNCEMENT,),
        shares=Shares.AFFECTED,
        text="a post-mortem examination is not made before the death is pronounced",
        source="HURIDOCS list 34; a law of the world",
    ),
)
"""What must hold: ``solve`` uses these by itself."""

USUAL_AXIOMS: tuple[Axiom, ...] = (
    Axiom(
        code="TL108",
        name="deployment-after-call",
        later=K.DEPLOYMENT,
        earlier=(K.CALL,),
        shares=Shares.NOTHING,
        is_certain=False,
        text="officers are sent after the call that they answer",
        source="NEMSIS e017 (a warning there)",
    ),
    Axiom(
        code="TL109",
        name="arrival-after-deployment",
        later=K.ARRIVAL,
        earlier=(K.DEPLOYMENT,),
        shares=Shares.UNIT,
        text="officers arrive after they are sent",
        source="NEMSIS e019, e021 and e022",
    ),
    Axiom(
        code="TL111",
        name="contact-after-arrival",
        later=K.CONTACT,
        earlier=(K.ARRIVAL,),
        shares=Shares.UNIT,
        is_certain=False,
        text="officers meet the affected person after they arrive",
        source="NIEM keeps the arrival apart; officers may be at the scene already",
    ),
    Axiom(
        code="TL112",
        name="conveyance-after-attendance",
        later=K.CONVEYANCE,
        earlier=(K.MEDICAL_ATTENDANCE,),
        shares=Shares.UNIT,
        text="a crew leaves the scene after it arrives there",
        source="NEMSIS e028",
    ),
    Axiom(
        code="TL114",
        name="injury-after-cause",
        later=K.INJURY,
        earlier=tuple(kind for kind in HARM if kind != K.INJURY),
        shares=Shares.AFFECTED,
        is_certain=False,
        text="an injury does not come before what caused it",
        source="NIEM j:InjuryCauserForce; a law of the world",
    ),
    Axiom(
        code="TL118",
        name="custody-after-arrest",
        later=K.CUSTODY,
        earlier=(K.ARREST,),
        shares=Shares.AFFECTED,
        is_certain=False,
        text="detention follows an arrest",
        source="NIEM: arrest, booking, release; other powers detain without an arrest",
    ),
    Axiom(
        code="TL119",
        name="release-after-custody",
        later=K.RELEASE,
        earlier=(K.CUSTODY, K.ARREST),
        shares=Shares.AFFECTED,
        is_certain=False,
        text="a release follows the detention that it ends",
        source="NIEM: arrest, booking, release; it may end an earlier detention",
    ),
    Axiom(
        code="TL120",
        name="charge-after-arrest",
        later=K.CHARGE,
        earlier=(K.ARREST,),
        shares=Shares.AFFECTED,
        is_certain=False,
        text="a charge follows an arrest",
        source="NIEM: arrest, then charge; a summons needs no arrest",
    ),
)
"""What mostly holds; pass them to ``solve`` where you want to rely on it."""

ALL_AXIOMS: tuple[Axiom, ...] = (*AXIOMS, *USUAL_AXIOMS)
"""The whole table; each row is reported by the rule of its code where it is broken."""

AFTERMATH = frozenset(
    {
        K.FAMILY_INFORMED,
        K.IDENTIFICATION,
        K.POST_MORTEM,
        K.REFERRAL,
        K.INVESTIGATION_START,
        K.INVESTIGATOR_DEPLOYMENT,
        K.INTERVIEW,
        K.CHARGE,
        K.HEARING,
        K.FINDING,
        K.PUBLIC_STATEMENT,
    }
)
"""Kinds shown last where nothing dates them: accounts often tell them first."""
