"""Names that have moved: found where they were for a while, with a warning."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pkgutil import resolve_name

from incident_timeline.errors import IncidentTimelineDeprecationWarning

__all__ = ["moved"]


def moved(module: str, names: Mapping[str, tuple[str, str]]) -> Callable[[str], object]:
    """The ``__getattr__`` of a module from which names have moved.

    Each old name is given with the place where it is now, as ``module:name``, and the
    version since which it is deprecated.

    >>> __getattr__ = moved(
    ...     "incident_timeline.old",
    ...     {"When": ("incident_timeline.moments:Moment", "0.4.0")},
    ... )
    """

    def look_up(name: str) -> object:
        if name not in names:
            message = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(message, name=name)
        place, since = names[name]
        message = (
            f"{module}.{name} is deprecated since {since}:"
            f" use {place.replace(':', '.')}, which is the same"
        )
        warnings.warn(message, IncidentTimelineDeprecationWarning, stacklevel=2)
        found: object = resolve_name(place)
        return found

    return look_up
