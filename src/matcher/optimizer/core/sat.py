"""CP-SAT on whole numbers: a model of linear rows, and its answer.

The solver's own message is filled in directly, for its Python modelling layer loads pandas, which
took a third of the time the program needs to start. One worker and full linearization: with two
workers this version leaves out the search that closes such models, and several workers agree on
the objective but not on the plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model_helper as sat

from matcher.optimizer.program import IntArray

_FAR = (1 << 62) - 1
"""A side that doesn't bind."""
_CLOSE = 1e-6


@dataclass(frozen=True)
class Settled:
    """``values`` are the variables', or ``None`` where no solution is known.

    ``bound`` is on every solution. ``is_over``: the best is found, or proven not to be.
    """

    values: IntArray | None
    bound: int | None
    is_over: bool

    @property
    def is_infeasible(self) -> bool:
        """Whether it is proven that there is no solution."""
        return self.is_over and self.values is None


class SatModel:
    """Variables are numbered as they are made."""

    def __init__(self) -> None:
        self._proto = sat.CpModelProto()
        self._count = 0

    def variable(self, lower: int = 0, upper: int = 1) -> int:
        """A new whole number between two, both included."""
        self._proto.variables.add().domain.extend([lower, upper])
        self._count += 1
        return self._count - 1

    def exactly_one(self, variables: Iterable[int]) -> None:
        """One of these is 1, the others 0."""
        self._proto.constraints.add().exactly_one.literals.extend(list(variables))

    def row(
        self,
        terms: Iterable[tuple[int, int]],
        *,
        lower: int | None = None,
        upper: int | None = None,
    ) -> None:
        """The sum of coefficient × variable is within the sides given, the lower no higher."""
        variables, coefficients = _apart(terms)
        linear = self._proto.constraints.add().linear
        linear.vars.extend(variables)
        linear.coeffs.extend(coefficients)
        linear.domain.extend([-_FAR if lower is None else lower, _FAR if upper is None else upper])

    def minimize(
        self,
        terms: Iterable[tuple[int, int]],
        *,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        """What is to be as small as can be: a sum of coefficient × variable, within the sides."""
        variables, coefficients = _apart(terms)
        self._proto.objective.vars.extend(variables)
        self._proto.objective.coeffs.extend(coefficients)
        if least is not None or most is not None:
            sides = [-_FAR if least is None else least, _FAR if most is None else most]
            self._proto.objective.domain.extend(sides)

    def hint(self, variable: int, value: int) -> None:
        """A value to try first."""
        self._proto.solution_hint.vars.append(variable)
        self._proto.solution_hint.values.append(value)

    def solved(self, work: float, seconds: float | None = None) -> Settled:
        """The answer within so much ``work`` (CP-SAT's deterministic time), and ``seconds``."""
        parameters = sat.SatParameters()
        parameters.num_workers = 1
        parameters.linearization_level = 2
        parameters.max_deterministic_time = work
        if seconds is not None:
            parameters.max_time_in_seconds = max(seconds, 0.01)
        solver = sat.SolveWrapper()
        solver.set_parameters(parameters)
        response = solver.solve(self._proto)  # type: ignore[no-untyped-call]
        status = sat.CpSolverStatus
        if response.status not in (status.OPTIMAL, status.FEASIBLE):
            return Settled(None, None, is_over=response.status == status.INFEASIBLE)
        bound = int(np.ceil(response.best_objective_bound - _CLOSE))
        values = np.array(response.solution, np.int64)
        return Settled(values, bound, is_over=response.status == status.OPTIMAL)


def _apart(terms: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Coefficients and variables, those that count nothing left out."""
    counted = [(variable, coefficient) for coefficient, variable in terms if coefficient]
    return [variable for variable, _ in counted], [coefficient for _, coefficient in counted]
