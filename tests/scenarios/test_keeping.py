"""What stands is folded away, and every goal of the whole round is still told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.program import UNPLACED
from matcher.scenarios.keeping import place_the_rest
from tests.scenarios.what_if import base, solved


def test_a_goal_that_only_those_who_stand_have_is_told_too() -> None:
    """Siblings who keep theirs count as they are, where no open case has any."""
    begun = base(3, 1.3)
    placed = np.flatnonzero(begun.plan != UNPLACED)
    pair = (int(placed[0]), int(placed[1]))
    problem = replace(begun.problem, families=(pair,), siblings_must_share=False)
    kept = begun.plan.copy()
    kept[placed[2]] = UNPLACED
    told = place_the_rest(problem, kept, solved(3, 1.3).limits)
    assert [goal.id for goal in told.goals] == [
        goal.id for goal in (*placing(problem), *choosing(problem))
    ]
    siblings = next(goal for goal in told.goals if goal.id == "siblings_together")
    assert siblings.optimal
    assert siblings.value == float(kept[pair[0]] != kept[pair[1]])
