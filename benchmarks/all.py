"""Measures what hasn't been measured yet, and writes RESULTS.md anew from all that has.

    python -m benchmarks.all [--published FOLDER] [--budget-minutes 40] [--sizes 55x24 300x80]
                             [--seeds 1 2 3] [--suites tiers fit] [--engines ours highs]
                             [--seconds 60] [--only-report]

FOLDER holds published instances and their ``best_known.csv``. Each measurement is done in a process
of its own and kept at once, so that what is stopped goes on where it was; what older code answered
is measured again. Leave the machine alone meanwhile: how much of it went to others is told.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.engines import ENGINES
from benchmarks.instances import known
from benchmarks.job import FAILED, TOO_LATE, Job, Kept, Measured, Suite, unmeasured
from benchmarks.machine import busy_s, fingerprint_of, load, own_s
from benchmarks.order import SEEDS, SIZES, Wanted, jobs, most_s, size_of
from benchmarks.report import grouped, written
from benchmarks.side_by_side import disagreements

HERE = Path(__file__).parent
GRACE_S = 120.0
"""An engine may be so late: making the task, and solvers that look at the clock too seldom."""


def main() -> None:
    """Measure within the budget, then write."""
    given = _given()
    kept = Kept(given.kept)
    told = tuple(known(given.published)) if given.published else ()
    if not given.only_report:
        wanted = Wanted(
            tuple(given.sizes),
            tuple(given.seeds),
            tuple(given.suites),
            tuple(given.engines),
            given.seconds,
        )
        todo = unmeasured(jobs(wanted, told), kept.newest(), _code)
        _measure(todo, kept, given.published, time.monotonic() + 60 * given.budget_minutes)
    newest = [_marked(one) for one in kept.newest().values()]
    given.out.write_text(written(newest, told, given.out.parent), encoding="utf-8")
    print(f"Skrev {given.out.name}")
    if wrong := [one for groups in grouped(newest, told) for one in disagreements(groups)]:
        sys.exit("\n".join(("Ulike beviste verdier:", *wrong)))


def _given() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("--published", type=Path)
    words.add_argument("--budget-minutes", type=float, default=float("inf"))
    words.add_argument("--sizes", nargs="+", type=size_of, default=SIZES)
    words.add_argument("--seeds", nargs="+", type=int, default=SEEDS)
    words.add_argument("--suites", nargs="+", type=Suite, default=tuple(Suite))
    words.add_argument("--engines", nargs="+", choices=ENGINES, default=tuple(ENGINES))
    words.add_argument("--seconds", type=float, default=60.0)
    words.add_argument("--only-report", action="store_true")
    words.add_argument("--kept", type=Path, default=HERE / "results")
    words.add_argument("--out", type=Path, default=HERE / "RESULTS.md")
    return words.parse_args()


def _code(job: Job) -> str:
    return fingerprint_of(job.engine, job.suite)


def _marked(measured: Measured) -> Measured:
    """Whether the code that answered is the code that is here."""
    return replace(measured, is_old=measured.code != _code(measured.job))


def _measure(todo: list[Job], kept: Kept, published: Path | None, end: float) -> None:
    for number, job in enumerate(todo, 1):
        if time.monotonic() + most_s(job) > end:
            continue
        measured = measure(job, kept.folder, published)
        kept.add(measured)
        print(f"{number}/{len(todo)} {_said(measured)}", flush=True)


def measure(job: Job, folder: Path, published: Path | None) -> Measured:
    """Do a job in a process of its own; one that can't be ended by its clock is ended."""
    asked = json.dumps(asdict(job))
    where = "" if published is None else str(published)
    load_before, busy, own, began = load(), busy_s(), own_s(), time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.one", str(folder), where, asked],
            capture_output=True,
            text=True,
            check=True,
            timeout=most_s(job) + GRACE_S,
        )
        measured = Measured.of_line(done.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired:
        measured = Measured(job, fault=TOO_LATE, seconds=most_s(job), code=_code(job))
    except subprocess.CalledProcessError as fault:
        measured = Measured(job, fault=f"{FAILED}: {_kind(fault.stderr)}", code=_code(job))
    others = None
    if busy is not None and (busy_after := busy_s()) is not None:
        cores_s = max(1e-6, time.monotonic() - began) * (os.cpu_count() or 1)
        others = round(max(0.0, busy_after - busy - (own_s() - own)) / cores_s, 3)
    return replace(measured, load_before=load_before, others=others)


def _kind(told: str | None) -> str:
    """What went wrong, without the words around it: they may name folders of this machine."""
    last = (told or "").strip().splitlines()[-1:]
    return last[0].split(":")[0] if last else "uten melding"


def _said(measured: Measured) -> str:
    job = measured.job
    told = measured.fault or ", ".join(_reached(measured)) or "målt"
    return f"{job.suite} {job.instance} {job.engine}: {told} ({measured.seconds:.1f} s)"


def _reached(measured: Measured) -> Iterable[str]:
    for one in measured.reached:
        if not one.is_proven:
            yield f"{one.goal} {one.value} (grense {one.bound})"
    if measured.is_proven:
        yield f"bevist {measured.reached[-1].value}"


if __name__ == "__main__":
    main()
