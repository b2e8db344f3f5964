"""What every error of this library keeps, and what catches it."""

from __future__ import annotations

import pickle

import pytest

from incident_timeline import errors
from incident_timeline.errors import (
    InvalidMomentError,
    InvalidRecordError,
    TimelineError,
    UnknownReferenceError,
    UnreadableInputError,
    shown,
)

ERRORS = [name for name in errors.__all__ if name.endswith("Error")]


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_has_the_one_base(name: str) -> None:
    assert issubclass(getattr(errors, name), TimelineError)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (InvalidMomentError("m", value="v"), ValueError),
        (errors.NonexistentTimeError("m"), ValueError),
        (errors.UnknownZoneError("m"), ValueError),
        (InvalidRecordError("Event", "kind", "?", "is no term"), ValueError),
        (UnknownReferenceError("m", wanted="w"), LookupError),
        (errors.UnknownFormatError("m"), LookupError),
        (UnreadableInputError("m"), ValueError),
        (errors.DuplicateCodeError("m"), ValueError),
        (errors.RuleError("m"), RuntimeError),
    ],
)
def test_every_error_is_the_built_in_that_a_caller_would_catch(
    error: Exception, builtin: type[Exception]
) -> None:
    assert isinstance(error, builtin)


def test_an_invalid_record_names_its_class_its_field_and_its_value() -> None:
    error = InvalidRecordError("Event", "kind", "?", "is no term")
    assert str(error) == "Event.kind: '?' is no term"
    assert (error.class_name, error.field, error.value) == ("Event", "kind", "?")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    "error",
    [
        InvalidRecordError("Event", "kind", "?", "is no term"),
        InvalidMomentError("m", value="v"),
        UnknownReferenceError("m", wanted="w"),
        UnreadableInputError("m", problems=("a", "b"), line=3, column=4),
        errors.DuplicateCodeError("m", code="TL101"),
        errors.RuleError("m", code="TL101"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_keeps_its_parts_through_every_pickle(
    error: Exception, protocol: int
) -> None:
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_unreadable_input_has_at_least_the_one_problem() -> None:
    assert UnreadableInputError("m").problems == ("m",)
    assert UnreadableInputError("m", problems=("a", "b")).problems == ("a", "b")


def test_a_long_value_is_cut_where_it_is_shown() -> None:
    assert shown("x") == "'x'"
    assert shown("x" * 100) == f"'{'x' * 58}…"
    assert len(shown("x" * 100)) == 60
