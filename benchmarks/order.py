"""What is worth measuring, the most telling first, so that a short budget is well spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.engines import ENGINES
from benchmarks.instances import SCARCITY, Known, Municipal
from benchmarks.job import Job, Suite

SIZES = ((300, 80), (55, 24), (1_000, 200), (3_000, 600))
"""The size that most is said of stands first."""
SEEDS = (1, 2, 3)
NO_CLOCK = 0.0
"""Seconds of a job that ends when its work is done: our whole round."""
MEDIUM_PAIRS, MEDIUM_AT_MOST_S, LARGE_AT_MOST_S = 24_000, 240.0, 600.0
"""So long is a job without a clock waited for, by its size."""
MOMENTS_S = (1.0, 2.0, 5.0, 10.0, 20.0, 40.0)
"""When an engine is stopped, for the picture of gap over time; and at the limit of the rest."""
PICTURED = ((300, 80), (1_000, 200))
SMALL_PUBLISHED = 1_000
"""10 agents × 100 jobs."""


@dataclass(frozen=True)
class Wanted:
    """Which sizes, seeds, suites and engines, and the seconds each engine has."""

    sizes: tuple[tuple[int, int], ...] = SIZES
    seeds: tuple[int, ...] = SEEDS
    suites: tuple[Suite, ...] = tuple(Suite)
    engines: tuple[str, ...] = tuple(ENGINES)
    limit_s: float = 60.0


def jobs(wanted: Wanted, known: Iterable[Known]) -> list[Job]:
    """Every job that is wanted, in order of worth, each once."""
    told = [*known]
    small = [one for one in told if one.agents * one.jobs <= SMALL_PUBLISHED]
    first, later = wanted.sizes[:1], wanted.sizes[1:]
    ordered = (
        *_stages(wanted, first),
        *_rounds(wanted, Suite.TIERS, first, wanted.seeds[:1]),
        *_published(wanted, small),
        *_rounds(wanted, Suite.FIT, first, wanted.seeds[:1]),
        *_stages(wanted, later),
        *_over_time(wanted),
        *_rounds(wanted, Suite.TIERS, later, wanted.seeds[:1]),
        *_rounds(wanted, Suite.TIERS, first, wanted.seeds[1:]),
        *_published(wanted, told),
        *_rounds(wanted, Suite.FIT, later, wanted.seeds[:1]),
        *_rounds(wanted, Suite.TIERS, later, wanted.seeds[1:]),
        *_rounds(wanted, Suite.FIT, wanted.sizes, wanted.seeds[1:]),
    )
    return [job for job in dict.fromkeys(ordered) if job.suite in wanted.suites]


def _rounds(
    wanted: Wanted, suite: Suite, sizes: Iterable[tuple[int, int]], seeds: Iterable[int]
) -> Iterator[Job]:
    for seed in seeds:
        for cases, coordinators in sizes:
            for scarcity in SCARCITY:
                name = Municipal(cases, coordinators, scarcity, seed).name
                for engine in wanted.engines:
                    has_clock = suite is Suite.FIT or engine != "ours"
                    yield Job(suite, name, engine, wanted.limit_s if has_clock else NO_CLOCK)


def _published(wanted: Wanted, known: Iterable[Known]) -> Iterator[Job]:
    for one in known:
        for engine in wanted.engines:
            yield Job(Suite.PUBLISHED, one.name, engine, wanted.limit_s)


def _stages(wanted: Wanted, sizes: Iterable[tuple[int, int]]) -> Iterator[Job]:
    if "ours" in wanted.engines:
        for cases, coordinators in sizes:
            yield Job(Suite.STAGES, f"{cases}x{coordinators}", "ours", NO_CLOCK)


def _over_time(wanted: Wanted) -> Iterator[Job]:
    for size in PICTURED:
        if size in wanted.sizes:
            name = Municipal(*size, "tight", 1).name
            for moment_s in (*(m for m in MOMENTS_S if m < wanted.limit_s), wanted.limit_s):
                for engine in wanted.engines:
                    yield Job(Suite.OVER_TIME, name, engine, moment_s)


def most_s(job: Job) -> float:
    """As long as a job may take; what has no clock of its own is given one by its size."""
    if job.limit_s != NO_CLOCK:
        return job.limit_s
    size = job.instance.split("-")[0]
    is_large = pairs(size) > MEDIUM_PAIRS
    return LARGE_AT_MOST_S if is_large else MEDIUM_AT_MOST_S


def size_of(name: str) -> tuple[int, int]:
    """Cases and coordinators of a size as it is named: ``300x80``."""
    cases, coordinators = map(int, name.split("x"))
    return cases, coordinators


def pairs(size: str) -> int:
    """Cases × coordinators of a size as it is named."""
    cases, coordinators = size_of(size)
    return cases * coordinators
