"""What an explanation says is acted upon, over hundreds of small rounds, and comes about.

Every day a part of them; `make soak` takes thousands.
"""

from __future__ import annotations

import pytest

from matcher.explain.shortage import what_would_place, why_nobody
from matcher.explain.what_would_change import what_would_change
from matcher.explain.why_not import blocked_by, why_not
from tests.fidelity.holding import (
    bottleneck_faults,
    consequence_faults,
    refusal_faults,
    way_faults,
)
from tests.fidelity.small_rounds import solved, some_pairs, unsolved

LONG = pytest.mark.soak


@pytest.mark.parametrize(
    "seeds", [range(200), pytest.param(range(200, 2000), marks=LONG)], ids=["daily", "long"]
)
def test_lifting_what_is_named_allows_the_pair_and_lifting_less_does_not(seeds: range) -> None:
    stopped = 0
    for seed in seeds:
        round_ = unsolved(seed)
        for pair in some_pairs(seed, 4):
            blocks = blocked_by(round_, round_.case(pair[0]), round_.coordinator(pair[1]))
            if blocks:
                assert list(refusal_faults(round_.request, pair, blocks)) == []
                stopped += 1
    assert stopped > len(seeds) // 2


@pytest.mark.parametrize(
    "seeds", [range(50), pytest.param(range(50, 2000), marks=LONG)], ids=["daily", "long"]
)
def test_forcing_a_pair_costs_the_round_what_was_said(seeds: range) -> None:
    forced = 0
    for seed in seeds:
        for case, coordinator in some_pairs(seed, 3):
            told = why_not(solved(seed), case, coordinator)
            if told.consequence is not None:
                assert list(consequence_faults(solved(seed), told)) == []
                forced += 1
    assert forced > len(seeds)


@pytest.mark.parametrize(
    "seeds", [range(14), pytest.param(range(14, 300), marks=LONG)], ids=["daily", "long"]
)
def test_doing_what_would_have_to_change_brings_the_suggestion_about(seeds: range) -> None:
    done = 0
    for seed in seeds:
        for case, coordinator in some_pairs(seed, 1):
            told = what_would_change(solved(seed), case, coordinator, most_seconds=600)
            for way in told.ways:
                assert way_faults(solved(seed).request, case, coordinator, way) == []
                done += 1
    assert done > len(seeds) // 4


@pytest.mark.parametrize(
    "seeds", [range(15), pytest.param(range(15, 400), marks=LONG)], ids=["daily", "long"]
)
def test_a_shortage_is_one_and_what_would_place_a_case_places_it(seeds: range) -> None:
    short = placed = 0
    for seed in seeds:
        alone = [id_ for id_, to in solved(seed).chosen_by_id.items() if to is None]
        for case in alone[:1]:
            told = why_nobody(solved(seed), case)
            if told.bottleneck is not None:
                assert list(bottleneck_faults(solved(seed), told)) == []
                short += 1
            for way in what_would_place(solved(seed), case, most_seconds=600).ways:
                assert way_faults(solved(seed).request, case, None, way) == []
                placed += 1
    assert short > len(seeds) // 10
    assert placed > len(seeds) // 10
