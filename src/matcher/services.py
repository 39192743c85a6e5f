"""The things a user can do: the only door for the command line and the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher.domain.choice import Choice
from matcher.domain.finding import Finding
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.exchange.imported import Imported
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.reading import read, read_path
from matcher.exchange.roster_writing import write_roster
from matcher.exchange.template import template
from matcher.explain.answer import answer
from matcher.explain.recheck import faults
from matcher.explain.suggestions import depth_for
from matcher.optimizer.check import check
from matcher.optimizer.choices import ChoicesClash
from matcher.optimizer.consequence import Consequences
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.pose import Posed, pose
from matcher.optimizer.problem import Problem
from matcher.optimizer.program import Limits
from matcher.optimizer.solve import ModelDisagrees, solve_round
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.load import ProfileError, builtin, load
from matcher.profiles.profile import Profile
from matcher.sample import generate

__all__ = [
    "Choice",
    "ChoicesClash",
    "Imported",
    "ProfileError",
    "Progress",
    "RoundRequest",
    "Services",
]

SMALL_ROUND_PAIRS = 4_000
LARGE_ROUND_EFFORT = 0.05

Progress = Callable[[str, float], None]
"""Told a Norwegian phrase for the step, and the share of the work that is done (0–1)."""


@dataclass(frozen=True)
class RoundRequest:
    """What a round is asked to do. ``locks`` and ``bans`` are KE's own choices."""

    roster: Roster
    profile: Profile
    seed: int = 0
    locks: tuple[Choice, ...] = ()
    bans: tuple[Choice, ...] = ()
    limits: Limits | None = None
    """How much work to put in; ``None`` goes by the size of the round."""


@dataclass(frozen=True)
class Services:
    """Import, round and rules, as a user asks for them."""

    sample_folder: Path = Path("data/sample")

    def profiles(self) -> tuple[Profile, ...]:
        """Every profile that comes with the program, by title."""
        return tuple(sorted((load(name) for name in builtin()), key=lambda p: p.title))

    def profile(self, name_or_path: str) -> Profile:
        """One profile; raises ``ProfileError``, which tells every fault."""
        return load(name_or_path)

    def samples(self) -> tuple[Path, ...]:
        """The sample workbooks."""
        return tuple(sorted(self.sample_folder.glob("*.xlsx")))

    def template(self) -> bytes:
        """An empty workbook with guidance and drop-down lists."""
        return template()

    def import_file(self, name: str, content: bytes, on: date) -> Imported:
        """Read a workbook or a zip of .csv. Bad content raises nothing: it is told."""
        return read(name, content, on)

    def import_path(self, path: Path, on: date) -> Imported:
        """Read a workbook, a zip of .csv or a folder of .csv. Bad content is told."""
        return read_path(path, on)

    def sample(
        self, profile: Profile, *, cases: int, coordinators: int, seed: int, on: date
    ) -> bytes:
        """An invented roster as a workbook, seeded."""
        roster = generate(
            municipality=profile.id, cases=cases, coordinators=coordinators, seed=seed, on=on
        )
        return write_roster(roster)

    def notices(self, roster: Roster, profile: Profile) -> tuple[Finding, ...]:
        """What KE should know of a roster before a round under a profile."""
        return pose(roster, profile).findings

    def rules(self, profile: Profile) -> tuple[RuleInForce, ...]:
        """Every rule, criterion and setting of a profile, with its source."""
        return rules_in_force(profile)

    def run_round(self, request: RoundRequest, progress: Progress | None = None) -> Plan:
        """Run a round. The plan is checked without the solver before it is returned.

        Raises ``ChoicesClash`` where locks and bans can't stand, with every reason.
        """
        tell = progress or (lambda step, share: None)
        tell("Leser regler og vurderer egnethet", 0.05)
        posed = pose(
            request.roster,
            request.profile,
            seed=request.seed,
            locks=request.locks,
            bans=request.bans,
        )
        limits = request.limits or limits_for(posed.problem)
        solved = solve_round(posed.problem, limits, notice=_planning(posed, tell))
        tell("Kontrollerer planen", 0.6)
        check(posed.problem, solved)
        consequences = Consequences(posed.problem, solved, limits)
        plan = answer(
            posed,
            solved,
            consequences,
            depth_for(posed),
            lambda share: tell("Regner ut hva hvert valg betyr", 0.6 + 0.4 * share),
        )
        if wrong := faults(
            plan, request.roster, request.profile, locks=request.locks, bans=request.bans
        ):
            raise ModelDisagrees("; ".join(wrong))
        return plan

    def plan_workbook(self, plan: Plan, roster: Roster) -> bytes:
        """The plan as a spreadsheet (plan.xlsx)."""
        return write_plan(plan, roster)


def limits_for(problem: Problem) -> Limits:
    """All the work that proof takes for a small round; for a larger one, what a meeting allows.

    The limits are counted work, not time, so that the same round gives the same plan.
    """
    pairs = int(problem.allowed.sum())
    return Limits(effort=1.0 if pairs <= SMALL_ROUND_PAIRS else LARGE_ROUND_EFFORT)


def _planning(posed: Posed, tell: Progress) -> Callable[[str], None]:
    """Tell each goal as it is taken on; siblings may make some be taken on again."""
    goals = [goal.title for goal in (*placing(posed.problem), *choosing(posed.problem))]

    def notice(title: str) -> None:
        step = goals.index(title) if title in goals else len(goals)
        tell(f"Finner planen: {title}", 0.1 + 0.5 * step / (len(goals) + 1))

    return notice
