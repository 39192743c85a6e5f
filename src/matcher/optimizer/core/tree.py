"""Is there a plan of these loads at the target or better? Search until it is settled.

At each node the LP's bound discards loads; where few are left, all their combinations are
looked at; otherwise a case is chosen and each coordinator it can still have is a branch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.optimizer.core.join import join
from matcher.optimizer.core.loads import Loads
from matcher.optimizer.core.master import SCALE, Master, Mix
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray

_ROOT_ROUNDS = 10
_NODE_ROUNDS = 1
_LP_ROUNDS = 50
_PROBE_ROUNDS = 3
_CANDIDATES = 3
_JOINABLE = 4000


@dataclass(frozen=True)
class Verdict:
    """``plan`` (n) is the best plan at the target or better, if one was found.

    ``bound``: no plan of these loads is better than this; when the search was cut short, what
    is known by then.
    """

    plan: IntArray | None
    bound: int


@dataclass(frozen=True)
class _Node:
    """Loads still possible, the least a plan of them costs, what is known of each, and cuts."""

    loads: Loads
    bound: int
    floor: IntArray
    triples: IntArray


class Tree:
    """Depth-first search over loads for a plan that costs at most ``target``.

    ``unplaced`` (n) is the cost of leaving a case out, ``NEVER`` where that isn't allowed.
    """

    def __init__(self, unplaced: IntArray, m: int, target: int) -> None:
        self.unplaced, self.n, self.m = unplaced, len(unplaced), m
        self.target = target
        self.plan: IntArray | None = None

    def search(self, loads: Loads, promise: IntArray, watch: Watch, nodes: int) -> Verdict:
        """Settle the question, or stop at ``nodes`` or when the watch says so."""
        floor = promise.astype(np.int64)
        stack = [_Node(loads, -(1 << 60), floor, np.zeros((0, 3), dtype=np.int64))]
        rounds = _ROOT_ROUNDS
        for _ in range(nodes):
            if not stack or watch.is_over():
                break
            stack.extend(self._branches(stack.pop(), rounds, watch))
            rounds = _NODE_ROUNDS
        waiting = [node.bound for node in stack if node.bound <= self._reach]
        bound = min([-(-waited // SCALE) for waited in waiting] + [self.target + 1])
        return Verdict(self.plan, bound)

    @property
    def _reach(self) -> int:
        return self.target * SCALE

    def _branches(self, node: _Node, rounds: int, watch: Watch) -> list[_Node]:
        """What is left of a node: nothing, or its branches, the most promising last."""
        if node.bound > self._reach:
            return []
        master = Master(node.loads, self.unplaced, self.m, node.floor, node.triples)
        is_open = np.ones(len(node.loads), dtype=np.bool_)
        floor = node.floor
        for attempt in range(rounds):
            opened = np.flatnonzero(is_open)
            mix = master.mix(is_open, self.target, _LP_ROUNDS)
            if mix is None:
                return self._blind_split(node)
            if mix.value is None:
                return []
            floor[opened] = np.maximum(floor[opened], mix.floor)
            if self._settle(node.loads, opened, mix):
                return []
            is_open = floor <= self._reach
            last = attempt == rounds - 1 or watch.is_over()
            if last or not master.separate(opened, mix.value):
                return self._best_split(master, is_open, floor, mix)
        return []

    def _settle(self, loads: Loads, opened: IntArray, mix: Mix) -> bool:
        """Whether looking at every combination settled the node; a plan found lowers the target."""
        within = mix.floor <= self._reach
        if int(within.sum()) > _JOINABLE:
            return False
        left = loads.only(opened[within])
        joined = join(left, mix.excess[within], self._reach - mix.base, self.unplaced, self.m)
        if joined is None:
            return False
        if joined.load_of is not None:
            self._keep(left.only(joined.load_of))
        return True

    def _keep(self, chosen: Loads) -> None:
        plan = np.full(self.n + 1, UNPLACED, dtype=np.int64)
        for j, cases in zip(chosen.coordinator.tolist(), chosen.cases, strict=True):
            plan[cases] = j
        plan = plan[: self.n]
        cost = int(chosen.cost.sum()) + int(self.unplaced[plan == UNPLACED].sum())
        if cost <= self.target:
            self.plan, self.target = plan, cost - 1

    def _best_split(
        self, master: Master, is_open: BoolArray, floor: IntArray, mix: Mix
    ) -> list[_Node]:
        """The split of a case whose branches promise the least work (strong branching)."""
        left = np.flatnonzero(is_open)
        best: list[_Node] = []
        least = np.inf
        triples = master.binding()
        for case in self._candidates(master.loads.only(left), floor[left], mix.bound):
            probes = [
                self._probe(master, part, floor, triples)
                for part in self._parts(master.loads, is_open, case)
            ]
            branches = [branch for branch in probes if branch is not None]
            work = sum(4.0 ** -max(0.0, (node.bound - mix.bound) / SCALE) for node in branches)
            if not branches:
                return []
            if work < least:
                best, least = branches, work
        return sorted(best, key=lambda node: -node.bound)

    def _probe(
        self, master: Master, part: BoolArray, floor: IntArray, triples: IntArray
    ) -> _Node | None:
        mix = master.mix(part, self.target, _PROBE_ROUNDS)
        opened = np.flatnonzero(part)
        if mix is None:
            return _Node(master.loads.only(opened), -(1 << 60), floor[opened], triples)
        if mix.bound > self._reach:
            return None
        higher = np.maximum(floor[opened], mix.floor)
        within = higher <= self._reach
        return _Node(master.loads.only(opened[within]), mix.bound, higher[within], triples)

    def _candidates(self, loads: Loads, floor: IntArray, bound: int) -> list[int]:
        """Undecided cases whose choices cost most beyond the bound."""
        cheapest = np.full((self.n + 1, self.m), np.inf)
        for place in range(loads.cases.shape[1]):
            at = (loads.cases[:, place], loads.coordinator)
            np.minimum.at(cheapest, at, np.maximum(floor - bound, 0) / SCALE)
        choices = np.isfinite(cheapest[:-1]).sum(axis=1) + (self.unplaced < NEVER)
        work = np.exp2(-2 * np.minimum(cheapest[:-1], 50)).sum(axis=1)
        undecided = np.flatnonzero(choices > 1)
        first = np.argsort(work[undecided], kind="stable")[:_CANDIDATES]
        return [int(case) for case in undecided[first]]

    def _parts(self, loads: Loads, is_open: BoolArray, case: int) -> list[BoolArray]:
        """The loads of each way to settle ``case``: by one coordinator, or by nobody."""
        having = loads.having(case)
        parts = [
            is_open & np.where(having, loads.coordinator == j, loads.coordinator != j)
            for j in np.unique(loads.coordinator[having & is_open])
        ]
        if self.unplaced[case] < NEVER:
            parts.append(is_open & ~having)
        return parts

    def _blind_split(self, node: _Node) -> list[_Node]:
        """Where the LP solver gives up: split any undecided case."""
        candidates = self._candidates(node.loads, node.floor, 0)
        everything = np.ones(len(node.loads), dtype=np.bool_)
        return [
            _Node(node.loads.only(part), node.bound, node.floor[part], node.triples)
            for case in candidates[:1]
            for part in self._parts(node.loads, everything, case)
        ]
