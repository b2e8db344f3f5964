"""What rules ask of readers of text; loaded on first need, since that takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incident_timeline.text import AgeMention, ItemMention

__all__ = ["ages_in", "items_in"]


def ages_in(text: str) -> tuple[AgeMention, ...]:
    """The ages that a text tells.

    >>> [age.least for age in ages_in("a 34-year-old man")]
    [34]
    """
    from incident_timeline.text import Span, find_ages  # noqa: PLC0415  on need

    return find_ages(text, Span(0, len(text)))


def items_in(text: str) -> tuple[ItemMention, ...]:
    """The items that a text names.

    >>> [item.item_type for item in items_in("what appears to be a firearm")]
    ['firearm']
    """
    from incident_timeline.text import Span, find_items  # noqa: PLC0415  on need

    return find_items(text, Span(0, len(text)))
