from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.text import Span, clauses, paragraphs, sentences

_PIECES = (
    'He left. She said: “No.” "Why?" Sgt. Roe a.m. p.m. U.S. No. 5 St. \n \n\n - •'
    " 1. (a) after before and then , ; – who which 9pm ... ! ? ’ ) it It Feb. 3 é"
).split(" ")
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(_PIECES), max_size=20).map(
    " ".join
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        (
            "Sgt. Roe met Dr. Lee and Insp. Kay.",
            ["Sgt. Roe met Dr. Lee and Insp. Kay."],
        ),
        ("He rang at 9 p.m. He left.", ["He rang at 9 p.m.", "He left."]),
        ("He rang at 9 p.m. on Friday.", ["He rang at 9 p.m. on Friday."]),
        (
            "9:05 p.m. Officers came. They left.",
            ["9:05 p.m. Officers came.", "They left."],
        ),
        ("2105 hrs. Officers came.", ["2105 hrs. Officers came."]),
        ("He rang at 9 p.m. Friday.", ["He rang at 9 p.m. Friday."]),
        ("He rang at 9 a.m. EST on Friday.", ["He rang at 9 a.m. EST on Friday."]),
        (
            "On Feb. 23 he rang. It was Feb. He left.",
            ["On Feb. 23 he rang.", "It was Feb.", "He left."],
        ),
        (
            "Case No. 14 is new. He said no. They left.",
            ["Case No. 14 is new.", "He said no.", "They left."],
        ),
        ("J. P. Roe and I. He left.", ["J. P. Roe and I.", "He left."]),
        ("The U.S. Attorney left.", ["The U.S. Attorney left."]),
        ("He said: “I left.” She rang.", ["He said: “I left.”", "She rang."]),
        (
            '"Why?" he said. "Now." They left.',
            ['"Why?" he said.', '"Now."', "They left."],
        ),
        (
            "It ended... and began. (He left.) She rang.",
            ["It ended... and began.", "(He left.)", "She rang."],
        ),
        ("It ended... He left.", ["It ended...", "He left."]),
        ("It rose by 3.5 per cent. He left.", ["It rose by 3.5 per cent.", "He left."]),
        ("News Release\nFriday\n\nHe left.", ["News Release", "Friday", "He left."]),
        (
            "Points:\n- he left\n- She rang.\n1. Two",
            ["Points:", "- he left", "- She rang.", "1. Two"],
        ),
        (
            "The officers who had gone to the house that evening\nGave aid. He\nleft.",
            [
                "The officers who had gone to the house that evening\nGave aid.",
                "He\nleft.",
            ],
        ),
        ("He left.\nShe rang.", ["He left.", "She rang."]),
        ("He left. (", ["He left.", "("]),
        (". Then.", [".", "Then."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(
    text: str, expected: list[str]
) -> None:
    assert [sentence.of(text) for sentence in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.\n\nThree.", ["One.\nTwo.", "Three."]),
        ("\r\n\r\n One. \r\n \t\r\nTwo.\n", ["One.", "Two."]),
        ("", []),
    ],
)
def test_paragraphs_lie_between_blank_lines(text: str, expected: list[str]) -> None:
    assert [part.of(text) for part in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left.", [("", "He left.")]),
        (
            "Shots were fired after he left, and police gave aid.",
            [
                ("", "Shots were fired"),
                ("after", "after he left"),
                ("and", "and police gave aid."),
            ],
        ),
        ("He left before 9pm, after noon.", [("", "He left before 9pm, after noon.")]),
        (
            "He left shortly before police came; she rang.",
            [
                ("", "He left"),
                ("before", "shortly before police came"),
                (";", "she rang."),
            ],
        ),
        (
            "On Thursday, 23 November, officers came.",
            [("", "On Thursday, 23 November"), (",", "officers came.")],
        ),
        (
            "The man, who lived there, fell – and then he died.",
            [
                ("", "The man"),
                ("who", "who lived there"),
                (",", "fell"),
                ("and then", "and then he died."),
            ],
        ),
        ("He ran And  then fell, , ", [("", "He ran"), ("and then", "And  then fell")]),
        ("He ran, but\nfell", [("", "He ran"), ("but", "but\nfell")]),
    ],
)
def test_clauses_name_what_introduces_them(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = clauses(text, Span(0, len(text)))
    assert [(clause.connective, clause.of(text)) for clause in found] == expected


@given(TEXTS)
def test_spans_are_ordered_disjoint_and_leave_out_only_space_and_marks(
    text: str,
) -> None:
    for found in (paragraphs(text), sentences(text)):
        done = 0
        for span in found:
            assert not text[done : span.start].strip()
            assert done <= span.start < span.end
            done = span.end
        assert not text[done:].strip()
    for sentence in sentences(text):
        done = sentence.start
        for clause in clauses(text, sentence):
            assert done <= clause.start < clause.end <= sentence.end
            assert not "".join(text[done : clause.start].split()).strip(",;:–—-")
            done = clause.end


@given(TEXTS)
def test_every_sentence_lies_in_one_paragraph(text: str) -> None:
    parts = paragraphs(text)
    for sentence in sentences(text):
        assert any(p.start <= sentence.start and sentence.end <= p.end for p in parts)


@given(TEXTS, st.integers(min_value=1, max_value=9))
def test_blank_lines_before_a_text_move_its_sentences(text: str, count: int) -> None:
    moved = sentences("\n" * count + text)
    assert [(s.start - count, s.end - count) for s in moved] == [
        (s.start, s.end) for s in sentences(text)
    ]


@pytest.mark.parametrize(
    "piece", [". ", "A. ", "\n", "\n ", "a", " ", "“", "U.S. ", "after "]
)
def test_a_long_run_of_anything_has_sentences_and_clauses(piece: str) -> None:
    text = (piece * (50_000 // len(piece) + 1))[:50_000]
    found = sentences(text)
    assert sum(len(clauses(text, sentence)) for sentence in found) >= len(found) // 2
