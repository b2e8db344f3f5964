"""Looks for the smallest input that breaks a law, by way of Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import evolve

from incident_timeline.testing.check import Breach, Effort

if TYPE_CHECKING:  # an extra, loaded on first need
    from hypothesis import settings
    from hypothesis.strategies import SearchStrategy

__all__ = ["EXAMPLES", "need_hypothesis", "search"]

T = TypeVar("T")

EXAMPLES: Final[dict[Effort, int]] = {"quick": 25, "thorough": 250}
"""How many inputs are drawn for a law."""


def need_hypothesis() -> None:
    """Say what to install where Hypothesis is missing.

    Raises:
        ImportError: If it is.
    """
    try:
        import hypothesis  # noqa: F401, PLC0415  an extra, loaded on first need
    except ImportError as error:
        message = (
            "the contract kits draw their inputs with Hypothesis:"
            ' pip install "incident-timeline[strategies]"'
        )
        raise ImportError(message) from error


def search(
    strategy: SearchStrategy[T],
    judge: Callable[[T], Breach | None],
    *,
    effort: Effort = "quick",
    examples: int | None = None,
) -> Breach | None:
    """The breach of the smallest input found; ``None`` if none is found.

    The same inputs are drawn each time; the settings of those who test are left alone.
    """
    from hypothesis import find  # noqa: PLC0415  an extra, loaded on first need
    from hypothesis.errors import Flaky, NoSuchExample  # noqa: PLC0415  as above

    found: list[tuple[T, Breach]] = []

    def breaks(value: T) -> bool:
        breach = judge(value)
        if breach is not None:
            found[:] = [(value, breach)]
        return breach is not None

    try:
        find(strategy, breaks, settings=_settings(examples or EXAMPLES[effort]))
    except NoSuchExample:
        return None
    except Flaky:  # it isn't broken each time: what was seen last is told
        pass
    value, breach = found[0]
    return breach if breach.input else evolve(breach, input=repr(value))


def _settings(examples: int) -> settings:
    from hypothesis import Phase, settings  # noqa: PLC0415  an extra, as above

    known: dict[str, Any] = {
        "max_examples": examples,
        "phases": (Phase.generate, Phase.shrink),
        "deadline": None,
        "database": None,
        "derandomize": True,
        "print_blob": False,
    }
    return settings(**known)
