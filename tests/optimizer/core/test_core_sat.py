"""The solver's answers are what trying every number gives, and starting it is quick."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.optimizer.core.sat import SatModel

Row = tuple[tuple[int, ...], int | None, int | None]
COUNT = 4
numbers = st.integers(-4, 4)
sides = st.none() | st.integers(-5, 9)
rows = st.tuples(st.tuples(*[numbers] * COUNT), sides, sides).filter(
    lambda row: None in row or row[1] <= row[2]
)


def within(row: Row, values: tuple[int, ...]) -> bool:
    coefficients, lower, upper = row
    total = sum(c * value for c, value in zip(coefficients, values, strict=True))
    return (lower is None or lower <= total) and (upper is None or total <= upper)


@given(
    st.lists(st.integers(0, 2), min_size=COUNT, max_size=COUNT),
    st.lists(rows, max_size=3),
    st.tuples(*[numbers] * COUNT),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_the_answer_is_the_best_of_all_there_are(
    most: list[int], rows: list[Row], cost: tuple[int, ...], one_of_two: bool
) -> None:
    most = [1, 1, *most[2:]]
    model = SatModel()
    variables = [model.variable(0, upper) for upper in most]
    for coefficients, lower, upper in rows:
        terms = zip(coefficients, variables, strict=True)
        model.row(terms, lower=lower, upper=upper)
    if one_of_two:
        model.exactly_one(variables[:2])
    model.minimize(zip(cost, variables, strict=True))
    found = model.solved(work=5.0)
    worth = {
        values: sum(c * value for c, value in zip(cost, values, strict=True))
        for values in product(*(range(upper + 1) for upper in most))
        if all(within(row, values) for row in rows) and (not one_of_two or sum(values[:2]) == 1)
    }
    assert found.is_over
    assert found.is_infeasible == (not worth)
    if found.values is not None:
        assert worth[tuple(found.values.tolist())] == min(worth.values()) == found.bound


def test_what_is_known_of_the_best_is_no_more_than_a_help() -> None:
    for least, most in ((None, None), (1, None), (None, 3), (2, 2)):
        model = SatModel()
        one, other = model.variable(0, 3), model.variable(0, 3)
        model.row([(1, one), (1, other)], lower=2)
        model.minimize([(1, one), (2, other)], least=least, most=most)
        found = model.solved(work=1.0)
        assert found.values is not None
        assert found.values.tolist() == [2, 0]
        assert found.bound == 2


def test_a_hint_is_no_more_than_a_hint() -> None:
    model = SatModel()
    variable = model.variable(0, 5)
    model.hint(variable, 5)
    model.minimize([(1, variable)])
    found = model.solved(work=1.0)
    assert found.values is not None
    assert found.values.tolist() == [0]


def test_the_optimizer_is_ready_without_loading_what_only_tables_need() -> None:
    """It took a third of the time of every command."""
    asked = "import sys, matcher.optimizer; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
