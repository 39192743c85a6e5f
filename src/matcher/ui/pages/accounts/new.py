"""Somebody new: the id that the log-in tells, the name, and a first role."""

from collections.abc import Iterable

import streamlit as st

from matcher.domain.actor import GIVEN_ROLES
from matcher.domain.session import Account
from matcher.services import Services
from matcher.ui.account_words import role_name
from matcher.ui.frame import note
from matcher.ui.texts import say


def offer_new(services: Services, known: Iterable[Account]) -> None:
    """The fields for somebody new; whoever is known already is changed instead."""
    ids = {one.person for one in known}
    with st.expander(say("accounts.new")), st.form("account_new", border=False):
        note(say("accounts.new_intro"), "quiet")
        person = st.text_input(say("accounts.id"), max_chars=200).strip()
        name = st.text_input(say("accounts.name"), max_chars=80).strip()
        role = st.selectbox(say("accounts.first_role"), GIVEN_ROLES, format_func=role_name)
        if not st.form_submit_button(say("accounts.add")):
            return
        if not person or not name:
            note(say("accounts.both_needed"), "bad")
            return
        if person in ids:
            note(say("accounts.known_already", name=name), "bad")
            return
    services.give_role(person, role, name=name)
    st.rerun()
