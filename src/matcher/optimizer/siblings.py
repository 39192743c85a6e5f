"""Siblings in the model: which are one group, and how the coordinators of the others count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from matcher.optimizer.model import Model
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import BoolArray, IntArray

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


@dataclass(frozen=True)
class Parting:
    """Every plan has at least ``beyond`` coordinators beyond the families' first; one with no
    more has the families in ``whole`` with one each.
    """

    beyond: int
    whole: tuple[tuple[int, ...], ...]


def least_parting(model: Model) -> Parting:
    """How much families have to be parted, as far as is easily seen.

    Nobody can have some families as a whole; others only one and the same can, and hasn't the
    hours for all of them beside the cases that nobody else may have.
    """
    only = (model.open.sum(axis=1) == 1) & ~model.may_stay_unplaced
    hours = np.where(model.open & only[:, None], model.workload, 0)
    room = model.problem.capacity - hours.sum(axis=0)
    beyond, whole = 0, list[tuple[int, ...]]()
    rivals: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    for family in model.problem.families:
        groups = groups_of(model, family)
        if model.may_stay_unplaced[groups].any():
            continue
        own = hours[groups].sum(axis=0)
        beside = replace(model.problem, capacity=np.maximum(room + own, 0))
        beyond += fewest_coordinators(beside, family) - 1
        who = _who_may_have(beside, family).tolist()
        if len(who) == 1:
            more = int(beside.workload[list(family), who[0]].sum() - own[who[0]])
            rivals.setdefault(who[0], []).append((more, family))
        elif who:
            whole.append(family)
    for j, wanting in rivals.items():
        too_many = int((np.cumsum(sorted(more for more, _ in wanting)) > room[j]).sum())
        beyond += too_many
        whole += [] if too_many else [family for _, family in wanting]
    return Parting(beyond, tuple(whole))


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
    return len(_who_may_have(problem, members)) > 0


def _who_may_have(problem: Problem, members: tuple[int, ...]) -> IntArray:
    """Those with the hours for all of them and, where some are locked, to whom they all are."""
    rows = list(members)
    may = problem.allowed[rows].all(axis=0)
    may &= problem.workload[rows].sum(axis=0) <= problem.capacity
    for j in {j for i, j in problem.locks if i in members}:
        may &= np.arange(len(may)) == j
    return np.flatnonzero(may)


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
