"""How fair: groups are told only where nobody can be found behind them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.roster import Roster
from matcher.domain.vocabulary import AddressBlock
from matcher.scenarios.changes import Leaves
from matcher.scenarios.fair import LEAST_SHOWN, OTHERS, apart, how_fair, together
from matcher.scenarios.outcome import outcome_with
from tests.scenarios.what_if import base, busiest, scenario

MEMBERS = st.dictionaries(
    st.sampled_from("abcdefg"), st.sets(st.integers(0, 60).map(str), min_size=1), max_size=6
)


@given(MEMBERS)
def test_groups_that_share_out_everybody_leave_nobody_over(groups: dict[str, set[str]]) -> None:
    """What is shown is all or five at least are left out: nobody is found by subtraction."""
    parted = {name: {f"{name}{id_}" for id_ in members} for name, members in groups.items()}
    shown = together(parted)
    assert all(len(members) >= LEAST_SHOWN for members in shown.values())
    everybody = set().union(*parted.values())
    left = everybody - set().union(*shown.values())
    assert not left or not shown


@given(MEMBERS, st.integers(0, 40))
def test_of_groups_that_overlap_neither_in_nor_out_is_too_few(
    groups: dict[str, set[str]], more: int
) -> None:
    everybody = len(set().union(*groups.values())) + more
    for members in apart(groups, everybody).values():
        assert len(members) >= LEAST_SHOWN
        assert not 0 < everybody - len(members) < LEAST_SHOWN


def test_small_groups_become_one_and_take_the_smallest_with_them_where_still_too_few() -> None:
    groups = {"a": set("12345678"), "b": set("ABCDE"), "c": set("x"), "d": set("y")}
    assert {name: len(ids) for name, ids in together(groups).items()} == {"a": 8, OTHERS: 7}


def test_every_row_counts_five_cases_at_least_and_the_same_before_and_after() -> None:
    begun = base(2, 0.85)
    after = outcome_with(begun, scenario(Leaves(coordinator=busiest(begun))))
    rows = how_fair(begun, after)
    assert rows
    assert all(row.cases >= LEAST_SHOWN for row in rows)
    for row in how_fair(begun, begun):
        assert row.before == row.after


def test_cases_with_a_blocked_address_are_left_out() -> None:
    begun = base()
    roster = begun.request.roster
    blocked = [
        case.model_copy(update={"address_block": AddressBlock.CONFIDENTIAL})
        for case in roster.cases
    ]
    hidden = Roster.of(roster.on, blocked, roster.coordinators, roster.units)
    pairs = replace(
        begun.posed.pairs, cases=tuple(hidden.case_by_id[id_] for id_ in begun.problem.case_ids)
    )
    closed = replace(begun, posed=replace(begun.posed, pairs=pairs))
    assert how_fair(begun, begun)
    assert how_fair(closed, closed) == ()
