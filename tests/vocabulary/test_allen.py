"""Allen's relations and their converses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.vocabulary import AllenRelation

Span = tuple[int, int]
NAMES = {
    (-1, -1, -1, -1): "before",
    (1, 1, 1, 1): "after",
    (-1, -1, -1, 0): "meets",
    (1, 1, 0, 1): "met_by",
    (-1, -1, -1, 1): "overlaps",
    (1, 1, -1, 1): "overlapped_by",
    (0, -1, -1, 1): "starts",
    (0, 1, -1, 1): "started_by",
    (1, -1, -1, 1): "during",
    (-1, 1, -1, 1): "contains",
    (1, 0, -1, 1): "finishes",
    (-1, 0, -1, 1): "finished_by",
    (0, 0, -1, 1): "equals",
}


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def relation(one: Span, two: Span) -> AllenRelation:
    """How two spans stand, read off their ends: an independent account of Allen's."""
    signs = (
        sign(one[0] - two[0]),
        sign(one[1] - two[1]),
        sign(one[0] - two[1]),
        sign(one[1] - two[0]),
    )
    return AllenRelation(NAMES[signs])


spans = st.tuples(st.integers(0, 5), st.integers(1, 4)).map(lambda s: (s[0], sum(s)))


def test_there_are_thirteen() -> None:
    assert len(AllenRelation) == 13
    assert {name.value for name in AllenRelation} == set(NAMES.values())


@given(spans, spans)
def test_the_converse_is_the_relation_seen_from_the_other_span(
    one: Span, two: Span
) -> None:
    assert relation(two, one) is relation(one, two).converse


@pytest.mark.parametrize("name", AllenRelation, ids=str)
def test_the_converse_of_the_converse_is_the_relation_itself(
    name: AllenRelation,
) -> None:
    assert name.converse.converse is name
    assert (name.converse is name) == (name is AllenRelation.EQUALS)
