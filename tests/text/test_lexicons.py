"""Every cue tells by its own examples what it says that it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_timeline import text
from incident_timeline.errors import UnreadableInputError
from incident_timeline.parsers._passages import passages
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PressRelease
from incident_timeline.text.actors import Speakers
from incident_timeline.text.cues import Telling
from incident_timeline.text.lexicon import (
    VARIETIES,
    Cue,
    Lexicon,
    default_lexicon,
    lexicon_of,
)
from incident_timeline.text.times import find_times

READER = PressRelease()
SPEAKERS = Speakers.of(default_lexicon())
LEXICONS = Path(text.__file__).parent / "lexicons"
FILES = [
    *sorted(LEXICONS.glob("events/*.toml")),
    *sorted(LEXICONS.glob("varieties/*.toml")),
]
EACH_FILE = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
TOLD = [
    line.split(" | ", 1)
    for line in (Path(__file__).parent / "tellings.txt").read_text("utf-8").splitlines()
    if " | " in line
]


def facts(told: str) -> list[Telling]:
    """What the sentences of a text tell as facts."""
    times = find_times(told, published="2024-05-10", zone="UTC")
    found = passages(told, times, lexicon=default_lexicon(), speakers=SPEAKERS)
    return [telling for passage in found for telling in passage.facts]


def kinds(told: str) -> set[str]:
    """The kinds of what the sentences of a text tell as facts."""
    return {telling.kind for telling in facts(told)}


def named(cue: Cue) -> str:
    """What a failure calls a cue."""
    return f"{cue.kind}: {cue.pattern}"


@EACH_FILE
def test_a_cue_s_examples_tell_its_kind_or_nothing_of_it(path: Path) -> None:
    cues = Lexicon.load(path).cues
    assert [named(cue) for cue in cues if not (cue.yes and cue.no)] == []
    untold = [(named(cue), cue.yes) for cue in cues if cue.kind not in kinds(cue.yes)]
    assert untold == []
    told = [(named(cue), cue.no) for cue in cues if cue.kind in kinds(cue.no)]
    assert told == []


@EACH_FILE
def test_the_reader_makes_an_event_of_an_example_that_needs_no_date(path: Path) -> None:
    unread = []
    for cue in Lexicon.load(path).cues:
        if not (cue.mention or cue.dated):
            account = f"Statement\n\nThis is an account.\n\n{cue.yes}"
            (incident,) = READER.parse(Document(account, zone="UTC")).incidents
            events = {event.kind for event in incident.events}
            if not events & {cue.kind, cue.lone}:
                unread.append((named(cue), cue.yes, events))
    assert unread == []


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in TOLD}))
def test_each_sentence_tells_the_kind_that_it_is_listed_for(kind: str) -> None:
    listed = [told for each, told in TOLD if each == kind]
    wanted, is_told = kind.removeprefix("not "), not kind.startswith("not ")
    assert [told for told in listed if (wanted in kinds(told)) != is_told] == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("He stabbed a guard and then attacked a clerk.", ["attack", "attack"]),
        ("The officer handcuffed him and then knelt on his back.", ["restraint"] * 2),
        ("He got out of the car and ran across a field.", ["movement"]),
        ("The man was found by two walkers.", []),
        ("The man was found by two officers.", ["contact"]),
        ("Reporters saw a man being pushed to the ground.", ["restraint"]),
        ("As the man opened, the officer fired a shot.", ["shots"]),
    ],
)
def test_one_clause_tells_an_act_once_and_two_acts_twice(
    told: str, expected: list[str]
) -> None:
    assert [telling.kind for telling in facts(told)] == expected


def test_what_goes_on_while_something_else_happens_looks_back() -> None:
    first, second = facts("He ran off while officers chased the car.")
    assert (first.kind, first.looks_back) == ("movement", False)
    assert (second.kind, second.looks_back) == ("pursuit", True)


def test_no_two_cues_of_a_kind_have_one_pattern() -> None:
    patterns = [(cue.kind, cue.pattern) for cue in default_lexicon().cues]
    assert len(set(patterns)) == len(patterns)


def test_each_variety_has_its_file_and_all_are_read_by_default() -> None:
    names = sorted(path.stem for path in LEXICONS.glob("varieties/*.toml"))
    assert names == sorted(VARIETIES)
    assert default_lexicon().cues == lexicon_of(*VARIETIES).cues


@pytest.mark.parametrize("variety", VARIETIES)
def test_a_variety_adds_to_common_english_and_takes_nothing_away(variety: str) -> None:
    common, whole = lexicon_of(), lexicon_of(variety)
    assert whole.cues[: len(common.cues)] == common.cues
    assert len(whole.cues) > len(common.cues)
    for name, words in common.classes.items():
        assert whole.classes[name][: len(words)] == words


@pytest.mark.parametrize(
    ("variety", "told", "kind"),
    [
        ("en-GB", "His life was pronounced extinct.", "death_pronouncement"),
        ("en-IE", "She was released pending a file to the DPP.", "release"),
        ("en-US", "He was life-flighted from the field.", "conveyance"),
        ("en-CA", "The unit invoked its mandate.", "investigation_start"),
        ("en-AU", "He was refused police bail.", "custody"),
        ("en-NZ", "The AOS was called out.", "deployment"),
    ],
)
def test_a_variety_knows_its_own_words(variety: str, told: str, kind: str) -> None:
    assert kind in {hit.cue.kind for hit in lexicon_of(variety).find(told)}


def test_an_unknown_variety_is_refused_by_name() -> None:
    with pytest.raises(UnreadableInputError, match="'en-ZA'; there are en-AU, en-CA"):
        lexicon_of("en-GB", "en-ZA")


def test_a_user_s_file_adds_to_a_class_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[classes]\npolice = ["bailiff"]\n[verbs]\nflee = "flew"\n')
    mine = default_lexicon().extended(Lexicon.load(file))
    assert mine.classes["police"] == (*default_lexicon().classes["police"], "bailiff")
    assert mine.verbs["flee"] == (*default_lexicon().verbs["flee"], "flew")
