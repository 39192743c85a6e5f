"""What every eligible pair does to the round, beside solving the round afresh with each locked.

python -m benchmarks.consequences.run [CASES COORDINATORS ...] [--profile P] [--beside PAIRS]
    [--five | --equal]

The fresh solves are of pairs drawn from the round, and must give the same values wherever both
are proven. Every pair is worked out in two processes, as ``matcher round --exact`` does; the time
on two quiet cores is that of the slower. Times are of the processor, which a busy machine disturbs
less than a clock.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from time import process_time

import numpy as np

from matcher.domain.plan import Says
from matcher.explain.solved_round import limits_for
from matcher.optimizer.consequence import Consequences, Effect
from matcher.optimizer.pose import pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.solve import Solved, solve_round
from matcher.profiles.load import load
from matcher.sample import generate

ON = date(2026, 11, 23)
SIZES = [(30, 15), (55, 24)]
EQUAL_SIZES = [(300, 80), (1000, 200)]
HOURS_EACH = 400
Pair = tuple[int, int]


def problem_of(profile: str, cases: int, coordinators: int, seed: int) -> Problem:
    """A round of an invented roster."""
    roster = generate(
        municipality=profile, cases=cases, coordinators=coordinators, seed=seed, on=ON
    )
    return pose(roster, load(profile)).problem


def every_pair(problem: Problem, solved: Solved) -> dict[Pair, Effect | None]:
    """The consequence of each eligible pair, proven where it can be."""
    parts = [range(part, problem.shape[0], 2) for part in range(2)]
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        asked = [processes.submit(of_cases, problem, solved, part) for part in parts]
        answers = [answer.result() for answer in asked]
    effects = {pair: effect for found, _ in answers for pair, effect in found.items()}
    spent = [seconds for _, seconds in answers]
    says = Counter(effect.says.value for effect in effects.values() if effect)
    each = 1000 * sum(spent) / max(1, len(effects))
    print(
        f"  alle {len(effects)} par: {max(spent):.1f} s i to prosesser ({sum(spent):.1f} s til "
        f"sammen, {each:.0f} ms hver), {dict(says)}",
        flush=True,
    )
    return effects


def of_cases(
    problem: Problem, solved: Solved, cases: Sequence[int]
) -> tuple[dict[Pair, Effect | None], float]:
    """The consequences of some cases' pairs, and the seconds of work they took."""
    began = process_time()
    asked = Consequences(problem, solved, Limits())
    pairs = [(i, j) for i in cases for j in np.flatnonzero(problem.allowed[i]).tolist()]
    return {pair: asked.exact(*pair) for pair in pairs}, process_time() - began


def afresh(
    problem: Problem, solved: Solved, effects: dict[Pair, Effect | None], count: int
) -> None:
    """The whole round again with the pair locked, for so many pairs, and whether it agrees."""
    drawn = np.random.default_rng(0).permutation(len(effects))[:count]
    pairs = [list(effects)[k] for k in drawn.tolist()]
    began = process_time()
    agree = compared = 0
    for pair in pairs:
        again = solve_round(problem.with_lock(*pair), Limits())
        effect = effects[pair]
        tiers = [tier for tier in again.tiers if tier.goal.id != "draw"]
        if effect is None or effect.says is not Says.EXACT or not all(t.is_optimal for t in tiers):
            continue
        lost = tuple(t.value - v for t, v in zip(tiers, solved.values, strict=False))
        compared, agree = compared + 1, agree + (lost == effect.loss)
    each = (process_time() - began) / max(1, len(pairs))
    print(
        f"  runden på nytt: {each:.2f} s hver ({len(pairs)} par), anslått {each * len(effects):.0f}"
        f" s for alle; like svar {agree} av {compared}",
        flush=True,
    )


def with_hours(profile: str, cases: int, coordinators: int, seed: int, beside: int) -> None:
    """A round as it is."""
    problem = problem_of(profile, cases, coordinators, seed)
    began = process_time()
    solved = solve_round(problem, Limits())
    print(f"{profile} {cases} × {coordinators}, frø {seed}: runden {process_time() - began:.1f} s")
    effects = every_pair(problem, solved)
    if beside:
        afresh(problem, solved, effects, beside)


def five_best(profile: str, cases: int, coordinators: int, seed: int, beside: int) -> None:
    """The five best coordinators of every case, and some of them beside a fresh round."""
    problem = problem_of(profile, cases, coordinators, seed)
    began = process_time()
    solved = solve_round(problem, limits_for(problem))
    print(f"{profile} {cases} × {coordinators}, frø {seed}: runden {process_time() - began:.1f} s")
    asked = Consequences(problem, solved, limits_for(problem))
    told: dict[Pair, Effect | None] = {}
    began = process_time()
    for i in range(problem.shape[0]):
        others = np.flatnonzero(problem.allowed[i]).tolist()
        known = {j: asked.at_most(i, j) for j in others if j != solved.plan[i]}
        found = sorted((e.loss, j) for j, e in known.items() if e is not None)
        told |= {(i, j): asked.closely(i, j, known[j]) for _, j in found[:5]}
    print(f"  de fem beste: {len(told)} par på {process_time() - began:.1f} s", flush=True)
    drawn = np.random.default_rng(0).permutation(len(told))[:beside]
    against: Counter[str] = Counter()
    for pair in [list(told)[k] for k in drawn.tolist()]:
        again = solve_round(problem.with_lock(*pair), limits_for(problem), start=None)
        lost = tuple(t.value - v for t, v in zip(again.tiers, solved.values, strict=False))[:-1]
        effect = told[pair]
        if effect is not None:
            against[_beside(effect.loss, lost)] += 1
    print(f"  ved siden av hele runden på nytt: {dict(against)}", flush=True)


def _beside(told: tuple[int, ...], lost: tuple[int, ...]) -> str:
    if told == lost:
        return "like"
    return "runden på nytt var bedre" if lost < told else "det som ble sagt, var bedre"


def with_equal_hours(profile: str, cases: int, coordinators: int, seed: int) -> None:
    """The same roster, but every case takes as long, and siblings don't count."""
    problem = problem_of(profile, cases, coordinators, seed)
    workload = np.full_like(problem.workload, HOURS_EACH)
    carried = np.bincount(problem.current[problem.current >= 0], minlength=problem.shape[1])
    capacity: IntArray = np.maximum(problem.capacity, carried * HOURS_EACH)
    problem = replace(
        problem,
        workload=workload,
        capacity=capacity,
        allowed=problem.allowed & (workload <= capacity),
        families=(),
        siblings_must_share=False,
    )
    solved = solve_round(problem, Limits(effort=0.05))
    began = process_time()
    asked = Consequences(problem, solved, Limits())
    is_exact = asked.of_all_pairs() is not None
    spent = process_time() - began
    pairs = int(problem.allowed.sum())
    print(
        f"{profile} {cases} × {coordinators}, like timer: {pairs} par på {spent:.2f} s, "
        f"nøyaktig: {'ja' if is_exact else 'nei, planen er ikke den beste'}",
        flush=True,
    )


def main() -> None:
    """Every size, under one profile."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int)
    words.add_argument("--profile", default="farsund")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--beside", type=int, default=10)
    words.add_argument("--five", action="store_true", help="only the five best of every case")
    words.add_argument("--equal", action="store_true", help="only rounds with equal hours")
    given = words.parse_args()
    sizes = list(zip(given.sizes[::2], given.sizes[1::2], strict=True))
    if given.five:
        for cases, coordinators in sizes or [(300, 80)]:
            five_best(given.profile, cases, coordinators, given.seed, given.beside)
        return
    for cases, coordinators in [] if given.equal else sizes or SIZES:
        with_hours(given.profile, cases, coordinators, given.seed, given.beside)
    for cases, coordinators in (sizes or EQUAL_SIZES) if given.equal else ():
        with_equal_hours(given.profile, cases, coordinators, given.seed)


if __name__ == "__main__":
    main()
