"""What would have to change: the ways that were tried and work, the easiest first."""

from collections.abc import Iterable

import streamlit as st

from matcher.explain.trials import Way
from matcher.ui.markup import bullets, element, html, joined
from matcher.ui.state import Run
from matcher.ui.texts import say
from matcher.ui.words import moves


def show_ways(says: str, ways: Iterable[Way], run: Run) -> None:
    """In short how the trying went, and each way with who else would move."""
    st.html(element("p", says))
    told = []
    for way in ways:
        moved = moves(way.moved, run.roster)
        told.append(joined([html(way.says), bullets(moved)]) if moved else html(way.says))
    if told:
        st.html(bullets(told))
        st.html(element("p", say("why_not.tried"), "km-sub"))
