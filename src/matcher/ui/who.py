"""Who is using the program. Every decision has a name, and so has every reading."""

import streamlit as st

from matcher.domain.person import Person
from matcher.services import Services, StorageUnavailable
from matcher.ui.frame import note
from matcher.ui.round_address import projecting
from matcher.ui.texts import say

_KEY = "who"
_CHOSEN = "who_chosen"


def who() -> Person | None:
    """The one who uses the program; ``None`` before they have said so."""
    person: Person | None = st.session_state.get(_KEY)
    return person


def ask_who(services: Services) -> None:
    """Ask it in the side list: somebody who is known, or a new name.

    Whoever is logged in, is who they are, and isn't asked. On a wall no name is shown.
    """
    actor = services.actor
    if not actor.is_operator:
        st.session_state[_KEY] = Person(id=actor.person, name=actor.name)
        return
    if projecting() and who() is not None:
        return
    with st.sidebar:
        try:
            _ask(services)
        except StorageUnavailable as fault:
            note(str(fault), "bad")
    if projecting() and who() is not None:
        st.rerun()


def needs_name() -> None:
    """Say that the page must know who reads before it shows anything."""
    note(say("who.needed"))


def name_of(services: Services, person: str) -> str:
    """The name of somebody by their id; the id where the name isn't known any more."""
    return next((one.name for one in services.people() if one.id == person), person)


def _ask(services: Services) -> None:
    known = {person.id: person for person in services.people()}
    if (newest := who()) is not None:
        known.setdefault(newest.id, newest)
    if not known:
        _ask_name(services, say("who.first"), say("who.begin"))
        return
    chosen = st.selectbox(
        say("who.who"),
        list(known),
        index=None,
        placeholder=say("who.choose"),
        format_func=lambda id_: known[id_].name,
        key=_CHOSEN,
        persist_state="session",
    )
    st.session_state[_KEY] = known.get(chosen or "")
    if who() is not None:
        with st.expander(say("who.another")):
            _ask_name(services, say("who.name"), say("who.add"))


def _ask_name(services: Services, label: str, button: str) -> None:
    with st.form("who_new", border=False, clear_on_submit=True):
        name = st.text_input(label, max_chars=80)
        if not st.form_submit_button(button) or not name.strip():
            return
    now = who()
    person = services.enter(name, by=now.id if now else None)
    if now is None:
        st.session_state[_KEY] = person
        st.session_state[_CHOSEN] = person.id
    st.rerun()
