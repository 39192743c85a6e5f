"""The fields of what is decided: who gets the case, from when, and why."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from matcher.domain.decision import ChangeBecause, Outcome, Override
from matcher.services import OpenedRound, Services
from matcher.services.desk import Desk, Pair
from matcher.ui.days import ask_day
from matcher.ui.decision_state import key
from matcher.ui.markup import div
from matcher.ui.pages.decision.whom import ask_whom
from matcher.ui.texts import label, say


@dataclass(frozen=True)
class Chosen:
    """What is chosen, as far as it is said. ``coordinator`` is nobody where the case stays open."""

    outcome: Outcome
    coordinator: str | None
    starts_on: date | None = None
    stand_in: str | None = None
    reason: str | None = None
    change_because: ChangeBecause | None = None
    overrides: tuple[Override, ...] = ()


def ask_choice(services: Services, round_: OpenedRound, desk: Desk, person: str) -> Chosen | None:
    """What is chosen; ``None`` where another is wanted and nobody is named yet."""
    outcome, coordinator = ask_whom(round_, desk)
    if outcome is Outcome.OPEN:
        return Chosen(outcome, None, reason=_ask_reason(desk))
    if coordinator is None:
        return None
    pair = services.pair(round_, desk.case.id, coordinator, who=person)
    for warning in pair.warnings:
        st.html(div(warning.message, "km-warning"))
    overrides = _ask_overrides(desk, coordinator, pair)
    reason = _ask_reason(desk)
    change = _ask_why_change(desk, coordinator)
    left, right = st.columns(2, gap="medium")
    with left:
        starts_on = ask_day(say("decision.starts_on"), key(desk.case.id, "starts_on"))
    with right:
        stand_in = _ask_stand_in(round_, desk, coordinator, pair)
    return Chosen(outcome, coordinator, starts_on, stand_in, reason, change, overrides)


def _ask_overrides(desk: Desk, coordinator: str, pair: Pair) -> tuple[Override, ...]:
    """Why each rule that may be set aside, is."""
    given = []
    for rule in pair.broken_rules:
        st.html(div(f"{rule.title}: {rule.because}", "km-warning"))
        if rule.id in pair.may_be_set_aside:
            field = key(desk.case.id, f"override {coordinator} {rule.id}")
            label = say("decision.why_override", rule=rule.title, source=rule.source)
            if why := st.text_input(label, key=field, persist_state="session").strip():
                given.append(Override(rule=rule.id, reason=why))
    return tuple(given)


def _ask_reason(desk: Desk) -> str | None:
    field = key(desk.case.id, "reason")
    text = st.text_area(say("decision.reason"), key=field, height=80, persist_state="session")
    return text.strip() or None


def _ask_why_change(desk: Desk, coordinator: str) -> ChangeBecause | None:
    if desk.coordinator in (None, coordinator):
        return None
    return st.selectbox(
        say("decision.change_because"),
        list(ChangeBecause),
        index=None,
        placeholder=say("decision.choose"),
        format_func=label,
        key=key(desk.case.id, "change_because"),
        persist_state="session",
    )


def _ask_stand_in(round_: OpenedRound, desk: Desk, coordinator: str, pair: Pair) -> str | None:
    field = key(desk.case.id, f"stand_in {coordinator}")
    st.session_state.setdefault(field, pair.stand_in)
    people = [person.id for person in round_.roster.coordinators]
    known = [pair.stand_in, st.session_state[field], *people]
    options = [id_ for id_ in dict.fromkeys(known) if id_ and id_ != coordinator]
    chosen: str | None = st.selectbox(
        say("decision.stand_in"),
        options,
        index=None,
        placeholder=say("decision.choose"),
        format_func=round_.roster.called,
        key=field,
        persist_state="session",
    )
    return chosen
