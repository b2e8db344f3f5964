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
from incident_timeline.parsers.log import remarks
from incident_timeline.parsers.log.entries import Entry
from incident_timeline.parsers.log.stamps import UNREAD
from incident_timeline.parsers.log.timing import Times, clock_of
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
        signs: How it names who takes part.
        times: What reads the times of stamps.
    """

    bench: Workbench
    lexicon: Lexicon
    signs: Signs
    times: Times
    _before: list[Moment] = field(factory=list)

    def tell(self, entry: Entry) -> None:
        """Make the events of an entry; one that no cue knows is of kind ``other``."""
        at, until = entry.at, entry.until
        if self._struck(entry):
            return
        self._ordered(entry, at)
        kinds = self._kinds(entry)
        if kinds:
            at, until = self._happened(entry, at, until)
        who = list(self._who(entry))
        summary = _short(" ".join(entry.told.text.split()))
        for kind in kinds or ("other",):
            self.bench.event(
                kind, at, end=until, quote=entry.whole, summary=summary, who=who
            )

    def _struck(self, entry: Entry) -> bool:
        """Whether the entry is struck out; that, or that it was amended, is told."""
        if remarks.struck(entry.told):
            self.bench.note(entry.whole, "TL663", "the entry is struck out")
            return True
        if mark := remarks.amended(entry.told):
            self.bench.note(mark, "TL662", "the entry was changed after it was made")
        return False

    def _happened(
        self, entry: Entry, at: Moment, until: Moment | None
    ) -> tuple[Moment, Moment | None]:
        """When it happened: at another time that it tells, where it was made late."""
        clocks, late = remarks.told_late(entry.told)
        stamped = entry.stamp.clock
        others = [one for one in clocks if clock_of(one) != stamped]
        if late and len(others) == 1:
            message = f"the entry tells of {others[0].text}, and was made later"
            self.bench.note(others[0], "TL679", message)
            return self.times.inner(entry.stamp, others[0], at), None
        if others or late:
            words = others[0] if others else entry.stamp.words
            message = "the entry may tell of another time than that of its stamp"
            self.bench.note(words, "TL679", message)
        if late and others:
            return Moment.unknown(entry.stamp.words.text), None
        return at, until

    def _ordered(self, entry: Entry, at: Moment) -> None:
        newest_first = self.times.run.newest_first
        if not newest_first and self._before and at.precedes(self._before[-1]):
            message = f"{entry.stamp.words.text!r} is before the entry above it"
            self.bench.note(entry.stamp.words, "TL664", message)
        if not at.is_unknown:
            self._before[:] = [at]

    def _kinds(self, entry: Entry) -> list[str]:
        """The kinds of what it tells, each once, in their order."""
        if entry.stamp.style == UNREAD:
            return []
        if back := remarks.takes_back(entry.told):
            self.bench.note(back, "TL680", "an entry above is taken back")
            return []
        if any(column.match(self.signs.claim) for column in entry.columns):
            return ["call"]
        told = self.bench.tellings(entry.told, self.lexicon)
        facts = [one for one in told if not one.cue.mention]
        facts = facts or [one for one in told if _heads(one)]
        sure = [one for one in facts if remarks.is_fact(entry.told, one)]
        if sure and remarks.is_practice(entry.told):
            sure = []
        if len(sure) < len(facts):
            message = "what is denied, foreseen or practised is not told as a fact"
            self.bench.note(entry.told, "TL608", message)
        return list(dict.fromkeys(one.kind for one in sure))

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
