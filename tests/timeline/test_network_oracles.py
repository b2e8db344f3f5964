"""Any network, against z3 and against every assignment of a small domain."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.timeline.network import (
    ORIGIN,
    Conflict,
    Constraint,
    Network,
    Solution,
)

z3 = pytest.importorskip("z3")

FAR = 1_000_000  # past anything that the bounds below can reach
HORIZON = 5  # windows of closed networks lie in 0..HORIZON

steps = st.integers(-6, 6)
sides = st.one_of(st.none(), steps)
reasons = st.integers(0, 8)


def anything(points: int) -> st.SearchStrategy[list[Constraint]]:
    """Duplicates, self loops, rows about the calendar alone, reasons shared."""
    ends = st.integers(ORIGIN, points - 1)
    return st.lists(st.builds(Constraint, ends, ends, sides, sides, reasons))


def windows_only(points: int) -> st.SearchStrategy[list[Constraint]]:
    ends = st.integers(0, points - 1)
    rows = st.builds(Constraint, st.just(ORIGIN), ends, sides, sides, reasons)
    return st.lists(rows, max_size=8)


def chains(points: int) -> st.SearchStrategy[list[Constraint]]:
    """Each point after the one before, with a gap now and then, and some windows."""
    gaps = st.lists(st.tuples(st.integers(0, 4), sides), min_size=points - 1)
    links = gaps.map(
        lambda gaps: [
            Constraint(a, a + 1, least, extra and least + abs(extra), 100 + a)
            for a, (least, extra) in enumerate(gaps[: points - 1])
        ]
    )
    return st.builds(list.__add__, links, windows_only(points))


def cycles(points: int) -> st.SearchStrategy[list[Constraint]]:
    """No window anywhere, and a ring of steps that may gain on itself."""
    ring = st.lists(steps, min_size=points, max_size=points).map(
        lambda gains: [
            Constraint(a, (a + 1) % points, gain, None, 100 + a)
            for a, gain in enumerate(gains)
        ]
    )
    return st.builds(list.__add__, ring, ring)


def containments(points: int) -> st.SearchStrategy[list[Constraint]]:
    """Two rows a reason: the start no later, the end no earlier."""
    ends = st.integers(0, points - 1)
    both = st.tuples(ends, ends, ends, ends, st.integers(0, 2), reasons).map(
        lambda t: [
            Constraint(t[0], t[1], t[4], None, 100 + t[5]),
            Constraint(t[2], t[3], t[4], None, 100 + t[5]),
        ]
    )
    nested = st.lists(both, max_size=6).map(
        lambda pairs: list(chain.from_iterable(pairs))
    )
    return st.builds(list.__add__, nested, windows_only(points))


def apart(points: int) -> st.SearchStrategy[list[Constraint]]:
    """Two halves that nothing connects."""
    low, high = st.integers(0, points // 2 - 1), st.integers(points // 2, points - 1)
    halves = [st.builds(Constraint, e, e, sides, sides, reasons) for e in (low, high)]
    return st.builds(list.__add__, st.lists(halves[0]), st.lists(halves[1]))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    points = draw(st.integers(2, 5))
    shapes = (anything, windows_only, chains, cycles, containments, apart)
    rows = draw(st.one_of([shape(points) for shape in shapes]))
    return Network(points, draw(st.permutations(rows)), key=lambda reason: reason)


@st.composite
def closed_networks(draw: st.DrawFn) -> Network:
    """Every point has a window in a small domain, so that all times can be tried."""
    points = draw(st.integers(1, 4))
    ends = st.integers(0, points - 1)
    windows = [Constraint(ORIGIN, p, 0, HORIZON, -1 - p) for p in range(points)]
    narrow = st.builds(
        Constraint,
        st.integers(ORIGIN, points - 1),
        ends,
        st.one_of(st.none(), st.integers(-5, 2)),
        st.one_of(st.none(), st.integers(1, 6)),
        reasons,
    )
    return Network(points, draw(st.permutations(windows + draw(st.lists(narrow)))))


def holds(row: Constraint, times: Any) -> Any:
    """The row over times that are numbers or z3's terms; the calendar stands at 0."""
    ends = [0 if point == ORIGIN else times[point] for point in (row.a, row.b)]
    difference = z3.IntVal(0) + ends[1] - ends[0]
    least = [] if row.least is None else [difference >= row.least]
    greatest = [] if row.greatest is None else [difference <= row.greatest]
    return z3.And(*least, *greatest)


class Oracle:
    """z3 on the rows of a network."""

    def __init__(self, points: int, rows: Iterable[Constraint]) -> None:
        self.times = [z3.Int(f"t{point}") for point in range(points)]
        self.solver = z3.SolverFor("QF_IDL")
        self.solver.add(*[holds(row, self.times) for row in rows])

    def allows(self, *terms: Any) -> bool:
        return bool(self.solver.check(*terms) == z3.sat)

    def tightest(self, term: Any, least: int | None, greatest: int | None) -> bool:
        """Whether the term reaches these bounds and never passes them."""
        if least is None:
            low = self.allows(term < -FAR)
        else:
            low = self.allows(term == least) and not self.allows(term < least)
        if greatest is None:
            return low and self.allows(term > FAR)
        return (
            low and self.allows(term == greatest) and not self.allows(term > greatest)
        )


def sound_rows(network: Network, solution: Solution) -> list[Constraint]:
    doubted = {reason for found in solution.conflicts for reason in found.reasons}
    rows = map(Constraint._make, network.constraints)
    return [row for row in rows if row.reason not in doubted]


def rows_of(network: Network, reasons: Iterable[Hashable]) -> list[Constraint]:
    chosen = set(reasons)
    rows = map(Constraint._make, network.constraints)
    return [row for row in rows if row.reason in chosen]


def less_each(conflict: Conflict) -> Iterator[list[Hashable]]:
    for left_out in conflict.reasons:
        yield [reason for reason in conflict.reasons if reason != left_out]


@given(networks())
@settings(max_examples=15, deadline=None)
def test_a_network_is_consistent_where_z3_finds_times(network: Network) -> None:
    solvable = Oracle(
        network.points, map(Constraint._make, network.constraints)
    ).allows()
    assert network.solve().consistent == solvable


@given(networks())
@settings(max_examples=12, deadline=None)
def test_conflicts_are_minimal_and_nothing_else_conflicts(network: Network) -> None:
    solution = network.solve()
    for conflict in solution.conflicts:
        assert len(set(conflict.reasons)) == len(conflict.reasons)
        assert not Oracle(network.points, rows_of(network, conflict.reasons)).allows()
        for rest in less_each(conflict):
            assert Oracle(network.points, rows_of(network, rest)).allows()
    assert Oracle(network.points, sound_rows(network, solution)).allows()


@given(networks())
@settings(max_examples=12, deadline=None)
def test_less_the_greatest_reason_of_each_conflict_a_network_is_consistent(
    network: Network,
) -> None:
    conflicts = network.solve().conflicts
    assert len({frozenset(found.reasons) for found in conflicts}) == len(conflicts)
    aside = {max(map(int, map(str, found.reasons))) for found in conflicts}
    assert len(aside) == len(conflicts)
    rows = map(Constraint._make, network.constraints)
    rest = [row for row in rows if row.reason not in aside]
    assert Oracle(network.points, rest).allows()


@given(networks(), st.data())
@settings(max_examples=12, deadline=None)
def test_bounds_and_elapsed_are_reached_and_never_passed(
    network: Network, data: st.DataObject
) -> None:
    solution = network.solve()
    oracle = Oracle(network.points, sound_rows(network, solution))
    point = st.integers(0, network.points - 1)
    a, b = data.draw(point), data.draw(point)
    assert oracle.tightest(oracle.times[a], solution.earliest[a], solution.latest[a])
    assert oracle.tightest(oracle.times[b] - oracle.times[a], *solution.elapsed(a, b))


@given(closed_networks())
@settings(max_examples=12, deadline=None)
def test_bounds_and_elapsed_are_those_of_every_assignment_tried(
    network: Network,
) -> None:
    solution = network.solve()
    every = range(network.points)
    worlds = [
        times
        for times in product(range(HORIZON + 1), repeat=network.points)
        if all(satisfied(Constraint(*row), times) for row in network.constraints)
    ]
    assert solution.consistent == bool(worlds)
    if worlds:
        assert solution.earliest == tuple(min(t[p] for t in worlds) for p in every)
        assert solution.latest == tuple(max(t[p] for t in worlds) for p in every)
        for a, b in product(every, every):
            gaps = [times[b] - times[a] for times in worlds]
            assert solution.elapsed(a, b) == (min(gaps), max(gaps))


def satisfied(row: Constraint, times: tuple[int, ...]) -> bool:
    gap = times[row.b] - (0 if row.a == ORIGIN else times[row.a])
    return (row.least is None or row.least <= gap) and (
        row.greatest is None or gap <= row.greatest
    )


@given(st.data())
@settings(max_examples=4, deadline=None)
def test_networks_that_need_the_queue_agree_with_z3(data: st.DataObject) -> None:
    points = 40
    chance = data.draw(st.randoms(use_true_random=False))
    truth = [chance.randrange(1000) for _ in range(points)]
    slack = data.draw(st.sampled_from([-4, 0, 3]))
    rows = []
    for reason in range(90):
        a, b = chance.sample(range(ORIGIN, points), 2)
        gap = (0 if b == ORIGIN else truth[b]) - (0 if a == ORIGIN else truth[a])
        far = chance.choice([None, gap + chance.randrange(60)])
        rows.append(Constraint(a, b, gap - chance.randrange(3) * slack, far, reason))
    network = Network(points, rows)
    solution = network.solve()
    assert solution.consistent == Oracle(points, rows).allows()
    sound = sound_rows(network, solution)
    oracle = Oracle(points, sound)
    for point in chance.sample(range(points), 3):
        bounds = solution.earliest[point], solution.latest[point]
        assert oracle.tightest(oracle.times[point], *bounds)
    for conflict in solution.conflicts[:2]:
        assert not Oracle(points, rows_of(network, conflict.reasons)).allows()
        for rest in less_each(conflict):
            assert Oracle(points, rows_of(network, rest)).allows()
