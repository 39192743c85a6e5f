"""What could be changed about each thing that keeps a coordinator from a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from matcher.domain.plan import BrokenRule
from matcher.explain.changes import (
    Change,
    InvestigationOver,
    MoreHours,
    SaysYes,
    SetAside,
    ThereAtStart,
    Trained,
    Unbanned,
    Unlocked,
    WishLetGo,
)
from matcher.explain.solved_round import SolvedRound
from matcher.explain.trials import Idea
from matcher.optimizer.problem import HUNDREDTHS
from matcher.rules import RULES
from matcher.rules.evaluate import may_override

STEP_HUNDREDTHS = 50
"""Half an hour a month: the least that is worth agreeing on."""

Repair = Callable[[SolvedRound, str, str], Change | None]

REPAIRS: dict[str, Repair] = {
    "last_av_ke": lambda round_, case, coordinator: Unlocked(case),
    "sperret_av_ke": lambda round_, case, coordinator: Unbanned(case, coordinator),
    "opplaering": lambda round_, case, coordinator: Trained(coordinator),
    "ikke_onsket": lambda round_, case, coordinator: WishLetGo(case, coordinator),
    "har_avslatt": lambda round_, case, coordinator: SaysYes(case, coordinator),
    "barnevern_undersokelse": lambda round_, case, coordinator: InvestigationOver(case),
    "ansatt_og_til_stede": lambda round_, case, coordinator: _there(round_, coordinator),
}
"""By the id of what blocks. What isn't here, nobody can change by a small step: kin, service."""


NEEDS_HOURS = {"avtalte_timer", "sosken"}
"""What more hours may open."""


def repaired(
    round_: SolvedRound, case: str, coordinator: str, blocked_by: Iterable[BrokenRule]
) -> tuple[Change, ...] | None:
    """A change for each thing in the way, hours left out; ``None`` where one can't be changed."""
    changes: list[Change] = []
    for block in blocked_by:
        if block.id in NEEDS_HOURS:
            continue
        repair = REPAIRS.get(block.id)
        change = repair(round_, case, coordinator) if repair else None
        if change is None:
            return None
        changes.append(change)
    return tuple(dict.fromkeys(sorted(changes, key=lambda change: change.EFFORT)))


def set_aside(
    round_: SolvedRound, case: str, coordinator: str, blocked_by: Iterable[BrokenRule]
) -> SetAside | None:
    """A lock with a reason, where every rule in the way is one that KE may set aside."""
    rules = {rule.id for rule in RULES}
    broken = [block.id for block in blocked_by]
    profile = round_.request.profile
    if broken and all(id_ in rules and may_override(id_, profile) for id_ in broken):
        return SetAside(case, coordinator)
    return None


def more_hours(
    round_: SolvedRound, case: int, coordinator: int, rivals: Iterable[int] = ()
) -> Idea:
    """More hours for a coordinator, by half hours, up to all that the case and siblings need.

    ``rivals`` are other cases without a place, who may come before it to the hours.
    """
    problem = round_.problem
    family = next((f for f in problem.families if case in f), (case,))
    together = sorted({case, *rivals} | set(family if problem.siblings_must_share else ()))
    person = round_.posed.pairs.coordinators[coordinator]
    free = round((person.free_hours_per_month or 0.0) * HUNDREDTHS)
    overrun = max(0, int(problem.capacity[coordinator]) - free)
    most = overrun + int(problem.workload[together, coordinator].sum())
    step = STEP_HUNDREDTHS / HUNDREDTHS
    return Idea(
        lambda amount: (MoreHours(person.id, amount * step),), max(1, ceil(most / STEP_HUNDREDTHS))
    )


def _there(round_: SolvedRound, coordinator: str) -> ThereAtStart | None:
    """Who has left for good doesn't come back by a small change."""
    person = round_.request.roster.coordinator_by_id[coordinator]
    has_left = person.employed_to is not None and person.employed_to < round_.request.roster.on
    return None if has_left else ThereAtStart(coordinator)
