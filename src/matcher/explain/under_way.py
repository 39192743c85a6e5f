"""How far a round has come while it is being run, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matcher.domain.wording import number, with_unit
from matcher.optimizer.goals.goal import Goal
from matcher.optimizer.under_way import UnderWay

Told = Callable[[str, float], None]
"""Hears, in words, what is being done, and the share of it that is done (0–1)."""

DRAW = "Alle målene er tatt. Helt like gode planer avgjøres ved loddtrekning."


def told(under_way: UnderWay, goals: Sequence[Goal]) -> str:
    """Which goal is on, the best plan so far, and how good any plan can be.

    ``goals`` are those of the round, in order; one that isn't there is the draw between equals.
    """
    place = place_of(under_way, goals)
    if place == len(goals):
        return DRAW
    goal = under_way.goal
    best = _amount(goal, under_way.value)
    if under_way.bound is None:
        how_good = f"Beste plan så langt: {best}."
    elif under_way.value <= under_way.bound:
        how_good = f"Beste plan så langt: {best}. Bedre går det ikke an å få det."
    else:
        least = _amount(goal, under_way.bound)
        how_good = f"Beste plan så langt: {best}. Ingen plan kan komme under {least}."
    return f"Mål {place + 1} av {len(goals)}: {goal.title}. {how_good}"


def place_of(under_way: UnderWay, goals: Sequence[Goal]) -> int:
    """The place of the goal among the round's, from 0; after them all for the draw."""
    ids = [goal.id for goal in goals]
    return ids.index(under_way.goal.id) if under_way.goal.id in ids else len(ids)


def _amount(goal: Goal, value: int) -> str:
    return with_unit(number(value / goal.scale, 1), goal.unit)
