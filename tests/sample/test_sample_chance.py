"""The dice of the sample."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from matcher.sample.chance import Chance

SEEDS = st.integers(min_value=0, max_value=2**32)


@given(SEEDS)
def test_the_same_seed_and_topic_give_the_same_draws(seed: int) -> None:
    first, second = Chance(seed, "cases"), Chance(seed, "cases")
    assert [first.whole(0, 99) for _ in range(20)] == [second.whole(0, 99) for _ in range(20)]


@given(SEEDS)
def test_topics_have_streams_of_their_own(seed: int) -> None:
    first, second = Chance(seed, "cases"), Chance(seed, "staff")
    assert [first.whole(0, 10**9) for _ in range(4)] != [second.whole(0, 10**9) for _ in range(4)]


@given(SEEDS, st.integers(-5, 5), st.integers(0, 9))
def test_a_whole_number_stays_between_its_ends(seed: int, low: int, width: int) -> None:
    assert low <= Chance(seed, "t").whole(low, low + width) <= low + width


def test_a_whole_number_reaches_both_ends() -> None:
    chance = Chance(0, "t")
    assert {chance.whole(1, 3) for _ in range(100)} == {1, 2, 3}


@given(SEEDS, st.integers(0, 60))
def test_dealt_shares_are_as_near_as_whole_numbers_allow(seed: int, count: int) -> None:
    shares = {"a": 0.5, "b": 0.3, "c": 0.2}
    dealt = Counter(Chance(seed, "t").dealt(count, shares))
    assert sum(dealt.values()) == count
    for option, share in shares.items():
        assert abs(dealt[option] - count * share) < 1


@given(SEEDS, st.lists(st.integers()))
def test_a_shuffle_keeps_every_option(seed: int, options: list[int]) -> None:
    assert sorted(Chance(seed, "t").shuffled(options)) == sorted(options)


def test_an_option_without_share_is_never_drawn() -> None:
    chance = Chance(0, "t")
    assert {chance.weighted({"a": 1.0, "b": 0.0}) for _ in range(200)} == {"a"}


def test_all_is_missing_at_share_one_and_nothing_at_share_zero() -> None:
    chance = Chance(0, "t")
    assert {chance.unless(1.0, 5) for _ in range(20)} == {None}
    assert {chance.unless(0.0, 5) for _ in range(20)} == {5}
