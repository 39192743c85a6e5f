"""Other weights, tried: whose coordinator would be another if the criteria weighed differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from matcher.domain.frozen import Frozen
from matcher.domain.plan import Move, Plan
from matcher.explain.solved_round import RoundRequest, solve
from matcher.profiles.own import with_weights


class OtherWeights(Frozen):
    """The same round with other weights, held against the plan that was made."""

    moved: tuple[Move, ...]
    """Every case whose coordinator would be another, by id."""
    is_proven: bool
    """Whether both plans are the best there are; else a better one might move others."""


def under_other_weights(
    request: RoundRequest, plan: Plan, weights: Mapping[str, int]
) -> OtherWeights:
    """Run the round with these weights; ``plan`` is the answer with those it has now.

    Raises ``ChoicesClash`` as the round itself would.
    """
    run = solve(replace(request, profile=with_weights(request.profile, weights)))
    before = {told.case: told.coordinator for told in plan.cases}
    moved = tuple(
        Move(case=case, from_=before[case], to=now)
        for case, now in sorted(run.chosen_by_id.items())
        if before[case] != now
    )
    proven = [goal.optimal for goal in plan.round.goals]
    proven += [tier.is_optimal for tier in run.solved.tiers]
    return OtherWeights(moved=moved, is_proven=all(proven))
