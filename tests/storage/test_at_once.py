"""Many at once: nothing that anybody wrote is lost, and there is one chain."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from matcher.domain.decision import Decision, Outcome
from matcher.domain.person import Person
from matcher.storage.errors import Stale
from matcher.storage.store import Store
from tests.storage.made import ANNE, roster
from tests.storage.workers import decide_on_the_same_case, programs

PEOPLE, TIMES = 3, 4


def written(address: str) -> list[str]:
    """The reasons of every decision of the case; the history must be whole."""
    store = Store.open(address)
    decided = store.decisions_of("S-1", who="anne")
    assert [one.number for one in decided] == list(range(1, len(decided) + 1))
    assert store.verify_history() == ()
    store.close()
    return sorted(str(one.decision.reason) for one in decided)


def expected(people: list[str]) -> list[str]:
    return sorted(f"{who} {turn}" for who in people for turn in range(TIMES))


def prepared(address: str) -> None:
    store = Store.open(address)
    store.save_person(ANNE, who="anne")
    store.save_roster(roster("S-1", "S-2", "S-3"), who="anne")
    store.close()


def test_threads_that_decide_on_the_same_case_lose_nothing(address: str) -> None:
    prepared(address)
    people = [f"p{n}" for n in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(lambda who: decide_on_the_same_case(address, who, TIMES), people))
    assert written(address) == expected(people)


def test_programs_that_decide_on_the_same_case_lose_nothing(address: str) -> None:
    prepared(address)
    people = [f"p{n}" for n in range(3)]
    with programs().Pool(3) as pool:
        pool.starmap(decide_on_the_same_case, [(address, who, TIMES) for who in people])
    assert written(address) == expected(people)


def test_programs_that_start_at_once_make_one_set_of_tables(empty_address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store.open(empty_address), range(4)))
    stores[0].save_person(ANNE, who="anne")
    for store in stores:
        assert [person.id for person in store.people()] == ["anne"]
        store.close()


def works(store: Store, who: str, until: float, accepted: list[str], lock: threading.Lock) -> None:
    """Read and decide as somebody in a meeting, only much faster."""
    chance, turn = Random(who), 0
    while time.monotonic() < until:
        case = chance.choice(["S-1", "S-2", "S-3"])
        last = store.decision_of(case, who=who)
        seen = last.number if last else 0
        reason = f"{who} {turn}"
        decision = Decision(case=case, outcome=Outcome.OPEN, reason=reason)
        try:
            store.decide(decision, seen=seen, who=who)
        except Stale:
            continue
        turn += 1
        with lock:
            accepted.append(reason)


def twenty_at_once(address: str, seconds: float) -> None:
    """One program with twenty people in it, as the pages have."""
    prepared(address)
    store = Store.open(address)
    people = [f"p{n}" for n in range(20)]
    for who in people:
        store.save_person(Person(id=who, name=who), who="anne")
    accepted: list[str] = []
    lock, until = threading.Lock(), time.monotonic() + seconds
    with ThreadPoolExecutor(20) as pool:
        work = [pool.submit(works, store, who, until, accepted, lock) for who in people]
        for one in work:
            one.result()
    decided = [store.decisions_of(case, who="anne") for case in ("S-1", "S-2", "S-3")]
    kept = [str(one.decision.reason) for case in decided for one in case]
    assert sorted(kept) == sorted(accepted)
    assert len(set(kept)) == len(kept)
    assert store.verify_history() == ()
    store.close()


def test_twenty_people_at_once_lose_nothing(address: str) -> None:
    twenty_at_once(address, seconds=1)


@pytest.mark.soak
def test_twenty_people_at_once_for_two_minutes_lose_nothing(address: str) -> None:
    twenty_at_once(address, seconds=120)
