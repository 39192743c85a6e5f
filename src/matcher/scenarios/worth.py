"""What an hour is worth: what a round gains by more hours in a service or a unit, tried.

Prices of a linear program rank services rightly but misstate the amount, for cases are whole. So
whole rounds are run. The hours are shared among the people of the group as is best for the
round, which makes the gain the most that these hours can give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matcher.domain.frozen import Frozen
from matcher.domain.wording import listed, number, sentence
from matcher.explain.changes.change import with_coordinator
from matcher.explain.solved_round import limits_for
from matcher.optimizer.check import check
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.problem import HUNDREDTHS, Problem, SharedHours
from matcher.optimizer.solve import solve_round
from matcher.scenarios.keeping import goal_results
from matcher.scenarios.outcome import Outcome, outcome_from
from matcher.scenarios.side_by_side import HERE, Where, side_by_side

HOURS = (1.0, 5.0, 10.0, 20.0)
NOT_GAINED = ("even_load",)
"""The even share itself changes with the hours."""


class Given(Frozen):
    """So many of the hours to one coordinator."""

    coordinator: str
    hours_per_month: float


Spent = tuple[dict[str, float], tuple[Given, ...], bool]
"""The gain by goal, who uses the hours, and whether it is proven."""


class HoursSpent(Frozen):
    """What so many more hours a month do to the round."""

    hours: float
    more_placed: int
    more_points: float
    """Points of fit; fewer where more are placed and somebody fits poorly."""
    gain: dict[str, float]
    """By goal, positive where the round gets better."""
    given: tuple[Given, ...]
    """Who uses how many of the hours in the plan that was found."""
    is_proven: bool
    says: str

    @property
    def fewer_poor(self) -> int:
        """So many fewer fit poorly, over all the levels."""
        return _fewer_poor(self.gain)


class HourWorth(HoursSpent):
    """What the hours would do if they came in one group."""

    group: str
    is_unit: bool
    """A unit, otherwise a service."""


class BestUse(HoursSpent):
    """The best way to spend the hours on anybody."""


def worth_of_hours(
    base: Outcome,
    hours: Sequence[float] = HOURS,
    where: Where = HERE,
) -> tuple[HourWorth, ...]:
    """Each service and unit with each number of hours, in order. Raises as ``side_by_side``.

    A unit is often all there is of its service; the same people are tried once.
    """
    groups, amounts = _groups(base), tuple(sorted(hours))
    several = sorted({people for _, people in groups})
    found = side_by_side(_of_people, base, [(people, amounts) for people in several], where)
    spent_by = dict(zip(several, found, strict=True))
    return tuple(
        _worth(base, name, is_unit, amount, spent)
        for (name, is_unit), people in groups
        for amount, spent in zip(amounts, spent_by[people], strict=True)
    )


def best_use(base: Outcome, hours: float) -> BestUse:
    """Share so many hours among everybody as is best for the round."""
    people = tuple(
        person.id
        for person in base.request.roster.coordinators
        if person.agreed_hours_per_month is not None
    )
    gain, given, is_proven = _with_hours(base, people, hours)
    placed, points = _placed(gain), gain.get("total_fit", 0.0)
    called = base.request.roster.called
    who = listed(f"{number(g.hours_per_month)} timer til {called(g.coordinator)}" for g in given)
    sure = "bevist best" if is_proven else "det beste som er funnet"
    says = f"{number(hours)} timer i måneden brukes best slik ({sure}): {who or 'ingen trengs'}."
    return BestUse(
        hours=hours,
        more_placed=placed,
        more_points=points,
        gain=gain,
        given=given,
        is_proven=is_proven,
        says=f"{says} {sentence(_gained(placed, gain))}",
    )


def _groups(base: Outcome) -> list[tuple[tuple[str, bool], tuple[str, ...]]]:
    """Services and units, with those of their people who have agreed to hours."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for person in base.request.roster.coordinators:
        if person.agreed_hours_per_month is None:
            continue
        if person.service is not None:
            groups.setdefault((str(person.service), False), []).append(person.id)
        if person.unit is not None and not person.has_blocked_address:
            groups.setdefault((person.unit, True), []).append(person.id)
    in_order = sorted(groups.items(), key=lambda row: (row[0][1], row[0][0]))
    return [(key, tuple(people)) for key, people in in_order]


def _of_people(base: Outcome, asked: tuple[tuple[str, ...], tuple[float, ...]]) -> list[Spent]:
    """The most hours are tried first: where they give nothing, fewer can't either."""
    people, amounts = asked
    found: list[Spent] = []
    nothing: dict[str, float] | None = None
    for hours in reversed(amounts):
        gain, given, is_proven = (
            (nothing, (), True) if nothing is not None else _with_hours(base, people, hours)
        )
        if is_proven and not any(gain.values()):
            nothing, given = gain, ()
        found.append((gain, given, is_proven))
    return found[::-1]


def _worth(base: Outcome, name: str, is_unit: bool, hours: float, spent: Spent) -> HourWorth:
    gain, given, is_proven = spent
    placed = _placed(gain)
    group = f"{'Enheten' if is_unit else 'Tjenesten'} {name}"
    amount = f"{number(hours)} {'time' if hours == 1 else 'timer'}"
    return HourWorth(
        group=name,
        is_unit=is_unit,
        hours=hours,
        more_placed=placed,
        more_points=gain.get("total_fit", 0.0),
        gain=gain,
        given=given,
        is_proven=is_proven and base.is_proven,
        says=f"{group} med {amount} mer: {_gained(placed, gain)}",
    )


def _with_hours(base: Outcome, people: tuple[str, ...], hours: float) -> Spent:
    """The gain of people who share so many hours."""
    request = base.request
    for id_ in people:
        agreed = request.roster.coordinator_by_id[id_].agreed_hours_per_month or 0.0
        request = with_coordinator(request, id_, agreed_hours_per_month=agreed + hours)
    if len(people) == 1:
        after = outcome_from(base, request, others_keep=False)
        load, capacity, goals = after.load, base.problem.capacity, after.goals
    else:
        posed = request.posed()
        shared = SharedHours(base.problem.capacity, round(hours * HUNDREDTHS))
        problem = replace(posed.problem, shared_hours=shared)
        limits = base.request.limits or limits_for(problem)
        solved = solve_round(problem, limits, start=base.plan, last=_no_lots)
        check(problem, solved)
        after = Outcome(request, posed, solved.plan, ())
        load, capacity = after.load, base.problem.capacity
        goals = goal_results(problem, solved.plan, solved.tiers)
    used = np.maximum(load - capacity, 0)
    given = tuple(
        Given(coordinator=base.problem.coordinator_ids[j], hours_per_month=used[j] / HUNDREDTHS)
        for j in np.flatnonzero(used).tolist()
    )
    before = {goal.id: goal.value for goal in base.goals}
    asked = [goal for goal in goals if goal.id not in NOT_GAINED and goal.id in before]
    gain = {goal.id: round(before[goal.id] - goal.value, 6) for goal in asked}
    return gain, given, base.is_proven and all(goal.optimal for goal in asked)


def _no_lots(problem: Problem) -> tuple[Goal, ...]:
    """Nothing is drawn: whom equally good plans give whom is no part of the gain."""
    return ()


def _placed(gain: dict[str, float]) -> int:
    return int(sum(amount for id_, amount in gain.items() if id_.startswith("place_")))


def _fewer_poor(gain: dict[str, float]) -> int:
    return int(sum(amount for id_, amount in gain.items() if id_.startswith("poor_fit")))


def _gained(placed: int, gain: dict[str, float]) -> str:
    """The gain in words, the weightiest goal first."""
    if placed > 0:
        return f"{'én sak' if placed == 1 else f'{placed} saker'} til får koordinator."
    poor = _fewer_poor(gain)
    points = gain.get("total_fit", 0.0)
    parts = [f"{poor} {'dårlig' if poor == 1 else 'dårlige'} treff færre"] if poor > 0 else []
    if points:
        way = "bedre" if points > 0 else "svakere"
        parts.append(f"{number(abs(points))} poeng {way} egnethet i alt")
    if parts:
        return f"{listed(parts)}."
    return "runden blir bedre." if any(gain.values()) else "runden blir ikke bedre."
