"""Whether a loss names a field: by a word of the field, or of its record as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

__all__ = ["EXTRA", "NAMES", "WHOLE", "Chain", "is_named"]

Chain = tuple[tuple[str, str], ...]
"""A field after those that it stands in, from the incident on: class and field each."""

EXTRA: Final = "extra"
"""The field that holds what a later version tells, in any record."""

WHOLE: Final = ""
"""What names a record as a whole, unless a field of it is named too."""

_SAYS: Final = "citation|who says|who said|tells of"
_HOW: Final = "stated time|times are stated|some times are stated"
NAMES: Final[dict[str, dict[str, str]]] = {
    "Incident": {
        WHOLE: "incident",
        "id": "ids?\\b",
        "title": "title",
        "jurisdiction": "jurisdiction",
        "events": "events?\\b",
        "parties": "part(?:y|ies)\\b|people|persons?\\b",
        "evidence": "evidence|items?\\b",
        "investigations": "investigation|inquir",
        "sources": "sources?\\b",
        "links": "links?\\b|relation|order",
    },
    "Event": {
        WHOLE: "events?\\b",
        "id": "ids?\\b",
        "kind": "kind|what happened",
        "start": "start|began|begin",
        "end": "end|last",
        "summary": "summar|what happened",
        "place": "place|where\\b|location",
        "participants": "participa|who took part",
        "evidence_ids": "which (?:evidence|items?\\b)",
        "part_of_id": "parts? of",
        "citations": _SAYS,
    },
    "Link": {
        WHOLE: "links?\\b|relation|order",
        "id": "ids?\\b",
        "event_id": "which events?\\b",
        "relation": "kinds? of relation",
        "other_id": "which events?\\b",
        "least": "least|gap",
        "greatest": "greatest|most\\b|gap",
        "citations": _SAYS,
    },
    "Party": {
        WHOLE: "part(?:y|ies)\\b|people|persons?\\b",
        "id": "ids?\\b",
        "kind": "kind",
        "name": "names?\\b",
        "description": "descri",
        "age": "ages?\\b",
        "citations": _SAYS,
    },
    "Age": {
        WHOLE: "ages?\\b",
        "least": "least",
        "greatest": "greatest|most\\b",
        "citations": _SAYS,
    },
    "Participant": {
        WHOLE: "participa|who took part",
        "party_id": "who\\b",
        "role": "role",
    },
    "Evidence": {
        WHOLE: "evidence|items?\\b",
        "id": "ids?\\b",
        "item_type": "type|kind",
        "status": "status|how sure",
        "description": "descri",
        "recovered": "when .*(?:recover|found)|times?\\b.*(?:recover|found)",
        "recovered_place": "(?:where|place).*(?:recover|found)",
        "recovered_by_id": "(?:who|whom)\\b.*(?:recover|found)",
        "event_id": "(?:event|occasion).*(?:recover|found)|which events?\\b",
        "custody": "custody|hand",
        "citations": _SAYS,
    },
    "CustodyStep": {
        WHOLE: "custody|hand",
        "at": "when|times?\\b",
        "from_id": "giver|gave|whom",
        "to_id": "receiv|took",
        "purpose": "purpose|what for",
        "citations": _SAYS,
    },
    "Investigation": {
        WHOLE: "investigation|inquir",
        "id": "ids?\\b",
        "body_id": "bod(?:y|ies)\\b|by whom",
        "footing": "footing",
        "status": "status",
        "matter": "matter",
        "opened": "open",
        "closed": "clos|end",
        "citations": _SAYS,
    },
    "Source": {
        WHOLE: "sources?\\b",
        "id": "ids?\\b",
        "title": "title",
        "publisher": "publisher",
        "url": "url|address",
        "published": "published|publication",
        "text": "texts?\\b",
        "sha256": "digest|sha|checksum",
    },
    "Citation": {
        WHOLE: _SAYS,
        "source_id": "which sources?\\b",
        "quote": "quotes?\\b",
        "start": "where .*(?:stand|quote)|span|offset|position",
        "end": "where .*(?:stand|quote)|span|offset|position",
        "attributed_to": "attribut|to whom|voice",
        "force": "force|how firmly|how sure",
    },
    "Moment": {
        WHOLE: "times?\\b|moment",
        "earliest_utc": "bound|earliest|vague",
        "latest_utc": "bound|latest|vague",
        "zone": "zone",
        "qualifier": f"qualif|vague|{_HOW}",
        "precision": f"precis|{_HOW}",
        "part": f"parts? of|{_HOW}",
        "stated": _HOW,
        "text": "words",
        "assumed": "assum",
    },
}
"""The words that name each field of each record; patterns of where they begin."""

_ALL: Final = "everything|all but|all else|the rest"
_LATER: Final = "fields? .*not know|unknown field|extra|later version"


def is_named(chain: Chain, losses: Iterable[str]) -> bool:
    """Whether a loss names the field, or a record as a whole that it stands in.

    >>> chain = (("Incident", "events"), ("Event", "place"))
    >>> is_named(chain, ["the places of events"]), is_named(chain, ["events"])
    (True, True)
    >>> is_named(chain, ["the summaries of events"])
    False
    """
    return any(_names(loss, chain) for loss in losses)


def _names(loss: str, chain: Chain) -> bool:
    cls, name = chain[-1]
    own = _LATER if name == EXTRA else NAMES[cls][name]
    if _begins(_ALL).search(loss) or _begins(own).search(loss):
        return True
    return any(_names_whole(loss, outer) for outer, _ in chain[1:])


def _names_whole(loss: str, cls: str) -> bool:
    parts = {name: words for name, words in NAMES[cls].items() if name != WHOLE}
    is_part = any(_begins(words).search(loss) for words in parts.values())
    return not is_part and _begins(NAMES[cls][WHOLE]).search(loss) is not None


@cache
def _begins(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)
