"""Why a case stays unplaced: struck out by rule, then by hours, then by those who compete."""

from __future__ import annotations

import numpy as np

from matcher.domain.finding import Finding, Severity
from matcher.domain.wording import listed, number, with_unit
from matcher.explain.bottleneck import bottleneck
from matcher.optimizer.climbing import Solved
from matcher.optimizer.pose import Posed
from matcher.optimizer.problem import HUNDREDTHS
from matcher.optimizer.program import UNPLACED
from matcher.rules import RULES
from matcher.rules.evaluate import line_of, refusal_counts

MANY = 5
"""So many coordinators are named; the rest are counted."""
MOST_PAIRS = 40_000


def unplaced_because(posed: Posed, solved: Solved, case: int) -> tuple[Finding, ...]:
    """The rules that strike candidates out, each with how many; then those without hours."""
    if solved.plan[case] != UNPLACED:
        return ()
    return (
        *_by_rule(posed, case),
        *_by_hours(posed, solved, case),
        *_by_competition(posed, solved, case),
        *_by_siblings(posed, case),
    )


def _by_rule(posed: Posed, case: int) -> list[Finding]:
    case_id = posed.problem.case_ids[case]
    titles = {rule.id: rule.title for rule in RULES}
    everyone = len(posed.problem.coordinator_ids)
    counts = refusal_counts(posed.rules, case_id)
    return [
        Finding(
            code=rule_id,
            severity=Severity.INFO,
            subject=case_id,
            message=f"{count} av {everyone} koordinatorer kan ikke ha saken: {titles[rule_id]}.",
            source=line_of(rule_id, posed.profile).source,
        )
        for rule_id, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def _by_hours(posed: Posed, solved: Solved, case: int) -> list[Finding]:
    problem = posed.problem
    case_id = problem.case_ids[case]
    eligible = np.flatnonzero(problem.allowed[case]).tolist()
    needs = number(problem.workload[case].max(initial=0) / HUNDREDTHS)
    if not eligible:
        text = (
            "Ingen kan ha saken etter reglene. "
            "Kanskje kan en regel fravikes, eller noen nye få opplæring?"
        )
        return [_warning("nobody_eligible", case_id, text)]
    free = problem.left(solved.plan)
    named = [
        f"{posed.pairs.coordinators[j].name_and_id}: {number(free[j] / HUNDREDTHS)} t ledig"
        for j in sorted(eligible, key=lambda j: (-free[j], j))[:MANY]
    ]
    rest = f" og {len(eligible) - MANY} til" if len(eligible) > MANY else ""
    lacks = "har ikke" if len(eligible) == 1 else "ingen av dem har"
    text = (
        f"Saken trenger {with_unit(needs, 'timer')} i måneden. "
        f"{with_unit(str(len(eligible)), 'koordinatorer')} kan ha den etter "
        f"reglene, men {lacks} nok timer når sakene som går foran, er plassert: "
        f"{listed(named) if not rest else ', '.join(named) + rest}. "
        "Kanskje kan en leder avtale flere timer?"
    )
    return [_warning("no_hours", case_id, text, "S074")]


def _by_competition(posed: Posed, solved: Solved, case: int) -> list[Finding]:
    """The cases that want the same few coordinators; in a large round, only when asked."""
    problem = posed.problem
    if problem.allowed.size > MOST_PAIRS:
        return []
    found = bottleneck(posed, solved.plan, case)
    return (
        []
        if found is None
        else [_warning("bottleneck", problem.case_ids[case], found.says, "S074")]
    )


def _by_siblings(posed: Posed, case: int) -> list[Finding]:
    problem = posed.problem
    if not problem.siblings_must_share:
        return []
    families = [family for family in problem.families if case in family]
    return [
        Finding(
            code="siblings_share",
            severity=Severity.INFO,
            subject=problem.case_ids[case],
            message="Søsknene "
            + listed(problem.case_ids[i] for i in family)
            + " skal ha samme koordinator, som må ha timer til alle.",
            source=posed.profile.goals.siblings.source,
        )
        for family in families
    ]


def _warning(code: str, subject: str, message: str, source: str | None = None) -> Finding:
    return Finding(
        code=code, severity=Severity.WARNING, subject=subject, message=message, source=source
    )
