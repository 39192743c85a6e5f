"""One person's roles and sights, and ending their sessions. Each change is written at once."""

import streamlit as st

from matcher.domain.actor import GIVEN_ROLES
from matcher.domain.session import Account
from matcher.domain.sight import NAMED, Sight, SightOf
from matcher.services import Services
from matcher.ui.account_words import kind_name, role_name, sight_name
from matcher.ui.frame import note
from matcher.ui.markup import plain
from matcher.ui.texts import say, say_count

ENDED = "account_ended"


def show_account(services: Services, account: Account) -> None:
    """What can be changed for a person."""
    st.header(account.name, anchor=False)
    if (ended := st.session_state.pop(ENDED, None)) is not None:
        note(say_count("accounts.ended", ended), "good")
    left, right = st.columns(2, gap="large")
    with left:
        _ask_roles(services, account)
    with right:
        _ask_sights(services, account)
    _ask_to_leave(services, account)


def _ask_roles(services: Services, account: Account) -> None:
    st.subheader(say("accounts.roles"), anchor=False)
    if account.person == services.actor.person:
        note(say("accounts.yourself"), "quiet")
        return
    for role in GIVEN_ROLES:
        has = role in account.roles
        wanted = st.checkbox(role_name(role), value=has, key=f"role {account.person} {role}")
        if wanted != has:
            (services.give_role if wanted else services.take_role)(account.person, role)
            st.rerun()


def _ask_sights(services: Services, account: Account) -> None:
    st.subheader(say("accounts.sees"), anchor=False)
    for sight in account.sights:
        label = plain(say("accounts.take", sight=sight_name(sight)))
        if st.button(label, key=f"take {account.person} {sight}"):
            services.take_sight(account.person, sight)
            st.rerun()
    with st.form(f"sight {account.person}", border=False, clear_on_submit=True):
        of = st.selectbox(say("accounts.more"), list(SightOf), format_func=kind_name)
        which = st.text_input(say("accounts.which_one"), max_chars=200)
        if not st.form_submit_button(say("accounts.give")):
            return
    if of in NAMED and not which.strip():
        note(say("accounts.say_which"), "bad")
        return
    services.give_sight(account.person, Sight(of=of, which=which.strip() if of in NAMED else ""))
    st.rerun()


def _ask_to_leave(services: Services, account: Account) -> None:
    with st.container(horizontal=True):
        if account.sessions and st.button(say("accounts.end")):
            st.session_state[ENDED] = services.end_sessions(account.person)
            st.rerun()
        if account.person == services.actor.person:
            return
        if account.is_active and st.button(say("accounts.has_left")):
            services.has_left(account.person)
            st.rerun()
        if not account.is_active and st.button(say("accounts.is_back")):
            services.is_back(account.person)
            st.rerun()
