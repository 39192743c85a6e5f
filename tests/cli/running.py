"""The commands as a user runs them: a process of their own, its words and its exit code."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass
from pathlib import Path

from matcher.cli import output
from matcher.cli.norwegian import set_headings
from matcher.cli.start import main

SAMPLES = Path(__file__).parents[2] / "data" / "sample"


@dataclass(frozen=True)
class Ran:
    """How a command went."""

    code: int
    out: str
    err: str


def matcher(*words: str | Path) -> Ran:
    """Run a command in this process, with its output caught."""
    out, err = io.StringIO(), io.StringIO()
    output.out.file, output.err.file = out, err
    output.out.width = output.err.width = 160
    set_headings()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(word) for word in words])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
    return Ran(code, out.getvalue(), err.getvalue())
