"""What the strategy for accounts promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from incident_timeline.checks import check
from incident_timeline.moments import Qualifier
from incident_timeline.strategies import Account, accounts
from incident_timeline.strategies._account_words import (
    ASIDES,
    HEADINGS,
    LEADS,
    QUOTED,
    TELLINGS,
)
from incident_timeline.vocabulary import EventKind
from tests.strategies.looking import seen, shrunk


@given(accounts())
def test_every_event_stands_in_the_text_in_its_order(account: Account) -> None:
    places = [(one.start, one.end) for one in account.events]
    assert places == sorted(places)
    for event in account.events:
        assert account.text[event.end - 1] == "."
        assert account.text[event.start].isupper()
    kinds = [one.kind for one in account.events]
    assert len(set(kinds)) == len(kinds) > 0


@given(accounts())
def test_an_account_has_its_document_and_its_incident(account: Account) -> None:
    incident, document = account.incident, account.document
    assert (document.text, document.published) == (account.text, account.published)
    assert [one.kind for one in incident.events] == [e.kind for e in account.events]
    assert {one.code for one in check(incident)} & {"TL501", "TL502", "TL503"} == set()
    for event in incident.events:
        cited = event.citations[0]
        assert account.text[cited.start : cited.end] == cited.quote


@given(accounts(styles=["US"]))
def test_a_style_speaks_in_its_own_zones(account: Account) -> None:
    assert account.zone.startswith("America/")


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: any(aside in one.text for aside in ASIDES),
        lambda one: any(quote in one.text for quote in QUOTED),
        lambda one: one.text.startswith(HEADINGS),
        lambda one: one.text.startswith("A 34-year-old man died on"),
        lambda one: "FOR IMMEDIATE RELEASE" in one.text,
        lambda one: "Ten minutes later, " in one.text,
        lambda one: len(one.events) == 8,
        lambda one: "\n\n" not in one.text and len(one.events) > 1,
        lambda one: any(e.moment.is_unknown for e in one.events),
        lambda one: any(e.moment.qualifier is Qualifier.BY for e in one.events),
        lambda one: len({e.moment.stated[:10] for e in one.events}) > 1,
    ],
)
def test_every_class_of_account_is_drawn(condition: Callable[[Account], bool]) -> None:
    assert seen(accounts(), condition)


def test_an_account_shrinks_to_a_call_at_a_plain_time() -> None:
    smallest = shrunk(accounts(), lambda _: True)
    assert smallest.text == (
        "At 00:00 on 1 January 2015, police were called to an address in Mill Lane."
    )


def test_an_account_shrinks_to_the_event_that_is_asked_for() -> None:
    smallest = shrunk(
        accounts(), lambda one: "shots" in [event.kind for event in one.events]
    )
    assert smallest.text == "At 00:00 on 1 January 2015, officers opened fire."


def test_what_is_told_is_of_known_kinds_in_their_order() -> None:
    known = list(EventKind)
    kinds = [EventKind(kind) for kind in TELLINGS]
    assert set(LEADS) <= set(TELLINGS)
    assert len(kinds) == len(set(kinds))
    assert all(kind in known for kind in kinds)
