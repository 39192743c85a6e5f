"""How long a scenario, every absence and a sweep take, beside solving each round afresh.

    python -m benchmarks.scenarios.run [CASES COORDINATORS ...] [--absences N] [--every] [--sweep]

Seconds are of the processor, for the machine may be busy. An absence where the others keep theirs
is held against the same round solved from nothing with the others locked; one where the plan may
shift, against a round solved from nothing. The goals must be the same. ``--every`` tries each
coordinator away, beside as many rounds solved from nothing.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter, process_time

import numpy as np

from matcher.domain.vocabulary import Service
from matcher.explain.solved_round import RoundRequest, limits_for, solve
from matcher.optimizer.program import UNPLACED
from matcher.optimizer.solve import solve_round
from matcher.profiles.load import load
from matcher.sample import generate
from matcher.scenarios.absence import without_one
from matcher.scenarios.changes import Hours, Leaves, NewCases, NewPosition
from matcher.scenarios.keeping import standing
from matcher.scenarios.outcome import Outcome, carried_over, outcome_from, outcome_of, outcome_with
from matcher.scenarios.scenario import Scenario
from matcher.scenarios.side_by_side import Where
from matcher.scenarios.sweep import sweep

ON = date(2026, 11, 23)
SIZES = (55, 24, 300, 80)
SWEPT = 100


def main() -> None:
    """A few lines for each size."""
    asked = argparse.ArgumentParser()
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--absences", type=int, default=8)
    asked.add_argument("--every", action="store_true")
    asked.add_argument("--sweep", action="store_true")
    given = asked.parse_args()
    for cases, coordinators in zip(given.sizes[::2], given.sizes[1::2], strict=True):
        began = process_time()
        base = in_hand(cases, coordinators)
        took = process_time() - began
        print(
            f"{cases} x {coordinators}: runden {took:.2f} s, bevist: {base.is_proven}", flush=True
        )
        print(scenarios(base), flush=True)
        print(absences(base, given.absences), flush=True)
        if given.every:
            print(every_absence(base, took), flush=True)
        if given.sweep:
            print(swept(base), flush=True)


def in_hand(cases: int, coordinators: int) -> Outcome:
    """A solved round."""
    place = "farsund" if cases < 100 else "as"
    roster = generate(municipality=place, cases=cases, coordinators=coordinators, seed=7, on=ON)
    return outcome_of(solve(RoundRequest(roster, load(place))))


def busy(base: Outcome) -> list[str]:
    """The coordinators with cases, those with most first."""
    chosen = [id_ for id_ in base.chosen.values() if id_ is not None]
    return sorted(set(chosen), key=lambda id_: (-chosen.count(id_), id_))


def scenarios(base: Outcome) -> str:
    """One scenario of each of some kinds, from the base plan and afresh."""
    one = busy(base)[0]
    told = []
    for change in (
        Hours(coordinator=one, more_hours_per_month=5),
        NewPosition(service=Service.HEALTH_STATION, percent=50),
        NewCases(count=3),
        Leaves(coordinator=one),
    ):
        scenario = Scenario(title=change.KIND, changes=(change,))
        began = process_time()
        after = outcome_with(base, scenario)
        warm = process_time() - began
        began = process_time()
        afresh = outcome_of(solve(scenario.made(base.request)))
        same = [goal.value for goal in after.goals] == [goal.value for goal in afresh.goals]
        told.append(
            f"  scenario {change.KIND}: {warm:.2f} s; på nytt {process_time() - began:.2f} s; "
            f"like mål: {same}; bevist: {after.is_proven}"
        )
    return "\n".join(told)


def absences(base: Outcome, count: int) -> str:
    """Some absences where the others keep theirs, beside the whole round with them locked."""
    people = busy(base)[:count]
    began = process_time()
    for person in people:
        without_one(base, person)
    warm = process_time() - began
    began = process_time()
    same = sum(locked_afresh(base, person) for person in people)
    afresh = process_time() - began
    return (
        f"  hvert fravær, de andre beholder sine: {warm / len(people):.3f} s hver; på nytt "
        f"{afresh / len(people):.3f} s hver; andel {warm / afresh:.3f}; like mål i {same} av "
        f"{len(people)}"
    )


def every_absence(base: Outcome, round_s: float) -> str:
    """Each coordinator away, beside as many rounds from nothing as there are coordinators."""
    people = base.request.roster.coordinators
    began = process_time()
    for person in people:
        without_one(base, person.id)
    warm = process_time() - began
    return (
        f"  alle {len(people)} fravær: {warm:.1f} s; så mange runder fra bunnen: "
        f"{len(people) * round_s:.0f} s; andel {warm / (len(people) * round_s):.3f}"
    )


def locked_afresh(base: Outcome, person: str) -> bool:
    """Whether the whole round with the others locked, from nothing, reaches the same goals."""
    request = Leaves(coordinator=person).made(base.request)
    problem = request.posed().problem
    kept = standing(problem, carried_over(base.chosen, problem))
    stands = np.flatnonzero(kept != UNPLACED)
    allowed = problem.allowed.copy()
    allowed[stands] &= kept[stands, None] == np.arange(problem.shape[1])
    locks = tuple((i, int(kept[i])) for i in stands.tolist())
    whole = solve_round(replace(problem, allowed=allowed, locks=locks), limits_for(problem))
    goals = outcome_from(base, request, others_keep=True).goals
    values = [tier.value / tier.goal.scale for tier in whole.tiers if tier.goal.id != "draw"]
    return values == [goal.value for goal in goals]


def swept(base: Outcome) -> str:
    """A sweep of a hundred scenarios in one process and in two: by the clock, and as work.

    On two free cores it can go at most twice the work of one over the work of both.
    """
    people = base.request.roster.coordinators
    tried = [
        Scenario(
            title=f"{n}",
            changes=(
                Hours(coordinator=people[n % len(people)].id, more_hours_per_month=1 + n // 24),
            ),
        )
        for n in range(SWEPT)
    ]
    times, works = [], []
    for workers in (1, 2):
        began, worked = perf_counter(), _work_s()
        sweep(base, tried, Where(workers=workers))
        times.append(perf_counter() - began)
        works.append(_work_s() - worked)
    return (
        f"  {SWEPT} scenarier: {times[0]:.1f} s, med to prosesser {times[1]:.1f} s; arbeid "
        f"{works[0]:.1f} og {works[1]:.1f} s, så høyst {2 * works[0] / works[1]:.2f} ganger så fort"
    )


def _work_s() -> float:
    """Seconds of the processor so far, here and in the processes that have ended."""
    usages = map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main()
