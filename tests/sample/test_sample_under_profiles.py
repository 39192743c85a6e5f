"""A sample is of use under every profile: choices are open, but not free."""

import pytest

from matcher.domain.pairs import Pairs
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import Role
from matcher.entitlement import entitle, placed_in_round
from matcher.exchange import read, write_roster
from matcher.profiles.load import load
from matcher.rules.evaluate import RuleResults, evaluate
from matcher.sample import generate
from matcher.sample.committed import ON, committed_rosters

PROFILES = ("farsund", "lyngdal", "lyngdal-2021", "as", "rakkestad")


@pytest.fixture(scope="module")
def rosters() -> dict[str, Roster]:
    return dict(committed_rosters())


def roles_of(roster: Roster, profile_id: str) -> dict[str, Role]:
    profile = load(profile_id)
    roles = {case.id: entitle(case, profile, roster.on).role for case in roster.cases}
    return {id_: role for id_, role in roles.items() if placed_in_round(role, profile)}


def rules_on(roster: Roster, profile_id: str) -> RuleResults:
    return evaluate(Pairs.of(roster, roles_of(roster, profile_id)), load(profile_id))


@pytest.mark.parametrize("profile_id", PROFILES)
@pytest.mark.parametrize("size", ["liten", "middels"])
def test_most_cases_take_part_and_some_have_each_claim(
    size: str, profile_id: str, rosters: dict[str, Roster]
) -> None:
    roles = roles_of(rosters[size], profile_id)
    assert len(roles) > 0.6 * len(rosters[size].cases)
    assert {Role.BARNEKOORDINATOR, Role.KOORDINATOR} <= set(roles.values())


@pytest.mark.parametrize("profile_id", PROFILES)
@pytest.mark.parametrize("size", ["liten", "middels"])
def test_rules_strike_out_pairs_but_leave_each_case_somebody_with_hours(
    size: str, profile_id: str, rosters: dict[str, Roster]
) -> None:
    results = rules_on(rosters[size], profile_id)
    assert 0.4 < results.allowed.mean() < 0.97
    has_hours = [bool(person.free_hours_per_month) for person in results.pairs.coordinators]
    assert (results.allowed[:, has_hours].sum(axis=1) >= 3).all()


def test_profiles_differ_in_whom_they_allow(rosters: dict[str, Roster]) -> None:
    shares = {p: round(float(rules_on(rosters["liten"], p).allowed.mean()), 3) for p in PROFILES}
    assert len(set(shares.values())) >= 4


@pytest.mark.parametrize("seed", range(5))
def test_a_roster_comes_back_from_a_workbook_with_nothing_to_say(seed: int) -> None:
    roster = generate(municipality="lyngdal", cases=30, coordinators=12, seed=seed, on=ON)
    imported = read("liste.xlsx", write_roster(roster), ON)
    assert imported.findings == ()
    assert imported.roster == roster
