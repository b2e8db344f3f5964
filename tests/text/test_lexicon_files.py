"""A file of cues with a fault is refused with the fault's place, and cues are tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_timeline.errors import UnreadableInputError
from incident_timeline.text.lexicon import Cue, Lexicon, default_lexicon

CUE = '[[cue]]\nkind = "tow"\npattern = "towed"\n'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("[classes]\npolice = [1]", r"classes\.police: 1 is no text"),
        ('[classes]\npolice = "bailiff"', r"classes\.police: 'bailiff' is no list"),
        ('[classes]\npolice = ["a |"]', r"classes\.police: cue pattern 'a |'"),
        ("classes = 1", "classes: 1 is no table"),
        ("verbs = 1", "verbs: 1 is no table"),
        ('[verbs]\nflee = ["fled"]', r"verbs\.flee: .* is no text of verb forms"),
        ('[cue]\nkind = "tow"', r"a cue begins with \[\[cue\]\]"),
        ("cue = [1]", "cue 1: 1 is no table"),
        ("[cues]", "'cues' is no table of cues; there are classes, cue, verbs"),
        (f"{CUE}colour = 1", "cue 1: 'colour' is no field of a cue"),
        (f'{CUE}origin = "x"', "cue 1: 'origin' is no field of a cue"),
        ('[[cue]]\nkind = "tow"', "cue 1: pattern is missing"),
        ('[[cue]]\npattern = "towed"', "cue 1: kind is missing"),
        (f"{CUE}yes = 1", "cue 1: yes: 1 is no text"),
        (f"{CUE}mention = 1", "cue 1: mention: 1 is neither true nor false"),
        (f'{CUE}subject = "police"', "cue 1: subject: 'police' is no list of groups"),
        (f'{CUE}subject = ["martians"]', "cue 1: subject: 'martians' is no group"),
        (f"{CUE}subject = [[1]]", r"cue 1: subject: \[1\] is no group"),
        (
            f'{CUE}[[cue]]\nkind = "Not A Kind!"\npattern = "a"',
            "cue 2: kind: 'Not A Kind!' is no term",
        ),
        ('[[cue]]\nkind = "x"\npattern = "a.*b+"', r"cue 1: pattern: .*'\*' has no"),
        ('[[cue]]\nkind = "x"\npattern = "(a"', "cue 1: pattern: .*is not closed"),
        (
            f'[[cue]]\nkind = "x"\npattern = "{"(" * 2000}a{")" * 2000}"',
            "cue 1: pattern: .*nested deeper than 30",
        ),
        (f"cue = {'[' * 5000}{']' * 5000}", "it is nested too deeply"),
        ("cue = ", "Invalid value"),
    ],
)
def test_a_fault_is_named_with_its_file_and_its_place(
    data: str, reason: str, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(data)
    with pytest.raises(UnreadableInputError, match=rf"mine\.toml: (?s:{reason})"):
        Lexicon.load(file)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f"{CUE}yes = 1\nno = 2\n[cues]\n")
    with pytest.raises(UnreadableInputError, match=r"\(and 2 more\)") as caught:
        Lexicon.load(file)
    assert len(caught.value.problems) == 3


def test_a_file_that_is_not_there_is_named_and_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"none\.toml: No such file") as why:
        Lexicon.load(tmp_path / "none.toml")
    assert isinstance(why.value, OSError)


def test_a_class_that_no_file_defines_is_told_with_the_cue_that_names_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[cue]]\nkind = "tow"\npattern = "<hook> came"')
    mine = Lexicon.load(file)
    for _ in range(2):
        with pytest.raises(UnreadableInputError, match=r"mine\.toml: cue 1: pattern"):
            mine.find("A hook came.")
    hook = Lexicon(classes={"hook": ("hook",)})
    assert mine.extended(hook).find("A hook came.")


def test_a_cue_made_by_hand_is_looked_at_too() -> None:
    with pytest.raises(UnreadableInputError, match="'Tow it' is no term"):
        Cue(kind="Tow it", pattern="towed")
    with pytest.raises(UnreadableInputError, match="'martians' is no group"):
        Cue(kind="tow", pattern="towed", subject=("martians",))
    assert Cue(kind="tow", pattern="towed", subject="police").subject == ("police",)
    with pytest.raises(UnreadableInputError, match="cue: cue pattern"):
        Lexicon.of([Cue(kind="tow", pattern="a)")]).find("a")


def test_a_class_that_cannot_be_compiled_says_the_same_each_time() -> None:
    lexicon = Lexicon(classes={"bad": ("a { b",)})
    for _ in range(2):
        with pytest.raises(UnreadableInputError, match="has no meaning"):
            lexicon.pattern("<bad>")


def test_a_lexicon_tries_its_cues_on_their_own_examples() -> None:
    base = default_lexicon()
    words = Lexicon(classes=base.classes, verbs=base.verbs)
    good = Cue(kind="tow", pattern="<was> towed", yes="It was towed.", no="It towed.")
    bad = Cue(kind="wash", pattern="washed", yes="It is clean.", no="He washed it.")
    assert words.extended(good, Cue(kind="dry", pattern="dried")).failures() == ()
    assert words.extended(good, bad).failures() == (
        "cue 2 (wash: 'washed') tells nothing of 'It is clean.'",
        "cue 2 (wash: 'washed') tells of 'He washed it.', and must not",
    )
