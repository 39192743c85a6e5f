"""``matcher verify``: check a plan and its bounds from the certificate, without a solver."""

from __future__ import annotations

import typer

from matcher.cli import output
from matcher.cli.folder_or_kept import ROUND, WHO, folder_or_kept
from matcher.cli.norwegian import Command
from matcher.domain.verification import Verification, VerifiedGoal
from matcher.domain.wording import number, with_unit
from matcher.services import Services

HELP = "Kontroller en plan og beviset for den, uten løser."
DOES_NOT_HOLD = 1


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="verify", cls=Command, help=HELP)(verify)


def verify(round_: ROUND, who: WHO = None) -> None:
    """Read data and rules again, and add up the prices; exit code 1 where something is wrong."""
    services = Services()
    answer = services.verify(folder_or_kept(services, round_, who))
    _say(answer)
    if not answer.holds:
        raise typer.Exit(DOES_NOT_HOLD)


def _say(answer: Verification) -> None:
    if answer.holds:
        output.out.print("Planen holder alle krav, og målene er det planen sier.")
    else:
        output.out.print("Planen holder ikke.", style="bold")
        for fault in answer.faults:
            output.out.print(f"  {fault}")
    for goal in answer.goals:
        output.out.print(
            f"{goal.title}: {with_unit(number(goal.value), goal.unit)} ({_shown(goal)})"
        )


def _shown(goal: VerifiedGoal) -> str:
    """What the prices show, and who says the rest."""
    if goal.is_shown:
        return "prisene viser at ingen plan er bedre"
    least = f"prisene viser minst {number(goal.shown)}"
    if goal.searched >= goal.value:
        return f"{least}; resten er bevist ved søk"
    return f"{least}, søket {number(goal.searched)}; best funnet"
