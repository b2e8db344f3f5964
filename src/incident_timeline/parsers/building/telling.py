"""What some words tell by the cues of a lexicon, which is slow to load."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:  # see above
    from incident_timeline.text.actors import Speakers
    from incident_timeline.text.cues import Telling
    from incident_timeline.text.lexicon import Lexicon

__all__ = ["facts"]


@frozen
class _Same:
    """A lexicon, told apart from others by which one it is."""

    lexicon: Lexicon = field(eq=id)


@lru_cache(maxsize=8)
def _speakers(same: _Same) -> Speakers:
    from incident_timeline.text.actors import Speakers  # noqa: PLC0415  slow to load

    return Speakers.of(same.lexicon)


def facts(text: str, lexicon: Lexicon | None) -> tuple[Telling, ...]:
    """What a text tells as fact, in its order; by the default lexicon if none."""
    from incident_timeline.parsers import _passages  # noqa: PLC0415  slow to load
    from incident_timeline.text.lexicon import (  # noqa: PLC0415  slow to load
        default_lexicon,
    )

    cues = lexicon or default_lexicon()
    found = _passages.passages(text, (), lexicon=cues, speakers=_speakers(_Same(cues)))
    return tuple(fact for passage in found for fact in passage.facts)
