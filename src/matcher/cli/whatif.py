"""``matcher whatif``: a scenario beside the round, each absence, hours, a sweep, the time ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.cli.values import day
from matcher.cli.writing import write_folder
from matcher.domain.wording import number
from matcher.scenarios.absence import WithoutOne
from matcher.scenarios.over_time import Band
from matcher.services import Horizon, Report, RoundRequest, Services, Where

HELP = "Hva hvis? Prøv endringer i bemanning, saker eller regler ved siden av runden i dag."
NOTHING_ASKED = 2
INPUT_HAS_ERRORS = 1
NOBODY_READ = "Ingenting ble prøvd, for fila har ingen koordinatorer som kan brukes."
NOTHING_SAID = (
    "Kommandoen sier ikke hva som skal prøves. Kanskje: --scenario S.toml, --each-absence, "
    "--sweep S.toml, --hours-worth, --spend TIMER eller --months N"
)
MOST_ROWS = 15


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="whatif", cls=Command, help=HELP)(whatif)


File = Annotated[
    Path, typer.Argument(metavar="FIL", help="Arbeidsbok (.xlsx), mappe eller zip med .csv.")
]
ProfileName = Annotated[
    str, typer.Option("--profile", metavar="P", help="Kommuneprofil, eller sti til en .toml-fil.")
]
Out = Annotated[Path, typer.Option("--out", metavar="MAPPE", help="Mappa svaret skrives til.")]
OneScenario = Annotated[
    Path | None,
    typer.Option("--scenario", metavar="S.toml", help="Et scenario som skal prøves."),
]
EachAbsence = Annotated[
    bool, typer.Option("--each-absence", help="Hva om én er borte? Prøv med hver koordinator.")
]
MayShift = Annotated[
    bool, typer.Option("--may-shift", help="Vis også fraværene der hele planen kan flytte seg.")
]
Sweep = Annotated[
    Path | None,
    typer.Option("--sweep", metavar="S.toml", help="Mange scenarier side om side."),
]
HoursWorth = Annotated[
    bool, typer.Option("--hours-worth", help="Hva 1, 5, 10 og 20 timer mer gir, og hvor.")
]
Spend = Annotated[
    int | None,
    typer.Option("--spend", metavar="TIMER", min=1, max=1000, help="Best bruk av så mange."),
]
Months = Annotated[
    int | None, typer.Option("--months", metavar="N", min=1, max=60, help="Så mange måneder fram.")
]
Draws = Annotated[
    int, typer.Option("--draws", metavar="N", min=1, max=1000, help="Trekninger per måned.")
]
Day = Annotated[
    date | None,
    typer.Option("--date", metavar="DATO", parser=day, help="Dagen for runden; ellers i dag."),
]
Seed = Annotated[int, typer.Option("--seed", metavar="S", min=0, help="Frø for loddtrekning.")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help="Prosesser; ellers én per kjerne."),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADRESSE", help="Regn på en Dask-klynge i stedet."),
]


def whatif(
    file: File,
    profile: ProfileName,
    out: Out,
    scenario: OneScenario = None,
    each_absence: EachAbsence = False,
    may_shift: MayShift = False,
    sweep: Sweep = None,
    hours_worth: HoursWorth = False,
    spend: Spend = None,
    months: Months = None,
    draws: Draws = 20,
    on: Day = None,
    seed: Seed = 0,
    workers: Workers = None,
    scheduler: Scheduler = None,
) -> None:
    """Try changes beside the round, and write what they do."""
    if not (scenario or each_absence or sweep or hours_worth or spend or months):
        output.say_fault(NOTHING_SAID)
        raise typer.Exit(NOTHING_ASKED)
    services = Services()
    chosen = services.profile(profile)
    tried = services.scenario(scenario) if scenario else None
    many = services.scenarios(sweep) if sweep else ()
    imported = services.import_path(file, on or date.today())
    output.say_findings(imported.findings)
    if not imported.roster.coordinators:
        output.say_fault(NOBODY_READ)
        raise typer.Exit(INPUT_HAS_ERRORS)
    request = RoundRequest(imported.roster, chosen, seed=seed)
    for each in (*filter(None, [tried]), *many):
        each.made(request)
    where = Where(workers=workers, scheduler=scheduler)
    parts: dict[str, object] = {}
    with output.progress() as tell:
        base = services.base(request, tell)
        if tried is not None:
            parts["scenario"] = tried
            parts["comparison"], parts["fairness"] = services.what_if(base, tried, tell)
        if each_absence:
            parts["absences"] = services.each_absence(base, tell, may_shift=may_shift, where=where)
        if many:
            parts["sweep"] = services.sweep(base, many, tell, where=where)
        if hours_worth:
            parts["hours"] = services.worth_of_hours(base, tell, where=where)
        if spend:
            parts["best_use"] = services.best_use(base, float(spend), tell)
        if months:
            horizon = Horizon(months=months, draws=draws, seed=seed)
            parts["months"] = services.over_time(base, horizon, tell, where=where)
    _write(services, services.report(base, chosen, **parts), out)
    if imported.has_errors:
        raise typer.Exit(INPUT_HAS_ERRORS)


def _write(services: Services, report: Report, out: Path) -> None:
    files = services.report_files(report)
    write_folder(out, files)
    _say(report)
    output.out.print(f"Svaret ligger i {out}: {', '.join(n for n, c in files.items() if c)}")


def _say(report: Report) -> None:
    """The answers in short; everything is in the files."""
    parts: tuple[Callable[[Report], None], ...] = (
        _say_comparison,
        _say_absences,
        _say_sweep,
        _say_hours,
        _say_months,
    )
    for part in parts:
        part(report)
    output.out.print("Dette er regnet ut for å vurdere. En navngitt person avgjør.", style="bold")


def _say_comparison(report: Report) -> None:
    told = report.comparison
    if told is None:
        return
    output.out.print(Text(told.title, style="bold"))
    for text in (*told.changes, *told.says):
        output.out.print(Text(text), soft_wrap=True)
    if told.touched:
        rows = [
            (row.case, row.role, row.says, row.before or "ingen", row.after or "ingen")
            for row in told.touched
        ]
        _table(None, ("Sak", "Rolle", "Hva som skjer", "Planen nå", "Med endringen"), rows)


def _say_absences(report: Report) -> None:
    if not report.absences:
        return
    columns = 3 if any(row.may_shift for row in report.absences) else 2
    headings = ("Koordinator", "Når alle andre beholder sine", "Når planen kan flytte seg")
    rows = [
        (f"{row.coordinator} {row.name or ''}".strip(), row.says, _shifted(row))[:columns]
        for row in report.absences[:MOST_ROWS]
    ]
    _table("Hvis én er borte, de vanskeligste å unnvære først", headings[:columns], rows)


def _shifted(row: WithoutOne) -> str:
    """The other choice, side by side: fewer without anybody, and more who must change."""
    if row.may_shift is None or not row.cases:
        return ""
    without, others = len(row.may_shift.unplaced), len(row.may_shift.others_moved)
    return f"Uten koordinator: {without}. Andre som da bytter: {others}."


def _say_sweep(report: Report) -> None:
    if not report.sweep:
        return
    rows = [
        (row.title, *map(str, (row.placed, row.loses, row.gets, row.changes_coordinator)))
        for row in report.sweep
    ]
    _table("Scenarier", ("Scenario", "Har koordinator", "Mister", "Får", "Bytter"), rows)


def _say_hours(report: Report) -> None:
    if report.hours:
        most = max(row.hours for row in report.hours)
        best = sorted(
            (row for row in report.hours if row.hours == most),
            key=lambda row: (-row.more_placed, -row.more_points, row.group),
        )
        for row in best[:MOST_ROWS]:
            output.out.print(Text(row.says), soft_wrap=True)
    if report.best_use is not None:
        output.out.print(Text(report.best_use.says), soft_wrap=True)


def _say_months(report: Report) -> None:
    if not report.months:
        return
    rows = [
        (f"{row.month:%m.%Y}", *map(_between, (row.cases, row.waiting, row.hours_short,
                                               row.changes_per_family)))
        for row in report.months
    ]  # fmt: skip
    headings = ("Måned", "Saker", "Venter", "Timer som mangler", "Bytter per familie")
    _table("Fire av fem trekninger ligger mellom", headings, rows)


def _between(band: Band) -> str:
    low, high = number(band.low), number(band.high)
    return low if low == high else f"{low}–{high}"


def _table(title: str | None, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    table = Table(title=title)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    output.out.print(table)
