"""What is piped from a command holds our own words alone."""

import subprocess
import sys

PROGRAM = """
import ctypes
from matcher.cli.quiet import keep_output_for_our_words
print("før")
keep_output_for_our_words()
ctypes.CDLL(None).puts(b"a solver speaks")
print("våre ord")
ctypes.CDLL(None).puts(b"and again, not flushed before the end")
"""


def test_what_foreign_code_writes_does_not_reach_standard_output() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM], capture_output=True, check=True
    )
    assert ran.stdout.decode("utf-8").split("\n") == ["før", "våre ord", ""]
