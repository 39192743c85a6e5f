import pytest

from matcher.domain.plan import Consequence, GoalResult, Says
from matcher.ui.words import how_sure, what_it_costs
from tests.ui.hand_made import GOALS

NBSP = "\N{NO-BREAK SPACE}"


def costs(loss: tuple[float, ...], says: Says = Says.EXACT) -> str:
    return what_it_costs(
        Consequence(loss=loss, moved=(), exact=says is Says.EXACT, says=says), GOALS
    )


@pytest.mark.parametrize(
    ("loss", "sentence"),
    [
        ((0, 0, 0), "Like godt for runden som planens valg (nøyaktig)."),
        ((0, 0, 250), "Like godt for runden som planens valg (nøyaktig)."),
        ((0, 7, 0), f"Samlet egnethet går ned 7{NBSP}poeng (nøyaktig)."),
        ((0, -1.5, 0), f"Samlet egnethet går opp 1,5{NBSP}poeng (nøyaktig)."),
    ],
)
def test_a_loss_is_told_in_words_and_a_draw_is_no_loss(
    loss: tuple[float, ...], sentence: str
) -> None:
    assert costs(loss) == sentence


def test_several_losses_are_told_in_the_order_of_the_goals() -> None:
    told = costs((1, 7, 0))
    assert told.index("koordinator de har rett til") < told.index("samlet egnethet")


@pytest.mark.parametrize(
    ("says", "word"), [(Says.EXACT, "nøyaktig"), (Says.AT_MOST, "høyst"), (Says.ESTIMATE, "anslag")]
)
def test_no_number_is_told_without_what_it_is(says: Says, word: str) -> None:
    assert word in costs((0, 7, 0), says)


def test_a_goal_without_words_of_its_own_is_told_by_its_title() -> None:
    goal = GoalResult(id="nytt", title="Reisetid", unit="minutter", value=9, bound=9, optimal=True)
    consequence = Consequence(loss=(5,), moved=(), exact=True, says=Says.EXACT)
    assert what_it_costs(consequence, (goal,)) == f"«Reisetid»: 5{NBSP}minutter mer (nøyaktig)."


def test_a_goal_says_whether_it_is_proven() -> None:
    assert how_sure(GOALS[0]) == "bevist best mulig"
    assert how_sure(GOALS[1]) == f"best funnet, høyst 4,5{NBSP}poeng fra det beste"
