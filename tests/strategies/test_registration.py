"""How Hypothesis comes to know the types: by itself, late, and without a risk."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import _incident_timeline_hypothesis as stub
from incident_timeline import model, strategies
from incident_timeline.model import Incident

SOURCES = str(Path(stub.__file__).parent)
NAMES = {
    class_name: strategy
    for names in stub._STRATEGIES.values()
    for class_name, strategy in names.items()
}
CLASSES = {
    name: getattr(import_module(module), name)
    for module, names in stub._STRATEGIES.items()
    for name in names
}
DRAWS = """
from hypothesis import HealthCheck, given, settings, strategies as st
from incident_timeline.model import Incident

calm = settings(deadline=None, suppress_health_check=HealthCheck)

@settings(calm, max_examples=3, database=None)
@given(st.from_type(Incident))
def draws(incident):
    assert isinstance(incident, Incident)

draws()
print(st.from_type(Incident))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A place for packages in which the entry point is installed, and nothing else."""
    about = tmp_path / "pretended-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: pretended\n")
    (about / "entry_points.txt").write_text(
        "[hypothesis]\n_ = _incident_timeline_hypothesis:register\n"
    )
    return tmp_path


def run(
    code: str, site: Path, *flags: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(site), SOURCES])
    # What Hypothesis reads from the library's modules is read once for all runs.
    kept = str(site.parent / "hypothesis")
    return subprocess.run(
        [sys.executable, *flags, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": paths,
            "HYPOTHESIS_STORAGE_DIRECTORY": kept,
            **environment,
        },
        cwd=site,
    )


@pytest.mark.parametrize(
    "first",
    [
        "import hypothesis; import incident_timeline",
        "import incident_timeline; import hypothesis",
        "import incident_timeline.model; import hypothesis.strategies",
        "import hypothesis.strategies; import incident_timeline.moments",
        "import incident_timeline.strategies",
    ],
)
def test_types_are_known_whichever_is_imported_first(first: str, site: Path) -> None:
    shown = run(first + DRAWS, site)
    assert (shown.stderr, shown.returncode) == ("", 0)
    assert shown.stdout == "incidents()\n"


def test_types_are_known_without_plugins_once_registered(site: Path) -> None:
    first = "import incident_timeline.strategies as s; s.register(); s.register()"
    shown = run(first + DRAWS, site, HYPOTHESIS_NO_PLUGINS="1")
    assert shown.stdout == "incidents()\n"


def test_hypothesis_alone_imports_nothing_of_the_package(site: Path) -> None:
    code = (
        "import sys, hypothesis; print('_incident_timeline_hypothesis' in sys.modules,"
        " 'incident_timeline' in sys.modules)"
    )
    assert run(code, site).stdout == "True False\n"


def test_the_package_alone_does_not_import_hypothesis(site: Path) -> None:
    code = "import sys, incident_timeline; print('hypothesis' in sys.modules)"
    assert run(code, site).stdout == "False\n"


def test_no_strategy_is_made_before_one_is_drawn_from(site: Path) -> None:
    code = (
        "import sys, incident_timeline, hypothesis;"
        " print('incident_timeline.strategies' in sys.modules)"
    )
    assert run(code, site).stdout == "False\n"


BROKEN = """
import sys, types
sys.modules["incident_timeline"] = types.ModuleType("incident_timeline")
import hypothesis
print("hypothesis is there")
"""


def test_a_broken_package_is_told_of_and_does_not_break_hypothesis(site: Path) -> None:
    shown = run(BROKEN, site)
    assert shown.stdout == "hypothesis is there\n"
    assert "RuntimeWarning: incident_timeline's types are not known" in shown.stderr


def test_nor_does_it_where_warnings_are_errors(site: Path) -> None:
    shown = run(BROKEN, site, "-W", "error::RuntimeWarning")
    assert (shown.stdout, shown.returncode) == ("hypothesis is there\n", 0)


def test_a_users_own_strategy_is_not_replaced(site: Path) -> None:
    code = """
import incident_timeline.strategies
from hypothesis import strategies as st
from incident_timeline import Incident
st.register_type_strategy(Incident, st.just(Incident(id="mine")))
incident_timeline.strategies.register()
print(st.from_type(Incident))
"""
    assert run(code, site).stdout.startswith("just(")


def test_every_class_of_the_model_has_a_strategy() -> None:
    assert set(NAMES) == set(model.__all__) - {"Draft", "Severity", "Verdict"} | {
        "Document",
        "Moment",
        "Timeline",
        "Vagueness",
    }
    assert set(NAMES.values()) <= set(strategies.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_every_class_is_drawn_by_its_type(name: str) -> None:
    cls = CLASSES[name]

    @settings(max_examples=5, database=None)
    @given(st.from_type(cls))
    def draws(value: object) -> None:
        assert isinstance(value, cls)

    draws()


def test_the_types_are_registered_in_this_very_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stub, "_done", set())
    stub.register()
    assert stub._done
    assert "incidents" in repr(st.from_type(Incident))


def test_nothing_is_registered_before_the_package_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stub, "_done", set())
    monkeypatch.delitem(sys.modules, "incident_timeline")
    stub.register()
    assert not stub._done


@pytest.mark.filterwarnings("default")
def test_a_fault_in_registering_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stub, "_done", set())
    monkeypatch.setattr(stub, "_STRATEGIES", {"incident_timeline.nowhere": {"A": "b"}})
    with pytest.warns(RuntimeWarning, match="No module named"):
        stub.register()
    assert not stub._done


def test_a_fault_in_registering_is_silent_where_warnings_are_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stub, "_done", set())
    monkeypatch.setattr(stub, "_STRATEGIES", {"incident_timeline.nowhere": {"A": "b"}})
    stub.register()
    assert not stub._done
