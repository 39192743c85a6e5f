"""KE's own choices for a case: a pair that is locked, banned or preferred in every round."""

from datetime import date

import streamlit as st

from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.wording import sentence
from matcher.services import NotKept, Services, Stale, StorageUnavailable
from matcher.services.desk import Desk, NotInPlace
from matcher.ui.frame import note
from matcher.ui.markup import element, joined, span
from matcher.ui.places import ROUND, link_to
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.who import who

ADDED = {
    ChoiceKind.LOCK: "choices.lock",
    ChoiceKind.BAN: "choices.ban",
    ChoiceKind.PREFERENCE: "choices.prefer",
}


def show_choices(services: Services, case: str, run: Run) -> None:
    """The choices that stand, and a new one; each with its reason, and in the next round."""
    person = who()
    if person is None or run.id is None:
        return
    try:
        desk = services.desk(run.opened, case, who=person.id, on=date.today())
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    for choice in desk.choices:
        _show_standing(services, choice, run, person.id)
    if not _is_in_round(desk, run):
        note(say("choices.run_again"))
        link_to(ROUND, say("choices.to_round"))
    if services.may("choose"):
        with st.expander(say_count("choices.title", len(desk.choices))):
            _ask_new(services, desk, run, person.id)


def _show_standing(services: Services, choice: StandingChoice, run: Run, person: str) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    name = run.roster.called(choice.coordinator)
    told = element("strong", say("choices.stands", kind=sentence(choice.kind), name=name))
    left.html(joined([told, span(choice.reason or "", "km-sub")], " "))
    field = f"withdraw {choice.case} {choice.coordinator}"
    if not services.may("withdraw"):
        return
    if right.button(say("choices.withdraw", kind=choice.kind), key=field):
        try:
            services.withdraw(choice, who=person)
        except (StorageUnavailable, NotKept, Stale) as fault:
            note(str(fault), "bad")
        else:
            st.rerun()


def _ask_new(services: Services, desk: Desk, run: Run, person: str) -> None:
    st.html(element("p", say("choices.intro")))
    case = desk.case.id
    kind = st.radio(
        say("choices.kind"),
        list(ChoiceKind),
        format_func=lambda kind: say(ADDED[kind]),
        key=f"choice kind {case}",
        persist_state="session",
    )
    coordinator = st.selectbox(
        say("choices.who"),
        [person.id for person in run.roster.coordinators],
        index=None,
        placeholder=say("decision.who_hint"),
        format_func=run.roster.called,
        key=f"choice who {case}",
        persist_state="session",
    )
    reason = st.text_area(
        say("choices.reason"), key=f"choice reason {case}", height=80, persist_state="session"
    )
    if not st.button(say("choices.save")):
        return
    if coordinator is None:
        note(say("choices.nobody"), "bad")
        return
    choice = StandingChoice(
        kind=kind,
        case=case,
        coordinator=coordinator,
        reason=reason.strip() or None,
        version=_version(desk, coordinator),
    )
    _save(services, choice, person)


def _save(services: Services, choice: StandingChoice, person: str) -> None:
    try:
        services.choose(choice, who=person)
    except (StorageUnavailable, NotKept, Stale, NotInPlace) as fault:
        note(str(fault), "bad")
        return
    for field in ("kind", "who", "reason"):
        st.session_state.pop(f"choice {field} {choice.case}", None)
    st.rerun()


def _version(desk: Desk, coordinator: str) -> int:
    """The choice for the pair that is seen on the page, to be written over; 0 for none."""
    seen = (one.version for one in desk.choices if one.coordinator == coordinator)
    return next(seen, 0)


def _is_in_round(desk: Desk, run: Run) -> bool:
    """Whether the round on the page was run with the choices that stand, and no others."""
    facts = run.plan.round
    ran_with = {*facts.locks, *facts.bans, *facts.preferences}
    stand = {choice.choice for choice in desk.choices}
    return stand == {choice for choice in ran_with if choice.case == desk.case.id}
