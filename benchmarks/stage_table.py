"""The table of where the time of a round goes, at each size, and how each stage grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

from benchmarks.job import Measured, Stage
from benchmarks.order import pairs, size_of
from benchmarks.side_by_side import NOT_RUN, marks, number
from benchmarks.stages import ORDER

WIDTH = 24
SHORT_S = 0.05
"""A stage that is shorter at both sizes says nothing of how it grows."""


def table(by_size: Mapping[str, Measured], sizes: tuple[str, ...]) -> Iterator[str]:
    """A block for each size: stage, seconds, share as a bar, memory, and growth from the last."""
    before: tuple[str, Measured] | None = None
    for size in sizes:
        measured = by_size.get(size)
        yield ""
        if measured is None or not measured.stages:
            yield f"**{_times(size)}**: {NOT_RUN if measured is None else measured.fault}"
            continue
        peak = "" if measured.peak_mib is None else f", høyst {number(measured.peak_mib, 0)} MiB"
        yield f"**{_times(size)}**{marks([measured])}: {number(measured.seconds)} s{peak}"
        yield ""
        yield from _block(size, measured, before)
        before = (size, measured)


def _block(size: str, measured: Measured, before: tuple[str, Measured] | None) -> Iterator[str]:
    grew = "vekst" if before is None else f"vekst fra {_times(before[0])}"
    yield f"| steg | s | | CPU s | MiB | {grew} |"
    yield "|---|--:|:--|--:|--:|--:|"
    stages = {stage.name: stage for stage in measured.stages}
    longest = max(stage.seconds for stage in measured.stages)
    earlier = {} if before is None else {stage.name: stage for stage in before[1].stages}
    for name in ORDER:
        if name in stages:
            stage = stages[name]
            bar = "█" * round(WIDTH * stage.seconds / max(longest, 1e-9))
            peak = "–" if stage.peak_mib is None else number(stage.peak_mib, 0)
            power = growth(earlier.get(name), stage, before[0] if before else size, size)
            told = "–" if power is None else number(power)
            cpu = "–" if stage.cpu_s is None else number(stage.cpu_s, 2)
            times = f"{number(stage.seconds, 2)} | {bar} | {cpu}"
            yield f"| {name} | {times} | {peak} | {told} |"


def growth(first: Stage | None, then: Stage, first_size: str, size: str) -> float | None:
    """The power of the number of pairs that a stage's time grows with, from one size to another.

    1 is in proportion to the pairs; ``None`` where the stage is too short to say.
    """
    if first is None or max(first.seconds, then.seconds) < SHORT_S or first.seconds <= 0:
        return None
    wider = pairs(size) / pairs(first_size)
    return None if wider == 1 else log(max(then.seconds, 1e-4) / first.seconds) / log(wider)


def _times(size: str) -> str:
    cases, coordinators = size_of(size)
    return f"{number(cases, 0)} × {number(coordinators, 0)}"
