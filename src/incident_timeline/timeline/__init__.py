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
    USUAL_AXIOMS,
    Axiom,
    Shares,
)
from incident_timeline.timeline.statements import affected
from incident_timeline.timeline.timeline import Timeline, solve

__all__ = [
    "AFTERMATH",
    "ALL_AXIOMS",
    "AXIOMS",
    "USUAL_AXIOMS",
    "Axiom",
    "Conflict",
    "Elapsed",
    "Order",
    "Shares",
    "Statement",
    "StatementKind",
    "Timeline",
    "affected",
    "solve",
]
