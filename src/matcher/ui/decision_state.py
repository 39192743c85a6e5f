"""A decision while it is being written: kept while the tab is open, whatever else is looked at."""

from dataclasses import dataclass

import streamlit as st

from matcher.domain.decision import Decision, Outcome
from matcher.services.desk import Desk

ACCEPT, ANOTHER, OPEN = "decision.accept", "decision.another", "decision.leave_open"
YES, NO = "decision.yes", "decision.no"


@dataclass(frozen=True)
class Begun:
    """What a person saw when they began: the number of the last decision, and its words."""

    seen: int
    draft: Decision


def key(case: str, field: str) -> str:
    """The name of a field of a case's decision."""
    return f"decision {case} {field}"


def begun(desk: Desk) -> Begun:
    """Where the writing began; anew from the desk where nothing has been written since."""
    case = desk.case.id
    before: Begun | None = st.session_state.get(key(case, "begun"))
    written: Decision | None = st.session_state.get(key(case, "written"))
    if before is not None and (before.seen == desk.seen or written != before.draft):
        return before
    return begin_anew(desk)


def begin_anew(desk: Desk) -> Begun:
    """Put the desk's words in the fields, in the place of whatever was written there."""
    draft = _of_this_round(desk)
    fill(draft)
    return _note(Begun(desk.seen, draft))


def keep_mine(desk: Desk, mine: Begun) -> Begun:
    """Go on with one's own words, having seen what the other wrote."""
    return _note(Begun(desk.seen, mine.draft))


def note_written(decision: Decision) -> None:
    """Remember what stands in the fields now."""
    st.session_state[key(decision.case, "written")] = decision


def forget(case: str) -> None:
    """What is written has been saved: begin from what is kept, next time."""
    for field in ("begun", "written", "asked"):
        st.session_state.pop(key(case, field), None)


def fill(decision: Decision) -> None:
    """Put a decision's words in the fields. What is about a person, stays with that person."""
    case, who, work = decision.case, decision.coordinator, decision.groundwork
    accepts = {True: YES, False: NO, None: None}[work.candidate_accepts]
    values: dict[str, object] = {
        "choice": _choice(decision),
        "starts_on": decision.starts_on,
        "reason": decision.reason or "",
        "change_because": decision.change_because,
        "user_heard_on": work.user_heard_on,
        "user_said": work.user_said or "",
        "child_heard_on": work.child_heard_on,
        "child_not_heard_because": work.child_not_heard_because or "",
        "assessment": work.assessment or "",
        "outgoing_recommends": work.outgoing_recommends or "",
        f"stand_in {who}": decision.stand_in,
        f"candidate_asked_on {who}": work.candidate_asked_on,
        f"candidate_accepts {who}": accepts,
        f"hours_confirmed_on {who}": work.hours_confirmed_on,
    }
    if decision.outcome is Outcome.ANOTHER:
        values["other"] = who
    values |= {f"override {who} {one.rule}": one.reason for one in decision.overrides}
    for one in work.approvals:
        values |= {f"approval {who} {one.by}": one.person, f"approval_on {who} {one.by}": one.on}
    for field, value in values.items():
        st.session_state[key(case, field)] = value


def _of_this_round(desk: Desk) -> Decision:
    """What was accepted in an earlier round may be another than this round suggests."""
    draft = desk.draft
    if draft.outcome is Outcome.OPEN:
        return draft
    is_suggested = draft.coordinator == desk.told.coordinator
    outcome = Outcome.ACCEPTED if is_suggested else Outcome.ANOTHER
    return draft.model_copy(update={"outcome": outcome})


def _choice(decision: Decision) -> str:
    return {Outcome.ACCEPTED: ACCEPT, Outcome.ANOTHER: ANOTHER, Outcome.OPEN: OPEN}[
        decision.outcome
    ]


def _note(start: Begun) -> Begun:
    case = start.draft.case
    st.session_state[key(case, "begun")] = start
    st.session_state[key(case, "written")] = start.draft
    return start
