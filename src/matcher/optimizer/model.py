"""The model under construction: requirements post to it, each tier solves it and is held."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from matcher.optimizer.problem import Problem
from matcher.optimizer.program import (
    UNPLACED,
    BoolArray,
    Expression,
    Extra,
    IntArray,
    Program,
    Row,
    Solution,
)

NOTHING = np.zeros(0, np.int64)


@dataclass
class Model:
    """What may still be chosen, row by row; a row is a *group* of cases that share a coordinator.

    A group is most often one case. Siblings are merged into one group where that is known to
    cost no placement, which keeps the model a plain assignment problem.
    """

    problem: Problem
    groups: tuple[tuple[int, ...], ...]
    open: BoolArray
    may_stay_unplaced: BoolArray
    workload: IntArray
    capacity: IntArray
    rows: list[Row] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    then: Expression | None = None
    """What is wanted next after the goal at hand, where that is known."""

    @classmethod
    def of(cls, problem: Problem, groups: tuple[tuple[int, ...], ...]) -> Model:
        """The model before any requirement: everyone may have everyone."""
        n_groups, m = len(groups), problem.shape[1]
        model = cls(
            problem=problem,
            groups=groups,
            open=np.ones((n_groups, m), np.bool_),
            may_stay_unplaced=np.ones(n_groups, np.bool_),
            workload=np.zeros((n_groups, m), np.int64),
            capacity=np.full(m, np.iinfo(np.int64).max // 4, np.int64),
        )
        model.workload = model.folded(problem.workload)
        return model

    def copy(self) -> Model:
        """The model as it is now; what is closed or added later doesn't reach the copy."""
        return replace(
            self,
            open=self.open.copy(),
            may_stay_unplaced=self.may_stay_unplaced.copy(),
            rows=list(self.rows),
            extras=list(self.extras),
        )

    @property
    def _is_plain(self) -> bool:
        return len(self.groups) == self.problem.shape[0]

    def folded(self, by_case: IntArray) -> IntArray:
        """Sum a measure by case (n, or n × m) over each group."""
        if self._is_plain:
            return by_case.astype(np.int64, copy=True)
        folded = np.zeros((len(self.groups), *by_case.shape[1:]), np.int64)
        np.add.at(folded, self.group_of, by_case)
        return folded

    @property
    def group_of(self) -> IntArray:
        """The group of each case."""
        group_of = np.zeros(self.problem.shape[0], np.int64)
        for g, group in enumerate(self.groups):
            group_of[list(group)] = g
        return group_of

    def expression(
        self, pair: IntArray, unplaced: IntArray | None = None, extra: dict[int, int] | None = None
    ) -> Expression:
        """A measure by case, folded to groups; ``extra`` gives coefficients of extra variables."""
        if unplaced is None:
            unplaced = np.zeros(self.problem.shape[0], np.int64)
        coefficients = np.zeros(len(self.extras), np.int64)
        for index, coefficient in (extra or {}).items():
            coefficients[index] = coefficient
        return Expression(self.folded(pair), self.folded(unplaced), coefficients)

    def add_extra(self, upper: int, *, is_integer: bool) -> int:
        """A new extra variable from 0; its index."""
        self.extras.append(Extra(0, upper, is_integer))
        return len(self.extras) - 1

    def add_row(
        self, pairs: dict[tuple[int, int], int], extras: dict[int, int], *, upper: int
    ) -> None:
        """Require: the named choices (group, coordinator) and extras sum to at most ``upper``."""
        group, coordinator = np.array(list(pairs), np.int64).reshape(-1, 2).T
        coefficient = np.array(list(pairs.values()), np.int64)
        self.add_choices(group, coordinator, coefficient, extras=extras, upper=upper)

    def add_choices(
        self,
        group: IntArray,
        coordinator: IntArray,
        coefficient: IntArray,
        *,
        extras: dict[int, int],
        upper: int,
    ) -> None:
        """The same for choices by the array, where they are many."""
        self.rows.append(
            Row(
                case=group,
                coordinator=coordinator,
                coefficient=coefficient,
                extra=np.array(list(extras), np.int64),
                extra_coefficient=np.array(list(extras.values()), np.int64),
                lower=None,
                upper=upper,
            )
        )

    def program(self, objective: Expression) -> Program:
        """The tier that minimises ``objective`` over what is still open."""
        extra = np.zeros(len(self.extras), np.int64)
        extra[: len(objective.extra)] = objective.extra
        return Program(
            open=self.open,
            may_stay_unplaced=self.may_stay_unplaced,
            workload=self.workload,
            capacity=self.capacity,
            objective=Expression(objective.pair, objective.unplaced, extra),
            rows=tuple(self.rows),
            extras=tuple(self.extras),
            then=self.then,
        )

    def hold(self, objective: Expression, value: int, solution: Solution) -> None:
        """Keep a solved tier at its value: close what no such plan can use; a row if needed."""
        if solution.forced_bound is not None:
            self.open &= solution.forced_bound <= value
        if solution.unplaced_bound is not None:
            self.may_stay_unplaced &= solution.unplaced_bound <= value
        if objective.extra.any() or self._worst(objective) > value:
            self.rows.append(self._row(objective, value))

    def _worst(self, objective: Expression) -> int:
        lowest = np.iinfo(np.int64).min
        worst = np.where(self.open, objective.pair, lowest).max(axis=1, initial=lowest)
        worst = np.maximum(worst, np.where(self.may_stay_unplaced, objective.unplaced, lowest))
        return int(worst.sum()) if (worst != lowest).all() else np.iinfo(np.int64).max

    def _row(self, objective: Expression, value: int) -> Row:
        group, coordinator = np.nonzero(self.open & (objective.pair != 0))
        alone = np.flatnonzero(self.may_stay_unplaced & (objective.unplaced != 0))
        extra = np.flatnonzero(objective.extra)
        return Row(
            case=np.concatenate([group, alone]),
            coordinator=np.concatenate([coordinator, np.full(len(alone), UNPLACED)]),
            coefficient=np.concatenate(
                [objective.pair[group, coordinator], objective.unplaced[alone]]
            ),
            extra=extra,
            extra_coefficient=objective.extra[extra],
            lower=None,
            upper=value,
        )

    def plan_of(self, coordinator_of_group: IntArray) -> IntArray:
        """A plan by case from a plan by group."""
        return coordinator_of_group[self.group_of]

    def start_of(self, plan: IntArray) -> IntArray | None:
        """A plan by group from a plan by case; ``None`` where siblings differ."""
        start = np.array([plan[group[0]] for group in self.groups], np.int64)
        return start if (self.plan_of(start) == plan).all() else None
