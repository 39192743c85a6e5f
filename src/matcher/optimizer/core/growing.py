"""The linear program over loads that column generation grows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.core.linear import FloatArray, Matrix, merged
from matcher.optimizer.core.lp import GrowingLP, Prices
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Overtime, Program

OPEN = -2
"""Of a plan that is being made: a case that isn't settled yet."""


class GrowingLoads:
    """Minimise: each case in one load or unplaced, each coordinator at most one load, rows hold.

    Rows of the linear program: n cases, m coordinators, those of the program's own that don't
    just count a coordinator's overtime; that is part of what a load costs. Every row can be
    broken at a high price, so there always is a solution. ``reach`` is how far apart the prices
    may be that coordinators' choices tell of: not what a case left out costs, which is far more.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        n, m = program.shape
        counted = {overtime.row for overtime in program.overtimes}
        own = [r for r in range(len(program.rows)) if r not in counted]
        self.price = 10.0 * largest_stake(program)
        dearest = np.abs(program.objective.pair[program.open]).max(initial=0)
        self.reach = 10.0 * float(dearest) or self.price
        self._row_of = np.full(n + m + len(program.rows), -1, np.int64)
        self._rows = np.concatenate([np.arange(n + m), n + m + np.array(own, np.int64)])
        self._row_of[self._rows] = np.arange(len(self._rows))
        lower = [-np.inf if (least := program.rows[r].lower) is None else least for r in own]
        upper = [np.inf if (most := program.rows[r].upper) is None else most for r in own]
        self._lp = GrowingLP(
            np.concatenate([np.ones(n), np.full(m, -np.inf), lower]),
            np.concatenate([np.ones(n), np.ones(m), upper]),
        )
        self._seen: set[tuple[int, bytes]] = set()
        self._charges = _Charges(program)
        self._overtimes: dict[int, list[Overtime]] = {}
        for overtime in program.overtimes:
            self._overtimes.setdefault(overtime.coordinator, []).append(overtime)
        self._asking = np.concatenate([np.arange(n), n + m + np.array(own, np.int64)])
        self._add_ways_out()
        self._add_extras()
        self._first = self._lp.columns
        self._coordinator = np.zeros(0, np.int64)
        self._load, self._case = np.zeros(0, np.int64), np.zeros(0, np.int64)

    def solve(self, *, after_shutting: bool = False) -> Prices | None:
        """The best mix of the loads so far, a price for each row of the linear model.

        ``None`` where the solver fails.
        """
        return self._by_rows(self._lp.solve(after_shutting=after_shutting))

    def middle(self) -> Prices | None:
        """The same by interior points: prices amid all that are equally good."""
        return self._by_rows(self._lp.middle())

    def _by_rows(self, answer: Prices | None) -> Prices | None:
        if answer is None:
            return None
        rows = np.zeros(len(self._row_of))
        rows[self._rows] = answer.rows
        return replace(answer, rows=rows)

    def add(self, chosen: BoolArray) -> bool:
        """Add what each coordinator chooses (n × m) as a load; whether any was new."""
        new = [j for j in np.flatnonzero(chosen.any(axis=0)).tolist() if self._is_new(j, chosen)]
        if not new:
            return False
        program, count = self._program, len(new)
        load, case = np.nonzero(chosen[:, new].T)
        coordinator = np.array(new, np.int64)[load]
        cost = np.zeros(count)
        np.add.at(cost, load, program.objective.pair[case, coordinator])
        row, at, coefficient = self._charges.of(case, coordinator)
        hours = np.zeros(count, np.int64)
        np.add.at(hours, load, program.workload[case, coordinator])
        over_row, over_load, over_coefficient = self._overtime(new, hours, cost)
        own = sum(program.shape)
        self._add_columns(
            cost,
            np.concatenate([case, program.shape[0] + np.array(new), own + row, over_row]),
            np.concatenate([load, np.arange(count), load[at], over_load]),
            np.concatenate([np.ones(len(load) + count, np.int64), coefficient, over_coefficient]),
        )
        self._load = np.concatenate([self._load, len(self._coordinator) + load])
        self._case = np.concatenate([self._case, case])
        self._coordinator = np.concatenate([self._coordinator, np.array(new, np.int64)])
        return True

    def amounts(self, mix: Prices) -> FloatArray:
        """How much of each pair a mix uses, and last how often each case has nobody; n × (m+1)."""
        n, m = self._program.shape
        amount = np.zeros((n, m + 1))
        value = mix.columns[self._first :]
        np.add.at(amount, (self._case, self._coordinator[self._load]), value[self._load])
        amount[:, m] = np.where(self._program.may_stay_unplaced, mix.columns[:n], 0.0)
        return amount

    def keep(self, settled: IntArray) -> None:
        """Shut the loads that don't go with what is settled (n; ``OPEN`` where nothing is)."""
        mine = settled[self._case] == self._coordinator[self._load]
        wrong = (settled[self._case] != OPEN) & ~mine
        count = len(self._coordinator)
        has_wrong = np.bincount(self._load[wrong], minlength=count) > 0
        due = np.bincount(settled[settled >= 0], minlength=self._program.shape[1])
        has = np.bincount(self._load[mine], minlength=count)
        self._lp.open_only(self._first, ~has_wrong & (has == due[self._coordinator]))

    def _add_columns(
        self,
        cost: FloatArray,
        row: IntArray,
        column: IntArray,
        coefficient: IntArray,
        lower: FloatArray | None = None,
        upper: FloatArray | None = None,
    ) -> None:
        """Columns by the rows of the linear model; those of overtime aren't in this one."""
        matrix = merged(self._row_of[row], column, coefficient, len(cost))
        inside = matrix.row >= 0
        self._lp.add_columns(
            cost,
            Matrix(matrix.row[inside], matrix.column[inside], matrix.coefficient[inside]),
            lower=lower,
            upper=upper,
        )

    def _overtime(
        self, coordinators: list[int], hours: IntArray, cost: FloatArray
    ) -> tuple[IntArray, IntArray, IntArray]:
        """Add to each load's ``cost`` what its overtime costs; and what it counts in other rows."""
        found: list[tuple[int, int, int]] = []
        for load, j in enumerate(coordinators):
            for overtime in self._overtimes.get(j, ()):
                beyond = int(hours[load]) // overtime.step - overtime.free
                if beyond > 0:
                    cost[load] += beyond * self._program.objective.extra[overtime.extra]
                    found += [
                        (row, load, beyond * coefficient)
                        for row, coefficient in self._charges.of_extra(overtime.extra)
                        if coefficient > 0
                    ]
        row, at, coefficient = np.array(found, np.int64).reshape(-1, 3).T
        return sum(self._program.shape) + row, at, coefficient

    def _is_new(self, coordinator: int, chosen: BoolArray) -> bool:
        key = coordinator, np.packbits(chosen[:, coordinator]).tobytes()
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def hold_near(self, center: FloatArray | None, width: float) -> None:
        """Let breaches keep every price within ``width`` of ``center`` (by rows; ``None``: free).

        What a case or a row of the program's own is paid is then neither far above nor below.
        """
        n = self._program.shape[0]
        cost = np.full(2 * len(self._asking), self.price)
        if center is not None:
            near = center[self._asking].clip(-self.price, self.price)
            cost = np.minimum(cost, np.concatenate([near, -near]) + width)
        self._lp.recost(n + np.arange(len(cost)), cost)

    def _add_ways_out(self) -> None:
        """Nobody for a case, at its cost; and breaches at a high price: too few, then too many."""
        program = self._program
        n, m = program.shape
        count = len(self._asking)
        nobody = np.where(program.may_stay_unplaced, program.objective.unplaced, self.price)
        row, at, coefficient = self._charges.of(np.arange(n), np.full(n, UNPLACED))
        self._add_columns(
            np.concatenate([nobody, np.full(2 * count, self.price)]).astype(np.float64),
            np.concatenate([np.arange(n), n + m + row, np.tile(self._asking, 2)]),
            np.concatenate([np.arange(n), at, n + np.arange(2 * count)]),
            np.concatenate([np.ones(n), coefficient, np.repeat([1, -1], count)]).astype(np.int64),
        )

    def _add_extras(self) -> None:
        """The extras that count something else than one coordinator's overtime."""
        program = self._program
        counted = {overtime.extra for overtime in program.overtimes}
        kept = [k for k in range(len(program.extras)) if k not in counted]
        if not kept:
            return
        entries = [
            (row, at, coefficient)
            for at, k in enumerate(kept)
            for row, coefficient in self._charges.of_extra(k)
        ]
        row, at, coefficient = np.array(entries, np.int64).reshape(-1, 3).T
        self._add_columns(
            program.objective.extra[kept].astype(np.float64),
            sum(program.shape) + row,
            at,
            coefficient,
            lower=np.array([float(program.extras[k].lower) for k in kept]),
            upper=np.array([float(program.extras[k].upper) for k in kept]),
        )


def largest_stake(program: Program) -> int:
    """The most that one choice costs: itself, or by the extras it may bring with it."""
    objective = program.objective
    parts = (np.abs(objective.pair), np.abs(objective.unplaced))
    brought = (
        int(np.abs(objective.extra[row.extra]).max() * np.abs(row.coefficient).max(initial=1))
        for row in program.rows
        if len(row.extra)
    )
    return max(1, *(int(part.max(initial=0)) for part in parts), *brought)


class _Charges:
    """What each choice and extra counts in the program's own rows, found by choice or extra."""

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
        self._of_extra: dict[int, list[tuple[int, int]]] = {}
        for r, entry in enumerate(rows):
            pairs = zip(entry.extra.tolist(), entry.extra_coefficient.tolist(), strict=True)
            for extra, count in pairs:
                self._of_extra.setdefault(extra, []).append((r, count))

    def of_extra(self, extra: int) -> list[tuple[int, int]]:
        """The rows an extra counts in, and its coefficient there."""
        return self._of_extra.get(extra, [])

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
