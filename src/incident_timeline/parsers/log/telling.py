"""What an entry of a log tells: events, and who took part in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from attrs import field, frozen

from incident_timeline.model import Party
from incident_timeline.moments import Moment
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.log.entries import Entry
from incident_timeline.text.cues import Telling
from incident_timeline.text.lexicon import Lexicon, default_lexicon

__all__ = ["Teller", "control_room"]

_DATA: Final = Path(__file__).parent / "control_room.toml"
_SHOWN: Final = 300  # characters of an entry that its summary keeps
_HEAD: Final = 25  # characters within which a noun stands for its entry
# Codes of units without a word: letters that are no road, rank or other code.
_NO_UNIT = (
    "IC|PC|PS|DC|DS|DI|DCI|DSU|INSP|CI|SGT|CR|RT|SR|US|HWY|ID|NO|AM|PM|GR|CAT|CODE|SEC"
    "|ROOM|FLAT|APT|AGE|AGED|TL|MG|CAD|REF|EXT|TEL|OP|GRADE|PRI|P"
)
_CODE = rf"\b(?!(?:{_NO_UNIT})\d)(?:[A-Z]{{2,3}}\d{{1,3}}|\d[A-Z]{{1,2}}\d{{1,3}})\b"
_PLATE = r"(?![ ][A-HJ-PR-Y]{3}\b(?<!\bAND)(?<!\bTOA)(?<!\bATT)(?<!\bARR)(?<!\bNOW))"
_AMENDED = re.compile(
    r"[\[(]\s?(?:(?P<struck>struck|deleted|void|withdrawn|entered in error)"
    r"|amended|amd|corrected|correction|edited|updated|late entry|see correction)"
    r"\b[^\])\n]{0,80}[\])]",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def control_room() -> Lexicon:
    """The cues that come with the library, and those of control rooms."""
    return default_lexicon().extended(Lexicon.load(_DATA))


@frozen(slots=False)
class Signs:
    """How a lexicon's classes name units, desks and callers at an entry's head."""

    lexicon: Lexicon

    def _words(self, name: str) -> str:
        words = sorted(self.lexicon.classes.get(name, ()), key=len, reverse=True)
        each = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
        return f"(?:{each})" if each else r"(?!)"

    @cached_property
    def units(self) -> re.Pattern[str]:
        """Units and crews anywhere in an entry."""
        words = rf"(?i:\b(?:{self._words('callsign')})[ -]?\d{{1,4}}[A-Za-z]?\b)"
        medics = rf"(?P<medic>(?i:\b{self._words('medic_sign')}[ -]?\d{{1,4}}\b))"
        return re.compile(rf"{medics}|{words}|{_CODE}{_PLATE}")

    @cached_property
    def caller(self) -> re.Pattern[str]:
        """Who called, at the head of an entry or as its column."""
        word = self._words("caller_word")
        return re.compile(rf"(?i:(?:1st |2nd |3rd )?{word}(?: \d{{1,2}})?(?!\w))")

    @cached_property
    def claim(self) -> re.Pattern[str]:
        """A caller's own words, which are told as theirs alone."""
        verb = self._words("claim_word")
        return re.compile(rf"{self.caller.pattern}[ ,:-]{{1,3}}(?i:{verb})(?!\w)")

    @cached_property
    def desk(self) -> re.Pattern[str]:
        """Who keeps the log, as an entry's column."""
        return re.compile(rf"(?i:{self._words('desk_word')}(?:[ -]?\d{{1,4}})?)")


@frozen
class Teller:
    """Makes events of entries.

    Attributes:
        bench: Where they are recorded.
        lexicon: The cues.
    """

    bench: Workbench
    lexicon: Lexicon
    signs: Signs
    _before: list[Moment] = field(factory=list)

    def tell(self, entry: Entry, at: Moment) -> None:
        """Make the events of an entry; one that no cue knows is of kind ``other``."""
        if self._struck(entry):
            return
        self._ordered(entry, at)
        kinds = self._kinds(entry)
        who = list(self._who(entry))
        summary = " ".join(entry.told.text.split())
        for kind in kinds or ("other",):
            self.bench.event(
                kind, at, quote=entry.whole, summary=_short(summary), who=who
            )

    def _struck(self, entry: Entry) -> bool:
        """Whether the entry is struck out; that, or that it was amended, is told."""
        mark = entry.told.search(_AMENDED)
        if mark is None:
            return False
        struck = bool(mark["struck"])
        if struck:
            self.bench.note(entry.whole, "TL663", "the entry is struck out")
        else:
            self.bench.note(mark[0], "TL662", "the entry was changed after it was made")
        return struck

    def _ordered(self, entry: Entry, at: Moment) -> None:
        if self._before and at.precedes(self._before[-1]):
            message = f"{entry.stamp.words.text!r} is before the entry above it"
            self.bench.note(entry.stamp.words, "TL664", message)
        if not at.is_unknown:
            self._before[:] = [at]

    def _kinds(self, entry: Entry) -> list[str]:
        """The kinds of what it tells, each once, in their order."""
        if any(column.match(self.signs.claim) for column in entry.columns):
            return ["call"]
        told = self.bench.tellings(entry.told, self.lexicon)
        facts = [one for one in told if not one.cue.mention]
        facts = facts or [one for one in told if _heads(one)]
        return list(dict.fromkeys(one.kind for one in facts))

    def _who(self, entry: Entry) -> Iterator[tuple[Party, str]]:
        """Who is named, each once with a role."""
        found: dict[str, tuple[Party, str]] = {}
        for party, role in self._named(entry):
            found.setdefault(party.id, (party, role))
        yield from found.values()

    def _named(self, entry: Entry) -> Iterator[tuple[Party, str]]:
        for column in entry.columns[:-1]:
            if column.fullmatch(self.signs.desk):
                desk = self.bench.party(column.text, kind="unit", quote=column)
                yield desk, "dispatcher"
        for column in entry.columns:
            if caller := column.match(self.signs.caller):
                yield self._caller(caller[0]), "caller"
        for words in entry.told.searches(self.signs.units):
            name = " ".join(words[0].text.split())
            role = "medical" if words["medic"] else "responding_unit"
            yield self.bench.party(name, kind="unit", quote=words[0]), role

    def _caller(self, words: Piece) -> Party:
        which = re.sub(r"[^\d]", "", words.text)
        described = f"caller {which}" if which not in ("", "1") else "caller"
        return self.bench.party(description=described, quote=words, key=described)


def _heads(telling: Telling) -> bool:
    return telling.at < _HEAD


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
