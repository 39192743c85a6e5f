"""Large rounds short of hours: families stay as a good plan has them, and bounds forget them.

Siblings who may be parted tie thousands of choices together, and neither a good plan nor a bound
comes out of that in useful time. So two problems without those ties stand in for the one. In the
first, families stay together or apart as in the plan at hand: its plans are plans of the round. In
the second, siblings are cases like others: what bounds it bounds the round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from matcher.optimizer.climbing import Solved, easy_bound, no_worse
from matcher.optimizer.core import bounded
from matcher.optimizer.goals import fitting, placing, siblings_together
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.model import Model
from matcher.optimizer.program import UNPLACED, IntArray, Solution, is_large
from matcher.optimizer.sharing import packed
from matcher.optimizer.siblings import Groups, fewest_coordinators


def is_tied(model: Model) -> bool:
    """Whether a round is large, and families tie its cases together."""
    many = is_large(len(model.groups), model.problem.shape[1])
    return many and bool(model.extras) and model.problem.shared_hours is None


def as_they_are(model: Model, plan: IntArray, held: Iterable[tuple[Goal, int]]) -> Model:
    """The model in which families stay as in ``plan`` (cases): together, apart, or left out.

    None of its plans has more coordinators for a family than this one. Siblings who have somebody
    are one group for each they have; those left out beside them stay out. ``held`` are the goals
    of who is placed, and what they may be at most.
    """
    kept = Model.of(model.problem, _groups_in(model, plan))
    kept.capacity = model.capacity
    siblings = {i for family in model.problem.families for i in family}
    part_of = model.group_of
    for g, group in enumerate(kept.groups):
        parts = part_of[list(group)]
        is_sibling = group[0] in siblings
        is_placed = bool(plan[group[0]] != UNPLACED)
        kept.open[g] = model.open[parts].all(axis=0) & (is_placed or not is_sibling)
        may_stay_out = bool(model.may_stay_unplaced[parts].all())
        kept.may_stay_unplaced[g] = may_stay_out and not (is_sibling and is_placed)
    nothing = Solution(None, None, 0, is_optimal=False)
    for goal, value in held:
        expression = goal.post(kept)
        kept.hold(expression, value, easy_bound(kept, expression) or nothing)
    return kept


def brought_together(model: Model, plan: IntArray, seed: int) -> IntArray:
    """The plan with fewer families parted: one at a time, by sharing out hours for all of it.

    Nobody else is left out for it, and no other family is parted more.
    """
    goals, least = placing(model.problem), siblings_together.floor(model)
    held = [(goal, goal.measure(model.problem, plan)) for goal in goals]
    for family in model.problem.families:
        if siblings_together.measure(model.problem, plan) <= least:
            break
        inside = list(family)
        somebody = set(plan[inside].tolist()) - {UNPLACED}
        if len(somebody) < 2 or fewest_coordinators(model.problem, family) > 1:
            continue
        as_one, waiting = plan.copy(), plan.copy()
        as_one[inside], waiting[inside] = min(somebody), UNPLACED
        kept = as_they_are(model, as_one, held)
        kept.may_stay_unplaced[kept.group_of[inside]] = True
        found = packed(kept, goals, waiting, seed)
        if no_worse(model.problem, goals, found, plan):
            plan = found
    return plan


def bounded_anew(model: Model, reached: Solved, first: int) -> Solved:
    """What is reached, its tiers from ``first`` on with bounds for families parted any way.

    ``model`` is the round's as it was before those tiers. What is drawn by lot isn't worth a
    relaxation.
    """
    fits = {goal.id for goal in fitting(model.problem)}
    loose = model.copy()
    loose.rows, loose.extras = [row for row in model.rows if not len(row.extra)], []
    tiers = list(reached.tiers[:first])
    for tier in reached.tiers[first:]:
        expression = tier.goal.post(loose)
        if tier.goal.id not in fits:
            found = easy_bound(loose, expression) or Solution(None, None, 0, is_optimal=False)
        else:
            found = bounded(loose.program(expression), loose.start_of(reached.plan))
        bound = min(found.bound, tier.value)
        tiers.append(replace(tier, bound=bound, before=model.copy()))
        loose.hold(expression, tier.value, found)
        model.hold(tier.goal.post(model), tier.value, found)
    return replace(reached, tiers=tuple(tiers))


def _groups_in(model: Model, plan: IntArray) -> Groups:
    """Those of a family who share a coordinator in the plan as one; everybody else alone."""
    together: dict[tuple[int, int], list[int]] = {}
    for number, family in enumerate(model.problem.families):
        for i in family:
            if plan[i] != UNPLACED:
                together.setdefault((number, int(plan[i])), []).append(i)
    inside = {i for part in together.values() for i in part}
    alone = ((i,) for i in range(model.problem.shape[0]) if i not in inside)
    return tuple(sorted([*(tuple(part) for part in together.values()), *alone]))
