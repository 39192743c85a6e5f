"""The front door: which pages there are, in which order. `matcher app` starts it."""

import streamlit as st

from matcher.services import NotAllowed, Services
from matcher.settings import from_environment
from matcher.ui.doors.visitor import visitor
from matcher.ui.frame import note, show_frame, show_status
from matcher.ui.pages import (
    accounts,
    case,
    data,
    history,
    overview,
    round,
    rules,
    settings,
    tasks,
    what_if,
)
from matcher.ui.places import (
    A_CASE,
    ACCOUNTS,
    DATA,
    HISTORY,
    OVERVIEW,
    ROUND,
    RULES,
    SETTINGS,
    TASKS,
    WHAT_IF,
    listed,
)
from matcher.ui.texts import say
from matcher.ui.tour import show_tour
from matcher.ui.who import ask_who

st.set_page_config(
    page_title=say("frame.program"), page_icon="🧭", layout="wide", initial_sidebar_state=240
)
try:
    acting = visitor()
except NotAllowed as fault:
    note(str(fault), "bad")
    st.stop()
services = Services(sample_folder=from_environment().sample_folder).acting_as(acting)
renders = {
    OVERVIEW: overview.render,
    DATA: data.render,
    ROUND: round.render,
    A_CASE: case.render,
    WHAT_IF: what_if.render,
    TASKS: tasks.render,
    RULES: rules.render,
    HISTORY: history.render,
    ACCOUNTS: accounts.render,
    SETTINGS: settings.render,
}
page = st.navigation(listed(renders, services))
show_frame(services)
ask_who(services)
show_tour(services, page.url_path)
try:
    page.run()
except NotAllowed as fault:
    note(str(fault), "bad")
show_status(services)
