"""Running again with KE's own choices, and what changed since: people first."""

import streamlit as st

from matcher.domain.round_changes import FamilyChange, GoalChange, RoundChanges
from matcher.domain.wording import sentence
from matcher.services import RoundRequest, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import bullets, table
from matcher.ui.state import Run, Session
from matcher.ui.texts import say, say_count
from matcher.ui.who import who
from matcher.ui.words import TIE_BREAK


def with_standing_choices(services: Services, request: RoundRequest) -> RoundRequest:
    """The request with the locks, bans and preferences that stand; as it is without a name."""
    person = who()
    return services.with_choices(request, who=person.id) if person else request


def choices_differ(services: Services, run: Run) -> bool:
    """Whether locks, bans or preferences have changed since the round was run."""
    request = RoundRequest(roster=run.roster, profile=run.profile)
    try:
        now = with_standing_choices(services, request)
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return False
    facts = run.plan.round
    ran_with = (set(facts.locks), set(facts.bans), set(facts.preferences))
    return who() is not None and ran_with != (set(now.locks), set(now.bans), set(now.preferences))


def show_changes(services: Services, now: Session) -> None:
    """What is otherwise than in the round before, where there was one."""
    if now.before is None or now.run is None:
        return
    changes = services.changes_since(now.before.plan, now.run.plan)
    label = say_count("again.title", len(changes.families))
    with st.expander(label, expanded=True):
        show_between(changes, now.run, now.before)


def show_between(changes: RoundChanges, run: Run, before: Run) -> None:
    """What a round suggests otherwise than an earlier one: people first, then goals."""
    if not changes.same_data:
        note(say("again.other_data"), "quiet")
    if changes.added or changes.removed:
        st.html(bullets(_choices(changes, run)))
    if not changes.families:
        note(say("again.nobody"), "quiet")
    else:
        headings = [say("list.case"), say("again.what"), say("again.before"), say("again.after")]
        rows = [_family(each, run, before) for each in changes.families]
        st.html(table(say("again.people"), headings, rows))
    goals = [goal for goal in changes.goals if goal.id != TIE_BREAK]
    if goals:
        headings = [say("goal.title"), say("again.before"), say("again.after")]
        st.html(table(say("again.goals"), headings, map(_goal, goals), numeric=(1, 2)))


def _choices(changes: RoundChanges, run: Run) -> list[str]:
    told = [("again.added", each) for each in changes.added]
    told += [("again.removed", each) for each in changes.removed]
    return [
        say(key, case=each.case, name=run.roster.called(each.coordinator), why=each.reason or "")
        for key, each in told
    ]


def _family(change: FamilyChange, run: Run, before: Run) -> tuple[str, str, str, str]:
    nobody = say("list.nobody")
    was = before.roster.called(change.before) if change.before else nobody
    is_now = run.roster.called(change.after) if change.after else nobody
    return change.case, sentence(change.happening), was, is_now


def _goal(goal: GoalChange) -> tuple[str, str, str]:
    before, after = (
        norwegian.unknown() if value is None else f"{norwegian.number(value)} {goal.unit}"
        for value in (goal.before, goal.after)
    )
    return goal.title, before, after
