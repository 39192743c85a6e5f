"""Why does nobody get this case, and what is the smallest change that places it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

import numpy as np

from matcher.domain.finding import Finding
from matcher.domain.frozen import Frozen
from matcher.explain.bottleneck import Bottleneck, bottleneck
from matcher.explain.repairs import NEEDS_HOURS, more_hours, repaired, set_aside
from matcher.explain.solved_round import SolvedRound
from matcher.explain.trials import MOST_RUNS, Idea, Trials, Way, in_short, seconds_for
from matcher.explain.under_way import Told
from matcher.explain.unplaced import unplaced_because
from matcher.explain.why_not import blocked_by
from matcher.optimizer.goals import placing
from matcher.optimizer.program import UNPLACED

MOST_WAYS = 4
MOST_OF_A_KIND = 3
"""So many coordinators are tried for each kind of change: those who lack the fewest hours."""


class WhyNobody(Frozen):
    """Why the plan gives a case to nobody."""

    case: str
    struck_out: tuple[Finding, ...]
    """By rule, then by hours."""
    bottleneck: Bottleneck | None
    says: tuple[str, ...]


class WhatWouldPlace(Frozen):
    """The ways that were tried and place the case, the easiest first."""

    case: str
    ways: tuple[Way, ...]
    rounds_run: int
    ran_out: bool
    says: str


def why_nobody(round_: SolvedRound, case_id: str) -> WhyNobody:
    """Answer for one case. Raises ``NotInRound``."""
    case = round_.case(case_id)
    chosen = round_.chosen(case)
    if chosen is not None:
        return WhyNobody(
            case=case_id,
            struck_out=(),
            bottleneck=None,
            says=(f"Saken har fått et forslag: {round_.request.roster.called(chosen)}.",),
        )
    found = bottleneck(round_.posed, round_.solved.plan, case)
    struck_out = unplaced_because(round_.posed, round_.solved, case)
    return WhyNobody(
        case=case_id,
        struck_out=tuple(finding for finding in struck_out if finding.code != "bottleneck"),
        bottleneck=found,
        says=tuple(_says(round_, case, found)),
    )


def what_would_place(
    round_: SolvedRound,
    case_id: str,
    *,
    most_runs: int = MOST_RUNS,
    most_seconds: float | None = None,
    told: Told = lambda step, share: None,
    so_far: Callable[[WhatWouldPlace], None] = lambda answer: None,
) -> WhatWouldPlace:
    """The smallest changes that place the case while everybody placed stays placed.

    Each is tried in a whole round, and ``told`` hears how far that has come; ``so_far`` hears the
    answer as it would be if it stopped there, each time a way is found. Raises ``NotInRound``.
    """
    case = round_.case(case_id)
    seconds = seconds_for(round_) if most_seconds is None else most_seconds
    trials = Trials(round_, most_runs, seconds, told)
    placed = {id_ for id_, to in round_.chosen_by_id.items() if to is not None}

    def works(run: SolvedRound) -> bool:
        return all(run.chosen_by_id.get(id_) is not None for id_ in (case_id, *placed))

    def answer(ways: Sequence[Way], *, ran_out: bool) -> WhatWouldPlace:
        return WhatWouldPlace(
            case=case_id,
            ways=tuple(ways),
            rounds_run=trials.runs,
            ran_out=ran_out,
            says=_tried(case_id, ways, trials, is_placed=case_id in placed, ran_out=ran_out),
        )

    found: list[Way] = []
    if case_id not in placed:
        ideas = _ideas(round_, case)
        found = trials.ways(
            case_id, ideas, works, MOST_WAYS, lambda ways: so_far(answer(ways, ran_out=True))
        )
    return answer(found, ran_out=trials.ran_out)


def _says(round_: SolvedRound, case: int, found: Bottleneck | None) -> Iterator[str]:
    problem = round_.problem
    if found is not None:
        yield found.says
    elif problem.allowed[case].any():
        siblings = problem.siblings_must_share and any(case in f for f in problem.families)
        together = ", eller slik at søsknene får samme koordinator" if siblings else ""
        yield (
            "De som kan ha saken, har til sammen timer nok, men timene lar seg ikke fordele slik "
            f"at hele saken får plass hos én{together}."
        )
    ids = {goal.id for goal in placing(problem)}
    if not all(tier.is_optimal for tier in round_.solved.tiers if tier.goal.id in ids):
        yield "Det er ikke bevist at saken må stå uten koordinator."


def _ideas(round_: SolvedRound, case: int) -> Iterator[Idea]:
    """What to try for each coordinator, those who lack the fewest hours first; one change first."""
    by_kind: dict[str, list[Idea]] = {}
    with_hours: list[Idea] = []
    for j in _by_hours_lacking(round_, case):
        idea, more = _opens(round_, case, j)
        if idea is not None:
            kind = idea.make(idea.most)[0].kind
            by_kind.setdefault(kind, []).append(idea)
        if more is not None:
            with_hours.append(more)
    kept = (ideas[:MOST_OF_A_KIND] for ideas in by_kind.values())
    for ideas in zip_longest(*sorted(kept, key=lambda ideas: ideas[0].make(1)[0].EFFORT)):
        yield from filter(None, ideas)
    yield from with_hours[:MOST_OF_A_KIND]


def _opens(round_: SolvedRound, case: int, coordinator: int) -> tuple[Idea | None, Idea | None]:
    """What alone could open a coordinator for the case, and the same with more hours."""
    ids = round_.problem.case_ids[case], round_.problem.coordinator_ids[coordinator]
    blocked = blocked_by(round_, case, coordinator)
    problem, plan = round_.problem, round_.solved.plan
    rivals = np.flatnonzero((plan == UNPLACED) & problem.allowed[:, coordinator])
    hours = more_hours(round_, case, coordinator, rivals.tolist())
    if all(block.id in NEEDS_HOURS for block in blocked):
        return hours, None
    first = repaired(round_, *ids, blocked)
    if first is None:
        aside = set_aside(round_, *ids, blocked)
        return (None if aside is None else Idea.of(aside)), None
    return Idea.of(*first), hours.and_with(first)


def _by_hours_lacking(round_: SolvedRound, case: int) -> list[int]:
    """The coordinators in order of what they lack beside the plan's own cases; then by id."""
    problem = round_.problem
    lacks = np.maximum(problem.workload[case] - problem.left(round_.solved.plan), 0)
    return sorted(range(problem.shape[1]), key=lambda j: (int(lacks[j]), j))


def _tried(
    case_id: str, ways: Sequence[Way], trials: Trials, *, is_placed: bool, ran_out: bool
) -> str:
    if is_placed:
        return f"{case_id} har allerede fått et forslag."
    return in_short(
        trials,
        ways,
        found=f"da får {case_id} en koordinator, og ingen som har fått, mister sin",
        not_found=f"gir {case_id} en koordinator uten at en annen mister sin",
        ran_out=ran_out,
    )
