"""Scenarios saved with the round: saved by name, shown when it is opened, and taken away."""

from __future__ import annotations

import streamlit as st

from matcher.domain.kept_scenario import KeptScenario
from matcher.domain.person import Person
from matcher.scenarios.compare import Comparison
from matcher.services import NotKept, ScenarioError, Services, StorageUnavailable
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import bullets, element
from matcher.ui.texts import say, say_count
from matcher.ui.what_if_state import Building
from matcher.ui.who import who


def show_save(services: Services, built: Building, told: Comparison) -> None:
    """A button that saves what was tried, with its answer in short."""
    person, round_id, tried = who(), built.run.id, built.tried
    if tried is None or not services.may("save_scenario"):
        return
    if person is None or round_id is None:
        note(say("what_if.save_needs"), "quiet")
    elif tried == built.saved:
        note(say("what_if.is_saved", id=round_id), "good")
    elif st.button(say("what_if.save_with_round", id=round_id)):
        try:
            services.save_scenario(tried, told, round_id=round_id, who=person.id)
        except (NotKept, StorageUnavailable) as fault:
            note(str(fault), "bad")
            return
        built.saved = tried
        st.rerun()


def show_saved(services: Services, built: Building) -> None:
    """What has been saved with this round."""
    person = who()
    if person is None or built.run.id is None or not services.may("saved_scenarios"):
        return
    try:
        kept = services.saved_scenarios(built.run.id, who=person.id)
    except StorageUnavailable as fault:
        note(str(fault), "bad")
        return
    if not kept:
        return
    with st.expander(say_count("what_if.saved", len(kept), id=built.run.id)):
        for each in kept:
            _show_one(services, built, each, person)


def _show_one(services: Services, built: Building, kept: KeptScenario, person: Person) -> None:
    st.subheader(kept.title, anchor=False)
    at = norwegian.day(kept.saved_at.astimezone().date())
    st.html(element("p", say("what_if.saved_by", who=kept.saved_by, day=at)))
    st.html(bullets(kept.says))
    with st.container(horizontal=True):
        if _pressed(say("what_if.saved_open"), kept):
            _take(services, built, kept)
        if _pressed(say("what_if.saved_beside"), kept):
            _take(services, built, kept, beside=True)
        if _pressed(say("what_if.saved_remove"), kept):
            _remove(services, built, kept, person)


def _pressed(label: str, kept: KeptScenario) -> bool:
    """A button for one scenario; its title tells it from the others'."""
    return st.button(label, key=f"what-if-{label}-{kept.id}", help=kept.title)


def _take(services: Services, built: Building, kept: KeptScenario, *, beside: bool = False) -> None:
    """Go on from a saved scenario, or list it to be tried beside others."""
    try:
        scenario = services.saved_scenario(kept)
        scenario.made(built.base(services).request)
    except ScenarioError as fault:
        note(str(fault), "bad")
        return
    if beside:
        built.put_beside(scenario)
    else:
        built.take(scenario)
    st.rerun()


def _remove(services: Services, built: Building, kept: KeptScenario, person: Person) -> None:
    try:
        services.remove_scenario(kept.id, who=person.id)
    except (NotKept, StorageUnavailable) as fault:
        note(str(fault), "bad")
        return
    built.saved = None
    st.rerun()
