"""Thousands of broken files: no crash, no hang, no flood of memory, always a message."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.exchange.reading import read
from tests.security.broken import LONGEST_S, ON

REPOSITORY = Path(__file__).parents[2]
MOST_BYTES = 500_000_000


def read_broken(seed: int, count: int) -> None:
    """In a process of its own, so that its memory is its own too."""
    command = [sys.executable, "-m", "tests.security.broken", str(seed), str(count)]
    most_s = 60 + LONGEST_S * count
    ran = subprocess.run(
        command, check=False, cwd=REPOSITORY, capture_output=True, text=True, timeout=most_s
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["count"] == count
    assert told["faults"] == {}
    assert told["peak_bytes"] < MOST_BYTES


def test_some_broken_workbooks_each_day() -> None:
    read_broken(seed=20261123, count=20)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
def test_thousands_of_broken_workbooks(seed: int) -> None:
    read_broken(seed, count=500)


@given(st.binary(max_size=2000))
def test_any_bytes_at_all_give_a_message(content: bytes) -> None:
    imported = read("fil.xlsx", content, ON)
    assert imported.has_errors
    assert imported.roster.cases == ()


@given(
    st.dictionaries(
        st.sampled_from(["Saker.csv", "Koordinatorer.csv", "Tjenester.csv", "x.csv", "../a.csv"]),
        st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
        max_size=4,
    )
)
def test_any_csv_at_all_gives_a_message(parts: dict[str, bytes]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    imported = read("fil.zip", packed.getvalue(), ON)
    assert imported.has_errors
