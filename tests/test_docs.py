"""The docs tell all of it, and every page can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from posixpath import normpath

import click
import pytest

from docs._generate import PAGES
from incident_timeline import cli

DOCS = Path(__file__).parent.parent / "docs"
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


@pytest.mark.parametrize("words", sorted(set(words_of_the_command_line())))
def test_the_command_line_page_tells_every_command_and_option(words: str) -> None:
    assert f"`{words}" in COMMAND_LINE.read_text(encoding="utf-8")


def test_every_page_can_be_reached_from_the_first() -> None:
    assert reached_from("index") == EVERY_PAGE


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_say_what_the_code_says(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "run `make schema`"
