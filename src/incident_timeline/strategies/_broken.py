"""Strategies for documents that no parser should fall over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from incident_timeline.errors import UnreadableInputError
from incident_timeline.parsers import Document
from incident_timeline.strategies._broken_texts import AWKWARD, SAMPLES
from incident_timeline.strategies._noting import note
from incident_timeline.strategies._picker import SEEDS, Picker

__all__ = ["documents", "documents_broken"]

_NAMES = ("", "a.txt", "a.log", "a.csv", "a.json", "a.ics", "a", ".csv", "a.b/é.LOG")
_ZONES = ("UTC", None, "Europe/London", "+05:30")
_PUBLISHED = (date(2023, 11, 24), None, date(1900, 2, 28), date(9997, 12, 31))
_STRANGE = (
    "\x00\t\r\n\x0b\x85\u2028\ufeff\u202e\u0301\u00a0,;\"'\\{}[]<>&=0:9\U0001f6a8é"
)
_MOST_DAMAGE = 4


@frozen
class _Damage:
    """What is drawn for one piece of damage: of what kind, and where."""

    kind: str
    seed: int


def _cut(text: str, pick: Picker) -> str:
    return text[: pick.below(len(text) + 1)]


def _beheaded(text: str, pick: Picker) -> str:
    return text[pick.below(len(text) + 1) :]


def _on_lines(change: Callable[[list[str], Picker], None]) -> _Change:
    def changed(text: str, pick: Picker) -> str:
        lines = text.splitlines(keepends=True)
        if lines:
            change(lines, pick)
        return "".join(lines)

    return changed


def _deleted(lines: list[str], pick: Picker) -> None:
    del lines[pick.below(len(lines))]


def _doubled(lines: list[str], pick: Picker) -> None:
    place = pick.below(len(lines))
    lines.insert(place, lines[place])


def _swapped(lines: list[str], pick: Picker) -> None:
    one, other = pick.below(len(lines)), pick.below(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _joined(lines: list[str], pick: Picker) -> None:
    place = pick.below(len(lines))
    lines[place] = lines[place].rstrip("\r\n")


def _flipped(text: str, pick: Picker) -> str:
    """One bit of a character flipped; none of the lowest five makes half a pair."""
    return _replaced(text, pick, lambda old: chr(ord(old) ^ 1 << pick.below(5)))


def _strange(text: str, pick: Picker) -> str:
    return _replaced(text, pick, lambda old: old + pick.of(_STRANGE))


def _dropped(text: str, pick: Picker) -> str:
    return _replaced(text, pick, lambda _: "")


def _replaced(text: str, pick: Picker, change: Callable[[str], str]) -> str:
    if not text:
        return text
    place = pick.below(len(text))
    return f"{text[:place]}{change(text[place])}{text[place + 1 :]}"


def _other_ends(text: str, pick: Picker) -> str:
    return text.replace("\n", pick.of(("\r\n", "\r", "\x85", "\u2028", "")))


_Change = Callable[[str, Picker], str]
_DAMAGE: Mapping[str, _Change] = MappingProxyType(
    {
        "cut": _cut,
        "beheaded": _beheaded,
        "line deleted": _on_lines(_deleted),
        "line doubled": _on_lines(_doubled),
        "lines swapped": _on_lines(_swapped),
        "lines joined": _on_lines(_joined),
        "character flipped": _flipped,
        "character added": _strange,
        "character dropped": _dropped,
        "other line ends": _other_ends,
    }
)
_DAMAGES = st.lists(
    st.builds(_Damage, st.sampled_from([*_DAMAGE]), SEEDS),
    min_size=1,
    max_size=_MOST_DAMAGE,
)
_AWKWARD_KINDS = st.sampled_from([*AWKWARD])
_ANY_TEXT = st.text(max_size=60)


def _known(text: str, seed: int) -> Document:
    """The text, and what may be known of it."""
    pick = Picker(seed)
    return Document(
        text, name=pick.of(_NAMES), zone=pick.of(_ZONES), published=pick.of(_PUBLISHED)
    )


def _awkward(kind: str, seed: int) -> str:
    note(f"broken: {kind}")
    return Picker(seed).of(AWKWARD[kind])


def _damaged(text: str, damages: list[_Damage]) -> str:
    for damage in damages:
        note(f"damage: {damage.kind}")
        text = _DAMAGE[damage.kind](text, Picker(damage.seed))
    return text


_BROKEN = st.builds(
    _known,
    st.one_of(
        st.builds(_awkward, _AWKWARD_KINDS, SEEDS),
        st.builds(_damaged, st.sampled_from(SAMPLES), _DAMAGES),
        st.lists(
            st.one_of(st.builds(_awkward, _AWKWARD_KINDS, SEEDS), _ANY_TEXT),
            min_size=1,
            max_size=3,
        ).map("\n".join),
    ),
    SEEDS,
)


@st.composite
def documents_broken(
    draw: st.DrawFn, *, sample: str | Document | None = None
) -> Document:
    r"""Documents that a parser must survive: odd texts, or damage done to *sample*.

    Without a sample: empty and blank texts; byte order marks, nulls and every line
    end; astral, combining and right-to-left characters; very long lines; what looks
    binary or was wrongly decoded; deep nesting; cut JSON, CSV, logs and calendars;
    huge numbers and impossible dates; templates, markup and formulas; and damage done
    to a small text of each form; of any name, zone and day, or none. With a sample, it
    is cut, its lines deleted, doubled, swapped and joined, its characters flipped,
    dropped and added to; all else that a `Document` has stays. A text is as long as
    ten thousand characters now and then. Shrinks to an empty text.

    Raises:
        InvalidArgument: When drawn from, if *sample* is no text and no document.

    >>> from hypothesis import find
    >>> find(documents_broken(), lambda one: "\ufeff" in one.text).text
    '\ufeff'
    >>> found = find(documents_broken(sample="19:59 Call."), lambda one: one.text > "2")
    """
    if sample is None:
        return draw(_BROKEN)
    return draw(_of_sample(sample))


def _of_sample(sample: str | Document) -> st.SearchStrategy[Document]:
    message = f"sample={sample!r} is no text and no document"
    if not isinstance(sample, str | Document):
        raise InvalidArgument(message)
    try:
        document = sample if isinstance(sample, Document) else Document(sample)
    except UnreadableInputError:
        raise InvalidArgument(message) from None
    texts = st.builds(_damaged, st.just(document.text), _DAMAGES)
    return texts.map(lambda text: evolve(document, text=text))


_TEXTS = st.one_of(st.sampled_from(SAMPLES), _ANY_TEXT)


def documents() -> st.SearchStrategy[Document]:
    """Documents: whole ones of each form, and texts of any characters.

    Shrinks to a document of prose.
    """
    return st.builds(_known, _TEXTS, SEEDS)
