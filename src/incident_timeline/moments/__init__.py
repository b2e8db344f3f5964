"""Uncertain time: bounds, the words for them, wall clocks and zones, EDTF."""

from incident_timeline.moments.edtf import EdtfMoment, EdtfText, from_edtf, to_edtf
from incident_timeline.moments.moment import Moment
from incident_timeline.moments.show import bounds_text, duration_text, local_text
from incident_timeline.moments.words import (
    DEFAULT_VAGUENESS,
    Assumption,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
)
from incident_timeline.moments.zones import check_zone, instants_of

__all__ = [
    "DEFAULT_VAGUENESS",
    "Assumption",
    "EdtfMoment",
    "EdtfText",
    "Moment",
    "PartOfDay",
    "Precision",
    "Qualifier",
    "Vagueness",
    "bounds_text",
    "check_zone",
    "duration_text",
    "from_edtf",
    "instants_of",
    "local_text",
    "to_edtf",
]
