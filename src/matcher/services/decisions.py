"""Decisions: what a named person settles in a case, and KE's own choices before a round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.choice import Choice
from matcher.domain.decision import Decided, Decision
from matcher.domain.finding import Finding, Severity
from matcher.domain.kept_absence import with_absences
from matcher.domain.plan import Plan
from matcher.domain.responsibility import changes, tenures
from matcher.domain.round_changes import RoundChanges, changes_between
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.task import Task
from matcher.domain.wording import written
from matcher.entitlement import entitle, placed_in_round
from matcher.exchange.round_folder import OpenedRound
from matcher.explain.solved_round import RoundRequest
from matcher.services.desk import (
    Desk,
    NotInPlace,
    Pair,
    first_draft,
    has_case,
    lacks,
    not_known,
    pair_of,
    told_of,
)
from matcher.services.ground import Ground
from matcher.storage.errors import NotKept
from matcher.tasks.made import made
from matcher.tasks.task_kind import Ready


@dataclass(frozen=True)
class Settled:
    """A decision that was written, the tasks it made or changed, and what to think of."""

    decided: Decided
    tasks: tuple[Task, ...]
    warnings: tuple[Finding, ...]


@dataclass(frozen=True)
class Decisions(Ground):
    """Settle cases, one at a time. The program suggests; ``who`` decides."""

    def desk(self, round_: OpenedRound, case: str, *, who: str, on: date) -> Desk:
        """All that is needed to settle one case of a kept round.

        ``round_`` is from ``open_kept_round``; ``on`` is today. That it was read, is written.
        Raises ``NotKept`` for a case that isn't in the round.
        """
        told = told_of(round_, case)
        if told is None or case not in round_.roster.case_by_id:
            raise NotKept(f"Saken {case}")
        round_ = self._now(round_, who)
        about, roster = round_.roster.case_by_id[case], round_.roster
        own = self.store.decisions_of(case, who=who)
        last = own[-1] if own else None
        draft = first_draft(round_, told)
        if last is not None:
            draft = last.decision.model_copy(update={"is_final": False, "round": round_.id})
        times = tenures(about, roster.on, own)
        choices = self.store.choices(who=who)
        return Desk(
            case=about,
            told=told,
            last=last,
            draft=draft,
            lacks=lacks(round_, draft, self.store.final_decisions(who=who), on),
            choices=tuple(choice for choice in choices if choice.case == case),
            tasks=self.store.tasks_of(case, who=who),
            changes=changes(times, on) + (about.earlier_changes or 0),
            coordinator=has_case(about, roster, own, on),
        )

    def pair(self, round_: OpenedRound, case: str, coordinator: str, *, who: str) -> Pair:
        """The rules that stop a choice and may be set aside, what to know, and who stands in.

        Asked when another coordinator is chosen on the page. Raises ``NotKept``.
        """
        roster = self._now(round_, who).roster
        if case not in roster.case_by_id:
            raise NotKept(f"Saken {case}")
        if coordinator not in roster.coordinator_by_id:
            raise NotKept(f"Koordinatoren {coordinator}")
        return pair_of(roster.case_by_id[case], coordinator, roster, round_.profile)

    def missing(
        self, round_: OpenedRound, decision: Decision, *, who: str, on: date
    ) -> tuple[Finding, ...]:
        """What isn't in place for a decision to be final: errors stop it, warnings are read."""
        round_ = self._now(round_, who)
        return lacks(round_, decision, self.store.final_decisions(who=who), on)

    def settle(
        self, round_: OpenedRound, decision: Decision, *, seen: int, who: str, on: date
    ) -> Settled:
        """Write a decision: a draft as it is, a final one with its tasks, whole or not at all.

        ``seen`` is ``Desk.seen``. Raises ``NotInPlace`` with everything that a final one lacks,
        ``Stale`` with both texts where somebody decided meanwhile, and ``NotKept``.
        """
        if faults := not_known(round_, decision):
            raise NotInPlace(faults)
        round_ = self._now(round_, who)
        own = self.store.decisions_of(decision.case, who=who)
        case, roster = round_.roster.case_by_id[decision.case], round_.roster
        holder = has_case(case, roster, own, on)
        decision = decision.model_copy(update={"round": round_.id, "takes_over_from": holder})
        if not decision.is_final:
            return Settled(self.store.decide(decision, seen=seen, who=who), (), ())
        found = lacks(round_, decision, self.store.final_decisions(who=who), on)
        if any(finding.severity is Severity.ERROR for finding in found):
            raise NotInPlace(found)
        ready = Ready.of(decision, case, roster, on)
        decided, tasks = self.store.decide_and(
            decision, seen=seen, who=who, makes=lambda kept: made(ready, round_.profile, kept)
        )
        return Settled(decided, tasks, found)

    def decisions(self, *, who: str) -> tuple[Decided, ...]:
        """The last decision of every case, draft or final, by case."""
        return self.store.decisions(who=who)

    def decisions_of(self, case: str, *, who: str) -> tuple[Decided, ...]:
        """Every decision of a case, the first one first. Raises ``NotKept``."""
        return self.store.decisions_of(case, who=who)

    def _now(self, round_: OpenedRound, who: str) -> OpenedRound:
        """The round with the absences that are registered since its roster."""
        registered = self.store.absences(who=who)
        return replace(round_, roster=with_absences(round_.roster, registered))

    # KE's own choices

    def choices(self, *, who: str) -> tuple[StandingChoice, ...]:
        """Every lock, ban and preference that stands, by case and coordinator."""
        return self.store.choices(who=who)

    def choose(self, choice: StandingChoice, *, who: str) -> StandingChoice:
        """Lock, ban or prefer a pair, or change what was chosen; a reason is needed.

        It stands in every round from now on, until it is withdrawn. Raises ``NotInPlace`` without
        a reason, ``Stale`` where somebody chose for the pair meanwhile, and ``NotKept``.
        """
        if not (choice.reason or "").strip():
            raise NotInPlace([_without_reason(choice)])
        return self.store.save_choice(choice, who=who)

    def withdraw(self, choice: StandingChoice, *, who: str, reason: str | None = None) -> None:
        """Take a choice away again. Raises ``Stale`` and ``NotKept``."""
        self.store.withdraw_choice(choice, who=who, reason=reason)

    def with_choices(self, request: RoundRequest, *, who: str) -> RoundRequest:
        """The request of a new round with every choice that stands and can be used in it."""
        takes_part = _taking_part(request)
        usable = [
            one for one in self.store.choices(who=who) if _is_usable(one, request, takes_part)
        ]
        by_kind = {
            kind: tuple(one.choice for one in usable if one.kind is kind) for kind in ChoiceKind
        }
        return replace(
            request,
            locks=by_kind[ChoiceKind.LOCK],
            bans=by_kind[ChoiceKind.BAN],
            preferences=by_kind[ChoiceKind.PREFERENCE],
        )

    def unused_choices(self, request: RoundRequest, *, who: str) -> tuple[StandingChoice, ...]:
        """Choices that stand but say nothing to a round: the case or coordinator isn't in it."""
        takes_part = _taking_part(request)
        standing = self.store.choices(who=who)
        return tuple(one for one in standing if not _is_usable(one, request, takes_part))

    def with_decisions(self, request: RoundRequest, *, who: str) -> RoundRequest:
        """The request with every case locked that is settled, where the roster doesn't say so yet.

        So that a new round doesn't suggest anew what somebody has decided. KE's own lock on a case
        comes before; where the chosen one has said no, nothing is locked.
        """
        takes_part = _taking_part(request)
        last = {one.decision.case: one for one in self.store.final_decisions(who=who)}
        locked = {lock.case for lock in request.locks}
        new = [
            Choice(
                case=case,
                coordinator=one.decision.coordinator,
                reason=f"Avgjort {written(one.day)}. {one.decision.reason or ''}".strip(),
            )
            for case, one in last.items()
            if one.decision.coordinator in request.roster.coordinator_by_id
            and one.decision.groundwork.candidate_accepts is not False
            and case in takes_part - locked
            and one.decision.coordinator != request.roster.case_by_id[case].current_coordinator
        ]
        return replace(request, locks=(*request.locks, *new))

    def changes_since(self, earlier: Plan, later: Plan) -> RoundChanges:
        """What the later round suggests otherwise: people first, then goals."""
        return changes_between(earlier, later)


def _taking_part(request: RoundRequest) -> frozenset[str]:
    """The cases that take part in a round: those to be placed, and those that have somebody."""
    return frozenset(
        case.id
        for case in request.roster.cases
        if case.current_coordinator
        or placed_in_round(entitle(case, request.profile, request.roster.on).role, request.profile)
    )


def _is_usable(choice: StandingChoice, request: RoundRequest, takes_part: frozenset[str]) -> bool:
    known = request.roster.coordinator_by_id
    return choice.case in takes_part and choice.coordinator in known


def _without_reason(choice: StandingChoice) -> Finding:
    return Finding(
        code="choice.reason",
        severity=Severity.ERROR,
        subject=f"{choice.case}={choice.coordinator}",
        message=f"Skriv hvorfor {choice.case} og {choice.coordinator} får {choice.kind.value}.",
    )
