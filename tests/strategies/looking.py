"""Looking for what a strategy can draw, without a word on how Hypothesis draws it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
# Looking ends at the first that is found; what is rare takes a thousand looks.
LOOKING = settings(
    max_examples=20_000,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
SHRINKING = settings(LOOKING, phases=[Phase.generate, Phase.shrink])


def seen(strategy: SearchStrategy[Any], condition: Callable[[Any], Any]) -> bool:
    """Whether any that meets a condition is drawn."""
    try:
        find(strategy, condition, settings=LOOKING, random=Random(0))
    except NoSuchExample:
        return False
    return True


def shrunk(strategy: SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """The simplest of those that meet a condition."""
    return find(strategy, condition, settings=SHRINKING, random=Random(0))
