"""Changes: each does what it says, they combine, and one that names nobody fails with the name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.domain.case import Case
from matcher.domain.vocabulary import Focus, Service, Subject, Transition, WishAbout
from matcher.profiles.line import Mode
from matcher.scenarios.changes import (
    KINDS,
    Away,
    Hours,
    Leaves,
    NewCases,
    NewPosition,
    RuleChanged,
    ScenarioChange,
    Transitions,
    UnitClosed,
    UnitOpened,
    WeightChanged,
)
from matcher.scenarios.changes.rosters import with_cases
from matcher.scenarios.scenario import ScenarioError
from tests.explain.rounds import ON
from tests.scenarios.what_if import request, scenario

SOMEBODY = request().roster.coordinators[0].id
UNIT = next(p.unit for p in request().roster.coordinators if p.unit)


def test_every_kind_has_a_word_and_a_title_of_its_own() -> None:
    assert len({kind.KIND for kind in KINDS}) == len(KINDS)
    assert len({kind.TITLE for kind in KINDS}) == len(KINDS)


def test_who_leaves_is_gone_on_the_day_of_the_round_unless_a_day_is_given() -> None:
    gone = Leaves(coordinator=SOMEBODY).made(request()).roster.coordinator_by_id[SOMEBODY]
    assert gone.employed_to == ON - timedelta(days=1)
    later = Leaves(coordinator=SOMEBODY, last_day=date(2027, 1, 31)).made(request())
    assert later.roster.coordinator_by_id[SOMEBODY].employed_to == date(2027, 1, 31)


def test_an_absence_comes_beside_those_that_are_known() -> None:
    before = request().roster.coordinator_by_id[SOMEBODY].absences
    change = Away(coordinator=SOMEBODY, first_day=ON, last_day=ON + timedelta(days=200))
    after = change.made(request()).roster.coordinator_by_id[SOMEBODY].absences
    assert set(before) < set(after)
    assert len(after) == len(before) + 1


def test_hours_in_a_unit_are_for_each_who_has_agreed_to_some() -> None:
    change = Hours(unit=UNIT, more_hours_per_month=2.5)
    after = change.made(request()).roster
    for person in request().roster.coordinators:
        agreed, now = (
            p.agreed_hours_per_month for p in (person, after.coordinator_by_id[person.id])
        )
        is_theirs = person.unit == UNIT and agreed is not None
        assert now == (agreed + 2.5 if is_theirs and agreed is not None else agreed)


def test_a_new_position_gives_the_hours_that_such_a_position_usually_gives() -> None:
    position = NewPosition(service=Service.HEALTH_STATION, percent=50, competence={Focus.SOCIAL: 3})
    after = position.made(request()).roster
    (new,) = set(after.coordinators) - set(request().roster.coordinators)
    assert new.agreed_hours_per_month
    assert new.agreed_hours_per_month * 2 == int(new.agreed_hours_per_month * 2)
    assert new.competence.social == 3
    assert new.competence.somatic is None


def test_a_unit_that_opens_has_its_positions_and_one_that_closes_has_nobody() -> None:
    opens = UnitOpened(unit="Ny base", service=Service.PPT, positions=2, percent=80)
    opened = opens.made(request()).roster
    assert sum(person.unit == "Ny base" for person in opened.coordinators) == 2
    assert opened.unit_by_name["Ny base"].service is Service.PPT
    closed = UnitClosed(unit=UNIT).made(request()).roster
    assert all(p.employed_to and p.employed_to < ON for p in closed.coordinators if p.unit == UNIT)


def test_new_cases_are_drawn_alike_for_the_same_seed_and_know_nobody() -> None:
    change = NewCases(count=6, seed=4)
    after = change.made(request()).roster
    assert after == change.made(request()).roster
    assert after != NewCases(count=6, seed=5).made(request()).roster
    new = [case for case in after.cases if case.id not in request().roster.case_by_id]
    assert len(new) == 6
    for case in new:
        assert case.current_coordinator is None
        assert case.what_matters is None
        assert not case.relations
        assert not [wish for wish in case.wishes if wish.about is WishAbout.COORDINATOR]
        assert all(row.contact is None for row in case.services)
        assert not case.has_blocked_address


def test_new_cases_of_a_kind_are_of_that_kind() -> None:
    service = request().roster.cases[0].services[0].service
    after = NewCases(count=5, service=service).made(request()).roster
    new = [case for case in after.cases if case.id not in request().roster.case_by_id]
    assert all(service in {row.service for row in case.services} for case in new)


def test_given_cases_have_just_the_given_services_and_hours() -> None:
    services = (Service.BARNEVERN, Service.PPT)
    after = NewCases(count=2, services=services, hours_per_month=4).made(request()).roster
    new = [case for case in after.cases if case.id not in request().roster.case_by_id]
    assert [{row.service for row in case.services} for case in new] == [set(services)] * 2
    assert {case.workload_hours_per_month for case in new} == {4}


def test_a_rule_and_a_weight_are_the_profiles_and_the_weights_add_up_still() -> None:
    off = RuleChanged(rule="opplaering", mode=Mode.OFF).made(request()).profile
    assert off.rules.opplaering.mode is Mode.OFF
    lines = WeightChanged(criterion="onske", weight=40).made(request()).profile.criteria
    assert lines.onske.weight == 40
    assert sum(getattr(lines, name).weight for name in type(lines).model_fields) == 100


def test_over_a_transition_services_end_by_the_profile_and_the_next_is_known() -> None:
    child = Case.model_validate(
        {
            "id": "S-1",
            "subject": Subject.CHILD,
            "birth_month": date(2021, 3, 1),
            "next_transition": Transition.KINDERGARTEN_TO_SCHOOL,
            "transition_date": date(2027, 8, 1),
            "services": [{"service": Service.KINDERGARTEN}, {"service": Service.BARNEVERN}],
        }
    )
    before = with_cases(request(), [child])
    after = Transitions(until=date(2027, 9, 1)).made(before).roster.cases[0]
    ends = before.profile.criteria.tidsaspekt.ends_at[Transition.KINDERGARTEN_TO_SCHOOL]
    assert Service.KINDERGARTEN in ends
    assert {row.service for row in after.services} == {Service.SCHOOL, Service.BARNEVERN}
    assert after.next_transition is Transition.PRIMARY_TO_LOWER_SECONDARY
    assert after.transition_date == date(2034, 8, 1)
    assert Transitions(until=date(2027, 7, 31)).made(before).roster.cases[0] == child


def test_changes_combine_and_may_name_what_an_earlier_one_made() -> None:
    both = scenario(
        UnitOpened(unit="Ny base", service=Service.PPT, positions=1, percent=50),
        Hours(unit="Ny base", more_hours_per_month=3),
        Leaves(coordinator=SOMEBODY),
    )
    after = both.made(request()).roster
    alone = both.changes[0].made(request()).roster
    new = next(p for p in after.coordinators if p.unit == "Ny base")
    hours = next(p for p in alone.coordinators if p.unit == "Ny base").agreed_hours_per_month
    assert hours is not None
    assert new.agreed_hours_per_month == hours + 3
    assert after.coordinator_by_id[SOMEBODY].employed_to is not None


@pytest.mark.parametrize(
    "change",
    [
        Leaves(coordinator="K-99x"),
        Away(coordinator="K-99x", first_day=ON, last_day=ON),
        Hours(coordinator="K-99x", more_hours_per_month=1),
        Hours(unit="K-99x", more_hours_per_month=1),
        NewPosition(service=Service.PPT, percent=50, unit="K-99x"),
        UnitClosed(unit="K-99x"),
        RuleChanged(rule="K-99x", mode=Mode.OFF),
        WeightChanged(criterion="K-99x", weight=3),
    ],
    ids=lambda change: change.KIND,
)
def test_a_change_that_names_nobody_fails_with_the_name(change: ScenarioChange) -> None:
    with pytest.raises(ScenarioError, match="K-99x"):
        scenario(change).made(request())


def test_all_faults_are_told_at_once_with_who_was_perhaps_meant() -> None:
    wrong = scenario(
        Leaves(coordinator="K99"),
        UnitClosed(unit=UNIT[:-1]),
        Away(coordinator=SOMEBODY, first_day=ON, last_day=ON - timedelta(days=1)),
        Hours(more_hours_per_month=1),
        Hours(coordinator=SOMEBODY, more_hours_per_month=-190),
    )
    with pytest.raises(ScenarioError) as told:
        wrong.made(request())
    assert len(told.value.findings) == 5
    assert f"Kanskje mente du «{UNIT}»?" in str(told.value)
    assert [finding.subject[:8] for finding in told.value.findings] == [
        f"change {n}" for n in range(1, 6)
    ]
