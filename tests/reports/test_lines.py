"""Reports of a line a finding: plain text, and workflow commands of GitHub."""

from __future__ import annotations

import re
import unicodedata

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import Finding, Severity
from incident_timeline.reports import Checked, report


def test_each_finding_is_one_plain_line(checked: list[Checked]) -> None:
    assert report(checked, "text").splitlines() == [
        "a folder/log.txt:2:8: TL605 note: comes before (i7 sources[0].text[29:37])",
        "a folder/log.txt:2:8: TL103 contradiction: comes before (i7 events[1].start)",
        (
            "a folder/log.txt: MYC101 possible overdue: \\x1b[31m::error::%0A, a:b"
            " ::stop\\u202e [x](http://a.b) {0} \\ud800 (i7)"
        ),
        "gone.txt: unreadable: gone.txt can't be read",
    ]


def test_standard_input_has_a_name_and_a_finding_may_have_no_place() -> None:
    finding = Finding(
        code="AA101", name="a", severity=Severity.NOTE, where="", message="so"
    )
    assert report([Checked(findings=(finding,))], "text") == (
        "standard input: AA101 note: so\n"
    )
    assert report([Checked(findings=(finding,))], "github") == (
        "::notice title=AA101 a::so\n"
    )


def test_annotations_are_escaped_and_the_gravest_come_first(
    checked: list[Checked],
) -> None:
    assert report(checked, "github").split("\n") == [
        "::error file=gone.txt,title=unreadable::gone.txt can't be read",
        (
            "::error file=a folder/log.txt,line=2,col=8,endColumn=21,"
            "title=TL103 death-before-harm::comes before (events[1].start)"
            "%0A“declared dead”%0A“Shots were fired”%0Amend: move one of the two"
        ),
        (
            "::notice file=a folder/log.txt,line=1,title=MYC101 own-rule::possible:"
            " \\x1b[31m::error::%250A, a:b\\r%0A::stop\\u202e [x](http://a.b) {0}"
            " \\ud800%0A“as long”"
        ),
        (
            "::notice file=a folder/log.txt,line=2,col=8,endColumn=16,"
            "title=TL605 year-assumed::comes before (sources[0].text[29:37])"
        ),
        "",
    ]


def test_a_region_of_several_lines_has_no_columns(checked: list[Checked]) -> None:
    finding = checked[0].findings[1]
    across = evolve(finding, citations=finding.citations[1:])
    line = report([evolve(checked[0], findings=(across,))], "github")
    assert ",line=3,endLine=4,title=" in line


COMMAND = re.compile(
    r"::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:\r\n]*)(?:,[a-zA-Z]+=[^,:\r\n]*)*::.*"
)


@given(text=st.text(), file=st.text(), where=st.text())
def test_no_text_leaves_its_line(text: str, file: str, where: str) -> None:
    finding = Finding(
        code="AA101",
        name="a",
        severity=Severity.MISSING,
        where=where,
        message=text,
        mend=text,
    )
    one = Checked(file=file, findings=(finding,), text=text)
    (command,) = report([one], "github").splitlines()
    assert COMMAND.fullmatch(command)
    (line,) = report([one], "text").splitlines()
    assert not {unicodedata.category(letter) for letter in line} & {"Cc", "Cs", "Cf"}
