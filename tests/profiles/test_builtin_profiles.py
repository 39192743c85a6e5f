"""What each municipality's document demands of its profile, line by line."""

import re
from datetime import date

import pytest

from matcher.domain.vocabulary import Role, Service, Transition
from matcher.profiles.in_force import lines
from matcher.profiles.line import Mode, RuleLine
from matcher.profiles.load import builtin, load, sha256, text_of
from matcher.profiles.profile import Chair, Profile, Siblings, StandIn

DOCUMENT_OF = {
    "lyngdal-2021": range(1, 40),
    "lyngdal": range(40, 69),
    "farsund": range(69, 123),
    "as": range(123, 166),
    "rakkestad": range(166, 185),
}
OUTDATED = {"S075", "S118", "S119", "S157"}
"""The documents' own lists of laws: never a source; the law in force is cited instead."""

every_profile = pytest.mark.parametrize("name", builtin())


def modes(rule: str) -> dict[str, Mode]:
    return {name: getattr(load(name).rules, rule).mode for name in builtin()}


@every_profile
def test_a_file_is_named_as_its_profile(name: str) -> None:
    assert load(name).id == name


def test_no_two_profiles_are_the_same() -> None:
    assert len({sha256(load(name)) for name in builtin()}) == len(builtin()) == 5


@every_profile
def test_a_line_cites_only_the_municipalitys_own_document(name: str) -> None:
    cited = {s for _, _, line in lines(load(name)) for s in line.statements}
    assert cited <= {f"S{number:03}" for number in DOCUMENT_OF[name]}


@every_profile
def test_no_line_stands_on_an_outdated_list_of_laws(name: str) -> None:
    assert not OUTDATED & {s for _, _, line in lines(load(name)) for s in line.statements}


@every_profile
def test_a_law_is_cited_by_act_and_section(name: str) -> None:
    laws = [law for _, _, line in lines(load(name)) if (law := line.law)]
    one = r"(hol\.|pbrl\.|bvl\.|fvl\.|tolkeloven) §§? \d+(-\d+)?( [a-c])?"
    assert [law for law in laws if not re.fullmatch(rf"{one}(, {one})*", law)] == []


@every_profile
def test_every_line_was_checked_on_the_day_the_documents_were_read(name: str) -> None:
    assert {line.checked for _, _, line in lines(load(name))} == {date(2026, 11, 21)}


@every_profile
def test_the_wish_weighs_heaviest(name: str) -> None:
    """S032: heaviest by default."""
    weights = load(name).criteria
    others = [getattr(weights, n).weight for n in type(weights).model_fields if n != "onske"]
    assert weights.onske.weight > max(others)


@every_profile
def test_what_the_law_or_the_family_forbids_stops_in_every_municipality(name: str) -> None:
    rules = load(name).rules
    assert rules.inhabil.mode is Mode.REFUSE
    assert not rules.inhabil.may_override
    assert rules.ikke_onsket.mode is Mode.REFUSE


@every_profile
def test_missing_consent_never_stops_the_matching(name: str) -> None:
    """S011: no consent stops sharing."""
    assert load(name).rules.samtykke.mode is Mode.WARN


@every_profile
def test_no_municipality_asks_for_a_profession(name: str) -> None:
    """No law or document does; in Ås the profile itself forbids it (S126)."""
    assert load(name).rules.fagkrav.mode is Mode.OFF
    assert (load(name).profession_filter_forbidden is not None) is (name == "as")


@every_profile
def test_services_that_a_child_leaves_behind(name: str) -> None:
    ends = load(name).criteria.tidsaspekt.ends_at
    assert ends.keys() == set(Transition)
    assert Service.KINDERGARTEN in ends[Transition.KINDERGARTEN_TO_SCHOOL]
    assert Service.SCHOOL in ends[Transition.TO_UPPER_SECONDARY]
    assert Service.SCHOOL_HEALTH not in ends[Transition.TO_UPPER_SECONDARY]
    assert Service.BARNEVERN in ends[Transition.TO_ADULT]


@every_profile
def test_a_role_rule_names_roles_that_the_profile_gives(name: str) -> None:
    profile = load(name)
    given = {Role.BARNEKOORDINATOR, Role.KOORDINATOR}
    if profile.entitlement.koordinator_without_claim.is_used:
        given.add(Role.KOORDINATOR_WITHOUT_CLAIM)
    narrowed = [
        line
        for _, _, line in lines(profile)
        if isinstance(line, RuleLine) and len(line.roles) < len(Role) - 1
    ]
    assert all(set(line.roles) <= given for line in narrowed if line.mode is not Mode.OFF)


def test_barnevern_in_undersokelse_stops_in_farsund_and_is_said_elsewhere() -> None:
    """S115: «ikke hensiktsmessig», so KE may set it aside with a reason."""
    told = modes("barnevern_undersokelse")
    assert told.pop("farsund") is Mode.REFUSE
    assert set(told.values()) == {Mode.WARN}
    assert load("farsund").rules.barnevern_undersokelse.may_override


def test_only_lyngdal_asks_for_employees_of_health_and_care() -> None:
    """S049; in the older text only for the role with a claim (S009)."""
    told = modes("helse_og_omsorg")
    assert {name for name, mode in told.items() if mode is Mode.REFUSE} == {
        "lyngdal",
        "lyngdal-2021",
    }
    assert Role.KOORDINATOR_WITHOUT_CLAIM not in load("lyngdal-2021").rules.helse_og_omsorg.roles


def test_farsunds_units_and_those_that_may_be_more_natural() -> None:
    """S079, S080; none may opt out (S081)."""
    rules = load("farsund").rules
    assert {Service.SCHOOL, Service.NAV, Service.BARNEVERN} <= set(rules.aktuelle_enheter.services)
    assert Service.PHYSIOTHERAPY in rules.aktuelle_enheter.also_when_natural
    assert rules.har_avslatt.mode is Mode.WARN


def test_farsund_wants_a_municipal_coordinator_from_upper_secondary() -> None:
    """S108."""
    assert modes("kommunalt_ansatt")["farsund"] is Mode.REFUSE


def test_training_stops_in_as_and_is_a_task_before_start_elsewhere() -> None:
    """S127."""
    told = modes("opplaering")
    assert told.pop("as") is Mode.REFUSE
    assert set(told.values()) == {Mode.WARN}


def test_the_gp_is_never_the_coordinator_in_rakkestad() -> None:
    """S175."""
    assert Service.GP in load("rakkestad").rules.tjenesteyter.not_providers


def test_a_pedagogue_is_a_penalty_in_older_lyngdal_only_and_for_the_second_role_only() -> None:
    """S008."""
    weights = {name: load(name).criteria.pedagog.weight for name in builtin()}
    assert {name for name, weight in weights.items() if weight} == {"lyngdal-2021"}
    assert load("lyngdal-2021").criteria.pedagog.roles == (Role.KOORDINATOR_WITHOUT_CLAIM,)


def test_the_foster_home_criterion_is_heavy_in_farsund() -> None:
    """S116."""
    weights = {name: load(name).criteria.fosterhjem.weight for name in builtin()}
    assert max(weights, key=lambda name: weights[name]) == "farsund"


def test_who_stands_in_who_chairs_and_how_siblings_go() -> None:
    def choices(profile: Profile) -> tuple[StandIn, Chair, Siblings]:
        return profile.stand_in.who, profile.meetings.chair, profile.goals.siblings.together

    told = {name: choices(load(name)) for name in builtin()}
    assert told["as"] == (StandIn.KNOWS_THE_PERSON, Chair.AGREED_EACH_TIME, Siblings.PREFER)
    assert told["lyngdal"] == (StandIn.NEAREST_LEADER, Chair.COORDINATOR, Siblings.MUST)
    assert told["rakkestad"][1] is Chair.COORDINATOR


def test_the_tools_for_the_plan() -> None:
    """S153, S168."""
    assert load("as").words.ip_tool == "DIPS Samspill"
    assert load("rakkestad").words.ip_tool == "SamPro"


def test_as_holds_at_least_one_meeting_a_year_and_usually_two() -> None:
    """S147, S148."""
    line = load("as").workload
    assert (line.least_meetings_per_year, line.usual_meetings_per_year) == (1, 2)


@every_profile
def test_the_file_names_no_foreign_address(name: str) -> None:
    assert "://" not in text_of(name)
