"""The fields above the list of cases: what to show, in which order, and in which shape."""

from typing import NamedTuple

import streamlit as st

from matcher.ui.case_order import BY_FIRMNESS, CHANGED, FILTERS, NOT_SURE, SORTS, URGENT, units_of
from matcher.ui.round_address import FILTER, SEARCH, SHAPE, SORT, UNIT
from matcher.ui.state import Run
from matcher.ui.texts import say

AS_LIST, ONE_BY_ONE = "list.as_list", "list.one_by_one"
FIELD_WIDTH, SEARCH_WIDTH = 250, 400
"""In pixels: two fields beside one another on a tablet, all three on a wider screen."""


class Asked(NamedTuple):
    """What the fields above the list say."""

    kind: str
    unit: str | None
    by: str
    wanted: str
    is_one_by_one: bool


def ask(run: Run, *, has_before: bool, has_firmness: bool) -> Asked:
    """The fields; what isn't known yet can't be asked for."""
    is_known = {CHANGED: has_before, NOT_SURE: has_firmness}
    kinds = [kind for kind in FILTERS if is_known.get(kind, True)]
    ways = [way for way in SORTS if way != BY_FIRMNESS or has_firmness]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        kind = _one_of("list.filter", kinds, FILTER)
        shape = _one_of("list.shape", [AS_LIST, ONE_BY_ONE], SHAPE)
    with st.container(horizontal=True):
        by = st.selectbox(
            say("list.sort"),
            ways,
            format_func=say,
            key=SORT,
            bind="query-params",
            width=FIELD_WIDTH,
        )
        unit = st.selectbox(
            say("list.unit"),
            units_of(run),
            index=None,
            placeholder=say("list.all_units"),
            key=UNIT,
            bind="query-params",
            width=FIELD_WIDTH,
        )
        wanted = st.text_input(
            say("list.search"),
            placeholder=say("list.search_hint"),
            key=SEARCH,
            bind="query-params",
            width=SEARCH_WIDTH,
        )
    return Asked(kind, unit, by or URGENT, wanted or "", shape == ONE_BY_ONE)


def _one_of(label: str, ways: list[str], name: str) -> str:
    """A choice between a few, the first to begin with."""
    chosen = st.segmented_control(
        say(label),
        ways,
        default=ways[0],
        required=True,
        format_func=say,
        key=name,
        bind="query-params",
    )
    return chosen or ways[0]
