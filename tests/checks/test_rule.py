"""What a rule is made of, and what is refused as one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs.exceptions import FrozenInstanceError

from incident_timeline.checks import Case, Hit, Rule, rule
from incident_timeline.errors import InvalidRecordError
from incident_timeline.model import Citation, Finding, Incident, Severity, Verdict


def look(case: Case) -> Iterator[Hit]:
    """A short account of it."""
    yield Hit(
        where="events",
        message=f"{len(case.incident.events)} events",
        verdict=Verdict.POSSIBLE,
        subject_ids=("e1",),
        citations=(Citation(source_id="s"),),
        mend="tell of one",
    )


def made(code: str = "MYC101", name: str = "no-event", since: str = "") -> Rule:
    return rule(code, name=name, severity=Severity.MISSING, since=since)(look)


def test_a_rule_makes_findings_of_its_hits() -> None:
    assert list(made()(Case(Incident()))) == [
        Finding(
            code="MYC101",
            name="no-event",
            severity=Severity.MISSING,
            verdict=Verdict.POSSIBLE,
            where="events",
            message="0 events",
            subject_ids=("e1",),
            citations=(Citation(source_id="s"),),
            mend="tell of one",
        )
    ]


def test_a_hit_may_say_how_grave_it_is() -> None:
    @rule("MYC101", name="no-event", severity=Severity.MISSING)
    def grave(_: Case) -> list[Hit]:
        return [Hit(where="events", message="none", severity=Severity.NOTE)]

    assert [one.severity for one in grave(Case(Incident()))] == [Severity.NOTE]


def test_a_rule_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        made().code = "MYC102"  # type: ignore[misc]  # that is what is tested


@pytest.mark.parametrize("code", ["", "A101", "myc101", "MYC1", "MYC1010", "MYC101\n"])
def test_a_code_of_another_shape_is_refused(code: str) -> None:
    with pytest.raises(InvalidRecordError, match=r"^Rule\.code: .* is no code"):
        made(code)


@pytest.mark.parametrize(
    "name", ["", "No-event", "no_event", "no-", "-no", "no--event"]
)
def test_a_name_of_another_shape_is_refused(name: str) -> None:
    with pytest.raises(InvalidRecordError, match=r"^Rule\.name: .* is no name"):
        made(name=name)


def test_a_code_that_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidRecordError):
        made(101)  # type: ignore[arg-type]  # that is what is tested


def test_a_severity_may_be_its_word_and_no_other() -> None:
    found = rule("MYC101", name="no-event", severity="note")(look)
    assert found.severity is Severity.NOTE
    with pytest.raises(
        InvalidRecordError, match="'loud' is no severity; there are con"
    ):
        rule("MYC101", name="a", severity="loud")


def test_a_page_of_little_is_short() -> None:
    assert made().page == "# MYC101 no-event\n\n*missing*\n\nA short account of it.\n"


def test_a_page_shows_since_witness_and_source() -> None:
    found = Rule(
        code="MYC101",
        name="no-event",
        severity=Severity.MISSING,
        since="1.2",
        source="Experience.",
        look=look,
        witness=Incident,
    )
    assert found.page == (
        "# MYC101 no-event\n\n*missing · since 1.2*\n\nA short account of it.\n\n"
        "is reported as\n\n```text\nevents: MYC101 0 events\nmend: tell of one\n```\n\n"
        "## Source\n\nExperience.\n"
    )


def test_a_rule_without_a_docstring_has_a_page_too() -> None:
    found = rule("MYC101", name="nothing", severity=Severity.NOTE)(lambda _: ())
    assert found.page == "# MYC101 nothing\n\n*note*\n"
