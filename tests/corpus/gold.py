"""Incidents from accounts annotated by hand, as a perfect reader would read them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from incident_timeline.model import Citation, Event, Incident, Link, Source
from incident_timeline.moments import Moment

HERE = Path(__file__).parent
# One more is kept apart, where there is one: a real release, which is never copied.
APART = HERE.parents[2] / "shared" / "corpus"
JURISDICTIONS = {
    "asirt": "CA-AB",
    "bei": "CA-QC",
    "cadoj": "US-CA",
    "cedarpark": "US-TX",
    "coroner": "GB-EAW",
    "gbi": "US-GA",
    "iopc": "GB-EAW",
    "ipca": "NZ",
    "ipcc": "GB-EAW",
    "irl": "IE",
    "isp": "US-IN",
    "met": "GB-EAW",
    "njoag": "US-NJ",
    "nsw": "AU-NSW",
    "pirc": "GB-SCT",
    "poni": "GB-NIR",
    "sapol": "AU-SA",
    "sfpd": "US-CA",
    "siu": "CA-ON",
    "tarrantso": "US-TX",
}


def accounts() -> list[Path]:
    """Every annotated account, by its annotation, in the order of their names."""
    found = {path.name: path for path in (*APART.glob("*.json"), *HERE.glob("*.json"))}
    return [found[name] for name in sorted(found)]


def incident(path: Path, *, ordered: bool = False) -> Incident:
    """The incident that an annotation tells; *ordered* with its chronology as links."""
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_suffix(".txt").read_text("utf-8")
    zone, published = gold["timezone"], gold.get("published")
    times = [_moment(one, zone) for one in gold["times"]]
    return Incident(
        id=gold["id"],
        title=gold["title"],
        jurisdiction=JURISDICTIONS[gold["id"].partition("-")[0]],
        sources=[
            Source(
                id="s1",
                title=gold["title"],
                publisher=gold["publisher"],
                published=published and Moment.on(published, zone=zone),
                text=text,
                sha256=Source.digest(text),
            )
        ],
        events=[_event(i, one, times) for i, one in enumerate(gold["events"])],
        links=_links(gold["chronology"]) if ordered else (),
    )


def _moment(gold: dict[str, Any], zone: str) -> Moment:
    return Moment.from_stated(
        gold["value"],
        zone=zone,
        qualifier=gold["mod"],
        part=gold.get("part"),
        text=gold["phrase"],
    )


def _event(i: int, gold: dict[str, Any], times: list[Moment]) -> Event:
    trigger, start = gold["trigger"], gold["start"]
    told = Citation(source_id="s1", quote=trigger, start=start, end=gold["end"])
    when = Moment.unknown() if gold["time"] is None else times[gold["time"]]
    return Event(id=f"e{i}", kind=gold["kind"], start=when, citations=[told])


def _links(chronology: list[list[int]]) -> list[Link]:
    """Each event of a group comes before each of the group that follows."""
    return [
        Link(event_id=f"e{first}", relation="before", other_id=f"e{second}")
        for one, other in pairwise(chronology)
        for first in one
        for second in other
    ]
