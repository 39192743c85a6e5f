"""A decision is written once, with who, when and why; two people at once lose nothing."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.decision import Decision, Outcome
from matcher.domain.history import Happening
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.task import Task
from matcher.storage.errors import NotKept, Stale
from matcher.storage.store import Store
from tests.storage.made import BJORN, Clock, decision, roster, task


@pytest.fixture
def cases(store: Store) -> Store:
    """Two people, and two cases to decide on."""
    store.save_person(BJORN, who="anne")
    store.save_roster(roster("S-1", "S-2"), who="anne")
    return store


def test_a_decision_says_who_when_and_why(cases: Store, clock: Clock) -> None:
    decided = cases.decide(decision(), seen=0, who="bjorn")
    assert decided.at == clock.now
    assert (decided.number, decided.who) == (1, "bjorn")
    assert cases.decisions_of("S-1", who="anne") == (decided,)
    line = next(line for line in cases.history(who="anne") if line.what == Happening.DECIDED)
    assert (line.who, line.case, line.reason) == ("Bjørn Dahl", "S-1", "Familien ønsker det.")


def test_the_last_decision_counts_and_the_earlier_ones_stay(cases: Store) -> None:
    draft = decision().model_copy(update={"is_final": False})
    first = cases.decide(draft, seen=0, who="anne")
    second = cases.decide(decision(), seen=1, who="bjorn")
    other = cases.decide(decision("S-2"), seen=0, who="anne")
    assert cases.decisions_of("S-1", who="anne") == (first, second)
    assert cases.decisions(who="anne") == (second, other)
    assert cases.decision_of("S-1", who="anne") == second
    told = [line.what for line in reversed(cases.history_of("S-1", who="anne"))]
    assert told[:2] == [Happening.DRAFTED, Happening.DECIDED]


def test_a_decision_and_its_tasks_are_kept_together_or_not_at_all(cases: Store) -> None:
    with pytest.raises(NotKept, match="S-9"):
        cases.decide(decision(), seen=0, who="anne", new_tasks=[task(), task("S-9")])
    assert cases.decisions(who="anne") == ()
    assert cases.tasks(who="anne") == ()
    cases.decide(decision(), seen=0, who="anne", new_tasks=[task(), task(title="Kall inn")])
    assert [kept.title for kept in cases.tasks_of("S-1", who="anne")] == [
        "Innhent samtykke",
        "Kall inn",
    ]


def test_the_later_of_two_is_told_what_the_other_decided_and_loses_no_text(cases: Store) -> None:
    theirs = decision(reason="Bjørn skrev dette.")
    cases.decide(theirs, seen=0, who="bjorn")
    yours = decision(reason="Anne skrev dette.")
    with pytest.raises(Stale, match="Bjørn Dahl endret dette") as stale:
        cases.decide(yours, seen=0, who="anne")
    assert stale.value.theirs == theirs
    assert stale.value.yours == yours
    assert stale.value.changed == ("reason",)
    assert len(cases.decisions_of("S-1", who="anne")) == 1
    assert cases.decide(yours, seen=1, who="anne").number == 2


def test_two_who_write_the_same_task_do_not_write_over_each_other(cases: Store) -> None:
    kept = cases.save_task(task(), who="anne")
    done = cases.save_task(kept.model_copy(update={"done_on": kept.due}), who="bjorn")
    noted = kept.model_copy(update={"note": "Mor ringer mandag"})
    with pytest.raises(Stale) as stale:
        cases.save_task(noted, who="anne")
    assert isinstance(stale.value.theirs, Task)
    assert isinstance(stale.value.yours, Task)
    assert stale.value.theirs == done
    assert stale.value.yours.note == "Mor ringer mandag"
    assert set(stale.value.changed) == {"done_on", "note"}


def test_tasks_come_by_due_day_and_those_without_last(cases: Store) -> None:
    late, none, soon = (
        cases.save_task(task().model_copy(update={"due": due}), who="anne")
        for due in (date(2027, 1, 1), None, date(2026, 12, 1))
    )
    assert cases.tasks(who="anne") == (soon, late, none)


def test_a_lock_stands_until_it_is_withdrawn(cases: Store) -> None:
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-1", coordinator="K-1", reason="Kjent")
    kept = cases.save_choice(lock, who="anne")
    assert cases.choices(who="anne") == (kept,)
    with pytest.raises(Stale, match="Anne Lie"):
        cases.save_choice(lock.model_copy(update={"kind": ChoiceKind.BAN}), who="bjorn")
    cases.withdraw_choice(kept, who="bjorn", reason="Familien flytter")
    assert cases.choices(who="anne") == ()
    with pytest.raises(Stale, match="Noen fjernet dette"):
        cases.withdraw_choice(kept, who="anne", reason=None)
    lines = {line.what: line for line in cases.history_of("S-1", who="anne")}
    assert lines[Happening.CHOSE].reason == "Kjent"
    assert lines[Happening.WITHDREW].reason == "Familien flytter"


def test_two_who_change_the_same_person_do_not_write_over_each_other(cases: Store) -> None:
    anne, bjorn = cases.people()
    cases.save_person(bjorn.model_copy(update={"name": "Bjørn Dal"}), who="anne")
    with pytest.raises(Stale) as stale:
        cases.save_person(bjorn.model_copy(update={"is_active": False}), who="bjorn")
    assert stale.value.by == anne.name


def test_only_a_known_person_can_decide(cases: Store) -> None:
    with pytest.raises(NotKept, match="Personen ukjent finnes ikke"):
        cases.decide(decision(), seen=0, who="ukjent")
    assert cases.decisions(who="anne") == ()


def test_a_decision_hangs_together() -> None:
    with pytest.raises(ValueError, match="står åpen"):
        Decision(case="S-1", outcome=Outcome.OPEN, coordinator="K-1")
    with pytest.raises(ValueError, match="står åpen"):
        Decision(case="S-1", outcome=Outcome.ACCEPTED)
    with pytest.raises(ValueError, match="stedfortrederen"):
        Decision(case="S-1", outcome=Outcome.ACCEPTED, coordinator="K-1", stand_in="K-1")
