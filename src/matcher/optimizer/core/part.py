"""A part of a program: some cases and coordinators, while everybody else keeps what they have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.plan import Checked
from matcher.optimizer.program import (
    UNPLACED,
    BoolArray,
    Expression,
    IntArray,
    Program,
    Row,
)


@dataclass(frozen=True)
class Part:
    """``program`` is about ``cases`` and ``coordinators``, numbered from zero."""

    program: Program
    cases: IntArray
    coordinators: IntArray
    around: IntArray
    """The plan that the part was taken of (n)."""

    @property
    def start(self) -> IntArray:
        """What the cases have now."""
        number = np.full(int(self.around.max(initial=0)) + 2, UNPLACED, np.int64)
        inside = self.coordinators[self.coordinators < len(number) - 1]
        number[inside] = np.flatnonzero(self.coordinators < len(number) - 1)
        start: IntArray = number[self.around[self.cases]]
        return start

    def whole(self, plan: IntArray) -> IntArray:
        """The whole plan, with this one for the part."""
        together = self.around.copy()
        together[self.cases] = np.append(self.coordinators, UNPLACED)[plan]
        return together


class Parts:
    """Takes parts of one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        rows, none = program.rows, np.zeros(0, np.int64)
        sizes = np.array([len(row.case) for row in rows], np.int64)
        row = np.repeat(np.arange(len(rows)), sizes)
        case = np.concatenate([none, *(entry.case for entry in rows)])
        coordinator = np.concatenate([none, *(entry.coordinator for entry in rows)])
        coefficient = np.concatenate([none, *(entry.coefficient for entry in rows)])
        place = self._place(case, coordinator)
        order = np.argsort(place, kind="stable")
        self._at, self._row, self._case = place[order], row[order], case[order]
        self._coordinator, self._coefficient = coordinator[order], coefficient[order]
        self._rows_of_extra: dict[int, list[int]] = {}
        for r, entry in enumerate(rows):
            for extra in entry.extra.tolist():
                self._rows_of_extra.setdefault(extra, []).append(r)

    def part(
        self, best: Checked, coordinators: IntArray, cases: IntArray, pairs: BoolArray
    ) -> Part:
        """These coordinators and cases; the cases have one of them or nobody now.

        ``pairs`` (cases × coordinators) are those worth looking at, besides what they have.
        """
        program, plan = self._program, best.plan
        pairs = pairs.copy()
        objective = program.objective
        rows, extras = self._rows(best, coordinators, cases)
        others = np.ones(len(plan), np.bool_)
        others[cases] = False
        others &= plan != UNPLACED
        room = program.capacity.copy()
        np.subtract.at(room, plan[others], program.workload[others, plan[others]])
        part = Part(
            Program(
                open=pairs,
                may_stay_unplaced=program.may_stay_unplaced[cases],
                workload=program.workload[np.ix_(cases, coordinators)],
                capacity=room[coordinators],
                objective=Expression(
                    objective.pair[np.ix_(cases, coordinators)],
                    objective.unplaced[cases],
                    objective.extra[extras],
                ),
                rows=rows,
                extras=tuple(program.extras[k] for k in extras),
            ),
            cases,
            coordinators,
            plan,
        )
        placed = np.flatnonzero(part.start != UNPLACED)
        pairs[placed, part.start[placed]] = True
        return part

    def _rows(
        self, best: Checked, coordinators: IntArray, cases: IntArray
    ) -> tuple[tuple[Row, ...], list[int]]:
        """The rows where the part counts, less what all others count; and the extras that follow.

        An extra follows where a row that the part counts in may want it larger; others stay.
        """
        program = self._program
        if not program.rows:
            return (), []
        n, m = program.shape
        case_at = np.full(n, -1, np.int64)
        case_at[cases] = np.arange(len(cases))
        coordinator_at = np.full(m + 1, -1, np.int64)
        coordinator_at[coordinators] = np.arange(len(coordinators))
        theirs = self._between(cases * (m + 1), (cases + 1) * (m + 1))
        of = self._coordinator[theirs]
        entries = theirs[(of == UNPLACED) | (coordinator_at[of] >= 0)]
        entries = entries[np.argsort(self._row[entries], kind="stable")]
        others = np.flatnonzero(case_at < 0)
        have = self._place(others, best.plan[others])
        now = self._between(have, have + 1)
        count = len(program.rows)
        around = np.bincount(self._row[now], self._coefficient[now], count)
        first = np.searchsorted(self._row[entries], np.arange(count + 1))
        counts = np.flatnonzero(np.diff(first)).tolist()
        follows: set[int] = set()
        for r in counts:
            row = program.rows[r]
            wants = (row.extra_coefficient < 0) | (row.lower is not None)
            follows.update(row.extra[wants].tolist())
        extras = sorted(follows)
        place = {k: at for at, k in enumerate(extras)}
        asked = {r for k in extras for r in self._rows_of_extra[k]}
        rows = []
        for r in sorted(asked.union(counts)):
            row = program.rows[r]
            mine = [t for t, k in enumerate(row.extra.tolist()) if k in place]
            rest = np.ones(len(row.extra), np.bool_)
            rest[mine] = False
            fixed = round(
                float(around[r]) + float(row.extra_coefficient[rest] @ best.extras[row.extra[rest]])
            )
            at = entries[first[r] : first[r + 1]]
            rows.append(
                Row(
                    case=case_at[self._case[at]],
                    coordinator=np.where(
                        self._coordinator[at] == UNPLACED,
                        UNPLACED,
                        coordinator_at[self._coordinator[at]],
                    ),
                    coefficient=self._coefficient[at],
                    extra=np.array([place[int(row.extra[t])] for t in mine], np.int64),
                    extra_coefficient=row.extra_coefficient[mine],
                    lower=None if row.lower is None else row.lower - fixed,
                    upper=None if row.upper is None else row.upper - fixed,
                )
            )
        return tuple(rows), extras

    def _place(self, case: IntArray, coordinator: IntArray) -> IntArray:
        place: IntArray = case * (self._program.shape[1] + 1) + coordinator + 1
        return place

    def _between(self, least: IntArray, beyond: IntArray) -> IntArray:
        """The entries at these places: from each of ``least`` to just before ``beyond``."""
        first = np.searchsorted(self._at, least)
        count = np.searchsorted(self._at, beyond) - first
        within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        entries: IntArray = np.repeat(first, count) + within
        return entries
