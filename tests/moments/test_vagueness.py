"""How wide the vague words are: one setting, replaced as a whole or in part."""

from __future__ import annotations

from datetime import timedelta

import pytest

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import DEFAULT_VAGUENESS, Precision, Vagueness


def test_a_mapping_that_leaves_some_out_keeps_the_others() -> None:
    vagueness = Vagueness(about={Precision.MINUTE: timedelta(minutes=5)})
    assert vagueness.about[Precision.MINUTE] == timedelta(minutes=5)
    assert vagueness.about[Precision.DAY] == DEFAULT_VAGUENESS.about[Precision.DAY]
    assert vagueness.parts == DEFAULT_VAGUENESS.parts


def test_a_word_without_width_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match=r"Vagueness\.shortly"):
        Vagueness(shortly=timedelta())
    with pytest.raises(InvalidMomentError, match=r"Vagueness\.immediately"):
        Vagueness(immediately=timedelta())


def test_a_negative_width_is_refused() -> None:
    with pytest.raises(InvalidMomentError, match="minute"):
        Vagueness(about={Precision.MINUTE: timedelta(minutes=-1)})
