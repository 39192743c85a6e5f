"""A round that was run again from what it stood on: the same plan, or what differs."""

from __future__ import annotations

from matcher.domain.frozen import Frozen
from matcher.domain.plan import Plan
from matcher.domain.round_changes import RoundChanges, changes_between


class VersionChange(Frozen):
    """A part of the program that isn't the one the round was run with; ``None``: not there."""

    name: str
    before: str | None
    after: str | None


class Reproduction(Frozen):
    """What running a round again gave."""

    is_same_plan: bool
    """Every case has the same coordinator, and every goal is reached as far."""
    is_identical: bool
    """The whole answer is the same letter for letter, but for the versions it names."""
    changes: RoundChanges
    versions: tuple[VersionChange, ...]


def compared(plan: Plan, again: Plan) -> Reproduction:
    """The plan as it was, beside the one that the same round gives now."""
    changes = changes_between(plan, again)
    return Reproduction(
        is_same_plan=not changes.families and not changes.goals,
        is_identical=_without_versions(plan) == _without_versions(again),
        changes=changes,
        versions=_versions(plan.round.versions, again.round.versions),
    )


def _versions(before: dict[str, str], after: dict[str, str]) -> tuple[VersionChange, ...]:
    return tuple(
        VersionChange(name=name, before=before.get(name), after=after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )


def _without_versions(plan: Plan) -> str:
    facts = plan.round.model_copy(update={"versions": {}})
    return plan.model_copy(update={"round": facts}).to_json()
