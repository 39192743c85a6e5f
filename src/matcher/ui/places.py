"""Where the pages are, and the ways between them. The address holds the case."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from matcher.services import Services
from matcher.ui.markup import plain
from matcher.ui.texts import say

CASE = "sak"
"""The name of the case in the address: ``/sak?sak=S-001``."""


@dataclass(frozen=True)
class Place:
    """One page of the flat list: its address, and the text key of its title."""

    url_path: str
    title: str
    is_first: bool = False

    def page(self, render: Callable[[], None] = lambda: None) -> st.Page:
        """The page as Streamlit wants it; the address alone says which one it is."""
        return st.Page(render, title=say(self.title), url_path=self.url_path, default=self.is_first)


DATA = Place("datagrunnlag", "data.title", is_first=True)
ROUND = Place("runde", "round.title")
A_CASE = Place("sak", "case.title")
PLACES = (DATA, ROUND, A_CASE)
"""In the order of the list."""


Render = Callable[[Services], None]


def listed(renders: dict[Place, Render], services: Services) -> list[st.Page]:
    """The pages in the order of the list. Raises ``KeyError`` for a place without a page."""

    def bound(render: Render) -> Callable[[], None]:
        return lambda: render(services)

    return [place.page(bound(renders[place])) for place in PLACES]


def go_to(place: Place) -> NoReturn:
    """Open another page."""
    st.switch_page(place.page())


def link_to_case(case_id: str, label: str | None = None) -> None:
    """A link that opens the page of a case."""
    st.page_link(A_CASE.page(), label=plain(label or case_id), query_params={CASE: case_id})


def link_to(place: Place, label: str) -> None:
    """A link to another page."""
    st.page_link(place.page(), label=label)
