"""Every decision of one case, the newest first: what was chosen, why, and on what groundwork."""

import streamlit as st

from matcher.domain.decision import Decided
from matcher.services import Services
from matcher.ui.decision_words import facts_of, moment, outcome
from matcher.ui.markup import facts, spoken
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import name_of


def show_decisions_of(services: Services, case: str, run: Run | None, person: str) -> None:
    """A folded line a decision; nothing where the case has none, or isn't in the open round."""
    if run is None or case not in run.by_case:
        return
    every = services.decisions_of(case, who=person)
    if not every:
        return
    st.header(say("history.decisions_of", case=case, count=len(every)), anchor=False)
    for decided in reversed(every):
        with st.expander(_label(services, decided, run)):
            st.html(facts(facts_of(decided.decision, run)))


def _label(services: Services, decided: Decided, run: Run) -> str:
    key = "decision.decided" if decided.decision.is_final else "decision.is_draft"
    told = say(
        key,
        who=name_of(services, decided.who),
        at=moment(decided),
        what=outcome(decided.decision, run.roster),
    )
    return spoken(f"{decided.number}. {told}")
