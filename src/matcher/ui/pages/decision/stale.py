"""Two who write at once: the later one sees both texts, and chooses which to go on with."""

import streamlit as st

from matcher.domain.decision import Decision
from matcher.services import Services
from matcher.services.desk import Desk
from matcher.ui.decision_state import Begun, begin_anew, keep_mine, key
from matcher.ui.decision_words import differences, moment
from matcher.ui.frame import note
from matcher.ui.markup import table
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.who import name_of


def settle_difference(services: Services, desk: Desk, start: Begun, run: Run) -> Begun:
    """Where another decided meanwhile, show both and ask; nothing that was typed is lost."""
    yours: Decision | None = st.session_state.get(key(desk.case.id, "written"))
    if desk.last is None or desk.seen == start.seen or yours is None:
        return start
    name = name_of(services, desk.last.who)
    note(say("stale.meanwhile", who=name, at=moment(desk.last)), "bad")
    headings = [say("stale.what"), say("stale.theirs", who=name), say("stale.yours")]
    rows = differences(desk.last.decision, yours, run)
    if rows:
        st.html(table(say("stale.both"), headings, rows))
    else:
        note(say("stale.same"), "quiet")
    with st.container(horizontal=True):
        if st.button(say("stale.go_on_with_mine")):
            keep_mine(desk, start)
            st.rerun()
        if st.button(say("stale.take_theirs", who=name)):
            begin_anew(desk)
            st.rerun()
    return start
