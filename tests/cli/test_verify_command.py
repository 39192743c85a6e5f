"""``matcher verify`` checks plan and bounds where they lie, without running the round again."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.domain.plan import Plan
from tests.cli.round_folder import folder_of, small_plan
from tests.cli.running import matcher


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A small round that was run."""
    return small_plan()


def test_a_plan_that_holds_is_told_goal_by_goal(plan: Plan, tmp_path: Path) -> None:
    ran = matcher("verify", folder_of(plan, tmp_path / "svar"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Planen holder alle krav, og målene er det planen sier.\n")
    for goal in plan.round.goals:
        assert f"{goal.title}: " in ran.out


def test_what_does_not_hold_is_named_and_the_command_fails(plan: Plan, tmp_path: Path) -> None:
    goals = tuple(goal.model_copy(update={"value": 5.0}) for goal in plan.round.goals)
    other = plan.model_copy(update={"round": plan.round.model_copy(update={"goals": goals})})
    ran = matcher("verify", folder_of(other, tmp_path))
    assert ran.code == 1
    assert ran.out.startswith("Planen holder ikke.\n")
    assert "planen sier 5, men den når 0" in ran.out


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = matcher("verify", tmp_path / "borte")
    assert ran.code == 1
    assert "finnes ikke" in ran.err
