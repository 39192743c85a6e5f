"""A shortage in words: the cases that can only go to these coordinators, and what there is."""

from __future__ import annotations

from matcher.domain.frozen import Frozen
from matcher.domain.wording import listed, number
from matcher.optimizer.min_cut import Short, Shortage, shortage
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED, IntArray

MANY = 8
"""So many cases or coordinators are named; the rest are counted."""


class Bottleneck(Frozen):
    """Cases that can only go to these coordinators, who can't hold them all."""

    cases: tuple[str, ...]
    coordinators: tuple[str, ...]
    without_place: tuple[str, ...]
    """Those of the cases that the plan leaves with nobody."""
    short_of: Short
    says: str


def bottleneck(problem: Problem, plan: IntArray, case: int) -> Bottleneck | None:
    """What keeps an unplaced case out, by the minimum cut; ``None`` where nothing is short."""
    found = shortage(problem, plan, case)
    if found is None:
        return None
    without = tuple(problem.case_ids[i] for i in found.cases if plan[i] == UNPLACED)
    cases = tuple(problem.case_ids[i] for i in found.cases)
    people = tuple(problem.coordinator_ids[j] for j in found.coordinators)
    return Bottleneck(
        cases=cases,
        coordinators=people,
        without_place=without,
        short_of=found.short_of,
        says=f"{_only_to(cases, people)}{_there_is(found)} I planen får "
        f"{len(cases) - len(without)} av sakene plass. Sakene er {_some(cases)}.",
    )


def _only_to(cases: tuple[str, ...], people: tuple[str, ...]) -> str:
    if len(people) == 1:
        return f"{len(cases)} saker kan bare gå til {people[0]}"
    return f"{len(cases)} saker kan bare gå til {len(people)} koordinatorer ({_some(people)})"


def _there_is(found: Shortage) -> str:
    if found.short_of is Short.ROOM:
        return f", og hver sak må være hel hos én: det er plass til høyst {found.there_is}."
    has, needs = (number(hours / HUNDREDTHS) for hours in (found.there_is, found.needed))
    return f", som har {has} timer i måneden til sakene i runden. Sakene trenger {needs}."


def _some(ids: tuple[str, ...]) -> str:
    if len(ids) <= MANY:
        return listed(ids)
    return f"{', '.join(ids[:MANY])} og {len(ids) - MANY} til"
