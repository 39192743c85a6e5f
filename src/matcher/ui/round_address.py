"""What the address of Runde holds, so that reload and the way back keep the place."""

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from matcher.ui.places import ROUND

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


def come_back() -> None:
    """Go on to where the user last stood, where the browser's way back has lost the place.

    A link to a case writes the address of the case on this page too as it leaves it, and that is
    what the way back finds.
    """
    ctx = get_script_run_ctx(suppress_warning=True)
    is_way_back = getattr(ctx, "is_history_navigation", False)
    if is_way_back and way_back() and not st.query_params:
        st.switch_page(ROUND.page(), query_params=way_back())


def kept_in_address() -> dict[str, str]:
    """The kept round that the address asks for, to be carried along to another page."""
    return {KEPT: st.query_params[KEPT]} if KEPT in st.query_params else {}


def projecting() -> bool:
    """Whether the page is on a wall: large, and ids only."""
    return st.query_params.get(PROJECTOR) == "true"
