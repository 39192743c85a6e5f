"""A round where a case and an employee are hidden, with something of every kind kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.task import Task, TaskOwner
from matcher.exchange.imported import Imported
from matcher.scenarios.outcome import Outcome
from matcher.services import OpenedRound, RoundRequest, Services, SolvedRound
from tests.security.canaries import ON, raw_workbook
from tests.services.made_rounds import final

HIDDEN = "S-1"


@dataclass
class Stage:
    """A round on a hidden case and a hidden employee, with something of every kind kept."""

    services: Services
    round: OpenedRound
    solved: SolvedRound
    base: Outcome
    imported: Imported
    file: Path

    @property
    def request(self) -> RoundRequest:
        """What the round was asked."""
        return self.solved.request

    def task(self) -> Task:
        """The task that is open in the hidden case."""
        return next(one for one in self.services.tasks(who="anne") if one.case == HIDDEN)

    def absence(self) -> KeptAbsence:
        """The hidden employee's absence."""
        return self.services.absences(who="anne")[0]

    def everybody(self, ask: Callable[[str], Any]) -> list[Any]:
        """An answer for each coordinator."""
        return [ask(coordinator.id) for coordinator in self.round.roster.coordinators]

    def every_case(self, ask: Callable[[str], Any]) -> list[Any]:
        """An answer for each case."""
        return [ask(case.id) for case in self.round.roster.cases]


@contextmanager
def a_stage(folder: Path) -> Iterator[Stage]:
    """The round, with everything kept in a folder."""
    services = Services(database_url=f"sqlite:///{folder / 'base.db'}")
    services.enter("Anne")
    file = raw_workbook(folder)
    imported = services.import_path(file, ON)
    profile, text = services.profile("farsund"), services.profile_text("farsund")
    request = RoundRequest(imported.roster, profile)
    plan = services.run_round(request)
    id_ = services.keep_round(plan, imported.roster, text, who="anne")
    opened = services.open_kept_round(id_, who="anne")
    solved = services.resume(request, plan)
    services.settle(opened, final(HIDDEN, "K-3", stand_in=None), seen=0, who="anne", on=ON)
    services.add_task(
        Task(case=HIDDEN, kind="egen", title="Ring", owner=TaskOwner.KE, due=ON), who="anne"
    )
    lock = StandingChoice(kind=ChoiceKind.LOCK, case="S-2", coordinator="K-1", reason="Kjent")
    services.choose(lock, who="anne")
    services.save_group(Ansvarsgruppe(case=HIDDEN), who="anne")
    services.register_absence(KeptAbsence(coordinator="K-1", first_day=ON), who="anne")
    yield Stage(services, opened, solved, services.base_of(solved), imported, file)
    services.store.close()
