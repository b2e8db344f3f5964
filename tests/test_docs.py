"""The docs tell all of it, and every page can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from pkgutil import resolve_name
from posixpath import normpath

import click
import pytest

import incident_timeline
from docs._generate import PAGES, stale_pages
from incident_timeline import PartOfDay, Qualifier, cli
from incident_timeline.timeline import AXIOMS, USUAL_AXIOMS
from incident_timeline.vocabulary import AllenRelation

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
HOUSE = Path(incident_timeline.__path__[0])
COMMAND_LINE = DOCS / "reference" / "command-line.md"
EVERY_PAGE = {
    str(PurePosixPath(path.relative_to(DOCS).with_suffix("")))
    for path in DOCS.rglob("*.md")
}


def words_of_the_command_line() -> Iterator[str]:
    """Each command as it is typed, and each of its options by its long name."""
    group = next(v for v in vars(cli).values() if isinstance(v, click.Group))
    yield from options_of(group)
    for name, command in sorted(group.commands.items()):
        yield f"incident-timeline {name}"
        yield from options_of(command)


def options_of(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield max(parameter.opts, key=len)


def linked_from(page: str) -> set[str]:
    """The pages that the tables of contents of *page* name."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    folder = PurePosixPath(page).parent
    found: set[str] = set()
    for block in re.findall(
        r"^```\{toctree\}\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    ):
        entries = [line for line in block.split() if re.fullmatch(r"[\w./*-]+", line)]
        for entry in entries:
            pattern = normpath(str(folder / entry))
            found |= {name for name in EVERY_PAGE if fnmatch(name, pattern)}
    return found


def reached_from(page: str) -> set[str]:
    reached = {page}
    waiting = [page]
    while waiting:
        new = linked_from(waiting.pop()) - reached
        reached |= new
        waiting += new
    return reached


BY_HAND = [
    *sorted(ROOT.glob("*.md")),
    *(
        one
        for one in sorted(DOCS.rglob("*.md"))
        if str(one.relative_to(DOCS)) not in PAGES
    ),
]
each_page = pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.stem)


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("words", sorted(set(words_of_the_command_line())))
def test_the_command_line_page_tells_every_command_and_option(words: str) -> None:
    assert f"`{words}" in COMMAND_LINE.read_text(encoding="utf-8")


def test_every_page_can_be_reached_from_the_first() -> None:
    assert reached_from("index") == EVERY_PAGE


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_say_what_the_code_says(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run `make schema`"


def test_no_page_is_left_of_what_is_gone() -> None:
    assert stale_pages() == set(), "run `make schema`"


@each_page
def test_names_of_the_package_on_a_page_are_there(path: Path) -> None:
    names = re.findall(
        r"(?<![\w./])incident_timeline(?:\.\w+)+", path.read_text("utf-8")
    )
    for name in names:
        resolve_name(name)


@each_page
def test_files_that_a_page_names_are_there(path: Path) -> None:
    pattern = r"(?<![\w./])(?:tests|docs)/[\w/.-]+\w"
    for name in re.findall(pattern, path.read_text("utf-8")):
        assert (ROOT / name).exists(), name


def test_readme_and_first_page_begin_with_the_same_example() -> None:
    readme, index = ROOT / "README.md", DOCS / "index.md"
    fences = [
        re.findall(
            r"^```python\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
        )[0]
        for page in (readme, index)
    ]
    assert fences[0] == fences[1]


def test_the_page_on_order_tells_every_axiom() -> None:
    page = text_of("explanation/order-and-conflicts.md")
    for used, axioms in (("always", AXIOMS), ("if you pass it", USUAL_AXIOMS)):
        for axiom in axioms:
            assert f"| `{axiom.name}` | {axiom.text} | {used} |" in page


def test_the_page_on_time_tells_every_qualifier_and_part_of_a_day() -> None:
    page = text_of("explanation/uncertain-time.md")
    assert {word for word in Qualifier if f"`{word.value}`" not in page} == set()
    assert {part for part in PartOfDay if f"| {part.value} |" not in page} == set()


def test_the_page_on_standards_tells_every_relation() -> None:
    page = text_of("reference/standards.md")
    assert {one for one in AllenRelation if f"`{one.value}`" not in page} == set()


def test_the_page_on_the_house_tells_every_room_and_no_other() -> None:
    rows = re.findall(
        r"^\| \d+ \| ([^|]+) \|", text_of("explanation/house.md"), re.MULTILINE
    )
    rooms = {path.stem for path in HOUSE.iterdir() if path.suffix in ("", ".py")}
    told = {room for row in rows for room in re.findall(r"`(\w+)`", row)}
    assert told == rooms - {"__init__", "__main__", "__pycache__"}


def test_the_page_on_rules_tells_every_family() -> None:
    codes = {name[6:9] for name in PAGES if re.match(r"rules/TL\d", name)}
    told = set(re.findall(r"`(TL\d)xx`", text_of("reference/rules.md")))
    assert told == codes
