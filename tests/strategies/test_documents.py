"""What the strategies for documents and for accounts in lines promise."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, seed, settings
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from incident_timeline.checks import check
from incident_timeline.moments import Precision
from incident_timeline.parsers import Document, parsers
from incident_timeline.strategies import (
    Account,
    accounts,
    documents,
    documents_broken,
    time_phrases,
)
from incident_timeline.strategies._broken_texts import AWKWARD, SAMPLES
from incident_timeline.vocabulary import EventKind
from tests.strategies.looking import LOOKING, seen, shrunk

LINES = "19:59 Call.\n20:13 Officers.\n21:00 Shots.\n"
BROKEN = documents_broken()
DAMAGED = documents_broken(sample=LINES)
LOGS = accounts(form="log")
TABLES = accounts(form="table")


@cache
def some(strategy: SearchStrategy[Any]) -> list[Any]:
    """Some hundreds of what is drawn, for many a condition."""
    drawn: list[Any] = []

    @seed(0)
    @settings(LOOKING, max_examples=250)
    @given(strategy)
    def draws(value: object) -> None:
        drawn.append(value)

    draws()
    return drawn


def is_drawn(strategy: SearchStrategy[Any], condition: Callable[[Any], Any]) -> bool:
    return any(map(condition, some(strategy))) or seen(strategy, condition)


# Documents


@pytest.mark.parametrize("kind", AWKWARD)
def test_awkward_texts_are_drawn_of_every_kind(kind: str) -> None:
    texts = AWKWARD[kind]
    assert is_drawn(BROKEN, lambda one: any(text in one.text for text in texts))


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.zone is None,
        lambda one: one.zone == "Europe/London",
        lambda one: one.published is None,
        lambda one: one.name.endswith(".csv"),
        lambda one: len(one.text) >= 10_000,
        lambda one: any(unicodedata.combining(character) for character in one.text),
        lambda one: "\r" in one.text.replace("\r\n", ""),
        lambda one: max(map(ord, one.text), default=0) > 0xFFFF,
    ],
)
def test_broken_documents_are_broken_in_every_way(
    condition: Callable[[Document], bool],
) -> None:
    assert is_drawn(BROKEN, condition)


@pytest.mark.parametrize(
    "condition",
    [
        lambda text: text and LINES.startswith(text) and text != LINES,
        lambda text: text and LINES.endswith(text) and text != LINES,
        lambda text: text == "19:59 Call.\n21:00 Shots.\n",
        lambda text: text.count("20:13 Officers.\n") == 2,
        lambda text: text != LINES and sorted(text) == sorted(LINES),
        lambda text: ".20:13" in text or ".21:00" in text,
        lambda text: len(text) == len(LINES) and text.count("\n") == 3,
        lambda text: len(text) == len(LINES) + 1,
        lambda text: len(text) == len(LINES) - 1,
        lambda text: "\u2028" in text,
        lambda text: text.count("\r\n") == 3,
    ],
)
def test_a_sample_is_damaged_in_every_way(condition: Callable[[str], object]) -> None:
    assert is_drawn(DAMAGED, lambda one: condition(one.text))


def test_what_is_known_of_a_sample_stays() -> None:
    sample = Document(LINES, name="a.log", zone="UTC", publisher="the force")
    found = shrunk(documents_broken(sample=sample), lambda _: True)
    assert (found.text, found.name, found.publisher) == ("", "a.log", "the force")


@given(documents_broken(sample=""))
def test_there_is_nothing_to_damage_in_an_empty_text(document: Document) -> None:
    assert document.text == ""


def test_the_simplest_broken_document_is_empty() -> None:
    assert shrunk(documents_broken(), lambda _: True).text == ""


def test_the_simplest_document_is_of_prose() -> None:
    assert shrunk(documents(), lambda _: True).text == SAMPLES[0]
    assert seen(documents(), lambda one: one.text not in SAMPLES)


@settings(max_examples=5)
@given(BROKEN)
def test_the_shipped_parsers_survive(document: Document) -> None:
    for parser in parsers().values():
        assert parser.parse(document) is not None


NO_TEXT: Any = 7
NO_FORM: Any = "poem"


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (documents_broken(sample=NO_TEXT), "sample=7 is no text"),
        (documents_broken(sample="\ud800"), "is no text"),
        (accounts(form=NO_FORM), "'poem' is none of"),
        (accounts(styles=["XX"]), "styles=.'XX'. must"),
        (accounts(styles=[]), "styles"),
        (time_phrases(dialects=["XX"]), "dialects=.'XX'. must"),
        (time_phrases(dialects=[]), "dialects"),
    ],
)
def test_what_cannot_be_drawn_is_refused_when_drawn(
    strategy: SearchStrategy[Any], words: str
) -> None:
    with pytest.raises(InvalidArgument, match=words):
        shrunk(strategy, lambda _: True)


# Accounts in lines


@settings(max_examples=20)
@given(LOGS)
def test_every_event_of_a_log_is_a_stamped_line(account: Account) -> None:
    lines = account.text.splitlines()
    for told, event in zip(account.events, account.incident.events, strict=True):
        line = account.text[told.start : told.end]
        assert line in lines
        assert event.start.stated[11:16] in line
        assert event.citations[0].quote == line
    assert account.document.name == "account.log"
    assert {one.code for one in check(account.incident)} <= {"TL510"}


@settings(max_examples=20)
@given(TABLES)
def test_every_event_of_a_table_is_a_row(account: Account) -> None:
    rows = list(csv.DictReader(StringIO(account.text, newline="")))
    assert len(rows) == len(account.events)
    for row, event in zip(rows, account.incident.events, strict=True):
        assert row == {
            "date": event.start.stated[:10],
            "time": event.start.stated[11:],
            "kind": event.kind,
            "place": event.place,
        }
    assert account.document.name == "account.csv"


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.events[0].moment.precision is Precision.SECOND,
        lambda one: one.text.startswith("["),
        lambda one: one.text[:4].isdigit() and "T" in one.text[:19],
        lambda one: "00:00\r\n" not in one.text and "\r\n" in one.text,
        lambda one: "no further details" in one.text,
        lambda one: "Unit12 on scene" in one.text or "Call received" in one.text,
        lambda one: len({told.moment.stated[:10] for told in one.events}) > 1,
        lambda one: not one.text[:2].isdigit() and one.text[0] != "[",
    ],
)
def test_logs_are_of_every_sort(condition: Callable[[Account], bool]) -> None:
    assert is_drawn(LOGS, condition)


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.events[0].moment.precision is Precision.DAY,
        lambda one: '"12 Mill Lane, Dagenham"' in one.text,
        lambda one: '""Crown""' in one.text,
        lambda one: "\r\n" in one.text,
        lambda one: len(one.events) == 8,
    ],
)
def test_tables_are_of_every_sort(condition: Callable[[Account], bool]) -> None:
    assert is_drawn(TABLES, condition)


def test_the_simplest_lines_tell_of_a_call() -> None:
    log = shrunk(accounts(form="log"), lambda _: True)
    assert log.text == "2015-01-01 00:00:00 CALL RECEIVED"
    table = shrunk(accounts(form="table"), lambda _: True)
    assert table.text == "date,time,kind,place\n2015-01-01,00:00,call,"
    assert table.events[0].kind == EventKind.CALL
    assert (table.published, table.zone) == (date(2015, 1, 1), "Europe/London")
