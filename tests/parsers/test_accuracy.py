"""How well annotated accounts are read doesn't get worse.

The floors stand a little below what is reached; ``python benchmarks/prose_accuracy.py``
prints that. All of these texts have been learned from: what to expect of others is told
in ``docs/reference/measurements.md``.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.corpus.score import accounts_in, events, times

CORPUS = Path(__file__).parents[1] / "corpus"


class Floor(NamedTuple):
    """The least that a folder's accounts may reach."""

    folder: str
    times: float
    strict: float
    qualifiers: float
    events: float
    timed: float


FLOORS = (
    Floor("", 0.98, 0.96, 0.97, 0.93, 0.90),
    Floor("styles", 0.96, 0.96, 0.98, 0.89, 0.83),
    Floor("held_out", 0.95, 0.95, 0.97, 0.79, 0.75),
)
each_floor = pytest.mark.parametrize("floor", FLOORS, ids=lambda one: one.folder)


@each_floor
def test_times_are_found_and_understood(floor: Floor) -> None:
    score = times(accounts_in(CORPUS / floor.folder))
    assert score.end_to_end_f1 >= floor.times
    assert score.strict_f1 >= floor.strict
    assert score.qualifier_accuracy >= floor.qualifiers


@each_floor
def test_events_are_found_and_dated_and_none_is_put_out_of_order(floor: Floor) -> None:
    score = events(accounts_in(CORPUS / floor.folder))
    assert score.f1 >= floor.events
    assert score.timed_f1 >= floor.timed
    assert score.wrong_order <= 0.01


def test_a_reading_that_finds_nothing_scores_nothing() -> None:
    score = times([])
    score.gold = 3
    assert score.end_to_end_f1 == 0 == score.qualifier_accuracy
    assert events([]).wrong_order == 0
