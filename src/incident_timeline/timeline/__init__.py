"""Order: what follows from all that is stated, and what contradicts what."""

from incident_timeline.timeline.answers import (
    Conflict,
    Elapsed,
    Order,
    Statement,
    StatementKind,
)
from incident_timeline.timeline.axioms import (
    AFTERMATH,
    ALL_AXIOMS,
    AXIOMS,
    HARM,
    USUAL_AXIOMS,
    Axiom,
    Shares,
)
from incident_timeline.timeline.compare import Comparison, MovedBounds, MovedOrder
from incident_timeline.timeline.gaps import LongestGap
from incident_timeline.timeline.phases import PHASES, Phase, PhaseKind
from incident_timeline.timeline.sharing import affected, is_denied, responders
from incident_timeline.timeline.timeline import Timeline, solve

__all__ = [
    "AFTERMATH",
    "ALL_AXIOMS",
    "AXIOMS",
    "HARM",
    "PHASES",
    "USUAL_AXIOMS",
    "Axiom",
    "Comparison",
    "Conflict",
    "Elapsed",
    "LongestGap",
    "MovedBounds",
    "MovedOrder",
    "Order",
    "Phase",
    "PhaseKind",
    "Shares",
    "Statement",
    "StatementKind",
    "Timeline",
    "affected",
    "is_denied",
    "responders",
    "solve",
]
