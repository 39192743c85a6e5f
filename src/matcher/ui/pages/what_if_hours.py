"""What an hour is worth: what more hours in a service or unit give, and their best use."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.domain.wording import sentence
from matcher.scenarios.side_by_side import spare_cores
from matcher.scenarios.worth import BestUse, HourWorth
from matcher.services import Services, Where
from matcher.ui import norwegian
from matcher.ui.frame import note
from matcher.ui.markup import element, table
from matcher.ui.texts import say
from matcher.ui.what_if_asking import asked_apart
from matcher.ui.what_if_state import Building


def show_hours(services: Services, built: Building) -> None:
    """Ask for the best use of some hours, and for what each service and unit gains."""
    st.html(element("p", say("what_if.hours_intro")))
    hours = st.number_input(say("what_if.to_spend"), 1, 200, value=10, step=1, width=320)
    label = say("what_if.ask_best")
    best = cast("BestUse | None", asked_apart(services, built, "best_use", label, float(hours)))
    if best is not None:
        note(best.says, "good")
    label, where = say("what_if.ask_hours"), Where(workers=spare_cores())
    answer = asked_apart(services, built, "worth_of_hours", label, kind="secondary", where=where)
    rows = cast("tuple[HourWorth, ...] | None", answer)
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
