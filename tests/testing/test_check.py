"""Checks: what they print, and how the smallest input is found."""

from __future__ import annotations

import pickle
from itertools import count

import pytest
from hypothesis import strategies as st

from incident_timeline.testing import Breach, Law, LawBrokenError
from incident_timeline.testing.check import Check, checks_of
from incident_timeline.testing.search import search

LAW = Law(
    code="P99",
    name="tabs-absent",
    says="No text has a tab.",
    why="Tabs are as wide as anyone likes.",
    mend="Write spaces.",
)
NEWER = Law(code="P98", name="newer", says="It is.", why="So.", mend="Wait.", kit=2)


def no_tab(text: str) -> Breach | None:
    at = text.find("\t")
    if at < 0:
        return None
    return Breach(expected="no tab", seen=repr(text[at]), text=text, at=at)


def message(breach: Breach) -> str:
    with pytest.raises(LawBrokenError) as error:
        Check(law=LAW, run=lambda: breach)()
    return str(error.value)


def test_the_smallest_input_is_told_with_its_place() -> None:
    breach = search(st.text(alphabet="ab\t\n"), no_tab)
    assert breach is not None
    assert message(breach) == (
        "P99 tabs-absent is broken\n\n"
        "law       No text has a tab.\n"
        "input     '\\t'\n"
        "expected  no tab\n"
        "seen      '\\t'\n"
        "place     line 1, column 1\n"
        "          \\t\n"
        "          ^\n"
        "to do     Write spaces.\n"
        "page      incident-timeline explain P99\n"
    )


def test_a_place_shows_its_own_line_around_it() -> None:
    text = f"first\n{'x' * 50}\t{'y' * 50}\nlast"
    told = message(Breach(expected="a", seen="b", text=text, at=56))
    assert f"\n          {'x' * 30}\\t{'y' * 29}\n{' ' * 40}^\n" in told
    assert "line 2, column 51\n" in told


def test_a_place_in_the_last_line_or_behind_it_is_shown() -> None:
    told = message(Breach(expected="a", seen="b", text="one\ntwo", at=99))
    assert "line 2, column 4\n          two\n             ^\n" in told


def test_without_a_place_none_is_told() -> None:
    assert "place" not in message(Breach(expected="a", seen="b", input="'x'"))


def test_a_long_input_is_cut() -> None:
    told = message(Breach(expected="a", seen="b", input="x" * 3000))
    assert f"input     {'x' * 2000}… (1,000 characters more)\n" in told


def test_what_is_raised_can_be_pickled() -> None:
    error = LawBrokenError(LAW, Breach(expected="a", seen="b"), "broken")
    back = pickle.loads(pickle.dumps(error))
    assert (back.law, back.breach, str(back)) == (LAW, error.breach, "broken")


def test_a_law_of_a_newer_kit_is_not_asked() -> None:
    checks = checks_of(
        [(NEWER, lambda: None), (LAW, lambda: None)], expected_failures=None, kit=1
    )
    assert [check.law for check in checks] == [LAW]


def test_nothing_is_told_where_nothing_is_found() -> None:
    assert search(st.text(alphabet="ab"), no_tab) is None


def test_an_input_that_the_judge_tells_is_kept() -> None:
    def judge(_: int) -> Breach:
        return Breach(expected="a", seen="b", input="told")

    breach = search(st.integers(), judge)
    assert breach is not None
    assert breach.input == "told"


def test_what_is_broken_only_at_times_is_told_all_the_same() -> None:
    turns = count()

    def judge(_: int) -> Breach | None:
        return Breach(expected="a", seen="b") if next(turns) == 0 else None

    breach = search(st.integers(), judge)
    assert breach is not None
    assert breach.input == "0"


def test_a_page_tells_of_whom_the_law_is_asked() -> None:
    assert "asked of all" in LAW.page
    assert LAW.title == "P99-tabs-absent"
