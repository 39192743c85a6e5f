"""Long work apart: when it is stopped, it is over, with every process that it has begun."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.domain.choice import Choice
from matcher.explain.solved_round import solve
from matcher.scenarios.changes import Leaves
from matcher.services import Apart, Scenario, Services, Where
from matcher.services.apart import PROGRAM
from tests.scenarios.what_if import SMALL, base, solved

PATIENCE_S = 120


def group(of: int) -> list[int]:
    """The processes of a process's group that still do anything."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            told = (folder / "stat").read_text(encoding="utf-8") if folder.name.isdigit() else ""
        except OSError:  # it has ended meanwhile
            continue
        state, _, its_group = (told.rpartition(")")[2].split() or ["Z", "", ""])[:3]
        if state != "Z" and its_group == str(of):
            found.append(int(folder.name))
    return found


@pytest.mark.soak
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Ser ikke prosessene her.")
def test_what_is_stopped_leaves_no_process_behind() -> None:
    begun = base()
    tried = [
        Scenario(title=p.id, changes=(Leaves(coordinator=p.id),))
        for p in begun.request.roster.coordinators
    ] * 20
    work = Apart.begin(Services(), "sweep", begun, tried, where=Where(workers=2))
    process = work._process
    assert process is not None
    assert os.getpgid(process.pid) == process.pid
    end = time.monotonic() + PATIENCE_S
    while work.share == 0:
        assert time.monotonic() < end, "the sweep never began"
        time.sleep(0.1)
    assert len(group(process.pid)) > 2
    work.cancel()
    time.sleep(0.5)
    assert group(process.pid) == []
    assert work.answer is None


def test_what_is_found_on_the_way_is_told_before_the_answer() -> None:
    """So that it isn't lost where somebody stops it. To lift a ban is tried first, and works."""
    begun = solved(*SMALL)
    case, chosen = next(row for row in begun.chosen_by_id.items() if row[1] is not None)
    banned = solve(replace(begun.request, bans=(Choice(case=case, coordinator=chosen),)))
    work = Apart.begin(Services(), "what_would_change", banned, case, chosen, most_seconds=0)
    end = time.monotonic() + PATIENCE_S
    while not work.is_over:
        assert time.monotonic() < end, "it never ended"
        time.sleep(0.05)
    assert work.fault is None
    assert len(work.answer.ways) == 1
    assert work.so_far.ways == work.answer.ways


def test_the_process_has_nothing_to_complain_of_when_it_begins() -> None:
    """What it wrote in a terminal was a warning that told a municipality nothing."""
    asked = pickle.dumps((Services(), "there_is_no_such_service", (), {}))
    program = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(program, check=True, input=asked, capture_output=True)
    assert done.stderr == b""
    assert b"there_is_no_such_service" in done.stdout
