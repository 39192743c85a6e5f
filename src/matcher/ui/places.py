"""Where the pages are, and the ways between them. The address holds the case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from matcher.services import NotAllowed, Services, StorageUnavailable
from matcher.ui.markup import plain
from matcher.ui.texts import say

CASE = "sak"
"""The name of the case in the address: ``/sak?sak=S-001``."""
TASKS_IN, HISTORY_OF = "i", "om"
"""The case whose tasks, or history, is asked for: ``/oppgaver?i=S-001``, ``/historikk?om=S-001``.

Names of their own, so that looking at a case doesn't narrow the lists by itself.
"""


@dataclass(frozen=True)
class Place:
    """One page of the flat list: its address, and the text key of its title."""

    url_path: str
    title: str

    def page(self, render: Callable[[], None] = lambda: None) -> st.Page:
        """The page as Streamlit wants it; the address alone says which one it is."""
        return st.Page(render, title=say(self.title), url_path=self.url_path)


OVERVIEW = Place("oversikt", "overview.title")
DATA = Place("datagrunnlag", "data.title")
ROUND = Place("runde", "round.title")
A_CASE = Place("sak", "case.title")
WHAT_IF = Place("hva-hvis", "what_if.title")
TASKS = Place("oppgaver", "tasks.title")
RULES = Place("regler", "rules.title")
HISTORY = Place("historikk", "history.title")
PLACES = (OVERVIEW, DATA, ROUND, A_CASE, WHAT_IF, TASKS, RULES, HISTORY)
"""In the order of the list."""

Render = Callable[[Services], None]


def listed(renders: Mapping[Place, Render], services: Services) -> list[st.Page]:
    """The pages in the order of the list. Raises ``KeyError`` for a place without a page.

    The bare address is a hidden page that goes on to the first one: a page that were itself the
    default one would have no address of its own.
    """

    def bound(render: Render) -> Callable[[], None]:
        return lambda: render(services)

    front = st.Page(
        lambda: go_to(first_place(services)),
        title=say("frame.program"),
        default=True,
        visibility="hidden",
    )
    return [front, *(place.page(bound(renders[place])) for place in PLACES)]


def first_place(services: Services) -> Place:
    """Where the pages open: on what needs somebody, where there is a round; else on the data."""
    try:
        return OVERVIEW if services.kept_rounds() else DATA
    except (NotAllowed, StorageUnavailable):
        return DATA


def go_to(place: Place) -> NoReturn:
    """Open another page."""
    st.switch_page(place.page())


def link_to_case(case_id: str, label: str | None = None) -> None:
    """A link that opens the page of a case."""
    st.page_link(A_CASE.page(), label=plain(label or case_id), query_params={CASE: case_id})


def link_to(place: Place, label: str, **address: str) -> None:
    """A link to another page, with what its address is to hold, such as ``sak="S-001"``."""
    st.page_link(place.page(), label=label, query_params=address or None)
