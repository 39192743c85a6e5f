"""Every sample is answered under every profile, and the answer stands the independent check."""

from datetime import date
from pathlib import Path

import pytest

from matcher.explain.recheck import faults
from matcher.profiles.load import builtin
from matcher.services import RoundRequest, Services

SAMPLES = Path(__file__).parents[2] / "data" / "sample"
ON = date(2026, 11, 23)


def is_accepted(sample: str, profile_name: str) -> bool:
    """Run a round; ``run_round`` checks it too, but a test shouldn't rest on that."""
    services = Services()
    roster = services.import_path(SAMPLES / sample, ON).roster
    profile = services.profile(profile_name)
    plan = services.run_round(RoundRequest(roster=roster, profile=profile))
    assert len(plan.cases) == len(roster.cases)
    return not faults(plan, roster, profile, locks=(), bans=())


@pytest.mark.parametrize("profile", sorted(builtin()))
def test_the_small_sample_is_answered_under_each_profile(profile: str) -> None:
    assert is_accepted("liten.xlsx", profile)


def test_a_folder_of_csv_is_answered_too() -> None:
    assert is_accepted("liten-csv", "rakkestad")


@pytest.mark.parametrize("profile", sorted(builtin()))
def test_a_sample_with_faults_is_answered_with_what_could_be_read(profile: str) -> None:
    assert is_accepted("liten-med-feil.xlsx", profile)


@pytest.mark.soak
@pytest.mark.parametrize("profile", sorted(builtin()))
def test_the_medium_sample_is_answered_under_each_profile(profile: str) -> None:
    assert is_accepted("middels.xlsx", profile)
