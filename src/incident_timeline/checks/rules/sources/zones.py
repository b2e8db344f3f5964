"""The rule on zones of another country: TL517."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.moments.zones import zone_info

__all__ = ["zone_of_another_country", "zones_of"]

_COUNTRY_LETTERS = 2


def _chicago() -> Incident:
    draft = Draft(jurisdiction="GB-EAW", zone="America/Chicago")
    draft.event("call", "2023-11-23T19:59")
    return draft.incident()


@rule(
    "TL517",
    name="zone-of-another-country",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="The IANA time zone database, zone.tab: the zones of each country.",
    witness=_chicago,
)
def zone_of_another_country(case: Case) -> Iterator[Hit]:
    """A zone whose clocks no part of the jurisdiction's country goes by.

    ## What it does

    Takes the country of the jurisdiction and compares the clocks of each zone in which
    events start with those of the country's zones at these times. Reports a zone with
    which none of them agrees, once, at the first event.

    ## Why it matters

    A zone that was left at the default of a program moves every time by hours, and
    stays unnoticed as long as all times move alike.

    ## What it leaves alone

    UTC, which many logs keep; zones and offsets that show the same times as one of the
    country's; incidents without a jurisdiction; when sources were published. A country
    is looked at as a whole: no state's zone is held against another state. An event
    abroad is reported, and rightly asked about.

    ## Mend

    Give the zone of the place, or the jurisdiction under whose law it was.

    ## Example

    > A call in London whose time was read as that of Chicago.
    """
    country = case.jurisdiction[:_COUNTRY_LETTERS].upper()
    if not country:
        return
    places: dict[str, list[Event]] = {}
    for event in case.incident.events:
        zone = event.start.zone
        if zone is not None and zone != "UTC":
            places.setdefault(zone, []).append(event)
    for zone, events in places.items():
        if _is_foreign(zone, country, _instants(events)):
            yield case.hit(
                events[0],
                "start",
                f"{shown(zone)} is no zone of {shown(case.jurisdiction)}"
                f" (events in it: {len(events)})",
                others=events[1:],
                mend="give the zone of the place, or its jurisdiction",
            )


def _instants(events: list[Event]) -> set[datetime]:
    bounds = (one.start.earliest_utc or one.start.latest_utc for one in events)
    return {bound for bound in bounds if bound is not None}


def _is_foreign(zone: str, country: str, instants: set[datetime]) -> bool:
    names = zones_of().get(country, ())
    if not names or zone in names or not instants:
        return False
    return not any(_goes_by(zone, name, instants) for name in names)


def _goes_by(zone: str, other: str, instants: set[datetime]) -> bool:
    return all(_offset(zone, at) == _offset(other, at) for at in instants)


def _offset(zone: str, at: datetime) -> object:
    return at.astimezone(zone_info(zone)).utcoffset()


@lru_cache(maxsize=1)
def zones_of() -> dict[str, tuple[str, ...]]:
    """The IANA zones of each country, by its ISO 3166 letters; empty where not known.

    Read from the ``zone.tab`` that comes with the zones.
    """
    from importlib.resources import files  # noqa: PLC0415  loaded on first need

    table = files("tzdata").joinpath("zoneinfo", "zone.tab")
    found: dict[str, list[str]] = {}
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, []).append(zone)
    return {country: tuple(names) for country, names in found.items()}
