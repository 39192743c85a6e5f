"""Where the time and the memory go in a whole ``matcher round``, stage by stage.

The program isn't changed for it: for as long as a measurement lasts, the doors between its parts
are exchanged for ones with a clock. A stage has the time that is its own, without the stages inside
it, and the most memory in use meanwhile. Where a small round is proven in processes side by side,
their memory isn't counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from benchmarks.instances import ON, PROFILE
from benchmarks.job import Stage
from benchmarks.machine import forget_peak, own_s, peak_mib
from matcher.cli import start
from matcher.exchange.roster_writing import write_roster
from matcher.sample import generate

START, READ, POSE, RULES, CRITERIA = "oppstart", "lesing", "roller og timer", "regler", "kriterier"
PLACE, SIBLINGS, POOR, FIT, LOAD, DRAW = (
    "trinn: hvem får",
    "trinn: søsken",
    "trinn: svak egnethet",
    "trinn: samlet egnethet",
    "trinn: jevn fordeling",
    "trinn: loddtrekning",
)
DRAFT, CHECK, EFFECTS, CERTIFICATE, WORDS, WRITE, REST = (
    "utkast mellom trinnene",
    "kontroll",
    "konsekvenser",
    "sertifikat",
    "begrunnelser",
    "skriving",
    "annet",
)
TIERS = {
    "no_gap": PLACE,
    "place": PLACE,
    "waiting": PLACE,
    "siblings": SIBLINGS,
    "poor": POOR,
    "total": FIT,
    "even": LOAD,
    "draw": DRAW,
}
"""By how a goal's id begins, and its module's name."""
ORDER = (
    *(START, READ, POSE, RULES, CRITERIA),
    *(DRAFT, PLACE, SIBLINGS, POOR, FIT, LOAD, DRAW),
    *(CHECK, EFFECTS, CERTIFICATE, WORDS, WRITE, REST),
)
DOORS = (
    ("matcher.services.data", "read_path", READ),
    ("matcher.explain.solved_round", "pose", POSE),
    ("matcher.optimizer.pose", "evaluate_rules", RULES),
    ("matcher.optimizer.pose", "evaluate_criteria", CRITERIA),
    ("matcher.explain.solved_round", "solve_round", DRAFT),
    ("matcher.explain.solved_round", "check", CHECK),
    ("matcher.services.rounds", "faults", CHECK),
    ("matcher.explain.answer", "ranked_all", EFFECTS),
    ("matcher.explain.answer", "certify", CERTIFICATE),
    ("matcher.services.rounds", "answer", WORDS),
    ("matcher.services.rounds", "round_files", WRITE),
    ("matcher.cli.commands", "write_folder", WRITE),
    ("matcher.cli.output", "say_plan", WRITE),
)
GOALS = "matcher.optimizer.goals"
GOAL_MODULES = (
    *("no_gap", "place_with_claim", "waiting", "siblings_together"),
    *("poor_fit", "total_fit", "even_load", "draw"),
)
SOLVES = (("matcher.optimizer.climbing", "best"), ("matcher.optimizer.solve", "most_placed"))
Work = Callable[..., Any]


def tier(goal: str) -> str:
    """The stage of a goal, by its id or its module's name."""
    return next(stage for begins, stage in TIERS.items() if goal.startswith(begins))


@dataclass
class Clock:
    """The stages that are open, innermost last, and what each has taken so far."""

    seconds: dict[str, float] = field(default_factory=dict)
    cpu_s: dict[str, float] = field(default_factory=dict)
    peaks_mib: dict[str, float] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0
    _cpu_since: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What is done inside belongs to ``name``, but for the stages inside it."""
        self._leave()
        self._open.append(name)
        self._enter()
        try:
            yield
        finally:
            self._leave()
            self._open.pop()
            self._enter()

    def _enter(self) -> None:
        forget_peak()
        self._since, self._cpu_since = time.perf_counter(), own_s()

    def _leave(self) -> None:
        if self._open:
            name, peak = self._open[-1], peak_mib()
            spent = time.perf_counter() - self._since
            self.seconds[name] = self.seconds.get(name, 0.0) + spent
            self.cpu_s[name] = self.cpu_s.get(name, 0.0) + own_s() - self._cpu_since
            if peak is not None:
                self.peaks_mib[name] = max(self.peaks_mib.get(name, 0.0), peak)

    def told(self) -> tuple[Stage, ...]:
        """Every stage that took part, in the order of a round."""
        return tuple(
            Stage(
                name,
                round(self.seconds[name], 4),
                self.peaks_mib.get(name),
                round(self.cpu_s[name], 4),
            )
            for name in ORDER
            if name in self.seconds
        )


def _clocked(clock: Clock, name: Callable[..., str], work: Work) -> Work:
    @wraps(work)
    def done(*given: Any, **named: Any) -> Any:
        with clock.stage(name(*given, **named)):
            return work(*given, **named)

    return done


def _doors() -> Iterator[tuple[Any, str, Callable[..., str]]]:
    """Module, name, and what to call the stage when it is gone through."""
    for module, name, stage in DOORS:
        yield import_module(module), name, lambda *_, stage=stage, **__: stage
    for module in GOAL_MODULES:
        for name in ("post", "measure"):
            yield import_module(f"{GOALS}.{module}"), name, lambda *_, of=module, **__: tier(of)
    for module, name in SOLVES:
        yield import_module(module), name, lambda _, goal, *__: tier(goal.id)


@contextmanager
def clocked(clock: Clock) -> Iterator[None]:
    """While this lasts, the parts are timed. Raises ``AttributeError`` where a door is gone."""
    patches = [
        patch.object(module, name, _clocked(clock, stage, getattr(module, name)))
        for module, name, stage in _doors()
    ]
    try:
        for one in patches:
            one.start()
        yield
    finally:
        for one in patches:
            one.stop()


def staged(size: str, seed: int = 1) -> tuple[Stage, ...]:
    """Run a whole ``matcher round`` on a workbook of that size (``300x80``), and time its parts."""
    cases, coordinators = map(int, size.split("x"))
    with TemporaryDirectory() as folder:
        book = Path(folder, "runde.xlsx")
        book.write_bytes(
            write_roster(
                generate(
                    municipality=PROFILE,
                    cases=cases,
                    coordinators=coordinators,
                    seed=seed,
                    on=ON,
                )
            )
        )
        words = ["round", str(book), "--profile", PROFILE, "--date", f"{ON:%d.%m.%Y}"]
        clock = Clock()
        silent = redirect_stdout(StringIO()), redirect_stderr(StringIO())
        with clocked(clock), silent[0], silent[1], clock.stage(REST):
            code = start.run([*words, "--out", str(Path(folder, "svar"))])
    if code:
        raise RuntimeError(f"the round ended with {code}")
    return clock.told()


def start_up() -> Stage:
    """What it takes to load the program, with its bytecode at hand."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(2):
        began, cpu_began = time.perf_counter(), own_s()
        subprocess.run([sys.executable, "-c", "import matcher.cli.start"], env=own, check=True)
        spent, cpu = time.perf_counter() - began, own_s() - cpu_began
    return Stage(START, round(spent, 3), None, round(cpu, 3))
