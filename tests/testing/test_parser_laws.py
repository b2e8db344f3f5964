"""Each law of parsers is caught by a parser that breaks it, and kept by a good one."""

from __future__ import annotations

import pickle
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from incident_timeline import Document, dumps
from incident_timeline.parsers.json import JSON
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.testing import LAWS, Check, LawBrokenError
from incident_timeline.testing._parser_laws import cost, processes, subject
from incident_timeline.testing.parsers import parser_checks
from tests.testing import broken_parsers, tiny

CORPUS = Path(__file__).parents[1] / "corpus"
TOLD = tuple(
    Document.read(CORPUS / f"{name}.txt", zone="Europe/London", published="2022-07-15")
    for name in ["met-2022-06-05-chelsea-bridge"]
)


def broken_by(parser: Any, **settings: Any) -> dict[str, LawBrokenError]:
    found = {}
    for check in parser_checks(parser, samples=tiny.SAMPLES, **settings):
        try:
            check()
        except LawBrokenError as error:
            found[check.law.code] = error
    return found


def of(code: str, checks: tuple[Check, ...]) -> Check:
    (check,) = (one for one in checks if one.law.code == code)
    return check


@pytest.fixture
def codes() -> tuple[str, ...]:
    """The laws that a parser breaks; a test that knows them says so."""
    return ()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch, codes: tuple[str, ...]) -> None:
    """With few and short texts, since each broken parser is asked about all of them.

    None is drawn: what is drawn changes with the version of Hypothesis.
    """
    monkeypatch.setitem(cost.FLOOR, "quick", 0.001)
    if "P17" not in codes:
        monkeypatch.setattr(cost, "LONGEST", 400)
    monkeypatch.setattr(cost, "UNITS", (" ", "a"))
    monkeypatch.setattr(subject.Subject, "mixed", ())


@pytest.mark.parametrize("check", parser_checks(tiny.TINY, samples=tiny.SAMPLES))
def test_a_good_parser_keeps_the_law(check: Check) -> None:
    check()


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("parser", "codes"),
    broken_parsers.BROKEN.items(),
    ids=[f"{cls.__name__}-{codes[0]}" for cls, codes in broken_parsers.BROKEN.items()],
)
def test_a_broken_parser_breaks_just_these_laws(
    parser: type[tiny.Tiny], codes: tuple[str, ...], hasty: None
) -> None:
    assert sorted(broken_by(parser())) == sorted(codes)


def test_every_law_of_parsers_is_broken_by_a_parser_meant_for_it() -> None:
    meant = {codes[0] for codes in broken_parsers.BROKEN.values()}
    asked = {code for code in LAWS if code.startswith("P")}
    assert asked - meant == {"P49"}  # takes other processes; see below


@pytest.mark.thorough
def test_other_processes_that_read_otherwise_are_told_of() -> None:
    parser = broken_parsers.SORTS_BY_HASH
    checks = parser_checks(parser, samples=tiny.SAMPLES, effort="thorough")
    with pytest.raises(LawBrokenError, match=r"Parsed\S*\.title as in this process"):
        of("P49", checks)()


def test_what_is_raised_in_another_process_is_told_in_words() -> None:
    told = processes.read_there(Leaves(), pickle.dumps(tiny.SAMPLES[0]).hex())
    assert pickle.loads(bytes.fromhex(told)) == "LookupError: é"


def test_other_processes_may_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(_: object, home: tuple[str, str], told: list[str]) -> list[list[str]]:
        parser = getattr(import_module(home[0]), home[1])
        return [[processes.read_there(parser, one) for one in told]]

    monkeypatch.setattr(processes, "elsewhere", here)
    checks = parser_checks(tiny.TINY, samples=tiny.SAMPLES, effort="thorough")
    of("P49", checks)()


def test_a_parser_that_no_module_has_is_asked_in_this_process_alone() -> None:
    checks = parser_checks(tiny.Tiny(), samples=tiny.SAMPLES, effort="thorough")
    assert "P49" not in {one.law.code for one in checks}


@pytest.mark.parametrize(
    "check",
    parser_checks(
        JSON, samples=[dumps(PRESS_RELEASE.parse(one).incidents[0]) for one in TOLD]
    ),
)
def test_the_json_parser_keeps_the_law(check: Check) -> None:
    check()


class Leaves(tiny.Tiny):
    """Raises on a sample: one fault, told by the laws on errors."""

    def parse(self, document: Document, /) -> Any:
        if "é" in document.text:
            raise LookupError("é")
        return super().parse(document)


def test_an_error_is_told_by_the_laws_on_errors_alone(hasty: None) -> None:
    assert set(broken_by(Leaves())) == {"P02", "P15", "P16"}


class Unlike:
    """Neither a parser nor like one."""


def test_what_is_no_parser_is_told_by_the_first_laws(hasty: None) -> None:
    assert set(broken_by(Unlike())) == {"P01", "P02", "P15", "P16"}


def test_a_sample_without_an_event_shows_what_the_parser_said_of_it() -> None:
    checks = parser_checks(broken_parsers.ReadsNothing(), samples=tiny.SAMPLES)
    with pytest.raises(LawBrokenError, match="TINY001 is no line of this log"):
        of("P04", checks)()


class Silent(tiny.Tiny):
    def parse(self, document: Document, /) -> Any:
        return evolve(super().parse(document), findings=(), incidents=())


def test_a_sample_of_which_nothing_is_said_is_told_so() -> None:
    checks = parser_checks(Silent(), samples=tiny.SAMPLES)
    with pytest.raises(LawBrokenError, match="without an event: and no finding"):
        of("P04", checks)()
