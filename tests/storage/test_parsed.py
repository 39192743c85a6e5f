"""What is kept is in memory once, however many have it open, and no longer than they have."""

from __future__ import annotations

import gc
import weakref
from itertools import chain

from matcher.domain.history import DeletionGround, Happening
from matcher.domain.plan import CasePlan, CriterionScore, Move, Plan
from matcher.storage.kept_whole import ROUND
from matcher.storage.shared_parts import plan_sharing
from matcher.storage.store import Store
from tests.storage.made import ANNE, BJORN, PROFILE_TEXT, roster
from tests.storage.made import plan as made_plan

SCORE = CriterionScore(id="K", title="Kjenner saken", score=80, weight=2, because="Fire år.")
MOVE = Move(case="S-2", from_="K-1", to=None)


def kept(store: Store) -> int:
    """A round in which every case has the same score and would move the same case."""
    made = roster("S-1", "S-2", "S-3")
    plan = made_plan(made)
    plan = plan.model_copy(update={"cases": tuple(map(alike, plan.cases))})
    roster_id = store.save_roster(made, who="anne")
    return store.save_round(plan, roster_id=roster_id, profile_text=PROFILE_TEXT, who="anne")


def alike(case: CasePlan) -> CasePlan:
    """The case with values that are equal in every case, and not the same."""
    (suggestion,) = case.suggestions
    consequence = suggestion.consequence.model_copy(update={"moved": (MOVE.model_copy(),)})
    told = {"criteria": (SCORE.model_copy(),), "consequence": consequence}
    return case.model_copy(update={"suggestions": (suggestion.model_copy(update=told),)})


def parts_in_memory(plan: Plan) -> tuple[set[int], set[int]]:
    """How many scores and moves there are in memory, each by its place."""
    suggestions = list(chain.from_iterable(case.suggestions for case in plan.cases))
    scores = {id(score) for each in suggestions for score in each.criteria}
    return scores, {id(move) for each in suggestions for move in each.consequence.moved}


def test_all_who_have_a_round_open_hold_the_same_plan_and_roster(store: Store) -> None:
    id_ = kept(store)
    first, second = store.round(id_, who="anne"), store.round(id_, who="anne")
    assert first.plan is second.plan
    one, other = (store.roster(first.line.roster_id, who="anne").roster for _ in range(2))
    assert one is other


def test_equal_parts_of_a_plan_are_one_and_the_plan_is_as_it_was_kept(store: Store) -> None:
    plan = store.round(kept(store), who="anne").plan
    assert list(map(len, parts_in_memory(plan))) == [1, 1]
    made = made_plan(roster("S-1", "S-2", "S-3"))
    made = made.model_copy(update={"cases": tuple(map(alike, made.cases))})
    assert plan == plan_sharing(made) == made
    assert plan.to_json() == plan_sharing(made).to_json() == made.to_json()
    assert list(map(len, parts_in_memory(plan_sharing(made)))) == [1, 1]


def test_what_nobody_has_open_any_longer_is_forgotten(store: Store) -> None:
    held = store.round(kept(store), who="anne")
    plan = weakref.ref(held.plan)
    del held
    gc.collect()
    assert plan() is None


def test_a_deleted_case_is_gone_from_the_next_opening_though_somebody_has_it_open(
    store: Store,
) -> None:
    id_ = kept(store)
    before = store.round(id_, who="anne")
    roster_before = store.roster(before.line.roster_id, who="anne").roster
    store.delete_case("S-3", ground=DeletionGround.ASKED_FOR, who="anne")
    after = store.round(id_, who="anne")
    roster_after = store.roster(after.line.roster_id, who="anne").roster
    assert [case.case for case in after.plan.cases] == ["S-1", "S-2"]
    assert [case.id for case in roster_after.cases] == ["S-1", "S-2"]
    assert (len(before.plan.cases), len(roster_before.cases)) == (3, 3)
    assert "S-3" not in after.plan.to_json()


def test_opening_what_another_has_open_is_written_in_the_log(store: Store) -> None:
    store.save_person(BJORN, who=ANNE.id)
    id_ = kept(store)
    held = [store.round(id_, who=person.id) for person in (ANNE, BJORN)]
    read = [line for line in store.history(who="anne") if line.about == f"{ROUND} {id_}"]
    assert [line.who for line in read if line.what == Happening.READ] == [BJORN.name, ANNE.name]
    assert held[0].plan is held[1].plan
