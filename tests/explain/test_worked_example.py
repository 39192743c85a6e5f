"""The tables of docs/consequences.md are what the program works out."""

from __future__ import annotations

from pathlib import Path

from matcher.domain.plan import Says
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import solve_round
from tests.optimizer.tiny import kept_plans, round_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "consequences.md"
CASES, PEOPLE = ("A", "B", "C"), ("Kari", "Ola")
KARI, OLA = 0, 1
FIT = [[80, 60], [70, 65], [75, 40]]


def example(hours_of_ola: int = 4) -> tuple[Problem, Solved]:
    problem = round_of(FIT, [4, 4, 4], [8, hours_of_ola])
    return problem, solve_round(problem, Limits())


def rows() -> list[list[str]]:
    """Every row of every table, cell by cell."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]


def test_the_fits_are_those_of_the_table() -> None:
    for name, fits in zip(CASES, FIT, strict=True):
        assert [name, *map(str, fits)] in rows()


def test_the_plans_are_those_of_the_table() -> None:
    problem, solved = example()
    whole = [plan for plan in kept_plans(problem) if (plan >= 0).all()]
    assert len(whole) == 3
    for plan in whole:
        with_ola = CASES[plan.tolist().index(OLA)]
        points = [FIT[i][j] for i, j in enumerate(plan.tolist())]
        told = " + ".join(map(str, points)) + f" = {sum(points)}"
        assert [with_ola, told, str(300 - sum(points))] in rows()
    assert solved.plan.tolist() == [KARI, OLA, KARI]


def test_the_consequences_are_those_of_the_table() -> None:
    problem, solved = example()
    consequences = Consequences(problem, solved, Limits())
    for case, coordinator in ((0, OLA), (1, KARI), (2, OLA)):
        effect = consequences.exact(case, coordinator, consequences.at_most(case, coordinator))
        assert effect is not None
        assert effect.says is Says.EXACT
        lost = dict(zip((t.goal.id for t in consequences.tiers), effect.loss, strict=True))
        assert {id_ for id_, loss in lost.items() if loss} == {"total_fit"}
        moved = [i for i in range(3) if effect.plan[i] != solved.plan[i] and i != case]
        told = " and ".join(
            f"{CASES[i]} from {PEOPLE[solved.plan[i]]} to {PEOPLE[effect.plan[i]]}" for i in moved
        )
        pair = f"{CASES[case]} with {PEOPLE[coordinator]}"
        assert [pair, f"{lost['total_fit']} points", told] in rows()


def test_the_prices_of_the_table_bound_every_plan_at_what_the_best_one_lacks() -> None:
    price, cheapest = 5, []
    for name, (kari, ola) in zip(CASES, FIT, strict=True):
        with_kari, with_ola = 100 - kari + price, 100 - ola
        cheapest.append(min(with_kari, with_ola))
        told = f"{100 - kari} + {price} = {with_kari}"
        assert [name, told, str(with_ola), str(cheapest[-1])] in rows()
    bound = sum(cheapest) - 2 * price
    problem, solved = example()
    best = next(tier.value for tier in solved.tiers if tier.goal.id == "total_fit")
    whole = [plan for plan in kept_plans(problem) if (plan >= 0).all()]
    lacks = [sum(100 - FIT[i][j] for i, j in enumerate(plan.tolist())) for plan in whole]
    assert bound == best == min(lacks) == 80


def test_with_four_more_hours_nobody_else_has_to_move() -> None:
    problem, solved = example(hours_of_ola=8)
    assert solved.plan.tolist() == [KARI, OLA, KARI]
    forced = solved.plan.copy()
    forced[0] = OLA
    goal = next(tier.goal for tier in solved.tiers if tier.goal.id == "total_fit")
    assert goal.measure(problem, forced) - goal.measure(problem, solved.plan) == 20
