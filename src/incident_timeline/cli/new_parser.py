"""The command new-parser: a package to begin one's own parser with."""

from __future__ import annotations

import keyword
import re
import shlex
import sys
import unicodedata
from importlib import resources
from importlib.util import find_spec
from itertools import chain, count
from pathlib import Path
from string import Template
from typing import Final

import click

from incident_timeline.cli.screen import console
from incident_timeline.errors import shown
from incident_timeline.parsers import parsers
from incident_timeline.reports.safe import safe

__all__ = ["new_parser"]

_SHAPE: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_LONGEST: Final = 50
_SHORT: Final = 40  # leaves room for what makes it another
_TEMPLATES: Final = {
    "README.md": "README.md.txt",
    "pyproject.toml": "pyproject.toml.txt",
    "src/$name/__init__.py": "parser.py.txt",
    "src/$name/py.typed": "py.typed.txt",
    "tests/sample.$package": "sample.txt",
    "tests/test_$name.py": "test.py.txt",
}


@click.command("new-parser")
@click.argument("name", metavar="NAME")
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The package's directory, instead of one of its name here.",
)
def new_parser(name: str, into: Path | None) -> int:
    """Write a package with a parser of your own, its tests and its entry point.

    NAME is what the parser is asked for by, such as unit-log or unit_log.
    """
    _refuse_bad(name)
    module = name.replace("-", "_")
    package = module.replace("_", "-")
    home = into or Path(package)
    _refuse_full(home)
    words = {"name": module, "package": package, "words": module.replace("_", " ")}
    _tell(home, _written(home, words))
    return 0


def _refuse_bad(name: str) -> None:
    """Stop where a name can't be a parser's and a module's, and propose another."""
    reason = _fault(name)
    if reason:
        raise click.UsageError(f"{shown(name)} {reason}: try {_proposed(name)!r}")


def _fault(name: str) -> str:
    """What is wrong with a name; nothing, where all is well."""
    module = name.replace("-", "_")
    if len(name) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    if not _SHAPE.fullmatch(name):
        return "is no name of a parser, lower-case words joined by '-' or '_'"
    return next((reason for is_so, reason in _TAKEN if is_so(module)), "")


def _is_word(module: str) -> bool:
    return keyword.iskeyword(module) or keyword.issoftkeyword(module)


def _is_parser(module: str) -> bool:
    return module in {one.replace("-", "_") for one in parsers()}


def _is_module(module: str) -> bool:
    return find_spec(module) is not None


_TAKEN: Final = (
    (_is_word, "is a word of Python's own"),
    (sys.stdlib_module_names.__contains__, "is a module of Python's own"),
    (_is_parser, "is the name of a parser that is installed"),
    (_is_module, "is a module that is installed here"),
)


def _proposed(name: str) -> str:
    """A name like the one given that can be taken."""
    plain = unicodedata.normalize("NFKD", name[:200]).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", plain).lower()
    words = re.findall(r"[a-z0-9]+", spaced)
    stem = "_".join(words)[:_SHORT].strip("_") or "unit_log"
    numbered = (f"my_{stem}_{number}" for number in count(2))
    tries = chain((stem, f"my_{stem}"), numbered)
    return next(one for one in tries if not _fault(one))


def _refuse_full(home: Path) -> None:
    """Stop where something stands already; a repository without files is empty."""
    if home.exists() and not home.is_dir():
        raise click.UsageError(f"{home} is no directory: name another with --into DIR")
    if home.is_dir() and any(one.name != ".git" for one in home.iterdir()):
        raise click.UsageError(f"{home} isn't empty: name another with --into DIR")


def _written(home: Path, words: dict[str, str]) -> list[str]:
    """Write every file; the paths of all, in their order."""
    templates = resources.files("incident_timeline.cli") / "templates"
    paths = []
    for named, template in _TEMPLATES.items():
        path = home / Template(named).substitute(words)
        text = (templates / template).read_text(encoding="utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(text).substitute(words), encoding="utf-8")
        paths.append(str(path))
    return paths


def _tell(home: Path, paths: list[str]) -> None:
    screen = console()
    for path in paths:
        screen.print(f"written: {safe(path)}", soft_wrap=True)
    screen.print(f"\ncd {safe(shlex.quote(str(home)))}", soft_wrap=True)
    screen.print('pip install -e ".[test]"\npytest')
