"""The front door: which pages there are, in which order. `matcher app` starts it."""

import streamlit as st

from matcher.services import NotAllowed, Services
from matcher.settings import from_environment
from matcher.ui.doors.visitor import visitor
from matcher.ui.frame import note, show_frame, show_status
from matcher.ui.pages.accounts.page import render as accounts
from matcher.ui.pages.case.page import render as case
from matcher.ui.pages.data.page import render as data
from matcher.ui.pages.history.page import render as history
from matcher.ui.pages.overview.page import render as overview
from matcher.ui.pages.round.page import render as round
from matcher.ui.pages.rules.page import render as rules
from matcher.ui.pages.settings.page import render as settings
from matcher.ui.pages.tasks.page import render as tasks
from matcher.ui.pages.what_if.page import render as what_if
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
    OVERVIEW: overview,
    DATA: data,
    ROUND: round,
    A_CASE: case,
    WHAT_IF: what_if,
    TASKS: tasks,
    RULES: rules,
    HISTORY: history,
    ACCOUNTS: accounts,
    SETTINGS: settings,
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
