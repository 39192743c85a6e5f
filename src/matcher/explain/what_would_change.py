"""What would have to change for a coordinator to be the one suggested for a case?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from matcher.domain.frozen import Frozen
from matcher.domain.plan import BrokenRule
from matcher.explain.changes import AskedToChange, Change, MovesEasier, Weighed, Wished
from matcher.explain.comparison import Comparison, against, compared
from matcher.explain.repairs import NEEDS_HOURS, more_hours, repaired, set_aside
from matcher.explain.solved_round import SolvedRound
from matcher.explain.trials import MOST_RUNS, Idea, Trials, Way, in_short, seconds_for
from matcher.explain.under_way import Told
from matcher.explain.why_not import blocked_by

MOST_WAYS = 4
"""So many ways are told: enough to choose among."""
MOST_WEIGHTS = 2
"""So many criteria are tried with more weight: those that speak most for the coordinator."""
MOST_WEIGHT = 60
"""More than this for one criterion is no small change of a profile."""


class WhatWouldChange(Frozen):
    """The ways that were tried and work, the easiest first; and how much was tried."""

    case: str
    coordinator: str
    ways: tuple[Way, ...]
    rounds_run: int
    ran_out: bool
    """Whether more could have been tried."""
    says: str


def what_would_change(
    round_: SolvedRound,
    case_id: str,
    coordinator_id: str,
    *,
    most_runs: int = MOST_RUNS,
    most_seconds: float | None = None,
    told: Told = lambda step, share: None,
    so_far: Callable[[WhatWouldChange], None] = lambda answer: None,
) -> WhatWouldChange:
    """The smallest changes that make the coordinator the suggestion, each tried in a whole round.

    Small is one change before two, and of those the easiest to bring about before harder ones
    (``Change.EFFORT``); of hours and weights, no more than is needed. ``told`` hears how far
    it has come, and ``so_far`` the answer as it would be if it stopped there, each time a way is
    found. Raises ``NotInRound``.
    """
    case, coordinator = round_.case(case_id), round_.coordinator(coordinator_id)
    seconds = seconds_for(round_) if most_seconds is None else most_seconds
    trials = Trials(round_, most_runs, seconds, told)
    who = round_.request.roster.called(coordinator_id)
    is_suggested = round_.chosen(case) == coordinator_id

    def answer(ways: Sequence[Way], *, ran_out: bool) -> WhatWouldChange:
        return WhatWouldChange(
            case=case_id,
            coordinator=coordinator_id,
            ways=tuple(ways),
            rounds_run=trials.runs,
            ran_out=ran_out,
            says=_says(who, ways, trials, is_suggested=is_suggested, ran_out=ran_out),
        )

    found: list[Way] = []
    if not is_suggested:
        found = trials.ways(
            case_id,
            _ideas(round_, case, coordinator),
            lambda run: run.chosen_by_id.get(case_id) == coordinator_id,
            MOST_WAYS,
            lambda ways: so_far(answer(ways, ran_out=True)),
        )
    return answer(found, ran_out=trials.ran_out)


def _ideas(round_: SolvedRound, case: int, coordinator: int) -> Iterator[Idea]:
    """What to try, the smallest first."""
    case_id = round_.problem.case_ids[case]
    coordinator_id = round_.problem.coordinator_ids[coordinator]
    blocked = blocked_by(round_, case, coordinator)
    if aside := set_aside(round_, case_id, coordinator_id, blocked):
        yield Idea.of(aside)
    first = repaired(round_, case_id, coordinator_id, blocked)
    if first is None:
        return
    hours = more_hours(round_, case, coordinator).and_with(first)
    if _needs_hours(blocked):
        yield hours
    elif first:
        yield Idea.of(*first)
    single = list(_preferences(round_, case, coordinator))
    if not _needs_hours(blocked):
        yield from (Idea.of(*first, change) for change in single)
        yield hours
        yield from (idea.and_with(first) for idea in _settings(round_, case, coordinator))
        for pair in combinations(single, 2):
            yield Idea.of(*first, *pair)
    for change in single:
        yield hours.and_with((change,))
    if len(single) > 1:
        yield hours.and_with(tuple(single))


def _needs_hours(blocked: tuple[BrokenRule, ...]) -> bool:
    return any(block.id in NEEDS_HOURS for block in blocked)


def _preferences(round_: SolvedRound, case: int, coordinator: int) -> Iterator[Change]:
    """What the family or KE could say."""
    case_id = round_.problem.case_ids[case]
    if round_.problem.settled[case]:
        yield AskedToChange(case_id)
    if round_.request.profile.criteria.onske.weight:
        yield Wished(case_id, round_.problem.coordinator_ids[coordinator])


def _settings(round_: SolvedRound, case: int, coordinator: int) -> Iterator[Idea]:
    """What the municipality could set otherwise: weights, and how readily families move."""
    last_first = reversed(compared(round_, case, coordinator))
    speaks_for = [c for c in last_first if against(c) < 0 and c.weight < MOST_WEIGHT]
    for criterion in speaks_for[:MOST_WEIGHTS]:
        yield _weighed(criterion)
    threshold = round_.request.profile.goals.moving.threshold_points
    if round_.problem.settled[case] and threshold:
        yield Idea(lambda amount: (MovesEasier(threshold - amount),), threshold)


def _weighed(criterion: Comparison) -> Idea:
    return Idea(
        lambda amount: (Weighed(criterion.id, criterion.weight + amount),),
        MOST_WEIGHT - criterion.weight,
    )


def _says(
    who: str, ways: Sequence[Way], trials: Trials, *, is_suggested: bool, ran_out: bool
) -> str:
    if is_suggested:
        return f"{who} er allerede den som foreslås."
    return in_short(
        trials,
        ways,
        found=f"da blir {who} foreslått",
        not_found=f"gjør at {who} blir foreslått",
        ran_out=ran_out,
    )
