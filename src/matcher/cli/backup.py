"""``matcher backup`` and ``matcher restore``: all that lasts, in one encrypted file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import output
from matcher.cli.norwegian import Command
from matcher.services import BadBackup, Services

BACKUP = "Ta en kryptert sikkerhetskopi av databasen, også mens den er i bruk."
RESTORE = "Gjenopprett en tom database fra en sikkerhetskopi."
FAILED = 1
KEY = "MATCHER_BACKUP_PASSPHRASE"

File = Annotated[Path, typer.Argument(metavar="FIL", help="Sikkerhetskopien.")]
PhraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FIL",
        help=f"Fil med passordfrasen. Ellers {KEY}, eller spørsmål på skjermen.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(name="backup", cls=Command, help=BACKUP)(backup)
    app.command(name="restore", cls=Command, help=RESTORE)(restore)


def backup(file: File, passphrase_file: PhraseFile = None) -> None:
    """Write a backup that has been read back."""
    if file.exists():
        raise _failed(f"{file} finnes allerede. Kanskje kan du velge et annet navn?")
    phrase = _phrase(passphrase_file, twice=True)
    try:
        rows = Services().backup(file, phrase)
    except (BadBackup, OSError) as fault:
        raise _failed(_told(fault, file)) from None
    output.out.print(f"Skrev {file}: {rows} rader, kryptert og lest tilbake.")
    output.out.print("Uten passordfrasen kan ingen åpne den. Ta vare på frasen et annet sted.")


def restore(file: File, passphrase_file: PhraseFile = None) -> None:
    """Fill an empty database, and hold the history against itself."""
    phrase = _phrase(passphrase_file, twice=False)
    try:
        rows, findings = Services().restore(file, phrase)
    except (BadBackup, OSError) as fault:
        raise _failed(_told(fault, file)) from None
    output.say_findings(findings)
    if findings:
        raise _failed("Alt er gjenopprettet, men historikken er ikke hel.")
    output.out.print(f"Gjenopprettet {rows} rader. Historikken er hel. Alle må logge inn på nytt.")


def _phrase(file: Path | None, *, twice: bool) -> str:
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise _failed(f"{file} kan ikke leses. Kanskje er stien skrevet feil?") from None
    if given := os.environ.get(KEY):
        return given
    asked: str = typer.prompt("Passordfrase", hide_input=True, confirmation_prompt=twice)
    return asked


def _told(fault: Exception, file: Path) -> str:
    if isinstance(fault, BadBackup):
        return str(fault)
    return f"{file} kan ikke leses eller skrives. Kanskje finnes ikke mappa, eller disken er full?"


def _failed(why: str) -> typer.Exit:
    output.say_fault(why)
    return typer.Exit(FAILED)
