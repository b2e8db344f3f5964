"""How hard is looked: set ``HYPOTHESIS_PROFILE`` to dev, wheel, ci or deep."""

from __future__ import annotations

from os import environ

import pytest
from hypothesis import HealthCheck, Phase, settings

# A slow machine is no fault of the code. To explain what was found takes `find`, which
# the examples of the docs call, seconds each.
calm = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)

settings.register_profile("dev", calm, max_examples=30)
settings.register_profile("wheel", calm, max_examples=30, derandomize=True)
settings.register_profile("ci", calm, max_examples=100, derandomize=True)
settings.register_profile("deep", calm, max_examples=2000)
settings.load_profile(environ.get("HYPOTHESIS_PROFILE", "dev"))

IS_WHOLE = environ.get("HYPOTHESIS_PROFILE") in {"ci", "deep"}


def pytest_configure(config: pytest.Config) -> None:
    told = "thorough: takes long; asked where HYPOTHESIS_PROFILE is ci or deep"
    config.addinivalue_line("markers", told)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    left = (
        [] if IS_WHOLE else [one for one in items if one.get_closest_marker("thorough")]
    )
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [one for one in items if not one.get_closest_marker("thorough")]
