"""The main path: from a problem to a plan that is proven, tier by tier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from matcher.optimizer.climbing import (
    Solved,
    SolveTier,
    best,
    climb_on,
    easy_bound,
    no_worse,
    weighed,
)
from matcher.optimizer.core import plan_in_depth
from matcher.optimizer.core import solve as solve_program
from matcher.optimizer.families import as_they_are, bounded_anew, brought_together, is_tied
from matcher.optimizer.goals import LAST, fitting, joining, placing
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.merging import untied
from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import (
    Expression,
    IntArray,
    Limits,
    Solution,
    is_large,
    is_very_large,
)
from matcher.optimizer.requirements import REQUIREMENTS
from matcher.optimizer.sharing import FEW_PAIRS, cooled, packed
from matcher.optimizer.siblings import Groups, parted, siblings_as_one
from matcher.optimizer.under_way import Notice

GLANCE_EFFORT = 0.02
FEW_ROWS, SHARINGS, SHARINGS_OF_MANY = 150, 4, 1
"""So many times more hours are shared out, up to so many groups and coordinators: it is slow."""
FEW_TIES = 300
"""So many choices of a coordinator for families who may be parted are few."""
SHORT_OF_HOURS = 0.5
"""Where proof is often out of reach, the tiers get so much of the work, and each of the last."""
IN_PASSING = 0.3
"""A plan to begin from is soon found: what proof would take is kept for the goals themselves."""
LAST_EFFORT = 0.02
"""Settling ties gets little work: what is drawn among equally good plans is worth no more."""


def solve_round(
    problem: Problem,
    limits: Limits,
    *,
    start: IntArray | None = None,
    last: Callable[[Problem], tuple[Goal, ...]] = LAST,
    notice: Notice = lambda under_way: None,
) -> Solved:
    """The best plan of a round: who is placed comes before who is placed with whom.

    Siblings are merged into one case each family as far as that loses nothing, which keeps the
    rest a plain assignment problem.
    """
    whole, joined = join(problem, limits, start=start, notice=notice)
    is_short = any(goal.measure(problem, joined.plan) for goal in placing(problem))
    simple = _simply(whole, joined)
    model = whole if _has_few_ties(whole) else simple
    if start is None or not np.array_equal(joined.plan, start):
        ahead = head_start(simple, fitting(problem), joined.plan, limits, is_short=is_short)
        if no_worse(problem, (tier.goal for tier in joined.tiers), ahead, joined.plan):
            joined = replace(joined, plan=ahead)
    easing = SHORT_OF_HOURS if is_short else 1.0
    limits = replace(limits, effort=limits.effort * easing)
    chosen = climb_on(model, fitting(problem), joined, limits, notice, easing=easing)
    is_open = is_large(*model.workload.shape) and not all(t.is_optimal for t in chosen.tiers)
    draw = as_packed if is_open else best
    some = replace(limits, effort=LAST_EFFORT)
    chosen = climb_on(model, last(problem), chosen, some, notice, solve_tier=draw)
    return chosen if model is whole else bounded_anew(whole, chosen, len(joined.tiers))


def _simply(model: Model, joined: Solved) -> Model:
    """The model to go on with: the same, or families as they are where it is large and tied."""
    if not is_tied(model):
        return model
    ids = {goal.id for goal in placing(model.problem)}
    held = ((tier.goal, tier.value) for tier in joined.tiers if tier.goal.id in ids)
    return as_they_are(model, joined.plan, held)


def _has_few_ties(model: Model) -> bool:
    """Whether so few families may be parted that their ties are no hindrance to proof."""
    is_too_large = is_very_large(*model.workload.shape)
    return not is_too_large and len(model.extras) <= FEW_TIES


def join(
    problem: Problem, limits: Limits, *, start: IntArray | None, notice: Notice
) -> tuple[Model, Solved]:
    """Settle who is placed, and which siblings share; families then known to share are merged."""
    model, placed = place(problem, limits, start=start, notice=notice)
    if any(placed.values):
        limits = replace(limits, effort=limits.effort * SHORT_OF_HOURS)
    joined = climb_on(model, joining(problem), placed, limits, notice, solve_tier=joined_best)
    if _may_part_others(model, joined):
        model, placed = climb(problem, _apart(problem), limits, start=joined.plan, notice=notice)
        joined = climb_on(model, joining(problem), placed, limits, notice, solve_tier=joined_best)
    return untie(model, joined, limits), joined


def place(
    problem: Problem, limits: Limits, *, start: IntArray | None, notice: Notice
) -> tuple[Model, Solved]:
    """Settle who is placed at all, with siblings merged as far as that loses nothing.

    Where everyone is placed with all siblings together, that is so. Where hours are short, only
    families of whom nobody can be left out are merged: for others, leaving out one sibling may
    be best.
    """
    together = siblings_as_one(problem)
    is_last_word = len(together) == problem.shape[0] or problem.siblings_must_share
    is_slow = is_large(len(together), problem.shape[1])
    settle = most_placed if is_last_word else as_packed if is_slow else at_a_glance
    model, placed = climb(problem, together, limits, start=start, notice=notice, settle=settle)
    if len(together) == problem.shape[0] or not any(placed.values):
        return model, placed
    freely = replace(problem, siblings_must_share=False)
    apart = _apart(problem)
    most_model, most = climb(freely, apart, limits, start=placed.plan, notice=notice)
    if not problem.siblings_must_share:
        return most_model, most
    surely = parted(together, most_model.may_stay_unplaced)
    if surely != together or placed.values != most.values:
        model, placed = climb(problem, surely, limits, start=most.plan, notice=notice)
    if placed.values != most.values:
        model, placed = climb(problem, apart, limits, start=most.plan, notice=notice)
    return model, placed


def _apart(problem: Problem) -> Groups:
    return tuple((i,) for i in range(problem.shape[0]))


def _may_part_others(model: Model, joined: Solved) -> bool:
    """Whether to part a merged family could keep another together: then none may be merged yet.

    It can't where no family has more coordinators than it must.
    """
    last = joined.tiers[-1]
    is_joining = last.goal in joining(model.problem)
    has_merged = any(len(group) > 1 for group in model.groups)
    return is_joining and has_merged and last.value > last.goal.floor(model)


def untie(model: Model, joined: Solved, limits: Limits) -> Model:
    """Merge the families whom the tiers so far leave together in every plan."""
    held = tuple((tier.goal, tier.value) for tier in joined.tiers)
    if model.problem.siblings_must_share:
        return untied(model, held, None, joined.plan, limits)
    last = joined.tiers[-1]
    is_known = last.goal.id == "siblings_together" and last.is_optimal
    return untied(model, held, last.goal, joined.plan, limits) if is_known else model


def head_start(
    model: Model, goals: Iterable[Goal], plan: IntArray, limits: Limits, *, is_short: bool
) -> IntArray:
    """A plan that is good for the tiers to come, all at once: each then has less left to do.

    It only weighs them together, the upper heavier; what they are worth is settled one by one.
    A large round's is looked for in depth. Where somebody has to be left out anyway, what was
    cooled is better. Small rounds have their tiers settled as soon without it, unless short of
    hours.
    """
    together = weighed(model, goals)
    if together is None:
        return plan
    if is_short and model.open.sum() > FEW_PAIRS:
        plan = cooled(model, together, plan, limits.seed)
    if sum(model.workload.shape) <= FEW_ROWS:
        return plan
    program, start = model.program(together), model.start_of(plan)
    if is_large(*model.workload.shape) and not is_short and start is not None:
        return model.plan_of(plan_in_depth(program, start, limits))
    some = replace(limits, effort=min(limits.effort, IN_PASSING))
    solution = solve_program(program, start, some)
    return plan if solution.coordinator_of is None else model.plan_of(solution.coordinator_of)


def climb(
    problem: Problem,
    groups: Groups,
    limits: Limits,
    *,
    start: IntArray | None,
    notice: Notice,
    settle: SolveTier | None = None,
) -> tuple[Model, Solved]:
    """Build the model, post the requirements, and solve the tiers of who is placed."""
    model = Model.of(problem, groups)
    for requirement in REQUIREMENTS:
        requirement.post(model)
    plan = start
    if plan is None or not _can_begin_from(model, plan):
        plan = problem.starting_plan(groups)
    plan = packed(model, placing(problem), plan, limits.seed)
    return model, climb_on(
        model, placing(problem), Solved(plan, ()), limits, notice, solve_tier=settle or most_placed
    )


def _can_begin_from(model: Model, plan: IntArray) -> bool:
    """Whether a plan keeps every requirement, and families that are one group together."""
    kept = not any(requirement.breaches(model.problem, plan) for requirement in REQUIREMENTS)
    return kept and model.start_of(plan) is not None


def most_placed(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """Minimise a goal of who is placed: where a glance shows the bound, sharing out may meet it."""
    solution = at_a_glance(model, goal, expression, plan, limits)
    sharings = _sharings(len(model.groups), model.problem.shape[1])
    if solution.is_optimal or solution.is_infeasible or not sharings:
        return solution
    if solution.coordinator_of is not None:
        plan = model.plan_of(solution.coordinator_of)
    alone = expression.unplaced
    spare = model.may_stay_unplaced & (alone > 0) & (alone <= solution.bound)
    for again in range(1, sharings + 1):
        goals, seed = placing(model.problem), limits.seed + again
        other = packed(model, goals, plan, seed, spare=spare, patience=again)
        if _places_more(model.problem, goal, other, plan):
            plan = other
        value = goal.measure(model.problem, plan)
        if value <= solution.bound:
            return replace(
                solution, objective=value, coordinator_of=model.start_of(plan), is_optimal=True
            )
    some = replace(limits, effort=limits.effort * SHORT_OF_HOURS**2)
    return best(model, goal, expression, plan, some)


def joined_best(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """Minimise how families are parted; of large rounds as far as sharing out hours reaches."""
    if not is_tied(model):
        return best(model, goal, expression, plan, limits)
    plan = brought_together(model, plan, limits.seed)
    return as_packed(model, goal, expression, plan, limits)


def at_a_glance(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """Minimise a goal as far as a glance shows."""
    glance = replace(limits, effort=min(limits.effort, GLANCE_EFFORT))
    return best(model, goal, expression, plan, glance)


def as_packed(
    model: Model, goal: Goal, expression: Expression, plan: IntArray, limits: Limits
) -> Solution:
    """What sharing out hours reached: enough where all are placed, or families may be parted."""
    easy = easy_bound(model, expression)
    value = goal.measure(model.problem, plan)
    start = model.start_of(plan)
    if easy is None:
        return Solution(start, value, 0, is_optimal=False)
    bound = max(easy.bound, goal.floor(model))
    is_best = value <= bound
    return replace(easy, objective=value, bound=bound, coordinator_of=start, is_optimal=is_best)


def _sharings(groups: int, coordinators: int) -> int:
    if is_large(groups, coordinators):
        return 0
    return SHARINGS if groups + coordinators <= FEW_ROWS else SHARINGS_OF_MANY


def _places_more(problem: Problem, goal: Goal, plan: IntArray, than: IntArray) -> bool:
    """Whether a plan betters a goal of who is placed, and none above is the worse for it."""
    for above in placing(problem):
        value, other = above.measure(problem, plan), above.measure(problem, than)
        if value != other or above.id == goal.id:
            return value < other and above.id == goal.id
    return False
