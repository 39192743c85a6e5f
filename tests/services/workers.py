"""Programs that import, run, decide and finish tasks through the services, until they are ended."""

from __future__ import annotations

import itertools
from datetime import date
from multiprocessing.connection import Connection

from matcher.domain.roster import Roster
from matcher.exchange.roster_writing import write_roster
from matcher.profiles.load import text_of
from matcher.services import OpenedRound, RoundRequest, Services, Wanted
from tests.services.made_rounds import ON, ROSTER, UNITS, case, final
from tests.storage.workers import enter

Told = tuple[str, str | int, int]
"""What was accepted: a round, a decision of a case, or a task that is done."""
STARTS = date(2026, 12, 1)
MADE = 7
"""So many tasks the final decision of a worker's case makes, by Farsund's profile."""


def work_until_ended(address: str, moment: int, told: Connection) -> None:
    """Import, run, keep, decide twice and finish a task, and tell of each once it is accepted."""
    services = Services(database_url=address)
    enter(services.store, "anne")
    told.send(None)
    for turn in itertools.count():
        case_id = f"S-{moment}-{turn}"
        round_ = _imported_and_run(services, case_id)
        told.send(("runde", round_.id, 1))
        settled = final(case_id, starts_on=STARTS)
        draft = settled.model_copy(update={"is_final": False})
        for seen, decision in enumerate((draft, settled)):
            services.settle(round_, decision, seen=seen, who="anne", on=ON)
            told.send(("avgjørelse", case_id, seen + 1))
        (meeting,) = services.tasks(Wanted(case=case_id, kind="forste_mote"), who="anne")
        services.finish_task(meeting, round_.profile, who="anne", on=ON)
        told.send(("møte", case_id, 1))


def _imported_and_run(services: Services, case_id: str) -> OpenedRound:
    roster = Roster.of(ON, [case(case_id)], ROSTER.coordinators, UNITS)
    imported = services.import_file("saker.xlsx", write_roster(roster), ON)
    request = RoundRequest(imported.roster, services.profile("farsund"))
    plan = services.run_round(services.with_choices(request, who="anne"))
    id_ = services.keep_round(plan, imported.roster, text_of("farsund"), who="anne")
    return services.open_kept_round(id_, who="anne")
