"""The linear program over loads that column generation grows."""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core.linear import merged
from matcher.optimizer.core.lp import GrowingLP, Prices
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program


class GrowingLoads:
    """Minimise: each case in one load or unplaced, each coordinator at most one load, rows hold.

    Rows of the linear program: n cases, m coordinators, the program's own. Every row can be
    broken at a high price, so there always is a solution.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        n, m = program.shape
        self._own = n + m
        lower = [-np.inf if row.lower is None else row.lower for row in program.rows]
        upper = [np.inf if row.upper is None else row.upper for row in program.rows]
        self._lp = GrowingLP(
            np.concatenate([np.ones(n), np.full(m, -np.inf), lower]),
            np.concatenate([np.ones(n), np.ones(m), upper]),
        )
        self._seen: set[tuple[int, bytes]] = set()
        self._charges = _Charges(program)
        self._add_ways_out()
        self._add_extras()

    def solve(self) -> Prices | None:
        """The best mix of the loads so far; ``None`` where the solver fails."""
        return self._lp.solve()

    def add(self, chosen: BoolArray) -> bool:
        """Add what each coordinator chooses (n × m) as a load; whether any was new."""
        new = [j for j in np.flatnonzero(chosen.any(axis=0)).tolist() if self._is_new(j, chosen)]
        if not new:
            return False
        load, case = np.nonzero(chosen[:, new].T)
        coordinator = np.array(new, np.int64)[load]
        cost = np.zeros(len(new))
        np.add.at(cost, load, self._program.objective.pair[case, coordinator])
        row, at, coefficient = self._charges.of(case, coordinator)
        n = self._program.shape[0]
        count = len(new)
        self._lp.add_columns(
            cost,
            merged(
                np.concatenate([case, n + np.array(new, np.int64), self._own + row]),
                np.concatenate([load, np.arange(count), load[at]]),
                np.concatenate([np.ones(len(load) + count, np.int64), coefficient]),
                count,
            ),
        )
        return True

    def _is_new(self, coordinator: int, chosen: BoolArray) -> bool:
        key = coordinator, np.packbits(chosen[:, coordinator]).tobytes()
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def _add_ways_out(self) -> None:
        """Nobody for a case, at its cost or at a price; and breaches of the program's own rows."""
        program = self._program
        n, count = program.shape[0], len(program.rows)
        objective = program.objective
        largest = max(
            (int(np.abs(part).max()) for part in (objective.pair, objective.unplaced) if part.size),
            default=0,
        )
        price = 10.0 * max(1, largest, int(np.abs(objective.extra).max(initial=0)))
        nobody = np.where(program.may_stay_unplaced, objective.unplaced, price)
        row, at, coefficient = self._charges.of(np.arange(n), np.full(n, UNPLACED))
        broken = np.tile(self._own + np.arange(count), 2)
        self._lp.add_columns(
            np.concatenate([nobody, np.full(2 * count, price)]).astype(np.float64),
            merged(
                np.concatenate([np.arange(n), self._own + row, broken]),
                np.concatenate([np.arange(n), at, n + np.arange(2 * count)]),
                np.concatenate([np.ones(n), coefficient, np.repeat([1, -1], count)]).astype(
                    np.int64
                ),
                n + 2 * count,
            ),
        )

    def _add_extras(self) -> None:
        program = self._program
        extras = len(program.extras)
        if not extras:
            return
        rows, none = program.rows, np.zeros(0, np.int64)
        self._lp.add_columns(
            program.objective.extra.astype(np.float64),
            merged(
                np.repeat(
                    self._own + np.arange(len(rows)),
                    np.array([len(row.extra) for row in rows], np.int64),
                ),
                np.concatenate([none, *(row.extra for row in rows)]),
                np.concatenate([none, *(row.extra_coefficient for row in rows)]),
                extras,
            ),
            lower=np.array([float(extra.lower) for extra in program.extras]),
            upper=np.array([float(extra.upper) for extra in program.extras]),
        )


class _Charges:
    """What each choice counts in the program's own rows, found by choice."""

    def __init__(self, program: Program) -> None:
        self._width = program.shape[1] + 1
        rows = program.rows
        none = np.zeros(0, np.int64)
        row = np.repeat(
            np.arange(len(rows)), np.array([len(entry.case) for entry in rows], np.int64)
        )
        place = np.concatenate([none, *(self._place(r.case, r.coordinator) for r in rows)])
        coefficient = np.concatenate([none, *(entry.coefficient for entry in rows)])
        order = np.argsort(place, kind="stable")
        self._row, self._at, self._coefficient = row[order], place[order], coefficient[order]

    def of(self, case: IntArray, coordinator: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """The entries of these choices: the row, which of the choices, the coefficient."""
        place = self._place(case, coordinator)
        first = np.searchsorted(self._at, place, side="left")
        count = np.searchsorted(self._at, place, side="right") - first
        choice = np.repeat(np.arange(len(place)), count)
        entry = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        entry += np.repeat(first, count)
        return self._row[entry], choice, self._coefficient[entry]

    def _place(self, case: IntArray, coordinator: IntArray) -> IntArray:
        return case * self._width + coordinator + 1
