"""A round without some cases names none of them, and tells of the others what it told before."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.part_of_round import plan_without, roster_without
from matcher.domain.plan import CasePlan
from tests.storage.made import plan, roster

IDS = ["S-1", "S-2", "S 3", "Åse.4", "barn"]


@given(st.sets(st.sampled_from(IDS)))
def test_no_case_that_is_gone_is_named_and_every_other_is_there(gone: set[str]) -> None:
    made = roster(*IDS)
    less = plan_without(plan(made), gone, "en annen sak")
    assert {case.case for case in less.cases} == set(IDS) - gone
    assert {case.id for case in roster_without(made, gone).cases} == set(IDS) - gone
    told = less.to_json()
    assert [case for case in gone if f'"{case}"' in told or f" {case} " in told] == []


@given(st.sets(st.sampled_from(IDS)))
def test_as_many_move_as_before_where_moves_are_kept(gone: set[str]) -> None:
    whole = plan(roster(*IDS))
    less = plan_without(whole, gone, "en annen sak", keeps_moves=True)
    kept = [case for case in whole.cases if case.case not in gone]

    def moves(cases: Iterable[CasePlan]) -> list[int]:
        return [len(s.consequence.moved) for c in cases for s in c.suggestions]

    assert moves(less.cases) == moves(kept)


def test_nothing_changes_where_nothing_is_gone() -> None:
    whole = plan(roster(*IDS))
    assert plan_without(whole, set(), "en annen sak") == whole
