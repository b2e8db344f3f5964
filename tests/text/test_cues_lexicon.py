"""The language of cues, and the examples that every cue carries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import UnreadableInputError
from incident_timeline.text.actors import Focus, Speakers, focus_after, masked
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import context_lexicon, speech_lexicon
from incident_timeline.text.cues import Sentence, fits, tellings
from incident_timeline.text.items import item_lexicon
from incident_timeline.text.lexicon import Cue, Hit, Lexicon, default_lexicon
from incident_timeline.text.patterns import plain
from incident_timeline.text.sentences import sentences
from incident_timeline.text.spans import Span
from incident_timeline.text.times import find_times

SPEAKERS = Speakers.of(default_lexicon())
LEXICONS = {
    "events": default_lexicon(),
    "contexts": context_lexicon(),
    "speech": speech_lexicon(),
    "items": item_lexicon(),
}


def matches(lexicon: Lexicon, cue: Cue, told: str) -> bool:
    """Whether a cue matches in a text, with a subject that it takes."""
    text = masked(told, [Span(t.start, t.end) for t in find_times(told, zone="UTC")])
    focus = Focus()
    for span in sentences(text):
        people = SPEAKERS.mentions(text, span, focus)
        focus = focus_after(text, people, focus)
        whole = Sentence(
            text=text,
            span=span,
            clauses=clauses(text, span),
            people=people,
            scopes=(),
            said=(),
        )
        for hit in lexicon.find(span.of(text)):
            moved = Hit(
                cue=hit.cue, start=span.start + hit.start, end=span.start + hit.end
            )
            if hit.cue == cue and fits(whole, moved):
                return True
    return False


@pytest.mark.parametrize("name", LEXICONS)
def test_a_cue_matches_its_example_and_not_its_counterexample(name: str) -> None:
    lexicon = LEXICONS[name]
    tried = [(f"{cue.kind}: {cue.pattern}", cue) for cue in lexicon.cues]
    assert [cue for cue, c in tried if not (c.yes and c.no)] == []
    missed = [(cue, c.yes) for cue, c in tried if not matches(lexicon, c, c.yes)]
    assert missed == []
    met = [(cue, c.no) for cue, c in tried if matches(lexicon, c, c.no)]
    assert met == []


def found(pattern: str, text: str, **classes: tuple[str, ...]) -> list[str]:
    verbs = {"hit": ("hits",)}
    cue = Cue(kind="x", pattern=pattern)
    lexicon = Lexicon(cues=(cue,), classes=classes, verbs=verbs)
    return [text[slice(*hit.span)] for hit in lexicon.find(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("shots", "Shots, gunshots and SHOTS", ["Shots", "SHOTS"]),
        ("(a|two) shots", "two shots and a  shots", ["two shots", "a  shots"]),
        ("[the] car", "the car, car", ["the car", "car"]),
        ("car [red]", "car red", ["car red"]),
        ("<v> stopped", "The van stopped.", ["van stopped"]),
        ("{hit} it", "He hits it; they hit it.", ["hits it", "hit it"]),
        ("{carry} it", "He carried it.", ["carried it"]),
        ("{reach} it", "He reaches it.", ["reaches it"]),
        ("{play} it", "He plays it.", ["plays it"]),
        ("he ...2 fell", "he then slowly fell", ["he then slowly fell"]),
        ("he ...1 fell", "he then slowly fell", []),
        ("he ...3 fell", "he ran and fell", []),
        ("he ...3 fell", "he ran; so fell", []),
        ("next of kin", "next-of-kin, next of kin", ["next of kin"]),
        ("post-mortem", "a post-mortem, a post‑mortem", ["post-mortem", "post‑mortem"]),
        ("man's car", "the man’s car", ["man’s car"]),
        ("unit car", "the unit's car", ["unit's car"]),
        ("- car", "a - car", ["- car"]),
    ],
)
def test_a_pattern_matches_what_its_language_says(
    pattern: str, text: str, expected: list[str]
) -> None:
    assert found(pattern, text, v=("car", "van")) == expected


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a|b", "is not closed"),
        ("[a|b)", "is not closed"),
        ("a)", "closes nothing"),
        ("<nobody>", "is no known class"),
        ("<none>", "is no known class"),
        ("<self>", "names itself"),
        ("a ...13 b", "beyond 12"),
        ("[a]", "needs a word"),
        ("a { b", "has no meaning"),
        ("", "needs a word"),
    ],
)
def test_a_pattern_that_is_none_says_why(pattern: str, reason: str) -> None:
    lexicon = Lexicon(classes={"none": (), "self": ("a <self>",)})
    with pytest.raises(UnreadableInputError, match=reason):
        lexicon.pattern(pattern)


def test_threads_that_compile_one_class_at_once_all_have_it() -> None:
    members = tuple(f"word{number} of <inner>" for number in range(200))
    for _ in range(5):
        lexicon = Lexicon(classes={"outer": members, "inner": ("it",)})
        with ThreadPoolExecutor(8) as pool:
            patterns = list(pool.map(lexicon.pattern, ["<outer>"] * 8))
        assert len({one.pattern for one in patterns}) == 1


def test_a_user_adds_a_cue_or_a_file_and_the_library_s_stay(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[classes]\nhook = ["hook", "crane"]\n[verbs]\ntow = "tows"\n'
        '[[cue]]\nkind = "tow"\npattern = "<hook> {tow}"\n'
    )
    mine = default_lexicon().extended(
        Lexicon.load(file), Cue(kind="wash", pattern="washed")
    )
    assert [h.cue.kind for h in mine.find("A crane tows it; it is washed.")] == [
        "tow",
        "wash",
    ]
    assert len(mine.cues) == len(default_lexicon().cues) + 2


@pytest.mark.parametrize(
    "content", [b"kind = ", b"\xff", b"[[cue]]\nkind = 'x'\n", b"[[cue]]\nsort = 1\n"]
)
def test_a_file_that_is_no_lexicon_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    with pytest.raises(UnreadableInputError, match=r"bad\.toml"):
        Lexicon.load(file)


@given(st.text(max_size=300))
def test_hits_lie_in_the_text_and_are_the_same_again(text: str) -> None:
    hits = default_lexicon().find(text)
    assert hits == default_lexicon().find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [h.span for h in hits] == sorted(
        (h.span for h in hits), key=lambda s: (s[0], -s[1])
    )


WORDS = sorted({word for cue in default_lexicon().cues for word in cue.yes.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_only_cues_with_a_necessary_word_are_tried_and_none_is_missed(
    text: str,
) -> None:
    lexicon = default_lexicon()
    some = lexicon.cues[::9]  # to compile all takes seconds
    tried = {(h.start, h.end, h.cue) for h in lexicon.find(text) if h.cue in some}
    every = {
        (m.start(), m.end(), cue)
        for cue in some
        for m in lexicon.pattern(cue.pattern).finditer(plain(text))
    }
    assert tried == every


def test_words_that_leave_an_aside_tell_only_what_is_outside_it() -> None:
    told = "The man, who ran, fell."
    whole = Sentence(
        text=told,
        span=Span(0, len(told)),
        clauses=clauses(told, Span(0, len(told))),
        people=(),
        scopes=(),
        said=(),
        asides=(Span(9, 16),),
    )
    lexicon = Lexicon.of([Cue(kind="fall", pattern="ran fell")])
    assert [told[t.at : t.end] for t in tellings(whole, lexicon)] == ["fell"]
