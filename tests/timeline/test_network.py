"""A simple temporal network: laws that need no oracle, and awkward networks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
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
    solve,
)

sides = st.one_of(st.none(), st.integers(-9, 9))
ends = st.integers(ORIGIN, 7)
rows = st.lists(st.tuples(ends, ends, sides, sides), max_size=20)


def network(points: int, *constraints: tuple[Any, ...]) -> Network:
    return Network(points, [Constraint(*row) for row in constraints])


def named(points: int, rows: Iterable[tuple[Any, ...]]) -> Network:
    """One reason a row, ranked as they come."""
    constraints = [
        Constraint(a, b, least, greatest, reason)
        for reason, (a, b, least, greatest) in enumerate(rows)
    ]
    return Network(points, constraints, key=lambda reason: reason)


def shared(rows: Iterable[tuple[Any, ...]], reasons: int) -> Network:
    """Eight points; so many reasons, dealt out in turn."""
    constraints = [
        Constraint(a, b, least, greatest, turn % reasons)
        for turn, (a, b, least, greatest) in enumerate(rows)
    ]
    return Network(8, constraints, key=lambda reason: reason)


def conflicting(solution: Solution) -> list[set[Hashable]]:
    return [set(found.reasons) for found in solution.conflicts]


@given(rows, st.integers(1, 9), st.data())
def test_the_order_of_constraints_changes_nothing(
    rows: list[tuple[Any, ...]], reasons: int, data: st.DataObject
) -> None:
    original = shared(rows, reasons)
    shuffled = data.draw(st.permutations(original.constraints))
    assert Network(8, shuffled, key=original.key).solve() == original.solve()


@given(rows, st.integers(1, 9), st.permutations(range(8)))
def test_the_numbers_of_points_change_neither_bounds_nor_conflicts(
    rows: list[tuple[Any, ...]], reasons: int, number: list[int]
) -> None:
    as_given = shared(rows, reasons).solve()
    new = [*number, ORIGIN]
    moved = [(new[a], new[b], *sides) for a, b, *sides in rows]
    renumbered = shared(moved, reasons).solve()
    assert [renumbered.earliest[new[p]] for p in range(8)] == list(as_given.earliest)
    assert [renumbered.latest[new[p]] for p in range(8)] == list(as_given.latest)
    assert renumbered.conflicts == as_given.conflicts


@given(rows)
def test_bounds_lie_within_the_windows_of_reasons_in_no_conflict(
    rows: list[tuple[Any, ...]],
) -> None:
    solution = named(8, rows).solve()
    doubted = {reason for found in solution.conflicts for reason in found.reasons}
    for reason, (a, b, least, greatest) in enumerate(rows):
        if a == ORIGIN != b and reason not in doubted:
            earliest, latest = solution.earliest[b], solution.latest[b]
            assert least is None or (earliest is not None and earliest >= least)
            assert greatest is None or (latest is not None and latest <= greatest)


@given(rows)
def test_the_reasons_for_a_bound_give_it_alone(rows: list[tuple[Any, ...]]) -> None:
    whole = named(8, rows)
    solution = whole.solve()
    for point in range(8):
        why = solution.why_earliest(point)
        assert bool(why) == (solution.earliest[point] is not None)
        assert only(whole, why).earliest[point] == solution.earliest[point]
        why = solution.why_latest(point)
        assert bool(why) == (solution.latest[point] is not None)
        assert only(whole, why).latest[point] == solution.latest[point]


@given(rows, st.integers(0, 7), st.integers(0, 7))
def test_the_reasons_for_a_difference_give_it_alone(
    rows: list[tuple[Any, ...]], a: int, b: int
) -> None:
    whole = named(8, rows)
    solution = whole.solve()
    for side, why in enumerate(solution.why_elapsed(a, b)):
        bound = solution.elapsed(a, b)[side]
        assert only(whole, why).elapsed(a, b)[side] == bound
        assert bound is not None or why == ()
        for reason in why:
            rest = [other for other in why if other != reason]
            assert only(whole, rest).elapsed(a, b)[side] != bound


def only(whole: Network, reasons: Iterable[Hashable]) -> Solution:
    chosen = set(reasons)
    kept = [row for row in whole.constraints if row[4] in chosen]
    return Network(whole.points, kept).solve()


@given(rows)
def test_a_conflict_outlasts_less_than_its_disagreement(
    rows: list[tuple[Any, ...]],
) -> None:
    whole = named(8, rows)
    for found in whole.solve().conflicts:
        assert found.disagreement >= 1
        for reason in found.reasons:
            assert not eased(whole, found, reason, found.disagreement - 1).consistent


def eased(whole: Network, found: Conflict, reason: Hashable, by: int) -> Solution:
    """The conflict alone; it uses one side of a row, or both where they cross."""
    kept = []
    for row in map(Constraint._make, whole.constraints):
        if row.reason in found.reasons:
            easing = by if row.reason == reason else 0
            if row.least is not None and row.greatest is not None:
                easing = easing if row.least <= row.greatest else easing // 2
            least = row.least if row.least is None else row.least - easing
            greatest = row.greatest if row.greatest is None else row.greatest + easing
            kept.append(Constraint(row.a, row.b, least, greatest, row.reason))
    return Network(whole.points, kept).solve()


def test_a_chain_of_windows_and_steps_tightens_both_ways() -> None:
    solution = solve(
        network(
            3,
            (ORIGIN, 0, 10, 20, "first"),
            (0, 1, 5, None, "five later"),
            (1, 2, 0, 3, "soon after"),
            (ORIGIN, 2, None, 30, "by 30"),
        )
    )
    assert solution.consistent
    assert solution.earliest == (10, 15, 15)
    assert solution.latest == (20, 30, 30)
    assert solution.elapsed(0, 2) == (5, 20)
    assert solution.why_earliest(2) == ("first", "five later", "soon after")
    assert solution.why_latest(1) == ("by 30", "soon after")


def test_a_network_without_points_or_constraints_is_consistent() -> None:
    assert network(0).solve().earliest == ()
    solution = network(2).solve()
    assert solution.earliest == solution.latest == (None, None)
    assert solution.elapsed(0, 1) == (None, None)
    assert solution.elapsed(1, 1) == (0, 0)
    assert solution.why_earliest(0) == solution.why_latest(0) == ()


def test_open_sides_stay_open_along_steps() -> None:
    solution = network(
        3, (ORIGIN, 0, 7, None, "after 7"), (0, 1, 2, None, "x"), (2, 1, 0, 4, "y")
    ).solve()
    assert solution.earliest == (7, 9, 5)
    assert solution.latest == (None, None, None)
    assert solution.elapsed(0, 2) == (-2, None)
    assert solution.elapsed(2, 1) == (0, 4)


def test_a_row_open_on_both_sides_says_nothing() -> None:
    assert network(1, (ORIGIN, 0, None, None, "?")).solve().why_earliest(0) == ()


def test_a_row_from_a_point_to_the_calendar_is_a_window_reversed() -> None:
    solution = network(1, (0, ORIGIN, -9, -4, "window")).solve()
    assert (solution.earliest, solution.latest) == ((4,), (9,))


def test_times_past_any_machine_integer_are_exact() -> None:
    last = datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)
    end = int(last.timestamp()) * 1_000_000 + 999_999
    far = 10**40
    solution = network(
        2, (ORIGIN, 0, end, end, "end"), (0, 1, far, far + 1, "and on")
    ).solve()
    assert solution.earliest == (end, end + far)
    assert solution.latest == (end, end + far + 1)


def test_the_tighter_of_two_windows_counts() -> None:
    wide, narrow = (ORIGIN, 0, 0, 9, "wide"), (ORIGIN, 0, 3, 5, "narrow")
    for constraints in ((wide, narrow), (narrow, wide)):
        solution = network(1, *constraints).solve()
        assert (solution.earliest, solution.latest) == ((3,), (5,))
        assert solution.why_earliest(0) == solution.why_latest(0) == ("narrow",)


@pytest.mark.parametrize(
    ("a", "b", "points"), [(0, 0, 1), (ORIGIN, ORIGIN, 0)], ids=["point", "calendar"]
)
def test_a_row_from_a_point_to_itself_holds_or_conflicts_alone(
    a: int, b: int, points: int
) -> None:
    assert network(points, (a, b, -1, 1, "loop")).solve().consistent
    [found] = network(points, (a, b, 3, None, "loop")).solve().conflicts
    assert found == Conflict(reasons=("loop",), disagreement=3)


def test_a_row_whose_sides_cross_conflicts_alone() -> None:
    for a in (ORIGIN, 1):
        [found] = network(2, (a, 0, 5, 2, "crossed")).solve().conflicts
        assert found == Conflict(reasons=("crossed",), disagreement=3)


def test_a_cycle_that_no_window_touches_is_felt() -> None:
    solution = network(
        3, (0, 1, 1, None, "a"), (1, 2, 1, None, "b"), (2, 0, 1, None, "c")
    ).solve()
    assert conflicting(solution) == [{"a", "b", "c"}]
    assert solution.conflicts[0].disagreement == 3
    assert solution.earliest == (None, None, None)


def test_bounds_are_those_of_the_reasons_in_no_conflict() -> None:
    solution = network(
        2,
        (ORIGIN, 0, 0, 100, "day"),
        (ORIGIN, 0, 20, 30, "about 25"),
        (ORIGIN, 0, 50, 60, "about 55"),
        (0, 1, 5, None, "then"),
    ).solve()
    assert conflicting(solution) == [{"about 25", "about 55"}]
    assert solution.conflicts[0].disagreement == 20
    assert (solution.earliest, solution.latest) == ((0, 5), (100, None))
    assert solution.why_earliest(1) == ("day", "then")


def test_every_independent_conflict_is_found() -> None:
    solution = network(
        5,
        (0, 1, 1, None, "a"),
        (1, 0, 1, None, "b"),
        (ORIGIN, 2, 9, None, "c"),
        (ORIGIN, 2, None, 3, "d"),
        (3, 4, 6, None, "e"),
        (3, 4, None, 5, "f"),
    ).solve()
    assert conflicting(solution) == [{"a", "b"}, {"c", "d"}, {"e", "f"}]


def test_the_reason_of_greatest_key_is_set_aside_first() -> None:
    windows = [(10, 19, "x"), (20, 29, "y"), (30, 39, "z")]
    constraints = [Constraint(ORIGIN, 0, *window) for window in windows]
    found = Network(1, constraints, key="xyz".index).solve()
    assert conflicting(found) == [{"x", "y"}, {"x", "z"}]
    found = Network(1, constraints, key="zyx".index).solve()
    assert conflicting(found) == [{"y", "z"}, {"x", "z"}]


def test_all_rows_of_a_reason_stand_and_fall_together() -> None:
    solution = network(
        4,
        (0, 1, 0, None, "inside"),
        (2, 3, 0, None, "inside"),
        (1, 0, 1, None, "earlier"),
        (3, 2, 1, None, "later"),
    ).solve()
    assert conflicting(solution) == [{"inside", "earlier"}, {"inside", "later"}]


def test_fewer_reasons_count_for_more_than_a_shorter_chain() -> None:
    # first - second - third is the shorter chain; second and third suffice, by way of
    # points that it doesn't touch.
    solution = network(
        6,
        (0, 1, 1, None, "first"),
        (1, 2, 1, None, "second"),
        (2, 0, 1, None, "third"),
        (2, 3, 1, None, "third"),
        (3, 4, 1, None, "second"),
        (4, 1, 1, None, "third"),
        (5, 2, 1, None, "second"),
    ).solve()
    assert conflicting(solution) == [{"second", "third"}]


def test_a_reason_that_conflicts_alone_draws_in_no_other() -> None:
    # "also" says again what one row of "both" says, and so closes the same cycle.
    solution = network(
        2, (1, 0, 2, None, "also"), (0, 1, 1, None, "both"), (1, 0, 2, None, "both")
    ).solve()
    assert conflicting(solution) == [{"both"}]


def test_one_wrong_statement_is_not_repeated_for_each_event() -> None:
    many = range(1, 41)
    wrong = Constraint(ORIGIN, 0, 100, None, 0)
    before = [Constraint(0, event, 0, None, event) for event in many]
    by_ten = [Constraint(ORIGIN, event, None, 10, 100 + event) for event in many]
    solution = Network(41, [wrong, *before, *by_ten]).solve()
    assert conflicting(solution) == [{0, n, 100 + n} for n in range(1, 17)]
    assert solution.latest[40] == 10
    assert solution.earliest == (None,) * 41


def test_a_wrong_start_of_a_long_chain_is_told_by_its_nearest_conflicts() -> None:
    steps = [(n, n + 1, 0, None) for n in range(299)]
    stated = [(ORIGIN, n, None, 10) for n in range(1, 300)]
    solution = named(300, [(ORIGIN, 0, 100, None), *steps, *stated]).solve()
    assert conflicting(solution)[0] == {0, 1, 300}
    assert all(0 in found.reasons for found in solution.conflicts)
    assert max(len(found.reasons) for found in solution.conflicts) <= 20


def test_more_cycles_than_one_walk_returns_are_all_found() -> None:
    pairs = range(0, 600, 2)
    forth = [(n, n + 1, 1, None) for n in pairs]
    back = [(n + 1, n, 1, None) for n in pairs]
    found = conflicting(named(600, forth + back).solve())
    assert found == [{n, n + 300} for n in range(300)]


@pytest.mark.parametrize("gap", [None, 9])
def test_a_cycle_through_a_thousand_events_is_one_conflict(gap: int | None) -> None:
    steps = [(n, n + 1, 1, gap) for n in range(999)]
    solution = named(1000, [*steps[1::2], (999, 0, 1, None), *steps[::2]]).solve()
    assert conflicting(solution) == [set(range(1000))]
    assert solution.conflicts[0].disagreement == 1000


@settings(max_examples=20)
@given(st.permutations(range(60)))
def test_a_shuffled_chain_needs_no_order_of_its_rows(order: list[int]) -> None:
    steps = [(n, n + 1, 1, 2) for n in order]
    solution = named(61, [*steps, (ORIGIN, 30, 0, 0)]).solve()
    assert solution.earliest == (*range(-60, 0, 2), *range(31))
    assert solution.latest == (*range(-30, 0), *range(0, 61, 2))
    assert solution.elapsed(5, 55) == (50, 100)
    assert solution.elapsed(55, 5) == (-100, -50)


def test_elapsed_is_searched_from_the_narrower_end() -> None:
    solution = network(
        3,
        (ORIGIN, 0, 0, 1000, "some day"),
        (0, 1, 7, 9, "about eight later"),
        (ORIGIN, 1, 500, 510, "at 500"),
        (ORIGIN, 2, None, 2000, "by 2000"),
    ).solve()
    assert solution.elapsed(0, 1) == (7, 9)
    assert solution.elapsed(1, 0) == (-9, -7)
    assert solution.elapsed(0, 2) == (None, 1509)


def test_a_difference_is_told_from_one_end_to_the_other() -> None:
    solution = network(
        3,
        (ORIGIN, 0, 0, 10, "by ten"),
        (0, 1, 0, 5, "soon"),
        (ORIGIN, 2, 30, None, "from thirty"),
        (1, 2, 1, None, "then"),
    ).solve()
    assert solution.why_elapsed(1, 2) == (("soon", "by ten", "from thirty"), ())
    assert solution.why_elapsed(2, 1) == ((), ("soon", "by ten", "from thirty"))
    assert solution.why_elapsed(0, 1) == (("soon",), ("soon",))


@pytest.mark.parametrize("point", [-2, -1, 2])
def test_a_point_that_is_not_there_is_named(point: int) -> None:
    solution = network(2).solve()
    asks: list[Callable[[], object]] = [
        lambda: solution.elapsed(0, point),
        lambda: solution.why_earliest(point),
        lambda: solution.why_latest(point),
        lambda: solution.why_elapsed(point, 1),
    ]
    for ask in asks:
        with pytest.raises(IndexError, match=f"no point {point} in a network of 2"):
            ask()


@pytest.mark.parametrize("ends", [(0, 2), (2, 0), (-2, 0), (0, -2)])
def test_a_constraint_on_a_point_that_is_not_there_is_refused(
    ends: tuple[int, int],
) -> None:
    with pytest.raises(ValueError, match=r"Constraint.*there is no point -?2 in"):
        network(2, (*ends, 0, None, "x"))


def test_the_shortest_of_equal_chains_tells_why() -> None:
    solution = network(
        4,
        (ORIGIN, 0, 5, None, "at five"),
        (0, 1, 0, 0, "with the first"),
        (1, 2, 0, 0, "with the second"),
        (0, 2, 0, 0, "with both"),
        (2, 3, 1, None, "then"),
        (1, 3, 1, None, "too"),
        (3, 3, 0, None, "itself"),
    ).solve()
    assert solution.why_earliest(2) == ("at five", "with both")
    assert len(solution.why_earliest(3)) == 3


def test_laws_outlast_whatever_else_conflicts_and_lose_only_to_laws() -> None:
    rows = [
        Constraint(0, 1, 0, None, "law"),
        *[Constraint(1, 0, 1, None, n) for n in range(20)],
    ]
    solution = Network(2, rows[::-1], key=str, laws={"law"}).solve()
    assert len(solution.conflicts) == 20
    assert solution.elapsed(0, 1) == (0, None)
    rows = [Constraint(0, 1, 0, None, "law"), Constraint(1, 0, 1, None, "other")]
    solution = Network(2, rows, laws={"law", "other"}).solve()
    assert conflicting(solution) == [{"law", "other"}]
    assert solution.elapsed(0, 1) == (None, None)


def test_plain_tuples_are_constraints_too() -> None:
    rows = [(ORIGIN, 0, 1, 2, "window"), (0, 1, 3, 4, "step")]
    assert Network(2, rows).solve() == network(2, *rows).solve()
    assert Network(2, rows).consistent


def test_one_reason_of_all_cycles_is_found_whichever_cycle_is_felt_first() -> None:
    rows = [
        Constraint(0, 1, 1, None, 1),
        Constraint(1, 0, 1, None, 3),
        Constraint(0, 2, 900, None, 5),
        Constraint(2, 1, 900, None, 2),
    ]
    for window in ([], [Constraint(ORIGIN, 0, 0, None, 0)]):
        for turn in range(4):
            told = [*rows[turn:], *rows[:turn], *window]
            solution = Network(3, told, key=lambda reason: reason).solve()
            assert conflicting(solution) == [{1, 3}]


def test_reasons_of_a_cycle_that_conflict_without_it_are_told_alone() -> None:
    solution = network(
        3,
        (0, 1, 1, None, "a"),
        (ORIGIN, 0, 10, None, "a"),
        (1, 2, 1, None, "b"),
        (ORIGIN, 1, None, 5, "b"),
        (2, 0, 1, None, "c"),
    ).solve()
    assert conflicting(solution) == [{"a", "b"}]
    assert solution.elapsed(2, 0) == (1, None)


@pytest.mark.parametrize("windows", [{}, {0: (5, None)}, {4: (None, 5)}])
def test_a_hundred_rows_round_a_cycle_hide_nothing(
    windows: dict[int, tuple[int | None, int | None]],
) -> None:
    steps = [(n, n + 1, 1, None) for n in range(59)]
    wide = [(n, n + 2, 0, None) for n in range(58)]
    stated = [(ORIGIN, at, *sides) for at, sides in windows.items()]
    rows = [*stated, *steps, *wide, (9, 5, -3, None)]
    last = len(rows) - 1
    at = len(stated) + 5
    solution = named(60, rows).solve()
    assert conflicting(solution) == [{at, at + 1, at + 2, at + 3, last}]
    again = named(60, [*rows, (30, 20, 1, None)]).solve()
    assert len(again.conflicts) == 2


def test_a_law_that_contradicts_itself_takes_no_part_in_what_else_conflicts() -> None:
    rows = [
        Constraint(1, 0, None, 3, 4),
        Constraint(1, ORIGIN, -3, -5, 4),
        Constraint(0, 1, 2, None, 9),
        Constraint(0, 1, None, -5, 6),
    ]
    solution = Network(2, rows, key=lambda reason: reason, laws={4}).solve()
    assert conflicting(solution) == [{4}, {6, 9}]
