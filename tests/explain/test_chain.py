"""Who moves where is told as chains: every move once, each into the place that the next leaves."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.plan import Move
from matcher.explain.chain import chains

PLACES = st.sampled_from([None, "K-1", "K-2", "K-3", "K-4"])


def move(case: str, before: str | None, after: str | None) -> Move:
    return Move(case=case, from_=before, to=after)


@st.composite
def moves(draw: st.DrawFn) -> list[Move]:
    pairs = draw(st.lists(st.tuples(PLACES, PLACES).filter(lambda p: p[0] != p[1]), min_size=1))
    return [move(f"S-{k}", *pair) for k, pair in enumerate(pairs)]


@given(moves())
def test_every_move_is_in_one_chain_once_and_the_one_asked_about_begins(told: list[Move]) -> None:
    found = chains(told[0], told[1:])
    assert found[0][0] == told[0]
    assert sorted(m.case for chain in found for m in chain) == sorted(m.case for m in told)


@given(moves())
def test_each_goes_to_the_one_that_the_next_leaves_and_nobody_makes_way_for_nobody(
    told: list[Move],
) -> None:
    for chain in chains(told[0], told[1:]):
        for before, after in pairwise(chain):
            assert before.to == after.from_
            assert before.to is not None


def test_two_who_make_way_at_once_are_two_chains_that_begin_where_somebody_leaves() -> None:
    first = move("S-1", "K-1", "K-2")
    told = (move("S-4", "K-2", "K-4"), move("S-2", "K-2", "K-3"), move("S-3", "K-3", "K-1"))
    assert [[m.case for m in chain] for chain in chains(first, told)] == [
        ["S-1", "S-2", "S-3"],
        ["S-4"],
    ]


def test_a_ring_that_has_nothing_to_do_with_the_first_is_a_chain_of_its_own() -> None:
    first = move("S-1", None, "K-1")
    ring = (move("S-2", "K-2", "K-3"), move("S-3", "K-3", "K-2"))
    assert [len(chain) for chain in chains(first, ring)] == [1, 2]
