"""A round in hand: what it was asked, how it was posed, and the plan; ready to be questioned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matcher.domain.choice import Choice
from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.domain.wording import folded
from matcher.exchange.likeness import closest
from matcher.optimizer.check import check
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.pose import Posed, pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, IntArray, Limits
from matcher.optimizer.recall import recall
from matcher.optimizer.solve import solve_round
from matcher.optimizer.under_way import Notice
from matcher.profiles.profile import Profile

SMALL_ROUND_PAIRS = 4_000
EFFORT_BY_PEOPLE = ((150, 1.0), (1_500, 0.5))
"""So much work for a round of at most so many cases and coordinators together."""
LARGE_ROUND_EFFORT = 0.3


@dataclass(frozen=True)
class RoundRequest:
    """What a round is asked to do. ``locks``, ``bans``, ``preferences`` are KE's own choices."""

    roster: Roster
    profile: Profile
    seed: int = 0
    locks: tuple[Choice, ...] = ()
    bans: tuple[Choice, ...] = ()
    preferences: tuple[Choice, ...] = ()
    limits: Limits | None = None
    """How much work to put in; ``None`` goes by the size of the round."""

    def posed(self) -> Posed:
        """The round ready to be solved. Raises ``ChoicesClash``."""
        return pose(
            self.roster,
            self.profile,
            seed=self.seed,
            locks=self.locks,
            bans=self.bans,
            preferences=self.preferences,
        )


class NotInRound(Exception):
    """A case or coordinator that can't be asked about; the message is for the user."""


@dataclass(frozen=True)
class SolvedRound:
    """A round with its plan."""

    request: RoundRequest
    posed: Posed
    limits: Limits
    solved: Solved

    @property
    def problem(self) -> Problem:
        """The round in whole numbers."""
        return self.posed.problem

    @cached_property
    def consequences(self) -> Consequences:
        """What forcing a pair would do."""
        return Consequences(self.problem, self.solved, self.limits)

    def chosen(self, case: int) -> str | None:
        """The coordinator that the plan gives a case, by the case's number."""
        j = int(self.solved.plan[case])
        return None if j == UNPLACED else self.problem.coordinator_ids[j]

    @cached_property
    def chosen_by_id(self) -> dict[str, str | None]:
        """The coordinator that the plan gives each case, by ids."""
        return {id_: self.chosen(i) for i, id_ in enumerate(self.problem.case_ids)}

    def case(self, id_: str) -> int:
        """The number of a case. Raises ``NotInRound`` where it isn't known or takes no part."""
        known = self.posed.pairs.case_index
        if id_ in known:
            return known[id_]
        if id_ in self.posed.entitlements:
            because = " ".join(f.message for f in self.posed.entitlements[id_].because)
            raise NotInRound(f"Saken «{id_}» er ikke med i fordelingen. {because}".strip())
        near = closest(id_, sorted(self.posed.entitlements))
        perhaps = f"Kanskje mente du «{near}»?" if near else "Kanskje er id-en skrevet feil?"
        raise NotInRound(f"Saken «{id_}» finnes ikke i runden. {perhaps}")

    def coordinator(self, id_: str) -> int:
        """The number of a coordinator. Raises ``NotInRound``."""
        known = self.posed.pairs.coordinator_index
        if id_ in known:
            return known[id_]
        near = closest(id_, sorted(known)) or self._the_one_named(id_)
        perhaps = f"Kanskje mente du «{near}»?" if near else "Kanskje er id-en skrevet feil?"
        raise NotInRound(f"Koordinatoren «{id_}» finnes ikke i runden. {perhaps}")

    def _the_one_named(self, text: str) -> str | None:
        """The id of the only coordinator who has this in their name; ``None``: none, or several."""
        people = self.request.roster.coordinators
        named = [p.id for p in people if p.name and folded(text) in folded(p.name)]
        return named[0] if len(named) == 1 else None


def solve(
    request: RoundRequest,
    notice: Callable[[Posed], Notice] | None = None,
    start: IntArray | None = None,
) -> SolvedRound:
    """Pose and solve a round, and check the plan without the solver. Raises ``ChoicesClash``.

    ``start`` (n) is a plan of the same people to begin from: nothing worse comes of it.
    """
    posed = request.posed()
    limits = request.limits or limits_for(posed.problem)
    told: Notice = notice(posed) if notice else lambda under_way: None
    solved = solve_round(posed.problem, limits, start=start, notice=told)
    check(posed.problem, solved)
    return SolvedRound(replace(request, limits=limits), posed, limits, solved)


def resumed(request: RoundRequest, plan: Plan) -> SolvedRound | None:
    """A round that was solved before, from its answer and without solving it again.

    ``None`` where the plan isn't one of this round: another request, or another program.
    """
    posed = request.posed()
    problem = posed.problem
    limits = request.limits or limits_for(problem)
    named = {told.case: told.coordinator for told in plan.cases}
    index = posed.pairs.coordinator_index
    if not named.keys() >= set(problem.case_ids):
        return None
    chosen = [named[id_] for id_ in problem.case_ids]
    if any(one is not None and one not in index for one in chosen):
        return None
    numbers = np.array([UNPLACED if one is None else index[one] for one in chosen], np.int64)
    solved = recall(problem, numbers, {goal.id: goal.bound for goal in plan.round.goals})
    if solved is None:
        return None
    said = {goal.id: goal.value for goal in plan.round.goals}
    if any(said[tier.goal.id] != tier.value / tier.goal.scale for tier in solved.tiers):
        return None
    return SolvedRound(replace(request, limits=limits), posed, limits, solved)


def not_of_this_round() -> Finding:
    """What to say of a plan that the program can't take up again."""
    return Finding(
        code="plan_not_of_round",
        severity=Severity.ERROR,
        subject="plan.json",
        message="Planen stemmer ikke med datagrunnlaget og profilen slik programmet leser dem. "
        "Kanskje er den endret for hånd eller laget med en annen utgave? Da kan runden kjøres "
        "på nytt.",
    )


def limits_for(problem: Problem) -> Limits:
    """All the work that proof takes for a small round; for a larger one, what a meeting allows.

    The limits are counted work, not time, so that the same round gives the same plan.
    """
    people = sum(problem.shape)
    efforts = [effort for most, effort in EFFORT_BY_PEOPLE if people <= most]
    return Limits(effort=efforts[0] if efforts else LARGE_ROUND_EFFORT)


def is_small(problem: Problem) -> bool:
    """Whether a round is small enough to be proven while somebody waits."""
    return int(problem.allowed.sum()) <= SMALL_ROUND_PAIRS
