"""The command line: read, check, show, explain, formats."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click
from click.exceptions import NoArgsIsHelpError

from incident_timeline.cli.commands import cli
from incident_timeline.errors import TimelineError
from incident_timeline.reports.safe import safe

__all__ = ["cli", "run"]

UNREADABLE = 2


def run() -> int:
    """Run the command line; every error is one sentence and the exit status 2."""
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started it
        return UNREADABLE
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # what it can't encode is escaped
            stream.reconfigure(errors="backslashreplace")
    try:
        result = cli.main(standalone_mode=False)
    except NoArgsIsHelpError as error:
        sys.stderr.write(f"{error.format_message()}\n")
        return UNREADABLE
    except click.ClickException as error:
        return _refuse(error.format_message())
    except click.Abort:
        return _refuse("interrupted")
    except (TimelineError, OSError) as error:
        return _refuse(str(error))
    return result if isinstance(result, int) else 0


def _refuse(message: str) -> int:
    sentence = " ".join(safe(message).split())
    sys.stderr.write(f"incident-timeline: {sentence}\n")
    return UNREADABLE
