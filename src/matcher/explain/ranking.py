"""Who is best for a case, the whole round considered: how far it is worked out, and the order."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.optimizer.consequence import Consequences, Effect
from matcher.optimizer.problem import Problem

FEW = 10
"""So many of the best fits of a case are looked at in a large round."""


@dataclass(frozen=True)
class Depth:
    """How much is worked out: more for a small round, where all of it can be exact."""

    exact: int
    """So many of the first suggestions of a case are proven."""
    all_pairs: bool
    """Whether every eligible pair is told, or the best ten of each case."""
    close: int = 0
    """So many of the first get a closer upper value, the plan's own choice among them."""
    work_a_case: int = 0
    """They are proven as long as the cases so far took no more counted work than this each."""
    parts: int = 1
    """The cases are shared into so many parts, which know nothing of each other."""


SMALL_PAIRS, MEDIUM_PAIRS = 1_320, 40_000
"""55 cases × 24 coordinators, and 300 × 80 with some to spare."""
FIRST, WORK_A_CASE = 3, 3
CLOSE = 6
EVERYONE, PATIENT_WORK_A_CASE = 1_000_000, 400


def depth_for(problem: Problem, *, patient: bool = False) -> Depth:
    """Small rounds in full, medium ones with upper values, large ones the best ten of each.

    A small round proves the first three suggestions of each case; a ``patient`` one, all.
    """
    n, m = problem.shape
    if n * m <= SMALL_PAIRS:
        if patient:
            return Depth(EVERYONE, all_pairs=True, work_a_case=PATIENT_WORK_A_CASE, parts=2)
        return Depth(FIRST, all_pairs=True, work_a_case=WORK_A_CASE)
    return Depth(exact=0, all_pairs=n * m <= MEDIUM_PAIRS, close=CLOSE)


@dataclass(frozen=True)
class Candidate:
    """A coordinator for a case, with what choosing it does."""

    coordinator: int
    fit: int
    effect: Effect

    def order(self, problem: Problem, chosen: int) -> tuple[bool, tuple[int, ...], int, str]:
        """The plan's own choice; then tier by tier by loss, then by fit, then by id."""
        id_ = problem.coordinator_ids[self.coordinator]
        return self.coordinator != chosen, self.effect.loss, -self.fit, id_


def ranked(consequences: Consequences, case: int, depth: Depth, most_work: int) -> list[Candidate]:
    """The coordinators of one case; proofs are begun until ``most_work`` has been done in all."""
    problem = consequences.problem
    eligible = np.flatnonzero(problem.allowed[case]).tolist()
    chosen = int(consequences.solved.plan[case])
    if not depth.all_pairs:
        by_fit = sorted(eligible, key=lambda j: (j != chosen, -int(problem.fit[case, j]), j))
        eligible = by_fit[:FEW]
    candidates = []
    for j in eligible:
        effect = consequences.at_most(case, j)
        if effect is None and depth.exact and consequences.work < most_work:
            effect = consequences.exact(case, j)
        if effect is not None:
            candidates.append(Candidate(j, int(problem.fit[case, j]), effect))
    candidates.sort(key=lambda candidate: candidate.order(problem, chosen))
    for rank, candidate in enumerate(candidates[: depth.close]):
        effect = consequences.closely(case, candidate.coordinator, candidate.effect)
        candidates[rank] = replace(candidate, effect=effect or candidate.effect)
    candidates.sort(key=lambda candidate: candidate.order(problem, chosen))
    for rank, candidate in enumerate(candidates):
        if rank < depth.exact and consequences.work < most_work:
            effect = consequences.exact(case, candidate.coordinator, candidate.effect)
            candidates[rank] = replace(candidate, effect=effect or candidate.effect)
    candidates.sort(key=lambda candidate: candidate.order(problem, chosen))
    return candidates
