"""Reads the log: a heading for each incident, and a stamped line for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.parsers import Found, Piece, Workbench, parser

__all__ = ["KINDS", "aldermoor"]

KINDS = {
    "999 call": "call",
    "mobile": "deployment",
    "on scene": "arrival",
    "shots fired": "shots",
    "first aid": "first_aid",
    "death pronounced": "death_pronouncement",
}
ROLES = {"CR": "call_handler", "AF": "other_officer", "AM": "medical"}
HEADING = re.compile(r"LOG (?P<number>\d{1,9}) {1,4}(?P<day>\d{1,2} \w{3,9} \d{4})")
ENTRY = re.compile(
    r"(?P<at>\d\d:\d\d)(?P<about>\*?) {1,4}"
    r"(?P<unit>(?P<service>CR|AF|AM)\d{0,3}) {1,4}(?P<told>\S.{0,499})",
    re.DOTALL,
)


def is_aldermoor(head: str) -> float:
    """Say how sure it is of a text: its heading is like no other."""
    return 0.9 if any(map(HEADING.fullmatch, head.splitlines())) else 0.0


@parser("aldermoor", suffixes=[".aldermoor"], sniff=is_aldermoor, starts=r"LOG \d")
def aldermoor(bench: Workbench) -> None:
    """Read one incident: its heading, then its entries."""
    for words in entries(bench):
        if heading := words.fullmatch(HEADING):
            bench.time(heading["day"], "D MMMM YYYY")  # the day of what follows
            number = heading["number"].text
            bench.describe(id=f"aldermoor-{number}", title=f"Log {number}")
        elif entry := words.fullmatch(ENTRY):
            record(bench, entry)
        else:
            bench.not_read(words, "is no entry of the log")


def entries(bench: Workbench) -> Iterator[Piece]:
    """Yield each entry with the indented lines that go on with it."""
    entry: Piece | None = None
    for line in bench.lines():
        if entry and line.text.startswith("  "):
            entry = entry.through(line)
            continue
        if entry:
            yield entry
        entry = line
    if entry:
        yield entry


def record(bench: Workbench, entry: Found) -> None:
    """Make an event of an entry; a star after its time means about then."""
    qualifier = "about" if entry["about"] else "exact"
    at = bench.time(entry["at"], "HH:mm", qualifier=qualifier)
    unit = bench.party(entry["unit"].text, kind="unit", quote=entry["unit"])
    told = entry["told"].text.partition("\n")[0].strip()
    bench.event(
        KINDS.get(told, "other"),
        at,
        quote=entry[0],
        summary="" if told in KINDS else told,
        who=[(unit, ROLES[entry["service"].text])],
    )
