from matcher.explain.under_way import DRAW, place_of, told
from matcher.optimizer.goals import total_fit
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.under_way import UnderWay


def goal(id_: str, title: str, unit: str = "saker", scale: int = 1) -> Goal:
    return Goal(id_, title, unit, total_fit.post, total_fit.measure, scale=scale)


PLACE, FIT = goal("place", "Uten koordinator"), goal("fit", "Poeng som mangler", "poeng", 10)
GOALS = (PLACE, FIT)


def test_it_says_which_goal_is_on_and_that_it_cannot_be_better() -> None:
    assert told(UnderWay(PLACE, 1, 1), GOALS) == (
        "Mål 1 av 2: Uten koordinator. Beste plan så langt: 1\N{NO-BREAK SPACE}sak. "
        "Bedre går det ikke an å få det."
    )


def test_it_says_how_good_any_plan_can_be_in_the_goals_own_unit() -> None:
    assert told(UnderWay(FIT, 125, 90), GOALS) == (
        "Mål 2 av 2: Poeng som mangler. Beste plan så langt: 12,5\N{NO-BREAK SPACE}poeng. "
        "Ingen plan kan komme under 9\N{NO-BREAK SPACE}poeng."
    )


def test_where_no_bound_is_known_none_is_told() -> None:
    assert told(UnderWay(PLACE, 3, None), GOALS).endswith("så langt: 3\N{NO-BREAK SPACE}saker.")


def test_the_draw_is_after_all_goals() -> None:
    draw = UnderWay(goal("draw", "Lodd"), 4711, None)
    assert place_of(draw, GOALS) == len(GOALS)
    assert told(draw, GOALS) == DRAW
