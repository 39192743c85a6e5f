"""Published generalized-assignment instances: ours beside plain HiGHS and plain CP-SAT.

    python -m benchmarks.gap.run FOLDER [--seconds 60] [--engines ours,highs,cpsat] [--only d10100]

FOLDER holds the instances in OR-Library's format (agents and jobs, then costs and weights a row
an agent, then capacities; costs are minimised and every job is assigned) and, beside them,
``best_known.csv``. Every engine gets the same time and the same machine; prints one row each.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.engines import ENGINES
from matcher.optimizer.program import Expression, Program


def read(path: Path) -> Program:
    numbers = np.array(path.read_text(encoding="utf-8").split(), dtype=np.int64)
    agents, jobs = (int(number) for number in numbers[:2])
    size = agents * jobs
    cost, weight = (
        numbers[start : start + size].reshape(agents, jobs).T.copy() for start in (2, 2 + size)
    )
    return Program(
        open=np.ones((jobs, agents), np.bool_),
        may_stay_unplaced=np.zeros(jobs, np.bool_),
        workload=weight,
        capacity=numbers[2 + 2 * size : 2 + 2 * size + agents],
        objective=Expression(cost, np.zeros(jobs, np.int64), np.zeros(0, np.int64)),
    )


def instances(folder: Path, only: str) -> Iterator[tuple[Path, int]]:
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if any(part in row["path"] for part in only.split(",")):
                yield folder / row["path"], int(row["best_known"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--engines", default="ours,highs,cpsat")
    parser.add_argument("--only", default="", help="parts of instance names, with commas")
    asked = parser.parse_args()
    print(f"{'instance':22} {'best':>7} {'engine':6} {'value':>7} {'bound':>7} {'s':>6} {'gap':>8}")
    for path, best in instances(asked.folder, asked.only):
        program = read(path)
        for engine in asked.engines.split(","):
            started = time.perf_counter()
            result = ENGINES[engine](program, asked.seconds)
            seconds = time.perf_counter() - started
            gap = "-" if result.value is None else f"{(result.value - best) / best:.3%}"
            name = "/".join(path.parts[-2:])
            print(
                f"{name:22} {best:7} {engine:6} {result.value!s:>7} {result.bound!s:>7} "
                f"{seconds:6.1f} {gap:>8}",
                flush=True,
            )


if __name__ == "__main__":
    main()
