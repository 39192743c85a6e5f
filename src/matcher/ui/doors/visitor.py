"""Who looks at the page: asked of the session each time something is asked of the services."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from matcher.domain.actor import Actor, Who
from matcher.services import NotAllowed
from matcher.services.access import Operator
from matcher.services.sessions import Sessions
from matcher.settings import from_environment
from matcher.ui.doors.configuration import LOOPBACK, log_in_from
from matcher.ui.doors.cookies import SESSION, full_name
from matcher.ui.texts import say

_OWNER = "door_owner"


class SessionIsOver(NotAllowed):
    """Nobody is logged in, or no longer."""

    def __init__(self) -> None:
        super().__init__(say("door.over"))


@dataclass(frozen=True)
class Visitor:
    """Tells who a session belongs to now. A page that repeats itself keeps no session alive."""

    sessions: Sessions
    token: str = field(repr=False)

    def __call__(self) -> Actor:
        """The person with the roles they have now. Raises ``SessionIsOver``."""
        actor = self.sessions.actor(self.token, does_something=False)
        if actor is None:
            raise SessionIsOver
        return actor


def visitor() -> Who:
    """Who looks at this page: a person who is logged in, or in the demo whoever has the machine.

    Raises ``SessionIsOver``, also in a demo that can be reached from elsewhere.
    """
    log_in = log_in_from()
    if log_in is None:
        if st.get_option("server.address") not in LOOPBACK:
            raise SessionIsOver
        return Operator()
    token = st.context.cookies.get(full_name(SESSION, log_in))
    if not token:
        raise SessionIsOver
    found = Visitor(Sessions(from_environment().database_url, log_in.lasting), token)
    _forget_others(found().person)
    return found


def _forget_others(person: str) -> None:
    """What an earlier person left in the same tab is gone before the next one sees anything."""
    if st.session_state.get(_OWNER, person) != person:
        st.session_state.clear()
    st.session_state[_OWNER] = person
