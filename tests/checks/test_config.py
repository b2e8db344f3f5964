"""Which rules a configuration runs, where it is read from, and what it refuses."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, frozen
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import (
    ALL_RULES,
    RULES,
    UNUSED,
    Case,
    CheckConfig,
    ConfigError,
    Hit,
    Rule,
    Suppression,
    check,
    find_config,
    load_config,
    review,
    rule,
)
from incident_timeline.checks.settings.checker import checker
from incident_timeline.checks.settings.judging import verify
from incident_timeline.checks.settings.refused import meant
from incident_timeline.errors import DuplicateCodeError, TimelineError
from incident_timeline.model import Draft, Finding, Incident, Severity, Verdict


def saying(
    code: str,
    *,
    is_default: bool = True,
    verdict: Verdict = Verdict.CERTAIN,
    severity: Severity = Severity.NOTE,
) -> Rule:
    @rule(code, name=f"{code.lower()}-name", severity=severity, is_default=is_default)
    def say(case: Case) -> Iterator[Hit]:
        yield Hit(where="", message=case.jurisdiction or "so", verdict=verdict)

    return say


MINE = tuple(saying(code) for code in ("AA101", "AA102", "AA111", "BB101"))


def run(*, rules: Any = MINE, **keys: Any) -> list[str]:
    found = check(Incident(), rules=rules, config=CheckConfig(**keys))
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({}, ["AA101", "AA102", "AA111", "BB101"]),
        ({"select": ["AA10"]}, ["AA101", "AA102"]),
        ({"select": ["aa10"]}, ["AA101", "AA102"]),
        ({"select": ["bb101-name"]}, ["BB101"]),
        ({"ignore": ["AA"]}, ["BB101"]),
        ({"ignore": ["AA"], "extend_select": ["AA11"]}, ["AA111", "BB101"]),
        ({"select": ["AA"], "ignore": ["AA10"]}, ["AA111"]),
        ({"select": ["AA101"], "ignore": ["AA"]}, ["AA101"]),
        ({"select": ["AA10"], "ignore": ["AA10"]}, []),
        ({"select": ["AA101"], "ignore": ["aa101-name"]}, []),
        ({"select": ["aa101-name"], "ignore": ["AA101"]}, []),
        ({"ignore": ["ALL"]}, []),
        ({"ignore": ["ALL"], "extend_select": ["BB"]}, ["BB101"]),
        ({"select": ["ALL"], "ignore": ["AA"]}, ["BB101"]),
    ],
)
def test_the_longer_selector_wins_and_ignore_where_they_are_equal(
    keys: dict[str, list[str]], codes: list[str]
) -> None:
    assert run(**keys) == codes


selectors = st.lists(
    st.sampled_from(["ALL", "AA", "AA1", "AA10", "AA101", "aa102-name", "BB"])
)


@given(selectors, selectors, selectors)
def test_the_order_of_selectors_changes_nothing(
    select: list[str], extend: list[str], ignore: list[str]
) -> None:
    keys = {"select": select, "extend_select": extend, "ignore": ignore}
    turned = {key: [*reversed(words), *words] for key, words in keys.items()}
    assert run(**turned) == run(**keys)


@given(selectors, selectors)
def test_to_ignore_more_reports_no_more(select: list[str], ignore: list[str]) -> None:
    assert set(run(select=select, ignore=ignore)) <= set(run(select=select))


def test_a_rule_that_is_no_default_is_run_where_it_is_passed_or_selected() -> None:
    optional = saying("AA201", is_default=False)
    assert run(rules=(*MINE, optional), ignore=["AA1", "BB"]) == ["AA201"]
    assert run(rules=(optional,), select=["AA"]) == ["AA201"]


def test_what_is_selected_is_run_though_it_is_not_passed() -> None:
    made = checker([MINE[0]], CheckConfig(extend_select=["TL101"]))
    assert [one.code for one in made.rules] == ["AA101", "TL101"]


def test_a_rule_that_is_passed_replaces_the_librarys_of_its_code() -> None:
    mine = evolve(RULES[0], severity=Severity.NOTE)
    made = checker([mine], CheckConfig(select=["TL101"]))
    assert made.rules == (mine,)


def test_a_configuration_is_resolved_once() -> None:
    config = CheckConfig(select=["TL1"])
    assert checker(RULES, config) is checker(RULES, config)
    assert checker(RULES, config) is not checker(RULES, CheckConfig(select=["TL1"]))


def test_a_code_that_two_rules_share_is_refused_under_a_configuration_too() -> None:
    with pytest.raises(DuplicateCodeError):
        run(rules=[MINE[0], MINE[0]])


def test_the_default_configuration_changes_nothing() -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    incident = draft.incident()
    assert check(incident, config=CheckConfig()) == check(incident)
    assert review(incident).findings == check(incident)


def test_possible_findings_are_one_switch_away() -> None:
    rules = [saying("AA101", verdict=Verdict.POSSIBLE)]
    assert run(rules=rules) == []
    assert run(rules=rules, possible=True) == ["AA101"]
    config = CheckConfig()
    assert len(check(Incident(), rules=rules, config=config, possible=True)) == 1


def test_a_profile_holds_where_the_incident_names_no_jurisdiction() -> None:
    config = CheckConfig(jurisdiction="GB-EAW")
    (told,) = check(Incident(), rules=[MINE[0]], config=config)
    (own,) = check(Incident(jurisdiction="US-TX"), rules=[MINE[0]], config=config)
    assert (told.message, own.message) == ("GB-EAW", "US-TX")


def test_a_code_may_be_graded_anew_and_the_longest_selector_grades_it() -> None:
    config = CheckConfig(severities={"AA": "overdue", "aa101-name": "missing"})
    found = check(Incident(), rules=MINE, config=config)
    assert [one.severity.value for one in found] == [
        "missing",
        "overdue",
        "overdue",
        "note",
    ]
    pairs = CheckConfig(severities=[("AA", "overdue"), ("aa101-name", "missing")])
    assert pairs == config


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("contradiction", 0), ("overdue", 1), ("note", 1), ("never", 0), (None, 0)],
)
def test_the_status_is_that_of_the_gravest_certain_finding(
    fail_on: str | None, status: int
) -> None:
    rules = [
        saying("AA101", severity=Severity.OVERDUE),
        saying("AA102", severity=Severity.CONTRADICTION, verdict=Verdict.POSSIBLE),
    ]
    config = CheckConfig(fail_on=fail_on, possible=True)
    assert review(Incident(), rules=rules, config=config).exit_status == status


@frozen
class Reading:
    """What a parser reports."""

    code: str = "TL605"
    name: str = "year-assumed"
    severity: Severity = Severity.NOTE
    page: str = ""


READ = Finding(
    code="TL605",
    name="year-assumed",
    severity=Severity.NOTE,
    where="sources[0].text[0:3]",
    message="states no year",
)


def test_findings_of_parsers_are_judged_beside() -> None:
    found = review(Incident(), rules=[MINE[0]], findings=[READ])
    assert [one.code for one in found.findings] == ["AA101", "TL605"]
    ignored = CheckConfig(ignore=["TL6"])
    assert review(Incident(), findings=[READ], config=ignored).findings == ()


def test_a_parsers_code_may_be_named_and_its_name_where_its_page_is_known() -> None:
    assert run(ignore=["TL605", "AA"]) == ["BB101"]
    config = CheckConfig(ignore=["year-assumed"])
    assert (
        review(Incident(), findings=[READ], config=config, known=[Reading()]).findings
        == ()
    )
    with pytest.raises(ConfigError, match="'year-assumed' is no code"):
        run(ignore=["year-assumed"])
    with pytest.raises(ConfigError, match="'TL699' is no code"):
        verify(CheckConfig(ignore=["TL699"]), [Reading()])


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"select": ["TL1O3"]}, "select: 'TL1O3' is no code.*did you mean 'TL103'?"),
        (
            {"ignore": ["death-before-ham"]},
            "ignore: 'death-before-ham' is .*did you mean 'death-before-harm'?",
        ),
        ({"extend_select": ["?"]}, "extend_select: '.' is no code.*rules lists them"),
        ({"severities": {"TL9": "note"}}, "severities: 'TL9' is no code"),
        ({"suppress": ["TL9@e1"]}, "suppress: 'TL9' is no code"),
        ({"suppress": ["TL001@e1"]}, "suppress: 'TL001' is no fault of an incident"),
        ({"select": "TL1"}, "select: 'TL1' is no list of codes"),
        ({"select": 5}, "select: 5 is no list of codes"),
        ({"select": [5]}, "select: 5 is no code"),
        ({"select": [""]}, "select: '' is no code"),
        ({"possible": "yes"}, "possible: 'yes' is neither true nor false"),
        ({"jurisdiction": "England"}, "jurisdiction: 'England' is no jurisdiction"),
        ({"jurisdiction": "uk"}, "jurisdiction: 'uk' is no jurisdiction"),
        ({"jurisdiction": 44}, "jurisdiction: 44 is no jurisdiction"),
        (
            {"fail_on": "contradictions"},
            "fail_on: 'contradictions' is no .*'never'; did you mean 'contradiction'?",
        ),
        ({"fail_on": 3}, "fail_on: 3 is no severity"),
        ({"severities": "note"}, "severities: 'note' is no table"),
        ({"severities": ["TL1"]}, "severities: 'TL1' is no code with a severity"),
        ({"severities": {"": "note"}}, "severities: .* is no code with a severity"),
        (
            {"severities": {"TL1": "nota"}},
            "severities.TL1: 'nota' is no severity; .*did you mean 'note'?",
        ),
        ({"severities": {"TL1": 3}}, "severities.TL1: 3 is no severity"),
        ({"suppress": "TL1@e1"}, "suppress: 'TL1@e1' is no list of suppressions"),
        ({"suppress": [3]}, "suppress: 3 is no suppression"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_key(
    keys: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        check(Incident(), config=CheckConfig(**keys))
    assert isinstance(caught.value, TimelineError)
    assert isinstance(caught.value, ValueError)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.key) == (str(caught.value), caught.value.key)


WHOLE = """
select = ["TL1"]
extend-select = ["TL503"]
ignore = ["TL104"]
jurisdiction = "GB-EAW"
possible = true
fail-on = "missing"
suppress = ["TL103@e4: why", { code = "TL101", where = "e1", incident-id = "i7" }]

[severities]
TL105 = "note"
"""
MEANT = CheckConfig(
    select=["TL1"],
    extend_select=["TL503"],
    ignore=["TL104"],
    jurisdiction="GB-EAW",
    possible=True,
    fail_on=Severity.MISSING,
    severities={"TL105": Severity.NOTE},
    suppress=[
        Suppression(code="TL103", where="e4", reason="why"),
        Suppression(code="TL101", where="e1", incident_id="i7"),
    ],
)
OWN, PROJECT = "incident-timeline.toml", "pyproject.toml"
SECTION = "[tool.incident-timeline]\n"


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_its_own_and_a_section_say_the_same(tmp_path: Path) -> None:
    own = written(tmp_path, OWN, WHOLE)
    section = WHOLE.replace("[severities]", "[tool.incident-timeline.severities]")
    project = written(tmp_path, PROJECT, SECTION + section)
    assert load_config(own) == load_config(str(project)) == MEANT
    assert load_config(own).origin == str(own)


@pytest.mark.parametrize("name", ["incident-timeline.toml", "pyproject.toml"])
def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path, name: str) -> None:
    head = "[tool.incident-timeline]\n" if name == "pyproject.toml" else ""
    path = tmp_path / name
    path.write_text(f"\ufeff{head}select = ['TL1']\n", encoding="utf-8")
    assert load_config(path).select == ("TL1",)


def test_every_field_has_its_key() -> None:
    told = {line.partition(" =")[0] for line in WHOLE.splitlines()}
    names = {one.name.replace("_", "-") for one in fields(CheckConfig)}
    assert names - told == {"severities", "origin"}


def test_the_nearest_file_counts_and_its_own_before_the_projects(
    tmp_path: Path,
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    top = written(tmp_path, PROJECT, SECTION)
    written(tmp_path / "a", PROJECT, "[tool.other]\n")
    assert find_config(below) == top
    own = written(tmp_path / "a", OWN, "")
    assert find_config(below) == own
    project = written(below, PROJECT, SECTION)
    assert find_config(str(below)) == project


def test_no_file_is_no_configuration(tmp_path: Path) -> None:
    written(tmp_path, PROJECT, "tool = 5")
    found = find_config(tmp_path)
    assert found is None or tmp_path not in found.parents


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (OWN, "select = [", "incident-timeline.toml: is no TOML: "),
        (PROJECT, "[tool.other]", r"has no section \[tool.incident-timeline\]"),
        (
            PROJECT,
            "tool.incident-timeline = 5",
            "tool.incident-timeline is no table: 5",
        ),
        (OWN, "fail_on = 'note'", "'fail_on' is no key here; did you mean 'fail-on'?"),
        (OWN, "origin = 'x'", "'origin' is no key here"),
        (OWN, "zzzzzzzz = 1", "'zzzzzzzz' is no key here; there are select, "),
        (OWN, "extend-select = 5", "toml: extend-select: 5 is no list of codes"),
        (
            PROJECT,
            f"{SECTION}extend-select = 5",
            "pyproject.toml: tool.incident-timeline.extend-select: 5 is no list",
        ),
        (OWN, "suppress = ['@e4']", "suppress.code: '' names no code"),
        (OWN, "suppress = 'TL1'", "suppress: 'TL1' is no list of suppressions"),
        (OWN, "suppress = [{ code = 'TL1' }]", "suppress: 'TL1' without a place"),
        (OWN, "suppress = [{ code = 5 }]", "suppress.code: 5 is no text"),
        (OWN, "suppress = [{ where = 'e4' }]", r"suppress\[0\]: has no code"),
        (
            OWN,
            "suppress = ['TL1@e1', { code = 'TL1', were = 'e4' }]",
            r"suppress\[1\]: 'were' is no key here; did you mean 'where'?",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(ConfigError, match=message) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.origin == str(path)


def test_an_unknown_code_of_a_file_is_told_with_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, PROJECT, f"{SECTION}ignore = ['TL1O1']")
    with pytest.raises(ConfigError) as caught:
        check(Incident(), config=load_config(path))
    place = f"{path}: tool.incident-timeline.ignore: 'TL1O1'"
    assert str(caught.value).startswith(place)


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere.toml: can't be read"):
        load_config(tmp_path / "nowhere.toml")
    path = tmp_path / OWN
    path.write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="is no TOML"):
        load_config(path)


def test_of_words_that_are_equally_close_the_one_that_begins_alike_is_meant() -> None:
    known = ["TL613", "TL103", "TL503"]
    for words in (known, known[::-1]):
        assert meant("tl1o3", words) == "; did you mean 'TL103'?"
    assert meant("x" * 100_000, known) == meant("", []) == ""


def test_no_code_of_the_library_is_among_those_of_the_checks_themselves() -> None:
    assert UNUSED.code not in {one.code for one in ALL_RULES}
    assert UNUSED.page.startswith("# TL001 unused-suppression\n\n*note · since ")
