"""A network that changes says what one solved afresh says."""

from __future__ import annotations

import random
from collections.abc import Hashable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.timeline.network import (
    ORIGIN,
    Constraint,
    LiveNetwork,
    Network,
)

POINTS = 7
sides = st.one_of(st.none(), st.integers(-9, 9))
ends = st.integers(ORIGIN, POINTS - 1)
reasons = st.integers(0, 9)
rows = st.builds(Constraint, ends, ends, sides, sides, reasons)
steps = st.builds(
    Constraint, ends, ends, st.integers(-9, -2), st.integers(1, 9), st.integers(10, 40)
)
batches = st.lists(st.one_of(rows, steps, steps), min_size=1, max_size=3)
changes = st.one_of(
    st.tuples(st.just("add"), batches),
    st.tuples(st.just("offer"), batches),
    st.tuples(st.just("remove"), st.integers(0, 50)),
    st.tuples(st.just("point"), st.none()),
)


def assert_as_afresh(live: LiveNetwork, key: Any, laws: set[Hashable]) -> None:
    network = Network(live.points, live.constraints, key=key, laws=laws)
    afresh = network.solve()
    every = range(live.points)
    assert live.consistent == network.consistent == afresh.consistent
    assert live.conflicts == afresh.conflicts == network.conflicts()
    assert tuple(map(live.earliest, every)) == afresh.earliest
    assert tuple(map(live.latest, every)) == afresh.latest
    assert live.solve() == afresh
    for a, b in product(range(0, live.points, 2), range(1, live.points, 3)):
        assert live.elapsed(a, b) == afresh.elapsed(a, b)


def change(live: LiveNetwork, what: str, argument: Any) -> None:
    if what == "add":
        assert live.add(*argument) == live.consistent
    elif what == "offer":
        before = live.constraints
        kept = live.add(*argument, if_consistent=True)
        told = [*before, *argument] if kept else before
        assert sorted(live.constraints, key=repr) == sorted(told, key=repr)
        assert kept == Network(live.points, [*before, *argument]).consistent
    elif what == "remove" and live.constraints:
        live.remove(live.constraints[argument % len(live.constraints)][4])
    elif what == "point":
        assert live.point() == live.points - 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(rows, max_size=6),
    st.lists(changes, max_size=12),
    st.sampled_from([None, lambda reason: -reason, lambda reason: reason % 3]),
    st.sampled_from([set(), {3, 4, 5, 6}]),
)
def test_after_any_changes_all_is_as_solved_afresh(
    first: list[Constraint], then: list[Any], key: Any, laws: set[Hashable]
) -> None:
    live = LiveNetwork(POINTS, first, key=key, laws=laws)
    assert_as_afresh(live, key, laws)
    for what, argument in then:
        change(live, what, argument)
        assert_as_afresh(live, key, laws)


@pytest.mark.parametrize("seed", range(30))
def test_after_a_long_life_all_is_as_solved_afresh(seed: int) -> None:
    chance = random.Random(seed)

    def side(low: int, high: int) -> int | None:
        return None if chance.random() < 0.3 else chance.randint(low, high)

    def row() -> Constraint:
        a, b = chance.choices(range(ORIGIN, POINTS), k=2)
        wide = chance.random() < 0.8
        sides = (side(-9, -2), side(1, 9)) if wide else (side(-9, 9), side(-9, 9))
        return Constraint(a, b, *sides, chance.randrange(20))

    live = LiveNetwork(POINTS, [row() for _ in range(seed % 4)])
    for _ in range(12):
        what = chance.choice(["add", "add", "offer", "remove", "point"])
        rows = [row() for _ in range(chance.randint(1, 2))]
        change(live, what, chance.randrange(50) if what == "remove" else rows)
        assert_as_afresh(live, None, set())


def test_a_bound_falls_back_on_what_else_gives_one() -> None:
    live = LiveNetwork()
    assert [live.point(), live.point(), live.point()] == [0, 1, 2]
    assert live.add(
        Constraint(ORIGIN, 0, 10, None, "at ten"),
        Constraint(0, 2, 5, None, "five on"),
        Constraint(ORIGIN, 1, 3, None, "at three"),
        Constraint(1, 2, 4, None, "four on"),
        Constraint(ORIGIN, 2, 1, None, "at one"),
        Constraint(2, 1, -9, None, "not long before"),
    )
    assert live.earliest(2) == 15
    live.remove("five on")
    assert live.earliest(2) == 7
    live.remove("four on")
    assert live.earliest(2) == 1
    live.remove("at one")
    assert live.earliest(2) is None
    assert live.solve().why_earliest(0) == ("at ten",)


def test_a_bound_that_rests_on_two_others_goes_with_them() -> None:
    steps = [(0, 1, 5, 5, 0), (0, 2, 5, 5, 1), (1, 3, 0, 9, 2), (2, 3, 0, 9, 3)]
    live = LiveNetwork(4, [(ORIGIN, 0, 10, 20, "when"), *steps])
    assert (live.earliest(3), live.latest(3)) == (15, 34)
    live.remove("when")
    assert [live.earliest(point) for point in range(4)] == [None] * 4
    assert [live.latest(point) for point in range(4)] == [None] * 4
    assert live.elapsed(0, 3) == (5, 14)


def test_what_would_contradict_can_be_left_out() -> None:
    live = LiveNetwork(2, [(0, 1, 1, None, "first")])
    assert not live.add((1, 0, 0, None, "back"), if_consistent=True)
    assert live.consistent
    assert not live.add((1, 0, 0, None, "back"))
    assert not live.add((0, 1, 0, None, "more"), if_consistent=True)
    assert [row[4] for row in live.constraints] == ["first", "back"]
    live.remove("first")
    assert live.consistent


def test_only_the_part_that_contradicts_itself_loses_bounds() -> None:
    live = LiveNetwork(4, [(ORIGIN, 0, 5, 9, "a"), (0, 1, 1, 2, "b")])
    assert not live.add((ORIGIN, 2, 5, 1, "crossed"), (2, 3, 0, None, "c"))
    assert (live.earliest(1), live.latest(1), live.latest(2)) == (6, 11, None)
    assert live.elapsed(0, 1) == (1, 2)
    assert live.elapsed(2, 3) == (0, None)
    assert live.elapsed(0, 3) == (None, None)


@pytest.mark.parametrize("ends", [(0, 2), (2, 0), (-2, 0), (0, -2)])
def test_nothing_is_added_to_a_point_that_is_not_there(ends: tuple[int, int]) -> None:
    live = LiveNetwork(2)
    with pytest.raises(ValueError, match=r"no point -?2 in a network of 2"):
        live.add((0, 1, 0, None, "fine"), (*ends, 0, None, "x"))
    assert live.constraints == ()


@pytest.mark.parametrize("point", [-1, 2])
def test_a_point_that_is_not_there_is_named(point: int) -> None:
    live = LiveNetwork(2)
    for ask in (live.earliest, live.latest, lambda p: live.elapsed(0, p)):
        with pytest.raises(IndexError, match=f"no point {point} in a network of 2"):
            ask(point)


def test_a_reason_that_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(KeyError, match="never said"):
        LiveNetwork().remove("never said")
