"""Scenarios side by side: a list of them, tried one after another, in a row each."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.scenarios.side_by_side import spare_cores
from matcher.scenarios.sweep import SweepRow
from matcher.services import ScenarioError, Services, Where
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.pages.what_if.sweep_rows import show_rows
from matcher.ui.texts import say
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_state import Building


def show_sweep(services: Services, built: Building) -> None:
    """The list, what is put into it, and the answer."""
    st.html(element("p", say("what_if.sweep_intro")))
    _show_list(built)
    _show_more(services, built)
    listed, where = tuple(built.listed), Where(workers=spare_cores())
    answer = asked_apart(
        services, built, "sweep", say("what_if.ask_sweep"), listed, disabled=not listed, where=where
    )
    rows = cast("tuple[SweepRow, ...] | None", answer)
    if rows:
        if built.given["sweep"] != (listed,):
            note(say("what_if.changed_since"))
        show_rows(services, built, rows)


def _show_list(built: Building) -> None:
    if not built.listed:
        st.html(element("p", say("what_if.nothing_listed")))
    for number, scenario in enumerate(built.listed):
        words, remove = st.columns([5, 1], vertical_alignment="center")
        words.html(element("p", scenario.title))
        key = f"what-if-unlist-{number}"
        if remove.button(say("what_if.remove"), key=key, help=scenario.title):
            del built.listed[number]
            st.rerun()


def _show_more(services: Services, built: Building) -> None:
    """Ways to put a scenario into the list: the one that is built, and a file of many."""
    is_new = bool(built.changes) and built.scenario not in built.listed
    if is_new and st.button(say("what_if.list_built", title=built.scenario.title)):
        built.put_beside(built.scenario)
        st.rerun()
    with st.expander(say("what_if.list_file")):
        file = st.file_uploader(say("what_if.list_upload"), type=["toml"], key="what-if-sweep-file")
    if file is None or st.session_state.get("what-if-sweep-read") == file.file_id:
        return
    st.session_state["what-if-sweep-read"] = file.file_id
    try:
        found = services.sweep_from_text(file.getvalue().decode("utf-8-sig", "replace"))
    except ScenarioError as fault:
        note(str(fault), "bad")
        return
    for scenario in found:
        built.put_beside(scenario)
    st.rerun()
