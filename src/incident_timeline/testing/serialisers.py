"""Checks for serialisers: what each promises, tried on drawn incidents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from textwrap import fill, indent
from typing import Final

from attrs import evolve, frozen

from incident_timeline.converter import dumps
from incident_timeline.converter import loads as from_json
from incident_timeline.model import Incident
from incident_timeline.serialisers import Serialised, Serialiser, serialisers
from incident_timeline.testing._at_once import at_once
from incident_timeline.testing._changes import copies
from incident_timeline.testing._cost import lines_run, too_steep
from incident_timeline.testing._fillings import fillings, worded
from incident_timeline.testing._judged_serialisers import (
    JUDGES,
    READ_AGAIN,
    Loads,
    is_silent,
    is_well_formed,
    out_of_place,
    written,
)
from incident_timeline.testing._laws.serialisers import SERIALISER_LAWS
from incident_timeline.testing._processes import Home, elsewhere, home_of
from incident_timeline.testing._shapes import reader_of
from incident_timeline.testing._subjects import Subject, sift, subjects
from incident_timeline.testing.check import Breach, Check, Effort, checks_of
from incident_timeline.testing.search import need_hypothesis, search

__all__ = ["serialiser_checks"]

_THREADED: Final = 20  # incidents that all threads write
_FEW: Final = 32
_CALLER: Final = (__name__, "_told_there")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_SUFFIX: Final = re.compile(r"(?:\.[a-z0-9]+)+")
_MEDIA_TYPE: Final = re.compile(
    r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"
    r"(?:; ?[a-z]+=[\w.-]+)*"
)
_AWKWARD: Final = (
    "a\nb",
    "a\r\nb\rc",
    "a\u2028b\x85c\x0bd",
    "a\x00b\x1bc",
    "a\"b'c`d",
    "a\\",
    'a",b;c\td|e',
    "a</td></title></style><script>b</script><!--",
    '"><img src=x onerror=a>',
    "]]>&amp;&#0;a",
    "# a\n\n- b\n> c\n| d |",
    "a [b](javascript:c) d",
    "![a](b)",
    "*a* **b** _c_",
    "a `b` c",
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "=1+1",
    '{"a": [1]}',
    'a", "b": "c',
    "a\u202eb",
    "\U0001f6a8" * 100,  # half a character is left wherever UTF-16 units are cut:
    "a" + "\U0001f6a8" * 100,  # in the one, or in the other
)


def serialiser_checks(
    serialiser: Serialiser,
    *,
    loads: Loads | None = None,
    expected_failures: Mapping[str, str] | None = None,
    effort: Effort = "quick",
    kit: int = 1,
) -> tuple[Check, ...]:
    """The checks that a serialiser is to pass, in the order of their codes.

    S11 to S13 are asked where *loads* is given; S14 and S15 of JSON, JSON Lines, CSV,
    TSV, HTML, XML, iCalendar and Markdown, by media type; S18 with *effort*
    ``thorough`` only, and where a module holds the serialiser under a public name.

    Args:
        serialiser: The serialiser.
        loads: What reads its texts again, as one incident each.
        expected_failures: Why a law is expected to be broken, by its code; such a
            check fails where the law holds.
        effort: How many incidents are drawn: ``quick`` or ``thorough``.
        kit: The version of the kit; later ones may ask for more.

    Raises:
        ImportError: If Hypothesis is not installed.
        UnknownReferenceError: If there is no such kit, or no such law is asked.

    >>> from incident_timeline import loads
    >>> from incident_timeline.serialisers import serialisers
    >>> checks = serialiser_checks(serialisers()["json"], loads=loads)
    >>> [check.__name__ for check in checks][:3]
    ['S01-total', 'S02-deterministic', 'S03-stateless']
    >>> for check in checks:
    ...     check()
    """
    need_hypothesis()
    expected = frozenset(expected_failures or ())
    runs = dict(_Trial(serialiser, loads, effort, expected).runs())
    asked = ((law, runs[law.code]) for law in SERIALISER_LAWS if law.code in runs)
    return checks_of(asked, expected_failures=expected_failures, kit=kit)


@frozen(eq=False)
class _Trial:
    """A serialiser on trial, and the incidents that it is tried on."""

    serialiser: Serialiser
    loads: Loads | None
    effort: Effort
    expected: frozenset[str]

    def runs(self) -> Iterator[tuple[str, Callable[[], Breach | None]]]:
        """What asks each law that applies."""
        for code, judge in JUDGES.items():
            yield code, partial(self._any, code, partial(judge, self.serialiser))
        yield "S05", self._described
        yield "S06", self._own_name
        yield "S08", self._empty
        yield "S10", self._silence
        yield "S16", self._threads
        yield "S17", self._cost
        if self.loads is not None:
            for code, again in READ_AGAIN.items():
                judge = partial(again, self.serialiser, self.loads)
                yield code, partial(self._any, code, judge)
        if reader_of(str(self.serialiser.media_type)):
            well_formed = partial(is_well_formed, self.serialiser)
            yield "S14", partial(self._any, "S14", well_formed)
            yield "S15", self._in_place
        home = home_of(self.serialiser) if self.effort == "thorough" else None
        if home is not None:
            yield "S18", partial(self._process, home)

    @cached_property
    def pool(self) -> tuple[Subject, ...]:
        """Drawn incidents, and some that have awkward texts wherever one can stand."""
        texts = (Subject(worded(word)) for word in _AWKWARD)
        return (
            *subjects(self.effort),
            *subjects(self.effort, consistent=True)[::3],
            *texts,
        )

    def _any(
        self, code: str, judge: Callable[[Subject], Breach | None]
    ) -> Breach | None:
        return sift(self.pool, judge, is_expected=code in self.expected)

    def _described(self) -> Breach | None:
        shapes = {"name": _NAME, "suffix": _SUFFIX, "media_type": _MEDIA_TYPE}
        for name, shape in shapes.items():
            value = getattr(self.serialiser, name, None)
            if not isinstance(value, str) or not shape.fullmatch(value):
                seen = f"{name}: {value!r}"
                return Breach(expected=shape.pattern, seen=seen, input=self._me)
        return None

    @property
    def _me(self) -> str:
        return repr(self.serialiser)

    def _own_name(self) -> Breach | None:
        held = serialisers().get(self.serialiser.name)
        if held is None or type(held) is type(self.serialiser):
            return None
        return Breach(expected=self._me, seen=repr(held), input=self.serialiser.name)

    def _empty(self) -> Breach | None:
        made = written(self.serialiser, Incident())
        if made is None or not made.losses:
            return None
        return Breach(expected="()", seen=repr(made.losses), input=repr(Incident()))

    def _silence(self) -> Breach | None:
        pairs = ((one, is_silent(self.serialiser, one)) for one in fillings())
        found = [(one.name, breach) for one, breach in pairs if breach is not None]
        if not found:
            return None
        first = found[0][1]
        if len(found) == 1:
            return first
        names = f"and likewise {', '.join(name for name, _ in found[1:])}"
        more = indent(fill(names, 78), " " * 10)
        return evolve(first, expected=f"{first.expected},\n{more}")

    def _in_place(self) -> Breach | None:
        breaches = (out_of_place(self.serialiser, word) for word in _AWKWARD)
        known = next((one for one in breaches if one is not None), None)
        if known is not None:
            return known
        from hypothesis import strategies as st  # noqa: PLC0415  an extra

        characters = st.characters(exclude_categories=["Cs"])
        words = st.text(characters, min_size=1, max_size=20).map("a{}".format)
        judge = partial(out_of_place, self.serialiser)
        return search(words, judge, effort=self.effort)

    def _threads(self) -> Breach | None:
        incidents = [one.incident for one in self.pool[:_THREADED]]
        call = partial(written, self.serialiser)
        alone = tuple(map(call, incidents))
        for told in at_once(call, incidents):
            for one, mine, other in zip(incidents, alone, told, strict=True):
                if mine != other:
                    given, seen = repr(one), repr(other)
                    return Breach(expected=repr(mine), seen=seen, input=given)
        return None

    def _cost(self) -> Breach | None:
        return too_steep(self._steps, _FEW, repr(worded("word")))

    def _steps(self, count: int) -> int:
        incident = _copies(count)
        written(self.serialiser, incident)  # what is loaded or kept once is no cost
        return lines_run(partial(written, self.serialiser, incident))

    def _process(self, home: Home) -> Breach | None:
        incidents = [one.incident for one in subjects("quick")]
        texts = [dumps(one) for one in incidents]
        here = [_told_there(self.serialiser, text) for text in texts]
        for there in elsewhere(_CALLER, home, texts):
            for one, mine, other in zip(incidents, here, there, strict=True):
                if mine != other:
                    return Breach(expected=mine, seen=other, input=repr(one))
        return None


@cache
def _copies(count: int) -> Incident:
    return copies(worded("word"), count)


def _told_there(serialiser: Serialiser, text: str) -> str:
    """What is written of an incident that is given as JSON, with its losses."""
    made = written(serialiser, from_json(text)) or Serialised("")
    return "\n".join((made.text, *made.losses))
