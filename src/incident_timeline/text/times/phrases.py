"""From pieces to whole expressions: what stands together is one statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.text.times.clock_pieces import clock_of_digits
from incident_timeline.text.times.finish import finish
from incident_timeline.text.times.join import join
from incident_timeline.text.times.left import follows_at, take_left
from incident_timeline.text.times.lexemes import scan
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.pieces import piece
from incident_timeline.text.times.right import is_time, take_zone
from incident_timeline.text.times.stamps import heads_a_log

__all__ = ["phrases"]


def phrases(text: str, low: str, *, month_first: bool) -> Iterator[Phrase]:
    """Each time expression of *text* as written, in order, none overlapping."""
    current: Phrase | None = None
    floor = 0
    for kind, found in scan(low):
        added = _settled(text, low, kind, found, month_first=month_first)
        if added is None or (current is not None and join(low, current, added)):
            continue
        if current is not None and finish(text, low, current, floor, added.start):
            floor = current.end
            yield current
        current = _begun(low, found, added, floor)
    if current is not None and finish(text, low, current, floor, len(low)):
        yield current


def _settled(
    text: str, low: str, kind: str, found: re.Match[str], *, month_first: bool
) -> Phrase | None:
    """The piece that was found, with its zone word, if it is a time."""
    if not is_time(text, low, kind, found):
        return None
    if kind == "year" and (
        follows_at(low, found.start()) or heads_a_log(low, *found.span())
    ):
        return clock_of_digits(found)
    added = piece(kind, found, month_first=month_first)
    if added is not None and added.slot == "clock":
        take_zone(text, low, added)
    return added


def _begun(low: str, found: re.Match[str], phrase: Phrase, floor: int) -> Phrase | None:
    """A new expression that begins with *phrase* and the words before it."""
    if take_left(low, phrase, floor):
        return phrase
    turn = phrase.turn
    if turn is None or turn.unit != "weekday":
        return None
    plain = Phrase(found.start("turn_n"), phrase.end, "weekday", part=phrase.part)
    plain.weekday = turn.weekday
    take_left(low, plain, floor)
    return plain
