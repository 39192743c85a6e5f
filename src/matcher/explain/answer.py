"""The whole answer of a round: every case with its suggestions, refusals and reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version

from matcher.domain.finding import Finding, Severity
from matcher.domain.plan import CasePlan, GoalResult, Plan, Refusal, RoundFacts, Status
from matcher.entitlement.stand_in import stand_in
from matcher.explain.impossible import crowded_out, impossible
from matcher.explain.ranking import Candidate, Depth
from matcher.explain.ranking_all import ranked_all
from matcher.explain.suggestions import suggestions
from matcher.explain.unplaced import unplaced_because
from matcher.optimizer.certify import certify
from matcher.optimizer.climbing import Solved
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.pose import Posed
from matcher.optimizer.program import UNPLACED
from matcher.profiles.load import sha256
from matcher.rules.evaluate import refusal, refusals

LIBRARIES = ("koordinatormatch", "ortools", "numpy", "pandas", "pydantic")
RANKED = 0.8
"""So much of the work is done when all are ranked, and only words are left."""


def answer(
    posed: Posed,
    solved: Solved,
    consequences: Consequences,
    depth: Depth,
    told: Callable[[float], None],
) -> Plan:
    """Put a solved round into words; ``told`` hears the share of the cases that is done."""
    index = posed.pairs.case_index
    ranked = ranked_all(consequences, depth, lambda share: told(RANKED * share))
    cases = []
    for done, case in enumerate(posed.roster.cases, 1):
        i = index.get(case.id)
        cases.append(
            _outside(posed, case.id)
            if i is None
            else _inside(posed, solved, consequences, i, ranked[i], depth)
        )
        told(RANKED + (1 - RANKED) * done / len(posed.roster.cases))
    notes = () if depth.all_pairs else (_shortened(),)
    return Plan(
        round=_facts(posed, solved),
        cases=tuple(cases),
        findings=(*posed.findings, *notes),
    )


def _facts(posed: Posed, solved: Solved) -> RoundFacts:
    tiers = [tier for tier in solved.tiers if tier.goal.id != "draw"]
    return RoundFacts(
        municipality=posed.profile.words.municipality,
        profile=posed.profile.id,
        date=posed.roster.on,
        status=Status.OPTIMAL if all(tier.is_optimal for tier in tiers) else Status.FEASIBLE,
        seed=posed.problem.seed,
        input_sha256=posed.roster.sha256,
        profile_sha256=sha256(posed.profile),
        versions=versions(),
        goals=tuple(
            GoalResult(
                id=tier.goal.id,
                title=tier.goal.title,
                unit=tier.goal.unit,
                value=tier.value / tier.goal.scale,
                bound=tier.bound / tier.goal.scale,
                optimal=tier.is_optimal,
            )
            for tier in tiers
        ),
        locks=posed.locks,
        bans=posed.bans,
        preferences=posed.preferences,
        certificate=certify(posed.problem, solved.plan),
    )


@cache
def versions() -> dict[str, str]:
    """The libraries in use; they stay the same while the program runs."""
    return {name: version(name) for name in LIBRARIES}


def _inside(
    posed: Posed,
    solved: Solved,
    consequences: Consequences,
    case: int,
    ranked: Sequence[Candidate],
    depth: Depth,
) -> CasePlan:
    problem = posed.problem
    id_ = problem.case_ids[case]
    chosen = int(solved.plan[case])
    coordinator = None if chosen == UNPLACED else posed.pairs.coordinators[chosen]
    hours = posed.workloads[id_]
    suggested = suggestions(posed, consequences, case, ranked)
    named = {suggestion.coordinator for suggestion in suggested}
    crowded = crowded_out(posed, case, named) if depth.all_pairs else ()
    return CasePlan(
        case=id_,
        entitlement=posed.entitlements[id_],
        coordinator=None if coordinator is None else coordinator.id,
        kept=coordinator is not None and chosen == problem.current[case],
        stand_in=None
        if coordinator is None
        else stand_in(posed.pairs.cases[case], coordinator, posed.roster, posed.profile),
        workload_hours_per_month=hours.hours_per_month,
        workload_is_estimate=hours.is_estimate,
        suggestions=suggested,
        refused=(*_refused(posed, case, depth), *impossible(posed, case), *crowded),
        unplaced_because=unplaced_because(posed, solved, case),
    )


def _refused(posed: Posed, case: int, depth: Depth) -> tuple[Refusal, ...]:
    """Everyone the rules refuse; in a large round, those whom the case itself names."""
    id_ = posed.problem.case_ids[case]
    if depth.all_pairs:
        return refusals(posed.rules, posed.profile, id_)
    row = posed.pairs.cases[case]
    named = {row.current_coordinator, *(s.contact for s in row.services)}
    named |= {wish.value for wish in row.wishes}
    index = posed.pairs.coordinator_index
    return tuple(
        refusal(posed.rules, posed.profile, id_, name)
        for name in sorted(filter(None, named))
        if name in index and not posed.rules.allowed[case, index[name]]
    )


def _outside(posed: Posed, id_: str) -> CasePlan:
    """A case that KE doesn't find a coordinator for, with the reasons."""
    hours = posed.workloads[id_]
    return CasePlan(
        case=id_,
        entitlement=posed.entitlements[id_],
        coordinator=None,
        kept=False,
        stand_in=None,
        workload_hours_per_month=hours.hours_per_month,
        workload_is_estimate=hours.is_estimate,
        suggestions=(),
        refused=(),
        unplaced_because=posed.entitlements[id_].because,
    )


def _shortened() -> Finding:
    return Finding(
        code="large_round",
        severity=Severity.INFO,
        subject="runden",
        message="Runden er stor. For hver sak er de ti best egnede tatt med, og blant dem som "
        "ikke kan ha saken, de som saken selv nevner.",
    )
