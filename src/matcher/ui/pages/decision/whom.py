"""Whom a decision is about: the one suggested, another, or nobody yet."""

import streamlit as st

from matcher.domain.decision import Outcome
from matcher.services import OpenedRound
from matcher.services.desk import Desk
from matcher.ui.decision_state import ACCEPT, ANOTHER, OPEN, key
from matcher.ui.markup import spoken
from matcher.ui.texts import say


def ask_whom(round_: OpenedRound, desk: Desk) -> tuple[Outcome, str | None]:
    """What is chosen, and who; nobody where another is wanted and not yet named."""
    suggested, called = desk.told.coordinator, round_.roster.called
    labels = {
        ACCEPT: say(ACCEPT, name=spoken(called(suggested)) if suggested else ""),
        ANOTHER: say(ANOTHER),
        OPEN: say(OPEN),
    }
    choice = st.radio(
        say("decision.choice"),
        [way for way in labels if way != ACCEPT or suggested],
        format_func=labels.__getitem__,
        key=key(desk.case.id, "choice"),
        persist_state="session",
    )
    if choice == OPEN:
        return Outcome.OPEN, None
    if choice == ACCEPT:
        return Outcome.ACCEPTED, suggested
    other = st.selectbox(
        say("decision.who"),
        _others(round_, desk),
        index=None,
        placeholder=say("decision.who_hint"),
        format_func=lambda id_: _with_standing(id_, round_, desk),
        key=key(desk.case.id, "other"),
        persist_state="session",
    )
    return Outcome.ANOTHER, other


def _others(round_: OpenedRound, desk: Desk) -> list[str]:
    """Those who may have the case, the best first; then everybody else."""
    able = [each.coordinator for each in desk.told.suggestions]
    everybody = [person.id for person in round_.roster.coordinators]
    return [id_ for id_ in dict.fromkeys([*able, *everybody]) if id_ != desk.told.coordinator]


def _with_standing(id_: str, round_: OpenedRound, desk: Desk) -> str:
    """The name, and the fit; or that a rule stops it."""
    name = round_.roster.called(id_)
    fits = (each.fit for each in desk.told.suggestions if each.coordinator == id_)
    fit = next(fits, None)
    stopped = say("decision.stopped", name=name)
    return stopped if fit is None else say("decision.with_fit", name=name, fit=fit)
