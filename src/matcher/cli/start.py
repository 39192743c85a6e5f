"""The way in: every outcome ends in an exit code and a clear word, never in a traceback."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb

import typer

from matcher.cli import (
    access,
    backup,
    explain,
    history,
    letter,
    meeting,
    output,
    profile,
    reproduce,
    verify,
    whatif,
)
from matcher.cli.commands import app
from matcher.cli.norwegian import set_headings, told
from matcher.cli.quiet import keep_output_for_our_words
from matcher.cli.writing import CanNotWrite
from matcher.services import (
    ChoicesClash,
    LetterError,
    NoScheduler,
    NotInRound,
    ProfileError,
    ScenarioError,
    StorageUnavailable,
    UnusableRound,
)
from matcher.settings import from_environment

explain.register(app)
letter.register(app)
meeting.register(app)
history.register(app)
profile.register(app)
reproduce.register(app)
verify.register(app)
whatif.register(app)
access.register(app)
backup.register(app)

DONE, INPUT_HAS_ERRORS, WRONG_USAGE, OUR_FAULT, STOPPED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    set_headings()
    if arguments is None:
        keep_output_for_our_words()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = run(given)
    except Exception as fault:
        if from_environment().shows_own_faults:
            raise
        output.say_fault(our_fault(fault))
        code = OUR_FAULT
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of a command. A fault of the program's own is raised as it is."""
    try:
        return int(app(args=arguments, prog_name="matcher", standalone_mode=False) or DONE)
    except typer.Exit as left:
        return left.exit_code
    except typer.TyperException as fault:
        if type(fault).__name__ == "NoArgsIsHelpError":
            return WRONG_USAGE
        output.say_fault(told(fault))
        return WRONG_USAGE
    except (ProfileError, CanNotWrite, NotInRound, NoScheduler, StorageUnavailable) as fault:
        output.say_fault(str(fault))
    except (ChoicesClash, LetterError, ScenarioError, UnusableRound) as fault:
        output.say_findings(fault.findings)
    except (typer.Abort, KeyboardInterrupt):
        output.say_fault("Avbrutt. Ingenting er skrevet.")
        return STOPPED
    return INPUT_HAS_ERRORS


def our_fault(fault: Exception) -> str:
    """What to say of a fault of the program: where, never with data from the file."""
    frames = extract_tb(fault.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "ukjent sted"
    return (
        f"Beklager, programmet har en feil ({type(fault).__name__} ved {place}). Ingenting er "
        "skrevet. Kanskje kan du melde fra med denne linja; den har ingen opplysninger fra fila."
    )
