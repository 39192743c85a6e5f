"""A generated roster is whole, the same for the same seed, and like a municipality's list."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.case import Case, ServiceInCase
from matcher.domain.coordinator import Coordinator
from matcher.domain.roster import Roster
from matcher.domain.vocabulary import (
    BarnevernPhase,
    Employer,
    RelationKind,
    Service,
    Subject,
    WishAbout,
)
from matcher.sample import generate

ON = date(2026, 11, 23)
PROFILES = ("farsund", "lyngdal", "lyngdal-2021", "as", "rakkestad")


@pytest.fixture(scope="module")
def many() -> Roster:
    return generate(municipality="as", cases=600, coordinators=150, seed=4, on=ON)


def share(cases: Iterable[Case], fact: Callable[[Case], bool]) -> float:
    facts = [fact(case) for case in cases]
    return sum(facts) / len(facts)


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(PROFILES), st.integers(1, 40), st.integers(1, 15), st.integers(0, 10**6))
def test_the_same_arguments_give_the_same_roster(
    municipality: str, cases: int, coordinators: int, seed: int
) -> None:
    first, second = (
        generate(
            municipality=municipality, cases=cases, coordinators=coordinators, seed=seed, on=ON
        )
        for _ in range(2)
    )
    assert first.sha256 == second.sha256
    assert (len(first.cases), len(first.coordinators)) == (cases, coordinators)


def test_another_seed_gives_another_roster() -> None:
    a, b = (
        generate(municipality="as", cases=5, coordinators=3, seed=seed, on=ON) for seed in (1, 2)
    )
    assert a.sha256 != b.sha256


@pytest.mark.parametrize(("cases", "coordinators", "slack"), [(0, 3, 1.0), (3, 0, 1.0), (3, 3, -1)])
def test_nothing_to_generate_is_an_error(cases: int, coordinators: int, slack: float) -> None:
    with pytest.raises(ValueError, match="at least one"):
        generate(
            municipality="as", cases=cases, coordinators=coordinators, seed=0, on=ON, slack=slack
        )


def test_every_name_leads_somewhere(many: Roster) -> None:
    known = set(many.coordinator_by_id)
    for case in many.cases:
        wished = {w.value for w in case.wishes if w.about is WishAbout.COORDINATOR}
        assert wished <= known
    for coordinator in many.coordinators:
        assert coordinator.unit in many.unit_by_name
    for unit in many.units:
        assert unit.leader_id is None or unit.leader_id in known
        assert unit.leader_id is None or many.coordinator_by_id[unit.leader_id].unit == unit.name


def test_a_contact_works_in_the_service(many: Roster) -> None:
    for case in many.cases:
        for row in case.services:
            if row.contact is not None:
                assert many.coordinator_by_id[row.contact].service is row.service


def test_no_service_is_twice_in_a_case_and_most_cases_have_several(many: Roster) -> None:
    for case in many.cases:
        assert max(Counter(row.service for row in case.services).values()) == 1
    assert share(many.cases, lambda case: len(case.services) >= 2) > 0.95


def test_time_runs_forwards(many: Roster) -> None:
    for case in many.cases:
        assert case.received is None or case.received <= ON
        if case.coordinator_since is not None and case.received is not None:
            assert case.received <= case.coordinator_since <= ON
        assert case.transition_date is None or case.transition_date > ON
        for row in case.services:
            assert row.since is None or row.since <= ON
            assert row.expected_end is None or row.expected_end > ON
            if row.since is not None and case.birth_month is not None:
                assert row.since >= case.birth_month or case.subject is Subject.UNBORN
            if row.phase_since is not None and row.since is not None:
                assert row.since <= row.phase_since <= ON


def test_nobody_has_a_coordinator_from_before_the_employment(many: Roster) -> None:
    for case in many.cases:
        if case.current_coordinator is not None and case.coordinator_since is not None:
            person = many.coordinator_by_id[case.current_coordinator]
            assert person.employed_from is None or person.employed_from <= case.coordinator_since
            assert person.employed_to is None or person.employed_to > case.coordinator_since


def barnevern(roster: Roster) -> list[ServiceInCase]:
    return [
        row for case in roster.cases for row in case.services if row.service is Service.BARNEVERN
    ]


def test_barnevern_is_in_every_phase_and_an_undersokelse_ends_within_six_months(
    many: Roster,
) -> None:
    rows = barnevern(many)
    assert {row.phase for row in rows} >= set(BarnevernPhase)
    for row in rows:
        if row.phase is BarnevernPhase.UNDERSOKELSE and row.since and row.expected_end:
            assert (row.expected_end - row.since).days <= 184


@pytest.mark.parametrize(
    ("fact", "low", "high"),
    [
        (lambda case: case.current_coordinator is not None, 0.52, 0.64),
        (lambda case: bool(case.wishes), 0.38, 0.52),
        (lambda case: case.family is not None, 0.05, 0.11),
        (lambda case: case.workload_hours_per_month is None, 0.12, 0.24),
        (lambda case: case.has_blocked_address, 0.02, 0.06),
        (lambda case: bool(case.reconsider), 0.03, 0.15),
        (lambda case: bool(case.relations), 0.3, 0.7),
    ],
)
def test_shares_of_cases_are_as_in_practice(
    many: Roster, fact: Callable[[Case], bool], low: float, high: float
) -> None:
    assert low <= share(many.cases, fact) <= high


def test_relations_of_the_common_kinds_occur(many: Roster) -> None:
    kinds = {relation.kind for case in many.cases for relation in case.relations}
    assert kinds >= set(RelationKind) - {RelationKind.OWN_CASE, RelationKind.FOSTER_FAMILY}


def test_somebody_is_unwanted(many: Roster) -> None:
    assert any(not wish.wanted for case in many.cases for wish in case.wishes)


def test_a_blocked_address_tells_no_place(many: Roster) -> None:
    assert all(case.area is None for case in many.cases if case.has_blocked_address)


def test_siblings_share_place_language_and_address_block(many: Roster) -> None:
    assert many.families
    for family in many.families:
        cases = [many.case_by_id[id_] for id_ in family]
        assert len({(c.area, c.languages, c.address_block) for c in cases}) == 1


def test_mental_health_is_scarce(many: Roster) -> None:
    """The share of cases with the service is far above the share of coordinators from it."""
    in_case = share(
        many.cases, lambda case: any(s.service is Service.MENTAL_HEALTH for s in case.services)
    )
    staff = Counter(coordinator.service for coordinator in many.coordinators)
    assert in_case > 3 * staff[Service.MENTAL_HEALTH] / len(many.coordinators)


def is_at_work(person: Coordinator) -> bool:
    if person.service in (Service.SERVICE_OFFICE, Service.SPECIALIST_HEALTH):
        return False
    if person.employed_to is not None and person.employed_to <= ON:
        return False
    return not any(
        away.first_day <= ON and (away.last_day is None or (away.last_day - ON).days > 40)
        for away in person.absences
    )


def has_two_help_services(case: Case) -> bool:
    other = {Service.SCHOOL, Service.KINDERGARTEN, Service.UPPER_SECONDARY}
    other |= {Service.PPT, Service.GP, Service.SERVICE_OFFICE}
    return len({row.service for row in case.services} - other) >= 2


@pytest.mark.parametrize("slack", [0.9, 1.03, 1.15])
def test_the_free_hours_of_those_at_work_follow_the_slack(slack: float) -> None:
    roster = generate(municipality="as", cases=600, coordinators=150, seed=7, on=ON, slack=slack)
    free = sum(p.free_hours_per_month or 0 for p in roster.coordinators if is_at_work(p))
    hours = [c.workload_hours_per_month for c in roster.cases if has_two_help_services(c)]
    told = [hour for hour in hours if hour is not None]
    needed = sum(told) / len(told) * len(hours)
    assert free / needed == pytest.approx(slack, rel=0.05)


def test_hours_are_halves_and_within_what_leaders_agree_to(many: Roster) -> None:
    hours = [case.workload_hours_per_month for case in many.cases]
    told = [hour for hour in hours if hour is not None]
    assert all(1 <= hour <= 12 and hour * 2 == int(hour * 2) for hour in told)
    agreed = [person.agreed_hours_per_month for person in many.coordinators]
    assert 0 in agreed
    assert None in agreed


def test_most_have_training_and_some_are_leaving_or_away(many: Roster) -> None:
    staff = many.coordinators
    days = [person.training_date for person in staff]
    trained = sum(day is not None and day <= ON for day in days) / len(staff)
    assert any(day is not None and day > ON for day in days)
    assert 0.75 < trained < 0.95
    assert any(person.employed_to and person.employed_to < ON for person in staff)
    assert any(person.employed_to and person.employed_to > ON for person in staff)
    assert any(person.absences for person in staff)
    assert sum(person.has_blocked_address for person in staff) == 1


def test_a_blocked_address_of_an_employee_tells_no_place(many: Roster) -> None:
    (person,) = (p for p in many.coordinators if p.has_blocked_address)
    assert person.area is None
    assert person.unit is not None
    areas = {p.area.lower() for p in many.coordinators if p.area}
    assert not areas & set(person.unit.lower().split())


def test_names_are_not_dealt_out_twice(many: Roster) -> None:
    names = [person.name for person in many.coordinators]
    assert len(set(names)) == len(names)


def test_schools_of_the_county_are_not_the_municipalitys(many: Roster) -> None:
    for person in many.coordinators:
        if person.service is Service.UPPER_SECONDARY:
            assert person.employer in (Employer.COUNTY, None)
