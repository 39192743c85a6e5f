"""Build a scenario by choosing: a kind of change, its facts, and add it to the list."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from matcher.domain.validation_text import in_norwegian
from matcher.scenarios.changes import KINDS, ScenarioChange
from matcher.services import Scenario, ScenarioError, Services
from matcher.ui.files import hand_out
from matcher.ui.frame import note
from matcher.ui.markup import element
from matcher.ui.texts import say, translated
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_facts import facts_of
from matcher.ui.what_if_state import TITLE, WORK, Building


def show_building(services: Services, built: Building) -> None:
    """The changes so far, the next one, and the button that tries them."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.header(say("what_if.add"), anchor=False)
        _show_next(services, built)
    with right:
        st.header(say("what_if.so_far"), anchor=False)
        _show_so_far(services, built)
        _show_files(services, built)
    _show_try(services, built)


def _show_next(services: Services, built: Building) -> None:
    kind = st.selectbox(
        say("what_if.kind"),
        KINDS,
        format_func=lambda kind: translated(kind.TITLE),
        key="what-if-kind",
    )
    request = built.base(services).request
    facts = facts_of(kind, request)
    if st.button(say("what_if.add_it"), disabled=facts is None) and facts is not None:
        change = _change(kind, facts)
        if change is not None and _can_be_made(built, change, services):
            built.changes.append(change)
            st.rerun()


def _change(kind: type[ScenarioChange], facts: dict[str, object]) -> ScenarioChange | None:
    try:
        return kind.model_validate(facts)
    except ValidationError as wrong:
        for error in wrong.errors():
            note(say("what_if.wrong", what=in_norwegian(error)), "bad")
        return None


def _can_be_made(built: Building, change: ScenarioChange, services: Services) -> bool:
    scenario = Scenario(title="-", changes=(*built.changes, change))
    try:
        scenario.made(built.base(services).request)
    except ScenarioError as fault:
        note(str(fault), "bad")
        return False
    return True


def _show_so_far(services: Services, built: Building) -> None:
    if not built.changes:
        st.html(element("p", say("what_if.nothing_yet")))
        return
    said = built.scenario.says(built.base(services).request)
    for number, text in enumerate(said):
        words, remove = st.columns([5, 1], vertical_alignment="center")
        words.html(element("p", text))
        if remove.button(say("what_if.remove"), key=f"what-if-remove-{number}", help=text):
            del built.changes[number]
            st.rerun()
    built.title = st.text_input(say("what_if.name"), value=built.title, key=TITLE)
    built.others_keep = st.toggle(
        say("what_if.others_keep"), value=built.others_keep, help=say("what_if.others_keep_help")
    )


def _show_files(services: Services, built: Building) -> None:
    if built.changes:
        text = services.scenario_text(built.scenario)
        hand_out(say("what_if.save"), text, "scenario.toml", as_link=True)
    with st.expander(say("what_if.open")):
        file = st.file_uploader(say("what_if.upload"), type=["toml"], key="what-if-file")
    if file is None or st.session_state.get("what-if-read") == file.file_id:
        return
    st.session_state["what-if-read"] = file.file_id
    try:
        scenario = services.scenario_from_text(file.getvalue().decode("utf-8-sig", "replace"))
        scenario.made(built.base(services).request)
    except ScenarioError as fault:
        note(str(fault), "bad")
        return
    built.take(scenario)
    st.rerun()


def _show_try(services: Services, built: Building) -> None:
    label, nothing = say("what_if.try"), not built.changes
    asked_apart(services, built, WORK, label, built.scenario, disabled=nothing)
