"""Who may have a case by the rules, but can't: KE's ban, the hours or the siblings say no."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from matcher.domain.plan import BrokenRule, Refusal
from matcher.domain.vocabulary import Role
from matcher.domain.wording import listed, number
from matcher.entitlement import placed_in_round
from matcher.optimizer.pose import Posed
from matcher.optimizer.problem import HUNDREDTHS

AGREED_HOURS_SOURCE = "S074"


def impossible(posed: Posed, case: int) -> tuple[Refusal, ...]:
    """The pairs that the rules allow and no plan can hold, each with the reason."""
    coordinators = np.flatnonzero(posed.rules.allowed[case] & ~posed.problem.allowed[case])
    refusals = (
        Refusal(
            coordinator=posed.problem.coordinator_ids[j],
            rules=obstacles(posed, case, j),
        )
        for j in coordinators.tolist()
    )
    return tuple(refusal for refusal in refusals if refusal.rules)


def obstacles(posed: Posed, case: int, coordinator: int) -> tuple[BrokenRule, ...]:
    """What keeps a pair out besides the rules: KE's own choices, hours, and siblings."""
    found = (
        *_only_keeps(posed, case, coordinator),
        *_locked_elsewhere(posed, case, coordinator),
        *_banned(posed, case, coordinator),
        *_hours(posed, case, coordinator),
    )
    by_rule = not posed.rules.allowed[case, coordinator]
    return (*found, *_siblings(posed, case, coordinator, nothing_else=not found and not by_rule))


def crowded_out(posed: Posed, case: int, suggested: Collection[str]) -> tuple[Refusal, ...]:
    """Who may have the case, but no plan was found with that pair: hours, siblings or locks."""
    names = posed.problem.coordinator_ids
    return tuple(
        Refusal(
            coordinator=names[j],
            rules=(
                BrokenRule(
                    id="ikke_plass",
                    title="Ikke plass i runden",
                    source=AGREED_HOURS_SOURCE,
                    because="Det ble ikke funnet plass til dette valget uten å bryte avtalte "
                    "timer, skille søsken eller løse opp valg som KE har låst.",
                ),
            ),
        )
        for j in np.flatnonzero(posed.problem.allowed[case]).tolist()
        if names[j] not in suggested
    )


def _only_keeps(posed: Posed, case: int, coordinator: int) -> list[BrokenRule]:
    """A case that KE finds nobody for, and that has a coordinator, can only keep that one."""
    problem, profile = posed.problem, posed.profile
    role = problem.roles[case]
    if placed_in_round(role, profile) or coordinator == problem.current[case]:
        return []
    lines = {
        Role.KOORDINATOR_WITHOUT_CLAIM: profile.entitlement.koordinator_without_claim,
        Role.STAFETTHOLDER: profile.entitlement.stafettholder,
    }
    return [
        BrokenRule(
            id="fordeles_ikke",
            title="Fordeles ikke av KE",
            source=lines[role].source if role in lines else profile.document,
            because=f"Saken har rollen {role}, og kan i runden bare beholde koordinatoren den har."
            if role in lines
            else "Saken har ikke krav på koordinator, og kan i runden bare beholde den den har.",
        )
    ]


def _banned(posed: Posed, case: int, coordinator: int) -> list[BrokenRule]:
    pair = (posed.problem.case_ids[case], posed.problem.coordinator_ids[coordinator])
    return [
        BrokenRule(
            id="sperret_av_ke",
            title="Sperret av KE",
            source=posed.profile.words.ke,
            because=ban.reason or "KE har sperret dette valget i runden.",
        )
        for ban in posed.bans
        if (ban.case, ban.coordinator) == pair
    ]


def _locked_elsewhere(posed: Posed, case: int, coordinator: int) -> list[BrokenRule]:
    problem = posed.problem
    return [
        BrokenRule(
            id="last_av_ke",
            title="Låst av KE",
            source=posed.profile.words.ke,
            because=f"KE har låst saken til {posed.roster.called(problem.coordinator_ids[j])}.",
        )
        for i, j in problem.locks
        if i == case and j != coordinator
    ]


def _hours(posed: Posed, case: int, coordinator: int) -> list[BrokenRule]:
    """Too few hours; never for who has the case already, whose hours it is among."""
    problem = posed.problem
    if problem.current[case] == coordinator:
        return []
    needs, has = problem.workload[case, coordinator], problem.capacity[coordinator]
    free = posed.pairs.coordinators[coordinator].free_hours_per_month
    if free is None:
        because = "Koordinatoren har ingen avtalte timer."
    elif needs > has:
        because = (
            f"Saken trenger {number(needs / HUNDREDTHS)} timer i måneden, og koordinatoren har "
            f"{number(has / HUNDREDTHS)} i alt til sakene i runden."
        )
    elif has > round(free * HUNDREDTHS):
        because = (
            f"Koordinatoren har {number(free)} timer til sakene i runden, men har alt saker på "
            f"{number(has / HUNDREDTHS)} timer."
        )
    else:
        return []
    return [
        BrokenRule(
            id="avtalte_timer",
            title="Avtalte timer",
            source=AGREED_HOURS_SOURCE,
            because=because,
        )
    ]


def _siblings(posed: Posed, case: int, coordinator: int, *, nothing_else: bool) -> list[BrokenRule]:
    """Siblings must share, and one of them can't have this coordinator by the rules.

    Or, where nothing else is in the way, there aren't hours for them all.
    """
    problem = posed.problem
    allowed = posed.rules.allowed[:, coordinator]
    families = [f for f in problem.families if problem.siblings_must_share and case in f]
    return [
        BrokenRule(
            id="sosken",
            title="Søsken har samme koordinator",
            source=posed.profile.goals.siblings.source,
            because=_why_not_all(posed, case, list(family), coordinator),
        )
        for family in families
        if nothing_else or any(not allowed[i] for i in family if i != case)
    ]


def _why_not_all(posed: Posed, case: int, family: list[int], coordinator: int) -> str:
    problem = posed.problem
    allowed = posed.rules.allowed[:, coordinator]
    kept_out = [problem.case_ids[i] for i in family if i != case and not allowed[i]]
    if kept_out:
        return f"Koordinatoren kan ikke ha {listed(kept_out)}, som er søsken."
    hours = problem.workload[family, coordinator].sum()
    return (
        f"Søsknene {listed(problem.case_ids[i] for i in family)} trenger til sammen "
        f"{number(hours / HUNDREDTHS)} timer i måneden, og koordinatoren har "
        f"{number(problem.capacity[coordinator] / HUNDREDTHS)} i alt til sakene i runden."
    )
