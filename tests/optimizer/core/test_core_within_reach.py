"""Hours that cases can't add up to are nobody's: lowering them loses no plan."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given, settings

from matcher.optimizer.core.easy import within_reach
from matcher.optimizer.program import Program
from tests.optimizer.core.tiny_programs import tiny_programs


@settings(max_examples=80, deadline=None)
@given(tiny_programs())
def test_what_is_left_is_the_most_that_some_cases_add_up_to(program: Program) -> None:
    program = replace(program, capacity=np.maximum(program.capacity, 0))
    lowered = within_reach(program).capacity
    for j, capacity in enumerate(program.capacity.tolist()):
        hours = program.workload[program.open[:, j], j].tolist()
        sums = {sum(some) for count in range(len(hours) + 1) for some in combinations(hours, count)}
        within = max(one for one in sums if one <= capacity)
        assert lowered[j] == (capacity if sum(hours) <= capacity else within)
