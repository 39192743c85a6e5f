"""``matcher access`` and its kin: who has which role, for the one who runs the program."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.domain.actor import GIVEN_ROLES, AccessRole
from matcher.domain.sight import EXAMPLES, Sight
from matcher.services import NotKept, Services

LIST = "Vis hvem som har hvilken rolle, og hvor mange steder de er logget inn."
GIVE = "Gi en person en rolle. Id-en er den innloggingen viser."
TAKE = "Ta en rolle fra en person. Det gjelder med en gang."
END = "Logg en person ut overalt."
GIVE_SIGHT = "La en person se flere saker, eller sperrede steder."
TAKE_SIGHT = "Ta innsyn fra en person. Det gjelder med en gang."
LEFT = "Skriv at en person har sluttet. Personen logges ut, og slipper ikke inn igjen."
BACK = "Skriv at en person er tilbake."
FAILED = 1


def role(text: str) -> AccessRole:
    """A role that can be given."""
    found = next((each for each in GIVEN_ROLES if each == text.strip().casefold()), None)
    if found is None:
        raise typer.BadParameter(f"«{text}» er ingen rolle. Rollene er {', '.join(GIVEN_ROLES)}.")
    return found


def sight(text: str) -> Sight:
    """What somebody can be let see."""
    try:
        return Sight.read(text)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from None


PersonId = Annotated[str, typer.Argument(metavar="PERSON", help="Personens id.")]
RoleName = Annotated[
    AccessRole,
    typer.Argument(metavar="ROLLE", parser=role, help=f"En av {', '.join(GIVEN_ROLES)}."),
]
SightText = Annotated[
    Sight, typer.Argument(metavar="INNSYN", parser=sight, help=f"Slik: {EXAMPLES}.")
]
Name = Annotated[
    str | None, typer.Option("--name", metavar="NAVN", help="Navnet, for en som ikke er kjent.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(name="access", cls=Command, help=LIST)(access)
    app.command(name="give-role", cls=Command, help=GIVE)(give_role)
    app.command(name="take-role", cls=Command, help=TAKE)(take_role)
    app.command(name="give-sight", cls=Command, help=GIVE_SIGHT)(give_sight)
    app.command(name="take-sight", cls=Command, help=TAKE_SIGHT)(take_sight)
    app.command(name="has-left", cls=Command, help=LEFT)(has_left)
    app.command(name="is-back", cls=Command, help=BACK)(is_back)
    app.command(name="end-sessions", cls=Command, help=END)(end_sessions)


def access() -> None:
    """Everybody with their roles."""
    table = Table()
    for heading in ("Person", "Navn", "Roller gitt her", "Innsyn", "Logget inn"):
        table.add_column(heading, overflow="fold")
    for one in Services().accounts():
        name = one.name if one.is_active else f"{one.name} (har sluttet)"
        sees = ", ".join(map(str, one.sights)) or "ingen"
        table.add_row(one.person, name, ", ".join(one.roles) or "ingen", sees, str(one.sessions))
    output.out.print(table)


def give_role(person: PersonId, role: RoleName, name: Name = None) -> None:
    """Give a role."""
    try:
        Services().give_role(person, role, name=name)
    except NotKept:
        output.say_fault(f"{person} er ikke kjent. Kanskje kan du oppgi navnet også: --name NAVN")
        raise typer.Exit(FAILED) from None
    output.out.print(f"{person} er nå {role.value}.")


def take_role(person: PersonId, role: RoleName) -> None:
    """Take a role."""
    _about_somebody_known(person)
    Services().take_role(person, role)
    output.out.print(f"{person} er ikke lenger {role.value} ved tildeling her.")


def give_sight(person: PersonId, sight: SightText) -> None:
    """Let a person see more."""
    _about_somebody_known(person)
    Services().give_sight(person, sight)
    output.out.print(f"{person} har nå innsyn: {sight}.")


def take_sight(person: PersonId, sight: SightText) -> None:
    """Take sight back."""
    _about_somebody_known(person)
    Services().take_sight(person, sight)
    output.out.print(f"{person} har ikke lenger innsyn: {sight}.")


def has_left(person: PersonId) -> None:
    """Write that a person has left."""
    _about_somebody_known(person)
    Services().has_left(person)
    output.out.print(f"{person} har sluttet, og er logget ut overalt.")


def is_back(person: PersonId) -> None:
    """Write that a person is back."""
    _about_somebody_known(person)
    Services().is_back(person)
    output.out.print(f"{person} er tilbake, med rollene og innsynet fra før.")


def end_sessions(person: PersonId) -> None:
    """End every session of a person."""
    _about_somebody_known(person)
    count = Services().end_sessions(person)
    output.out.print(f"Avsluttet {count} økter for {person}.")


def _about_somebody_known(person: str) -> None:
    if all(one.person != person for one in Services().accounts()):
        output.say_fault(f"{person} er ikke kjent. Kanskje viser matcher access riktig id?")
        raise typer.Exit(FAILED)
