"""Standard output for our own words alone, so that what is piped can be read by a machine."""

from __future__ import annotations

import os
import sys

STANDARD_OUTPUT = 1


def keep_output_for_our_words() -> None:
    """From now on only Python writes to standard output, for as long as the process lives.

    A solver's own code prints a stray line there now and then, past every option it has (HiGHS
    1.12, issue 2783), and more than that when the process ends; it goes nowhere instead. Does
    nothing where standard output isn't a real one, such as in a notebook or a test.
    """
    try:
        if sys.stdout.fileno() != STANDARD_OUTPUT:
            return
    except (OSError, ValueError):
        return
    sys.stdout.flush()
    ours = os.dup(STANDARD_OUTPUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_OUTPUT)
    os.close(nowhere)
    words = sys.stdout
    sys.stdout = os.fdopen(ours, "w", encoding=words.encoding, errors=words.errors)
