"""How long a whole round takes, and the same instance by a plain CP-SAT model.

python -m benchmarks.rounds.run [CASES COORDINATORS ...] [--plain SECONDS]
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from benchmarks.rounds import plain
from matcher.criteria.evaluate import evaluate as evaluate_criteria
from matcher.exchange.reading import read
from matcher.exchange.roster_writing import write_roster
from matcher.explain.answer import answer
from matcher.explain.ranking import depth_for
from matcher.optimizer.check import check
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.pose import pose
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from matcher.profiles.load import load
from matcher.rules.evaluate import evaluate as evaluate_rules
from matcher.sample import generate

ON = date(2026, 11, 23)
SIZES = [(55, 24), (300, 80), (3000, 600)]
Value = TypeVar("Value")


def timed(step: str, work: Callable[[], Value]) -> Value:
    """Do a step and print what it took."""
    began = time.perf_counter()
    value = work()
    print(f"  {step:<34}{time.perf_counter() - began:8.2f} s", flush=True)
    return value


def bench(cases: int, coordinators: int, profile: str, seed: int, plain_s: float) -> None:
    """One round, step by step, and the plain model beside it."""
    print(f"{profile} {cases} × {coordinators}, frø {seed}")
    municipality = load(profile)
    roster = generate(
        municipality=profile, cases=cases, coordinators=coordinators, seed=seed, on=ON
    )
    content = write_roster(roster)
    began = time.perf_counter()
    imported = timed("lese arbeidsboka", lambda: read("runde.xlsx", content, ON))
    posed = timed("roller, regler og kriterier", lambda: pose(imported.roster, municipality))
    timed("  av dette: alle regler", lambda: evaluate_rules(posed.pairs, municipality))
    timed("  av dette: alle kriterier", lambda: evaluate_criteria(posed.pairs, municipality))
    solved = timed("planen, alle trinn", lambda: solve_round(posed.problem, Limits()))
    check(posed.problem, solved)
    consequences = Consequences(posed.problem, solved, Limits())
    timed(
        "konsekvenser og begrunnelser",
        lambda: answer(posed, solved, consequences, depth_for(posed.problem), lambda share: None),
    )
    whole = time.perf_counter() - began
    for tier in solved.tiers:
        gap = (tier.value - tier.bound) / max(1, abs(tier.value))
        print(f"    {tier.goal.id:<24}{tier.value:>10}  grense {tier.bound:>10}  avstand {gap:.2%}")
    print(f"  i alt {whole:.2f} s, {_peak_mib():.0f} MiB")
    if plain_s:
        beside = timed(
            f"enkel CP-SAT, inntil {plain_s:.0f} s", lambda: plain.solve(posed.problem, plain_s)
        )
        print(f"    {beside}")


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Every size, under one profile."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int)
    words.add_argument("--profile", default="farsund")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--plain", type=float, default=60.0)
    given = words.parse_args()
    sizes = list(zip(given.sizes[::2], given.sizes[1::2], strict=True)) or SIZES
    for cases, coordinators in sizes:
        bench(cases, coordinators, given.profile, given.seed, given.plain)


if __name__ == "__main__":
    main()
