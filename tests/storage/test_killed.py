"""Killed in the middle, at any moment: no accepted decision is lost, and none is half there."""

from __future__ import annotations

import contextlib
import random
import time
from collections import Counter

import pytest

from matcher.storage.store import Store
from tests.storage.workers import import_and_decide_until_ended, programs

MOST_TOLD, LONGEST_S = 4, 0.06


def killed(address: str, moment: int, chance: random.Random) -> list[tuple[str, int]]:
    """Let a program tell of some decisions, kill it a moment later; all that it told."""
    ours, theirs = programs().Pipe(duplex=False)
    work = (address, moment, theirs)
    program = programs().Process(target=import_and_decide_until_ended, args=work)
    program.start()
    theirs.close()
    told = [ours.recv() for _ in range(1 + chance.randint(0, MOST_TOLD))]
    time.sleep(chance.uniform(0, LONGEST_S))
    program.kill()
    program.join()
    with contextlib.suppress(EOFError):
        while ours.poll(0):
            told.append(ours.recv())
    return [one for one in told if one is not None]


def holds_after(address: str, told: list[tuple[str, int]]) -> None:
    store = Store.open(address)
    if not store.people():
        assert told == []
        store.close()
        return
    who = store.people()[0].id
    kept = {one.decision.case: one.number for one in store.decisions(who=who)}
    lost = [(case, number) for case, number in told if kept.get(case, 0) < number]
    assert lost == []
    tasks = Counter(task.case for task in store.tasks(who=who))
    assert tasks == {case: 2 * number for case, number in kept.items()}
    assert store.verify_history() == ()
    store.close()


def survives(address: str, moments: int, seed: int) -> None:
    chance = random.Random(seed)
    told: list[tuple[str, int]] = []
    for moment in range(moments):
        told += killed(address, moment, chance)
        holds_after(address, told)
    assert told


def test_it_survives_being_killed_at_some_moments(empty_address: str) -> None:
    survives(empty_address, moments=4, seed=1)


@pytest.mark.soak
def test_it_survives_being_killed_at_200_moments(empty_address: str) -> None:
    survives(empty_address, moments=200, seed=2)
