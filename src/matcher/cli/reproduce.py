"""``matcher reproduce``: run a round again from what it stood on, and compare the plans."""

from __future__ import annotations

from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.folder_or_kept import ROUND, WHO, folder_or_kept
from matcher.cli.norwegian import Command
from matcher.domain.reproduction import Reproduction
from matcher.domain.wording import number
from matcher.services import Services

HELP = "Kjør en runde på nytt, og se om planen blir den samme."
DIFFERS = 1


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="reproduce", cls=Command, help=HELP)(reproduce)


def reproduce(
    round_: ROUND,
    who: WHO = None,
    exact: Annotated[
        bool, typer.Option("--exact", help="Runden ble kjørt med --exact. Tar lengre tid.")
    ] = False,
) -> None:
    """Run it again with the same data, profile, seed and choices; exit code 1 where it differs."""
    services = Services()
    opened = folder_or_kept(services, round_, who)
    with output.progress() as tell:
        answer = services.reproduce(opened, tell, patient=exact)
    _say(answer)
    if not answer.is_same_plan:
        raise typer.Exit(DIFFERS)


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
