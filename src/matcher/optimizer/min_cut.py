"""A shortage as a minimum cut: cases that can only go to coordinators who can't hold them all.

Hall (1935): cases can all be placed, shared out as finely as one likes, exactly where no group
of them needs more hours than the coordinators they can go to have. Where the largest flow falls
short, the minimum cut (Ford and Fulkerson, 1956) is such a group. A case isn't shared out, so
where the hours would do, the same is asked of the number of cases that each can hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from ortools.graph.python import max_flow

from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray


class Short(StrEnum):
    """What there is too little of."""

    HOURS = "timer"
    ROOM = "plass"
    """Hours enough in all, but not in pieces that the cases fit into."""


@dataclass(frozen=True)
class Shortage:
    """Cases that can only go to these coordinators, who can't hold them all."""

    cases: tuple[int, ...]
    """The case asked about, and those that compete with it, placed or not."""
    coordinators: tuple[int, ...]
    short_of: Short
    needed: int
    """What the cases need at the least: hundredths of an hour a month, or cases."""
    there_is: int
    """What the coordinators have, in the same measure; always less than ``needed``."""


def shortage(problem: Problem, plan: IntArray, case: int) -> Shortage | None:
    """The bottleneck that keeps an unplaced case without a coordinator.

    First beside the cases that the plan places: those fit, so whatever is short, is short because
    of ``case``. Then beside everybody it hangs together with. ``None`` where neither hours nor
    room in whole cases are short: then it is how the cases fill the hours that leaves no place,
    or siblings, or a choice of KE's.
    """
    if not problem.allowed[case].any():
        return None
    needs = np.where(problem.allowed, problem.workload, np.iinfo(np.int64).max).min(axis=1)
    one = np.ones_like(needs)
    has_place = plan != UNPLACED
    may_have_one: BoolArray = np.logical_or.reduce(problem.allowed, axis=1)
    for rivals in (has_place, may_have_one):
        cases = np.flatnonzero(_within_reach(problem, rivals, case))
        room = _room(problem, cases)
        for cut in _cuts(problem, cases, needs, problem.capacity):
            if case in cut:
                everybody = np.flatnonzero(may_have_one)
                return _told(problem, cut, everybody, Short.HOURS, needs, problem.capacity)
        for cut in _cuts(problem, cases, one, room):
            if case in cut:
                return _told(problem, cut, cases, Short.ROOM, one, room)
    return None


def _within_reach(problem: Problem, rivals: BoolArray, case: int) -> BoolArray:
    """The case, and the rivals with whom its place hangs together through who may have whom."""
    reached = np.zeros(problem.shape[0], np.bool_)
    reached[case] = True
    while True:
        theirs: BoolArray = np.logical_or.reduce(problem.allowed[reached])
        more = reached | (rivals & problem.allowed[:, theirs].any(axis=1))
        if (more == reached).all():
            return reached
        reached = more


def _room(problem: Problem, cases: IntArray) -> IntArray:
    """The most of these cases that each coordinator can hold: those with the least work first."""
    most = np.iinfo(np.int64).max // (len(cases) + 1)
    work = np.where(problem.allowed[cases], problem.workload[cases], most)
    held: IntArray = (np.sort(work, axis=0).cumsum(axis=0) <= problem.capacity).sum(axis=0)
    return held


def _cuts(
    problem: Problem, cases: IntArray, needs: IntArray, has: IntArray
) -> tuple[IntArray, ...]:
    """The fewest and the most of the cases that are short together; none where all of them fit.

    The minimum cuts nearest to the source, and nearest to the sink.
    """
    n, m = len(cases), problem.shape[1]
    source, sink = n + m, n + m + 1
    row, column = np.nonzero(problem.allowed[cases])
    wanted = needs[cases]
    flow = max_flow.SimpleMaxFlow()
    flow.add_arcs_with_capacity(np.full(n, source), np.arange(n), wanted)
    flow.add_arcs_with_capacity(row, n + column, np.full(len(row), wanted.sum() + 1))
    flow.add_arcs_with_capacity(n + np.arange(m), np.full(m, sink), has)
    flow.solve(source, sink)
    if flow.optimal_flow() >= int(wanted.sum()):
        return ()
    fewest = sorted(node for node in flow.get_source_side_min_cut() if node < n)
    others = [node for node in flow.get_sink_side_min_cut() if node < n]
    return cases[fewest], np.delete(cases, others)


def _told(
    problem: Problem,
    cut: IntArray,
    among: IntArray,
    short_of: Short,
    needs: IntArray,
    has: IntArray,
) -> Shortage:
    """The cut, and with it all of those asked ``among`` who can go nowhere else either."""
    theirs = problem.allowed[cut].any(axis=0)
    cases = among[~problem.allowed[np.ix_(among, ~theirs)].any(axis=1)]
    return Shortage(
        cases=tuple(cases.tolist()),
        coordinators=tuple(np.flatnonzero(theirs).tolist()),
        short_of=short_of,
        needed=int(needs[cases].sum()),
        there_is=int(has[theirs].sum()),
    )
