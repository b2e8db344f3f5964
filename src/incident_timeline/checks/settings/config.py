"""CheckConfig: the values by which rules are run and findings are judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn

from attrs import Attribute, field, frozen

from incident_timeline.checks.settings.refused import ConfigError, meant
from incident_timeline.checks.settings.suppress import Suppression
from incident_timeline.errors import shown
from incident_timeline.model import Severity

__all__ = ["NEVER", "CheckConfig"]

NEVER: Final = "never"
_SEVERITIES = ", ".join(repr(severity.value) for severity in Severity)
_JURISDICTION = re.compile(r"(?ai)(?!UK)[A-Z]{2}(?:-[A-Z0-9]{1,20}){0,4}")


def _each(values: Any, made: Callable[[Any], Any]) -> Any:
    """Values as a tuple; what isn't several is left for the validator to refuse."""
    is_one = isinstance(values, str) or not isinstance(values, Iterable)
    return values if is_one else tuple(map(made, values))


def _selectors(values: Iterable[str]) -> tuple[str, ...]:
    found: tuple[str, ...] = _each(values, lambda one: one)
    return found


def _graded(value: Any) -> Any:
    return Severity(value) if value in tuple(Severity) else value


def _limit(value: Severity | str | None) -> Severity | None:
    found: Severity | None = None if value == NEVER else _graded(value)
    return found


def _pairs(
    values: Mapping[str, Severity | str] | Iterable[tuple[str, Severity | str]],
) -> tuple[tuple[str, Severity], ...]:
    given = values.items() if isinstance(values, Mapping) else values
    found: tuple[tuple[str, Severity], ...] = _each(given, _pair)
    return found


def _pair(value: Any) -> Any:
    is_pair = isinstance(value, tuple) and len(value) == 2  # noqa: PLR2004  a pair
    return (value[0], _graded(value[1])) if is_pair else value


def _suppressions(values: Iterable[Suppression | str]) -> tuple[Suppression, ...]:
    found: tuple[Suppression, ...] = _each(values, _suppression)
    return found


def _suppression(value: Any) -> Any:
    return Suppression.parse(value) if isinstance(value, str) else value


def _refuse(key: str, value: object, reason: str) -> NoReturn:
    raise ConfigError(f"{shown(value)} {reason}", key, value)


def _are_selectors(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple):
        _refuse(attribute.name, value, 'is no list of codes; write ["TL103", "TL5"]')
    elif wrong := [one for one in value if not isinstance(one, str) or not one]:
        _refuse(attribute.name, wrong[0], "is no code, no beginning of one and no name")


def _is_flag(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        _refuse(attribute.name, value, "is neither true nor false")


def _is_jurisdiction(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or (value and not _JURISDICTION.fullmatch(value)):
        reason = "is no jurisdiction; write a code of ISO 3166, such as 'GB-EAW'"
        _refuse(attribute.name, value, reason)


def _is_limit(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Severity):
        reason = f"is no severity; allowed are {_SEVERITIES} and {NEVER!r}"
        _refuse(attribute.name, value, f"{reason}{_meant(value)}")


def _are_grades(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple):
        _refuse(attribute.name, value, "is no table from codes to severities")
    for one in value:
        match one:
            case (str() as code, severity) if code:
                _check_grade(f"{attribute.name}.{code}", severity)
            case _:
                _refuse(attribute.name, one, "is no code with a severity")


def _check_grade(key: str, severity: object) -> None:
    if not isinstance(severity, Severity):
        reason = f"is no severity; allowed are {_SEVERITIES}{_meant(severity)}"
        _refuse(key, severity, reason)


def _meant(value: object) -> str:
    return meant(value, Severity) if isinstance(value, str) else ""


def _are_suppressions(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple):
        reason = 'is no list of suppressions; write ["TL103@e4: why"]'
        _refuse(attribute.name, value, reason)
    elif wrong := [one for one in value if not isinstance(one, Suppression)]:
        _refuse(attribute.name, wrong[0], "is no suppression")


@frozen(kw_only=True)
class CheckConfig:
    """Which rules are run, what is reported of what they find, and what fails.

    A selector is a code, the beginning of codes (``TL1``), a rule's name or ``ALL``.
    Where ``ignore`` and the other two both name a code, the longer selector wins, and
    ``ignore`` if they are equally long.

    Attributes:
        select: What is run instead of the rules that are passed; of all rules of the
            library, those among them that aren't in ``RULES``, and those passed.
        extend_select: What is run besides.
        ignore: What isn't run.
        jurisdiction: Whose law holds where an incident doesn't say.
        possible: Whether to report also what only some reading of the bounds breaks.
        fail_on: The least severity of a certain finding that fails; ``None``, or the
            text ``never``, for nothing.
        severities: Another severity for the findings of codes: a mapping or pairs.
        suppress: What is known and accepted, as :class:`Suppression` or as text such
            as ``TL103@e4: why``.
        origin: The file that it was read from, which errors name.

    Raises:
        ConfigError: If a value is none that its field can hold.

    >>> config = CheckConfig(select=["TL1"], ignore=["death-before-harm"])
    >>> config.select, config.fail_on.value
    (('TL1',), 'implausible')
    """

    select: tuple[str, ...] = field(
        default=(), converter=_selectors, validator=_are_selectors
    )
    extend_select: tuple[str, ...] = field(
        default=(), converter=_selectors, validator=_are_selectors
    )
    ignore: tuple[str, ...] = field(
        default=(), converter=_selectors, validator=_are_selectors
    )
    jurisdiction: str = field(default="", validator=_is_jurisdiction)
    possible: bool = field(default=False, validator=_is_flag)
    fail_on: Severity | None = field(
        default=Severity.IMPLAUSIBLE, converter=_limit, validator=_is_limit
    )
    severities: tuple[tuple[str, Severity], ...] = field(
        default=(), converter=_pairs, validator=_are_grades
    )
    suppress: tuple[Suppression, ...] = field(
        default=(), converter=_suppressions, validator=_are_suppressions
    )
    origin: str = field(default="", eq=False)
