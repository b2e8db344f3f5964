"""The Markdown page: what it shows, what it escapes, what it says it left out."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Draft,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.serialisers import serialise
from incident_timeline.serialisers._escape import escaped
from incident_timeline.strategies import incidents

ZONE = "Europe/London"
LOSSES = (
    "fields that this version does not know",
    "how times are stated: zone, qualifier, precision and what was assumed",
    "the custody of evidence",
    "the texts of sources and their digests",
    "where in their sources the quotes stand",
)
NASTY = "</td>|<script>x</script> `a` [b](javascript:c) *d*\n\n# e\n- f \\| &lt; @g"


def page(incident: Incident) -> str:
    return serialise(incident, "markdown").text


def told() -> Incident:
    cited = [Citation(source_id="s1", quote="shots were fired", attributed_to="a man")]
    return Incident(
        id="i-7",
        title="Shots in Mill Lane",
        jurisdiction="GB-EAW",
        events=[
            Event(
                id="e1",
                kind="shots",
                summary="shots are fired",
                start=Moment.at("2023-11-23T20:47", zone=ZONE, text="at 8.47pm"),
                end=Moment.by("2023-11-23T20:50", zone=ZONE, text="by 8.50pm"),
                place="Mill Lane",
                participants=[Participant(party_id="p1")],
                evidence_ids=["x1"],
                citations=cited,
            ),
            Event(
                id="e2",
                kind="call",
                start=Moment.at("2023-11-23T19:59", zone=ZONE),
            ),
            Event(id="e3", kind="other", part_of_id="e1"),
        ],
        parties=[
            Party(id="p1", description="a man", age=Age(least=40, greatest=40)),
            Party(id="p2", name="A", age=Age(least=18, citations=cited)),
            Party(id="p3", age=Age(greatest=20)),
        ],
        evidence=[
            Evidence(
                id="x1",
                item_type="firearm",
                status="apparent",
                recovered=Moment.on("2023-11-24", zone=ZONE, text="the next day"),
                recovered_place="a bin",
                recovered_by_id="p2",
                event_id="e1",
                citations=[Citation(source_id="s1")],
            ),
            Evidence(id="x2", item_type="knife", recovered=Moment.unknown("later")),
        ],
        investigations=[
            Investigation(
                id="i1", body_id="p2", opened=Moment.on("2023-11-25", zone=ZONE)
            )
        ],
        sources=[Source(id="s1", title="Statement", url="https://www.example.org/a")],
        links=[
            Link(
                id="l1",
                event_id="e1",
                relation="after",
                other_id="e2",
                least=timedelta(minutes=1),
                greatest=timedelta(hours=1),
            ),
            Link(id="l2", event_id="e3", relation="during", other_id="e1"),
        ],
    )


def test_the_page_tells_what_happened() -> None:
    lines = page(told()).splitlines()
    expected = """\
# Shots in Mill Lane
- id: i-7
- jurisdiction: GB-EAW
## Events
| e1 | 2023-11-23 20:47, until 2023-11-23 20:47 to 20:50 | shots; shots are fired; x1 \
| Mill Lane | affected\\_person: p1 | at 8.47pm; by 8.50pm |
| e2 | 2023-11-23 19:59 | call |  |  |  |
| e3 | 2023-11-23 20:47 to 20:50 | other; part of e1 |  |  |  |
## Stated order
- l1: e1 after e2, by 1 minute at least, by 1 hour at most
- l2: e3 during e1
## Parties
| p1 | a man | person | 40 |
| p2 | A | person | 18 or more |
| p3 |  | person | 20 or less |
## Evidence
| x1 | firearm | apparent |  | 2023-11-24; “the next day”; a bin; by p2; in e1 |
| x2 | knife | stated |  | “later” |
## Investigations
| i1 | p2 | unknown | unknown |  | 2023-11-25 |  |
## Sources
| s1 | Statement |  |  | https&#58;//www&#46;example.org/a |
## Quotes
- e1: “shots were fired” (stated in s1, attributed to a man)
- p2 (age): “shots were fired” (stated in s1, attributed to a man)
- x1: (stated in s1)
"""
    assert [line for line in expected.splitlines() if line not in lines] == []


def test_events_stand_in_the_computed_order() -> None:
    text = page(told())
    assert text.index("| e2 |") < text.index("| e1 |")


def test_contradictions_are_told() -> None:
    draft = Draft(zone=ZONE)
    call = draft.event("call", "2023-11-23T19:59")
    shots = draft.event("shots", "2023-11-23T19:00")
    assert "## Contradictions" not in page(draft.incident())
    draft.link(shots, "after", call)
    text = page(draft.incident())
    assert "## Contradictions\n\n- these cannot all be true" in text


def test_an_empty_incident_is_a_heading() -> None:
    written = serialise(Incident(), "markdown")
    assert (written.text, written.losses) == ("# Incident\n", ())


@given(st.text())
def test_escaped_text_reads_as_itself_and_means_nothing_else(text: str) -> None:
    line = escaped(text)
    assert len(line.splitlines()) <= 1
    assert not re.search(r"[<>|]", line)
    bare = re.sub(r"&#?\w+;|\\.", "", line)
    assert not re.search(r"[&\\`*_\[\]#~$@]", bare)
    read = html.unescape(re.sub(r"\\(.)", r"\1", line))
    unseen = (
        "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
        "\ufeff\U000e0000-\U000e007f]"
    )
    assert read == re.sub(unseen, "\ufffd", " ".join(text.split()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.example", "https&#58;//a.example"),
        ("WWW.a.example", "WWW&#46;a.example"),
        ("at 19:59. Then", "at 19:59. Then"),
        ("a\u202eb\x07", "a\ufffdb\ufffd"),
        ("`a` ~b~ $c$ #d", "\\`a\\` \\~b\\~ \\$c\\$ \\#d"),
    ],
)
def test_what_would_be_markup_is_shown_as_text(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize("word", [NASTY, "a", "a" + NASTY.replace(" ", "\n")])
def test_no_word_of_a_source_gets_out_of_its_place(word: str) -> None:
    assert shape(page(fill(word))) == shape(page(fill("word")))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_whatever_gets_out_of_its_place(text: str) -> None:
    assert shape(page(fill(f"a{text}"))) == shape(page(fill("word")))


def shape(text: str) -> list[str]:
    """What a Markdown engine makes of a page: its blocks, and text alone in them."""
    markdown_it = pytest.importorskip("markdown_it")
    engine = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks = engine.parse(text)
    inline = {one.type for block in blocks for one in block.children or ()}
    return [*sorted(inline), *(block.type for block in blocks)]


def fill(word: str) -> Incident:
    """An incident that has the word wherever a source's words can stand."""
    moment = Moment.at("2023-11-23T20:47", zone=ZONE, text=word)
    cited = (Citation(source_id="s1", quote=word, attributed_to=word),)
    return Incident(
        title=word,
        jurisdiction=word,
        events=[
            Event(kind="call", summary=word, place=word, start=moment, citations=cited)
        ],
        parties=[Party(name=word, description=word, citations=cited)],
        evidence=[
            Evidence(item_type="knife", description=word, recovered_place=word,
                     recovered=moment, citations=cited)
        ],
        investigations=[Investigation(matter=word, opened=moment, closed=moment)],
        sources=[
            Source(id="s1", title=word, publisher=word, url=word, published=moment)
        ],
    )  # fmt: skip


@given(incidents())
def test_the_page_names_every_event_and_admits_its_losses(incident: Incident) -> None:
    written = serialise(incident, "markdown")
    for event in incident.events:
        assert f"| {escaped(event.id)} |" in written.text
    assert set(written.losses) <= set(LOSSES)
    assert list(written.losses) == sorted(set(written.losses))


def test_each_loss_is_told_where_there_is_one() -> None:
    full = evolve(
        fill("a"),
        evidence=[Evidence(item_type="knife", custody=[CustodyStep()])],
        sources=[Source(id="s1", text="a", unknown=(("b", "1"),))],
        parties=[
            Party(citations=[Citation(source_id="s1", quote="a", start=0, end=1)])
        ],
    )
    assert serialise(full, "markdown").losses == LOSSES
    bare = Incident(events=[Event(kind="call")], sources=[Source(id="s1", sha256="a")])
    assert serialise(bare, "markdown").losses == (LOSSES[3],)
