"""Cues looked for by the words that they need are those that their patterns match."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.text.lexicon import Cue, Lexicon
from incident_timeline.text.patterns import plain

CLASSES = {"v": ("a", "b c", "[b] d", "a ...2 c")}
WORDS = st.sampled_from(["a", "b", "c", "a-b", "c's", "b.c", "-", "<v>", "{go}"])
GAPS = st.integers(0, 4).map("...{}".format)
TOKENS = ("a", "b", "c", "a b", "go", "goes", "and", "d", "’s", "B", "-", " ", ", ")
MARKS = ("; ", ".", "'s", "\n")


def rows(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Rows of elements, of which one isn't optional."""
    grouped = st.lists(inner, min_size=1, max_size=3).map("|".join)
    optional, either = grouped.map("[{}]".format), grouped.map("({})".format)
    part = st.one_of(WORDS, GAPS, optional, either)
    each = st.tuples(st.lists(part, max_size=3), WORDS, st.lists(part, max_size=2))
    return each.map(lambda row: " ".join([*row[0], row[1], *row[2]]))


PATTERNS = st.recursive(WORDS, rows, max_leaves=8)
TOLD = st.builds(
    str.join,
    st.sampled_from([" ", ""]),
    st.lists(st.sampled_from(TOKENS + MARKS), max_size=24),
)


def lexicon_of(*patterns: str) -> Lexicon:
    """A lexicon of cues with these patterns."""
    cues = tuple(Cue(kind="x", pattern=pattern) for pattern in patterns)
    return Lexicon(cues=cues, classes=CLASSES, verbs={"go": ("goes",)})


def matched(lexicon: Lexicon, text: str) -> list[tuple[int, int]]:
    """The spans that the expressions of a lexicon match, each by itself."""
    patterns = [lexicon.pattern(cue.pattern) for cue in lexicon.cues]
    spans = [m.span() for p in patterns for m in p.finditer(plain(text))]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


@given(pattern=PATTERNS, text=TOLD)
def test_cues_found_by_their_words_are_those_that_their_expressions_match(
    pattern: str, text: str
) -> None:
    lexicon = lexicon_of(pattern)
    assert [hit.span for hit in lexicon.find(text)] == matched(lexicon, text)


@given(patterns=st.lists(PATTERNS, min_size=9, max_size=20), text=TOLD)
def test_many_cues_of_one_word_are_found_as_each_is_alone(
    patterns: list[str], text: str
) -> None:
    lexicon = lexicon_of(*patterns)
    assert [hit.span for hit in lexicon.find(text)] == matched(lexicon, text)


def test_a_gap_of_words_reaches_over_words_of_many_parts() -> None:
    long = "-".join("b" * 50)
    lexicon = lexicon_of("a ...1 c", "a ...2 (c|d)")
    text = f"a {long} x d"
    assert [hit.span for hit in lexicon.find(text)] == matched(lexicon, text)


def test_a_word_that_is_too_far_away_is_not_reached() -> None:
    assert lexicon_of("a ...1 c").find("a b b c") == []
    assert [hit.span for hit in lexicon_of("a ...1 c").find("a b c")] == [(0, 5)]
