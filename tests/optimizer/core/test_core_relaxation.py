"""The relaxation's prices come soon, also where much costs the same."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.lp import GrowingLP, Prices
from matcher.optimizer.core.relaxation import relax
from tests.optimizer.core.tiny_programs import plain


@pytest.fixture
def solves(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What each solve of the linear program was worth."""
    seen: list[float] = []
    as_it_is = GrowingLP.solve

    def solve(lp: GrowingLP, *, after_shutting: bool = False) -> Prices | None:
        answer = as_it_is(lp, after_shutting=after_shutting)
        seen.append(np.nan if answer is None else answer.objective)
        return answer

    monkeypatch.setattr(GrowingLP, "solve", solve)
    return seen


def test_where_all_choices_cost_the_same_one_look_is_enough(solves: list[float]) -> None:
    """120 cases, 60 coordinators with hours for two each: the cases begin with different ones."""
    cost = np.zeros((120, 60), np.int64)
    program = plain(cost, np.ones_like(cost), np.full(60, 2))
    found = relax(linear_model(program))
    assert found is not None
    assert found.objective == 0
    assert len(solves) == 1


def test_a_known_plan_is_among_the_first_choices(solves: list[float]) -> None:
    """Only a plan of choices that look dear keeps everybody's hours; it is no worse from there."""
    n = m = 30
    cost = np.tile(np.arange(m, dtype=np.int64), (n, 1))
    program = plain(cost, np.ones_like(cost), np.ones(m, np.int64))
    found = relax(linear_model(program), near=np.arange(n))
    assert found is not None
    assert solves[0] <= np.arange(m).sum()
    assert found.objective == pytest.approx(np.arange(m).sum())
