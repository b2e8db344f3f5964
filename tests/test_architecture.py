"""The floors of the house, as docs/explanation/house.md tells them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import get_type_hints

import attrs
import pytest

import incident_timeline
from incident_timeline import model

NAME = "incident_timeline"
ROOT = Path(incident_timeline.__path__[0])
MODULES = sorted(ROOT.rglob("*.py"))

FLOORS = (
    {"errors", "vocabulary"},
    {"_deprecated", "_plugins", "_record", "_shown"},
    {"moments"},
    {"model"},
    {"timeline", "text"},
    {"checks", "converter"},
    {"parsers", "reports", "serialisers"},
    {"showing"},
    {"strategies"},
    {"testing"},
    {"cli"},
)
FLOOR_OF = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {"__init__", "__main__"}  # they open onto every floor

LONGEST_MODULE = 400
LONGEST_BODY = 40
LOADED_ON_NEED = {"hypothesis", "pendulum", "cattrs", "msgspec", "click", "rich"}

each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES]
)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imported_names(path: Path) -> Iterator[str]:
    """Every dotted name that a module imports, wherever in it the import stands."""
    package = [NAME, *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            stem = ".".join([*start, *filter(None, [node.module])])
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def imported_rooms(path: Path) -> Iterator[str]:
    for name in imported_names(path):
        first, _, rest = name.partition(".")
        if first == NAME:
            yield rest.partition(".")[0]


def may_import(room: str, other: str) -> bool:
    return room == other or FLOOR_OF[other] < FLOOR_OF[room]


def model_classes() -> list[type[attrs.AttrsInstance]]:
    modules = [
        import_module(info.name)
        for info in walk_packages(model.__path__, f"{model.__name__}.")
    ]
    values = (value for module in modules for value in vars(module).values())
    classes = {value for value in values if isinstance(value, type)}
    return sorted(filter(attrs.has, classes), key=lambda cls: cls.__qualname__)


def test_every_module_has_its_floor() -> None:
    assert {room_of(path) for path in MODULES} <= FLOOR_OF.keys() | DOORS


@each_module
def test_imports_go_down_only(path: Path) -> None:
    room = room_of(path)
    if room in DOORS:
        return
    rooms = set(imported_rooms(path))
    assert rooms <= FLOOR_OF.keys(), "a module imports the package's own face"
    assert {other for other in rooms if not may_import(room, other)} == set()


@each_module
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_function_bodies_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and body_length(node) > LONGEST_BODY
    }
    assert long == set()


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function below its docstring."""
    told = ast.get_docstring(node) is not None
    first = node.body[1:] if told else node.body
    last = node.body[-1].end_lineno
    return 0 if not first or last is None else last - first[0].lineno + 1


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, {NAME}; print(*{{name.split('.')[0] for name in sys.modules}})"
    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    loaded = set(shown.stdout.split())
    assert NAME in loaded
    assert loaded & LOADED_ON_NEED == set()


@pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__qualname__)
def test_fields_named_as_ids_hold_ids(cls: type[attrs.AttrsInstance]) -> None:
    hints = get_type_hints(cls)
    for name in attrs.fields_dict(cls):
        if name == "id" or name.endswith("_id"):
            assert hints[name] in (str, str | None), name
        elif name.endswith("_ids"):
            assert hints[name] == tuple[str, ...], name


def test_the_model_has_fields_that_hold_ids() -> None:
    names = {name for cls in model_classes() for name in attrs.fields_dict(cls)}
    assert {"source_id", "evidence_ids"} <= names
