"""Writes the pages that the code itself tells: ``python docs/_generate.py``."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import incident_timeline
from incident_timeline.checks.pages import pages
from incident_timeline.cli.codes import CODES
from incident_timeline.converter import schema
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
    "parsers.press_release",
    "parsers.trace",
    "serialisers",
    "serialisers.narrative",
    "reports",
    "strategies",
)
API_HEAD = """\
# The public names

What stands under `incident_timeline.` alone is imported from the package itself; the
rest from the submodule that it names. Whatever is not on this page is private.
"""
VOCABULARY_HEAD = """\
# Vocabulary

All but Allen's relations are open vocabularies: any term of the same shape is accepted,
kept and written back. Those below are known: each has a definition, and names the
matching terms of published standards where there are any.
"""


def api_page() -> str:
    """The reference of every public name, by the room that it comes from."""
    blocks = [API_HEAD]
    told: set[str] = set()
    for room in ROOMS:
        module = import_module(f"incident_timeline.{room}")
        entries = [_entry(module, name, told) for name in module.__all__]
        blocks.append(f"## {room}\n\n{_summary(module)}\n\n{_rst(entries)}")
    left = [name for name in incident_timeline.__all__ if name not in told]
    if left:
        entries = [_entry(incident_timeline, name, told) for name in left]
        blocks.append(f"## incident_timeline\n\n{_rst(entries)}")
    return "\n".join(blocks)


def _entry(module: ModuleType, name: str, told: set[str]) -> str:
    value = getattr(module, name)
    face = getattr(incident_timeline, name, None) is value
    if face:
        told.add(name)
    home = "incident_timeline" if face else module.__name__
    return "\n".join((f".. {_directive(value)}:: {home}.{name}", *_options(value)))


def _directive(value: object) -> str:
    if inspect.isclass(value):
        return "autoexception" if issubclass(value, Exception) else "autoclass"
    return "autofunction" if inspect.isroutine(value) else "autodata"


def _options(value: object) -> Iterator[str]:
    if not inspect.isclass(value):
        return
    yield "   :members:"
    if issubclass(value, Enum) and not issubclass(value, Term):
        yield "   :undoc-members:"


def _summary(module: ModuleType) -> str:
    return (module.__doc__ or "").strip().partition("\n\n")[0]


def _rst(entries: list[str]) -> str:
    body = "\n\n".join(entries)
    return f"```{{eval-rst}}\n{body}\n```\n"


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


PAGES: dict[str, Callable[[], str]] = {
    "reference/api.md": api_page,
    "reference/vocabulary.md": vocabulary_page,
    **{f"rules/{name}": partial(_rule_page, name) for name in pages(CODES)},
}
SCHEMA = HERE.parent / "src" / "incident_timeline" / "converter" / schema.SCHEMA_FILE

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema.generated(), encoding="utf-8")
