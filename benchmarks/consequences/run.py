"""What every eligible pair does to the round, beside solving the round afresh with each locked.

python -m benchmarks.consequences.run [CASES COORDINATORS ...] [--profile P] [--slack HOURS]
    [--beside PAIRS] [--five | --equal]

The fresh solves are of pairs drawn from the round, and must give the same values wherever both
are proven. Every pair is worked out in two processes, as ``matcher round --exact`` does; the time
on two quiet cores is that of the slower, and the time an answer is of both.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from time import process_time

import numpy as np

from benchmarks.beside import Beside, table
from matcher.domain.plan import Says
from matcher.explain.solved_round import limits_for
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences, Effect
from matcher.optimizer.pose import pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import IntArray, Limits
from matcher.optimizer.solve import solve_round
from matcher.profiles.load import load
from matcher.sample import generate

ON = date(2026, 11, 23)
SIZES = [(30, 15), (55, 24)]
FIVE_SIZES = [(300, 80)]
EQUAL_SIZES = [(300, 80), (1000, 200)]
HOURS_EACH = 400
SLACK, ROOMY = 1.15, 1.6
"""Hours to need; a large round is proven where it is roomy, and only then is anything exact."""
Pair = tuple[int, int]
Told = dict[Pair, Effect | None]


def problem_of(profile: str, cases: int, coordinators: int, seed: int, slack: float) -> Problem:
    """A round of an invented roster."""
    roster = generate(
        municipality=profile,
        cases=cases,
        coordinators=coordinators,
        seed=seed,
        on=ON,
        slack=slack,
    )
    return pose(roster, load(profile)).problem


def afresh(
    problem: Problem, solved: Solved, limits: Limits, told: Told, count: int
) -> tuple[float | None, int, int]:
    """The whole round again with the pair locked: seconds each, and how many agree of so many.

    Exact says the same, where the fresh round is proven too; *høyst* isn't lower than that.
    """
    drawn = np.random.default_rng(0).permutation(len(told))[:count]
    pairs = [list(told)[k] for k in drawn.tolist()]
    spent, verdicts = 0.0, Counter[bool]()
    for pair in pairs:
        began = process_time()
        again = solve_round(problem.with_lock(*pair), limits)
        spent += process_time() - began
        tiers = [tier for tier in again.tiers if tier.goal.id != "draw"]
        effect = told[pair]
        if effect is not None and all(tier.is_optimal for tier in tiers):
            lost = tuple(t.value - v for t, v in zip(tiers, solved.values, strict=False))
            exact = effect.says is Says.EXACT
            verdicts[lost == effect.loss if exact else lost <= effect.loss] += 1
    return spent / len(pairs) if pairs else None, verdicts[True], verdicts.total()


def every_pair(size: str, problem: Problem, solved: Solved, beside: int) -> Beside:
    """The consequence of each eligible pair, proven where it can be."""
    parts = [range(part, problem.shape[0], 2) for part in range(2)]
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        asked = [processes.submit(of_cases, problem, solved, part) for part in parts]
        answers = [answer.result() for answer in asked]
    told: Told = {pair: effect for found, _ in answers for pair, effect in found.items()}
    exact = sum(effect is not None and effect.says is Says.EXACT for effect in told.values())
    slower = max(seconds for _, seconds in answers)
    each, same, compared = afresh(problem, solved, Limits(), told, beside)
    question = f"alle par, {exact} nøyaktig"
    return Beside(size, question, len(told), slower, each, same, compared)


def of_cases(problem: Problem, solved: Solved, cases: Sequence[int]) -> tuple[Told, float]:
    """The consequences of some cases' pairs, and the seconds of work they took."""
    began = process_time()
    asked = Consequences(problem, solved, Limits())
    pairs = [(i, j) for i in cases for j in np.flatnonzero(problem.allowed[i]).tolist()]
    return {pair: asked.exact(*pair) for pair in pairs}, process_time() - began


def five_best(size: str, problem: Problem, solved: Solved, beside: int) -> Iterator[Beside]:
    """The five best coordinators of every case; some of them beside the exact value.

    The exact value is that of the round solved again with the pair, from the plan that is told.
    """
    asked = Consequences(problem, solved, limits_for(problem))
    told: Told = {}
    began = process_time()
    for i in range(problem.shape[0]):
        others = np.flatnonzero(problem.allowed[i]).tolist()
        known = {j: asked.at_most(i, j) for j in others if j != solved.plan[i]}
        found = sorted((e.loss, j) for j, e in known.items() if e is not None)
        told |= {(i, j): asked.closely(i, j, known[j]) for _, j in found[:5]}
    took = process_time() - began
    drawn = np.random.default_rng(0).permutation(len(told))[:beside].tolist()
    pairs = [list(told)[k] for k in drawn]
    began = process_time()
    exact = {(i, j): asked.exact(i, j, told[i, j]) for i, j in pairs}
    spent = process_time() - began
    proven = {pair: effect for pair, effect in exact.items() if effect and effect.is_exact}
    equal = sum(_loss(told[pair]) == effect.loss for pair, effect in proven.items())
    below = sum(_loss(told[pair]) < effect.loss for pair, effect in proven.items())
    question = f"de fem beste, {below} lavere enn det nøyaktige"
    yield Beside(size, question, len(told), took, None, equal, len(proven))
    each, same, compared = afresh(problem, solved, limits_for(problem), exact, min(beside, 5))
    question = f"ett par nøyaktig, bevist for {len(proven)}"
    yield Beside(size, question, len(pairs), spent, each, same, compared)


def _loss(effect: Effect | None) -> tuple[int, ...]:
    return () if effect is None else effect.loss


def with_equal_hours(size: str, problem: Problem, beside: int) -> Beside:
    """The same roster, but every case takes as long, and siblings don't count."""
    problem = of_equal_hours(problem)
    limits = Limits(effort=0.05)
    solved = solve_round(problem, limits)
    began = process_time()
    asked = Consequences(problem, solved, limits)
    losses = asked.of_all_pairs()
    took = process_time() - began
    question = "alle par, like timer" if losses is not None else "ikke den beste planen"
    pairs = [(i, j) for i, j in np.argwhere(problem.allowed).tolist()]
    told = {pair: asked.at_most(*pair) for pair in pairs[:: max(1, len(pairs) // max(1, beside))]}
    each, same, compared = afresh(problem, solved, limits, told, beside)
    return Beside(size, question, len(pairs), took, each, same, compared)


def of_equal_hours(problem: Problem) -> Problem:
    """A round where who has cases may keep them."""
    workload = np.full_like(problem.workload, HOURS_EACH)
    carried = np.bincount(problem.current[problem.current >= 0], minlength=problem.shape[1])
    capacity: IntArray = np.maximum(problem.capacity, carried * HOURS_EACH)
    return replace(
        problem,
        workload=workload,
        capacity=capacity,
        allowed=problem.allowed & (workload <= capacity),
        families=(),
        siblings_must_share=False,
    )


def measured(given: argparse.Namespace) -> Iterator[Beside]:
    """A row for every size that is asked for."""
    sizes = list(zip(given.sizes[::2], given.sizes[1::2], strict=True))
    usual = FIVE_SIZES if given.five else EQUAL_SIZES if given.equal else SIZES
    for cases, coordinators in sizes or usual:
        slack = given.slack or (ROOMY if given.five else SLACK)
        problem = problem_of(given.profile, cases, coordinators, given.seed, slack)
        size = f"{given.profile} {cases} × {coordinators}"
        if given.equal:
            yield with_equal_hours(size, problem, given.beside)
            continue
        limits = limits_for(problem) if given.five else Limits()
        solved = solve_round(problem, limits)
        if given.five:
            yield from five_best(size, problem, solved, given.beside)
        else:
            yield every_pair(size, problem, solved, given.beside)


def main() -> None:
    """Every size, under one profile."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int)
    words.add_argument("--profile", default="farsund")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--slack", type=float)
    words.add_argument("--beside", type=int, default=10)
    words.add_argument("--five", action="store_true", help="only the five best of every case")
    words.add_argument("--equal", action="store_true", help="only rounds with equal hours")
    for line in table(measured(words.parse_args())):
        print(line, file=sys.stdout, flush=True)


if __name__ == "__main__":
    main()
