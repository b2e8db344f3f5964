"""Print every regular expression of the library as JSON: where, pattern, flags.

Run as a command, before anything is imported: patterns are seen as they are compiled.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from typing import Any

_PACKAGE = "incident_timeline"
_compile = re.compile
_seen: dict[tuple[str, int], str] = {}


def _noted(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
    made = _compile(pattern, flags)
    caller = sys._getframe(1)
    module = caller.f_globals.get("__name__", "")
    if module.startswith(_PACKAGE) and isinstance(made.pattern, str):
        _seen.setdefault((made.pattern, made.flags), f"{module}:{caller.f_lineno}")
    return made


def _import_everything() -> None:
    package = importlib.import_module(_PACKAGE)
    for module in pkgutil.walk_packages(package.__path__, f"{_PACKAGE}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _compile_lexicons() -> None:
    """Compile the patterns of all cues, which are made as they are first asked for."""
    from incident_timeline.text import context, items, lexicon

    for each in (
        lexicon.default_lexicon(),
        context.context_lexicon(),
        context.speech_lexicon(),
        items.item_lexicon(),
    ):
        for cue in each.cues:
            each.pattern(cue.pattern)


if __name__ == "__main__":
    setattr(re, "compile", _noted)  # noqa: B010  mypy forbids to assign to a function
    _import_everything()
    _compile_lexicons()
    json.dump([(where, *key) for key, where in _seen.items()], sys.stdout)
