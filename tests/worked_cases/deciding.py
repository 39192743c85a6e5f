"""What must be in place before a decision of a worked case is final."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from matcher.domain.decision import ChangeBecause, Decision, Outcome, Override
from matcher.domain.finding import Severity
from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.plan import CasePlan
from matcher.domain.wording import written
from matcher.exchange.round_folder import OpenedRound
from matcher.services.desk import lacks, pair_of
from matcher.tasks.made import made
from matcher.tasks.task_kind import Ready
from tests.worked_cases.worked_case import is_cited, table

NOTED = {
    "bruker_hort": "user_heard_on",
    "barnet_hort": "child_heard_on",
    "barnet_ikke_hort_fordi": "child_not_heard_because",
    "kandidat_spurt": "candidate_asked_on",
    "kandidat_sa_ja": "candidate_accepts",
    "timer_avklart": "hours_confirmed_on",
    "faglig_vurdering": "assessment",
    "fungerende_mener": "outgoing_recommends",
}
"""What is noted before a decision, in the words of the files: mostly the gate's own."""
NOBODY = "ingen"


def gate_faults(round_: OpenedRound, told: CasePlan, given: Mapping[str, Any]) -> Iterator[str]:
    """What stops a decision and what warns, where it isn't what the file says."""
    decision = _decision(round_, told, given)
    found = lacks(round_, decision, (), round_.roster.on)
    for word, severity in (("stopper", Severity.ERROR), ("varsler", Severity.WARNING)):
        wanted = sorted(given.get(word, ()))
        lacking = {f.code.removeprefix("gate."): f for f in found if f.severity is severity}
        if [one.split(" (")[0] for one in wanted] != sorted(lacking):
            yield f"{given['velger']} {word}: {wanted} er ventet, ikke {sorted(lacking)}"
            continue
        for one in wanted:
            source = lacking[one.split(" (")[0]].source
            if not is_cited(one, source):
                yield f"{one} er ventet, ikke {source}"
    messages = " ".join(finding.message for finding in found)
    for words in given.get("sier", ()):
        if words not in messages:
            yield f"«{words}» er ventet i «{messages}»"


def task_faults(round_: OpenedRound, told: CasePlan, given: Mapping[str, Any]) -> Iterator[str]:
    """The tasks that a final decision makes, each with owner, day and words, and no other."""
    case = round_.roster.case_by_id[told.case]
    decision = _decision(round_, told, given).model_copy(
        update={"starts_on": given["starter"], "takes_over_from": case.current_coordinator}
    )
    ready = Ready.of(decision, case, round_.roster, round_.roster.on)
    found = {task.kind: task for task in made(ready, round_.profile, ())}
    wanted = {row["Oppgave"].split(" (")[0]: row for row in table(given["liste"])}
    if found.keys() != wanted.keys():
        yield f"oppgaver: {sorted(wanted)} er ventet, ikke {sorted(found)}"
        return
    for kind, row in wanted.items():
        task = found[kind]
        told_of_it = (task.owner.value, written(task.due) if task.due else "", task.title)
        if (row["Eier"], row["Frist"], row["Tekst"]) != told_of_it:
            yield f"{kind}: {row} er ventet, ikke {told_of_it}"
        if not is_cited(row["Oppgave"], task.source):
            yield f"{row['Oppgave']} er ventet, ikke {task.source}"
        if row.get("Merknad", "") not in (task.note or ""):
            yield f"{kind}: «{row['Merknad']}» er ventet, ikke «{task.note}»"


def _decision(round_: OpenedRound, told: CasePlan, given: Mapping[str, Any]) -> Decision:
    chosen: str | None = None if given["velger"] == NOBODY else given["velger"]
    first = told.suggestions[0].coordinator if told.suggestions else None
    roster = round_.roster
    suggested = (
        pair_of(roster.case_by_id[told.case], chosen, roster, round_.profile).stand_in
        if chosen
        else None
    )
    stand_in = given.get("stedfortreder", suggested)
    noted = {NOTED[name]: value for name, value in given.get("notert", {}).items()}
    approvals = tuple(
        Approval(by=by, person="Anne Berg", on=roster.on) for by in given.get("godkjent", ())
    )
    chooses = Outcome.ACCEPTED if chosen == first else Outcome.ANOTHER
    return Decision(
        case=told.case,
        outcome=chooses if chosen else Outcome.OPEN,
        coordinator=chosen,
        stand_in=None if stand_in == NOBODY else stand_in,
        reason=given.get("begrunnelse"),
        change_because=ChangeBecause(given["bytte_fordi"]) if "bytte_fordi" in given else None,
        overrides=tuple(
            Override(rule=rule, reason=reason) for rule, reason in given.get("fraviker", {}).items()
        ),
        groundwork=Groundwork.model_validate({**noted, "approvals": approvals}),
    )
