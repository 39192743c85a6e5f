"""Siblings in the model: which are one group, and how the coordinators of the others count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import BoolArray

Groups = tuple[tuple[int, ...], ...]

MANY_SIBLINGS = 6
"""Beyond so many siblings, the ways to part them are too many to look at."""


def siblings_as_one(problem: Problem) -> Groups:
    """The cases in groups that share a coordinator: siblings together as far as somebody can.

    A family is parted into as few groups as may be. Where there are several ways to do that,
    nobody is merged: which is best is for the tiers to say. Merged that way, no plan has fewer
    coordinators beyond the first.
    """
    parts: dict[int, tuple[int, ...]] = {}
    for family in problem.families:
        for part in _fewest_parts(problem, family):
            parts[part[0]] = part
    grouped = {i for part in parts.values() for i in part[1:]}
    return tuple(parts.get(i, (i,)) for i in range(problem.shape[0]) if i not in grouped)


def parted(groups: Groups, may_stay_unplaced: BoolArray) -> Groups:
    """The groups, but those of whom somebody may be left out as single cases."""
    whole = [len(group) == 1 or not may_stay_unplaced[list(group)].any() for group in groups]
    single = (
        (group,) if is_whole else tuple((i,) for i in group)
        for group, is_whole in zip(groups, whole, strict=True)
    )
    return tuple(sorted(part for parts in single for part in parts))


def fewest_coordinators(problem: Problem, family: tuple[int, ...]) -> int:
    """So many coordinators a family has at least when none of it is left out."""
    if _somebody_may_have(problem, family):
        return 1
    return 2 if len(family) > MANY_SIBLINGS else len(_fewest_ways(problem, family)[0])


def _fewest_parts(problem: Problem, family: tuple[int, ...]) -> Groups:
    if _somebody_may_have(problem, family):
        return (family,)
    apart = tuple((i,) for i in family)
    if problem.siblings_must_share or len(family) > MANY_SIBLINGS:
        return apart
    fewest = _fewest_ways(problem, family)
    return fewest[0] if len(fewest) == 1 else apart


def _fewest_ways(problem: Problem, family: tuple[int, ...]) -> list[Groups]:
    """The ways to part a family into as few groups as may be, each with somebody for it."""
    ways: dict[int, list[Groups]] = {}
    for way in _ways_to_part(family):
        if all(len(part) == 1 or _somebody_may_have(problem, part) for part in way):
            ways.setdefault(len(way), []).append(way)
    return ways[min(ways)]


def _somebody_may_have(problem: Problem, members: tuple[int, ...]) -> bool:
    """Whether somebody has the hours for all of them and, where one is locked, is that one."""
    rows = list(members)
    may = problem.allowed[rows].all(axis=0)
    may &= problem.workload[rows].sum(axis=0) <= problem.capacity
    wanted = [j for i, j in problem.locks if i in members]
    return bool(may[wanted].all() and may.any())


def _ways_to_part(members: tuple[int, ...]) -> Iterator[Groups]:
    """Every way to part the members: the first with any of the others, and so on."""
    if not members:
        yield ()
        return
    first, others = members[0], members[1:]
    for size in range(len(others) + 1):
        for company in combinations(others, size):
            rest = tuple(i for i in others if i not in company)
            for way in _ways_to_part(rest):
                yield ((first, *company), *way)


@dataclass(frozen=True)
class Followers:
    """How many coordinators a family has: the choices and extra variables that sum to it."""

    choices: dict[tuple[int, int], int]
    extras: list[int]


def coordinators_of(model: Model, groups: list[int]) -> Followers:
    """Count a family's coordinators, when its cases are these groups.

    One that only one of them could have counts by that choice alone; a yes/no extra variable,
    *follows someone in this family*, stands for each of the others.
    """
    choices: dict[tuple[int, int], int] = {}
    extras = []
    for j in range(model.problem.shape[1]):
        members = [g for g in groups if model.open[g, j]]
        if len(members) > 1 and _has_hours_for_two(model, members, j):
            follows = model.add_extra(1, is_integer=True)
            extras.append(follows)
            for group in members:
                model.add_row({(group, j): 1}, {follows: -1}, upper=0)
        else:
            choices |= {(group, j): 1 for group in members}
    return Followers(choices, extras)


def groups_of(model: Model, family: tuple[int, ...]) -> list[int]:
    """The groups that a family's cases are."""
    return sorted(set(model.group_of[list(family)].tolist()))


def share_nobody(model: Model, groups: list[int]) -> bool:
    """Whether no two of these groups could have the same coordinator, by rules and hours."""
    return not any(
        _has_hours_for_two(model, [g for g in groups if model.open[g, j]], j)
        for j in range(model.problem.shape[1])
    )


def _has_hours_for_two(model: Model, groups: list[int], coordinator: int) -> bool:
    lightest = np.sort(model.workload[groups, coordinator])[:2]
    return len(lightest) == 2 and bool(lightest.sum() <= model.capacity[coordinator])
