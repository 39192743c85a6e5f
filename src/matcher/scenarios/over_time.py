"""Over time: month by month with transitions, ends of contracts and cases that come.

Each draw is a future of its own, seeded. In every month those who have a coordinator who may
continue, keep that one, as KE does between rounds; the others are placed as well as can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import exp

import numpy as np
from pydantic import Field

from matcher.domain.case import Case
from matcher.domain.frozen import Frozen
from matcher.domain.months import months_after, whole_months_between
from matcher.domain.roster import Roster
from matcher.explain.solved_round import RoundRequest
from matcher.optimizer.problem import HUNDREDTHS
from matcher.optimizer.program import UNPLACED
from matcher.sample.chance import Chance
from matcher.scenarios.changes import NewCases
from matcher.scenarios.changes.transitions import carried_out
from matcher.scenarios.outcome import Outcome, outcome_from
from matcher.scenarios.side_by_side import HERE, Where, side_by_side

DRAWS = 20
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9


class Horizon(Frozen):
    """How far to look, and how often."""

    months: int = Field(default=12, ge=1, le=60)
    draws: int = Field(default=DRAWS, ge=1, le=1000)
    seed: int = Field(default=0, ge=0)
    arrivals_per_month: float | None = Field(default=None, ge=0, le=500)
    """Expected new cases; ``None`` is as many a month as the year before the round."""


class Band(Frozen):
    """Where four of five draws lie, and the middle one."""

    low: float
    middle: float
    high: float


class MonthBand(Frozen):
    """One month in all the draws. The first is the day of the round itself."""

    month: date
    cases: Band
    waiting: Band
    """Cases that take part and have nobody."""
    hours_short: Band
    """Hours of work a month in them."""
    changes_per_family: Band
    """Changes of coordinator until then, shared out on the families that have had one."""


class Month(Frozen):
    """One month of one draw."""

    cases: int
    waiting: int
    hours_short: float
    changes_per_family: float


def over_time(
    base: Outcome,
    horizon: Horizon,
    where: Where = HERE,
) -> tuple[MonthBand, ...]:
    """The months from the round on, with bands over the draws. Raises as ``side_by_side``."""
    draws: list[tuple[Month, ...]] = side_by_side(
        _draw,
        base,
        [(horizon, draw) for draw in range(horizon.draws)],
        where,
    )
    on = base.request.roster.on
    return tuple(
        MonthBand(
            month=months_after(on, month),
            cases=_band([draw[month].cases for draw in draws]),
            waiting=_band([draw[month].waiting for draw in draws]),
            hours_short=_band([draw[month].hours_short for draw in draws]),
            changes_per_family=_band([draw[month].changes_per_family for draw in draws]),
        )
        for month in range(horizon.months + 1)
    )


def usual_arrivals(roster: Roster) -> float:
    """New cases a month in the year before the day of the roster."""
    received = (case.received for case in roster.cases if case.received is not None)
    return sum(0 <= whole_months_between(day, roster.on) < 12 for day in received) / 12


def _draw(base: Outcome, asked: tuple[Horizon, int]) -> tuple[Month, ...]:
    """One future."""
    horizon, draw = asked
    chance = Chance(horizon.seed, f"over time {draw}")
    rate = horizon.arrivals_per_month
    rate = usual_arrivals(base.request.roster) if rate is None else rate
    now, changes, served = base, 0, _served(base)
    told = [_month(now, changes, served)]
    for month in range(1, horizon.months + 1):
        day = months_after(base.request.roster.on, month)
        request = _a_month_on(now, day)
        if came := _poisson(chance, rate):
            drawn = NewCases(count=came, seed=chance.whole(0, 2**31))
            request = request if list(drawn.faults(request)) else drawn.made(request)
        later = outcome_from(now, request, others_keep=True)
        changes += _changed(now, later)
        served |= _served(later)
        now = later
        told.append(_month(now, changes, served))
    return tuple(told)


def _a_month_on(now: Outcome, day: date) -> RoundRequest:
    """The request on a later day: everybody has whom the plan gave, and time has passed.

    KE's locks were for the round itself; a case that no service is left in, has ended.
    """
    request = now.request
    cases = []
    for case in request.roster.cases:
        later = carried_out(_with_chosen(case, now), day, request.profile)
        if later.services or not case.services:
            cases.append(later)
    here = {case.id for case in cases}
    roster = Roster.of(day, cases, request.roster.coordinators, request.roster.units)
    bans = tuple(ban for ban in request.bans if ban.case in here)
    return replace(request, roster=roster, locks=(), bans=bans)


def _with_chosen(case: Case, now: Outcome) -> Case:
    chosen = now.chosen.get(case.id)
    if chosen is None or chosen == case.current_coordinator:
        return case
    earlier = (case.earlier_changes or 0) + (case.current_coordinator is not None)
    return case.model_copy(
        update={
            "current_coordinator": chosen,
            "coordinator_since": now.request.roster.on,
            "earlier_changes": earlier,
            "reconsider": None,
        }
    )


def _month(now: Outcome, changes: int, served: set[str]) -> Month:
    alone = np.flatnonzero(now.plan == UNPLACED)
    hours = now.problem.workload[alone].min(axis=1, initial=2**62) if len(alone) else alone
    return Month(
        cases=len(now.plan),
        waiting=len(alone),
        hours_short=float(hours.sum()) / HUNDREDTHS,
        changes_per_family=changes / max(1, len(served)),
    )


def _served(outcome: Outcome) -> set[str]:
    return {case for case, chosen in outcome.chosen.items() if chosen is not None}


def _changed(before: Outcome, after: Outcome) -> int:
    """Cases that had a coordinator and now have another."""
    return sum(
        chosen is not None and before.chosen.get(case) not in (None, chosen)
        for case, chosen in after.chosen.items()
    )


def _poisson(chance: Chance, rate: float) -> int:
    """So many arrivals in a month, where they come independently of each other."""
    count, share, least = -1, 1.0, exp(-rate)
    while share > least or count < 0:
        count, share = count + 1, share * chance.leaning_low(0.0, 1.0) ** 0.5
    return count


def _band(values: Sequence[float]) -> Band:
    """Each bound is what some draw came to, so that nobody waits in fractions."""
    draws = np.array(values, np.float64)
    low = np.quantile(draws, LOW, method="lower")
    middle = np.quantile(draws, MIDDLE, method="nearest")
    high = np.quantile(draws, HIGH, method="higher")
    return Band(low=round(low, 2), middle=round(middle, 2), high=round(high, 2))
