"""What Hypothesis loads when it starts: types made known, at next to no cost.

Loaded in every process of every project in which this package is installed, so it
imports nothing by itself, and a fault in the package cannot reach ``import
hypothesis``. The package calls it too, for where Hypothesis was imported first.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:  # never at run time
    from collections.abc import Callable
    from typing import Any

    from hypothesis.strategies import SearchStrategy

__all__ = ["register"]

_STRATEGIES = {
    "incident_timeline.moments": {"Moment": "moments", "Vagueness": "vaguenesses"},
    "incident_timeline.model": {
        "Age": "ages",
        "Citation": "citations",
        "CustodyStep": "custody_steps",
        "Event": "events",
        "Evidence": "evidence",
        "Finding": "findings",
        "Incident": "incidents",
        "Investigation": "investigations",
        "Link": "links",
        "Participant": "participants",
        "Party": "parties",
        "Source": "sources",
    },
    "incident_timeline.timeline": {"Timeline": "timelines"},
    "incident_timeline.parsers": {"Document": "documents"},
}
_done: set[str] = set()


def register() -> None:
    """Let ``st.from_type`` draw the package's types; does nothing the second time.

    Does nothing, too, until both Hypothesis and the package are imported. A strategy
    is made when it is first drawn from. Where this fails, a `RuntimeWarning` says so.
    """
    import sys  # noqa: PLC0415  this module costs nothing to load

    if _done or not {"hypothesis", "incident_timeline"} <= sys.modules.keys():
        return
    try:
        _register()
    except Exception as error:  # noqa: BLE001  whatever it is, Hypothesis must load
        _warn(f"incident_timeline's types are not known to Hypothesis: {error!r}")


def _register() -> None:
    from importlib import import_module  # noqa: PLC0415  as above

    from hypothesis import strategies as st  # noqa: PLC0415

    for module, names in _STRATEGIES.items():
        for class_name, name in names.items():
            cls = getattr(import_module(module), class_name)
            st.register_type_strategy(cls, _on_demand(name))
    _done.add("types")


def _on_demand(name: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    def strategy(_: type[Any]) -> SearchStrategy[Any]:
        from incident_timeline import strategies  # noqa: PLC0415  when first drawn

        made: SearchStrategy[Any] = getattr(strategies, name)()
        return made

    return strategy


def _warn(message: str) -> None:
    import warnings  # noqa: PLC0415  as above
    from contextlib import suppress  # noqa: PLC0415

    with suppress(Warning):  # where warnings are errors, it must not be raised either
        warnings.warn(message, RuntimeWarning, stacklevel=4)
