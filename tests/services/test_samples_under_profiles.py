"""Every sample is answered under every profile, and the answer stands the independent check.

Every day a few of a sample's cases, so that it takes a second; the whole of each in the soak.
"""

from datetime import date
from pathlib import Path

import pytest

from matcher.domain.roster import Roster
from matcher.explain.recheck import faults
from matcher.profiles.load import builtin
from matcher.services import RoundRequest, Services

SAMPLES = Path(__file__).parents[2] / "data" / "sample"
ON = date(2026, 11, 23)
FEW = 10
PROFILES = pytest.mark.parametrize("profile", sorted(builtin()))


def is_accepted(sample: str, profile_name: str, at_most: int | None = None) -> bool:
    """Run a round; ``run_round`` checks it too, but a test shouldn't rest on that."""
    services = Services()
    whole = services.import_path(SAMPLES / sample, ON).roster
    roster = Roster.of(ON, whole.cases[:at_most], whole.coordinators, whole.units)
    profile = services.profile(profile_name)
    plan = services.run_round(RoundRequest(roster=roster, profile=profile))
    assert len(plan.cases) == len(roster.cases) > 0
    return not faults(plan, roster, profile, locks=(), bans=())


@PROFILES
@pytest.mark.parametrize("sample", ["liten.xlsx", "liten-med-feil.xlsx"])
def test_some_cases_of_a_sample_are_answered_under_each_profile(sample: str, profile: str) -> None:
    assert is_accepted(sample, profile, at_most=FEW)


def test_a_folder_of_csv_is_answered_too() -> None:
    assert is_accepted("liten-csv", "rakkestad", at_most=FEW)


@pytest.mark.soak
@PROFILES
@pytest.mark.parametrize("sample", ["liten.xlsx", "liten-csv", "liten-med-feil.xlsx"])
def test_the_small_samples_are_answered_under_each_profile(sample: str, profile: str) -> None:
    assert is_accepted(sample, profile)


@pytest.mark.soak
@PROFILES
def test_the_medium_sample_is_answered_under_each_profile(profile: str) -> None:
    assert is_accepted("middels.xlsx", profile)
