"""Accounts annotated by hand give no rule a cause to speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_timeline.checks import check
from incident_timeline.timeline import Order, solve
from tests.corpus.gold import accounts, incident

each_account = pytest.mark.parametrize("path", accounts(), ids=lambda path: path.stem)


@each_account
@pytest.mark.parametrize("ordered", [False, True])
def test_a_sound_account_is_left_alone(path: Path, *, ordered: bool) -> None:
    assert [str(one) for one in check(incident(path, ordered=ordered))] == []


@each_account
def test_what_follows_from_its_times_agrees_with_its_chronology(path: Path) -> None:
    timeline = solve(incident(path))
    for link in incident(path, ordered=True).links:
        assert timeline.before(link.other_id, link.event_id) is not Order.CERTAIN
