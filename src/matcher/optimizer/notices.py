"""What KE should know of a round's data before reading the plan."""

from __future__ import annotations

from matcher.domain.finding import Finding, Severity
from matcher.domain.pairs import Pairs
from matcher.domain.vocabulary import Role
from matcher.domain.wording import number
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import UNPLACED
from matcher.profiles.profile import Profile


def notices(pairs: Pairs, problem: Problem, profile: Profile) -> tuple[Finding, ...]:
    """Hours not agreed, hours overrun, coordinators who can't go on, siblings who can't share."""
    return (
        *_hours(pairs, problem),
        *_can_not_continue(pairs, problem),
        *_without_role(pairs),
        *_siblings_apart(pairs, problem, profile),
    )


def _hours(pairs: Pairs, problem: Problem) -> list[Finding]:
    found = []
    for j, coordinator in enumerate(pairs.coordinators):
        free = coordinator.free_hours_per_month
        if free is None:
            found.append(
                _warning(
                    "hours_not_agreed",
                    coordinator.id,
                    f"{coordinator.id} har ingen avtalte timer, og får derfor ingen nye saker. "
                    "Kanskje kan timene avklares med leder?",
                    "S074",
                )
            )
        elif problem.capacity[j] > round(free * HUNDREDTHS):
            found.append(
                _warning(
                    "hours_overrun",
                    coordinator.id,
                    f"{coordinator.id} har {number(free)} ledige timer i måneden, men har saker på "
                    f"{number(problem.capacity[j] / HUNDREDTHS)} timer. Sakene kan beholdes, men "
                    "det er ikke plass til flere. Kanskje bør det tas opp med leder?",
                    "S074, S082, S161",
                )
            )
    return found


def _can_not_continue(pairs: Pairs, problem: Problem) -> list[Finding]:
    return [
        _warning(
            "can_not_continue",
            case.id,
            f"{case.id} har {case.current_coordinator}, som ikke kan fortsette etter reglene. "
            "Saken trenger en ny.",
            "S164",
        )
        for i, case in enumerate(pairs.cases)
        if (now := int(problem.current[i])) != UNPLACED and not problem.allowed[i, now]
    ]


def _without_role(pairs: Pairs) -> list[Finding]:
    return [
        Finding(
            code="has_coordinator_without_role",
            severity=Severity.INFO,
            subject=case.id,
            message=f"{case.id} oppfyller ikke vilkårene for en koordinator, men har "
            f"{case.current_coordinator}. Kanskje bør KE se på saken?",
        )
        for case, role in zip(pairs.cases, pairs.roles, strict=True)
        if role is Role.NONE
    ]


def _siblings_apart(pairs: Pairs, problem: Problem, profile: Profile) -> list[Finding]:
    if not problem.siblings_must_share:
        return []
    families: dict[str, list[str]] = {}
    for case in pairs.cases:
        if case.family is not None:
            families.setdefault(case.family, []).append(case.id)
    sharing = {problem.case_ids[i] for family in problem.families for i in family}
    return [
        _warning(
            "siblings_apart",
            ids[0],
            f"Ingen kan etter reglene være koordinator for alle søsknene {', '.join(ids)}. "
            "De er derfor vurdert hver for seg.",
            profile.goals.siblings.source,
        )
        for _, ids in sorted(families.items())
        if len(ids) > 1 and not sharing.issuperset(ids)
    ]


def _warning(code: str, subject: str, message: str, source: str) -> Finding:
    return Finding(
        code=code, severity=Severity.WARNING, subject=subject, message=message, source=source
    )
