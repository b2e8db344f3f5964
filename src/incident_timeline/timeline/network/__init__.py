"""A simple temporal network: integer times, bounds on their differences, conflicts."""

from __future__ import annotations

from incident_timeline.timeline.network.live import LiveNetwork
from incident_timeline.timeline.network.settle import ORIGIN
from incident_timeline.timeline.network.solution import Conflict, Constraint, Solution
from incident_timeline.timeline.network.static import Network, solve

__all__ = [
    "ORIGIN",
    "Conflict",
    "Constraint",
    "LiveNetwork",
    "Network",
    "Solution",
    "solve",
]
