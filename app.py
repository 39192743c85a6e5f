"""The front door: which pages there are, in which order. `matcher app` starts it."""

import streamlit as st

from matcher.services import Services
from matcher.settings import from_environment
from matcher.ui.frame import show_frame, show_status
from matcher.ui.pages import case, data, round
from matcher.ui.places import A_CASE, DATA, ROUND, listed
from matcher.ui.texts import say

st.set_page_config(
    page_title=say("frame.program"), page_icon="🧭", layout="wide", initial_sidebar_state=240
)
services = Services(sample_folder=from_environment().sample_folder)
page = st.navigation(
    listed({DATA: data.render, ROUND: round.render, A_CASE: case.render}, services)
)
show_frame()
page.run()
show_status(services)
