"""Which of Allen's relations two events can still have to each other."""

from __future__ import annotations

from itertools import permutations

from incident_timeline.timeline.network import Network, Solution
from incident_timeline.timeline.statements import Heard, Row
from incident_timeline.vocabulary import AllenRelation as R

__all__ = ["possible_relations"]

_A, _END_A, _B, _END_B = range(4)
_BEFORE, _EQUAL = (1, None), (0, 0)
# Each relation as the second end of each pair after the first, so that exactly one
# holds of any two spans, instants among them.
_FORWARD = {
    R.BEFORE: ((_END_A, _B, _BEFORE),),
    R.MEETS: ((_END_A, _B, _EQUAL), (_A, _B, _BEFORE), (_END_A, _END_B, _BEFORE)),
    R.OVERLAPS: ((_A, _B, _BEFORE), (_B, _END_A, _BEFORE), (_END_A, _END_B, _BEFORE)),
    R.STARTS: ((_A, _B, _EQUAL), (_END_A, _END_B, _BEFORE)),
    R.DURING: ((_B, _A, _BEFORE), (_END_A, _END_B, _BEFORE)),
    R.FINISHES: ((_B, _A, _BEFORE), (_END_A, _END_B, _EQUAL)),
    R.EQUALS: ((_A, _B, _EQUAL), (_END_A, _END_B, _EQUAL)),
}
_TURNED = {_A: _B, _END_A: _END_B, _B: _A, _END_B: _END_A}
_RELATIONS = _FORWARD | {
    one.converse: tuple((_TURNED[a], _TURNED[b], gap) for a, b, gap in rows)
    for one, rows in _FORWARD.items()
}


def possible_relations(
    heard: Heard, solution: Solution, first: int, second: int
) -> frozenset[R]:
    """Those that some reading of what holds between the four ends allows.

    An event whose end nothing speaks of counts as an instant, as it does in a link.
    """
    points = (2 * first, 2 * first + 1, 2 * second, 2 * second + 1)
    rows: list[Row] = []
    for a, b in permutations(range(4), 2):
        least, _ = solution.elapsed(points[a], points[b])
        rows.append((a, b, least, None, 0))
    told = heard.told_ends
    rows += [(a, a + 1, 0, 0, 0) for a in (_A, _B) if points[a + 1] not in told]
    return frozenset(
        relation
        for relation, order in _RELATIONS.items()
        if Network(4, [*rows, *((a, b, *gap, 0) for a, b, gap in order)]).consistent
    )
