"""``matcher letter``: a letter about one case of a round, as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.cli.writing import write_bytes
from matcher.services import LetterKind, Services

HELP = "Skriv brevet om en sak: til familien, koordinatoren eller lederen, eller en saksliste."


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="letter", cls=Command, help=HELP)(write_letter)


def kind_of(word: str) -> LetterKind:
    """The kind of letter by its word."""
    try:
        return LetterKind(word.strip().casefold())
    except ValueError:
        kinds = ", ".join(LetterKind)
        raise typer.BadParameter(f"«{word}» er ingen slags brev. Kanskje: {kinds}") from None


def write_letter(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappa som matcher round skrev.")],
    case: Annotated[str, typer.Option("--case", metavar="SAK", help="Saken brevet gjelder.")],
    out: Annotated[Path, typer.Option("--out", metavar="FIL.pdf", help="Fila som skrives.")],
    language: Annotated[
        str, typer.Option("--language", metavar="SPRÅK", help="nb, nn eller en.")
    ] = "nb",
    kind: Annotated[
        LetterKind,
        typer.Option(
            "--kind",
            metavar="HVEM",
            parser=kind_of,
            help="familie, koordinator, leder eller saksliste.",
        ),
    ] = LetterKind.FAMILY,
    words: Annotated[
        Path | None,
        typer.Option("--words", metavar="MAPPE", help="Kommunens egne tekster (TOML)."),
    ] = None,
) -> None:
    """Write a letter. It is a suggestion: a named person decides."""
    services = Services()
    opened = services.open_round(folder)
    letter = services.letter(
        opened.plan, opened.roster, opened.profile, case, language, kind=kind, words=words
    )
    write_bytes(out, letter.pdf)
    what = "Sakslista" if kind is LetterKind.AGENDA else "Brevet"
    output.out.print(
        f"Skrev {out}: {letter.document.title}. {what} er et utkast: en navngitt person avgjør."
    )
