"""Killed while importing, running, deciding: what was accepted is there, and nothing is half."""

from __future__ import annotations

import contextlib
import random
import time
from datetime import date

import pytest

from matcher.domain.months import months_after
from matcher.services import Services
from matcher.storage.store import Store
from tests.services.made_rounds import ON
from tests.services.workers import MADE, STARTS, Told, work_until_ended
from tests.storage.workers import programs

MOST_TOLD, LONGEST_S = 7, 0.4


def killed(address: str, moment: int, chance: random.Random) -> list[Told]:
    """Let a program tell of some work, kill it a moment later; all that it told."""
    ours, theirs = programs().Pipe(duplex=False)
    program = programs().Process(target=work_until_ended, args=(address, moment, theirs))
    program.start()
    theirs.close()
    assert ours.recv() is None
    told: list[Told] = [ours.recv() for _ in range(chance.randint(0, MOST_TOLD))]
    time.sleep(chance.uniform(0, LONGEST_S))
    program.kill()
    program.join()
    with contextlib.suppress(EOFError):
        while ours.poll(0):
            told.append(ours.recv())
    return told


def holds_after(address: str, told: list[Told]) -> None:
    store = Store.open(address)
    rounds = {line.id for line in store.rounds()}
    last = {one.decision.case: one for one in store.decisions(who="anne")}
    by_case: dict[str, dict[str, tuple[date | None, date | None]]] = {}
    for task in store.tasks(who="anne"):
        by_case.setdefault(task.case, {})[task.kind] = (task.due, task.done_on)
    for what, which, number in told:
        if what == "runde":
            assert which in rounds
        elif what == "avgjørelse":
            assert last[str(which)].number >= number
        else:
            assert by_case[str(which)]["forste_mote"][1] == ON
    for case, decided in last.items():
        tasks = by_case.get(case, {})
        assert len(tasks) == (MADE if decided.decision.is_final else 0)
        if tasks:
            held = tasks["forste_mote"][1]
            assert tasks["arsmote"][0] == months_after(held or STARTS, 12)
    assert store.verify_history() == ()
    store.close()


def survives(address: str, moments: int, seed: int) -> None:
    chance = random.Random(seed)
    told: list[Told] = []
    for moment in range(moments):
        told += killed(address, moment, chance)
        holds_after(address, told)
    assert {what for what, _, _ in told} == {"runde", "avgjørelse", "møte"}


def test_it_survives_being_killed_at_some_moments_of_the_work(address: str) -> None:
    survives(address, moments=3, seed=3)


@pytest.mark.soak
def test_it_survives_being_killed_at_200_moments_of_the_work(address: str) -> None:
    survives(address, moments=200, seed=4)


def test_the_program_goes_on_where_it_was_ended(address: str) -> None:
    """The next program opens what the ended one left, and decides in it."""
    told = killed(address, 0, random.Random(5))
    services = Services(database_url=address)
    for line in services.kept_rounds():
        round_ = services.open_kept_round(line.id, who="anne")
        assert [one.case for one in round_.plan.cases] == [case.id for case in round_.roster.cases]
    assert len(services.kept_rounds()) >= sum(what == "runde" for what, _, _ in told)
    services.store.close()
