"""How long an explanation takes, in rounds that are tight enough to have something to explain.

    python -m benchmarks.explanations.run

For a shortage the plan needn't be the best, so it is the plain start of a round; one *why not*
is asked of a solved round and again, without the round in hand, as a fresh solve with a lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import median
from time import process_time

import numpy as np

from benchmarks.beside import Beside, seconds, table
from matcher.explain.firmness import firmness
from matcher.explain.solved_round import RoundRequest, SolvedRound, solve
from matcher.explain.why_not import why_not
from matcher.optimizer.climbing import Solved
from matcher.optimizer.min_cut import shortage
from matcher.optimizer.pose import pose
from matcher.optimizer.program import UNPLACED
from matcher.optimizer.solve import solve_round
from matcher.profiles.load import load
from matcher.sample import generate

ON = date(2026, 11, 23)
SHORT = ((55, 24), (300, 80), (1000, 200))
ASKED = ((30, 15, 1.1, 20), (55, 24, 1.1, 20), (300, 80, 1.6, 8))
"""Cases, coordinators, hours to need, and pairs asked about; the large one is roomy enough that
its round is proven, without which nothing is exact."""
DRAWN = ((30, 15), (55, 24))
DRAWS = 200


def main() -> None:
    """Print a row for each size and question."""
    for line in table(measured()):
        print(line, flush=True)


def measured() -> Iterator[Beside]:
    """Shortages, *why not*, and how firm the suggestions are."""
    for n, m in SHORT:
        yield shortages(n, m)
    for n, m, slack, pairs in ASKED:
        yield questions(in_hand(n, m, slack), pairs)
    for n, m in DRAWN:
        yield draws(in_hand(n, m))


def shortages(n: int, m: int) -> Beside:
    """The bottleneck of every case that stays without a place."""
    roster = generate(municipality="farsund", cases=n, coordinators=m, seed=1, on=ON, slack=0.8)
    problem = pose(roster, load("farsund")).problem
    plan = problem.starting_plan(tuple((i,) for i in range(problem.shape[0])))
    alone = [i for i in np.flatnonzero(plan == UNPLACED).tolist() if problem.allowed[i].any()]
    began = process_time()
    found = sum(shortage(problem, plan, case) is not None for case in alone)
    question = f"knapphet, {found} med flaskehals"
    return Beside(f"farsund {n} × {m}", question, len(alone), process_time() - began)


def in_hand(n: int, m: int, slack: float = 1.1) -> SolvedRound:
    """A solved round."""
    roster = generate(municipality="farsund", cases=n, coordinators=m, seed=1, on=ON, slack=slack)
    return solve(RoundRequest(roster, load("farsund")))


def questions(round_: SolvedRound, count: int) -> Beside:
    """One exact *why not* of random pairs, beside solving the round again with the lock."""
    problem, rng = round_.problem, np.random.default_rng(0)
    pairs = rng.permutation(np.argwhere(problem.allowed))[:count].tolist()
    asked, again, same, exact = [], [], 0, 0
    for i, j in pairs:
        ids = problem.case_ids[i], problem.coordinator_ids[j]
        began = process_time()
        told = why_not(round_, *ids, thoroughly=True)
        asked.append(process_time() - began)
        began = process_time()
        forced = solve_round(problem.with_lock(i, j), round_.limits)
        again.append(process_time() - began)
        if told.consequence is not None:
            exact += told.consequence.exact
            lost = _lost(round_, forced)
            said = [round(each, 6) for each in told.consequence.loss]
            same += lost == said if told.consequence.exact else lost <= said
    n, m = problem.shape
    middle, most = (seconds(each) for each in (median(asked), max(asked)))
    return Beside(
        f"farsund {n} × {m}",
        f"hvorfor ikke, {exact} nøyaktig; midterste {middle}, lengste {most}",
        len(pairs),
        sum(asked),
        sum(again) / len(again),
        same,
        len(pairs),
    )


def _lost(round_: SolvedRound, forced: Solved) -> list[float]:
    values = {tier.goal.id: tier.value / tier.goal.scale for tier in forced.tiers}
    now = {t.goal.id: t.value / t.goal.scale for t in round_.consequences.tiers}
    return [round(values[id_] - value, 6) for id_, value in now.items()]


def draws(round_: SolvedRound) -> Beside:
    """How firm every suggestion is."""
    began = process_time()
    told = firmness(round_, {}, draws=DRAWS)
    n, m = round_.problem.shape
    question = f"hvor sikkert, {len(told)} forslag, trekninger"
    return Beside(f"farsund {n} × {m}", question, DRAWS, process_time() - began)


if __name__ == "__main__":
    main()
