"""How firm is each suggestion? What keeping it would cost, if the criteria weighed otherwise.

The weights of a profile are a judgement, so nobody should lean on a choice that turns with a
slight change of them. Each draw multiplies every weight by a number from 0.7 to 1.3, works out
all the fits again, and finds the best plan for those fits. Who is placed and how many have a
poor fit are held as in the plan: the draws ask about the weights, not about these.

- *sikkert*: in at least nine of ten draws, keeping the choice costs the round nothing;
- *jevnt*: in more than one of ten, another choice would be better for the round;
- *delt*: already with the profile's own weights, another choice is equally good.

What keeping costs in a draw is told as *høyst*, an upper value, and that it costs nothing is
exact. Where a draw's best plan isn't proven within its share of the work, both are estimates
(*anslag*), and told as such.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from matcher.criteria.criterion import percent
from matcher.criteria.evaluate import FitResults, weight_of
from matcher.domain.frozen import Frozen
from matcher.domain.pairs import NOT_KNOWN
from matcher.domain.plan import Plan
from matcher.domain.wording import listed, number
from matcher.explain.solved_round import SolvedRound
from matcher.explain.under_way import Told
from matcher.optimizer.choices import with_preferences
from matcher.optimizer.program import UNPLACED, IntArray
from matcher.optimizer.reweighed import reweighed
from matcher.profiles.profile import Profile

DRAWS = 200
EFFORT = 0.02
"""Of a round's work, for each draw."""
SPREAD = 0.3
SURE_SHARE = 0.9
GRAINS = 500
"""A weight of 1 in whole numbers; ``percent`` reckons exactly up to ten million."""


ESTIMATE = " Tallene er anslag: den beste planen er ikke bevist i alle trekningene."


class Firm(StrEnum):
    """How firm a suggestion is."""

    SURE = "sikkert"
    EVEN = "jevnt"
    SHARED = "delt"


class Firmness(Frozen):
    """How firm the suggestion of one case is."""

    case: str
    coordinator: str
    firm: Firm
    draws: int
    free_draws: int
    """In so many of the draws, keeping the choice costs the round nothing."""
    mean_points: float
    """What keeping costs on average: at most so many points of total fit."""
    most_points: float
    equally_good: tuple[str, ...]
    """Others who are equally good with the profile's own weights."""
    is_proven: bool
    """Whether the best plan of every draw is proven; else the numbers are estimates."""
    says: str


def firmness(
    round_: SolvedRound,
    equals: Mapping[str, tuple[str, ...]],
    *,
    draws: int = DRAWS,
    told: Told = lambda step, share: None,
) -> tuple[Firmness, ...]:
    """The firmness of every placed case, in order of id; ``told`` hears how many draws are done.

    ``equals`` are the other choices that are equally good, by case (`equally_good`). The draws
    are the same for the same round and seed.
    """
    problem, solved = round_.problem, round_.solved
    rng = np.random.default_rng(problem.seed)
    costs = np.zeros((draws, problem.shape[0]), np.int64)
    proven = True
    limits = replace(round_.limits, effort=round_.limits.effort * EFFORT)
    for draw in range(draws):
        fit = _preferred(round_, drawn_fit(round_.posed.fit, round_.request.profile, rng))
        found = reweighed(problem, solved, fit, limits)
        costs[draw], proven = found.keeping_costs, proven and found.is_optimal
        told(f"Trekker vektene om igjen: {draw + 1} av {draws} ganger.", (draw + 1) / draws)
    return tuple(
        _firmness(round_, i, costs[:, i], equals.get(problem.case_ids[i], ()), is_proven=proven)
        for i in range(problem.shape[0])
        if solved.plan[i] != UNPLACED
    )


def drawn_fit(results: FitResults, profile: Profile, rng: np.random.Generator) -> IntArray:
    """The fit of every pair (n × m, whole points) with every weight drawn anew."""
    points = np.zeros(results.fit.shape, np.int64)
    known: NDArray[np.int64] = np.zeros(results.fit.shape, np.int64)
    for id_, scores in results.scores.items():
        weight = round(weight_of(id_, profile) * GRAINS * rng.uniform(1 - SPREAD, 1 + SPREAD))
        is_known = scores != NOT_KNOWN
        points += np.where(is_known, scores, 0).astype(np.int64) * weight
        known += is_known * np.int64(weight)
    fit: IntArray = np.maximum(percent(points, 100 * known), 0).astype(np.int64)
    return fit


def _preferred(round_: SolvedRound, fit: IntArray) -> IntArray:
    """With KE's preferences, which hold whatever the criteria weigh."""
    posed = round_.posed
    return with_preferences(fit, posed.preferences, posed.pairs, posed.profile)


def equally_good(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """The other suggestions that lose nothing of any goal, by case."""
    return {
        row.case: tuple(
            s.coordinator
            for s in row.suggestions
            if s.coordinator != row.coordinator and not any(s.consequence.loss)
        )
        for row in plan.cases
    }


def _firmness(
    round_: SolvedRound, case: int, costs: IntArray, equals: tuple[str, ...], *, is_proven: bool
) -> Firmness:
    draws, free = len(costs), int((costs == 0).sum())
    firm = Firm.SURE if free >= SURE_SHARE * draws else Firm.EVEN
    if equals:
        firm = Firm.SHARED
    called = [round_.request.roster.called(other) for other in equals]
    mean, most = round(float(costs.mean()), 2), float(costs.max())
    return Firmness(
        case=round_.problem.case_ids[case],
        coordinator=round_.chosen(case) or "",
        firm=firm,
        draws=draws,
        free_draws=free,
        mean_points=mean,
        most_points=most,
        equally_good=equals,
        is_proven=is_proven,
        says=_says(firm, draws, free, mean, most, called) + ("" if is_proven else ESTIMATE),
    )


def _says(
    firm: Firm, draws: int, free: int, mean: float, most: float, equals: Sequence[str]
) -> str:
    shared = f"{listed(equals)} er et like godt valg for runden. " if equals else ""
    costs = (
        f" Ellers koster det høyst {number(most)} poeng, i snitt høyst {number(mean)}."
        if most
        else ""
    )
    return (
        f"{firm.capitalize()}. {shared}Med vektene trukket om igjen (±30 prosent) koster det "
        f"runden ingenting å beholde valget i {free} av {draws} trekninger.{costs}"
    )
