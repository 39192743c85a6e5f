"""The fields of the groundwork: who was heard, asked and agreed before the decision."""

from datetime import date

import streamlit as st

from matcher.domain.groundwork import Approval, Groundwork
from matcher.domain.vocabulary import Subject
from matcher.services import OpenedRound
from matcher.services.desk import Desk
from matcher.ui.days import ask_day
from matcher.ui.decision_state import NO, YES, key
from matcher.ui.pages.decision.choice import Chosen
from matcher.ui.texts import say

GROWN = (Subject.ADULT, Subject.UNBORN)
"""Nobody asks whether the child was heard."""
ANSWERS = {YES: True, NO: False, None: None}


def ask_groundwork(round_: OpenedRound, desk: Desk, chosen: Chosen) -> Groundwork:
    """What was done before. What is about a person, is asked anew for another person."""
    case, who = desk.case, chosen.coordinator
    if who is None:
        return Groundwork()
    st.subheader(say("decision.groundwork"), anchor=False)
    heard_on, said = _ask_pair(case.id, "user_heard_on", "user_said")
    child_on, child_not = (None, None) if case.subject in GROWN else _ask_about_child(case.id)
    asked_on, accepts = (None, None)
    if who != case.current_coordinator:
        asked_on, accepts = _ask_candidate(case.id, who)
    field = f"hours_confirmed_on {who}"
    confirmed_on = _ask_day(case.id, "decision.hours_confirmed_on", field)
    assessment = _ask_text(case.id, "decision.assessment", "assessment")
    is_change = desk.coordinator not in (None, who)
    label = "decision.outgoing_recommends"
    recommends = _ask_text(case.id, label, "outgoing_recommends") if is_change else None
    return Groundwork(
        user_heard_on=heard_on,
        user_said=said,
        child_heard_on=child_on,
        child_not_heard_because=child_not,
        candidate_asked_on=asked_on,
        candidate_accepts=accepts,
        hours_confirmed_on=confirmed_on,
        assessment=assessment,
        outgoing_recommends=recommends,
        approvals=_ask_approvals(round_, case.id, who),
    )


def _ask_about_child(case: str) -> tuple[date | None, str | None]:
    return _ask_pair(case, "child_heard_on", "child_not_heard_because")


def _ask_pair(case: str, day: str, line: str) -> tuple[date | None, str | None]:
    """A day, and a line of text beside it."""
    left, right = st.columns(2, gap="medium")
    with left:
        on = _ask_day(case, f"decision.{day}", day)
    with right:
        text = _ask_line(case, f"decision.{line}", line)
    return on, text


def _ask_candidate(case: str, who: str) -> tuple[date | None, bool | None]:
    """When the candidate was asked, and the answer; who goes on, isn't asked."""
    left, right = st.columns(2, gap="medium")
    with left:
        on = _ask_day(case, "decision.candidate_asked_on", f"candidate_asked_on {who}")
    with right:
        answer = st.segmented_control(
            say("decision.candidate_accepts"),
            [YES, NO],
            format_func=say,
            key=key(case, f"candidate_accepts {who}"),
            persist_state="session",
        )
    return on, ANSWERS[answer]


def _ask_approvals(round_: OpenedRound, case: str, who: str) -> tuple[Approval, ...]:
    """Who has said yes for each of those who are to; half of an answer is none yet."""
    given = []
    for by in round_.profile.gates.godkjent.approvers:
        left, right = st.columns(2, gap="medium")
        with left:
            person = _ask_line(case, "decision.approver", f"approval {who} {by}", by=by)
        with right:
            on = _ask_day(case, "decision.approved_on", f"approval_on {who} {by}", by=by)
        if person and on:
            given.append(Approval(by=by, person=person, on=on))
    return tuple(given)


def _ask_day(case: str, label: str, field: str, **facts: str) -> date | None:
    return ask_day(say(label, **facts), key(case, field))


def _ask_line(case: str, label: str, field: str, **facts: str) -> str | None:
    text = st.text_input(say(label, **facts), key=key(case, field), persist_state="session")
    return text.strip() or None


def _ask_text(case: str, label: str, field: str) -> str | None:
    text = st.text_area(say(label), key=key(case, field), height=90, persist_state="session")
    return text.strip() or None
