"""The answer is held against roster and profile again, and a lie in it is found."""

from collections.abc import Callable

import pytest

from matcher.domain.choice import Choice
from matcher.domain.plan import CasePlan, Plan, Says
from matcher.domain.vocabulary import Role
from matcher.explain.recheck import faults
from matcher.profiles.load import builtin, load
from tests.explain.rounds import plan, roster

FARSUND = load("farsund")


def changed(**values: object) -> Callable[[CasePlan], CasePlan]:
    return lambda case: case.model_copy(update=values)


def with_case(told: Plan, index: int, change: Callable[[CasePlan], CasePlan]) -> Plan:
    cases = list(told.cases)
    cases[index] = change(cases[index])
    return told.model_copy(update={"cases": tuple(cases)})


def placed(told: Plan) -> int:
    """A placed case with more than one suggestion."""
    return next(
        i for i, case in enumerate(told.cases) if case.coordinator and len(case.suggestions) > 1
    )


@pytest.mark.parametrize("profile", builtin())
def test_an_answer_of_the_program_holds(profile: str) -> None:
    assert faults(plan(profile), roster(profile), load(profile)) == []


def test_a_coordinator_whom_a_rule_refuses_is_found() -> None:
    told = plan()
    index = next(i for i, case in enumerate(told.cases) if case.coordinator and case.refused)
    refused = told.cases[index].refused[0].coordinator
    found = faults(with_case(told, index, changed(coordinator=refused)), roster(), FARSUND)
    assert f"{told.cases[index].case} kan ikke ha {refused}" in found


def test_hours_beyond_those_agreed_are_found() -> None:
    told = plan()
    who = next(case.coordinator for case in told.cases if case.coordinator)
    everybody = told.model_copy(
        update={"cases": tuple(c.model_copy(update={"coordinator": who}) for c in told.cases)}
    )
    assert any(f"{who} får " in fault for fault in faults(everybody, roster(), FARSUND))


def test_a_fit_that_is_not_the_pairs_is_found() -> None:
    told = plan()
    index = placed(told)
    first, *rest = told.cases[index].suggestions
    wrong = first.model_copy(update={"fit": (first.fit + 1) % 101})
    lying = with_case(told, index, changed(suggestions=(wrong, *rest)))
    assert any("egnetheten" in fault for fault in faults(lying, roster(), FARSUND))


def test_suggestions_out_of_order_are_found() -> None:
    told = plan()
    index = placed(told)
    backwards = tuple(reversed(told.cases[index].suggestions))
    found = faults(with_case(told, index, changed(suggestions=backwards)), roster(), FARSUND)
    assert any("står ikke i orden" in fault for fault in found)


def test_a_role_that_is_not_owed_is_found() -> None:
    told = plan()
    entitlement = told.cases[0].entitlement
    other = Role.NONE if entitlement.role is not Role.NONE else Role.KOORDINATOR
    lie = changed(entitlement=entitlement.model_copy(update={"role": other}))
    found = faults(with_case(told, 0, lie), roster(), FARSUND)
    assert any("rollen" in fault for fault in found)


def test_a_lock_or_ban_that_is_not_kept_is_found() -> None:
    told = plan()
    case = told.cases[placed(told)]
    assert case.coordinator is not None
    other = next(s.coordinator for s in case.suggestions if s.coordinator != case.coordinator)
    lock = Choice(case=case.case, coordinator=other)
    ban = Choice(case=case.case, coordinator=case.coordinator)
    assert f"{case.case} er låst til {other}" in faults(told, roster(), FARSUND, locks=[lock])
    banned = f"{case.case} er sperret for {case.coordinator}"
    assert banned in faults(told, roster(), FARSUND, bans=[ban])


def test_a_goal_that_is_not_what_it_says_is_found() -> None:
    told = plan()
    goals = tuple(g.model_copy(update={"value": g.value + 1}) for g in told.round.goals)
    lying = told.model_copy(update={"round": told.round.model_copy(update={"goals": goals})})
    found = faults(lying, roster(), FARSUND)
    assert any(fault.startswith("total_fit") for fault in found)
    assert any("grensen" in fault for fault in found)


def test_a_choice_that_would_better_the_best_is_found() -> None:
    told = plan()
    index = placed(told)
    first, second, *rest = told.cases[index].suggestions
    loss = (-1.0, *second.consequence.loss[1:])
    better = second.consequence.model_copy(update={"loss": loss, "says": Says.EXACT})
    lie = changed(suggestions=(first, second.model_copy(update={"consequence": better}), *rest))
    found = faults(with_case(told, index, lie), roster(), FARSUND)
    assert any("bedre enn det beste" in fault for fault in found)
