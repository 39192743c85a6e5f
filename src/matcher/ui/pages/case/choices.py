"""KE's own choices for a case: a pair that is locked, banned or preferred in every round."""

from datetime import date

import streamlit as st

from matcher.domain.standing_choice import StandingChoice
from matcher.domain.wording import sentence
from matcher.services import NotKept, Services, StorageUnavailable
from matcher.services.desk import Desk
from matcher.ui.frame import note
from matcher.ui.markup import element, joined, span, verbatim
from matcher.ui.pages.case.choice_new import ask_new, facts_of, place_of
from matcher.ui.places import ROUND, link_to
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count
from matcher.ui.who import who
from matcher.ui.writing import tell, write


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
            ask_new(services, desk, run, person.id)
    tell(place_of(case))


def _show_standing(services: Services, choice: StandingChoice, run: Run, person: str) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    name = run.roster.called(choice.coordinator)
    told = element("strong", say("choices.stands", kind=sentence(choice.kind), name=name))
    left.html(joined([told, span(verbatim(choice.reason or ""), "km-sub")], " "))
    if services.may("withdraw"):
        right.button(
            say("choices.withdraw", kind=choice.kind),
            key=f"withdraw {choice.case} {choice.coordinator}",
            on_click=write,
            args=(
                place_of(choice.case),
                lambda: services.withdraw(choice, who=person),
                lambda one: facts_of(one, run),
            ),
        )


def _is_in_round(desk: Desk, run: Run) -> bool:
    """Whether the round on the page was run with the choices that stand, and no others."""
    facts = run.plan.round
    ran_with = {*facts.locks, *facts.bans, *facts.preferences}
    stand = {choice.choice for choice in desk.choices}
    return stand == {choice for choice in ran_with if choice.case == desk.case.id}
