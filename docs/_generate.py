"""Writes the pages that the code itself tells: ``python docs/_generate.py``."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import partial
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from textwrap import indent
from types import ModuleType

import incident_timeline
from incident_timeline.checks.pages import pages
from incident_timeline.cli.codes import CODES
from incident_timeline.converter import schema
from incident_timeline.testing.laws import LAWS
from incident_timeline.vocabulary import VOCABULARIES, Term

HERE = Path(__file__).parent
ROOMS = (
    "errors",
    "vocabulary",
    "moments",
    "model",
    "timeline",
    "timeline.network",
    "text",
    "checks",
    "converter",
    "parsers",
    "parsers.ics",
    "parsers.log",
    "parsers.press_release",
    "parsers.table",
    "parsers.trace",
    "serialisers",
    "serialisers.narrative",
    "reports",
    "showing",
    "strategies",
    "strategies.stores",
    "testing",
)
API_HEAD = """\
# The public names

What stands under `incident_timeline.` alone is imported from the package itself; the
rest from the submodule that it names. Whatever is neither here nor on a page below is
private. [Compatibility](compatibility.md) says what a release may change.

## In the package itself

| name | what it is |
|---|---|
"""
LAWS_HEAD = """\
# All laws

What the contract kits hold a part of one's own to. Each law has a page that says what
it asks, why, and what to do where it is broken. A code is never reused.

| code | name | what holds |
|---|---|---|
"""
VOCABULARY_HEAD = """\
# Vocabulary

All but Allen's relations are open vocabularies: any term of the same shape is accepted,
kept and written back. Those below are known: each has a definition, and names the
matching terms of published standards where there are any.
"""


def homes() -> dict[str, dict[str, str]]:
    """By room, each of its public names with the place where its entry stands.

    That is the package itself where it has the name, in the first room that has it.
    """
    told: set[str] = set()
    found: dict[str, dict[str, str]] = {}
    for room in ROOMS:
        module = import_module(f"incident_timeline.{room}")
        found[room] = dict(_places(module, told))
        told.update(found[room].values())
    return found


def _places(module: ModuleType, told: set[str]) -> Iterator[tuple[str, str]]:
    """The names of a module that no room before it has told from the package."""
    for name in module.__all__:
        is_face = getattr(incident_timeline, name, None) is getattr(module, name)
        home = f"{'incident_timeline' if is_face else module.__name__}.{name}"
        if home not in told:
            yield name, home


def api_page() -> str:
    """Where to find every public name: the package's own, and the rooms."""
    rows = (
        f"| {{py:obj}}`~incident_timeline.{name}` "
        f"| {_first(getattr(incident_timeline, name), incident_timeline, name)} |\n"
        for name in incident_timeline.__all__
    )
    rooms = "".join(
        f"- [{room}](names/{room}.md): {_summary(import_module(_module(room)))}\n"
        for room in ROOMS
    )
    tree = "\n".join(f"names/{room}" for room in ROOMS)
    return (
        f"{API_HEAD}{''.join(rows)}\n## By room\n\n{rooms}\n"
        f"```{{toctree}}\n:hidden:\n:maxdepth: 1\n\n{tree}\n```\n"
    )


def _module(room: str) -> str:
    return f"incident_timeline.{room}"


def _first(value: object, module: ModuleType, name: str) -> str:
    """What a value is, in the first sentence of its docstring."""
    words = _constant(module, name) if _is_constant(value) else inspect.getdoc(value)
    line = " ".join((words or "").partition("\n\n")[0].split())
    plain = re.sub(r":\w+:`~?([^`]+)`|``([^`]+)``", r"`\1\2`", line)
    return plain.replace("|", "\\|")


def _is_constant(value: object) -> bool:
    return not inspect.isclass(value) and not inspect.isroutine(value)


def _constant(module: ModuleType, name: str) -> str:
    """The string below a constant, in the module that an import takes it from."""
    body = ast.parse(inspect.getsource(module)).body
    for node, below in pairwise([*body, ast.Pass()]):
        if isinstance(node, ast.ImportFrom) and name in {
            one.name for one in node.names
        }:
            return _constant(import_module(node.module or ""), name)
        if _assigns(node, name) and isinstance(below, ast.Expr):
            return str(ast.literal_eval(below.value))
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.get_docstring(node) or ""
    message = f"{module.__name__}.{name} has no docstring below it"
    raise LookupError(message)


def _assigns(node: ast.stmt, name: str) -> bool:
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [getattr(node, "target", None)]
    )
    return any(isinstance(one, ast.Name) and one.id == name for one in targets)


def room_page(room: str) -> str:
    """The reference of every public name of a room."""
    module = import_module(_module(room))
    entries = [_entry(module, name, home) for name, home in homes()[room].items()]
    body = "\n\n".join(entries)
    return f"# {room}\n\n{_summary(module)}\n\n```{{eval-rst}}\n{body}\n```\n"


def _entry(module: ModuleType, name: str, home: str) -> str:
    value = getattr(module, name)
    if _is_constant(value):
        text = indent(_constant(module, name), "   ")
        return f".. py:data:: {home}\n\n{text}"
    return "\n".join((f".. {_directive(value)}:: {home}", *_options(value)))


def _directive(value: object) -> str:
    if inspect.isclass(value):
        return "autoexception" if issubclass(value, Exception) else "autoclass"
    return "autofunction"


def _options(value: object) -> Iterator[str]:
    if not inspect.isclass(value):
        return
    yield "   :members:"
    if issubclass(value, Enum) and not issubclass(value, Term):
        yield "   :undoc-members:"


def _summary(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().partition("\n\n")[0]


def vocabulary_page() -> str:
    """Every known term with its definition and the standards that it maps to."""
    blocks = [VOCABULARY_HEAD]
    blocks += [_terms(terms) for terms in VOCABULARIES.values()]
    return "\n".join(blocks)


def _terms(terms: type[Term]) -> str:
    rows = "\n".join(
        f"| `{term.value}` | {term.definition} | {'; '.join(term.standards)} |"
        for term in terms
    )
    summary = inspect.getdoc(terms) or ""
    first = summary.partition("\n\n")[0]
    return (
        f"## {terms.__name__}\n\n{first}\n\n"
        f"| term | what it means | standards |\n|---|---|---|\n{rows}\n"
    )


def _rule_page(name: str) -> str:
    return pages(CODES)[name]


def _law_page(code: str) -> str:
    return LAWS[code].page


def laws_page() -> str:
    """Every law of the contract kits in one table."""
    rows = "".join(
        f"| [{law.code}]({law.code}.md) | {law.name} | {law.says} |\n"
        for law in LAWS.values()
    )
    tree = "```{toctree}\n:glob:\n:hidden:\n:maxdepth: 1\n\nP*\nR*\nS*\n```\n"
    return f"{LAWS_HEAD}{rows}\n{tree}"


def signatures() -> str:
    """A line for each public name of the package itself, and for each of its members.

    A default is told as ``...``: its value may change, that there is one may not.
    """
    lines = (line for name in incident_timeline.__all__ for line in _surface(name))
    return "".join(f"{line}\n" for line in lines)


def _surface(name: str) -> Iterator[str]:
    value = getattr(incident_timeline, name)
    if not inspect.isclass(value):
        yield f"{name}{_signature(value) if inspect.isroutine(value) else ''}"
    elif issubclass(value, Enum):
        yield f"{name}: {', '.join(value.__members__)}"
    else:
        yield f"{name}{_signature(value)}"
        yield from (f"{name}.{line}" for line in _members(value))


def _members(value: type) -> Iterator[str]:
    """The methods and properties of a class; its fields are told by its signature."""
    own = sorted(set(dir(value)) - set(dir(Exception)) - _parameters(value).keys())
    for name in own:
        member = getattr(value, name)
        if not name.startswith("_"):
            yield f"{name}{_signature(member) if inspect.isroutine(member) else ''}"


def _parameters(value: Callable[..., object]) -> Mapping[str, inspect.Parameter]:
    return _call(value).parameters


def _call(value: Callable[..., object]) -> inspect.Signature:
    """How a thing is called; an error without a way of its own as any exception is."""
    made_as_any = getattr(value, "__init__", None) is Exception.__init__
    return inspect.Signature() if made_as_any else inspect.signature(value)


def _signature(value: Callable[..., object]) -> str:
    call = _call(value)
    told = [
        one if one.default is one.empty else one.replace(default=_SOME)
        for one in call.parameters.values()
    ]
    if inspect.isclass(value):
        call = call.replace(return_annotation=call.empty)
    return str(call.replace(parameters=told)).replace("'", "")


class _Some:
    """Any default."""

    def __repr__(self) -> str:
        return "..."


_SOME = _Some()


PAGES: dict[str, Callable[[], str]] = {
    "reference/api.md": api_page,
    **{f"reference/names/{room}.md": partial(room_page, room) for room in ROOMS},
    "reference/vocabulary.md": vocabulary_page,
    **{f"rules/{name}": partial(_rule_page, name) for name in pages(CODES)},
    "laws/index.md": laws_page,
    **{f"laws/{code}.md": partial(_law_page, code) for code in LAWS},
}
GENERATED = ("reference/names/*.md", "rules/*.md", "laws/*.md")
"""The folders in which no page is written by hand, but those of ``BY_HAND``."""
BY_HAND = ("rules/omitted.md",)
SCHEMA = HERE.parent / "src" / "incident_timeline" / "converter" / schema.SCHEMA_FILE

SIGNATURES = HERE.parent / "tests" / "public_signatures.txt"


def stale_pages() -> set[str]:
    """Pages that were generated once, and that nothing generates any more."""
    there = (path for one in GENERATED for path in HERE.glob(one))
    names = {path.relative_to(HERE).as_posix() for path in there}
    return names - PAGES.keys() - {*BY_HAND}


if __name__ == "__main__":
    for name in stale_pages():
        (HERE / name).unlink()
    for name, page in PAGES.items():
        (HERE / name).parent.mkdir(parents=True, exist_ok=True)
        (HERE / name).write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema.generated(), encoding="utf-8")
    SIGNATURES.write_text(signatures(), encoding="utf-8")
