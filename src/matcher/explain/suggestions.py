"""The coordinators who may have a case, ranked by what each does to the whole round."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import Consequence, Move, Suggestion
from matcher.domain.wording import sentence
from matcher.optimizer.consequence import Consequences, Effect, Loss
from matcher.optimizer.pose import Posed
from matcher.rules.evaluate import warnings

DETAILED = 10
"""So many suggestions are told with criteria and warnings."""


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


SMALL_PAIRS, MEDIUM_PAIRS = 1_320, 40_000
"""55 cases × 24 coordinators, and 300 × 80 with some to spare."""
FIRST, WORK_A_CASE = 3, 5
CLOSE = 6
EVERYONE, PATIENT_WORK_A_CASE = 1_000_000, 400


def depth_for(posed: Posed, *, patient: bool = False) -> Depth:
    """Small rounds in full, medium ones with upper values, large ones the best ten of each.

    A small round proves the first three suggestions of each case; a ``patient`` one, all.
    """
    n, m = posed.problem.shape
    if n * m <= SMALL_PAIRS:
        exact, work = (EVERYONE, PATIENT_WORK_A_CASE) if patient else (FIRST, WORK_A_CASE)
        return Depth(exact=exact, all_pairs=True, work_a_case=work)
    return Depth(exact=0, all_pairs=n * m <= MEDIUM_PAIRS, close=CLOSE)


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


def _ranked(posed: Posed, consequences: Consequences, case: int, depth: Depth) -> list[Candidate]:
    eligible = np.flatnonzero(posed.problem.allowed[case]).tolist()
    chosen = int(consequences.solved.plan[case])
    if not depth.all_pairs:
        by_fit = sorted(eligible, key=lambda j: (j != chosen, -int(posed.problem.fit[case, j]), j))
        eligible = by_fit[:DETAILED]
    candidates = []
    most_work = depth.work_a_case * (case + 1)
    for j in eligible:
        effect = consequences.at_most(case, j)
        if effect is None and depth.exact and consequences.work < most_work:
            effect = consequences.exact(case, j)
        if effect is not None:
            candidates.append(Candidate(j, int(posed.problem.fit[case, j]), effect))
    candidates.sort(key=lambda candidate: candidate.order(posed, chosen))
    for rank, candidate in enumerate(candidates[: depth.close]):
        effect = consequences.closely(case, candidate.coordinator, candidate.effect)
        candidates[rank] = replace(candidate, effect=effect or candidate.effect)
    candidates.sort(key=lambda candidate: candidate.order(posed, chosen))
    for rank, candidate in enumerate(candidates):
        if rank < depth.exact and consequences.work < most_work:
            effect = consequences.exact(case, candidate.coordinator, candidate.effect)
            candidates[rank] = replace(candidate, effect=effect or candidate.effect)
    candidates.sort(key=lambda candidate: candidate.order(posed, chosen))
    return candidates


def _suggestion(
    posed: Posed, consequences: Consequences, case: int, candidate: Candidate, rank: int
) -> Suggestion:
    case_id = posed.problem.case_ids[case]
    coordinator_id = posed.problem.coordinator_ids[candidate.coordinator]
    pair = posed.pairs.only(case_id, coordinator_id) if rank <= DETAILED else None
    preferred = _preferred(posed, case_id, coordinator_id)
    return Suggestion(
        coordinator=coordinator_id,
        rank=rank,
        fit=candidate.fit,
        criteria=criterion_scores(pair, posed.profile) if pair else (),
        warnings=(*preferred, *warnings(pair, posed.profile)) if pair else preferred,
        consequence=consequence_of(posed, consequences, case, candidate.effect),
    )


def _preferred(posed: Posed, case: str, coordinator: str) -> tuple[Finding, ...]:
    """That KE prefers the pair, with its reason: the fit has the profile's extra points."""
    line = posed.profile.goals.preference
    return tuple(
        Finding(
            code="preferred",
            severity=Severity.INFO,
            subject=f"{case} – {coordinator}",
            message=f"{sentence(posed.profile.words.ke)} foretrekker dette valget: {line.points} "
            f"poeng er lagt til egnetheten. Begrunnelse: {choice.reason or 'ikke skrevet'}",
            source=line.source,
        )
        for choice in posed.preferences
        if line and (choice.case, choice.coordinator) == (case, coordinator)
    )


def consequence_of(
    posed: Posed, consequences: Consequences, case: int, effect: Effect
) -> Consequence:
    """What an effect loses of each goal, in the goals' units, and every other case that moves."""
    problem = posed.problem
    names = [*problem.coordinator_ids, None]
    before = consequences.solved.plan
    moved = tuple(
        Move(case=problem.case_ids[i], from_=names[before[i]], to=names[effect.plan[i]])
        for i in np.flatnonzero(effect.plan != before).tolist()
        if i != case
    )
    alone = consequences.alone(case, int(effect.plan[case]))
    return Consequence(
        loss=_in_units(effect.loss, consequences),
        moved=moved,
        exact=effect.is_exact,
        says=effect.says,
        alone=None if alone is None else _in_units(alone, consequences),
    )


def _in_units(loss: Loss, consequences: Consequences) -> tuple[float, ...]:
    """A loss in the units that users read."""
    return tuple(
        lost / tier.goal.scale for lost, tier in zip(loss, consequences.tiers, strict=True)
    )
