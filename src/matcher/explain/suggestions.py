"""The coordinators who may have a case, ranked by what each does to the whole round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.criteria.evaluate import criterion_scores
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import Consequence, CriterionScore, Move, Suggestion
from matcher.domain.wording import sentence
from matcher.explain.ranking import Candidate
from matcher.optimizer.consequence import Consequences, Effect, Loss
from matcher.optimizer.pose import Posed
from matcher.rules.evaluate import warnings

DETAILED = 10
"""So many suggestions are told with criteria and warnings."""


def suggestions(
    posed: Posed, consequences: Consequences, case: int, ranked: Sequence[Candidate]
) -> tuple[Suggestion, ...]:
    """The coordinators who may have the case, in words, in the order they are ranked."""
    return tuple(
        _suggestion(posed, consequences, case, candidate, rank)
        for rank, candidate in enumerate(ranked, 1)
    )


def _suggestion(
    posed: Posed, consequences: Consequences, case: int, candidate: Candidate, rank: int
) -> Suggestion:
    case_id = posed.problem.case_ids[case]
    coordinator_id = posed.problem.coordinator_ids[candidate.coordinator]
    criteria, warned = (
        _detailed(posed, case, candidate.coordinator) if rank <= DETAILED else ((), ())
    )
    return Suggestion(
        coordinator=coordinator_id,
        rank=rank,
        fit=candidate.fit,
        criteria=criteria,
        warnings=(*_preferred(posed, case_id, coordinator_id), *warned),
        consequence=consequence_of(posed, consequences, case, candidate.effect),
    )


def _detailed(
    posed: Posed, case: int, coordinator: int
) -> tuple[tuple[CriterionScore, ...], tuple[Finding, ...]]:
    """What criteria and rules say of a pair, from what the round has asked them already."""
    problem, at = posed.problem, (case, coordinator)
    pair = posed.pairs.only(problem.case_ids[case], problem.coordinator_ids[coordinator])
    return (
        criterion_scores(pair, posed.profile, posed.fit.of_pair(*at)),
        warnings(pair, posed.profile, posed.rules.of_pair(*at)),
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
