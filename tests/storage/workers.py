"""Programs that work on a database at once, or until somebody ends them."""

from __future__ import annotations

import itertools
import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

from matcher.domain.decision import Decision, Outcome
from matcher.domain.person import Person
from matcher.storage.errors import Stale
from matcher.storage.store import Store
from tests.storage.made import roster, task

MODULES = [
    "pytest",
    "psycopg",
    "matcher.storage.store",
    "tests.storage.workers",
    "tests.services.workers",
]


def programs() -> ForkServerContext:
    """Programs of their own that start at once, since what they need is read beforehand."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(MODULES)
    return context


def enter(store: Store, who: str) -> None:
    """Make sure that a person is known; several may try at once."""
    while who not in {person.id for person in store.people()}:
        first = next((person.id for person in store.people()), who)
        try:
            store.save_person(Person(id=who, name=who.capitalize()), who=first)
        except (Stale, LookupError):
            continue


def import_and_decide_until_ended(address: str, moment: int, told: Connection) -> None:
    """Import rosters and decide in them, and tell of each decision once it is accepted."""
    told.send(None)
    store = Store.open(address)
    enter(store, "anne")
    for turn in itertools.count():
        case = f"S-{moment}-{turn}"
        store.save_roster(roster(case), who="anne")
        for seen in range(2):
            decision = Decision(
                case=case, outcome=Outcome.ANOTHER, coordinator="K-1", reason=f"{seen + 1}. gang"
            )
            store.decide(decision, seen=seen, who="anne", new_tasks=[task(case), task(case)])
            told.send((case, seen + 1))


def decide_on_the_same_case(address: str, who: str, times: int, case: str = "S-1") -> int:
    """Decide so many times on a case that others decide on too; count the conflicts."""
    store = Store.open(address)
    enter(store, who)
    conflicts = 0
    for turn in range(times):
        decision = Decision(
            case=case, outcome=Outcome.ANOTHER, coordinator="K-1", reason=f"{who} {turn}"
        )
        while True:
            last = store.decision_of(case, who=who)
            seen = last.number if last else 0
            try:
                store.decide(decision, seen=seen, who=who)
                break
            except Stale:
                conflicts += 1
    store.close()
    return conflicts
