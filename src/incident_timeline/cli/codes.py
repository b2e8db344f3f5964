"""Every code that this library reports, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from incident_timeline.checks import ALL_RULES, UNUSED, Page, Rule
from incident_timeline.parsers import READINGS, parsers

__all__ = ["CODES", "known_codes", "listed"]

CODES: Final[tuple[Page, ...]] = (UNUSED, *ALL_RULES, *READINGS)
"""What the library reports: of suppressions, of incidents and of documents."""


def known_codes() -> tuple[Page, ...]:
    """All codes, those of parsers that other packages install among them.

    A parser tells its own in an attribute ``readings``, where it has one.
    """
    own = {page.code for page in CODES}
    more = (page for one in parsers().values() for page in getattr(one, "readings", ()))
    added = {page.code: page for page in more if page.code not in own}
    return (*CODES, *added.values())


def listed() -> Iterator[dict[str, object]]:
    """What there is to tell of each code, in their order."""
    for page in sorted(known_codes(), key=lambda one: one.code):
        rule = page if isinstance(page, Rule) else None
        laws = rule.laws if rule else ()
        yield {
            "code": page.code,
            "name": page.name,
            "severity": page.severity.value,
            "default": rule is None or rule.is_default,
            "jurisdictions": list(dict.fromkeys(law.jurisdiction for law in laws)),
        }
