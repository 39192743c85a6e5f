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
    needs: str | None = None
    """The service without which the page has nothing to show; ``None`` needs none."""

    def page(self, render: Callable[[], None] = lambda: None, *, is_listed: bool = True) -> st.Page:
        """The page as Streamlit wants it; the address alone says which one it is."""
        return st.Page(
            render,
            title=say(self.title),
            url_path=self.url_path,
            visibility="visible" if is_listed else "hidden",
        )

    def is_for(self, services: Services) -> bool:
        """Whether it has anything to show whoever looks."""
        return self.needs is None or services.may(self.needs)


OVERVIEW = Place("oversikt", "overview.title", "overview")
DATA = Place("datagrunnlag", "data.title", "import_file")
ROUND = Place("runde", "round.title", "open_kept_round")
A_CASE = Place("sak", "case.title", "open_kept_round")
WHAT_IF = Place("hva-hvis", "what_if.title", "what_if")
TASKS = Place("oppgaver", "tasks.title", "tasks")
RULES = Place("regler", "rules.title", "rules")
HISTORY = Place("historikk", "history.title", "history_of")
ACCOUNTS = Place("brukere", "accounts.title", "accounts")
SETTINGS = Place("innstillinger", "settings.title")
PLACES = (OVERVIEW, DATA, ROUND, A_CASE, WHAT_IF, TASKS, RULES, HISTORY, ACCOUNTS, SETTINGS)
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
    pages = (
        place.page(bound(renders[place]), is_listed=place.is_for(services)) for place in PLACES
    )
    return [front, *pages]


def first_place(services: Services) -> Place:
    """Where the pages open: on what needs somebody, where there is a round; else on the data.

    Whoever has nothing to do there, comes to the first page that is for them.
    """
    wanted = [OVERVIEW, DATA]
    try:
        if not services.kept_rounds():
            wanted = [DATA, OVERVIEW]
    except (NotAllowed, StorageUnavailable):
        wanted = [DATA]
    return next(place for place in (*wanted, *PLACES) if place.is_for(services))


def go_to(place: Place) -> NoReturn:
    """Open another page."""
    st.switch_page(place.page())


def link_to_case(case_id: str, label: str | None = None, **address: str) -> None:
    """A link that opens the page of a case, with what else its address is to hold."""
    given = {CASE: case_id, **address}
    st.page_link(A_CASE.page(), label=plain(label or case_id), query_params=given)


def link_to(place: Place, label: str, **address: str) -> None:
    """A link to another page, with what its address is to hold, such as ``sak="S-001"``."""
    st.page_link(place.page(), label=label, query_params=address or None)
