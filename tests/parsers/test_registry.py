"""Which parser reads what, and that one that is broken stops no other."""

from __future__ import annotations

import re
import sys
from datetime import date
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen

from incident_timeline import _plugins
from incident_timeline.converter import dumps
from incident_timeline.errors import UnknownFormatError, UnreadableInputError
from incident_timeline.model import Incident
from incident_timeline.parsers import (
    Document,
    Parsed,
    Parser,
    parse,
    parsers,
    stream,
)
from incident_timeline.parsers.json import JSON
from incident_timeline.parsers.registry import chosen

OWN = ["ics", "json", "log", "press_release", "table"]
PROSE = "At 21:04 on 3 May 2024 shots were fired by police."


@frozen
class Log:
    """A parser of another package, which keeps what it was given."""

    name: str = "log"
    suffixes: tuple[str, ...] = (".radio.log",)
    media_types: tuple[str, ...] = ("text/x-log",)

    def sniff(self, head: str) -> float:
        return 0.5 if head.startswith("LOG") else 0.0

    def parse(self, document: Document) -> Parsed:
        return Parsed(incidents=(Incident(id="log", title=document.title),))


@frozen
class Broken(Log):
    """A parser whose sniffing fails."""

    name: str = "broken"
    suffixes: tuple[str, ...] = ()

    def sniff(self, head: str) -> float:
        raise RuntimeError(head[:3])


@frozen
class Sure(Log):
    """A parser that is too sure."""

    suffixes: tuple[str, ...] = (".log",)

    def sniff(self, head: str) -> float:
        return 99.0


Installed = dict[str, str]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Installed:
    """Entry points that other packages have: names, and the parts of this module."""
    names: Installed = {}

    def entry_points(group: str) -> tuple[metadata.EntryPoint, ...]:
        return tuple(
            metadata.EntryPoint(name, f"my_parsers:{part}", group)
            for name, part in names.items()
        )

    module = ModuleType("my_parsers")
    vars(module).update(LOG=Log(), BROKEN=Broken(), NUMBER=5)
    vars(module).update(SURE=Sure(), MINE=Sure(), ONE=Log(suffixes=".ONE"))  # type: ignore[arg-type]  # one alone
    monkeypatch.setitem(sys.modules, "my_parsers", module)
    monkeypatch.setattr(_plugins, "entry_points", entry_points)
    return names


def test_the_own_parsers_are_there_without_metadata(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_plugins, "entry_points", lambda group: ())
    assert list(parsers()) == OWN
    assert all(isinstance(one, Parser) for one in parsers().values())
    assert {name: one.name for name, one in parsers().items()} == dict(
        zip(OWN, OWN, strict=True)
    )


def test_installed_parsers_are_found_after_the_own(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    assert list(parsers()) == [*OWN, "a_log"]
    assert parse("a", parser="a_log").incidents[0].id == "log"


def test_no_package_takes_an_own_name(installed: Installed) -> None:
    installed["json"] = "LOG"
    assert parsers()["json"] is JSON


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("NONE", "(my_parsers:NONE) can't be loaded: AttributeError: "),
        ("NUMBER", "(my_parsers:NUMBER) is no parser"),
    ],
)
def test_a_part_that_cannot_be_loaded_is_told_of_and_stops_no_other(
    installed: Installed, part: str, reason: str
) -> None:
    installed.update(bad=part, a_log="LOG")
    with pytest.warns(RuntimeWarning, match=f"^parser 'bad' {re.escape(reason)}"):
        assert list(parsers()) == [*OWN, "a_log"]
    with pytest.raises(UnknownFormatError) as caught:
        parse("a", parser="bad")
    assert reason in str(caught.value)
    assert caught.value.wanted == "bad"


def test_an_unknown_name_is_told_those_that_are_known(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    with pytest.raises(UnknownFormatError) as caught:
        parse("a", parser="pdf")
    known = ", ".join(sorted([*OWN, "a_log"]))
    expected = f"'pdf' is no parser here; there are {known}"
    assert str(caught.value) == expected


def test_entry_points_of_packages_are_read_once() -> None:
    found = _plugins.entry_points("incident_timeline.no_such_group")
    assert found == ()
    assert _plugins.entry_points("incident_timeline.no_such_group") is found


# Which one reads


def test_a_parser_can_be_given() -> None:
    assert parse("a", parser=Log(), title="T").incidents == (
        Incident(id="log", title="T"),
    )


def test_the_suffix_decides_before_the_text(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    assert parse("{}", name="A.RADIO.LOG").incidents[0].id == "log"
    assert parse(PROSE, name="a.json").findings[0].code == "TL651"


def test_the_longest_suffix_decides(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    assert parse("20:13 shots fired", name="a.log").parser == "log"
    assert parse("20:13 shots fired", name="a.radio.log").incidents[0].id == "log"


def test_the_media_type_decides_before_the_suffix(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    typed = Document("{}", name="a.json", media_type="Text/X-Log; charset=utf-8")
    assert parse(typed).incidents[0].id == "log"
    assert parse(Document("{}", name="a.json", media_type="x/y")).parser == "json"


def test_a_name_decides_before_all_else() -> None:
    assert chosen("json", Document("", name="a.log")) is JSON


def test_two_parsers_that_are_equally_sure_are_told_of(installed: Installed) -> None:
    installed.update(a_log="LOG", b_log="LOG")
    with pytest.raises(UnknownFormatError, match="'a_log' and 'b_log' are equal"):
        parse("LOG 1")


def test_two_parsers_with_the_same_suffix_or_type_are_told_of(
    installed: Installed,
) -> None:
    installed.update(a_log="LOG", b_log="LOG")
    with pytest.raises(UnknownFormatError, match=r"'a_log' and 'b_log' have \.radio"):
        parse("a", name="a.radio.log")
    with pytest.raises(UnknownFormatError, match="are for text/x-log: name the parser"):
        parse(Document("a", media_type="text/x-log"))


def test_an_own_suffix_is_not_taken(installed: Installed) -> None:
    installed["mine"] = "MINE"
    assert parse("20:13 shots fired", name="a.log").parser == "log"


def test_one_suffix_alone_is_one_in_letters_of_any_size(installed: Installed) -> None:
    installed["one"] = "ONE"
    assert parse("a", name="a.one").incidents[0].id == "log"


def test_no_parser_is_surer_than_sure(installed: Installed) -> None:
    installed["sure"] = "SURE"
    with pytest.raises(UnknownFormatError, match="'json' and 'sure' are equally"):
        parse(dumps(Incident(id="i")))


def test_what_is_no_parser_is_refused_with_the_remedy() -> None:
    with pytest.raises(TypeError, match="put @parser"):
        parse("a", parser=lambda bench: None)  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(TypeError, match=r"5 is no parser$"):
        parse("a", parser=5)  # type: ignore[arg-type]


def test_a_parser_that_gives_nothing_back_is_told_of() -> None:
    class Silent(Log):
        def parse(self, document: Document) -> Parsed:
            return None  # type: ignore[return-value]  # wrong on purpose

    with pytest.raises(TypeError, match="parser 'log' returned None, which is no Pars"):
        parse("a", parser=Silent())


def test_a_parser_may_decode_the_bytes_itself(tmp_path: Path) -> None:
    class Latin(Log):
        def decode(self, data: bytes) -> str:
            return data.decode("latin-1")

        def parse(self, document: Document) -> Parsed:
            return Parsed(incidents=(Incident(title=document.text),))

    path = tmp_path / "a.txt"
    path.write_bytes(b"\xe9")
    for source in (b"\xe9", path):
        assert parse(source, parser=Latin()).incidents[0].title == "é"


def test_a_parser_that_reads_only_wholes_cannot_stream() -> None:
    with pytest.raises(UnknownFormatError, match="reads only whole documents"):
        stream(["a"], parser="json")


def test_a_stream_of_what_are_no_lines_is_refused() -> None:
    with pytest.raises(TypeError, match="is one text, not lines"):
        stream("20:13 shots\n", parser="log")
    assert next(stream([], parser="log", zone="")).findings[0].code == "TL601"


def test_a_stream_says_which_parser_read_it() -> None:
    lines = ["Incident 1\n", "20:13 shots fired\n", "Incident 2\n", "20:14 arrived\n"]
    parts = list(stream(lines, parser="log", published="2023-11-23", zone="UTC"))
    assert [one.parser for one in parts] == ["log", "log"]
    assert [one.incidents[0].id for one in parts] == ["1", "2"]


def test_the_text_decides_where_no_suffix_does(installed: Installed) -> None:
    installed["a_log"] = "LOG"
    text = dumps(Incident(title="Shots"))
    assert parse(text).incidents[0].title == "Shots"
    assert parse(text, name="a.txt").incidents[0].title == "Shots"
    assert parse("LOG 1").incidents[0].id == "log"


def test_prose_is_what_no_parser_claims() -> None:
    events = parse(PROSE, zone="UTC").incidents[0].events
    assert [event.kind for event in events] == ["shots"]


def test_a_parser_that_cannot_tell_its_own_stops_no_other(
    installed: Installed,
) -> None:
    installed["broken"] = "BROKEN"
    with pytest.warns(RuntimeWarning, match="'broken' can't tell its own"):
        assert parse(dumps(Incident(id="i"))).incidents[0].id == "i"


# What is read


def test_every_source_is_read_alike(tmp_path: Path) -> None:
    incident = Incident(id="i", title="Tür")
    text = dumps(incident)
    path = tmp_path / "one.json"
    path.write_text(text, encoding="utf-8")
    for source in (text, text.encode(), path, Document(text)):
        assert parse(source).incidents == (incident,)


def test_what_is_known_of_a_document_is_told_to_the_parser() -> None:
    class Keeping(Log):
        def parse(self, document: Document) -> Parsed:
            seen.append(document)
            return Parsed()

    seen: list[Document] = []
    known = {
        "published": date(2023, 11, 24),
        "zone": "Europe/London",
        "name": "a.txt",
        "title": "T",
        "publisher": "P",
        "url": "https://example.org",
    }
    parse("a", parser=Keeping(), **known)  # type: ignore[arg-type]  # each its own type
    parse(Document("a", title="Old", url="u"), parser=Keeping(), title="T")
    assert seen == [Document("a", **known), Document("a", title="T", url="u")]  # type: ignore[arg-type]  # each its own type


def test_what_is_no_text_raises(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError):
        parse(b"\xff")
    with pytest.raises(UnreadableInputError):
        parse(tmp_path / "none")
