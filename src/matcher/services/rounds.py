"""Rounds: run, written to a folder, kept, and opened again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from matcher.domain.finding import Finding, Severity
from matcher.domain.kept import RosterLine, RoundLine
from matcher.domain.plan import Plan
from matcher.domain.reproduction import Reproduction, compared
from matcher.domain.roster import Roster
from matcher.domain.verification import Verification
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.round_folder import OpenedRound, UnusableRound, open_round, round_files
from matcher.explain.answer import answer, versions
from matcher.explain.ranking import depth_for
from matcher.explain.recheck import faults
from matcher.explain.solved_round import (
    RoundRequest,
    SolvedRound,
    not_of_this_round,
    resumed,
    solve,
)
from matcher.explain.under_way import place_of, told
from matcher.explain.verified import verified
from matcher.optimizer.climbing import ModelDisagrees
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.pose import Posed
from matcher.optimizer.under_way import Notice, UnderWay
from matcher.services.ground import Ground
from matcher.services.own_part import opened_from
from matcher.services.progress import Progress
from matcher.storage.errors import StorageUnavailable
from matcher.storage.shared_parts import plan_sharing


@dataclass(frozen=True)
class Ran:
    """A round that was asked for, and what came of keeping it."""

    round: OpenedRound
    is_new: bool = True
    """``False`` where the same had been run before: that one is opened, and nothing solved."""
    unkept_because: str | None = None
    """Why it couldn't be kept, for the user; ``None`` where it was, or nobody was named."""


@dataclass(frozen=True)
class Rounds(Ground):
    """Run a round, keep it, and open it again."""

    def run_round(
        self, request: RoundRequest, progress: Progress | None = None, *, patient: bool = False
    ) -> Plan:
        """Run a round. The plan is checked without the solver before it is returned.

        ``patient`` proves what every choice does to a small round, which can take minutes; else
        the first choices are proven as far as a few seconds' work goes, and it is said which.
        Raises ``ChoicesClash`` where locks and bans can't stand, with every reason.
        """
        tell = progress or (lambda step, share: None)
        tell("Leser regler og vurderer egnethet", 0.05)
        done = solve(request, lambda posed: _planning(posed, tell))
        tell("Kontrollerer planen", 0.6)
        plan = answer(
            done.posed,
            done.solved,
            done.consequences,
            depth_for(done.posed.problem, patient=patient),
            lambda share: tell("Regner ut hva hvert valg betyr", 0.6 + 0.4 * share),
        )
        if wrong := faults(
            plan, request.roster, request.profile, locks=request.locks, bans=request.bans
        ):
            raise ModelDisagrees("; ".join(wrong))
        return plan

    def run_and_keep(
        self,
        request: RoundRequest,
        profile_text: str,
        progress: Progress | None = None,
        *,
        who: str | None,
    ) -> Ran:
        """Run a round and keep it in the name of ``who``; ``None`` keeps nothing.

        A round that was run before on the same data, profile and choices isn't run again. What
        was worked out isn't lost where the database fails. Raises ``ChoicesClash``.
        """
        unkept = None
        try:
            if who is not None and (before := self.same_round(request, who=who)) is not None:
                return Ran(before, is_new=False)
        except StorageUnavailable as fault:
            unkept = str(fault)
        plan = self.run_round(request, progress)
        done = OpenedRound(plan_sharing(plan), request.roster, request.profile, profile_text)
        if who is None:
            return Ran(done)
        try:
            id_ = self.keep_round(plan, request.roster, profile_text, who=who)
        except StorageUnavailable as fault:
            return Ran(done, unkept_because=unkept or str(fault))
        return Ran(replace(done, id=id_))

    def same_round(self, request: RoundRequest, *, who: str) -> OpenedRound | None:
        """The newest kept round that was asked just the same, by the same versions; or ``None``."""
        rosters = {line.id for line in self.store.rosters() if _is_of(request, line)}
        for line in self.store.rounds():
            if line.roster_id in rosters and line.profile == request.profile.id:
                opened = self.open_kept_round(line.id, who=who)
                if _was_asked(request, opened):
                    return opened
        return None

    def round_files(
        self, plan: Plan, roster: Roster, profile_text: str, rejected: bytes | None = None
    ) -> dict[str, bytes | None]:
        """The files of a round's folder by name: the answer, and what it was answered from."""
        return round_files(plan, roster, profile_text, rejected)

    def plan_workbook(self, plan: Plan, roster: Roster) -> bytes:
        """The plan as a spreadsheet (plan.xlsx)."""
        return write_plan(plan, roster)

    def open_round(self, folder: Path) -> OpenedRound:
        """A round as it was run; raises ``UnusableRound``, which tells every fault."""
        return open_round(folder)

    def keep_round(self, plan: Plan, roster: Roster, profile_text: str, *, who: str) -> int:
        """Keep a round and what it was answered from, and give its id."""
        roster_id = self.store.save_roster(roster, who=who)
        return self.store.save_round(plan, roster_id=roster_id, profile_text=profile_text, who=who)

    def kept_rounds(self) -> tuple[RoundLine, ...]:
        """A line for every round that is kept, newest first."""
        return self.store.rounds()

    def open_kept_round(self, id_: int, *, who: str) -> OpenedRound:
        """A kept round: to be decided on, run or asked again. Raises ``NotKept``."""
        return opened_from(self.store, id_, who)

    def request_of(self, opened: OpenedRound) -> RoundRequest:
        """What an opened round was asked.

        Raises ``UnusableRound`` where cases have been deleted from it since.
        """
        if opened.erased_cases:
            raise UnusableRound([_erased(opened.id, opened.erased_cases)])
        return RoundRequest(
            opened.roster,
            opened.profile,
            seed=opened.plan.round.seed,
            locks=opened.locks,
            bans=opened.bans,
            preferences=opened.plan.round.preferences,
        )

    def reproduce(
        self, opened: OpenedRound, progress: Progress | None = None, *, patient: bool = False
    ) -> Reproduction:
        """Run an opened round again: the same plan, or what differs.

        ``patient`` as the round was run. Raises ``UnusableRound`` where cases have been deleted.
        """
        again = self.run_round(self.request_of(opened), progress, patient=patient)
        return compared(opened.plan, again)

    def verify(self, opened: OpenedRound) -> Verification:
        """Check an opened round's plan and bounds from its certificate, without a solver.

        Raises ``UnusableRound`` where cases have been deleted.
        """
        return verified(self.request_of(opened), opened.plan)

    def resume(self, request: RoundRequest, plan: Plan) -> SolvedRound:
        """A round that was run before, ready for questions; nothing is solved again.

        Raises ``UnusableRound`` where the plan isn't the request's.
        """
        round_ = resumed(request, plan)
        if round_ is None:
            raise UnusableRound([not_of_this_round()])
        return round_


def _is_of(request: RoundRequest, line: RosterLine) -> bool:
    return line.sha256 == request.roster.sha256 and not line.erased_cases


def _was_asked(request: RoundRequest, opened: OpenedRound) -> bool:
    facts = opened.plan.round
    ran_with = (facts.seed, {*facts.locks}, {*facts.bans}, {*facts.preferences})
    wanted = (request.seed, {*request.locks}, {*request.bans}, {*request.preferences})
    is_same = ran_with == wanted and facts.versions == versions()
    return is_same and opened.profile == request.profile and not opened.erased_cases


def _planning(posed: Posed, tell: Progress) -> Notice:
    """Tell each goal as it is taken on and left; siblings may make some be taken on again."""
    goals = (*placing(posed.problem), *choosing(posed.problem))

    def notice(under_way: UnderWay) -> None:
        step = place_of(under_way, goals)
        tell(told(under_way, goals), 0.1 + 0.5 * step / (len(goals) + 1))

    return notice


def _erased(round_id: int | None, cases: int) -> Finding:
    return Finding(
        code="round_erased",
        severity=Severity.ERROR,
        subject=f"runde {round_id}",
        message=f"Runden kan ikke kjøres på nytt, for {cases} av sakene er slettet siden.",
    )
