"""KE's own choices before the round: pairs that are locked, banned or preferred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from typing_extensions import override

from matcher.domain.choice import Choice
from matcher.domain.finding import Finding, Severity
from matcher.domain.pairs import Pairs
from matcher.domain.wording import listed, number
from matcher.optimizer.conflict import smallest_clashes
from matcher.optimizer.problem import HUNDREDTHS, Problem
from matcher.optimizer.program import IntArray
from matcher.profiles.profile import Profile
from matcher.rules.evaluate import RuleResults, may_override, refusal

Pair = tuple[int, int]
FULL_FIT = 100


class ChoicesClash(Exception):
    """Locks and bans that can't stand, with a finding for each."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings

    @override
    def __reduce__(self) -> tuple[type[ChoicesClash], tuple[tuple[Finding, ...]]]:
        """Made again from its findings, where it comes from another process."""
        return type(self), (self.findings,)


def check_choices(
    problem: Problem,
    rules: RuleResults,
    profile: Profile,
    *,
    locks: Iterable[Choice],
    bans: Iterable[Choice],
    preferences: Iterable[Choice] = (),
) -> tuple[Problem, tuple[Finding, ...]]:
    """The problem with KE's choices in it, and what KE should know of them.

    A preferred pair has the profile's extra points of fit, and no more than 100.

    Raises ``ChoicesClash`` with everything that is wrong at once.
    """
    pairs = rules.pairs
    locks, bans, preferences = in_order(locks), in_order(bans), in_order(preferences)
    named = [*locks, *bans, *preferences]
    faults = [fault for choice in named for fault in _names_nobody(choice, pairs)]
    if faults:
        raise ChoicesClash(tuple(faults))
    allowed = problem.allowed.copy()
    notes: list[Finding] = []
    for choice in bans:
        i, j = _pair(choice, pairs)
        allowed[i, j] = False
    for choice in locks:
        i, j = _pair(choice, pairs)
        if not rules.allowed[i, j]:
            found = _overridden(choice, rules, profile)
            (faults if found.severity is Severity.ERROR else notes).append(found)
        allowed[i] = np.arange(len(problem.coordinator_ids)) == j
    locked = tuple(_pair(choice, pairs) for choice in locks)
    banned = {_pair(choice, pairs) for choice in bans}
    if clashes := _clashes(problem, locked, banned):
        faults += [*clashes, *_smallest(problem, locked, banned)]
    if faults:
        raise ChoicesClash(tuple(faults))
    fit = with_preferences(problem.fit, preferences, pairs, profile)
    return replace(problem, allowed=allowed, fit=fit, locks=locked), tuple(notes)


def with_preferences(
    fit: IntArray, preferences: Iterable[Choice], pairs: Pairs, profile: Profile
) -> IntArray:
    """The fits (n × m) where the pairs that KE prefers have their extra points."""
    fit = fit.copy()
    for choice in preferences:
        i, j = _pair(choice, pairs)
        fit[i, j] = with_preference(int(fit[i, j]), profile)
    return fit


def with_preference(fit: int, profile: Profile) -> int:
    """The fit of a pair that KE prefers; unchanged where the profile has no line for it."""
    line = profile.goals.preference
    return fit if line is None else min(FULL_FIT, fit + line.points)


def in_order(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices by case, coordinator and reason: the order they were given in says nothing."""
    return tuple(sorted(choices, key=lambda c: (c.case, c.coordinator, c.reason or "")))


def _pair(choice: Choice, pairs: Pairs) -> Pair:
    return pairs.case_index[choice.case], pairs.coordinator_index[choice.coordinator]


def _names_nobody(choice: Choice, pairs: Pairs) -> list[Finding]:
    faults = []
    if choice.case not in pairs.case_index:
        faults.append(
            _fault(
                choice.case,
                f"Saken «{choice.case}» er ikke med i runden. Kanskje er id-en skrevet feil?",
            )
        )
    if choice.coordinator not in pairs.coordinator_index:
        faults.append(
            _fault(
                choice.coordinator,
                f"Koordinatoren «{choice.coordinator}» finnes ikke. Kanskje er id-en skrevet feil?",
            )
        )
    return faults


def _overridden(choice: Choice, rules: RuleResults, profile: Profile) -> Finding:
    """A lock against a rule: possible where each broken rule may be set aside, with a reason."""
    broken = refusal(rules, profile, choice.case, choice.coordinator).rules
    told = "; ".join(f"{rule.because} ({rule.source})" for rule in broken)
    subject = f"{choice.case}={choice.coordinator}"
    if not all(may_override(rule.id, profile) for rule in broken):
        return _fault(subject, f"Valget kan ikke låses, for en regel hindrer det: {told}")
    if not choice.reason:
        return _fault(
            subject,
            f"Valget fraviker en regel: {told} Kanskje kan dere skrive begrunnelsen: "
            f"«{subject}:begrunnelse».",
        )
    return Finding(
        code="rule_set_aside",
        severity=Severity.WARNING,
        subject=subject,
        message=f"KE har fraveket en regel: {told} Begrunnelse: {choice.reason}",
        source=", ".join(rule.source for rule in broken),
    )


def _clashes(problem: Problem, locked: tuple[Pair, ...], banned: set[Pair]) -> list[Finding]:
    cases, coordinators = problem.case_ids, problem.coordinator_ids
    faults = [
        _fault(cases[i], f"{cases[i]} er både låst til og sperret for {coordinators[j]}.")
        for i, j in locked
        if (i, j) in banned
    ]
    of_case: dict[int, set[int]] = {}
    hours = np.zeros(len(coordinators), np.int64)
    for i, j in set(locked):
        of_case.setdefault(i, set()).add(j)
        hours[j] += problem.workload[i, j]
    for i, several in of_case.items():
        if len(several) > 1:
            names = " og ".join(coordinators[j] for j in sorted(several))
            faults.append(_fault(cases[i], f"{cases[i]} er låst til flere: {names}."))
    for j in np.flatnonzero(hours > problem.capacity).tolist():
        names = ", ".join(cases[i] for i, k in locked if k == j)
        faults.append(
            _fault(
                coordinators[j],
                f"{coordinators[j]} har {_hours(problem.capacity[j])} timer, men sakene som er "
                f"låst dit ({names}), trenger {_hours(hours[j])}. Kanskje kan en av dem låses opp?",
            )
        )
    if problem.siblings_must_share:
        for family in problem.families:
            several = {j for i in family for j in of_case.get(i, ())}
            if len(several) > 1:
                names = ", ".join(cases[i] for i in family)
                faults.append(
                    _fault(cases[family[0]], f"Søsknene {names} er låst til ulike koordinatorer.")
                )
    return faults


def _smallest(problem: Problem, locked: tuple[Pair, ...], banned: set[Pair]) -> list[Finding]:
    """The few choices that clash, named one by one: which of them to give up is KE's to say."""
    cases, coordinators = problem.case_ids, problem.coordinator_ids
    return [
        _fault(
            cases[clash[0].case],
            "Disse valgene kan ikke stå sammen: "
            + listed(
                f"{cases[c.case]} {'låst til' if c.is_lock else 'sperret for'} "
                f"{coordinators[c.coordinator]}"
                for c in clash
            )
            + ". Tas ett av dem bort, kan resten av dem stå.",
        )
        for clash in smallest_clashes(problem, locked, banned)
    ]


def _hours(hundredths: int) -> str:
    return number(hundredths / HUNDREDTHS)


def _unknown(id_: str, message: str) -> Finding:
    return _fault(id_, f"«{id_}»: {message}. Kanskje er id-en skrevet feil?")


def _fault(subject: str, message: str) -> Finding:
    return Finding(code="choice", severity=Severity.ERROR, subject=subject, message=message)
