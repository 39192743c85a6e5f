"""Brukere: who may come in, as what, and what each may see. For the administrator."""

import streamlit as st

from matcher.domain.session import Account
from matcher.domain.sight import Sight, SightOf
from matcher.services import Services, StorageUnavailable
from matcher.ui.account_words import role_name, sight_name
from matcher.ui.frame import heading, note
from matcher.ui.markup import badge, table
from matcher.ui.pages.accounts.change import show_account
from matcher.ui.pages.accounts.new import offer_new
from matcher.ui.texts import say

CHOSEN = "account"
COLUMNS = (
    "accounts.name",
    "accounts.id",
    "accounts.roles",
    "accounts.sees",
    "accounts.logged_in",
)


def render(services: Services) -> None:
    """Everybody, then one of them to change, then somebody new."""
    heading(say("accounts.title"), say("accounts.intro"))
    try:
        known = services.accounts()
        _show(known)
        chosen = _choose(known)
        if chosen is not None:
            show_account(services, chosen)
        offer_new(services, known)
    except StorageUnavailable as fault:
        note(str(fault), "bad")


def _show(known: tuple[Account, ...]) -> None:
    named = [one.name for one in known if Sight(of=SightOf.PLACES) in one.sights]
    if known:
        headings = [say(column) for column in COLUMNS]
        st.html(table(say("accounts.title"), headings, map(_row, known), numeric=(4,)))
    readers = ", ".join(named) if named else say("accounts.nobody")
    note(say("accounts.readers", names=readers), "quiet")


def _row(one: Account) -> tuple[str, ...]:
    return (
        one.name if one.is_active else badge(say("accounts.left", name=one.name)),
        one.person,
        ", ".join(map(role_name, one.roles)) or say("accounts.no_role"),
        ", ".join(map(sight_name, one.sights)) or say("accounts.no_sight"),
        str(one.sessions),
    )


def _choose(known: tuple[Account, ...]) -> Account | None:
    by_id = {one.person: one for one in known}
    person = st.selectbox(
        say("accounts.which"),
        list(by_id),
        index=None,
        placeholder=say("accounts.choose"),
        format_func=lambda id_: by_id[id_].name,
        key=CHOSEN,
        width=480,
    )
    return by_id.get(person or "")
