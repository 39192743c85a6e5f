"""One job in a process of its own, so that nothing but the job is measured.

    python -m benchmarks.one FOLDER PUBLISHED JOB

Prints the measurement as a line. What the process needs is loaded, and the engine has answered a
toy before the clock begins: nobody runs one round an import.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.engines import ENGINES, Result
from benchmarks.instances import Municipal, fingerprint, fit_alone, published
from benchmarks.job import Job, Measured, Reached, Stage, Suite
from benchmarks.ladder import Disagrees, climb
from benchmarks.machine import fingerprint_of, forget_peak, own_s, peak_mib
from benchmarks.stages import staged, start_up
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import UNPLACED, Program

TOY = Municipal(6, 4, "tight", 1)


def measured(job: Job, folder: Path, published_folder: Path | None) -> Measured:
    """Do a job. Raises ``Disagrees`` where a plan isn't what the engine says."""
    if job.suite is Suite.STAGES:
        done = _timed(job, "", lambda: Measured(job, stages=_whole(job)))
        peaks = [stage.peak_mib for stage in done.stages if stage.peak_mib is not None]
        spent = sum(stage.seconds for stage in done.stages)
        return replace(done, seconds=round(spent, 3), peak_mib=max(peaks, default=None))
    task = _task(job, folder, published_folder)
    _answered(job, _toy(job.suite))
    return _timed(job, fingerprint(task), lambda: Measured(job, reached=_answered(job, task)))


def _timed(job: Job, task: str, work: Callable[[], Measured]) -> Measured:
    forget_peak()
    began, cpu_began = time.perf_counter(), own_s()
    done = work()
    return Measured(
        job,
        done.reached,
        done.stages,
        seconds=round(time.perf_counter() - began, 3),
        cpu_s=round(own_s() - cpu_began, 3),
        peak_mib=peak_mib(),
        task=task,
        code=fingerprint_of(job.engine, job.suite),
    )


def _whole(job: Job) -> tuple[Stage, ...]:
    return (start_up(), *staged(job.instance))


def _task(job: Job, folder: Path, published_folder: Path | None) -> Problem | Program:
    if job.suite is Suite.PUBLISHED and published_folder is not None:
        return published(published_folder / job.instance)
    problem = Municipal.named(job.instance).problem(folder / "instances")
    return problem if job.suite is Suite.TIERS else fit_alone(problem)


def _toy(suite: Suite) -> Problem | Program:
    problem = TOY.problem()
    return problem if suite is Suite.TIERS else fit_alone(problem)


def _answered(job: Job, task: Problem | Program) -> tuple[Reached, ...]:
    if isinstance(task, Problem):
        return climb(task, job.engine, job.limit_s)
    result = ENGINES[job.engine](task, job.limit_s, None)
    agree(task, result)
    return (Reached("fit", result.value, result.bound),)


def agree(program: Program, result: Result) -> None:
    """Read a plan in plain numpy: it keeps the hours and is worth what is said of it."""
    if result.plan is None:
        return
    placed = np.flatnonzero(result.plan != UNPLACED)
    alone = np.flatnonzero(result.plan == UNPLACED)
    carried = np.zeros_like(program.capacity)
    np.add.at(carried, result.plan[placed], program.workload[placed, result.plan[placed]])
    worth = int(program.objective.pair[placed, result.plan[placed]].sum())
    worth += int(program.objective.unplaced[alone].sum())
    is_open = program.open[placed, result.plan[placed]].all()
    if not is_open or not program.may_stay_unplaced[alone].all():
        raise Disagrees("a choice that isn't open")
    if (carried > program.capacity).any():
        raise Disagrees("more hours than there are")
    if worth != result.value:
        raise Disagrees(f"{result.value} is measured as {worth}")


def main() -> None:
    """Do the job that is named, and print what it came to."""
    folder, published_folder, asked = sys.argv[1:]
    told = json.loads(asked)
    job = Job(**{**told, "suite": Suite(told["suite"])})
    where = Path(published_folder) if published_folder else None
    print(measured(job, Path(folder), where).as_line())


if __name__ == "__main__":
    main()
