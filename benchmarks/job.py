"""What is to be measured, and what was: a job, and the line that is kept of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

TOO_LATE, FAILED = "avbrutt: svarte ikke i tide", "feilet"
"""How the fault of a measurement begins."""


BUSY = 0.05
"""A part of the machine."""


class Suite(StrEnum):
    """What kind of task a job is."""

    TIERS = "tiers"
    """A municipal round, all goals in order."""
    FIT = "fit"
    """A municipal round, the goal of fit alone."""
    PUBLISHED = "published"
    """A published generalized-assignment instance."""
    OVER_TIME = "over_time"
    """The goal of fit alone, stopped after so many seconds, for the picture."""
    STAGES = "stages"
    """A whole ``matcher round``, stage by stage."""


@dataclass(frozen=True)
class Job:
    """One engine on one task, with so many seconds."""

    suite: Suite
    instance: str
    engine: str
    limit_s: float


@dataclass(frozen=True)
class Reached:
    """What a plan reaches of one goal, and a lower bound with the goals above held as reached."""

    goal: str
    value: int | None
    bound: int | None

    @property
    def is_proven(self) -> bool:
        """Whether no plan can be better."""
        return self.value is not None and self.value == self.bound


@dataclass(frozen=True)
class Stage:
    """A part of a round: the time it took by itself, and the most memory in use meanwhile."""

    name: str
    seconds: float
    peak_mib: float | None
    cpu_s: float | None = None
    """Of all threads, and of the processes that were begun and are over."""


@dataclass(frozen=True)
class Measured:
    """What a job came to.

    ``fault`` says why there is no answer; then ``reached`` and ``stages`` are empty.
    """

    job: Job
    reached: tuple[Reached, ...] = ()
    stages: tuple[Stage, ...] = ()
    fault: str | None = None
    seconds: float = 0.0
    """Of the clock, from the task at hand to the answer."""
    cpu_s: float = 0.0
    """Of all threads."""
    peak_mib: float | None = None
    task: str = ""
    """The task's fingerprint: answers to different tasks aren't set beside each other."""
    code: str = ""
    """The fingerprint of what answered."""
    load_before: float | None = None
    """The machine's load average as the job began."""
    is_old: bool = False
    """Whether other code answered than what is here now; found when it is read."""
    others: float | None = None
    """The part of the machine (0–1) that went to anybody else meanwhile."""

    @property
    def in_company(self) -> bool:
        """Whether others had so much of the machine that the times aren't to be trusted."""
        return self.others is not None and self.others > BUSY

    @property
    def has_failed(self) -> bool:
        """Whether something went wrong, which may go better another time."""
        return self.fault is not None and self.fault.startswith(FAILED)

    def supersedes(self, other: Measured | None) -> bool:
        """Whether this, which has no answer, tells more of its job than an earlier measurement."""
        if other is None or other.fault is not None:
            return True
        return not self.has_failed and self.code != other.code

    @property
    def is_proven(self) -> bool:
        """Whether every goal is."""
        return bool(self.reached) and all(one.is_proven for one in self.reached)

    def as_line(self) -> str:
        """The line that is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_line(cls, line: str) -> Measured:
        """What a line holds."""
        told = json.loads(line)
        job = told.pop("job")
        reached = tuple(Reached(**one) for one in told.pop("reached"))
        stages = tuple(Stage(**one) for one in told.pop("stages"))
        return cls(Job(**{**job, "suite": Suite(job["suite"])}), reached, stages, **told)


@dataclass(frozen=True)
class Kept:
    """The measurements of a folder: a line each in ``measured.jsonl``, so nothing is lost."""

    folder: Path

    @property
    def _file(self) -> Path:
        return self.folder / "measured.jsonl"

    def __iter__(self) -> Iterator[Measured]:
        for line in self._text().splitlines():
            with suppress(json.JSONDecodeError):  # a line that was broken off says nothing
                yield Measured.of_line(line)

    def _text(self) -> str:
        return self._file.read_text(encoding="utf-8") if self._file.exists() else ""

    def newest(self) -> dict[Job, Measured]:
        """The last measurement of each job.

        What the same code failed at doesn't hide its answer; that newer code was too late, does.
        """
        newest: dict[Job, Measured] = {}
        for one in self:
            if one.fault is None or one.supersedes(newest.get(one.job)):
                newest[one.job] = one
        return newest

    def add(self, measured: Measured) -> None:
        """Keep one more."""
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._text()
        is_broken_off = before != "" and not before.endswith("\n")
        with self._file.open("a", encoding="utf-8") as file:
            file.write(("\n" if is_broken_off else "") + measured.as_line() + "\n")


def unmeasured(
    jobs: Iterable[Job], kept: Mapping[Job, Measured], code_of: Callable[[Job], str]
) -> list[Job]:
    """The jobs to do, in their order: those never done, then those that older code answered.

    What failed is tried again; what wasn't over in time is not, until there is other code.
    """
    asked = list(jobs)
    new = [job for job in asked if job not in kept or kept[job].has_failed]
    old = [job for job in asked if job not in new and kept[job].code != code_of(job)]
    return new + old
