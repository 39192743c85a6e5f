"""Ties are settled by lot, from the seed and the ids."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from matcher.optimizer.goals import draw
from matcher.optimizer.problem import Problem
from tests.optimizer.goals.agreement import agree
from tests.optimizer.tiny import problems, round_of


@given(problems(3, 2))
def test_the_model_counts_what_is_read_off_the_plan_draw(problem: Problem) -> None:
    agree(problem, "draw")


def test_the_lot_is_the_same_for_the_same_seed_and_ids_and_another_for_another() -> None:
    assert draw.lot(7, "S-1", "K-1") == draw.lot(7, "S-1", "K-1")
    lots = {draw.lot(seed, case, "K-1") for seed in range(20) for case in ("S-1", "S-2")}
    assert len(lots) > 30


def test_the_draw_reads_the_ids_and_not_the_places_in_the_list() -> None:
    problem = round_of([[50, 50], [50, 50]], [1, 1], [9, 9])
    (goal,) = draw.goals(problem)
    swapped = replace(problem, case_ids=problem.case_ids[::-1])
    plan = np.array([0, 1])
    assert goal.measure(problem, plan) == goal.measure(swapped, plan[::-1])
