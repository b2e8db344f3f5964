"""Judging: what a configuration makes of codes and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from incident_timeline.checks.explain import Page
from incident_timeline.checks.settings.config import CheckConfig
from incident_timeline.checks.settings.refused import ConfigError, meant
from incident_timeline.checks.settings.selectors import (
    EVERY,
    Coded,
    closest,
    specificity,
)
from incident_timeline.checks.settings.suppress import UNUSED
from incident_timeline.errors import shown
from incident_timeline.model import Finding, Severity, Verdict

__all__ = ["chooses", "fails", "graded", "reports_unused", "verify"]

_READING: Final = "TL6"  # told by parsers, whose pages the checks don't know


def chooses(config: CheckConfig, one: Coded, *, passed: bool = True) -> bool:
    """Whether a code is selected, or passed where nothing is, and not ignored."""
    wanted = closest((*config.select, *config.extend_select), one)
    by_default = int(passed and not config.select)
    return max(wanted, by_default) > closest(config.ignore, one)


def reports_unused(config: CheckConfig) -> bool:
    """Whether a suppression that suppresses nothing is told: unless it's ignored."""
    return not closest(config.ignore, UNUSED) or chooses(config, UNUSED)


def graded(config: CheckConfig, one: Coded, severity: Severity) -> Severity:
    """The severity of a code's findings, where theirs is the one given."""
    pairs = ((specificity(code, one), grade) for code, grade in config.severities)
    best = max(pairs, key=lambda pair: pair[0], default=(0, severity))
    return best[1] if best[0] else severity


def fails(config: CheckConfig, findings: Iterable[Finding]) -> bool:
    """Whether any of the findings is certain and as grave as ``fail_on``."""
    if config.fail_on is None:
        return False
    limit = config.fail_on.rank
    certain = (one for one in findings if one.verdict == Verdict.CERTAIN)
    return any(one.severity.rank <= limit for one in certain)


def verify(config: CheckConfig, known: Iterable[Page]) -> None:
    """Refuse selectors that name nothing known.

    Raises:
        ConfigError: For the first that names no code.
    """
    pages = tuple(known)
    trusted = not any(page.code.startswith(_READING) for page in pages)
    for key, selector in _selectors(config):
        named = [page for page in pages if specificity(selector, page)]
        if key == "suppress" and named == [UNUSED]:
            reason = f"{selector!r} is no fault of an incident; ignore it instead"
            raise ConfigError(reason, key, selector, config.origin)
        if not named and not (trusted and selector.upper().startswith(_READING)):
            raise _unknown(key, selector, pages, config.origin)


def _selectors(config: CheckConfig) -> Iterator[tuple[str, str]]:
    """Every key, and each selector under it."""
    yield from (("select", one) for one in config.select)
    yield from (("extend_select", one) for one in config.extend_select)
    yield from (("ignore", one) for one in config.ignore)
    yield from (("severities", code) for code, _ in config.severities)
    yield from (("suppress", one.code) for one in config.suppress)


def _unknown(
    key: str, selector: str, pages: tuple[Page, ...], origin: str
) -> ConfigError:
    words = [word for page in pages for word in (page.code, page.name)]
    reason = f"{shown(selector)} is no code, no beginning of one, no name and not"
    hint = meant(selector, words) or "; the command rules lists them"
    return ConfigError(f"{reason} {EVERY}{hint}", key, selector, origin)
