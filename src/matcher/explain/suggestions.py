"""The coordinators who may have a case, ranked by what each does to the whole round."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.plan import Consequence, Move, Suggestion
from matcher.optimizer.consequence import Consequences, Effect
from matcher.optimizer.pose import Posed
from matcher.rules.evaluate import warnings

DETAILED = 10
"""So many suggestions are told with criteria and warnings."""


@dataclass(frozen=True)
class Depth:
    """How much is worked out: more for a small round, where all of it can be exact."""

    exact: int
    """So many of the first suggestions of an open case are solved again with the pair forced."""
    all_pairs: bool
    """Whether every eligible pair is told, or the best ten of each case."""


SMALL_PAIRS, MEDIUM_PAIRS = 400, 40_000


def depth_for(posed: Posed) -> Depth:
    """Small rounds in full, medium ones with upper values, large ones the best ten of each."""
    n, m = posed.problem.shape
    return Depth(exact=3 if n * m <= SMALL_PAIRS else 0, all_pairs=n * m <= MEDIUM_PAIRS)


@dataclass(frozen=True)
class Candidate:
    """A coordinator for a case, with what choosing it does."""

    coordinator: int
    fit: int
    effect: Effect

    def order(self, posed: Posed, chosen: int) -> tuple[bool, tuple[int, ...], int, str]:
        """The plan's own choice; then tier by tier by loss, then by fit, then by id."""
        id_ = posed.problem.coordinator_ids[self.coordinator]
        return self.coordinator != chosen, self.effect.loss, -self.fit, id_


def suggestions(
    posed: Posed, consequences: Consequences, case: int, depth: Depth
) -> tuple[Suggestion, ...]:
    """Every coordinator who may have the case, the best for the whole round first."""
    ranked = _ranked(posed, consequences, case, depth)
    return tuple(
        _suggestion(posed, consequences, case, candidate, rank)
        for rank, candidate in enumerate(ranked, 1)
    )


def is_open(posed: Posed, consequences: Consequences, case: int) -> bool:
    """Whether there is a choice to make: nobody yet, a change asked for, or moved by the plan."""
    problem = posed.problem
    moved = consequences.solved.plan[case] != problem.current[case]
    return bool(moved or not problem.settled[case])


def _ranked(posed: Posed, consequences: Consequences, case: int, depth: Depth) -> list[Candidate]:
    eligible = np.flatnonzero(posed.problem.allowed[case]).tolist()
    chosen = int(consequences.solved.plan[case])
    if not depth.all_pairs:
        by_fit = sorted(eligible, key=lambda j: (j != chosen, -int(posed.problem.fit[case, j]), j))
        eligible = by_fit[:DETAILED]
    candidates = []
    for j in eligible:
        effect = consequences.at_most(case, j)
        if effect is None and depth.exact:
            effect = consequences.exact(case, j, None)
        if effect is not None:
            candidates.append(Candidate(j, int(posed.problem.fit[case, j]), effect))
    candidates.sort(key=lambda candidate: candidate.order(posed, chosen))
    if is_open(posed, consequences, case):
        candidates[: depth.exact] = [
            Candidate(
                c.coordinator,
                c.fit,
                consequences.exact(case, c.coordinator, c.effect) or c.effect,
            )
            for c in candidates[: depth.exact]
        ]
        candidates.sort(key=lambda candidate: candidate.order(posed, chosen))
    return candidates


def _suggestion(
    posed: Posed, consequences: Consequences, case: int, candidate: Candidate, rank: int
) -> Suggestion:
    case_id = posed.problem.case_ids[case]
    coordinator_id = posed.problem.coordinator_ids[candidate.coordinator]
    pair = posed.pairs.only(case_id, coordinator_id) if rank <= DETAILED else None
    return Suggestion(
        coordinator=coordinator_id,
        rank=rank,
        fit=candidate.fit,
        criteria=criterion_scores(pair, posed.profile) if pair else (),
        warnings=warnings(pair, posed.profile) if pair else (),
        consequence=_consequence(posed, consequences, case, candidate.effect),
    )


def _consequence(
    posed: Posed, consequences: Consequences, case: int, effect: Effect
) -> Consequence:
    problem = posed.problem
    names = [*problem.coordinator_ids, None]
    before = consequences.solved.plan
    moved = tuple(
        Move(case=problem.case_ids[i], from_=names[before[i]], to=names[effect.plan[i]])
        for i in np.flatnonzero(effect.plan != before).tolist()
        if i != case
    )
    loss = tuple(
        lost / tier.goal.scale for lost, tier in zip(effect.loss, consequences.tiers, strict=True)
    )
    return Consequence(loss=loss, moved=moved, exact=effect.is_exact, says=effect.says)
