"""What is asked of checks: the configuration file, and the flags that win over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from attrs import evolve, fields, frozen

from incident_timeline.checks import (
    UNUSED,
    CheckConfig,
    ConfigError,
    Page,
    find_config,
    load_config,
)
from incident_timeline.checks.settings.config import NEVER
from incident_timeline.checks.settings.judging import chooses, reports_unused, verify
from incident_timeline.checks.settings.refused import FLAGS
from incident_timeline.checks.settings.selectors import EVERY, closest
from incident_timeline.cli.codes import known_codes
from incident_timeline.model import Severity

__all__ = ["JUDGING", "SELECTING", "Judging", "Selecting", "settled"]

_SEVERITIES = [severity.value for severity in Severity]


@frozen(order=False)
class Judging:
    """What every command that reports findings is asked of them."""

    config: str | None
    isolated: bool
    jurisdiction: str | None
    possible: bool | None
    fail_on: str | None


@frozen(order=False)
class Selecting:
    """Which findings are wanted, and which of them are known and accepted."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suppress: tuple[str, ...] = ()


def _codes(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> Any:
    words = (word.strip() for one in value for word in one.split(","))
    return tuple(word for word in words if word)


JUDGING: tuple[Callable[..., Any], ...] = (
    click.option(
        "--isolated", is_flag=True, help="Heed no configuration file, only the flags."
    ),
    click.option(
        "--config",
        metavar="FILE",
        help="The configuration file, instead of the nearest one.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*_SEVERITIES, NEVER]),
        help="Exit with 1 on findings of this severity or a graver one; unless said"
        " otherwise, implausible.",
    ),
    click.option(
        "--possible/--no-possible",
        default=None,
        help="Report also what only some reading of the bounds would break.",
    ),
    click.option(
        "--jurisdiction",
        metavar="CODE",
        help="Whose law holds where an incident doesn't say, such as GB-EAW.",
    ),
)
SELECTING: tuple[Callable[..., Any], ...] = (
    click.option(
        "--suppress",
        metavar="CODE@PLACE",
        multiple=True,
        help="What is known and accepted: 'TL103@e4: why'.",
    ),
    click.option(
        "--ignore",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        help="What isn't reported: codes, their beginnings or names.",
    ),
    click.option(
        "--extend-select",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        help="What is reported besides.",
    ),
    click.option(
        "--select",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        help="What alone is reported; sets aside what the file selects and ignores.",
    ),
)


def settled(
    judging: Judging, selecting: Selecting
) -> tuple[CheckConfig, tuple[Page, ...]]:
    """The configuration that holds, and all codes that it may name.

    Raises:
        ConfigError: If the file or a flag names what is not known.
    """
    known = known_codes()
    file, flags = _filed(judging), _flagged(judging, selecting)
    verify(file, known)
    verify(flags, known)
    chosen = [page.code for page in known if _is_on(page, file, flags)]
    return _over(file, flags, judging, chosen), known


def _filed(judging: Judging) -> CheckConfig:
    if judging.config is not None and judging.isolated:
        raise click.UsageError("--config and --isolated contradict each other")
    found = None if judging.isolated else judging.config or find_config()
    return CheckConfig() if found is None else load_config(found)


def _flagged(judging: Judging, selecting: Selecting) -> CheckConfig:
    """The flags alone, as a configuration."""
    asked = {one.name: getattr(selecting, one.name) for one in fields(Selecting)}
    try:
        return CheckConfig(
            origin=FLAGS, jurisdiction=judging.jurisdiction or "", **asked
        )
    except ConfigError as error:
        raise error.at(FLAGS) from None


def _is_on(page: Page, file: CheckConfig, flags: CheckConfig) -> bool:
    """Whether a code is reported: the flags decide where they name it."""
    if flags.select:
        return _chosen(page, flags)
    wanted, unwanted = closest(flags.extend_select, page), closest(flags.ignore, page)
    return wanted > unwanted if wanted or unwanted else _chosen(page, file)


def _chosen(page: Page, config: CheckConfig) -> bool:
    if page is UNUSED:
        return reports_unused(config)
    return chooses(config, page, passed=getattr(page, "is_default", True))


def _over(
    file: CheckConfig, flags: CheckConfig, judging: Judging, chosen: list[str]
) -> CheckConfig:
    """The file's configuration with what the flags say instead, and besides."""
    possible, fail_on = judging.possible, judging.fail_on
    return evolve(
        file,
        select=chosen,
        extend_select=(),
        ignore=(EVERY,),
        jurisdiction=flags.jurisdiction or file.jurisdiction,
        possible=file.possible if possible is None else possible,
        fail_on=file.fail_on if fail_on is None else fail_on,
        suppress=(*file.suppress, *flags.suppress),
    )
