"""The load of units before and after, as a picture and a table."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from matcher.scenarios.compare import Comparison
from matcher.ui import norwegian
from matcher.ui.before_after import before_after
from matcher.ui.texts import say
from matcher.ui.what_if_table import show_table


def show_units(told: Comparison) -> None:
    """Hours used in each unit that has agreed to any."""
    loads = [load for load in told.loads if load.agreed_before or load.agreed_after]
    rows = [(load.unit, load.used_before, load.used_after) for load in loads]
    busiest = Counter({load.unit: abs(load.used_after - load.used_before) for load in loads})
    most = busiest.most_common(1)[0][0] if busiest else ""
    picture = before_after(rows, say("what_if.hours_a_month"))
    alt = say("what_if.units_alt", count=len(rows), unit=most)
    st.altair_chart(picture, width="stretch", alt=alt, theme=None)
    told_rows = [
        (load.unit, *(norwegian.number(hours, 2) for hours in
         (load.agreed_before, load.used_before, load.agreed_after, load.used_after)))
        for load in loads
    ]  # fmt: skip
    columns = (
        "what_if.col_unit",
        "what_if.col_agreed_before",
        "what_if.col_used_before",
        "what_if.col_agreed_after",
        "what_if.col_used_after",
    )
    show_table("what_if.part_units", columns, told_rows, numeric=(1, 2, 3, 4))
