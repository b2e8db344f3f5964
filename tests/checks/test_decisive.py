"""Of very many, a few decide: those give the same answer as all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import check
from incident_timeline.checks.rules.investigations._decisive import decisive
from incident_timeline.checks.verdicts import before_all, gravity
from incident_timeline.model import Draft
from incident_timeline.moments import Moment

CLOCKS = [f"2023-11-23T{hour:02d}:00" for hour in range(24)]
MAKERS = (Moment.at, Moment.about, Moment.before, Moment.after)
moments = st.one_of(
    st.just(Moment.unknown()),
    st.builds(
        lambda make, clock: make(clock, zone="UTC"),
        st.sampled_from(MAKERS),
        st.sampled_from(CLOCKS),
    ),
)


@given(moments, st.lists(moments, min_size=1, max_size=60))
def test_the_few_that_decide_answer_as_all_would(
    when: Moment, every: list[Moment]
) -> None:
    few = decisive(every, lambda one: one)
    verdict = before_all(when, every)
    assert before_all(when, few) == verdict
    assert {gravity(when, one) for one in few} == {
        gravity(when, one) for one in every
    } or len(every) > len(few)
    assert max(gravity(when, one).rank for one in few) == max(
        gravity(when, one).rank for one in every
    )


@pytest.mark.parametrize(
    ("code", "sits", "earlier"),
    [("TL402", "hearing", "death"), ("TL401", "finding", "investigation_start")],
)
def test_a_finding_names_some_of_very_many(code: str, sits: str, earlier: str) -> None:
    draft = Draft(zone="Europe/London")
    draft.event(sits, "2023-11-20", summary="the inquest")
    for _ in range(50):
        draft.event(earlier, "2023-11-23")
    (found,) = (one for one in check(draft.incident()) if one.code == code)
    assert len(found.subject_ids) == 21


def test_an_inquest_into_one_death_is_compared_with_it_and_those_of_nobody() -> None:
    draft = Draft(zone="Europe/London")
    one, other = ([(draft.party(), "affected_person")] for _ in "xy")
    draft.event("hearing", "2023-11-20", summary="the inquest", who=one)
    draft.event("death", "2023-11-23", who=one)
    draft.event("death", "2023-11-24")
    draft.event("death", "2023-11-19", who=other)
    (found,) = (each for each in check(draft.incident()) if each.code == "TL402")
    assert found.subject_ids == ("e1", "e2", "e3")
