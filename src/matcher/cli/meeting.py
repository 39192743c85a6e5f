"""``matcher meeting-list``: the printed list for the meeting where a round's cases are settled."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.cli.writing import write_bytes
from matcher.services import Services

HELP = "Skriv møtelista til utskrift (PDF): en linje per sak, med plass til avgjørelsen."


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="meeting-list", cls=Command, help=HELP)(write_meeting_list)


def write_meeting_list(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappa som matcher round skrev.")],
    out: Annotated[Path, typer.Option("--out", metavar="FIL.pdf", help="Fila som skrives.")],
    ids_only: Annotated[
        bool, typer.Option("--ids-only", help="Bare saksnummer og koordinator-id, ingen navn.")
    ] = False,
) -> None:
    """Write the list. It suggests: a named person decides."""
    services = Services()
    opened = services.open_round(folder)
    person = services.actor.person
    content = services.meeting_list_pdf(opened, who=person, on=date.today(), ids_only=ids_only)
    write_bytes(out, content)
    output.out.print(f"Skrev {out}: møteliste for {opened.plan.round.municipality}.")
