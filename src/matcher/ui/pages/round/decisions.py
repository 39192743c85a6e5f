"""The decisions of a round: how far it has come, and the clear suggestions accepted together."""

from datetime import date

import streamlit as st

from matcher.services import LetterError, OpenedRound, Services
from matcher.ui import norwegian
from matcher.ui.clear import is_clear, is_owed
from matcher.ui.files import hand_out
from matcher.ui.frame import note, tally
from matcher.ui.markup import element
from matcher.ui.pages.round.together import offer_together, show_told
from matcher.ui.standing import MANY, Standing, last_decisions, standing
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import needs_name, who
from matcher.ui.words import reasons


def show_decisions(services: Services, run: Run) -> None:
    """Decided, drafts and what is left; then those that can be accepted together."""
    if run.id is None or (person := who()) is None:
        note(say("decision.not_kept")) if who() else needs_name()
        return
    show_told()
    last = last_decisions(services, run)
    stands = {each.case: standing(each, last.get(each.case), run) for each in run.plan.cases}
    owed = [each for each in run.plan.cases if is_owed(each)]
    counts = {way: sum(stands[each.case] is way for each in owed) for way in Standing}
    tally([(say(MANY[way]), norwegian.number(count)) for way, count in counts.items()])
    if services.may("settle"):
        left = [each for each in owed if stands[each.case] is not Standing.DECIDED]
        clear = [each for each in left if is_clear(each, run)]
        offer_together(services, run, clear, person.id)
    if services.may("meeting_list"):
        _offer_meeting_list(services, run.opened, person.id)


def _offer_meeting_list(services: Services, round_: OpenedRound, person: str) -> None:
    """To print and bring: with names or with ids only; and as a spreadsheet."""
    st.header(say("meeting.title"), anchor=False)
    st.html(element("p", say("meeting.intro")))
    ids_only = st.toggle(say("meeting.ids_only"), help=say("meeting.ids_only_help"))
    today = date.today()
    try:
        pdf = services.meeting_list_pdf(round_, who=person, on=today, ids_only=ids_only)
    except LetterError as fault:
        note(say("meeting.unprintable"), "bad")
        st.html(reasons(fault.findings))
        pdf = None
    with st.container(horizontal=True):
        if pdf is not None:
            hand_out(say("meeting.pdf"), pdf, "møteliste.pdf")
        hand_out(
            say("exports.meeting_list"),
            lambda: services.meeting_list(round_, who=person, on=today),
            "møteliste.xlsx",
        )
