"""The round that a command asks about: a folder, or the number of one that is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.services import NotKept, OpenedRound, Services

WRONG_USAGE = 2

ROUND = Annotated[
    str,
    typer.Argument(
        metavar="MAPPE", help="Mappa som matcher round skrev, eller nummeret på en lagret runde."
    ),
]
WHO = Annotated[
    str | None,
    typer.Option("--who", metavar="PERSON", help="Hvem som spør. Trengs bare for en lagret runde."),
]


def folder_or_kept(services: Services, round_: str, who: str | None) -> OpenedRound:
    """A folder, or a kept round by its number."""
    if not round_.isdecimal() or Path(round_).is_dir():
        return services.open_round(Path(round_))
    if who is None:
        output.say_fault(
            "Si hvem som spør, for lesing av en lagret runde føres i historikken. "
            "Kanskje slik: --who anne"
        )
        raise typer.Exit(WRONG_USAGE)
    try:
        return services.open_kept_round(int(round_), who=who)
    except NotKept as fault:
        output.say_fault(str(fault))
        raise typer.Exit(WRONG_USAGE) from fault
