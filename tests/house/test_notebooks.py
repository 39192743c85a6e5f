"""The notebooks run from the first cell to the last, as whoever reads them would run them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
COMMAND = (sys.executable, "-m", "jupyter", "execute", "--timeout=300")


@pytest.mark.parametrize("name", ["bemanning", "runde"])
def test_a_notebook_runs_from_the_first_cell_to_the_last(name: str) -> None:
    ran = subprocess.run(
        [*COMMAND, f"{name}.ipynb"], cwd=FOLDER, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_every_notebook_is_run() -> None:
    assert {file.stem for file in FOLDER.glob("*.ipynb")} == {"bemanning", "runde"}
