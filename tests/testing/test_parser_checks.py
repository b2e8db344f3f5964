"""What is passed to the kit for parsers, and what comes back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from incident_timeline import UnknownReferenceError
from incident_timeline.parsers import Workbench
from incident_timeline.parsers import parser as parser_of
from incident_timeline.parsers.json import JSON
from incident_timeline.testing import LAWS, LawBrokenError
from incident_timeline.testing.parsers import parser_checks
from tests.testing.broken_parsers import CountsBytes
from tests.testing.tiny import DATED, SAMPLES, TINY

SAMPLE = '{"schema_version": 1, "events": [{"kind": "call"}]}'


def codes(parser: Any, **settings: Any) -> list[str]:
    given = {"samples": SAMPLES, **settings}
    return [check.law.code for check in parser_checks(parser, **given)]


def test_checks_come_in_the_order_of_their_codes_under_their_names() -> None:
    checks = parser_checks(TINY, samples=SAMPLES)
    names = [check.__name__ for check in checks]
    assert names == sorted(names)
    assert names[:2] == ["P01-named", "P02-total"]


def test_laws_are_asked_of_those_alone_that_have_what_they_are_about() -> None:
    class Bare:
        name = "bare"
        parse = TINY.parse

    told = ["P50", "P51", "P52", "P53"]
    assert codes(Bare())[-5:] == ["P35", *told]
    assert codes(JSON)[-9:] == ["P36", "P38", "P39", "P40", "P41", *told]
    assert codes(TINY)[-5:] == ["P48", *told]


def test_a_law_that_does_not_apply_cannot_be_expected_to_be_broken() -> None:
    with pytest.raises(UnknownReferenceError, match="'P48' is the code of no law that"):
        parser_checks(JSON, samples=[SAMPLE], expected_failures={"P48": "no lines"})


def test_a_newer_kit_is_unknown() -> None:
    with pytest.raises(UnknownReferenceError, match="2 is no kit here; the newest is"):
        parser_checks(JSON, samples=[SAMPLE], kit=2)


def test_samples_are_needed() -> None:
    with pytest.raises(ValueError, match="samples are needed"):
        parser_checks(JSON, samples=[])


def test_without_hypothesis_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"pip install .*\[strategies\]"):
        parser_checks(JSON, samples=[SAMPLE])


def test_an_expected_failure_is_no_failure_and_fails_where_the_law_holds() -> None:
    class Loud:
        name = "two words"
        parse = TINY.parse

    reason = {"P01": "the name is older than the law", "P02": "in haste"}
    first, second, *_ = parser_checks(Loud(), samples=SAMPLES, expected_failures=reason)
    first()
    with pytest.raises(LawBrokenError) as error:
        second()
    assert error.value.breach is None
    assert str(error.value) == (
        "P02 total holds, and was expected to be broken (in haste):"
        " take it out of expected_failures"
    )


def test_samples_are_texts_documents_or_files(tmp_path: Path) -> None:
    file = tmp_path / "log.tiny"
    file.write_text(DATED, encoding="utf-8")

    class Plain:
        name = "plain"
        parse = TINY.parse

    for parser in (TINY, Plain()):  # the one decodes bytes by itself
        checks = parser_checks(parser, samples=[DATED, SAMPLES[0], file])
        next(one for one in checks if one.law.code == "P04")()


def test_each_law_has_a_page_and_a_sentence() -> None:
    for code, law in LAWS.items():
        assert law.page.startswith(f"# {code} {law.name}\n")
        assert law.says.endswith(".")


FAILURE = """\
P18 quote-in-place is broken

law       Each citation's words stand where it says, in the text of its source.
input     Document('2023-11-23 20:14 s–', published=datetime.date(2023, 11, 25), zone='Europe/London')
expected  incidents[0].events[0].citations[0]: text[0:21] == '2023-11-23 20:14 s–'
seen      '2023-11-23 20:14 s–', of 19 characters
place     line 1, column 1
          2023-11-23 20:14 s–
          ^
to do     Count characters in `document.text` as it stands, from 0, the end exclusive;
          take the quote as `text[start:end]`.
page      incident-timeline explain P18
"""  # noqa: E501  the document is told in one line


def test_a_failure_tells_the_law_the_smallest_input_and_what_to_do() -> None:
    checks = parser_checks(CountsBytes(), samples=SAMPLES)
    check = next(one for one in checks if one.law.code == "P18")
    with pytest.raises(LawBrokenError) as error:
        check()
    assert str(error.value) == FAILURE


def test_a_parser_of_whole_documents_is_not_asked_for_portions() -> None:
    @parser_of("calls")
    def calls(bench: Workbench) -> None:
        for line in bench.lines():
            bench.event("call", quote=line)

    codes = {one.law.code for one in parser_checks(calls, samples=["20:09 call\n"])}
    assert "P44" in codes
    assert not {"P38", "P39", "P45"} & codes
