"""What a person sees in a notebook: tables in which no text is markup."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline import (
    CheckConfig,
    Draft,
    Event,
    Finding,
    Incident,
    Moment,
    Review,
    Severity,
    Timeline,
    review,
    solve,
)
from incident_timeline.showing import html_of
from incident_timeline.showing.rows import MANY
from incident_timeline.strategies import incidents

LONDON = "Europe/London"
TAGS = set(
    "div table caption thead tbody tr th td strong small em bdi br p svg".split()
)
TAGS |= {"path", "span"}
ATTRIBUTES = set("style scope width height d stroke stroke-width aria-hidden".split())
ATTRIBUTES |= {"stroke-dasharray"}
VOID = {"br"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    "&lt;b&gt; &#60; &amp;",
    "a\u202egnp.exe\u2066\u200f",
    "$\\href{javascript:alert(1)}{x}$ \\(y\\) \\[z\\]",
    "\x00\x1b]8;;http://example.org\x07",
    "<!-- ]]> <svg/onload=alert(1)>",
    "back\nslash \t`${7*7}`",
)


class Page(HTMLParser):
    """The elements of a page, balanced, and its text; anything else fails."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data!r}")

    def handle_decl(self, decl: str) -> None:
        pytest.fail(f"a declaration: {decl!r}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data!r}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"an instruction: {data!r}")

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def without_spans(page: Page) -> list[str]:
    """The elements but those that keep a mark from making a formula."""
    return [tag for tag in page.tags if tag != "span"]


def page_of(shown: Incident | Timeline | Review) -> Page:
    page = Page(html_of(shown))
    assert set(page.tags) <= TAGS
    assert {name for name, _ in page.attributes} <= ATTRIBUTES
    return page


def everything_says(words: str) -> Incident:
    draft = Draft(id="i", title=words, zone=LONDON)
    draft.source(f"At nine {words} came.", publisher=words, title=words)
    who = draft.party(name=words, description=words)
    nine = Moment.shortly_before("2023-11-23T21:00", zone=LONDON, text=words)
    cited = draft.cite(words, attributed_to=words)
    people = [(who, "caller")]
    draft.event("shots", nine, summary=words, place=words, quote=cited, who=people)
    draft.event("call", "2023-11-23T23:00")
    draft.event("pursuit", "2023-11-23T21:00", end="2023-11-23T20:00")
    return draft.incident()


def findings_that_say(words: str) -> Review:
    finding = Finding(
        code=words,
        name=words,
        severity=Severity.MISSING,
        where=words,
        message=words,
        citations=everything_says(words).events[0].citations,
        mend=words,
        line=3,
    )
    return Review(findings=(finding,))


def shown_with(words: str) -> Iterator[Incident | Timeline | Review]:
    incident = everything_says(words)
    yield incident
    yield solve(incident)
    yield findings_that_say(words)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_are_no_markup(words: str) -> None:
    calm = [page_of(one) for one in shown_with("x")]
    for page, tame in zip(map(page_of, shown_with(words)), calm, strict=True):
        assert without_spans(page) == without_spans(tame)
        assert page.attributes == tame.attributes
        seen = words.partition("\x00")[0].partition("\u202e")[0]
        assert " ".join(seen.split()) in page.text


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_hostile_words_is_obeyed_or_turns_the_direction(words: str) -> None:
    for one in shown_with(words):
        shown = set(page_of(one).text) - {"\n", "\t"}
        kinds = {category(character) for character in shown}
        assert kinds.isdisjoint({"Cc", "Cf"})


@pytest.mark.parametrize("mark", ["$", "\\"])
def test_no_words_make_a_formula_whose_commands_a_notebook_obeys(mark: str) -> None:
    words = f"{mark}x{mark}"
    for one in shown_with(words):
        pieces = page_of(one).pieces
        assert mark in pieces
        assert [piece for piece in pieces if mark in piece and piece != mark] == []


@given(st.text(max_size=40))
def test_no_words_at_all_are_markup(words: str) -> None:
    finding = Finding(
        code="X1", name=words, severity=Severity.NOTE, where=words, message=words
    )
    page = page_of(Review(findings=(finding,)))
    assert page.tags.count("bdi") == 6
    assert "note" in page.text


@given(incidents())
def test_whatever_an_incident_holds_it_shows_itself(incident: Incident) -> None:
    for one in (incident, solve(incident), review(incident)):
        assert page_of(one).tags.count("table") == 1


def test_a_table_says_when_what_who_and_in_whose_words() -> None:
    draft = Draft(title="A death in Mill Lane", zone=LONDON)
    draft.source("A neighbour rang at 19:59.", publisher="The Gazette")
    neighbour = draft.party(description="a neighbour")
    draft.event(
        "first_aid",
        "2023-11-23T19:59",
        who=[(neighbour, "caller")],
        quote="A neighbour rang",
    )
    text = page_of(draft.incident()).text
    assert "A death in Mill Lane" in text
    assert "1 event, times in Europe/London, as told" in text
    assert "first aid" in text
    assert "2023-11-23 19:59" in text
    assert "caller: a neighbour" in text
    assert "“A neighbour rang” – The Gazette, stated" in text


def test_a_quote_is_left_out_where_only_the_source_is_cited() -> None:
    draft = Draft(zone=LONDON)
    draft.source("Shots.", publisher="The Gazette")
    draft.event("shots", quote=draft.cite(""))
    assert "“" not in page_of(draft.incident()).text


def test_heads_have_their_scope_and_the_table_its_caption() -> None:
    draft = Draft(zone=LONDON)
    draft.event("call", "2023-11-23T19:59")
    page = page_of(draft.incident())
    scopes = [value for name, value in page.attributes if name == "scope"]
    assert scopes == ["col"] * 4 + ["row"]
    assert page.tags[:3] == ["div", "table", "caption"]


def test_a_time_looks_uncertain_where_its_bounds_are_apart() -> None:
    draft = Draft(zone=LONDON)
    draft.event("call", "2023-11-23T19:59")
    assert "<em" not in html_of(draft.incident())
    draft.event("shots", "2023-11-23")
    draft.event("arrival")
    html = html_of(draft.incident())
    assert html.count("<em") == 2
    assert ">2023-11-23</em>" in html
    assert ">not known</em>" in html


def test_an_incident_is_shown_as_told_and_a_timeline_as_solved() -> None:
    draft = Draft(zone=LONDON)
    shots = draft.event("shots", "2023-11-23T22:00")
    call = draft.event("call", Moment.since("2023-11-23T19:00", zone=LONDON))
    draft.link(call, "before", shots)
    told, solved = draft.incident(), solve(draft.incident())
    assert "from 2023-11-23 19:00" in page_of(told).text
    assert "2023-11-23 19:00 to 22:00" in page_of(solved).text
    assert page_of(told).text.index("shots") < page_of(told).text.index("call")
    assert page_of(solved).text.index("call") < page_of(solved).text.index("shots")
    assert "call to shots:" in page_of(solved).text


def test_a_conflict_is_told_with_the_bounds_that_are_stated() -> None:
    draft = Draft(zone=LONDON)
    draft.event("pursuit", "2023-11-23T21:00", end="2023-11-23T20:00")
    text = page_of(solve(draft.incident())).text
    assert "2023-11-23 21:00ended 2023-11-23 20:00in conflict" in text
    assert "in conflict: these cannot all be true" in text


def test_an_end_has_its_tightened_bounds() -> None:
    draft = Draft(zone=LONDON)
    draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T21:00")
    assert "ended 2023-11-23 21:00" in page_of(solve(draft.incident())).text


def test_several_zones_are_told_with_each_time() -> None:
    draft = Draft(zone=LONDON)
    draft.event("call", "2023-11-23T19:59")
    assert page_of(draft.incident()).text.count(LONDON) == 1
    draft.event("shots", Moment.at("2023-11-24T06:00", zone="Asia/Tokyo"))
    assert page_of(draft.incident()).text.count(LONDON) == 2


def test_uncertain_times_are_drawn_on_one_scale_in_their_order() -> None:
    draft = Draft(zone=LONDON)
    draft.event("call", "2023-11-23T19:59")
    draft.event("shots", Moment.since("2023-11-23T20:45", zone=LONDON))
    draft.event("arrival", Moment.before("2023-11-23T20:30", zone=LONDON))
    draft.event("statement")
    page = page_of(solve(draft.incident()))
    assert page.tags.count("svg") == 3
    assert [name for name, _ in page.attributes].count("stroke-dasharray") == 2
    paths = [value or "" for name, value in page.attributes if name == "d"]
    assert paths[0].startswith("M8.0 ")
    assert paths[1].startswith("M0.0 ")
    assert paths[2].endswith("H160.0")


def test_where_there_is_nothing_to_compare_nothing_is_drawn() -> None:
    noon = Moment.since("2023-11-23T12:00", zone=LONDON)
    timeline = solve(Incident(events=[Event(kind="call", start=noon)]))
    assert "<svg" not in html_of(timeline)
    assert "<svg" not in html_of(solve(Incident()))


def test_rows_beyond_a_limit_are_counted() -> None:
    events = [Event(kind="call") for _ in range(MANY + 7)]
    html = html_of(Incident(events=events))
    assert html.count('scope="row"') == MANY
    assert "and 7 more" in html


def test_a_review_shows_its_findings_with_their_severity() -> None:
    draft = Draft(zone=LONDON)
    draft.event("pursuit", "2023-11-23T21:00", end="2023-11-23T20:00")
    text = page_of(review(draft.incident())).text
    assert "1 findingthe check fails" in text
    assert "TL101contradictionevent ends before start" in text
    config = CheckConfig(suppress=["TL101@e1: two clocks"])
    hidden = page_of(review(draft.incident(), config=config)).text
    assert "no findings1 finding suppressed; the check doesn't fail" in hidden
    assert "line 3" in page_of(findings_that_say("x")).text


def test_a_notebook_is_answered_by_the_value_itself() -> None:
    incident = Incident(title="A death in Mill Lane")
    assert incident._repr_html_() == html_of(incident)
    assert solve(incident)._repr_html_() == html_of(solve(incident))
    assert review(incident)._repr_html_() == html_of(review(incident))


def test_showing_in_a_notebook_needs_no_rich() -> None:
    code = (
        "import sys; sys.modules['rich'] = None; from incident_timeline import *;"
        "assert solve(Incident())._repr_html_()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
