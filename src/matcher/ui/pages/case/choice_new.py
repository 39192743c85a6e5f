"""The fields of a choice of KE's own: locked, banned or preferred, with its reason."""

import streamlit as st

from matcher.domain.frozen import Frozen
from matcher.domain.standing_choice import ChoiceKind, StandingChoice
from matcher.domain.wording import sentence
from matcher.services import Services
from matcher.services.desk import Desk
from matcher.ui.frame import note
from matcher.ui.markup import element, verbatim
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.writing import Told, write

ADDED = {
    ChoiceKind.LOCK: "choices.lock",
    ChoiceKind.BAN: "choices.ban",
    ChoiceKind.PREFERENCE: "choices.prefer",
}


def ask_new(services: Services, desk: Desk, run: Run, person: str) -> None:
    """What is wanted, for whom and why; what is typed stays until it is kept."""
    st.html(element("p", say("choices.intro")))
    case = desk.case.id
    st.radio(
        say("choices.kind"),
        list(ChoiceKind),
        format_func=lambda kind: say(ADDED[kind]),
        key=_key(case, "kind"),
        persist_state="session",
    )
    coordinator = st.selectbox(
        say("choices.who"),
        [person.id for person in run.roster.coordinators],
        index=None,
        placeholder=say("decision.who_hint"),
        format_func=run.roster.called,
        key=_key(case, "who"),
        persist_state="session",
    )
    st.text_area(
        say("choices.reason"), key=_key(case, "reason"), height=80, persist_state="session"
    )
    if coordinator is not None:
        _offer_to_save(services, desk, coordinator, run, person)
    elif st.button(say("choices.save")):
        note(say("choices.nobody"), "bad")


def _offer_to_save(services: Services, desk: Desk, coordinator: str, run: Run, person: str) -> None:
    """The button; it writes over the choice for the pair that stands on the page, or none."""
    case, seen = desk.case.id, _version(desk, coordinator)

    def choose() -> None:
        choice = StandingChoice(
            kind=st.session_state[_key(case, "kind")],
            case=case,
            coordinator=coordinator,
            reason=st.session_state[_key(case, "reason")].strip() or None,
            version=seen,
        )
        services.choose(choice, who=person)

    st.button(
        say("choices.save"),
        on_click=write,
        args=(
            place_of(case),
            choose,
            lambda one: facts_of(one, run),
            [_key(case, field) for field in ("kind", "who", "reason")],
        ),
    )


def facts_of(choice: Frozen, run: Run) -> Told:
    """What a choice says, field by field."""
    if not isinstance(choice, StandingChoice):
        return ()
    return (
        (say("choices.kind"), sentence(choice.kind)),
        (say("choices.who"), run.roster.called(choice.coordinator)),
        (
            say("decision.reason"),
            verbatim(choice.reason) if choice.reason else say("decision.nothing_written"),
        ),
    )


def _key(case: str, field: str) -> str:
    return f"choice {field} {case}"


def place_of(case: str) -> str:
    """Where what came of a choice is told."""
    return f"choices {case}"


def _version(desk: Desk, coordinator: str) -> int:
    """The choice for the pair that is seen on the page, to be written over; 0 for none."""
    seen = (one.version for one in desk.choices if one.coordinator == coordinator)
    return next(seen, 0)
