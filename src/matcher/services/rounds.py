"""Rounds: run, written to a folder, kept, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from matcher.domain.finding import Finding, Severity
from matcher.domain.kept import RoundLine
from matcher.domain.plan import Plan
from matcher.domain.reproduction import Reproduction, compared
from matcher.domain.roster import Roster
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.round_folder import OpenedRound, UnusableRound, open_round, round_files
from matcher.explain.answer import answer
from matcher.explain.recheck import faults
from matcher.explain.solved_round import (
    RoundRequest,
    SolvedRound,
    not_of_this_round,
    resumed,
    solve,
)
from matcher.explain.suggestions import depth_for
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.pose import Posed
from matcher.optimizer.solve import ModelDisagrees
from matcher.profiles.load import parse
from matcher.services.ground import Ground
from matcher.services.progress import Progress


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
            depth_for(done.posed, patient=patient),
            lambda share: tell("Regner ut hva hvert valg betyr", 0.6 + 0.4 * share),
        )
        if wrong := faults(
            plan, request.roster, request.profile, locks=request.locks, bans=request.bans
        ):
            raise ModelDisagrees("; ".join(wrong))
        return plan

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
        kept = self.store.round(id_, who=who)
        roster = self.store.roster(kept.line.roster_id, who=who)
        return OpenedRound(
            kept.plan,
            roster.roster,
            parse(kept.profile_text, kept.line.profile),
            kept.profile_text,
            id=id_,
            erased_cases=roster.line.erased_cases,
        )

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

    def resume(self, request: RoundRequest, plan: Plan) -> SolvedRound:
        """A round that was run before, ready for questions; nothing is solved again.

        Raises ``UnusableRound`` where the plan isn't the request's.
        """
        round_ = resumed(request, plan)
        if round_ is None:
            raise UnusableRound([not_of_this_round()])
        return round_


def _planning(posed: Posed, tell: Progress) -> Callable[[str], None]:
    """Tell each goal as it is taken on; siblings may make some be taken on again."""
    goals = [goal.title for goal in (*placing(posed.problem), *choosing(posed.problem))]

    def notice(title: str) -> None:
        step = goals.index(title) if title in goals else len(goals)
        tell(f"Finner planen: {title}", 0.1 + 0.5 * step / (len(goals) + 1))

    return notice


def _erased(round_id: int | None, cases: int) -> Finding:
    return Finding(
        code="round_erased",
        severity=Severity.ERROR,
        subject=f"runde {round_id}",
        message=f"Runden kan ikke kjøres på nytt, for {cases} av sakene er slettet siden.",
    )
