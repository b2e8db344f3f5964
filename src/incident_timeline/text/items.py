"""Items of evidence named in a text: what they are called, and their type."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from attrs import frozen

from incident_timeline.text.lexicon import Lexicon
from incident_timeline.text.spans import Span

__all__ = ["ItemMention", "find_items", "item_lexicon"]

_DATA = Path(__file__).parent / "lexicons" / "items.toml"


@frozen
class ItemMention(Span):
    """Words that name an item.

    Attributes:
        item_type: What it is, or is said to be: ``firearm``, ``knife`` ...

    >>> ItemMention(2, 9, "firearm").of("A handgun")
    'handgun'
    """

    item_type: str


@lru_cache(maxsize=1)
def item_lexicon() -> Lexicon:
    """The words for items; the kind of a cue is the item type."""
    return Lexicon.load(_DATA)


def find_items(text: str, where: Span) -> tuple[ItemMention, ...]:
    """The items named in a stretch of text, in order; none overlap.

    >>> told = "A second firearm and two knives were recovered."
    >>> [(i.of(told), i.item_type) for i in find_items(told, Span(0, len(told)))]
    [('firearm', 'firearm'), ('knives', 'knife')]
    """
    found: list[ItemMention] = []
    for hit in item_lexicon().find(where.of(text)):
        start, end = where.start + hit.start, where.start + hit.end
        if not found or start >= found[-1].end:
            found.append(ItemMention(start, end, hit.cue.kind))
    return tuple(found)
