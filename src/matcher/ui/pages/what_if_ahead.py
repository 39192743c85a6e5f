"""The months ahead: how many wait, with bands over many drawn futures."""

from __future__ import annotations

from typing import cast

import streamlit as st

from matcher.scenarios.over_time import Band, MonthBand
from matcher.services import Apart, Horizon, Services, Where
from matcher.ui import norwegian
from matcher.ui.apart_line import show_going_on
from matcher.ui.before_after import before_after
from matcher.ui.markup import element, table
from matcher.ui.texts import say
from matcher.ui.what_if_state import Building

WORK = "over_time"


def show_ahead(services: Services, built: Building) -> None:
    """Ask for the months ahead, and show them as bands."""
    st.html(element("p", say("what_if.ahead_intro")))
    months = st.number_input(say("what_if.months"), 1, 36, value=12, step=1, width=320)
    draws = st.number_input(say("what_if.draws"), 2, 100, value=10, step=1, width=320)
    if WORK not in built.going_on and st.button(say("what_if.ask_ahead"), type="primary"):
        horizon = Horizon(months=int(months), draws=int(draws))
        built.going_on[WORK] = Apart.begin(
            services, WORK, built.base(services), horizon, where=Where(workers=1)
        )
    show_going_on(built.going_on, WORK, lambda answer: built.answers.update({WORK: answer}))
    rows = cast("tuple[MonthBand, ...] | None", built.answers.get(WORK))
    if rows is not None:
        _show(rows)


def _show(rows: tuple[MonthBand, ...]) -> None:
    waiting = [(f"{row.month:%m.%Y}", row.waiting.low, row.waiting.high) for row in rows]
    kinds = (say("what_if.low"), say("what_if.high"))
    picture = before_after(waiting, say("what_if.waiting"), kinds)
    last = rows[-1].waiting
    alt = say("what_if.ahead_alt", low=_number(last.low), high=_number(last.high))
    st.altair_chart(picture, width="stretch", alt=alt, theme=None)
    told = [
        (
            f"{row.month:%m.%Y}",
            *map(_band, (row.cases, row.waiting, row.hours_short, row.changes_per_family)),
        )
        for row in rows
    ]
    headings = [
        say("what_if.col_month"),
        say("what_if.col_cases"),
        say("what_if.col_waiting"),
        say("what_if.col_hours_short"),
        say("what_if.col_changes"),
    ]
    st.html(table(say("what_if.tab_ahead"), headings, told, numeric=(1, 2, 3, 4)))


def _band(band: Band) -> str:
    return say(
        "what_if.band", low=_number(band.low), middle=_number(band.middle), high=_number(band.high)
    )


def _number(value: float) -> str:
    return norwegian.number(value, 2)
