"""A change does what it says, to whom it says, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from matcher.criteria import CRITERIA
from matcher.domain.vocabulary import WishAbout
from matcher.explain.changes import (
    AskedToChange,
    Change,
    MoreHours,
    MovesEasier,
    SetAside,
    Trained,
    Unbanned,
    Unlocked,
    Weighed,
    Wished,
    reweighed,
)
from matcher.explain.solved_round import RoundRequest
from matcher.profiles.load import load
from tests.explain.rounds import ON, roster

BEFORE = RoundRequest(roster(), load("farsund"))
CASE, OTHER = (case.id for case in BEFORE.roster.cases[:2])
WHO = BEFORE.roster.coordinators[0].id


def others_are_untouched(change: Change) -> RoundRequest:
    """The request with the change made, when nobody else was changed."""
    after = change.made(BEFORE)
    pairs = zip(BEFORE.roster.cases, after.roster.cases, strict=True)
    assert all(one == other for one, other in pairs if one.id != CASE)
    people = zip(BEFORE.roster.coordinators, after.roster.coordinators, strict=True)
    assert all(one == other for one, other in people if one.id != WHO)
    assert change.says(BEFORE)
    return after


def test_more_hours_are_more_free_hours() -> None:
    after = others_are_untouched(MoreHours(WHO, 2.5))
    before = BEFORE.roster.coordinator_by_id[WHO].free_hours_per_month or 0.0
    assert after.roster.coordinator_by_id[WHO].free_hours_per_month == before + 2.5


def test_a_wish_comes_first() -> None:
    after = others_are_untouched(Wished(CASE, WHO))
    wishes = [w for w in after.roster.case_by_id[CASE].wishes if w.order == 1 and w.wanted]
    assert [w.value for w in wishes if w.about is WishAbout.COORDINATOR] == [WHO]


def test_who_is_trained_is_so_on_the_day_of_the_round() -> None:
    after = others_are_untouched(Trained(WHO))
    assert after.roster.coordinator_by_id[WHO].training_date == ON


def test_a_change_may_be_asked_for() -> None:
    assert others_are_untouched(AskedToChange(CASE)).roster.case_by_id[CASE].reconsider is True


def test_only_the_lock_and_the_ban_that_are_named_are_taken_back() -> None:
    both = replace(
        BEFORE,
        locks=(
            SetAside(CASE, WHO).made(BEFORE).locks[0],
            SetAside(OTHER, WHO).made(BEFORE).locks[0],
        ),
    )
    assert [lock.case for lock in Unlocked(CASE).made(both).locks] == [OTHER]
    banned = replace(BEFORE, bans=both.locks)
    assert [ban.case for ban in Unbanned(CASE, WHO).made(banned).bans] == [OTHER]


def test_settings_are_changed_in_the_profile_alone() -> None:
    after = others_are_untouched(MovesEasier(3))
    assert after.profile.goals.moving.threshold_points == 3
    weighed = others_are_untouched(Weighed("sprak", 40)).profile.criteria
    assert weighed.sprak.weight == 40
    assert sum(getattr(weighed, criterion.id).weight for criterion in CRITERIA) == 100


@given(st.lists(st.integers(0, 100), min_size=3, max_size=12), st.integers(0, 100))
def test_weights_add_up_to_100_and_keep_their_order(parts: list[int], to: int) -> None:
    total = sum(parts[1:])
    if not total:
        return
    shares = [100 * part // total for part in parts[1:]]
    shares[0] += 100 - sum(shares)
    weights = {f"c{k}": share for k, share in enumerate([0, *shares])}
    after = reweighed(weights, "c0", to)
    assert sum(after.values()) == 100
    assert after["c0"] == to
    ranked = sorted(list(weights)[1:], key=lambda name: weights[name])
    assert all(after[one] <= after[other] + 1 for one, other in pairwise(ranked))
