"""Words: terms known and unknown, texts plain and awkward, fields not yet known."""

from __future__ import annotations

from hypothesis import strategies as st

from incident_timeline.vocabulary import (
    EventKind,
    Footing,
    Force,
    InvestigationStatus,
    ItemType,
    PartyKind,
    Role,
    Term,
)
from incident_timeline.vocabulary.catalogue import VOCABULARIES

__all__ = [
    "EXTRAS",
    "FOOTINGS",
    "FORCES",
    "ITEM_TYPES",
    "KINDS",
    "PARTY_KINDS",
    "ROLES",
    "SENTENCES",
    "STATUSES",
    "TEXTS",
    "TEXT_POOL",
    "terms",
]

_OTHER_TERMS = ("x-mycity:tow", "drone_launch", "z9:a-b_c")


def _words(vocabulary: type[Term]) -> tuple[str, ...]:
    return (*(term.value for term in vocabulary), *_OTHER_TERMS)


KINDS = _words(EventKind)
ROLES = _words(Role)
ITEM_TYPES = _words(ItemType)
PARTY_KINDS = _words(PartyKind)
FORCES = (Force.STATED.value, *_words(Force))
FOOTINGS = ("unknown", *_words(Footing))
STATUSES = ("unknown", *_words(InvestigationStatus))

TEXT_POOL = (
    "",
    "a man",
    "at about nine in the evening",
    "Seán Ó’Néill, e\u0301 in two parts",
    "quotes \"', <b>marks</b> &amp; a | bar",
    "two\nlines\r\nand\ta tab ",
    "=1+1",
    "right to left \u05d0\u05d1, \u202eturned\u202c",
    "an astral \U0001f6a8, a break\u2028here, a null\x00",
)
"""Texts that formats find hard."""


def _parted(text: str) -> str:
    """The text with a colon in its midst: no filler, such as "NA", has one."""
    half = len(text) // 2
    return f"{text[:half]}:{text[half:]}"


TEXTS = st.lists(st.text(max_size=20).map(_parted), max_size=3)
"""Texts of any characters, none of which a rule takes for a filler."""

SENTENCES = (
    "Officers were called to an address. ",
    "A unit went to the scene. ",
    "A man was taken to hospital. ",
    "The family have been told. ",
)
"""A source's text, of which every sentence can be quoted."""

EXTRAS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("x_note", '"kept"'),),
    (("a", "1"), ("b", '{"c":[null,true],"d":"2"}')),
)
"""Fields of a later version, as records keep them."""

_ANY_KNOWN = st.sampled_from(
    sorted({term.value for vocabulary in VOCABULARIES.values() for term in vocabulary})
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_UNKNOWN = st.lists(
    st.text(_LETTERS, min_size=1, max_size=8), min_size=1, max_size=4
).map(lambda words: "x-" + "_".join(words))


def terms(
    *, vocabulary: type[Term] | None = None, known: bool = True, unknown: bool = True
) -> st.SearchStrategy[str]:
    """Terms as plain words: of a vocabulary (of any, if ``None``), or of none.

    Shrinks to the first known term. Without *known*, no term is a member of any
    vocabulary; with neither, there is nothing to draw.

    >>> from incident_timeline.vocabulary import Force
    >>> strategy = terms(vocabulary=Force, unknown=False)
    """
    chosen = _ANY_KNOWN
    if vocabulary is not None:
        chosen = st.sampled_from([term.value for term in vocabulary])
    return st.one_of(
        chosen if known else st.nothing(), _UNKNOWN if unknown else st.nothing()
    )
