"""What the measurements say side by side: who proved, who found the best plan, and how fast.

A table says nothing of what wasn't measured but that it wasn't.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.job import Measured

NOT_RUN, NO_ANSWER = "ikke kjørt", "uten svar"
NAMES = {"ours": "vår", "cpsat": "CP-SAT", "highs": "HiGHS", "scip": "SCIP"}
HARDLY_S = 0.5
"""Below this, who is faster says more of the machine than of the engine."""
SLOWER = 1.1

Runs = Mapping[str, Measured]
"""The measurements of one task, by engine."""


@dataclass(frozen=True)
class Group:
    """Tasks of a kind: what they are called, how many there are, and what was measured of each."""

    kind: str
    name: str
    instances: tuple[str, ...]
    runs: Mapping[str, Runs]
    """By instance."""
    known: Mapping[str, int]
    """The best known value of an instance, where others have found one."""

    @property
    def is_run(self) -> bool:
        """Whether anything at all was measured."""
        return any(self.runs.get(name) for name in self.instances)

    def tasks(self) -> Iterator[tuple[str, Runs]]:
        """Each instance that anything was measured on, and what."""
        return ((name, self.runs[name]) for name in self.instances if self.runs.get(name))

    def of(self, engine: str) -> list[tuple[str, Measured]]:
        """Each instance that an engine was measured on."""
        return [(name, runs[engine]) for name, runs in self.tasks() if engine in runs]


def number(value: float, decimals: int = 1) -> str:
    """A number as Norwegians write it."""
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")


def percent(part: float | None) -> str:
    """A part as percent; a dash where it isn't known."""
    return "–" if part is None else f"{number(100 * part, 2)} %"


def values(measured: Measured) -> tuple[float, ...]:
    """What a plan reaches of every goal; nothing is worse than no plan."""
    return tuple(float("inf") if r.value is None else float(r.value) for r in measured.reached)


def best_values(runs: Runs) -> tuple[float, ...]:
    """What the best plan that any engine found reaches."""
    found = [values(one) for one in runs.values() if one.reached]
    return min(found, default=())


def gap(measured: Measured, runs: Runs, known: int | None) -> float | None:
    """How far a plan may be from the best, at most; ``None`` where nothing is known.

    From the best known value, or else, with one goal, from the best bound that any engine has;
    with several, the widest of its own gaps, each with the goals above it held.
    """
    if not measured.reached or any(one.value is None for one in measured.reached):
        return None
    if len(measured.reached) > 1:
        own = [_apart(one.value, one.bound) for one in measured.reached]
        return None if None in own else max(part for part in own if part is not None)
    bounds = [one.reached[0].bound for one in runs.values() if one.reached]
    told = [bound for bound in bounds if bound is not None]
    bound = known if known is not None else max(told, default=None)
    return _apart(measured.reached[0].value, bound)


def _apart(value: int | None, bound: int | None) -> float | None:
    """As a part of the value: at most 1 where the bound isn't negative."""
    if value is None or bound is None:
        return None
    return (value - bound) / max(1, abs(value))


def ratio(measured: Measured, ours: Measured | None) -> tuple[str, float] | None:
    """How many times as long as ours an engine took to a proof, and ``≥`` where it got none.

    ``None`` where neither proved, or there is nothing to compare.
    """
    if ours is None or ours.fault or measured.fault or ours.task != measured.task:
        return None
    if not (ours.is_proven or measured.is_proven):
        return None
    sign = "" if ours.is_proven and measured.is_proven else ("≥ " if ours.is_proven else "≤ ")
    return sign, measured.seconds / max(ours.seconds, 1e-3)


def disagreements(groups: Iterable[Group]) -> Iterator[str]:
    """The tasks where two engines have proven different values: somebody is wrong."""
    for group in groups:
        for name, runs in group.tasks():
            proven = {
                engine: values(one) for engine, one in runs.items() if one.is_proven and one.task
            }
            tasks = {runs[engine].task for engine in proven}
            known = group.known.get(name)
            said = set(proven.values()) | ({(float(known),)} if known is not None else set())
            if len(tasks) == 1 and len(said) > 1:
                told = ", ".join(f"{NAMES[engine]} {worth}" for engine, worth in proven.items())
                yield f"{group.kind}, {name}: {told}" + (
                    "" if known is None else f", best kjent {known}"
                )


def slower(groups: Iterable[Group]) -> Iterator[str]:
    """The tasks that ours took more than 1.1 times as long to prove as the best of the others."""
    for group in groups:
        for name, runs in group.tasks():
            ours = runs.get("ours")
            others = [
                (one.seconds, engine)
                for engine, one in runs.items()
                if engine != "ours" and one.is_proven and ours and one.task == ours.task
            ]
            if ours is None or not others:
                continue
            seconds, engine = min(others)
            if max(ours.seconds, HARDLY_S) > SLOWER * max(seconds, HARDLY_S) or not ours.is_proven:
                proven = "" if ours.is_proven else " uten bevis"
                yield (
                    f"{group.kind}, {name}: vår {number(ours.seconds)} s{proven}, "
                    f"{NAMES[engine]} {number(seconds)} s"
                )


COLUMNS = ("oppgave", "motor", "målt", "bevist", "mål", "beste", "avstand")
TIMES = ("s", "CPU s", "forhold", "MiB")


def table(groups: Iterable[Group], engines: Iterable[str]) -> Iterator[str]:
    """A line for each kind of task and engine; one for a kind that nobody was measured on."""
    told = tuple(engines)
    yield f"| {' | '.join((*COLUMNS, *TIMES))} |"
    yield "|---|---|" + "--:|" * (len(COLUMNS) + len(TIMES) - 2)
    for group in groups:
        if not group.is_run:
            yield _empty(group, "alle", NOT_RUN)
            continue
        for engine in told:
            measured = [one for _, one in group.of(engine)]
            if measured and not all(one.fault for one in measured):
                yield _line(group, engine)
            else:
                yield _empty(group, NAMES[engine], NO_ANSWER if measured else NOT_RUN)


def _empty(group: Group, engine: str, why: str) -> str:
    return f"| {group.name} | {engine} | {why} |" + " |" * (len(COLUMNS) + len(TIMES) - 3)


def _line(group: Group, engine: str) -> str:
    ones = group.of(engine)
    measured = [one for _, one in ones]
    reached = [sum(goal.is_proven for goal in one.reached) for one in measured]
    goals = max((len(one.reached) for one in measured), default=0)
    best = sum(
        bool(one.reached) and values(one) == best_values(group.runs[name]) for name, one in ones
    )
    gaps = [gap(one, group.runs[name], group.known.get(name)) for name, one in ones]
    ratios = [ratio(one, group.runs[name].get("ours")) for name, one in ones]
    peaks = [one.peak_mib for one in measured if one.peak_mib is not None]
    cells = (
        group.name,
        NAMES[engine],
        f"{len(ones)} av {len(group.instances)}{marks(measured)}",
        str(sum(one.is_proven for one in measured)),
        f"{number(median(reached), 0)} av {goals}",
        str(best),
        percent(_middle(gaps)),
        number(median(one.seconds for one in measured)),
        number(median(one.cpu_s for one in measured)),
        _ratios([one for one in ratios if one is not None]),
        number(max(peaks), 0) if peaks else "–",
    )
    return f"| {' | '.join(cells)} |"


def marks(measured: Iterable[Measured]) -> str:
    """What to know before trusting a line: older code, or a machine that was shared."""
    ones = list(measured)
    old = "†" if any(one.is_old for one in ones) else ""
    return old + ("‡" if any(one.in_company for one in ones) else "")


def _middle(gaps: list[float | None]) -> float | None:
    """The median, where no plan or no bound is the widest gap of all."""
    middle = median(float("inf") if one is None else one for one in gaps)
    return None if middle == float("inf") else middle


def _ratios(found: list[tuple[str, float]]) -> str:
    if not found:
        return "–"
    middle = sorted(found, key=lambda one: one[1])[len(found) // 2]
    return f"{middle[0]}{number(middle[1])}"
