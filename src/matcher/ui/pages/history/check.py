"""Whether the history is whole: asked of the program, with a plain answer."""

import streamlit as st

from matcher.domain.finding import Finding
from matcher.domain.history import Head
from matcher.services import Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.texts import say
from matcher.ui.words import reasons

SHOWN_FAULTS = 20


def show_check(services: Services) -> None:
    """A button that holds every entry against the one before, and what came of it."""
    st.header(say("history.check"), anchor=False)
    st.html(element("p", say("history.check_intro")))
    if not st.button(say("history.check_now")):
        return
    try:
        faults, head = services.verify_history(), services.head()
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    _show_answer(faults, head)


def _show_answer(faults: tuple[Finding, ...], head: Head | None) -> None:
    if faults:
        note(say("history.is_broken", count=norwegian.number(len(faults))), "bad")
        st.html(reasons(faults[:SHOWN_FAULTS]))
        return
    count = head.number if head else 0
    note(say("history.is_whole", count=norwegian.number(count)), "good")
    if head is not None:
        st.html(element("p", say("history.end", number=head.number, sha256=head.sha256), "km-sub"))
