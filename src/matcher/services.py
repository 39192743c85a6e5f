"""The things a user can do: the only door for the command line and the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.domain.choice import Choice
from matcher.domain.finding import Finding, Severity
from matcher.domain.history import Head
from matcher.domain.plan import Plan
from matcher.domain.roster import Roster
from matcher.exchange.imported import Imported
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.reading import read, read_path
from matcher.exchange.roster_writing import write_roster
from matcher.exchange.round_folder import OpenedRound, UnusableRound, open_round, round_files
from matcher.exchange.template import template
from matcher.explain.answer import answer
from matcher.explain.demand import Demand, demand
from matcher.explain.firmness import Firmness, equally_good, firmness
from matcher.explain.recheck import faults
from matcher.explain.shortage import WhatWouldPlace, WhyNobody, what_would_place, why_nobody
from matcher.explain.solved_round import (
    NotInRound,
    RoundRequest,
    SolvedRound,
    not_of_this_round,
    resumed,
    solve,
)
from matcher.explain.suggestions import depth_for
from matcher.explain.what_would_change import WhatWouldChange, what_would_change
from matcher.explain.why_not import WhyNot, why_not
from matcher.letters import DecidedBy, Letter, LetterError, LetterKind
from matcher.letters import letter as written_letter
from matcher.optimizer.choices import ChoicesClash
from matcher.optimizer.goals import choosing, placing
from matcher.optimizer.pose import Posed, pose
from matcher.optimizer.solve import ModelDisagrees
from matcher.profiles.in_force import RuleInForce, rules_in_force
from matcher.profiles.load import ProfileError, builtin, load, parse, text_of
from matcher.profiles.profile import Profile
from matcher.sample import generate
from matcher.settings import from_environment
from matcher.storage.errors import NotKept, Stale, StorageUnavailable

if TYPE_CHECKING:
    from matcher.storage.store import Store

__all__ = [
    "Choice",
    "ChoicesClash",
    "DecidedBy",
    "Demand",
    "Firmness",
    "Imported",
    "LetterError",
    "LetterKind",
    "NotInRound",
    "NotKept",
    "OpenedRound",
    "ProfileError",
    "Progress",
    "RoundRequest",
    "Services",
    "SolvedRound",
    "Stale",
    "StorageUnavailable",
    "UnusableRound",
    "WhatWouldChange",
    "WhatWouldPlace",
    "WhyNobody",
    "WhyNot",
]

Progress = Callable[[str, float], None]
"""Told a Norwegian phrase for the step, and the share of the work that is done (0–1)."""


@dataclass(frozen=True)
class Services:
    """Import, round and rules, as a user asks for them."""

    sample_folder: Path = Path("data/sample")
    database_url: str = field(default_factory=lambda: from_environment().database_url)

    @property
    def store(self) -> Store:
        """What lasts; opened at the first use, for most commands never need it.

        Raises ``StorageUnavailable``.
        """
        opened: Store = import_module("matcher.storage.store").store_at(self.database_url)
        return opened

    def verify_history(self, noted: Head | None = None) -> tuple[Finding, ...]:
        """Every fault of the history; ``noted`` is an end that was written down earlier."""
        return self.store.verify_history(noted)

    def profiles(self) -> tuple[Profile, ...]:
        """Every profile that comes with the program, by title."""
        return tuple(sorted((load(name) for name in builtin()), key=lambda p: p.title))

    def profile(self, name_or_path: str) -> Profile:
        """One profile; raises ``ProfileError``, which tells every fault."""
        return load(name_or_path)

    def profile_text(self, name_or_path: str) -> str:
        """The TOML of a profile as it stands; raises ``ProfileError``."""
        return text_of(name_or_path)

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

    def open_round(self, folder: Path) -> OpenedRound:
        """A round as it was run; raises ``UnusableRound``, which tells every fault."""
        return open_round(folder)

    def keep_round(self, plan: Plan, roster: Roster, profile_text: str, *, who: str) -> int:
        """Keep a round and what it was answered from, and give its id."""
        roster_id = self.store.save_roster(roster, who=who)
        return self.store.save_round(plan, roster_id=roster_id, profile_text=profile_text, who=who)

    def open_kept_round(self, id_: int, *, who: str) -> OpenedRound:
        """A kept round, to be run or asked again.

        Raises ``NotKept``, and ``UnusableRound`` where cases have been deleted from it since.
        """
        kept = self.store.round(id_, who=who)
        roster = self.store.roster(kept.line.roster_id, who=who)
        if roster.line.erased_cases:
            raise UnusableRound([_erased(id_, roster.line.erased_cases)])
        profile = parse(kept.profile_text, kept.line.profile)
        return OpenedRound(kept.plan, roster.roster, profile, kept.profile_text)

    def request_of(self, opened: OpenedRound) -> RoundRequest:
        """What an opened round was asked."""
        return RoundRequest(
            opened.roster,
            opened.profile,
            seed=opened.plan.round.seed,
            locks=opened.locks,
            bans=opened.bans,
        )

    def resume(self, request: RoundRequest, plan: Plan) -> SolvedRound:
        """A round that was run before, ready for questions; nothing is solved again.

        Raises ``UnusableRound`` where the plan isn't the request's.
        """
        round_ = resumed(request, plan)
        if round_ is None:
            raise UnusableRound([not_of_this_round()])
        return round_

    def why_not(self, round_: SolvedRound, case: str, coordinator: str) -> WhyNot:
        """Why a coordinator isn't suggested for a case. Raises ``NotInRound``."""
        return why_not(round_, case, coordinator)

    def what_would_change(
        self, round_: SolvedRound, case: str, coordinator: str
    ) -> WhatWouldChange:
        """The smallest changes that make a coordinator the suggestion, each tried in a round."""
        return what_would_change(round_, case, coordinator)

    def why_nobody(self, round_: SolvedRound, case: str) -> WhyNobody:
        """Why the plan gives a case to nobody. Raises ``NotInRound``."""
        return why_nobody(round_, case)

    def what_would_place(self, round_: SolvedRound, case: str) -> WhatWouldPlace:
        """The smallest changes that place a case, each tried in a round."""
        return what_would_place(round_, case)

    def letter(
        self,
        plan: Plan,
        roster: Roster,
        profile: Profile,
        case: str,
        language: str,
        *,
        kind: LetterKind = LetterKind.FAMILY,
        decided: DecidedBy | None = None,
        words: Path | None = None,
    ) -> Letter:
        """A letter about a case: ``text`` for a page, ``pdf`` to send; a suggestion until decided.

        Raises ``LetterError``, which tells every fault.
        """
        return written_letter(
            kind, plan, roster, profile, case, language, decided=decided, words=words
        )

    def firmness(
        self, round_: SolvedRound, plan: Plan, progress: Progress | None = None
    ) -> tuple[Firmness, ...]:
        """How firm the suggestion of each placed case is, under other weights."""
        tell = progress or (lambda step, share: None)
        return firmness(
            round_, equally_good(plan), told=lambda share: tell("Trekker vektene om igjen", share)
        )

    def demand(self, round_: SolvedRound, progress: Progress | None = None) -> tuple[Demand, ...]:
        """The services whose hours the round would gain by, the most wanted first. For KE only."""
        tell = progress or (lambda step, share: None)
        return demand(round_, lambda share: tell("Prøver flere timer i hver tjeneste", share))

    def plan_workbook(self, plan: Plan, roster: Roster) -> bytes:
        """The plan as a spreadsheet (plan.xlsx)."""
        return write_plan(plan, roster)


def _planning(posed: Posed, tell: Progress) -> Callable[[str], None]:
    """Tell each goal as it is taken on; siblings may make some be taken on again."""
    goals = [goal.title for goal in (*placing(posed.problem), *choosing(posed.problem))]

    def notice(title: str) -> None:
        step = goals.index(title) if title in goals else len(goals)
        tell(f"Finner planen: {title}", 0.1 + 0.5 * step / (len(goals) + 1))

    return notice


def _erased(round_id: int, cases: int) -> Finding:
    return Finding(
        code="round_erased",
        severity=Severity.ERROR,
        subject=f"runde {round_id}",
        message=f"Runden kan ikke kjøres på nytt, for {cases} av sakene er slettet siden.",
    )
