"""``matcher verify-history``: whether the history is as it was written."""

from __future__ import annotations

from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.domain.history import Head
from matcher.services import Services

HELP = "Kontroller at historikken er hel: ingen innslag er endret, borte eller flyttet."
BROKEN = 1
FEWEST_SIGNS = 12
"""Of a fingerprint that somebody noted by hand."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="verify-history", cls=Command, help=HELP)(verify_history)


def noted_end(text: str) -> Head:
    """An end that was noted, as NUMMER:FINGERAVTRYKK."""
    number, _, sha256 = (part.strip() for part in text.partition(":"))
    if not number.isdecimal() or len(sha256) < FEWEST_SIGNS:
        raise typer.BadParameter(f"«{text}» er ikke notert slik. Kanskje slik: 128:4f0c9a1be2d7")
    return Head(number=int(number), sha256=sha256.lower())


def verify_history(
    noted: Annotated[
        Head | None,
        typer.Option(
            "--noted",
            metavar="NUMMER:FINGERAVTRYKK",
            parser=noted_end,
            help="Et innslag dere har notert før. Da finnes også en historikk som er skrevet om.",
        ),
    ] = None,
) -> None:
    """Every fault of the history; exit code 1 where there is one."""
    services = Services()
    findings = services.verify_history(noted)
    output.say_findings(findings)
    if findings:
        output.say_fault(f"Historikken er ikke hel. Antall feil: {len(findings)}.")
        raise typer.Exit(BROKEN)
    end = services.store.head()
    if end is None or end.number == 0:
        output.out.print("Historikken er tom.")
        return
    output.out.print(f"Historikken er hel. Antall innslag: {end.number}.")
    output.out.print(
        f"Noter gjerne dette et annet sted, til neste kontroll: {end.number}:{end.sha256[:16]}"
    )
