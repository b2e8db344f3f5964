"""A name that has moved is found where it was, with a warning of its own class."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from types import ModuleType

import pytest

from incident_timeline import Moment
from incident_timeline._deprecated import moved
from incident_timeline.errors import IncidentTimelineDeprecationWarning

OLD = "incident_timeline_of_old"


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType(OLD)
    places = {"When": ("incident_timeline.moments:Moment", "0.4.0")}
    module.__getattr__ = moved(OLD, places)  # type: ignore[method-assign]  # PEP 562
    monkeypatch.setitem(sys.modules, OLD, module)
    return module


def test_a_name_that_has_moved_is_found_with_a_warning(old: ModuleType) -> None:
    with pytest.warns(IncidentTimelineDeprecationWarning) as told:
        assert old.When is Moment
    assert str(told[0].message) == (
        "incident_timeline_of_old.When is deprecated since 0.4.0:"
        " use incident_timeline.moments.Moment, which is the same"
    )


def test_the_warning_points_at_the_line_that_uses_the_name(old: ModuleType) -> None:
    with pytest.warns(IncidentTimelineDeprecationWarning) as told:
        # A module that the fixture makes up.
        from incident_timeline_of_old import When  # type: ignore[import-not-found]
    assert When is Moment
    assert {one.filename for one in told} == {__file__}


def test_other_names_are_missing_as_in_any_module(old: ModuleType) -> None:
    with pytest.raises(AttributeError, match=r"module '\w+' has no attribute 'Then'"):
        old.Then  # noqa: B018  the look-up is what fails
    assert not hasattr(import_module(OLD), "Then")


def test_python_shows_the_warning_where_it_shows_deprecations() -> None:
    assert issubclass(IncidentTimelineDeprecationWarning, DeprecationWarning)


def test_the_warning_alone_can_be_made_an_error(old: ModuleType) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", IncidentTimelineDeprecationWarning)
        warnings.warn("of another's", DeprecationWarning, stacklevel=1)
        with pytest.raises(IncidentTimelineDeprecationWarning):
            old.When  # noqa: B018  the look-up is what warns
