"""What changed from one round to the next: people first, then goals."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from matcher.domain.choice import Choice
from matcher.domain.frozen import Frozen
from matcher.domain.plan import GoalResult, Plan


class FamilyHappening(StrEnum):
    """What the later round means for one case."""

    ANOTHER = "får en annen"
    LOSES = "mister forslaget"
    GAINS = "får et forslag"
    NEW = "er ny i runden"
    GONE = "er ikke lenger i runden"


class FamilyChange(Frozen):
    """A case whose suggestion isn't as it was."""

    case: str
    happening: FamilyHappening
    before: str | None
    after: str | None


class GoalChange(Frozen):
    """A goal reached better or worse. Less is better; ``None``: not a goal of that round."""

    id: str
    title: str
    unit: str
    before: float | None
    after: float | None


class RoundChanges(Frozen):
    """What changed, and which of KE's own choices did."""

    families: tuple[FamilyChange, ...]
    goals: tuple[GoalChange, ...]
    added: tuple[Choice, ...]
    """Locks, bans and preferences that the earlier round didn't have."""
    removed: tuple[Choice, ...]
    same_data: bool
    """Whether both stood on the same roster and profile, so that only KE's choices differ."""


def changes_between(earlier: Plan, later: Plan) -> RoundChanges:
    """What the later round suggests otherwise than the earlier one."""
    before, after = _choices(earlier), _choices(later)
    return RoundChanges(
        families=tuple(_families(earlier, later)),
        goals=tuple(_goals(earlier, later)),
        added=tuple(one for one in after if one not in before),
        removed=tuple(one for one in before if one not in after),
        same_data=_ground(earlier) == _ground(later),
    )


def _families(earlier: Plan, later: Plan) -> Iterator[FamilyChange]:
    before = {told.case: told.coordinator for told in earlier.cases}
    after = {told.case: told.coordinator for told in later.cases}
    for case in sorted(before.keys() | after.keys()):
        was, is_ = before.get(case), after.get(case)
        found = happening(was, is_, was_there=case in before, is_there=case in after)
        if found is not None:
            yield FamilyChange(case=case, happening=found, before=was, after=is_)


def happening(
    was: str | None, is_: str | None, *, was_there: bool, is_there: bool
) -> FamilyHappening | None:
    """What it means for one case that it has another plan; ``None`` where it has the same one.

    ``was`` and ``is_`` are coordinator ids, ``None`` for nobody.
    """
    if not was_there:
        return FamilyHappening.NEW
    if not is_there:
        return FamilyHappening.GONE
    if was == is_:
        return None
    if is_ is None:
        return FamilyHappening.LOSES
    return FamilyHappening.GAINS if was is None else FamilyHappening.ANOTHER


def _goals(earlier: Plan, later: Plan) -> Iterator[GoalChange]:
    before = {goal.id: goal for goal in earlier.round.goals}
    after = {goal.id: goal for goal in later.round.goals}
    for id_ in [*after, *(id_ for id_ in before if id_ not in after)]:
        was, is_ = before.get(id_), after.get(id_)
        told: GoalResult = is_ or before[id_]
        old, new = was.value if was else None, is_.value if is_ else None
        if old != new:
            yield GoalChange(id=id_, title=told.title, unit=told.unit, before=old, after=new)


def _choices(plan: Plan) -> tuple[Choice, ...]:
    facts = plan.round
    return (*facts.locks, *facts.bans, *facts.preferences)


def _ground(plan: Plan) -> tuple[str, str]:
    return plan.round.input_sha256, plan.round.profile_sha256
