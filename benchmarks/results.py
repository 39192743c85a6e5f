"""Writes benchmarks/RESULTS.md: ours beside plain CP-SAT, HiGHS and SCIP on municipal rounds.

    python -m benchmarks.results [CASES COORDINATORS ...] [--seconds 60] [--seeds 3] [--out FILE]

The tier of fit, with a heavy price for a case that nobody gets; hours are 1.15, 1.03 and 0.9 times
what is needed. Every engine gets the same seconds. CPU seconds stand beside, for a busy machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.engines import ENGINES, Result
from matcher.optimizer.goals import total_fit
from matcher.optimizer.model import Model
from matcher.optimizer.pose import pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Expression, Program
from matcher.profiles.load import load
from matcher.sample import generate

SIZES = [(55, 24), (300, 80), (1000, 200)]
SCARCITY = {"loose": 1.15, "tight": 1.03, "short": 0.9}
NOBODY = 10_000
ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Run:
    """One engine on one instance."""

    result: Result
    cpu_s: float


def instance(cases: int, coordinators: int, factor: float, seed: int) -> Program:
    """A round by the generator, with everybody's hours scaled to so much of what is needed."""
    profile = load("farsund")
    roster = generate(
        municipality="farsund", cases=cases, coordinators=coordinators, seed=seed, on=ON
    )
    problem = pose(roster, profile).problem
    return program_of(scaled(problem, factor))


def scaled(problem: Problem, factor: float) -> Problem:
    """The same round with other hours, in steps of half an hour."""
    needed = int(problem.workload.min(axis=1).sum())
    part = factor * needed / max(1, int(problem.capacity.sum()))
    capacity = (problem.capacity * part).astype(np.int64) // 50 * 50
    return replace(problem, capacity=capacity)


def program_of(problem: Problem) -> Program:
    """The tier of fit alone: each case by itself, dear to leave out."""
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    model.open &= problem.allowed
    model.capacity = problem.capacity
    fit = total_fit.post(model)
    dear = np.full(problem.shape[0], NOBODY, np.int64)
    return model.program(Expression(fit.pair, dear, fit.extra))


def run(program: Program, engine: str, seconds: float) -> Run:
    """Solve once, and the CPU seconds it took, of all threads."""
    began = time.process_time()
    result = ENGINES[engine](program, seconds)
    return Run(result, time.process_time() - began)


def gap(one: Run, bound: int) -> float:
    """How far a plan is above the best bound known, as a part of the bound."""
    return float("inf") if one.result.value is None else (one.result.value - bound) / max(1, bound)


def rows(sizes: list[tuple[int, int]], seeds: int, seconds: float) -> Iterator[str]:
    """A line of the table for each size, scarcity and engine."""
    for cases, coordinators in sizes:
        for name, factor in SCARCITY.items():
            programs = [instance(cases, coordinators, factor, seed) for seed in range(1, seeds + 1)]
            runs = {e: [run(p, e, seconds) for p in programs] for e in ENGINES}
            best = [
                max(runs[e][k].result.bound or 0 for e in ENGINES) for k in range(len(programs))
            ]
            base = max(median(one.cpu_s for one in runs["ours"]), 1e-3)
            for engine, ones in runs.items():
                cpu = median(one.cpu_s for one in ones)
                gaps = median(gap(one, bound) for one, bound in zip(ones, best, strict=True))
                proven = sum(one.result.is_proven for one in ones)
                yield (
                    f"| {cases} × {coordinators} | {name} {factor} | {engine} | {gaps:.3%} | "
                    f"{proven} of {len(ones)} | {cpu:.1f} | {cpu / base:.1f} |"
                )


def main() -> None:
    """Every size, then the file."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sizes", nargs="*", type=int)
    words.add_argument("--seconds", type=float, default=60.0)
    words.add_argument("--seeds", type=int, default=3)
    words.add_argument("--out", type=Path, default=Path(__file__).with_name("RESULTS.md"))
    given = words.parse_args()
    sizes = list(zip(given.sizes[::2], given.sizes[1::2], strict=True)) or SIZES
    lines = [
        "# Results",
        "",
        f"Python {platform.python_version()}, ortools {version('ortools')}, "
        f"numpy {version('numpy')}, {os.cpu_count()} cores, {platform.machine()}. "
        f"Each engine had {given.seconds:.0f} s of the clock; medians of {given.seeds}.",
        "",
        "Gap is from the plan to the best bound that any engine proved. Ratio is CPU seconds "
        "beside ours.",
        "",
        "| size | hours | engine | gap | proven | CPU s | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    for line in rows(sizes, given.seeds, given.seconds):
        print(line, flush=True)
        lines.append(line)
    given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
