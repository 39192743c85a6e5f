"""A shortage is cases that can go nowhere else than to people who can't hold them all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from matcher.optimizer import assign
from matcher.optimizer.min_cut import Short, shortage
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray
from tests.optimizer.tiny import kept_plans, problems, round_of


def plan(*coordinators: int) -> IntArray:
    return np.array(coordinators, np.int64)


def test_three_cases_that_can_only_go_to_one_with_hours_for_two() -> None:
    round_ = round_of([[50, 50]] * 4, [3, 3, 3, 3], [6, 6])
    only_first = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], np.bool_)
    found = shortage(replace(round_, allowed=only_first), plan(0, 0, UNPLACED, 1), 2)
    assert found is not None
    assert found.cases == (0, 1, 2)
    assert found.coordinators == (0,)
    assert found.short_of is Short.HOURS
    assert (found.needed, found.there_is) == (900, 600)


def test_hours_enough_in_all_but_not_in_whole_cases() -> None:
    round_ = round_of([[50, 50]] * 3, [4, 4, 4], [6, 6])
    found = shortage(round_, plan(0, 1, UNPLACED), 2)
    assert found is not None
    assert found.short_of is Short.ROOM
    assert (found.needed, found.there_is) == (3, 2)


def test_others_without_a_place_who_can_go_nowhere_else_are_counted_too() -> None:
    round_ = round_of([[50, 50]] * 4, [6, 6, 6, 6], [6, 6])
    found = shortage(round_, plan(0, UNPLACED, 1, UNPLACED), 1)
    assert found is not None
    assert found.cases == (0, 1, 2, 3)


def test_where_the_pieces_do_not_fit_no_shortage_is_made_up() -> None:
    """Five, five and two hours, to people with seven and five: the plan began badly."""
    round_ = round_of([[50, 50]] * 3, [5, 5, 2], [7, 5])
    assert shortage(round_, plan(0, UNPLACED, 1), 1) is None


def test_a_case_that_nobody_may_have_is_no_shortage_of_hours() -> None:
    round_ = round_of([[50], [50]], [3, 3], [3])
    nobody = np.array([[1], [0]], np.bool_)
    assert shortage(replace(round_, allowed=nobody), plan(0, UNPLACED), 1) is None


@settings(max_examples=30, deadline=None)
@given(problems(at_most_cases=4, at_most_coordinators=3))
def test_no_plan_places_all_the_cases_of_a_shortage(round_: Problem) -> None:
    for kept in kept_plans(round_)[:6]:
        for case in np.flatnonzero(kept == UNPLACED).tolist():
            found = shortage(round_, kept, case)
            if found is None:
                continue
            cases, people = list(found.cases), list(found.coordinators)
            outside = np.delete(round_.allowed[cases], people, axis=1)
            assert not outside.any()
            assert case in cases
            assert found.there_is < found.needed
            inside = np.ix_(cases, people)
            best = assign(
                round_.fit[inside],
                round_.workload[inside],
                round_.capacity[people],
                round_.allowed[inside],
            )
            assert (best.coordinator_of == UNPLACED).any()
