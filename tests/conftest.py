"""What every test stands on: hypothesis profiles, and browser tests kept on one worker."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "everyday", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("everyday"), derandomize=True)
settings.register_profile("soak", settings.get_profile("everyday"), max_examples=1000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "everyday")
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One Chromium at a time, whatever the number of workers."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
