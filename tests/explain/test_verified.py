"""A plan is checked from its certificate: what is wrong is named, what is right is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from matcher.domain.certificate import Certificate
from matcher.domain.plan import Plan
from matcher.explain.verified import verified
from matcher.profiles.load import load
from matcher.sample import generate
from matcher.services import RoundRequest, Services
from tests.services.made_rounds import ON

ROSTER = generate(municipality="farsund", cases=14, coordinators=6, seed=3, on=ON)
REQUEST = RoundRequest(ROSTER, load("farsund"), seed=7)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A small round in which not everybody gets the best for themselves."""
    return Services().run_round(REQUEST)


def faults(plan: Plan) -> str:
    return "; ".join(verified(REQUEST, plan).faults)


def with_facts(plan: Plan, **changes: Any) -> Plan:
    """The plan where something else is said of the round."""
    return plan.model_copy(update={"round": plan.round.model_copy(update=changes)})


def test_a_plan_as_it_was_made_holds_and_its_prices_show_the_best(plan: Plan) -> None:
    answer = verified(REQUEST, plan)
    assert answer.holds
    assert [goal.title for goal in answer.goals] == [goal.title for goal in plan.round.goals]
    assert [goal.value for goal in answer.goals] == [goal.value for goal in plan.round.goals]
    assert all(goal.is_shown for goal in answer.goals)
    assert plan.round.certificate is not None
    assert plan.round.certificate.prices


def test_it_is_the_prices_that_show_it(plan: Plan) -> None:
    free = with_facts(plan, certificate=Certificate())
    answer = verified(REQUEST, free)
    assert answer.holds
    (fit,) = (goal for goal in answer.goals if goal.unit == "poeng")
    assert fit.shown < fit.value == fit.searched


def test_another_coordinator_than_the_plan_chose_is_found(plan: Plan) -> None:
    first = next(one for one in plan.cases if one.coordinator is not None)
    nobody = first.model_copy(update={"coordinator": None, "stand_in": None})
    cases = tuple(nobody if one is first else one for one in plan.cases)
    assert "men den når" in faults(plan.model_copy(update={"cases": cases}))


def test_a_goal_that_is_said_better_than_it_is_is_found(plan: Plan) -> None:
    told = tuple(
        goal.model_copy(update={"value": 1.0, "bound": 1.0}) if goal.id == "total_fit" else goal
        for goal in plan.round.goals
    )
    better = with_facts(plan, goals=told)
    assert "planen sier 1, men den når" in faults(better)


def test_a_bound_above_what_is_reached_is_found(plan: Plan) -> None:
    told = tuple(
        goal.model_copy(update={"bound": goal.value + 1}) if goal.id == "total_fit" else goal
        for goal in plan.round.goals
    )
    above = with_facts(plan, goals=told)
    assert "er høyere enn" in faults(above)


def test_a_plan_without_prices_and_one_with_others_prices_are_told(plan: Plan) -> None:
    assert plan.round.certificate is not None
    assert "ingen priser" in faults(with_facts(plan, certificate=None))
    short = tuple(
        one.model_copy(update={"cases": one.cases[1:]}) for one in plan.round.certificate.prices
    )
    others = with_facts(plan, certificate=Certificate(prices=short))
    assert "hører ikke til denne runden" in faults(others)


def test_somebody_who_is_not_in_the_round_is_found(plan: Plan) -> None:
    first, *rest = plan.cases
    stranger = first.model_copy(update={"coordinator": "K-99"})
    told = faults(plan.model_copy(update={"cases": (stranger, *rest)}))
    assert told == f"{first.case} har K-99, som ikke er i datagrunnlaget"


def test_the_checker_is_short_enough_to_be_read_in_one_sitting() -> None:
    """Under a hundred lines of code, so that a municipality can have it read by its own."""
    folder = Path(__file__).parents[2] / "src/matcher/optimizer"
    lines = [
        line
        for name in ("certificate.py", "shown.py")
        for line in code_of((folder / name).read_text(encoding="utf-8"))
    ]
    assert len(lines) < 100


def code_of(text: str) -> list[str]:
    """The lines that are neither empty nor words."""
    outside = text.split('"""')[::2]
    return [line for part in outside for line in part.splitlines() if line.strip()]
