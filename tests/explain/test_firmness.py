"""How firm a suggestion is: by what keeping it costs under other weights, and by ties."""

from __future__ import annotations

import numpy as np

from matcher.domain.choice import Choice
from matcher.domain.plan import Plan
from matcher.explain.firmness import DRAWS, Firm, drawn_fit, equally_good, firmness
from matcher.explain.solved_round import RoundRequest, SolvedRound, resumed, solve
from matcher.profiles.load import load
from tests.explain.rounds import plan, roster

SEEDS = (3, 4)


def in_hand(seed: int) -> tuple[SolvedRound, Plan]:
    told = plan("farsund", 14, 7, seed)
    request = RoundRequest(roster("farsund", 14, 7, seed), load("farsund"))
    round_ = resumed(request, told)
    assert round_ is not None
    return round_, told


def test_every_placed_case_is_told_with_a_word_and_what_it_stands_on() -> None:
    round_, plan_ = in_hand(3)
    told = firmness(round_, equally_good(plan_), draws=20)
    placed = [row.case for row in plan_.cases if row.coordinator]
    assert [row.case for row in told] == placed
    for row in told:
        assert row.says.startswith(row.firm.capitalize())
        assert f"{row.free_draws} av 20" in row.says


def test_the_words_follow_from_the_draws_and_the_ties() -> None:
    for seed in SEEDS:
        round_, plan_ = in_hand(seed)
        ties = equally_good(plan_)
        for row in firmness(round_, equally_good(plan_), draws=20):
            if ties[row.case]:
                assert row.firm is Firm.SHARED
            else:
                assert (row.firm is Firm.SURE) == (row.free_draws >= 18)
            assert (row.most_points == 0) == (row.free_draws == row.draws)


def test_the_same_round_draws_the_same() -> None:
    round_, plan_ = in_hand(4)
    assert firmness(round_, equally_good(plan_), draws=10) == firmness(
        round_, equally_good(plan_), draws=10
    )


def test_what_ke_prefers_weighs_in_every_draw() -> None:
    """This choice stands by its extra points alone, and so it does whatever the criteria weigh."""
    profile = load("farsund")
    assert profile.goals.preference is not None
    points = profile.goals.preference.model_copy(update={"points": 40})
    goals = profile.goals.model_copy(update={"preference": points})
    wanted = Choice(case="S-001", coordinator="K-01", reason="kjenner familien")
    round_ = solve(
        RoundRequest(
            roster("farsund", 14, 7, 4),
            profile.model_copy(update={"goals": goals}),
            preferences=(wanted,),
        )
    )
    assert round_.chosen_by_id["S-001"] == "K-01"
    assert plan("farsund", 14, 7, 4).cases[0].coordinator != "K-01"
    (row,) = (row for row in firmness(round_, {}, draws=10) if row.case == "S-001")
    assert row.free_draws == 10


def test_a_drawn_fit_is_near_the_fit_and_within_the_scale() -> None:
    round_, _ = in_hand(3)
    rng = np.random.default_rng(0)
    results = round_.posed.fit
    drawn = np.array([drawn_fit(results, round_.request.profile, rng) for _ in range(DRAWS)])
    assert drawn.min() >= 0
    assert drawn.max() <= 100
    assert np.abs(drawn.mean(axis=0) - results.fit).max() < 3
    sure = list(results.scores.values())
    alike = np.all([s == sure[0] for s in sure], axis=0)
    assert (drawn[:, alike] == results.fit[alike]).all()
