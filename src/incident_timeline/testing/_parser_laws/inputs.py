"""The texts that a parser is tried on."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import Final

from attrs import evolve, frozen

from incident_timeline.parsers import Document

__all__ = ["AWKWARD", "BLANK", "FOREIGN", "Case", "damaged", "drawn", "lines_of"]

_SHORT: Final = 100  # characters of a text that is mixed in with others

BLANK: Final = ("", " ", "\n", "\t", "\r\n", "\n \t\r\n\n", "\u00a0\u2003", "\ufeff")
"""Texts that say nothing."""

FOREIGN: Final = (
    "Officers were called to a flat in Mill Lane. A man was taken to hospital.",
    '{"schema_version": 1, "title": "Mill Lane", "events": []}',
    "date,kind,place\n2023-11-23,call,Mill Lane\n2023-11-23,arrival,Mill Lane\n",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20231123T195900Z\nEND:VEVENT\n",
    "# Heading\n\n- one\n- two\n",
    "<html><body><p>20:09 arrived</p></body></html>",
    "2013 UNIT12 arrived\n2014 UNIT12 left\n",
)
"""Texts in several formats, none of which every parser's own can be."""

AWKWARD: Final = (
    *BLANK,
    *FOREIGN,
    "\x00",
    "a\x00b\n",
    "\ufffd",
    "\u0301\u0301",  # combining marks with nothing to combine with
    "e\u0301 \u200d\u200b\u2066",  # joiners, and marks of direction
    "\U0001f694 \U0001f468\u200d\U0001f469\u200d\U0001f467\n\U00010348",
    "\u0661\u0669:\u0665\u0669",  # 19:59, in digits that int() takes
    "\u00b2\u00b3:\u00b9\u00b2",  # digits that int() does not take
    "99:99 on 31 February 99999",
    "-1e999 NaN 0x1F 1_000 007",
    "9" * 5000,  # more digits than int() takes
    "\x0b\x0c\x1c\x85\u2028\u2029",  # ends of lines, for some
    "\r\r\n\n\r",
    "[" * 3000,
    "(" * 3000 + ")" * 3000,
    '"' * 999,
    "\\" * 999,
    "a," * 3000,
    "\n" * 3000,
    "%s %d {} {0} $x ${x}",
    "<script>alert(1)</script>&amp;",
)
"""Texts that programs stumble over."""


DAMAGES: Final = 5
"""How many sorts of damage there are."""


@frozen(kw_only=True)
class Case:
    """A document, and a number that says what to change, to laws that change it."""

    document: Document
    number: int = 0


@cache
def drawn(samples: tuple[Document, ...], count: int) -> tuple[Case, ...]:
    """Lines of the samples and other texts, as Hypothesis mixes them."""
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415  extra
    from hypothesis import strategies as st  # noqa: PLC0415  an extra, as above

    pieces = [line for one in samples for line in one.text.splitlines(keepends=True)]
    piece = st.one_of(
        st.sampled_from(pieces or [""]),
        st.sampled_from([text for text in AWKWARD if len(text) < _SHORT]),
        st.text(max_size=12),
    )
    mixed = st.lists(piece, max_size=6).map("".join)
    found: list[Case] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        derandomize=True,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.nested_given],
    )
    @given(st.sampled_from(samples), mixed, st.integers(0, 10**6))
    def collect(sample: Document, text: str, number: int) -> None:
        found.append(Case(document=evolve(sample, text=text), number=number))

    collect()
    return tuple(found)


def lines_of(text: str) -> list[tuple[int, str]]:
    """Each line with its end, and where it begins."""
    lines = text.split("\n")
    kept = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    starts = accumulate((len(line) for line in kept), initial=0)
    return [(start, line) for start, line in zip(starts, kept, strict=False) if line]


def damaged(text: str, number: int) -> str:
    """The text with a line dropped, doubled, swapped, garbled or moved about."""
    lines = [line for _, line in lines_of(text)] or [""]
    rest, how = divmod(number, DAMAGES)
    at, other = rest % len(lines), rest // len(lines) % len(lines)
    line = lines[at]
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(other, line)
    elif how == 2:  # noqa: PLR2004  the third of five
        lines[at], lines[other] = lines[other], line
    elif how == 3:  # noqa: PLR2004  the fourth
        lines[at] = f"{line[::-1].strip()}\n"
    else:
        lines[at] = f"{line[: len(line) // 2]}\ufffd\x00{line[len(line) // 2 + 1 :]}"
    return "".join(lines)
