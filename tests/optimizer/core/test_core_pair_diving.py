"""A dive by pairs makes a plan within everybody's hours, near what the relaxation promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.pair_diving import dive_by_pairs
from matcher.optimizer.core.plan import checked, load
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, IntArray, Program
from tests.optimizer.core.tiny_programs import family_c, tiny_programs


def dived(program: Program) -> tuple[IntArray, float]:
    """The plan, and what the relaxation costs."""
    model = linear_model(program)
    relaxation = relax(model)
    assert relaxation is not None
    plan = dive_by_pairs(program, model, relaxation, Watch.for_seconds(None))
    return plan, relaxation.objective


@settings(max_examples=60, deadline=None)
@given(tiny_programs())
def test_it_keeps_to_open_pairs_and_everybodys_hours(program: Program) -> None:
    plan, _ = dived(program)
    placed = np.flatnonzero(plan != UNPLACED)
    assert program.open[placed, plan[placed]].all()
    assert (load(program, plan) <= program.capacity)[plan[placed]].all()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_where_there_are_many_cases_it_is_within_five_percent(seed: int) -> None:
    program = family_c(8, 120, seed)
    plan, least = dived(program)
    found = checked(program, plan)
    assert found is not None
    assert least <= found.objective <= 1.05 * least
