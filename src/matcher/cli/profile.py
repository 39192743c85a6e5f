"""``matcher profile new`` and ``matcher profile check``: a municipality's own rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command, Group
from matcher.cli.values import day
from matcher.cli.writing import CanNotWrite, write_bytes
from matcher.services import Services

HELP = "Lag en profil for en ny kommune, og se hva som gjenstår i den."
NEW = "Lag en profil for en ny kommune av den som ligner mest."
CHECK = "Se etter feil i en profil, og hva som gjenstår: alt på én gang."
GUIDE = "docs/how-to-add-a-municipality.md"

Day = Annotated[
    date | None,
    typer.Option(
        "--date", metavar="DATO", parser=day, help="Dagen det kontrolleres; ellers i dag."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    profile = typer.Typer(cls=Group, no_args_is_help=True, help=HELP)
    profile.command(name="new", cls=Command, help=NEW)(new)
    profile.command(name="check", cls=Command, help=CHECK)(check)
    app.add_typer(profile, name="profile")


def new(
    name: Annotated[str, typer.Argument(metavar="NAVN", help="Kommunens navn, som Alver.")],
    of: Annotated[
        str, typer.Option("--from", metavar="P", help="Profilen som ligner mest.")
    ] = "farsund",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Fila; ellers navnet.toml her.")
    ] = None,
    on: Day = None,
) -> None:
    """Write a new profile; never over one that is there."""
    services = Services()
    file_name, text = services.new_profile(name, of, on or date.today())
    file = out or Path(file_name)
    if file.exists():
        raise CanNotWrite(f"{file} finnes fra før. Kanskje vil du skrive et annet sted, med --out?")
    write_bytes(file, text.encode())
    output.out.print(f"Skrev {file}. Slik går du videre: {GUIDE}")
    output.out.print(f"Se hva som gjenstår: matcher profile check {file}")


def check(
    file: Annotated[str, typer.Argument(metavar="FIL", help="Profilen, som .toml-fil.")],
    on: Day = None,
) -> None:
    """Every fault, with exit code 1; else what is left to settle."""
    services = Services()
    profile = services.profile(file)
    left = services.to_settle(profile, on or date.today())
    output.say_findings(left)
    count = len(services.rules(profile))
    if left:
        output.out.print(
            f"Profilen for {profile.title} kan brukes. Linjer: {count}. Å se på: {len(left)}."
        )
    else:
        output.out.print(
            f"Profilen for {profile.title} kan brukes. Linjer: {count}. Ingenting gjenstår."
        )
