"""How long an explanation takes, in rounds that are tight enough to have something to explain.

    python -m benchmarks.explanations.run

For a shortage the plan needn't be the best, so it is the plain start of a round; one *why not*
is asked of a solved round and again, without the round in hand, as a fresh solve with a lock.
"""

from __future__ import annotations

from datetime import date
from statistics import median
from time import perf_counter

import numpy as np

from matcher.explain.firmness import firmness
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.explain.why_not import why_not
from matcher.optimizer.min_cut import shortage
from matcher.optimizer.pose import pose
from matcher.optimizer.program import UNPLACED
from matcher.optimizer.solve import solve_round
from matcher.profiles.load import load
from matcher.sample import generate

ON = date(2026, 11, 23)
SHORT = ((55, 24), (300, 80), (1000, 200))
ASKED = ((30, 15), (55, 24))
PAIRS = 20


def main() -> None:
    """Print a line for each size."""
    for n, m in SHORT:
        print(shortages(n, m))
    for n, m in ASKED:
        round_ = in_hand(n, m)
        print(questions(round_))
        print(draws(round_))


def shortages(n: int, m: int) -> str:
    """The bottleneck of every case that stays without a place."""
    roster = generate(municipality="farsund", cases=n, coordinators=m, seed=1, on=ON, slack=0.8)
    problem = pose(roster, load("farsund")).problem
    plan = problem.starting_plan(tuple((i,) for i in range(problem.shape[0])))
    alone = [i for i in np.flatnonzero(plan == UNPLACED).tolist() if problem.allowed[i].any()]
    times, found = [], 0
    for case in alone:
        began = perf_counter()
        found += shortage(problem, plan, case) is not None
        times.append(perf_counter() - began)
    told = f"knapphet {n} x {m}: {len(alone)} uten plass, {found} med flaskehals"
    return f"{told}; {median(times):.4f} s hver, høyst {max(times):.4f} s"


def in_hand(n: int, m: int) -> SolvedRound:
    """A solved round."""
    roster = generate(municipality="farsund", cases=n, coordinators=m, seed=1, on=ON)
    return solve(RoundRequest(roster, load("farsund")))


def questions(round_: SolvedRound) -> str:
    """One exact *why not* of random pairs, beside solving the round again with the lock."""
    problem, rng = round_.problem, np.random.default_rng(0)
    pairs = rng.permutation(np.argwhere(problem.allowed))[:PAIRS].tolist()
    asked, again, same = [], [], 0
    for i, j in pairs:
        began = perf_counter()
        told = why_not(round_, problem.case_ids[i], problem.coordinator_ids[j])
        asked.append(perf_counter() - began)
        began = perf_counter()
        forced = solve_round(problem.with_lock(i, j), round_.limits)
        again.append(perf_counter() - began)
        values = {tier.goal.id: tier.value / tier.goal.scale for tier in forced.tiers}
        if told.consequence is not None:
            now = {t.goal.id: t.value / t.goal.scale for t in round_.consequences.tiers}
            loss = [round(values[id_] - value, 6) for id_, value in now.items()]
            said = [round(each, 6) for each in told.consequence.loss]
            same += loss == said if told.consequence.exact else loss <= said
    n, m = problem.shape
    ratio = sum(again) / sum(asked)
    told_times = f"{median(asked):.3f} s hver, høyst {max(asked):.3f} s"
    return (
        f"hvorfor ikke {n} x {m}: {told_times}; hele runden på nytt tar {ratio:.1f} ganger så "
        f"lang tid; tapet holder i {same} av {len(pairs)}"
    )


def draws(round_: SolvedRound) -> str:
    """How firm every suggestion is."""
    began = perf_counter()
    told = firmness(round_, {})
    n, m = round_.problem.shape
    count = told[0].draws if told else 0
    return f"hvor sikkert {n} x {m}: {perf_counter() - began:.1f} s for {count} trekninger"


if __name__ == "__main__":
    main()
