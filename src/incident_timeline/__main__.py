"""The command line: ``incident-timeline``, or ``python -m incident_timeline``."""

from __future__ import annotations

import sys

__all__ = ["main"]

_NEEDED = (
    "incident-timeline: the command line needs its extra: install"
    " 'incident-timeline[cli]' ({missing} is missing)"
)


def main() -> int:
    """Run the command line; the exit status is 0, 1 (findings) or 2 (unreadable)."""
    try:
        from incident_timeline.cli import run  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("click", "rich"):
            raise
        sys.stderr.write(_NEEDED.format(missing=missing) + "\n")
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())
