"""A file's tests are one worker's: what they share is made once, and only one Chromium is open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
NOTES_ITS_WORKER = """
import os, pathlib, pytest

@pytest.mark.parametrize("number", range(6))
def test_it(number):
    file = pathlib.Path(__file__).with_suffix(".txt")
    with file.open("a") as notes:
        print(os.environ["PYTEST_XDIST_WORKER"], file=notes)
"""
BROWSER = ("test_one_in_browser", "test_other_in_browser")
FILES = (*BROWSER, "test_a", "test_b")


def test_a_file_is_one_workers_and_so_is_all_that_needs_a_browser(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / f"{name}.py").write_text(NOTES_ITS_WORKER, encoding="utf-8")
    hook = "from tests.conftest import pytest_xdist_make_scheduler\n"
    (tmp_path / "conftest.py").write_text(hook, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text(f"[pytest]\npythonpath = {REPOSITORY}\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "--numprocesses=2", "--quiet", str(tmp_path)]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout

    noted = {name: (tmp_path / f"{name}.txt").read_text("utf-8").split() for name in FILES}
    assert [len(workers) for workers in noted.values()] == [6] * len(FILES)
    assert [len(set(workers)) for workers in noted.values()] == [1] * len(FILES)
    assert len({worker for name in BROWSER for worker in noted[name]}) == 1
    assert len({worker for workers in noted.values() for worker in workers}) == 2
