"""The tasks that every engine gets: municipal rounds by the generator, and published ones.

A municipal instance is called ``300x80-tight-1``: cases, coordinators, how scarce hours are, and
the generator's seed. It is made once for a folder of measurements and kept there, so that every
engine gets the same one.
"""

from __future__ import annotations

import csv
import hashlib
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from matcher.optimizer.core.linear import linear_model
from matcher.optimizer.core.relaxation import relax
from matcher.optimizer.goals import total_fit
from matcher.optimizer.model import Model
from matcher.optimizer.pose import pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Expression, Extra, Program, Row
from matcher.profiles.load import load
from matcher.sample import generate

PROFILE = "farsund"
ON = date(2026, 11, 23)
SCARCITY = {"loose": 1.15, "tight": 1.03, "short": 0.9}
"""Hours there are, beside the hours needed to place everybody."""
HALF_HOUR = 50
"""Hundredths: nobody has agreed to a part of that."""
NOBODY = 10_000
"""Points: in the tier of fit alone, leaving a case out is dear."""


@dataclass(frozen=True)
class Municipal:
    """A round by the generator, with everybody's hours scaled to so much of what is needed."""

    cases: int
    coordinators: int
    scarcity: str
    seed: int

    @classmethod
    def named(cls, name: str) -> Municipal:
        """The instance of that name."""
        size, scarcity, seed = name.split("-")
        cases, coordinators = size.split("x")
        return cls(int(cases), int(coordinators), scarcity, int(seed))

    @property
    def name(self) -> str:
        return f"{self.cases}x{self.coordinators}-{self.scarcity}-{self.seed}"

    def problem(self, folder: Path | None = None) -> Problem:
        """The whole round; what the generator made is kept in ``folder``."""
        problem, needed = self._as_generated(folder)
        return scaled(problem, SCARCITY[self.scarcity], needed)

    def _as_generated(self, folder: Path | None) -> tuple[Problem, float]:
        size = f"{self.cases}x{self.coordinators}"
        kept = None if folder is None else folder / f"{size}-{self.seed}.pickle"
        if kept is not None and kept.exists():
            found: tuple[Problem, float] = pickle.loads(kept.read_bytes())
            return found
        roster = generate(
            municipality=PROFILE,
            cases=self.cases,
            coordinators=self.coordinators,
            seed=self.seed,
            on=ON,
        )
        problem = pose(roster, load(PROFILE)).problem
        made = problem, hours_needed(problem)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(made))
        return made


def hours_needed(problem: Problem) -> float:
    """The part of everybody's hours at which all cases could be placed, if cases could be split.

    More than their sum where those who may have a case are short of hours and others aren't.
    """
    n, m = problem.shape
    part = 1_000
    nobody_may = np.array([not may.any() for may in problem.allowed])
    rows = tuple(
        Row(
            case=(cases := np.flatnonzero(problem.allowed[:, j])),
            coordinator=np.full(len(cases), j),
            coefficient=problem.workload[cases, j] * part,
            extra=np.zeros(1, np.int64),
            extra_coefficient=-problem.capacity[[j]],
            lower=None,
            upper=0,
        )
        for j in range(m)
    )
    nothing = np.zeros(n, np.int64)
    program = Program(
        open=problem.allowed,
        may_stay_unplaced=nobody_may,
        workload=np.zeros((n, m), np.int64),
        capacity=np.zeros(m, np.int64),
        objective=Expression(np.zeros((n, m), np.int64), nothing, np.ones(1, np.int64)),
        rows=rows,
        extras=(Extra(0, 10 * part, is_integer=False),),
    )
    relaxation = relax(linear_model(program))
    if relaxation is None:
        raise ArithmeticError("hours needed: no answer from the solver of linear programs")
    return relaxation.objective / part


def scaled(problem: Problem, factor: float, needed: float) -> Problem:
    """The same round with ``factor`` of the hours ``needed``, shared as before, in half hours.

    What rounding down leaves over goes to those who lost most by it, so that the sum is kept.
    """
    half_hours = problem.capacity * (factor * needed) / HALF_HOUR
    whole = half_hours.astype(np.int64)
    over = round(float(half_hours.sum())) - int(whole.sum())
    whole[np.argsort(whole - half_hours, kind="stable")[:over]] += 1
    capacity = whole * HALF_HOUR
    return replace(
        problem, capacity=capacity, allowed=problem.allowed & (problem.workload <= capacity)
    )


def fit_alone(problem: Problem) -> Program:
    """The tier of fit alone: each case by itself, dear to leave out."""
    model = Model.of(problem, tuple((i,) for i in range(problem.shape[0])))
    model.open &= problem.allowed
    model.capacity = problem.capacity
    fit = total_fit.post(model)
    dear = np.full(problem.shape[0], NOBODY, np.int64)
    return model.program(Expression(fit.pair, dear, fit.extra))


def published(path: Path) -> Program:
    """An instance in OR-Library's format.

    Agents and jobs, then costs and weights a row an agent, then capacities; costs are minimised
    and every job is assigned.
    """
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


@dataclass(frozen=True)
class Known:
    """A line of ``best_known.csv``: a published instance and the best value anybody has found."""

    name: str
    agents: int
    jobs: int
    value: int


def known(folder: Path) -> Iterator[Known]:
    """The published instances of a folder, smallest first."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        found = [
            Known(row["path"], int(row["agents"]), int(row["jobs"]), int(row["best_known"]))
            for row in csv.DictReader(file)
        ]
    yield from sorted(found, key=lambda one: (one.agents * one.jobs, one.name))


def fingerprint(task: Problem | Program) -> str:
    """The same for the same numbers, so that nobody compares answers to different tasks."""
    told = hashlib.sha256()
    objective = (task.fit,) if isinstance(task, Problem) else (task.objective.pair,)
    allowed = task.allowed if isinstance(task, Problem) else task.open
    for array in (allowed, task.workload, task.capacity, *objective):
        told.update(np.ascontiguousarray(array).tobytes())
    return told.hexdigest()[:12]
