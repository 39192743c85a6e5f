"""What the open round suggests otherwise than any other that is kept: people first."""

import streamlit as st

from matcher.services import NotKept, Services, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.kept_rounds import line_of
from matcher.ui.markup import element
from matcher.ui.pages.round.again import show_between
from matcher.ui.state import Run
from matcher.ui.texts import say, say_count


def show_since(services: Services, run: Run, person: str) -> None:
    """Choose a round to hold this one against; nothing is read before one is chosen."""
    lines = {line.id: line for line in services.kept_rounds() if line.id != run.id}
    if not lines:
        note(say("since.no_other"), "quiet")
        return
    names = {one.id: one.name for one in services.people()}
    id_ = st.selectbox(
        say("since.which"),
        list(lines),
        index=None,
        placeholder=say("decision.choose"),
        format_func=lambda id_: line_of(lines[id_], names),
        key="since round",
        persist_state="session",
        width=720,
    )
    if id_ is None:
        return
    try:
        opened = services.open_kept_round(id_, who=person)
    except (StorageUnavailable, NotKept) as fault:
        note(str(fault), "bad")
        return
    changes = services.changes_since(opened.plan, run.plan)
    st.html(element("p", say_count("since.changed", len(changes.families), id=id_)))
    show_between(changes, run, Run.of(opened))
