"""The JSON Schema of the wire form: the committed one, and how it is generated."""

from __future__ import annotations

import inspect
import json
import re
from datetime import datetime, timedelta
from importlib import resources
from typing import Any, Final, get_args, get_type_hints

from attrs import Attribute, fields

from incident_timeline.converter.scalars import DURATION_PATTERN, INSTANT_PATTERN
from incident_timeline.converter.versions import SCHEMA_VERSION
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
    _fields,
)
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import MAX_TERM_LENGTH, TERM_PATTERN

__all__ = ["SCHEMA_FILE", "generated", "json_schema"]

SCHEMA_FILE: Final = f"incident-timeline-{SCHEMA_VERSION}.schema.json"
"""The name of the committed schema, beside this module."""

Schema = dict[str, Any]

_CLASSES = (
    Incident,
    Event,
    Participant,
    Party,
    Age,
    Evidence,
    CustodyStep,
    Investigation,
    Source,
    Citation,
    Link,
    Moment,
)
_REFERENCE: Final[Schema] = {"minLength": 1, "maxLength": 200}
_BY_VALIDATOR: Final[dict[Any, Schema]] = {
    _fields.is_term: {"pattern": TERM_PATTERN, "maxLength": MAX_TERM_LENGTH},
    _fields.is_id: {"maxLength": 200},
    _fields.is_reference: _REFERENCE,
    _fields.maybe_reference: _REFERENCE,
    _fields.each_reference: _REFERENCE,
    _fields.is_count: {"minimum": 0},
}
_BY_TYPE: Final[dict[Any, Schema]] = {
    datetime: {"format": "date-time", "pattern": INSTANT_PATTERN},
    timedelta: {"pattern": DURATION_PATTERN},
}


def json_schema() -> Schema:
    """The JSON Schema (2020-12) of the documents that this version writes.

    It says what a schema can say: that references name something, that ids are
    unique and bounds in order is for :func:`loads` alone to check.

    >>> json_schema()["$id"]
    'urn:incident-timeline:schema:1'
    """
    file = resources.files("incident_timeline.converter") / SCHEMA_FILE
    schema: Schema = json.loads(file.read_text(encoding="utf-8"))
    return schema


def generated() -> str:
    """The text of the committed schema, made anew from the classes by msgspec."""
    from msgspec.json import schema  # noqa: PLC0415  an extra; loaded on first need

    made = schema(Incident)
    defs: dict[str, Schema] = made["$defs"]
    for cls in _CLASSES:
        defs[cls.__name__] = _definition(cls, defs[cls.__name__])
    _add_version(defs["Incident"])
    for name, schema_of in defs.items():
        schema_of.setdefault("title", name)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:incident-timeline:schema:{SCHEMA_VERSION}",
        "title": "Incident timeline",
        "description": f"An incident, in version {SCHEMA_VERSION} of the wire form.",
        "$ref": "#/$defs/Incident",
        "$defs": {name: defs[name] for name in sorted(defs)},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _add_version(incident: Schema) -> None:
    version = {
        "description": "The version of this form.",
        "const": SCHEMA_VERSION,
    }
    incident["properties"] = {"schema_version": version, **incident["properties"]}
    incident["required"] = ["schema_version", *incident["required"]]


def _definition(cls: type[Any], made: Schema) -> Schema:
    told = _attributes_told(cls)
    hints = get_type_hints(cls)
    properties = {
        one.name: {"description": told[one.name]}
        | _property(one, hints[one.name], made["properties"][one.name])
        for one in fields(cls)
        if one.name in told
    }
    return made | {
        "description": _plain((inspect.getdoc(cls) or "").partition("\n\n")[0]),
        "properties": properties,
    }


def _property(one: Attribute[Any], hint: Any, made: Schema) -> Schema:
    kinds = (hint, *get_args(hint))
    keywords = _BY_VALIDATOR.get(one.validator, {})
    for kind in kinds:
        keywords = keywords | _BY_TYPE.get(kind, {})
    if one.name == "zone":
        keywords = {"minLength": 1}
    value = _value(made)
    value.update(keywords)
    if timedelta in kinds:
        del value["format"]  # engines disagree on fractions of a second
    return made


def _value(made: Schema) -> Schema:
    """The part of a property's schema that is about a single value that is not null."""
    if "anyOf" in made:
        return next(one for one in made["anyOf"] if one.get("type") != "null")
    value: Schema = made.get("items", made)
    return value


def _attributes_told(cls: type[Any]) -> dict[str, str]:
    """What a class's docstring says of each attribute."""
    doc = inspect.getdoc(cls) or ""
    section = doc.partition("Attributes:\n")[2].partition("\n\n")[0]
    entries = re.split(r"^    (?=\w)", section, flags=re.MULTILINE)[1:]
    pairs = (entry.partition(":") for entry in entries)
    return {name: _plain(text) for name, _, text in pairs}


def _plain(text: str) -> str:
    """A docstring's words on one line, without its markup."""
    words = re.sub(r":\w+:`[^`]*?(\w+)`", r"\1", " ".join(text.split()))
    return words.replace("``", "'")
