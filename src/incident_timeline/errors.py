"""What is raised: one base, and a built-in beside it that a caller would catch.

And the one warning of what will be gone in a later version.
"""

from __future__ import annotations

__all__ = [
    "DuplicateCodeError",
    "IncidentTimelineDeprecationWarning",
    "InvalidMomentError",
    "InvalidRecordError",
    "NonexistentTimeError",
    "RuleError",
    "TimelineError",
    "UnknownFormatError",
    "UnknownReferenceError",
    "UnknownZoneError",
    "UnreadableInputError",
]


class TimelineError(Exception):
    """The base of everything that this library raises on purpose."""


class InvalidMomentError(TimelineError, ValueError):
    """A time that cannot be meant: reversed bounds, no zone, an impossible date.

    Attributes:
        value: What was given, as text.
    """

    def __init__(self, message: str, *, value: str = "") -> None:
        super().__init__(message)
        self.value = value


class NonexistentTimeError(InvalidMomentError):
    """A local time that never happened, because the clocks went forward over it."""


class UnknownZoneError(InvalidMomentError):
    """A zone that is neither an IANA name nor an offset such as ``+01:00``."""


class InvalidRecordError(TimelineError, ValueError):
    """A record that cannot be meant; names its class, the field and the value.

    Attributes:
        class_name: The class that refused, such as ``Event``.
        field: Its field, such as ``kind``.
        value: What was given.
    """

    def __init__(self, class_name: str, field: str, value: object, reason: str) -> None:
        super().__init__(f"{class_name}.{field}: {shown(value)} {reason}")
        self.class_name = class_name
        self.field = field
        self.value = value
        self.reason = reason

    def __reduce__(self) -> tuple[object, ...]:
        parts = (self.class_name, self.field, self.value, self.reason)
        return type(self), parts


class UnknownReferenceError(TimelineError, LookupError):
    """An id, kind or code that names nothing here.

    Attributes:
        wanted: What was looked for.
    """

    def __init__(self, message: str, *, wanted: str = "") -> None:
        super().__init__(message)
        self.wanted = wanted


class UnknownFormatError(UnknownReferenceError):
    """A parser or serialiser that is not installed under that name."""


class DuplicateCodeError(TimelineError, ValueError):
    """A code that two rules share, so that a finding could be of either.

    Attributes:
        code: The code.
    """

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class RuleError(TimelineError, RuntimeError):
    """A rule that failed to look at an incident; its cause is what the rule raised.

    Attributes:
        code: The rule's code.
    """

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class UnreadableInputError(TimelineError, ValueError):
    """Input that is not what it is read as; holds every place found wrong.

    Attributes:
        problems: One sentence a place, each naming it, in the order of the input.
        line: The line of the first problem, counted from 1, or ``None``.
        column: Its column, counted from 1, or ``None``.
    """

    def __init__(
        self,
        message: str,
        *,
        problems: tuple[str, ...] = (),
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.problems: tuple[str, ...] = problems or (message,)
        self.line = line
        self.column = column


class IncidentTimelineDeprecationWarning(DeprecationWarning):
    """A name or an argument that will be gone; says since when, and what to use.

    A class of its own, so that a test run can make an error of just these: in pytest
    by ``error::incident_timeline.errors.IncidentTimelineDeprecationWarning``, a line
    of its ``filterwarnings``.
    """


def shown(value: object, limit: int = 60) -> str:
    """A value as an error shows it: its ``repr``, cut where it is long."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
