"""``incident-timeline read --trace``: the text with what was read from which words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.cli.screen import console
from incident_timeline.cli.tracing import trace_view
from incident_timeline.parsers import Document, Parsed
from incident_timeline.parsers.trace import Mark, Trace

Run = Callable[..., Any]


def mark(start: int, end: int, id_: str, label: str = "") -> Mark:
    return Mark(start, end, layer="event", label=label, ids=(id_,))


def shown(text: str, *marks: Mark, **options: object) -> str:
    screen = console(width=80, **options)
    trace = Trace(document=Document(text), parsed=Parsed(), marks=marks)
    with screen.capture() as capture:
        for view in trace_view(trace):
            screen.print(view)
    return capture.get()


def test_every_mark_stands_in_the_text_and_is_told_below_its_line(
    read: Run, account: Path
) -> None:
    ran = read(account, "--trace")
    assert ran.status == 0
    assert "⟦t1 19:59hrs on Thursday, 23 November⟧" in " ".join(ran.out.split())
    assert "t1 time: 2023-11-23T19:59, dates e1" in ran.out
    assert "shots 2023-11-23T21:00 shortly_before" in ran.out
    assert "finding" in ran.out


def test_plain_output_has_no_command_to_a_terminal(read: Run, account: Path) -> None:
    assert "\x1b" not in read(account, "--trace").out


def test_a_terminal_is_shown_colours_unless_it_asks_for_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    one = mark(0, 5, "e1", "shots")
    assert "\x1b[" in shown("Shots.", one, force_terminal=True)
    assert "\x1b[" not in shown("Shots.", one, force_terminal=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;33m" not in shown("Shots.", one, force_terminal=True)


def test_a_trace_goes_to_a_file(read: Run, account: Path, tmp_path: Path) -> None:
    target = tmp_path / "trace.txt"
    ran = read(account, "--trace", "-o", target)
    assert ran.out == ""
    assert "⟦e1 " in target.read_text(encoding="utf-8")


def test_a_trace_and_a_format_are_not_asked_for_at_once(
    read: Run, account: Path
) -> None:
    ran = read(account, "--trace", "--to", "json")
    assert ran.status == 2
    assert "take one" in ran.err


def test_a_parser_without_a_trace_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "incident.json"
    path.write_text('{"schema_version": 1, "title": "Shots"}', encoding="utf-8")
    ran = run("read", path, "--trace")
    assert ran.status == 2
    assert "'json' has no trace" in ran.err


def test_an_empty_document_can_t_be_traced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(" \n", encoding="utf-8")
    ran = run("read", path, "--trace")
    assert ran.status == 2
    assert "TL601" in ran.err


def test_marks_in_one_another_are_nested_and_those_that_cross_are_cut() -> None:
    outer, inner, crossing = mark(0, 9, "e1"), mark(2, 5, "p1"), mark(7, 12, "t1")
    text = shown("abcdefghijklmno", outer, inner, crossing)
    assert "⟦e1 ab⟦p1 cde⟧fg⟦t1 hi⟧⟧jklmno" in text


def test_a_mark_that_runs_over_lines_is_cut_at_the_end_of_its_first() -> None:
    assert "⟦e1 ab⟧\n" in shown("ab\ncd", mark(0, 5, "e1"))


def test_a_line_without_end_is_shown_in_pieces() -> None:
    words = "word " * 500  # a wrapped line loses the space at its end
    text = shown(words + "x" * 3000, mark(0, 4, "e1", "told"))
    assert text.index("e1 event: told") < len(text) / 2
    assert "".join(text.split()).count("word") == 500 + 1 + 1
    assert text.count("x") == 3000


def test_what_a_terminal_would_obey_is_shown_as_an_escape() -> None:
    text = shown("a\x1b[31m⟦b⟧", mark(0, 1, "p1", "a\x1b[2J\nb"))
    assert "\x1b" not in text
    assert r"\x1b[31m\u27e6b\u27e7" in text
    assert r"p1 event: a\x1b[2J b" in text


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8),
)
def test_every_mark_is_opened_once_and_closed(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = sorted((s, -(s + n)) for s, n in places if s + n <= len(text))
    marks = [mark(s, -e, f"e{n}") for n, (s, e) in enumerate(spans)]
    try:
        drawn = shown(text, *marks).split("\n", 1)[1]
    except ValueError:
        return  # half of a surrogate pair is no text
    for one in marks:
        assert drawn.count(f"{one.ids[0]} event:") == 1
    assert drawn.count("⟦") == drawn.count("⟧") == len(marks)
