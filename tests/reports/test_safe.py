"""Nothing that a terminal would obey survives."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.reports.safe import safe


@given(st.text())
def test_no_control_or_invisible_character_survives(text: str) -> None:
    kept = [one for one in safe(text) if one not in "\n\t"]
    assert not {unicodedata.category(one) for one in kept} & {"Cc", "Cf", "Cs"}


@pytest.mark.parametrize("text", ["19:59hrs – “shots”", "côte de la Potasse", "a\n\tb"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


def test_a_turned_direction_is_shown() -> None:
    assert safe("a\u202eb") == "a\\u202eb"
