"""Twenty people in one program, deciding and finishing tasks in the same few cases."""

from __future__ import annotations

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random

import pytest

from matcher.domain.person import Person
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.services import OpenedRound, Services, Stale, Wanted
from tests.services.made_rounds import ON, final, kept_round

CASES = ("S-1", "S-2")
PEOPLE, LONGEST_PAUSE_S = 20, 1.0


@dataclass
class Accepted:
    """What the services said was written, by everybody together."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    reasons: list[str] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    stale: int = 0

    def note(self, *, reason: str | None = None, done: int | None = None) -> None:
        with self.lock:
            self.reasons += [reason] if reason else []
            self.done += [done] if done is not None else []
            self.stale += reason is None and done is None


def decides(services: Services, round_: OpenedRound, who: str, turn: int, chance: Random) -> str:
    """Look at a case and settle it, as a draft or for good; the reason it was given."""
    case = chance.choice(CASES)
    desk = services.desk(round_, case, who=who, on=ON)
    reason = f"{who} {turn}"
    chosen = chance.choice(["K-1", "K-2"])
    decision = final(case, chosen, reason=reason, is_final=chance.random() < 0.5)
    services.settle(round_, decision, seen=desk.seen, who=who, on=ON)
    return reason


def finishes(services: Services, round_: OpenedRound, who: str, chance: Random) -> int | None:
    """Finish one of the open tasks, if there is one; its id."""
    waiting = services.tasks(Wanted(case=chance.choice(CASES)), who=who)
    if not waiting:
        return None
    done, *_ = services.finish_task(chance.choice(waiting), round_.profile, who=who, on=ON)
    return done.id


def prefers(services: Services, who: str, chance: Random) -> None:
    """Prefer a pair, or take that away again."""
    standing = services.choices(who=who)
    if standing and chance.random() < 0.5:
        services.withdraw(chance.choice(standing), who=who)
        return
    choice = StandingChoice(
        kind=ChoiceKind.PREFERENCE, case=chance.choice(CASES), coordinator="K-1", reason=who
    )
    services.choose(choice, who=who)


def works(
    services: Services, round_: OpenedRound, who: str, until: float, accepted: Accepted
) -> None:
    """A person at work, who clicks about twice a second, until the time is up."""
    chance, turn = Random(who), 0
    while time.monotonic() < until:
        turn += 1
        time.sleep(chance.uniform(0, LONGEST_PAUSE_S))
        try:
            if chance.random() < 0.5:
                accepted.note(reason=decides(services, round_, who, turn, chance))
            elif chance.random() < 0.7:
                if (done := finishes(services, round_, who, chance)) is not None:
                    accepted.note(done=done)
            else:
                prefers(services, who, chance)
        except Stale:
            accepted.note()


def together(services: Services, seconds: float) -> None:
    round_ = kept_round(services)
    people = [f"p{n:02}" for n in range(PEOPLE)]
    for who in people:
        services.store.save_person(Person(id=who, name=who), who="anne")
    accepted, until = Accepted(), time.monotonic() + seconds
    with ThreadPoolExecutor(PEOPLE) as pool:
        work = [pool.submit(works, services, round_, who, until, accepted) for who in people]
        for one in work:
            one.result()
    kept = [
        decided.decision.reason
        for case in CASES
        for decided in services.decisions_of(case, who="anne")
    ]
    assert sorted(map(str, kept)) == sorted(accepted.reasons)
    assert accepted.reasons
    every = services.tasks(Wanted(done=None), who="anne")
    assert {task.id for task in every if task.done_on} == set(accepted.done)
    open_ = Counter((task.case, task.kind) for task in every if task.done_on is None)
    assert [pair for pair, count in open_.items() if count > 1] == []
    assert services.verify_history() == ()


def test_twenty_people_at_work_lose_nothing_and_no_task_comes_twice(services: Services) -> None:
    together(services, seconds=2)


@pytest.mark.soak
def test_twenty_people_at_work_for_two_minutes_lose_nothing(services: Services) -> None:
    together(services, seconds=120)
