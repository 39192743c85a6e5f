"""The load of a round, per unit or per person, and who is served from where."""

import streamlit as st

from matcher.ui import norwegian
from matcher.ui.chart import load_chart, load_in_words, percent
from matcher.ui.load import Load, load_per_person, load_per_unit
from matcher.ui.markup import badge, element, joined, table
from matcher.ui.pages.round.served import show_served
from matcher.ui.state import Run
from matcher.ui.texts import say

SHOWN_IN_CHART = 30
PER_UNIT, PER_PERSON, WHENCE = "load.per_unit", "load.per_person", "load.whence"


def show_load(run: Run) -> None:
    """Hours against what is agreed; the heaviest in proportion first."""
    per = st.segmented_control(
        say("load.show"),
        [PER_UNIT, PER_PERSON, WHENCE],
        format_func=say,
        default=PER_UNIT,
        required=True,
    )
    if per == WHENCE:
        show_served(run)
        return
    if per == PER_PERSON:
        loads = _of_chosen_unit(load_per_person(run.plan, run.roster))
    else:
        loads = load_per_unit(run.plan, run.roster)
    shown = loads[:SHOWN_IN_CHART]
    if len(loads) > len(shown):
        st.markdown(say("load.first_ones", shown=len(shown), count=len(loads)))
    st.altair_chart(load_chart(shown), width="stretch", alt=load_in_words(loads), theme=None)
    st.html(element("p", say("load.in_hours"), "km-intro"))
    headings = ["name", "cases", "bound", "round", "used", "agreed", "share"]
    st.html(
        table(
            say("round.tab_load"),
            [say(f"load.{heading}") for heading in headings],
            map(_row, loads),
            numeric=(1, 2, 3, 4, 5, 6),
        )
    )


def _of_chosen_unit(loads: tuple[Load, ...]) -> tuple[Load, ...]:
    units = sorted({load.unit for load in loads if load.unit})
    unit = st.selectbox(
        say("load.unit"), units, index=None, placeholder=say("load.all_units"), width=360
    )
    return tuple(load for load in loads if unit is None or load.unit == unit)


def _row(load: Load) -> tuple[str, ...]:
    share = percent(load.share)
    over = load.share is not None and load.share > 1
    return (
        load.name,
        norwegian.number(load.cases),
        norwegian.number(load.bound_hours, 2),
        norwegian.number(load.round_hours, 2),
        norwegian.number(load.used_hours, 2),
        norwegian.number(load.agreed_hours, 2),
        joined([badge(say("load.over"), "bad"), share], " ") if over else share,
    )
