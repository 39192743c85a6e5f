"""What every test stands on: hypothesis profiles, and browser tests kept on one worker."""

import os
import sys
from collections.abc import Iterator

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


@pytest.fixture(autouse=True)
def _main_program_stays() -> Iterator[None]:
    """Streamlit's harness leaves its page as the main program, which no new process can begin."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before
