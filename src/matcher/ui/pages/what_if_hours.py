"""What an hour is worth: what more hours in a service or unit give, and their best use."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.domain.wording import sentence
from matcher.scenarios.worth import BestUse, HourWorth
from matcher.services import Apart, Services, Where
from matcher.ui import norwegian
from matcher.ui.apart_line import show_going_on
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.texts import say
from matcher.ui.what_if_state import Building

WORK, BEST = "worth_of_hours", "best_use"


def show_hours(services: Services, built: Building) -> None:
    """Ask for the best use of some hours, and for what each service and unit gains."""
    st.html(element("p", say("what_if.hours_intro")))
    hours = st.number_input(say("what_if.to_spend"), 1, 200, value=10, step=1, width=320)
    if BEST not in built.going_on and st.button(say("what_if.ask_best"), type="primary"):
        built.going_on[BEST] = Apart.begin(services, BEST, built.base(services), float(hours))
    show_going_on(built.going_on, BEST, lambda answer: built.answers.update({BEST: answer}))
    best = cast("BestUse | None", built.answers.get(BEST))
    if best is not None:
        note(best.says, "good")
    if WORK not in built.going_on and st.button(say("what_if.ask_hours")):
        where = Where(workers=1)
        built.going_on[WORK] = Apart.begin(services, WORK, built.base(services), where=where)
    show_going_on(built.going_on, WORK, lambda answer: built.answers.update({WORK: answer}))
    rows = cast("tuple[HourWorth, ...] | None", built.answers.get(WORK))
    if rows is not None:
        _show_table(rows)


def _show_table(rows: tuple[HourWorth, ...]) -> None:
    told = [
        (
            sentence(row.group),
            norwegian.number(row.hours),
            norwegian.number(row.more_placed),
            norwegian.number(row.more_points),
            say("what_if.proven" if row.is_proven else "what_if.found"),
        )
        for row in rows
    ]
    headings = [
        say("what_if.col_where"),
        say("what_if.col_more_hours"),
        say("what_if.col_more_placed"),
        say("what_if.col_more_points"),
        say("what_if.col_sure"),
    ]
    st.html(table(say("what_if.tab_hours"), headings, told, numeric=(1, 2, 3)))
