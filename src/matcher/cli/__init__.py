"""The commands. Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 3 our own fault."""

from matcher.cli.start import main

__all__ = ["main"]
