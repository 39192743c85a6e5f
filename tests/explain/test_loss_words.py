"""What a round loses is told goal by goal, in plain words."""

from __future__ import annotations

import pytest

from matcher.domain.coordinator import Coordinator
from matcher.domain.plan import Move
from matcher.domain.roster import Roster
from matcher.explain.loss_words import losses_in_words, moved_in_words
from tests.explain.rounds import ON, plan

NBSP = "\N{NO-BREAK SPACE}"


def told(**losses: float) -> str:
    return losses_in_words((id_, "Tittel", "saker", loss) for id_, loss in losses.items())


def test_one_case_is_told_in_the_singular() -> None:
    assert told(place_barnekoordinator=1) == f"1{NBSP}sak til blir uten barnekoordinator"
    assert told(place_barnekoordinator=2) == f"2{NBSP}saker til blir uten barnekoordinator"


def test_what_gets_better_is_told_as_that() -> None:
    assert told(no_gap=-1) == f"1{NBSP}sak færre mister koordinatoren sin"


def test_a_level_that_only_repeats_the_one_before_is_told_once() -> None:
    once = told(poor_fit_20=1, poor_fit_35=1, poor_fit_50=1)
    assert once == f"1{NBSP}sak til får egnethet under 20 eller bytter uten å ha bedt om det"
    assert told(poor_fit_20=1, poor_fit_35=2).count("til får egnethet") == 2
    assert told(poor_fit_20=1, poor_fit_35=0, poor_fit_50=1).count("til får egnethet") == 2


def test_nothing_is_said_of_a_goal_that_stays() -> None:
    assert told(no_gap=0, poor_fit_20=0) == ""


def test_every_goal_of_a_round_has_words_of_its_own() -> None:
    for goal in plan().round.goals:
        for loss in (-1.0, 1.0):
            assert "«" not in losses_in_words([(goal.id, goal.title, goal.unit, loss)])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("K-1", "K-2", "S-1 fra Kari (K-1) til K-2"),
        (None, "K-1", "S-1, som ellers er uten, får Kari (K-1)"),
        ("K-2", None, "S-1 mister K-2 og blir uten"),
    ],
)
def test_a_move_is_told_with_names(before: str | None, after: str | None, words: str) -> None:
    roster = Roster.of(ON, (), (Coordinator(id="K-1", name="Kari"), Coordinator(id="K-2")))
    assert moved_in_words(Move(case="S-1", from_=before, to=after), roster) == words
