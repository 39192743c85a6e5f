"""Posing a round: from a roster and a profile to a problem in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from matcher.criteria.evaluate import FitResults
from matcher.criteria.evaluate import evaluate as evaluate_criteria
from matcher.domain.case import Case
from matcher.domain.choice import Choice
from matcher.domain.finding import Finding
from matcher.domain.months import whole_months_between
from matcher.domain.pairs import Pairs
from matcher.domain.plan import Entitlement
from matcher.domain.roster import Roster
from matcher.entitlement import entitle, placed_in_round
from matcher.entitlement.workload import Workload, workload
from matcher.optimizer.choices import check_choices, in_order
from matcher.optimizer.notices import notices
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED, BoolArray, IntArray
from matcher.profiles.profile import Profile, Siblings
from matcher.rules.evaluate import RuleResults
from matcher.rules.evaluate import evaluate as evaluate_rules


@dataclass(frozen=True)
class Posed:
    """A round ready to be solved, with everything that an explanation reads."""

    roster: Roster
    profile: Profile
    entitlements: dict[str, Entitlement]
    workloads: dict[str, Workload]
    pairs: Pairs
    rules: RuleResults
    fit: FitResults
    problem: Problem
    locks: tuple[Choice, ...]
    bans: tuple[Choice, ...]
    preferences: tuple[Choice, ...]
    findings: tuple[Finding, ...]


def pose(
    roster: Roster,
    profile: Profile,
    *,
    seed: int = 0,
    locks: tuple[Choice, ...] = (),
    bans: tuple[Choice, ...] = (),
    preferences: tuple[Choice, ...] = (),
) -> Posed:
    """Who takes part, who may have whom, how well each pair fits, and who has hours.

    Raises ``ChoicesClash`` where KE's choices name nobody, break a rule that can't be set
    aside, or can't all be kept.
    """
    entitlements = {case.id: entitle(case, profile, roster.on) for case in roster.cases}
    workloads = {case.id: workload(case, profile, roster.on) for case in roster.cases}
    roles = {
        case.id: entitlements[case.id].role
        for case in roster.cases
        if placed_in_round(entitlements[case.id].role, profile) or _has_one(case, roster)
    }
    pairs = Pairs.of(roster, roles)
    rules = evaluate_rules(pairs, profile)
    fit = evaluate_criteria(pairs, profile)
    problem = _problem(pairs, profile, rules, fit, workloads)
    problem = replace(problem, seed=seed)
    problem, found = check_choices(
        problem, rules, profile, locks=locks, bans=bans, preferences=preferences
    )
    return Posed(
        roster=roster,
        profile=profile,
        entitlements=entitlements,
        workloads=workloads,
        pairs=pairs,
        rules=rules,
        fit=fit,
        problem=problem,
        locks=in_order(locks),
        bans=in_order(bans),
        preferences=in_order(preferences),
        findings=(*notices(pairs, problem, profile), *found),
    )


def _has_one(case: Case, roster: Roster) -> bool:
    """Whether a case has a coordinator who hasn't left: one that isn't to be placed may keep it."""
    current = roster.coordinator_by_id.get(case.current_coordinator or "")
    return current is not None and not (current.employed_to and current.employed_to < roster.on)


def _problem(
    pairs: Pairs,
    profile: Profile,
    rules: RuleResults,
    fit: FitResults,
    workloads: dict[str, Workload],
) -> Problem:
    n, m = pairs.shape
    current = _current(pairs)
    allowed = _allowed(pairs, rules, current, profile)
    hours = _hundredths(workloads[case.id].hours_per_month for case in pairs.cases)
    has_one = np.flatnonzero(current != UNPLACED)
    continues = has_one[allowed[has_one, current[has_one]]]
    carried = np.zeros(m, np.int64)
    np.add.at(carried, current[continues], hours[continues])
    free = _hundredths(c.free_hours_per_month or 0.0 for c in pairs.coordinators)
    capacity = np.maximum(free, carried)
    allowed &= (hours[:, None] <= capacity) & _has_room_or_has_it(free, carried, current)
    must_share = profile.goals.siblings.together is Siblings.MUST
    families = _families(pairs, allowed, must_share=must_share)
    for family in families if must_share else ():
        allowed[list(family)] &= _who_may_have_all(list(family), allowed, hours, capacity)
    allowed[continues, current[continues]] = True  # nobody loses a coordinator to a sibling
    settled = np.zeros(n, np.bool_)
    settled[continues] = [not pairs.cases[i].reconsider for i in continues]
    goals = profile.goals
    return Problem(
        case_ids=tuple(case.id for case in pairs.cases),
        coordinator_ids=tuple(coordinator.id for coordinator in pairs.coordinators),
        roles=pairs.roles,
        allowed=allowed,
        fit=fit.fit.astype(np.int64),
        workload=np.repeat(hours[:, None], m, axis=1),
        capacity=capacity,
        current=current,
        settled=settled,
        waiting_months=_waiting(pairs, profile),
        unit_of=_units(pairs),
        families=families,
        siblings_must_share=must_share,
        poor_levels=goals.poor_fit.levels,
        move_costs_points=goals.moving.threshold_points + 1,
    )


def _who_may_have_all(
    family: list[int], allowed: BoolArray, hours: IntArray, capacity: IntArray
) -> BoolArray:
    """The coordinators every sibling may have; with hours for all, where anybody has them."""
    all_of_them: BoolArray = np.logical_and.reduce(allowed[family])
    hours_together = int(hours[family].sum())
    with_hours: BoolArray = all_of_them & (capacity >= hours_together)
    return with_hours if with_hours.any() else all_of_them


def _has_room_or_has_it(free: IntArray, carried: IntArray, current: IntArray) -> BoolArray:
    """Who carries more than agreed may keep the cases, and gets no others (S074, S161)."""
    overrun = carried > free
    keeps: BoolArray = current[:, None] == np.arange(len(free))
    return keeps | ~overrun


def _hundredths(hours: Iterable[float]) -> IntArray:
    return np.array([round(value * HUNDREDTHS) for value in hours], np.int64)


def _current(pairs: Pairs) -> IntArray:
    index = pairs.coordinator_index
    return np.array(
        [index.get(case.current_coordinator or "", UNPLACED) for case in pairs.cases], np.int64
    )


def _allowed(pairs: Pairs, rules: RuleResults, current: IntArray, profile: Profile) -> BoolArray:
    """What the rules leave; who isn't to be placed can only keep the coordinator they have."""
    allowed = rules.allowed.copy()
    for i, role in enumerate(pairs.roles):
        if not placed_in_round(role, profile):
            allowed[i] &= np.arange(allowed.shape[1]) == current[i]
    return allowed


def _waiting(pairs: Pairs, profile: Profile) -> IntArray:
    bonus = profile.goals.waiting.early_need_counts_as_months

    def months(case: Case) -> int:
        waited = 0 if case.received is None else whole_months_between(case.received, pairs.on)
        return max(0, waited) + (bonus if case.found_early else 0)

    return np.array([months(case) for case in pairs.cases], np.int64)


def _units(pairs: Pairs) -> IntArray:
    names = sorted({c.unit for c in pairs.coordinators if c.unit is not None})
    number = {name: u for u, name in enumerate(names)}
    return np.array([number.get(c.unit or "", UNPLACED) for c in pairs.coordinators], np.int64)


def _families(pairs: Pairs, allowed: BoolArray, *, must_share: bool) -> tuple[tuple[int, ...], ...]:
    """Siblings in the round. Where they *must* share, only those whom somebody may have all."""
    families: dict[str, list[int]] = {}
    for i, case in enumerate(pairs.cases):
        if case.family is not None:
            families.setdefault(case.family, []).append(i)
    several = (members for _, members in sorted(families.items()) if len(members) > 1)
    return tuple(
        tuple(members)
        for members in several
        if not must_share or allowed[members].all(axis=0).any()
    )
