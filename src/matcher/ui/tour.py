"""A tour of two minutes: through a round on invented data, with a word on each page."""

from __future__ import annotations

import streamlit as st

from matcher.services import Services
from matcher.ui.markup import div, element, joined
from matcher.ui.places import A_CASE, DATA, OVERVIEW, ROUND, TASKS, Place
from matcher.ui.state import Session, Source, session
from matcher.ui.texts import say

STOPS = (DATA, ROUND, A_CASE, TASKS)
TOUR = "omvisning"
"""The name in the address, so that a reload stays on the tour."""
ON = "ja"
SAMPLE = "liten"
NAMED = {
    "run": "round.run",
    "one_by_one": "list.one_by_one",
    "why_not": "case.tab_why_not",
    "make": "decision.make",
    "data": "data.title",
}
"""What the words of the tour call by name."""
_IS_ON = "on tour"


def offer_tour(services: Services) -> None:
    """The button that begins it, for those to whom every page of it is open."""
    if all(stop.is_for(services) for stop in STOPS) and st.button(say("tour.begin")):
        _read_sample(services, session(services))
        _go_to(DATA)


def show_tour(services: Services, url_path: str) -> None:
    """On the pages of the tour, while it goes on: what to look at here, and the ways on."""
    if st.query_params.get(TOUR) == ON:
        st.session_state[_IS_ON] = True
    here = next((stop for stop in STOPS if stop.url_path == url_path), None)
    if here is None or not st.session_state.get(_IS_ON):
        return
    now = session(services)
    place = STOPS.index(here)
    with st.container(key="km-tour"):
        where = say("tour.where", place=place + 1, count=len(STOPS))
        said = say(_words(here, now), **{name: say(key) for name, key in NAMED.items()})
        st.html(div(joined([element("strong", where), element("p", said)]), role="note"))
        with st.container(horizontal=True):
            _show_ways(place, is_stuck=here is ROUND and now.run is None)


def _show_ways(place: int, *, is_stuck: bool) -> None:
    """Back, on and out; a round must be run before its cases can be looked at."""
    if place > 0 and st.button(say("tour.back")):
        _go_to(STOPS[place - 1])
    if place + 1 < len(STOPS):
        if st.button(say("tour.next"), type="primary", disabled=is_stuck):
            _go_to(STOPS[place + 1])
        out, after = say("tour.leave"), STOPS[place]
    else:
        out, after = say("tour.end"), OVERVIEW
    if st.button(out):
        st.session_state.pop(_IS_ON)
        st.switch_page(after.page(), query_params={})


def _go_to(stop: Place) -> None:
    st.switch_page(stop.page(), query_params={TOUR: ON})


def _words(stop: Place, now: Session) -> str:
    """The key of what is said at a stop, as things stand."""
    if stop is DATA:
        is_sample = now.source is not None and now.source.name == f"{SAMPLE}.xlsx"
        return "tour.sample" if is_sample else "tour.data"
    if stop is ROUND:
        return "tour.to_run" if now.run is None else "tour.round"
    return "tour.case" if stop is A_CASE else "tour.tasks"


def _read_sample(services: Services, now: Session) -> None:
    """The small sample; data that somebody has in hand already, stay."""
    if now.has_cases:
        return
    path = next((path for path in services.samples() if path.stem == SAMPLE), None)
    if path is not None:
        now.read(services, Source(path.name, path.read_bytes()))
