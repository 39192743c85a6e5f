"""Every service that tells of cases, asked of a round where a case and an employee are hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from matcher.domain.ansvarsgruppe import Ansvarsgruppe
from matcher.domain.history import DeletionGround
from matcher.domain.kept_absence import KeptAbsence
from matcher.domain.kept_scenario import KeptScenario
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.task import Task, TaskOwner
from matcher.scenarios.changes import Leaves
from matcher.services import Horizon, LetterKind, NotInPlace, Scenario, Wanted, Where
from tests.security.canaries import ON
from tests.security.stage import HIDDEN, Stage
from tests.services.made_rounds import final

NO_CASE = {
    "own_profile": "gives a profile, made of a profile",
    "save_profile": "writes a profile",
    "new_profile": "gives a profile",
}
OWN_FILE = dict.fromkeys(
    ("editable_file", "rows", "change_row", "delete_row", "edited_workbook"),
    "shows whoever reads a file in what stands in that file, and keeps nothing",
)
OF_THE_MACHINE = {
    "backup": "is encrypted (tests/storage/test_backup.py)",
    "restore": "tells a number",
    "scenario": "reads what an operator wrote",
    "scenarios": "reads what an operator wrote",
}
NAMED_READERS = {
    "keep_places": "takes a place, under seal (test_named_readers.py)",
    "blocked_place": "is for those who are named (test_named_readers.py)",
}

ASIDE = NO_CASE | OWN_FILE | OF_THE_MACHINE | NAMED_READERS
"""Services that aren't asked, each with why."""
IN_THE_DATA = {
    "keep_round", "open_kept_round", "open_round", "run_and_keep", "same_round", "request_of",
    "resume", "with_choices", "with_decisions", "base", "base_of", "coordinators", "desk",
    "editable_roster", "import_file", "import_path", "import_tables", "round_files",
}  # fmt: skip
"""These hand on the data itself, where an employee's unit stands so that a leader can be found
(docs/personvern.md), and what others speak. Where the place itself is, isn't in the data."""

OTHER_WEIGHTS = {"onske": 21, "tidsaspekt": 12}
HERE = Where(workers=1)
SCENARIO = Scenario(title="En slutter", changes=(Leaves(coordinator="K-1"),))
Asked = Callable[[Stage], Any]


def refused_or_told(ask: Callable[[], Any]) -> Any:
    """The answer, or what was said in place of it."""
    try:
        return ask()
    except NotInPlace as refused:
        return str(refused)


def one_saved(stage: Stage) -> KeptScenario:
    """A scenario saved with the round, whatever was asked before."""
    services, round_id = stage.services, stage.round.id or 0
    told = services.what_if(stage.base, SCENARIO)[0]
    services.save_scenario(SCENARIO, told, round_id=round_id, who="anne")
    return services.saved_scenarios(round_id, who="anne")[-1]


def in_a_folder(stage: Stage) -> Path:
    """The round as `matcher round --out` leaves it."""
    folder = stage.file.parent / "ut"
    folder.mkdir(exist_ok=True)
    opened = stage.round
    files = stage.services.round_files(opened.plan, opened.roster, opened.profile_text)
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)
    return folder


def whole_report(stage: Stage) -> Any:
    """A report with every part it can have."""
    ask = stage.services
    comparison, fair = ask.what_if(stage.base, SCENARIO)
    return ask.report(
        stage.base,
        stage.round.profile,
        scenario=SCENARIO,
        comparison=comparison,
        fairness=fair,
        absences=ask.each_absence(stage.base, where=HERE),
        hours=ask.worth_of_hours(stage.base, hours=[5], where=HERE),
        months=ask.over_time(stage.base, Horizon(months=2, draws=2), where=HERE),
    )


ROUNDS: Mapping[str, Asked] = {
    "import_file": lambda s: s.services.import_file("inn.xlsx", s.file.read_bytes(), ON),
    "import_path": lambda s: s.services.import_path(s.file, ON),
    "import_tables": lambda s: s.services.import_tables(
        s.services.editable_file(s.file.read_bytes()) or (), ON
    ),
    "editable_roster": lambda s: s.services.editable_roster(s.imported.roster),
    "notices": lambda s: s.services.notices(s.imported.roster, s.round.profile),
    "run_round": lambda s: s.services.run_round(s.request),
    "run_and_keep": lambda s: s.services.run_and_keep(s.request, s.round.profile_text, who="anne"),
    "keep_round": lambda s: s.services.keep_round(
        s.round.plan, s.round.roster, s.round.profile_text, who="anne"
    ),
    "same_round": lambda s: s.services.same_round(s.request, who="anne"),
    "open_kept_round": lambda s: s.services.open_kept_round(s.round.id or 0, who="anne"),
    "open_round": lambda s: s.services.open_round(in_a_folder(s)),
    "request_of": lambda s: s.services.request_of(s.round),
    "resume": lambda s: s.services.resume(s.request, s.round.plan),
    "round_files": lambda s: s.services.round_files(
        s.round.plan, s.round.roster, s.round.profile_text
    ),
    "plan_workbook": lambda s: s.services.plan_workbook(s.round.plan, s.round.roster),
    "reproduce": lambda s: s.services.reproduce(s.round),
    "verify": lambda s: s.services.verify(s.round),
    "changes_since": lambda s: s.services.changes_since(s.round.plan, s.round.plan),
    "with_choices": lambda s: s.services.with_choices(s.request, who="anne"),
    "unused_choices": lambda s: s.services.unused_choices(s.request, who="anne"),
    "with_decisions": lambda s: s.services.with_decisions(s.request, who="anne"),
    "under_other_weights": lambda s: s.services.under_other_weights(
        s.request, s.round.plan, OTHER_WEIGHTS
    ),
}
DECISIONS: Mapping[str, Asked] = {
    "desk": lambda s: s.every_case(lambda c: s.services.desk(s.round, c, who="anne", on=ON)),
    "pair": lambda s: s.everybody(lambda k: s.services.pair(s.round, HIDDEN, k, who="anne")),
    "missing": lambda s: s.everybody(
        lambda k: s.services.missing(s.round, final(HIDDEN, k, stand_in=None), who="anne", on=ON)
    ),
    "settle": lambda s: s.services.settle(
        s.round, final("S-3", "K-1", stand_in=None), seen=0, who="anne", on=ON
    ),
    "decisions": lambda s: s.services.decisions(who="anne"),
    "decisions_of": lambda s: s.services.decisions_of(HIDDEN, who="anne"),
    "choices": lambda s: s.services.choices(who="anne"),
    "choose": lambda s: s.services.choose(
        StandingChoice(kind=ChoiceKind.BAN, case="S-4", coordinator="K-1", reason="Nei"), who="anne"
    ),
    "withdraw": lambda s: s.services.withdraw(
        next(one for one in s.services.choices(who="anne") if one.case == "S-4"), who="anne"
    ),
    "tasks": lambda s: s.services.tasks(who="anne"),
    "task": lambda s: s.services.task(s.task().id or 0, who="anne"),
    "add_task": lambda s: s.services.add_task(
        Task(case=HIDDEN, kind="egen", title="Skriv", owner=TaskOwner.KE), who="anne"
    ),
    "reschedule_task": lambda s: s.services.reschedule_task(s.task(), ON, who="anne"),
    "reassign_task": lambda s: s.services.reassign_task(
        s.task(), TaskOwner.COORDINATOR, "K-1", who="anne"
    ),
    "finish_task": lambda s: s.services.finish_task(s.task(), s.round.profile, who="anne", on=ON),
    "reopen_task": lambda s: s.services.reopen_task(
        s.services.tasks(Wanted(done=True), who="anne")[0], who="anne"
    ),
    "task_calendar": lambda s: s.services.task_calendar(
        s.services.tasks(who="anne"), s.round.roster, who="anne"
    ),
    "task_workbook": lambda s: s.services.task_workbook(
        s.services.tasks(who="anne"), s.round.roster, who="anne"
    ),
    "case_sheet": lambda s: refused_or_told(
        lambda: s.services.case_sheet(s.round, HIDDEN, who="anne", on=ON)
    ),
    "meeting_list": lambda s: s.services.meeting_list(s.round, who="anne", on=ON),
    "meeting_list_pdf": lambda s: s.services.meeting_list_pdf(s.round, who="anne", on=ON),
    "letter": lambda s: [
        s.services.letter(s.round.plan, s.round.roster, s.round.profile, HIDDEN, "nb", kind=kind)
        for kind in LetterKind
    ],
    "delete_case": lambda s: s.services.delete_case(
        "S-4", ground=DeletionGround.ASKED_FOR, who="anne"
    ),
}
OVERSIGHT: Mapping[str, Asked] = {
    "overview": lambda s: s.services.overview(s.round, who="anne", on=ON),
    "alerts": lambda s: s.services.alerts(s.round, who="anne", on=ON),
    "responsibility": lambda s: s.services.responsibility(s.round, HIDDEN, who="anne", on=ON),
    "absences": lambda s: s.services.absences(who="anne"),
    "covered": lambda s: s.services.covered(s.round, s.absence(), who="anne", on=ON),
    "register_absence": lambda s: s.services.register_absence(
        KeptAbsence(coordinator="K-2", first_day=ON), who="anne"
    ),
    "remove_absence": lambda s: s.services.remove_absence(s.absence(), who="anne"),
    "group": lambda s: s.services.group(HIDDEN, who="anne"),
    "save_group": lambda s: s.services.save_group(Ansvarsgruppe(case="S-2"), who="anne"),
    "due_for_deletion": lambda s: s.services.due_for_deletion(s.round, who="anne", on=ON),
    "history_of": lambda s: s.services.history_of(HIDDEN, who="anne"),
    "coordinators": lambda s: s.services.coordinators(s.round),
}
QUESTIONS: Mapping[str, Asked] = {
    "why_not": lambda s: s.every_case(
        lambda c: s.everybody(lambda k: s.services.why_not(s.solved, c, k))
    ),
    "what_would_change": lambda s: s.services.what_would_change(s.solved, HIDDEN, "K-1"),
    "why_nobody": lambda s: s.services.why_nobody(s.solved, HIDDEN),
    "what_would_place": lambda s: s.services.what_would_place(s.solved, HIDDEN),
    "firmness": lambda s: s.services.firmness(s.solved, s.round.plan),
    "demand": lambda s: s.services.demand(s.solved),
    "base": lambda s: s.services.base(s.request),
    "base_of": lambda s: s.services.base_of(s.solved),
    "scenario_from_text": lambda s: s.services.scenario_from_text(
        s.services.scenario_text(SCENARIO)
    ),
    "scenario_text": lambda s: s.services.scenario_text(SCENARIO),
    "sweep_from_text": lambda s: s.services.sweep_from_text(
        f"[[scenario]]\n{s.services.scenario_text(SCENARIO)}".replace(
            "[[change]]", "[[scenario.change]]"
        )
    ),
    "what_if": lambda s: s.services.what_if(s.base, SCENARIO),
    "sweep": lambda s: s.services.sweep(s.base, [SCENARIO], where=HERE),
    "each_absence": lambda s: s.services.each_absence(s.base, where=HERE),
    "worth_of_hours": lambda s: s.services.worth_of_hours(s.base, hours=[5], where=HERE),
    "best_use": lambda s: s.services.best_use(s.base, 5),
    "over_time": lambda s: s.services.over_time(s.base, Horizon(months=2, draws=2), where=HERE),
    "report": whole_report,
    "report_files": lambda s: s.services.report_files(whole_report(s)),
    "save_scenario": lambda s: s.services.save_scenario(
        SCENARIO, s.services.what_if(s.base, SCENARIO)[0], round_id=s.round.id or 0, who="anne"
    ),
    "saved_scenarios": lambda s: s.services.saved_scenarios(s.round.id or 0, who="anne"),
    "saved_scenario": lambda s: s.services.saved_scenario(one_saved(s)),
    "remove_scenario": lambda s: s.services.remove_scenario(one_saved(s).id, who="anne"),
}
ASKED: Mapping[str, Asked] = {**ROUNDS, **OVERSIGHT, **QUESTIONS, **DECISIONS}
"""In this order: what changes something comes after what tells of it."""
