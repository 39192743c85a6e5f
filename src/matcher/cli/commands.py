"""What each command does: read its words, ask the services, print, and say how it went."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command, Group
from matcher.cli.values import choice, day
from matcher.cli.writing import write_bytes, write_folder
from matcher.domain.choice import Choice
from matcher.exchange.imported import Imported
from matcher.services import RoundRequest, Services
from matcher.settings import from_environment

app = typer.Typer(
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    help="Foreslår koordinator til hver sak, med begrunnelse. En navngitt person avgjør.",
)

INPUT_HAS_ERRORS = 1

File = Annotated[
    Path, typer.Argument(metavar="FIL", help="Arbeidsbok (.xlsx), mappe eller zip med .csv.")
]
ProfileName = Annotated[
    str,
    typer.Option("--profile", metavar="P", help="Kommuneprofil, eller sti til en .toml-fil."),
]
OutFile = Annotated[Path, typer.Option("--out", metavar="FIL", help="Fila som skrives.")]
Day = Annotated[
    date | None,
    typer.Option("--date", metavar="DATO", parser=day, help="Dagen for runden; ellers i dag."),
]
Preferred = Annotated[
    list[Choice] | None,
    typer.Option(
        "--prefer",
        metavar="SAK=KOORD",
        parser=choice,
        help="Gi et valg noen poeng ekstra: SAK=KOORD:begrunnelse. Kan gjentas.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]


@app.command(cls=Command, help="Skriv en tom arbeidsbok med veiledning og nedtrekkslister.")
def template(out: OutFile) -> None:
    """An empty workbook."""
    write_bytes(out, _services().template())
    output.out.print(f"Skrev {out}")


@app.command(cls=Command, help="Lag en oppdiktet arbeidsbok til å prøve med.")
def sample(
    profile: ProfileName,
    out: OutFile,
    cases: Annotated[
        int, typer.Option("--cases", metavar="N", min=1, max=20_000, help="Antall saker.")
    ] = 55,
    coordinators: Annotated[
        int,
        typer.Option("--coordinators", metavar="M", min=1, max=5_000, help="Antall koordinatorer."),
    ] = 24,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", min=0, help="Frø for trekningen.")
    ] = 1,
    on: Day = None,
) -> None:
    """A seeded, invented roster."""
    services = _services()
    chosen = services.profile(profile)
    content = services.sample(
        chosen, cases=cases, coordinators=coordinators, seed=seed, on=on or date.today()
    )
    write_bytes(out, content)
    output.out.print(f"Skrev {out}: {cases} saker og {coordinators} koordinatorer, alle oppdiktet")


@app.command(cls=Command, help="Se etter feil i en arbeidsbok: alle på én gang.")
def check(
    file: File,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="P", help="Se også på det profilen trenger.")
    ] = None,
    on: Day = None,
    as_json: AsJson = False,
) -> None:
    """All faults at once; exit code 1 where there is an error."""
    services = _services()
    chosen = services.profile(profile) if profile else None
    imported = services.import_path(file, on or date.today())
    findings = [*imported.findings, *(services.notices(imported.roster, chosen) if chosen else ())]
    roster = imported.roster
    if as_json:
        answer = {
            "cases": len(roster.cases),
            "coordinators": len(roster.coordinators),
            "rejected_rows": imported.rejected_rows,
            "findings": [finding.model_dump(mode="json") for finding in findings],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        output.say_findings(findings)
        output.out.print(_count(imported))
    if imported.has_errors:
        raise typer.Exit(INPUT_HAS_ERRORS)


@app.command(
    name="round", cls=Command, help="Kjør en tildelingsrunde og skriv svaret til en mappe."
)
def run_round(
    file: File,
    profile: ProfileName,
    out: Annotated[Path, typer.Option("--out", metavar="MAPPE", help="Mappa svaret skrives til.")],
    on: Day = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="S", min=0, help="Frø for loddtrekning.")
    ] = 0,
    lock: Annotated[
        list[Choice] | None,
        typer.Option(
            "--lock",
            metavar="SAK=KOORD",
            parser=choice,
            help="Lås et valg. Fraviker det en regel: SAK=KOORD:begrunnelse. Kan gjentas.",
        ),
    ] = None,
    ban: Annotated[
        list[Choice] | None,
        typer.Option(
            "--ban", metavar="SAK=KOORD", parser=choice, help="Sperr et valg. Kan gjentas."
        ),
    ] = None,
    prefer: Preferred = None,
    exact: Annotated[
        bool,
        typer.Option("--exact", help="Regn ut nøyaktig hva hvert valg betyr. Tar lengre tid."),
    ] = False,
) -> None:
    """Run a round; write the answer, what it was answered from, and the rows that were refused."""
    services = _services()
    chosen, profile_text = services.profile(profile), services.profile_text(profile)
    imported = services.import_path(file, on or date.today())
    output.say_findings(imported.findings)
    if not imported.roster.cases or not imported.roster.coordinators:
        output.say_fault(_nothing_to_do(imported))
        raise typer.Exit(INPUT_HAS_ERRORS)
    request = RoundRequest(
        roster=imported.roster,
        profile=chosen,
        seed=seed,
        locks=tuple(lock or ()),
        bans=tuple(ban or ()),
        preferences=tuple(prefer or ()),
    )
    with output.progress() as tell:
        plan = services.run_round(request, tell, patient=exact)
    rejected = imported.rejected_workbook
    files = services.round_files(plan, imported.roster, profile_text, rejected)
    write_folder(out, files)
    output.say_plan(plan, imported.roster)
    output.out.print(f"Svaret ligger i {out}: {', '.join(name for name, c in files.items() if c)}")
    if imported.has_errors:
        output.say_fault(_count(imported))
        raise typer.Exit(INPUT_HAS_ERRORS)


@app.command(
    cls=Command, help="Vis alle regler, kriterier og innstillinger i en profil, med kilde."
)
def rules(profile: ProfileName, as_json: AsJson = False) -> None:
    """Every rule, criterion and setting in force."""
    services = _services()
    chosen = services.profile(profile)
    listed = services.rules(chosen)
    if as_json:
        answer = {
            "profile": chosen.id,
            "rules": [{**rule.model_dump(mode="json"), "source": rule.source} for rule in listed],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        output.say_rules(chosen.title, listed)


@app.command(name="app", cls=Command, help="Åpne sidene i nettleseren, bare på denne maskinen.")
def open_pages(
    port: Annotated[
        int,
        typer.Option("--port", metavar="PORT", min=1, max=65_535, help="Porten på denne maskinen."),
    ] = 8501,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Åpne nettleseren.")
    ] = True,
) -> None:
    """The pages."""
    serve = import_module("matcher.ui.serve").serve

    serve(port, open_browser=browser)


def _services() -> Services:
    return Services(sample_folder=from_environment().sample_folder)


def _count(imported: Imported) -> str:
    roster = imported.roster
    read = f"Lest: {len(roster.cases)} saker og {len(roster.coordinators)} koordinatorer."
    if imported.rejected_rows:
        return f"{read} {imported.rejected_rows} rader er avvist."
    return f"{read} Ingen rader er avvist."


def _nothing_to_do(imported: Imported) -> str:
    missing = [
        word
        for word, rows in (
            ("saker", imported.roster.cases),
            ("koordinatorer", imported.roster.coordinators),
        )
        if not rows
    ]
    return f"Ingen runde ble kjørt, for fila har ingen {' og ingen '.join(missing)} som kan brukes."
