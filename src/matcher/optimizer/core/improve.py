"""A better plan by re-settling a part of it exactly: some coordinators and all their cases.

Large neighbourhood search (Shaw 1998); each neighbourhood is a small model for the solver. In a
large program it begins anew with few at each gain (Mladenović and Hansen 1997): many take seconds.
"""

from __future__ import annotations

import numpy as np

from matcher.optimizer.core import engine
from matcher.optimizer.core.linear import FloatArray, linear_model
from matcher.optimizer.core.part import Parts
from matcher.optimizer.core.plan import Checked, better, checked
from matcher.optimizer.core.priced import NEVER
from matcher.optimizer.core.watch import Watch
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray, Program, is_large

_CASES_TOGETHER, _CASES_AT_MOST = 60, 140
_OF_MANY = 250
"""What ties cases together reaches further in a large program: more of them at once, and soon."""
_WAITING_TOGETHER = 20
_NEAREST, _NODES, _ROUNDING = 5, 50, 1e-6
_TOO_LARGE = 4
"""A part of a large program that isn't settled is followed by one smaller by one in so many."""
_OF_THE_WAY = 50
"""What gave less than this part of the way to the bound, gave nothing."""
_ANYBODY, _WANTED = 0.2, 0.4
"""So much of the chance to be first is everybody's alike; and theirs whom somebody waits for."""


def improve(
    program: Program,
    best: Checked,
    promising: BoolArray,
    reduced: IntArray,
    *,
    bound: int,
    rounds: int,
    patience: int,
    watch: Watch,
    seed: int,
) -> Checked:
    """Improve ``best`` for so many rounds, or until ``patience`` in a row gave next to nothing.

    ``promising`` (n × m) are the pairs worth looking at; ``reduced`` (n × m) tells how near a
    case is to a coordinator, for choosing who is looked at together.
    """
    draw = np.random.default_rng(seed)
    n, m = program.shape
    parts = Parts(program)
    is_many = is_large(n, m)
    smallest, largest = (
        min(m, max(3, round(cases * m / max(n, 1))))
        for cases in (_CASES_TOGETHER, _OF_MANY if is_many else _CASES_AT_MOST)
    )
    every, by = (5, 2) if is_many else (max(8, patience // 3), 3)
    size, in_vain, mark = smallest, 0, best.objective
    for _ in range(rounds):
        if watch.is_over() or in_vain >= patience or best.objective <= bound:
            break
        first = likely_first(program, best.plan, reduced, draw)
        group = neighbours(program, best.plan, reduced, size, first, draw)
        found, is_settled = _resettle(
            program, parts, best, promising, reduced, group, draw, watch, seed
        )
        worth = max(1, (best.objective - bound) // _OF_THE_WAY)
        in_vain += 1
        if found.objective <= mark - worth:
            in_vain, mark = 0, found.objective
            size = smallest if is_many else size
        elif is_many and not is_settled:
            size = max(smallest, size - size // _TOO_LARGE)
        elif in_vain % every == 0:
            size = min(largest, size + max(1, size // by))
        best = found
    return best


def likely_first(
    program: Program, plan: IntArray, reduced: IntArray, draw: np.random.Generator
) -> int:
    """A coordinator to begin from: most often one whose cases would cost less with others.

    Or one who is nearest to a case that has nobody, where that costs more than somebody would.
    """
    m = program.shape[1]
    cost = np.where(program.open, program.objective.pair, NEVER)
    least = cost.min(axis=1, initial=NEVER)
    placed = np.flatnonzero(plan != UNPLACED)
    beyond = np.maximum(cost[placed, plan[placed]] - least[placed], 0)
    chance = _ANYBODY / m + _shares(plan[placed], beyond, m)
    waiting = np.flatnonzero((plan == UNPLACED) & (program.objective.unplaced > least))
    if len(waiting):
        nearest = np.where(program.open[waiting], reduced[waiting], NEVER).argmin(axis=1)
        beyond = program.objective.unplaced[waiting] - least[waiting]
        chance = (1 - _WANTED) * chance + _WANTED * _shares(nearest, beyond, m)
    return int(draw.choice(m, p=chance / chance.sum()))


def _shares(of: IntArray, weight: IntArray, count: int) -> FloatArray:
    """What part of all the weight each of so many has; nothing where there is none."""
    part = np.zeros(count)
    np.add.at(part, of, weight / max(1, weight.sum()))
    return part


def neighbours(
    program: Program,
    plan: IntArray,
    reduced: IntArray,
    size: int,
    first: int,
    draw: np.random.Generator,
) -> IntArray:
    """A coordinator and those it could best exchange cases with, with some chance in it."""
    m = program.shape[1]
    mine = np.flatnonzero(plan == first)
    others = np.flatnonzero((plan != UNPLACED) & (plan != first) & program.open[:, first])
    away, back = reduced[mine], reduced[others, first]
    far = int(max(np.abs(away).max(initial=0), np.abs(back).max(initial=0))) + 1
    to_them = np.where(program.open[mine], away, far).min(axis=0, initial=far)
    to_me = np.full(m, far, dtype=np.int64)
    np.minimum.at(to_me, plan[others], back)
    nearest = int((to_them + to_me).min(initial=0))
    distance = (to_them + to_me - nearest) * draw.uniform(0.3, 1.0, m)
    distance[first] = -np.inf
    return np.sort(np.argsort(distance, kind="stable")[:size])


def _resettle(
    program: Program,
    parts: Parts,
    best: Checked,
    promising: BoolArray,
    reduced: IntArray,
    group: IntArray,
    draw: np.random.Generator,
    watch: Watch,
    seed: int,
) -> tuple[Checked, bool]:
    """The group's cases settled anew among them, with some of those who have nobody.

    And whether that is shown to be the best they can have: so few nodes aren't enough for many.
    """
    waiting = np.flatnonzero(best.plan == UNPLACED)
    waiting = waiting[promising[np.ix_(waiting, group)].any(axis=1)]
    waiting = draw.permutation(waiting)[:_WAITING_TOGETHER]
    cases = np.union1d(np.flatnonzero(np.isin(best.plan, group)), waiting)
    inside = np.ix_(cases, group)
    pairs = _nearest(promising[inside], reduced[inside], draw)
    part = parts.part(best, group, cases, pairs)
    model = linear_model(part.program)
    answer = engine.solve_mip(
        model,
        model.values_of(part.start),
        engine.Effort(_NODES, watch.left(), engine.gap_of(program)),
        seed,
    )
    if answer.values is None:
        return best, answer.is_infeasible
    found = part.whole(model.plan_of(answer.values, len(cases)))
    is_settled = (
        float(model.cost @ answer.values) - answer.bound <= engine.gap_of(program) + _ROUNDING
    )
    return better(best, checked(program, found)) or best, is_settled


def _nearest(promising: BoolArray, reduced: IntArray, draw: np.random.Generator) -> BoolArray:
    """Each case's few nearest of a group; which of those as near as each other is by lot."""
    away = np.where(promising, reduced + draw.random(reduced.shape), np.inf)
    furthest = np.sort(away, axis=1)[:, :_NEAREST][:, -1:]
    return promising & (away <= furthest)
