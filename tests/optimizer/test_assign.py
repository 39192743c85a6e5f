"""The optimizer on bare numbers."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from matcher.optimizer import assign


@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.integers(1, 3))
def test_most_are_placed_and_then_the_fit_is_the_largest(seed: int, n: int, m: int) -> None:
    rng = np.random.default_rng(seed)
    fit, workload = rng.integers(-50, 50, (n, m)), rng.integers(1, 9, (n, m))
    capacity, eligible = rng.integers(0, 15, m), rng.random((n, m)) < 0.8
    best = max(
        (n - choice.count(-1), sum(int(fit[i, j]) for i, j in enumerate(choice) if j >= 0))
        for choice in product(range(-1, m), repeat=n)
        if all(j < 0 or eligible[i, j] for i, j in enumerate(choice))
        and all(
            sum(int(workload[i, j]) for i, j in enumerate(choice) if j == k) <= capacity[k]
            for k in range(m)
        )
    )
    answer = assign(fit, workload, capacity, eligible)
    placed = answer.coordinator_of >= 0
    assert (int(placed.sum()), answer.objective) == best
    assert answer.bound == answer.objective
    assert answer.is_optimal


def test_hours_of_the_case_alone_and_decimals_are_understood() -> None:
    answer = assign([[0.5, 0.25], [0.5, 0.75]], [1.5, 1.5], [1.5, 1.5])
    assert answer.coordinator_of.tolist() == [0, 1]
    assert answer.objective == 1.25


def test_one_who_can_go_nowhere_stays_unplaced() -> None:
    answer = assign([[5], [9]], [1, 1], [9], eligible=[[True], [False]])
    assert answer.coordinator_of.tolist() == [0, -1]


def test_nobody_and_nothing_is_an_answer_too() -> None:
    assert assign(np.zeros((0, 3)), np.zeros(0), np.ones(3)).coordinator_of.tolist() == []
    assert assign(np.zeros((2, 0)), np.ones(2), np.zeros(0)).coordinator_of.tolist() == [-1, -1]


@pytest.mark.parametrize(
    ("fit", "workload", "capacity"),
    [
        ([[1, 2]], [1, 1], [1, 1]),
        ([[1, 2]], [1], [1]),
        ([1, 2], [1], [1]),
        ([[1.0, float("nan")]], [1], [1, 1]),
        ([[1, 2]], [-1], [1, 1]),
    ],
)
def test_numbers_that_do_not_go_together_are_refused(
    fit: ArrayLike, workload: ArrayLike, capacity: ArrayLike
) -> None:
    with pytest.raises(ValueError, match=r".+"):
        assign(fit, workload, capacity)
