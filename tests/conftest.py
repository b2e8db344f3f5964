"""How hard Hypothesis looks: set ``HYPOTHESIS_PROFILE`` to dev, ci or deep."""

from __future__ import annotations

from os import environ

from hypothesis import HealthCheck, Phase, settings

# A slow machine is no fault of the code. To explain what was found takes `find`, which
# the examples of the docs call, seconds each.
calm = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)

settings.register_profile("dev", calm, max_examples=50)
settings.register_profile("ci", calm, max_examples=100, derandomize=True)
settings.register_profile("deep", calm, max_examples=2000)
settings.load_profile(environ.get("HYPOTHESIS_PROFILE", "dev"))
