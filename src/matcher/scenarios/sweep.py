"""A sweep: many scenarios beside one base, each as short as a row of a table."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.domain.frozen import Frozen
from matcher.domain.plan import GoalResult
from matcher.optimizer.choices import ChoicesClash
from matcher.scenarios.absence import WithoutOne, ranked, without_one
from matcher.scenarios.compare import Touch, WishesMet, compare
from matcher.scenarios.outcome import Outcome, outcome_with
from matcher.scenarios.scenario import Scenario, ScenarioError
from matcher.scenarios.side_by_side import HERE, Where, side_by_side


class SweepRow(Frozen):
    """One scenario of a sweep, in short."""

    title: str
    changes: tuple[str, ...]
    placed: int
    loses: int
    gets: int
    changes_coordinator: int
    new_without: int
    goals: tuple[GoalResult, ...]
    wishes: WishesMet
    is_proven: bool


def sweep(
    base: Outcome,
    scenarios: Sequence[Scenario],
    where: Where = HERE,
) -> tuple[SweepRow, ...]:
    """Each scenario beside the base, in order. Raises as ``side_by_side``.

    Raises ``ScenarioError`` with every fault of every scenario, before anything is solved.
    """
    faults = []
    for scenario in scenarios:
        try:
            scenario.made(base.request)
        except ScenarioError as wrong:
            faults += [f.model_copy(update={"subject": f"{scenario.title}: {f.subject}"})
                       for f in wrong.findings]  # fmt: skip
    if faults:
        raise ScenarioError(faults)
    return tuple(
        side_by_side(
            row_of,
            base,
            scenarios,
            where,
        )
    )


def row_of(base: Outcome, scenario: Scenario) -> SweepRow:
    """One scenario in short. Raises ``ScenarioError`` where KE's choices can't stand with it."""
    try:
        after = outcome_with(base, scenario)
    except ChoicesClash as clash:
        raise ScenarioError(clash.findings) from clash
    beside = compare(base, after, scenario)
    return SweepRow(
        title=scenario.title,
        changes=beside.changes,
        placed=beside.placed_after,
        loses=beside.count(Touch.LOSES),
        gets=beside.count(Touch.GETS),
        changes_coordinator=beside.count(Touch.CHANGES),
        new_without=beside.count(Touch.NEW_WITHOUT),
        goals=after.goals,
        wishes=beside.wishes_after,
        is_proven=beside.is_proven,
    )


def each_absence(
    base: Outcome,
    where: Where = HERE,
    *,
    may_shift: bool = False,
) -> tuple[WithoutOne, ...]:
    """Every coordinator away, one at a time; the hardest to do without first."""
    people = [(person.id, may_shift) for person in base.request.roster.coordinators]
    rows = side_by_side(
        _absent,
        base,
        people,
        where,
    )
    return ranked(rows)


def _absent(base: Outcome, asked: tuple[str, bool]) -> WithoutOne:
    coordinator, may_shift = asked
    return without_one(base, coordinator, may_shift=may_shift)
