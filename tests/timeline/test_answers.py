"""How durations and conflicts read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from incident_timeline.timeline import Elapsed


@pytest.mark.parametrize(
    ("least", "greatest", "text"),
    [
        (None, None, "not known"),
        (None, 61, "at most 1 hour 1 minute"),
        (45, None, "at least 45 minutes"),
        (45, 45, "45 minutes"),
        (-5, 10, "between minus 5 minutes and 10 minutes"),
        (0, 1500, "between 0 minutes and 1 day 1 hour"),
    ],
)
def test_an_elapsed_time_reads_as_words(
    least: int | None, greatest: int | None, text: str
) -> None:
    elapsed = Elapsed(
        least=None if least is None else timedelta(minutes=least),
        greatest=None if greatest is None else timedelta(minutes=greatest),
    )
    assert str(elapsed) == text


def test_bounds_are_rounded_outwards_so_that_none_is_told_too_strong() -> None:
    elapsed = Elapsed(
        least=timedelta(minutes=45, microseconds=1),
        greatest=timedelta(minutes=61, microseconds=-1),
    )
    assert str(elapsed) == "between 45 minutes and 1 hour 1 minute"
