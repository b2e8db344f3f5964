"""The order of intervals, against the closure that tieval computes."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from incident_timeline.timeline.network import Constraint, Network

closure = pytest.importorskip("tieval.closure")
links = pytest.importorskip("tieval.links")

# Least differences between start or end (0, 1) of the first and of the second event.
SAID = {
    "BEFORE": [((0, 1), (1, 0), 1)],
    "AFTER": [((1, 1), (0, 0), 1)],
    "INCLUDES": [((0, 0), (1, 0), 1), ((1, 1), (0, 1), 1)],
    "IS_INCLUDED": [((1, 0), (0, 0), 1), ((0, 1), (1, 1), 1)],
}


def relation(first: tuple[int, int], second: tuple[int, int]) -> str | None:
    if first[1] < second[0]:
        return "BEFORE"
    if second[1] < first[0]:
        return "AFTER"
    if first[0] < second[0] and second[1] < first[1]:
        return "INCLUDES"
    if second[0] < first[0] and first[1] < second[1]:
        return "IS_INCLUDED"
    return None


@pytest.mark.parametrize("seed", range(40))
def test_one_event_is_before_another_where_the_closure_has_it_so(seed: int) -> None:
    chance, events = random.Random(seed), range(6)
    ends = [sorted(chance.sample(range(30), 2)) for _ in events]
    told = set()
    rows = [Constraint(2 * e, 2 * e + 1, 1, None, "span") for e in events]
    for a, b in chance.sample(list(permutations(events, 2)), 8):
        name = relation((ends[a][0], ends[a][1]), (ends[b][0], ends[b][1]))
        if name is not None:
            told.add(links.TLink(source=f"e{a}", target=f"e{b}", relation=name))
            for (one, x), (other, y), gap in SAID[name]:
                tail, head = 2 * (a, b)[one] + x, 2 * (a, b)[other] + y
                rows.append(Constraint(tail, head, gap, None, name))
    solution = Network(12, rows).solve()
    inferred = {
        (link.source_id, link.target_id, link.relation.interval)
        for link in closure.temporal_closure(told)
    }
    for a, b in permutations(events, 2):
        least = solution.elapsed(2 * a + 1, 2 * b)[0]
        forth = (f"e{a}", f"e{b}", "BEFORE") in inferred
        back = (f"e{b}", f"e{a}", "AFTER") in inferred
        assert (least is not None and least > 0) == (forth or back)
