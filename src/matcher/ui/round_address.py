"""What the address of Runde holds, so that reload and the way back keep the place."""

from collections.abc import Mapping

import streamlit as st

FILTER, UNIT, SORT, SEARCH, PAGE = "vis", "enhet", "sorter", "sok", "side"
TAB, SHAPE, PROJECTOR = "fane", "som", "prosjektor"
"""Names in the address, and keys of the fields that are bound to them."""
AT, KEPT = "ved", "runde"
"""The case that is shown by itself, and the kept round that was opened."""
NAMES = (FILTER, UNIT, SORT, SEARCH, PAGE, TAB, SHAPE, PROJECTOR, AT, KEPT)

_LAST = "round address"


def remember() -> None:
    """Note where the user stands on Runde, for the ways back to it."""
    st.session_state[_LAST] = {
        name: st.query_params[name] for name in NAMES if name in st.query_params
    }


def way_back() -> Mapping[str, str]:
    """Where the user last stood on Runde."""
    last: Mapping[str, str] = st.session_state.get(_LAST, {})
    return last


def kept_in_address() -> dict[str, str]:
    """The kept round that the address asks for, to be carried along to another page."""
    return {KEPT: st.query_params[KEPT]} if KEPT in st.query_params else {}


def projecting() -> bool:
    """Whether the page is on a wall: large, and ids only."""
    return st.query_params.get(PROJECTOR) == "true"
