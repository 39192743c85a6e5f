"""A shortage in words: the cases that can only go to these coordinators, and what there is."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.domain.frozen import Frozen
from matcher.domain.wording import listed, number, with_unit
from matcher.optimizer.min_cut import Short, Shortage, shortage
from matcher.optimizer.pose import Posed
from matcher.optimizer.problem import HUNDREDTHS
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


def bottleneck(posed: Posed, plan: IntArray, case: int) -> Bottleneck | None:
    """What keeps an unplaced case out, by the minimum cut; ``None`` where nothing is short."""
    problem = posed.problem
    found = shortage(problem, plan, case)
    if found is None:
        return None
    without = tuple(problem.case_ids[i] for i in found.cases if plan[i] == UNPLACED)
    cases = tuple(problem.case_ids[i] for i in found.cases)
    people = tuple(problem.coordinator_ids[j] for j in found.coordinators)
    called = [posed.roster.called(id_) for id_ in people]
    return Bottleneck(
        cases=cases,
        coordinators=people,
        without_place=without,
        short_of=found.short_of,
        says=f"{_only_to(cases, called)}{_there_is(found)} I planen får "
        f"{len(cases) - len(without)} av sakene plass. Sakene er {_some(cases)}.",
    )


def _only_to(cases: Sequence[str], people: Sequence[str]) -> str:
    many = with_unit(str(len(cases)), "saker")
    if len(people) == 1:
        return f"{many} kan bare gå til {people[0]}"
    return f"{many} kan bare gå til {len(people)} koordinatorer, {_some(people)}"


def _there_is(found: Shortage) -> str:
    if found.short_of is Short.ROOM:
        return f", og hver sak må være hel hos én: det er plass til høyst {found.there_is}."
    has, needs = (number(hours / HUNDREDTHS) for hours in (found.there_is, found.needed))
    return f", som har {has} timer i måneden til sakene i runden. Sakene trenger {needs}."


def _some(ids: Sequence[str]) -> str:
    if len(ids) <= MANY:
        return listed(ids)
    return f"{', '.join(ids[:MANY])} og {len(ids) - MANY} til"
