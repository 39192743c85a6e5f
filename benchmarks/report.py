"""RESULTS.md: what was measured, on which machine, and what wasn't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks import stage_table
from benchmarks.chart import drawn
from benchmarks.engines import ENGINES
from benchmarks.instances import SCARCITY, Known, Municipal
from benchmarks.job import BUSY, Measured, Suite
from benchmarks.machine import described
from benchmarks.order import NO_CLOCK, PICTURED, SEEDS, SIZES, size_of
from benchmarks.side_by_side import (
    NAMES,
    NO_ANSWER,
    NOT_RUN,
    Group,
    Runs,
    disagreements,
    gap,
    number,
    percent,
    slower,
    table,
)

MUNICIPAL = (Suite.TIERS, Suite.FIT, Suite.STAGES)
KINDS = {Suite.TIERS: "alle mål", Suite.FIT: "egnethet", Suite.PUBLISHED: "publisert"}
HOURS = {"loose": "romslig", "tight": "knapt", "short": "for få timer"}
LARGE_AGENTS, LARGE_JOBS = 10, 200

HEAD = """\
# Resultater

Skrevet av `make bench`. Hva som måles, står i [README](README.md).

Tallene er medianer. *Bevist* er hvor mange av oppgavene motoren selv beviste, i alle mål; *mål* er
hvor mange av målene. *Beste* er hvor mange ganger ingen annen fant en bedre plan. *Avstand* er hvor
langt planen høyst kan være fra den beste: fra den beste kjente verdien, eller ellers fra den beste
grensen noen motor fant; med flere mål, det videste av dem mot egen grense. *Forhold* er tida til
bevis mot vår tid: ≥ der bare vi beviste, ≤ der bare den andre gjorde det. *MiB* er det meste minnet
i bruk. † er svart av en eldre utgave av koden; ‡ er målt mens andre brukte maskinen, og da er
tidene for lange.
"""
ALL_GOALS = """\
Alle mål etter tur, uten loddtrekningen. Vår er runden slik programmet kjører den: med telt arbeid
og uten klokke. De andre får målene sagt rett fram, ett om gangen, fra planen til målet før, og en
like stor del av tida som er igjen."""
FIT_ALONE = """\
Ett mål: samlet egnethet, med en høy pris for en sak som ingen får. Alle har like lang tid."""
PUBLISHED = """\
Generell tilordning fra litteraturen, mot de beste kjente verdiene. Alle har like lang tid."""
STAGES = """\
En hel `matcher round` fra arbeidsbok til svar, med oppstarten for seg. Vekst er hvilken potens av
antall par (saker × koordinatorer) tida vokser med fra størrelsen før; 1 er i takt med parene."""


def written(measured: Sequence[Measured], known: Sequence[Known], folder: Path) -> str:
    """The whole file; its pictures are drawn into ``pictures`` in the folder."""
    tiers, fit, published = grouped(measured, known)
    every = (*tiers, *fit, *published)
    stages = {one.job.instance: one for one in measured if one.job.suite is Suite.STAGES}
    sizes = tuple(f"{cases}x{coordinators}" for cases, coordinators in _sizes(measured))
    return "\n".join(
        (
            HEAD,
            *(f"- {line}" for line in (*described(), *_company(measured))),
            *_list("Ulike beviste verdier: noen tar feil", disagreements(every)),
            *("", "## Kommunale runder", "", ALL_GOALS, "", *table(tiers, ENGINES)),
            *("", "## Egnethet alene", "", FIT_ALONE, "", *table(fit, ENGINES)),
            *("", "## Publiserte oppgaver", "", PUBLISHED, ""),
            *(table(published, ENGINES) if published else [NOT_RUN]),
            *_list("Der den beste av de andre var raskere til bevis", slower(every)),
            *("", "## Avstand over tid", "", *_pictures(measured, folder)),
            *("", "## Hvor tida går", "", STAGES, *stage_table.table(stages, sizes)),
            *_list("Uten svar", _faults(measured)),
            *("", "## Oppgave for oppgave", "", *_one_by_one(every), ""),
        )
    )


def grouped(
    measured: Sequence[Measured], known: Sequence[Known]
) -> tuple[tuple[Group, ...], tuple[Group, ...], tuple[Group, ...]]:
    """What was measured of municipal rounds, of their fit alone, and of published tasks."""
    return (
        _municipal(measured, Suite.TIERS),
        _municipal(measured, Suite.FIT),
        _published(measured, known),
    )


def _list(heading: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield from ("", f"## {heading}", "", *(f"- {line}" for line in told))


def _company(measured: Sequence[Measured]) -> Iterator[str]:
    """How long each engine had, and whether the machine was left alone."""
    limits = {one.job.limit_s for one in measured if one.job.suite is not Suite.OVER_TIME}
    if limits - {NO_CLOCK}:
        said = " eller ".join(number(limit, 0) for limit in sorted(limits - {NO_CLOCK}))
        yield f"Hver motor hadde {said} s"
    told = [one.others for one in measured if one.others is not None]
    if told:
        busy = sum(one.in_company for one in measured)
        yield (
            f"Andre hadde {number(100 * median(told), 0)} % av maskinen (median); mer enn "
            f"{number(100 * BUSY, 0)} % under {busy} av {len(measured)} målinger"
        )


def _sizes(measured: Iterable[Measured]) -> list[tuple[int, int]]:
    """The sizes that are to be measured, and those that were besides, the smallest first."""
    names = {one.job.instance.split("-")[0] for one in measured if one.job.suite in MUNICIPAL}
    return sorted({*SIZES, *(size_of(name) for name in names)})


def _municipal(measured: Sequence[Measured], suite: Suite) -> tuple[Group, ...]:
    """A group for each size and how scarce hours are."""
    runs = _by_instance(one for one in measured if one.job.suite is suite)
    groups = []
    for cases, coordinators in _sizes(measured):
        for scarcity, factor in SCARCITY.items():
            name = (
                f"{number(cases, 0)} × {number(coordinators, 0)}, {HOURS[scarcity]} "
                f"({number(factor, 2)})"
            )
            instances = tuple(Municipal(cases, coordinators, scarcity, seed).name for seed in SEEDS)
            groups.append(Group(KINDS[suite], name, instances, runs, {}))
    return tuple(groups)


def _published(measured: Iterable[Measured], known: Sequence[Known]) -> tuple[Group, ...]:
    """A group for each class, with the large ones by themselves."""
    runs = _by_instance(one for one in measured if one.job.suite is Suite.PUBLISHED)
    named: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        named[_class(one)].append(one)
    return tuple(
        Group(
            KINDS[Suite.PUBLISHED],
            name,
            tuple(one.name for one in ones),
            runs,
            {one.name: one.value for one in ones},
        )
        for name, ones in sorted(named.items())
    )


def _class(one: Known) -> str:
    letter = one.name.split("/")[-1][0]
    if letter == "g":
        return "gap1–12"
    is_large = one.agents > LARGE_AGENTS or one.jobs > LARGE_JOBS
    return f"{letter.upper()}, {'over' if is_large else 'inntil'} 10 × 200"


def _by_instance(measured: Iterable[Measured]) -> dict[str, dict[str, Measured]]:
    """The longest run of each engine on each instance."""
    runs: dict[str, dict[str, Measured]] = defaultdict(dict)
    for one in sorted(measured, key=lambda one: one.job.limit_s):
        runs[one.job.instance][one.job.engine] = one
    return runs


def _pictures(measured: Sequence[Measured], folder: Path) -> Iterator[str]:
    ones = [one for one in measured if one.job.suite is Suite.OVER_TIME]
    for size in PICTURED:
        name = Municipal(*size, "tight", 1).name
        points = _points([one for one in ones if one.job.instance == name])
        title = f"Avstand over tid, {number(size[0], 0)} × {number(size[1], 0)}, knapt med timer"
        if not any(points.values()):
            yield f"{title}: {NOT_RUN}"
            continue
        file = folder / "pictures" / f"gap-over-time-{size[0]}x{size[1]}.svg"
        file.parent.mkdir(exist_ok=True)
        file.write_text(drawn(points, title), encoding="utf-8")
        yield f"![{title}](pictures/{file.name})"
        yield ""


def _points(ones: Sequence[Measured]) -> dict[str, list[tuple[float, float]]]:
    """Seconds and gap, from the best bound anybody had, of each engine each time it was stopped."""
    runs: Runs = {str(k): one for k, one in enumerate(ones)}
    points: dict[str, list[tuple[float, float]]] = {engine: [] for engine in ENGINES}
    for one in sorted(ones, key=lambda one: one.job.limit_s):
        if (apart := gap(one, runs, None)) is not None:
            points[one.job.engine].append((one.job.limit_s, apart))
    return points


def _faults(measured: Iterable[Measured]) -> Iterator[str]:
    for one in measured:
        if one.fault:
            yield f"{one.job.suite} {one.job.instance}, {one.job.engine}: {one.fault}"


def _one_by_one(groups: Iterable[Group]) -> Iterator[str]:
    """Gap and seconds of every engine on every task."""
    yield "Avstand og sekunder; ✓ er bevist."
    yield ""
    yield f"| | oppgave | {' | '.join(NAMES[engine] for engine in ENGINES)} |"
    yield "|---|---|" + "--:|" * len(ENGINES)
    for group in groups:
        for name, runs in group.tasks():
            cells = (_cell(runs.get(e), runs, group.known.get(name)) for e in ENGINES)
            yield f"| {group.kind} | {name} | {' | '.join(cells)} |"


def _cell(one: Measured | None, runs: Runs, known: int | None) -> str:
    if one is None or one.fault:
        return NOT_RUN if one is None else NO_ANSWER
    told = "✓" if one.is_proven else percent(gap(one, runs, known))
    return f"{told} {number(one.seconds)}"
