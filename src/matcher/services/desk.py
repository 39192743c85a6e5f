"""What lies on the desk where one case is settled: all that a page needs, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain.case import Case
from matcher.domain.decision import Decided, Decision, Outcome
from matcher.domain.finding import Finding, Severity
from matcher.domain.pairs import Pairs
from matcher.domain.plan import BrokenRule, CasePlan
from matcher.domain.responsibility import holder, tenures
from matcher.domain.roster import Roster
from matcher.domain.standing_choice import StandingChoice
from matcher.domain.task import Task
from matcher.entitlement import entitle
from matcher.entitlement.stand_in import stand_in
from matcher.entitlement.workload import workload
from matcher.exchange.round_folder import OpenedRound
from matcher.gates.evaluate import missing
from matcher.gates.gate import Settling
from matcher.profiles.profile import Profile
from matcher.rules.evaluate import evaluate, may_override, refusal
from matcher.rules.evaluate import warnings as warnings_of


class NotInPlace(Exception):
    """A decision that can't be final yet. ``findings`` says all that is missing."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))


@dataclass(frozen=True)
class Desk:
    """One case about to be settled."""

    case: Case
    told: CasePlan
    """What the round says: role, suggestions in order, who can't have it and why."""
    last: Decided | None
    """The last decision, draft or final."""
    draft: Decision
    """Where to begin: the last one's words, or the first suggestion with nothing noted yet."""
    lacks: tuple[Finding, ...]
    """What keeps ``draft`` from being final (errors), and what to think of (warnings)."""
    choices: tuple[StandingChoice, ...]
    """Locks, bans and preferences that stand for the case."""
    tasks: tuple[Task, ...]
    changes: int
    """How often the case has got another coordinator, as far as is known (S165)."""
    coordinator: str | None
    """Who has the case today."""

    @property
    def seen(self) -> int:
        """The number of the last decision, 0 for none: to be handed back with the next."""
        return self.last.number if self.last else 0


@dataclass(frozen=True)
class Pair:
    """A case and a coordinator: what stops the choice, what may be set aside, and what to know."""

    broken_rules: tuple[BrokenRule, ...]
    may_be_set_aside: frozenset[str]
    """Ids of the rules among them that KE may set aside with a reason."""
    warnings: tuple[Finding, ...]
    stand_in: str | None
    """Who would stand in by the profile: a coordinator's id, or a leader's name."""


def pair_of(case: Case, coordinator: str, roster: Roster, profile: Profile) -> Pair:
    """The rules asked afresh of the pair alone, so that no round can have left one out."""
    chosen = roster.coordinator_by_id[coordinator]
    pairs = Pairs(
        on=roster.on,
        cases=(case,),
        roles=(entitle(case, profile, roster.on).role,),
        coordinators=(chosen,),
        units=roster.unit_by_name,
    )
    broken = refusal(evaluate(pairs, profile), profile, case.id, coordinator).rules
    return Pair(
        broken_rules=broken,
        may_be_set_aside=frozenset(r.id for r in broken if may_override(r.id, profile)),
        warnings=warnings_of(pairs, profile),
        stand_in=stand_in(case, chosen, roster, profile),
    )


def first_draft(round_: OpenedRound, told: CasePlan) -> Decision:
    """The first suggestion, with nothing noted; open where the round found nobody."""
    if told.coordinator is None:
        return Decision(case=told.case, round=round_.id, outcome=Outcome.OPEN)
    return Decision(
        case=told.case,
        round=round_.id,
        outcome=Outcome.ACCEPTED,
        coordinator=told.coordinator,
        stand_in=told.stand_in,
    )


def not_known(round_: OpenedRound, decision: Decision) -> tuple[Finding, ...]:
    """A case or a coordinator that the round doesn't know."""
    found = []
    if decision.case not in round_.roster.case_by_id:
        found.append(_unknown("saken", decision.case))
    if decision.coordinator and decision.coordinator not in round_.roster.coordinator_by_id:
        found.append(_unknown("koordinatoren", decision.coordinator))
    return tuple(found)


def lacks(
    round_: OpenedRound, decision: Decision, decided: Sequence[Decided], on: date
) -> tuple[Finding, ...]:
    """What isn't in place for a decision, by the profile's gates; errors stop it."""
    if faults := not_known(round_, decision):
        return faults
    return missing(settling(round_, decision, decided, on), round_.profile.gates)


def settling(
    round_: OpenedRound, decision: Decision, decided: Sequence[Decided], on: date
) -> Settling:
    """The decision with all a gate looks at; ``decided`` are all final decisions, in order."""
    roster, profile = round_.roster, round_.profile
    case = roster.case_by_id[decision.case]
    chosen = decision.coordinator
    pair = pair_of(case, chosen, roster, profile) if chosen else None
    return Settling(
        decision=decision,
        case=case,
        coordinator=roster.coordinator_by_id[chosen] if chosen else None,
        suggested=told_of(round_, decision.case),
        on=on,
        stand_in=roster.coordinator_by_id.get(decision.stand_in or ""),
        broken_rules=pair.broken_rules if pair else (),
        may_be_set_aside=pair.may_be_set_aside if pair else frozenset(),
        hours_over=hours_over(round_, decision, decided),
    )


def told_of(round_: OpenedRound, case: str) -> CasePlan | None:
    """What the round says of a case."""
    return next((told for told in round_.plan.cases if told.case == case), None)


def hours_over(round_: OpenedRound, decision: Decision, decided: Sequence[Decided]) -> float | None:
    """Hours a month beyond what is agreed if the decision stands, 0 where it fits.

    ``None`` where no hours are agreed, or nobody is chosen. Who keeps a case, gets nothing new.
    """
    chosen = round_.roster.coordinator_by_id.get(decision.coordinator or "")
    if chosen is None or chosen.free_hours_per_month is None:
        return None
    held = held_by_case(round_.roster, decided)
    if held.get(decision.case) == chosen.id:
        return 0.0
    theirs = [id_ for id_, who in held.items() if who == chosen.id] + [decision.case]
    cases = round_.roster.case_by_id
    hours = sum(
        workload(cases[id_], round_.profile, round_.roster.on).hours_per_month
        for id_ in theirs
        if id_ in cases
    )
    return max(0.0, round(hours - chosen.free_hours_per_month, 2))


def held_by_case(roster: Roster, decided: Sequence[Decided]) -> dict[str, str]:
    """Whom each case is promised to: by its last final decision, else as it is now."""
    held = {case.id: case.current_coordinator for case in roster.cases}
    for one in decided:
        if one.decision.coordinator:
            held[one.decision.case] = one.decision.coordinator
    return {case: who for case, who in held.items() if who is not None}


def has_case(case: Case, roster: Roster, decided: Sequence[Decided], on: date) -> str | None:
    """Who has the case on a day, by its own decisions; else as the roster says."""
    now = holder(tenures(case, roster.on, decided), on)
    return now.coordinator if now else None


def _unknown(what: str, id_: str) -> Finding:
    return Finding(
        code="not_in_round",
        severity=Severity.ERROR,
        subject=id_,
        message=f"Runden kjenner ikke {what} «{id_}». Kanskje er id-en skrevet feil?",
    )
