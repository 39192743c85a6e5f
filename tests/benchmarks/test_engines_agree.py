"""Every engine proves the same value on the same task: ours can be trusted, the race is fair."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.engines import ENGINES, Engine, Result, highs
from benchmarks.instances import Municipal, fit_alone, known, published
from benchmarks.ladder import Disagrees, climb
from benchmarks.one import agree
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Program

PLENTY_S = 60.0
TINY = """2 3
4 1 6
3 5 2
3 2 4
2 3 3
5 4
"""
"""Two agents, three jobs: costs, weights, capacities."""
TINY_BEST = 7


@pytest.fixture(scope="module", params=["tight", "short"])
def problem(request: pytest.FixtureRequest) -> Problem:
    return Municipal(8, 4, request.param, 1).problem()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    (tmp_path / "tiny").write_text(TINY, encoding="utf-8")
    head = "path,agents,jobs,best_bound,best_known,proved\n"
    (tmp_path / "best_known.csv").write_text(f"{head}tiny,2,3,7,{TINY_BEST},yes\n", "utf-8")
    return tmp_path


def test_every_engine_proves_the_same_fit(problem: Problem) -> None:
    program = fit_alone(problem)
    results = {name: engine(program, PLENTY_S, None) for name, engine in ENGINES.items()}
    for result in results.values():
        agree(program, result)
    assert all(result.is_proven for result in results.values())
    assert len({result.value for result in results.values()}) == 1


def test_every_engine_proves_the_same_in_every_tier(problem: Problem) -> None:
    reached = {name: climb(problem, name, PLENTY_S) for name in ENGINES}
    assert all(one.is_proven for ones in reached.values() for one in ones)
    assert len(set(reached.values())) == 1
    assert {"total_fit", "even_load"} <= {one.goal for one in reached["ours"]}


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_a_published_task_worked_by_hand(engine: Engine, tiny: Path) -> None:
    """Agent 2 is cheapest for jobs 1 and 3, but has hours for one of them: 4 + 1 + 2 is best."""
    (one,) = known(tiny)
    result = engine(published(tiny / one.name), PLENTY_S, None)
    assert result.plan is not None
    assert result.plan.tolist() == [0, 0, 1]
    assert (result.value, result.bound) == (TINY_BEST, one.value)


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_an_engine_may_begin_from_a_plan(engine: Engine, tiny: Path) -> None:
    start = np.array([1, 1, 0])
    assert engine(published(tiny / "tiny"), PLENTY_S, start).value == TINY_BEST


def test_building_counts_as_time(tiny: Path) -> None:
    result = highs(published(tiny / "tiny"), 0.0, None)
    assert (result.value, result.bound) == (None, None)


@pytest.mark.parametrize(
    ("plan", "value", "fault"),
    [
        ([0, 0, 1], TINY_BEST - 1, "measured as 7"),
        ([1, 0, 1], 6, "more hours"),
        ([-1, 0, 1], 3, "isn't open"),
    ],
)
def test_a_plan_that_isnt_what_is_said_is_found_out(
    tiny: Path, plan: list[int], value: int, fault: str
) -> None:
    program: Program = published(tiny / "tiny")
    with pytest.raises(Disagrees, match=fault):
        agree(program, Result(value, None, np.array(plan)))
