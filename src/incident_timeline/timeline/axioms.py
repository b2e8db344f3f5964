"""The order that must hold in the world, as data."""

from __future__ import annotations

from attrs import frozen

from incident_timeline.vocabulary import EventKind as K

__all__ = ["AFTERMATH", "AXIOMS", "USUAL_AXIOMS", "Axiom"]


@frozen(kw_only=True, order=False)
class Axiom:
    """That events of one kind do not come before what they answer to.

    It holds between a later event and the *only* event of the earlier kinds that can
    be meant: the one that affects the same party, or else the only one told. Where
    several could be meant, it says nothing.

    Attributes:
        name: Its name in kebab case.
        later: The kind that cannot come first.
        earlier: The kinds of which one must have come.
        text: What it says, in a line.
        source: Where it is taken from.
        is_certain: Whether it always holds of the same party; a conflict that needs
            one that mostly holds is implausible only.
    """

    name: str
    later: str
    earlier: tuple[str, ...]
    text: str
    source: str
    is_certain: bool = True


_HARM = (
    K.SHOTS,
    K.LESS_LETHAL,
    K.RESTRAINT,
    K.ATTACK,
    K.COLLISION,
    K.INJURY,
)

AXIOMS: tuple[Axiom, ...] = (
    Axiom(
        name="first-aid-after-harm",
        later=K.FIRST_AID,
        earlier=_HARM,
        text="first aid is not given before the harm that it treats",
        source="NEMSIS eArrest.14 and eArrest.19; first aid may treat an illness too",
        is_certain=False,
    ),
    Axiom(
        name="death-after-harm",
        later=K.DEATH_PRONOUNCEMENT,
        earlier=_HARM,
        text="a death is not pronounced before the harm that caused it",
        source="a law of the world",
    ),
    Axiom(
        name="post-mortem-after-death",
        later=K.POST_MORTEM,
        earlier=(K.DEATH_PRONOUNCEMENT,),
        text="a post-mortem examination is not made before the death is pronounced",
        source="HURIDOCS list 34; a law of the world",
    ),
)
"""What must hold: :func:`~incident_timeline.timeline.solve` uses these by itself."""

USUAL_AXIOMS: tuple[Axiom, ...] = (
    Axiom(
        name="deployment-after-call",
        later=K.DEPLOYMENT,
        earlier=(K.CALL,),
        text="officers are sent after the call that they answer",
        source="NEMSIS e017 (a warning there)",
    ),
    Axiom(
        name="arrival-after-deployment",
        later=K.ARRIVAL,
        earlier=(K.DEPLOYMENT,),
        text="officers arrive after they are sent",
        source="NEMSIS e019, e021 and e022",
    ),
    Axiom(
        name="custody-after-arrest",
        later=K.CUSTODY,
        earlier=(K.ARREST,),
        text="detention follows an arrest",
        source="NIEM: arrest, booking, release",
    ),
)
"""What mostly holds; pass them to ``solve`` where you want to rely on it."""

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
