"""Deleting a case takes its personal data from everywhere; the history still verifies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from matcher.domain.history import DeletionGround, Happening
from matcher.domain.part_of_round import plan_without, roster_without
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.storage.chain import content_sha256
from matcher.storage.engine import open_engine
from matcher.storage.errors import NotKept
from matcher.storage.store import Store
from matcher.storage.tables import metadata
from tests.storage.made import ANNE, PROFILE_TEXT, decision, plan, roster, task

SECRET = "Lillebror-heter-Trym"


@pytest.fixture
def filled(store: Store) -> Store:
    """Three cases in a roster, a round, decisions, locks and tasks; S-1 has a secret in each."""
    made = roster("S-1", "S-10", "S-2", matters=SECRET)
    made = made.model_copy(
        update={
            "cases": tuple(
                case if case.id == "S-1" else case.model_copy(update={"what_matters": None})
                for case in made.cases
            )
        }
    )
    roster_id = store.save_roster(made, who="anne")
    store.save_round(plan(made), roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne")
    store.decide(
        decision("S-1", reason=SECRET), seen=0, who="anne", new_tasks=[task("S-1", SECRET)]
    )
    store.decide(decision("S-10"), seen=0, who="anne", new_tasks=[task("S-10")])
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-1", coordinator="K-1", reason=SECRET)
    store.save_choice(lock, who="anne")
    store.decisions_of("S-1", who="anne")
    return store


def everything(address: str) -> str:
    """Every value in every table, as text."""
    engine = open_engine(address)
    with engine.connect() as connection:
        rows = [
            repr(tuple(row))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        ]
    engine.dispose()
    return "\n".join(rows)


def test_nothing_is_left_that_says_which_case_it_was(filled: Store, address: str) -> None:
    before = everything(address)
    assert SECRET in before
    assert "'S-1'" in before
    filled.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    after = everything(address)
    assert SECRET not in after
    assert '"S-1"' not in after
    assert "'S-1'" not in after
    assert "S-10" in after


def test_the_deletion_is_in_the_history_which_still_verifies(filled: Store) -> None:
    noted = filled.head()
    filled.delete_case("S-1", ground=DeletionGround.KEPT_LONG_ENOUGH, who="anne")
    assert filled.verify_history(noted) == ()
    line = next(line for line in filled.history(who="anne") if line.what == Happening.DELETED)
    assert (line.what, line.who, line.case) == (Happening.DELETED, "Anne Lie", None)
    assert line.about == "oppbevaringstiden er ute"


def test_the_other_cases_keep_all_that_is_theirs(filled: Store) -> None:
    mine = filled.decisions_of("S-10", who="anne")
    filled.delete_case("S-1", ground=DeletionGround.MISTAKE, who="anne")
    assert filled.decisions_of("S-10", who="anne") == filled.decisions(who="anne") == mine
    assert [kept.case for kept in filled.tasks(who="anne")] == ["S-10"]
    assert [case.id for case in filled.roster(1, who="anne").roster.cases] == ["S-10", "S-2"]
    assert [case.case for case in filled.round(1, who="anne").plan.cases] == ["S-10", "S-2"]


def test_a_round_says_that_it_can_no_longer_be_run_again(filled: Store) -> None:
    filled.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    assert [line.erased_cases for line in filled.rounds()] == [1]
    assert [line.erased_cases for line in filled.rosters()] == [1]


def test_a_deleted_case_is_not_known_and_may_come_back_as_a_new_one(
    filled: Store,
) -> None:
    filled.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    with pytest.raises(NotKept):
        filled.decide(decision("S-1"), seen=0, who="anne")
    with pytest.raises(NotKept):
        filled.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    filled.save_roster(roster("S-1"), who="anne")
    assert filled.history_of("S-1", who="anne")[1:] == ()
    assert filled.decide(decision("S-1"), seen=0, who="anne").number == 1
    assert filled.verify_history() == ()


def test_the_same_roster_imported_again_after_a_deletion_is_a_new_one(filled: Store) -> None:
    made = filled.roster(1, who="anne").roster
    filled.delete_case("S-2", ground=DeletionGround.ASKED_FOR, who="anne")
    assert filled.save_roster(made, who="anne") == 2
    assert filled.roster(2, who="anne").roster == made


def test_the_bytes_of_the_file_hold_nothing_of_a_deleted_case(tmp_path: Path) -> None:
    """SQLite would leave deleted text in free pages and in its write-ahead log."""
    file = tmp_path / "base.db"
    store = Store.open(f"sqlite:///{file}")
    store.save_person(ANNE, who="anne")
    store.save_roster(roster("S-1"), who="anne")
    store.decide(
        decision("S-1", reason=SECRET), seen=0, who="anne", new_tasks=[task("S-1", SECRET)]
    )
    assert any(SECRET.encode() in part.read_bytes() for part in tmp_path.iterdir())
    store.delete_case("S-1", ground=DeletionGround.ASKED_FOR, who="anne")
    assert not any(SECRET.encode() in part.read_bytes() for part in tmp_path.iterdir())
    store.close()


def test_a_fingerprint_that_is_left_can_not_be_guessed_back_to_its_content() -> None:
    """Same content, another salt, another fingerprint; and the salt is erased too."""
    assert content_sha256("a", "ja") != content_sha256("b", "ja")


ids = st.lists(st.sampled_from(["S-1", "S-10", "1", "barn", "runden"]), min_size=1, unique=True)


@given(ids, st.data())
def test_a_roster_and_a_plan_without_a_case_never_name_it(
    some: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(some))
    made = roster(*some)
    assert [case.id for case in roster_without(made, {gone}).cases] == sorted(set(some) - {gone})
    less = plan_without(plan(made), {gone}, "slettet sak")
    assert [case.case for case in less.cases] == sorted(set(some) - {gone})
    named = {move.case for c in less.cases for s in c.suggestions for move in s.consequence.moved}
    assert gone not in named
    assert gone not in {lock.case for lock in less.round.locks}
    for case in less.cases:
        for finding in (*case.unplaced_because, *less.findings):
            assert gone not in finding.message.replace(".", "").split()
