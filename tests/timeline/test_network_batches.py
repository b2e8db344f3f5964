"""Two thousand networks of every shape, two hundred at a time, before z3."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

import pytest

from incident_timeline.timeline.network import ORIGIN, Constraint, Network, Solution

z3 = pytest.importorskip("z3")

Rows = list[Constraint]
BATCHES, SIZE = 10, 200


def side(chance: random.Random, low: int, high: int) -> int | None:
    return None if chance.random() < 0.3 else chance.randint(low, high)


def windows(chance: random.Random, points: int) -> Rows:
    """Open sides now and then; some that cross."""
    return [
        Constraint(ORIGIN, point, side(chance, 0, 9), side(chance, 7, 20), 50 + turn)
        for turn, point in enumerate(chance.choices(range(points), k=points))
    ]


def chain(chance: random.Random, points: int) -> Rows:
    """Each after the one before, at equal times too, with a greatest gap at times."""
    steps = [(chance.randint(0, 3), side(chance, 3, 6)) for _ in range(points - 1)]
    told = [Constraint(a, a + 1, *step, a) for a, step in enumerate(steps)]
    return [*told, *windows(chance, points)]


def ring(chance: random.Random, points: int) -> Rows:
    """No window: a cycle that may gain on itself, and another the other way."""
    return [
        Constraint(a, (a + turn) % points, chance.randint(-3, 2), None, 2 * a + turn)
        for a in range(points)
        for turn in (1, 2)
    ]


def containment(chance: random.Random, points: int) -> Rows:
    """Two rows of one reason: the start no later, the end no earlier."""
    rows = windows(chance, points)
    for reason in range(points):
        a, b, c, d = chance.choices(range(points), k=4)
        rows.append(Constraint(a, b, 0, None, reason))
        rows.append(Constraint(c, d, chance.randint(0, 1), None, reason))
    return rows


def anything(chance: random.Random, points: int) -> Rows:
    """Duplicates, loops, rows turned round, shared reasons, two halves apart."""
    rows = []
    for _ in range(chance.randint(0, 2 * points)):
        half = chance.choice([range(-1, points // 2), range(points // 2, points)])
        a, b = chance.choices(half, k=2)
        least, greatest = side(chance, -6, 2), side(chance, -1, 6)
        rows.append(Constraint(a, b, least, greatest, chance.randrange(8)))
    return rows + rows[:2]


def planted(chance: random.Random, points: int) -> Rows:
    """Consistent but for one more statement."""
    truth = [chance.randrange(60) for _ in range(points)]
    rows = []
    for reason in range(2 * points):
        a, b = chance.sample(range(ORIGIN, points), 2)
        gap = (0 if b == ORIGIN else truth[b]) - (0 if a == ORIGIN else truth[a])
        slack = chance.choice([0, 1, 9])
        rows.append(Constraint(a, b, gap - slack, side(chance, gap, gap + 9), reason))
    a, b = chance.sample(range(points), 2)
    return [*rows, Constraint(a, b, truth[b] - truth[a] + 5, None, 99)]


SHAPES: tuple[Callable[[random.Random, int], Rows], ...] = (
    windows,
    chain,
    ring,
    containment,
    anything,
    planted,
)


def networks(batch: int) -> Iterator[Network]:
    chance = random.Random(batch)
    for turn in range(SIZE):
        points = chance.randint(3, 8)
        rows = SHAPES[turn % len(SHAPES)](chance, points)
        number = [*chance.sample(range(points), points), ORIGIN]
        chance.shuffle(rows)
        yield Network(
            points, [row._replace(a=number[row.a], b=number[row.b]) for row in rows]
        )


def numeral(value: int) -> str:
    return str(value) if value >= 0 else f"(- {-value})"


def gap(name: str, a: int, b: int) -> str:
    ends = ["z" if point == ORIGIN else f"{name}{point}" for point in (b, a)]
    return f"(- {ends[0]} {ends[1]})"


def said(rows: Iterable[tuple[Any, ...]], name: str) -> list[str]:
    """The rows as terms over times that are called by this name; z is the calendar."""
    terms = []
    for a, b, least, greatest, _ in rows:
        term = gap(name, a, b)
        terms += [] if least is None else [f"(>= {term} {numeral(least)})"]
        terms += [] if greatest is None else [f"(<= {term} {numeral(greatest)})"]
    return terms


def equal(term: str, bound: int | None) -> list[str]:
    return [] if bound is None else [f"(= {term} {numeral(bound)})"]


def passed(term: str, least: int | None, greatest: int | None) -> list[str]:
    low = [] if least is None else [f"(< {term} {numeral(least)})"]
    return low + ([] if greatest is None else [f"(> {term} {numeral(greatest)})"])


def possible(network: Network, solution: Solution, name: str) -> Iterator[str]:
    """That all bounds are reached, or a difference; no conflict without a reason."""
    yield from said(sound_rows(network, solution), name)
    a, b = 0, network.points - 1
    bounds = solution.earliest, solution.latest, None
    if (side := bounds[network.points % 3]) is None:
        yield from equal(gap(name, a, b), solution.elapsed(a, b)[0])
    else:
        for point in range(network.points):
            yield from equal(gap(name, ORIGIN, point), side[point])
    for turn, found in enumerate(solution.conflicts):
        for left_out in found.reasons:
            rest = {*found.reasons} - {left_out}
            yield from said(rows_of(network, rest), f"{name}{turn}x{left_out}x")


def impossible(network: Network, solution: Solution) -> Iterator[str]:
    """That a bound or a difference is passed, or that a conflict is none."""
    points = range(network.points)
    sides = list(zip(solution.earliest, solution.latest, strict=True))
    beyond = [one for p in points for one in passed(gap("t", ORIGIN, p), *sides[p])]
    for a, b in ((0, 1), (network.points - 1, 0)):
        beyond += passed(gap("t", a, b), *solution.elapsed(a, b))
    sound = said(sound_rows(network, solution), "t")
    yield f"(and true {' '.join(sound)} (or false {' '.join(beyond)}))"
    for found in solution.conflicts:
        yield f"(and {' '.join(said(rows_of(network, {*found.reasons}), 't'))})"


def sound_rows(network: Network, solution: Solution) -> list[tuple[Any, ...]]:
    doubted = {reason for found in solution.conflicts for reason in found.reasons}
    return [row for row in network.constraints if row[4] not in doubted]


def rows_of(network: Network, reasons: set[Hashable]) -> list[tuple[Any, ...]]:
    return [row for row in network.constraints if row[4] in reasons]


def verdict(terms: Iterable[str]) -> object:
    listed = list(terms)
    names = sorted(
        {name for term in listed for name in re.findall(r"[a-z]\w*\d", term)}
    )
    solver = z3.SolverFor("QF_IDL")
    declared = [f"(declare-fun {name} () Int)" for name in ("z", *names)]
    solver.from_string("\n".join([*declared, *(f"(assert {term})" for term in listed)]))
    return solver.check()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_of_two_hundred_networks_all_that_is_said_holds(batch: int) -> None:
    solved = [(network, network.solve()) for network in networks(batch)]
    assert any(solution.consistent for _, solution in solved)
    assert any(len(solution.conflicts) > 1 for _, solution in solved)
    told = [
        term
        for turn, (network, solution) in enumerate(solved)
        for term in possible(network, solution, f"n{turn}x")
    ]
    assert verdict(told) == z3.sat
    never = [term for one in solved for term in impossible(*one)]
    assert verdict([f"(or {' '.join(never)})"]) == z3.unsat
