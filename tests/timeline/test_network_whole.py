"""What isn't of whole numbers is refused, and leaves no trace."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from incident_timeline.timeline.network import (
    ORIGIN,
    Constraint,
    LiveNetwork,
    Network,
)

GOOD = [Constraint(ORIGIN, 0, 10, 20, "window"), Constraint(0, 1, 5, None, "gap")]
BAD: list[Any] = [
    Constraint(0, 1, "3", None, "text"),  # type: ignore[arg-type]
    Constraint(0, 1, None, 1.5, "a float"),  # type: ignore[arg-type]
    Constraint(0, 1, float("nan"), None, "no number"),  # type: ignore[arg-type]
    Constraint(0, 1, timedelta(minutes=1), None, "a duration"),  # type: ignore[arg-type]
    Constraint(0, 1, True, None, "a truth value"),
    (0, 1, 1),
    (0, 1, 1, None, "reason", "more"),
    [Constraint(0, 1, 1, None, "in a list")],
    7,
]
each_bad = pytest.mark.parametrize("row", BAD, ids=str)


@each_bad
def test_what_is_no_row_of_whole_numbers_is_named(row: Any) -> None:
    with pytest.raises(TypeError, match="is no constraint: write"):
        Network(2, [*GOOD, row])
    with pytest.raises(TypeError, match="is no constraint: write"):
        LiveNetwork(2, [*GOOD, row])


@each_bad
def test_what_is_refused_leaves_no_trace(row: Any) -> None:
    live = LiveNetwork(2, GOOD)
    with pytest.raises(TypeError, match="is no constraint: write"):
        live.add(row)
    assert live.add(Constraint(ORIGIN, 1, None, 100, "later"))
    live.remove("gap")
    assert live.constraints == (GOOD[0], (ORIGIN, 1, None, 100, "later"))
    assert (live.earliest(1), live.latest(1)) == (None, 100)


@pytest.mark.parametrize(("points", "error"), [(-1, ValueError), (True, TypeError)])
def test_a_number_of_points_is_one(points: int, error: type[Exception]) -> None:
    with pytest.raises(error, match="points"):
        Network(points, [])
    with pytest.raises(error, match="points"):
        LiveNetwork(points)
