"""``matcher reproduce``: run a round again from what it stood on, and compare the plans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.domain.reproduction import Reproduction
from matcher.domain.wording import number
from matcher.services import NotKept, OpenedRound, Services

HELP = "Kjør en runde på nytt, og se om planen blir den samme."
DIFFERS, WRONG_USAGE = 1, 2


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="reproduce", cls=Command, help=HELP)(reproduce)


def reproduce(
    round_: Annotated[
        str,
        typer.Argument(
            metavar="MAPPE",
            help="Mappa som matcher round skrev, eller nummeret på en lagret runde.",
        ),
    ],
    who: Annotated[
        str | None,
        typer.Option(
            "--who", metavar="PERSON", help="Hvem som spør. Trengs bare for en lagret runde."
        ),
    ] = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Runden ble kjørt med --exact. Tar lengre tid.")
    ] = False,
) -> None:
    """Run it again with the same data, profile, seed and choices; exit code 1 where it differs."""
    services = Services()
    opened = _opened(services, round_, who)
    with output.progress() as tell:
        answer = services.reproduce(opened, tell, patient=exact)
    _say(answer)
    if not answer.is_same_plan:
        raise typer.Exit(DIFFERS)


def _opened(services: Services, round_: str, who: str | None) -> OpenedRound:
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


def _say(answer: Reproduction) -> None:
    for one in answer.versions:
        before, after = one.before or "ikke med", one.after or "ikke med"
        output.out.print(f"{one.name}: {before} da, {after} nå")
    if answer.is_identical:
        output.out.print("Planen er den samme, med de samme begrunnelsene.")
        return
    if answer.is_same_plan:
        output.out.print(
            "Planen er den samme. Noe av det som sies om forslagene, er et annet. "
            "Kanskje ble runden kjørt med --exact?"
        )
        return
    output.out.print("Planen er ikke den samme.", style="bold")
    for family in answer.changes.families:
        before, after = family.before or "ingen", family.after or "ingen"
        output.out.print(f"  {family.case}: {before} da, {after} nå")
    for goal in answer.changes.goals:
        before, after = _reached(goal.before), _reached(goal.after)
        output.out.print(f"  {goal.title}: {before} da, {after} nå ({goal.unit})")


def _reached(value: float | None) -> str:
    return "ikke et mål" if value is None else number(value)
